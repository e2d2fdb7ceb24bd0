"""The words of safety: what a flag is about, its level in the council's own text, who may set it.

A level is never shown as a number alone. A text that changes is a new level with a version of its
own: a flag set before keeps the words it was set with.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

# Source: the Medway documents, 1H: contextual safeguarding.
FLAG_LABELS: Mapping[str, str] = {
    "sexual_exploitation": "Sexual exploitation",
    "criminal_exploitation": "Criminal exploitation",
    "gangs": "Gangs",
    "radicalisation": "Radicalisation",
    "online": "Harm online",
    "public_space": "Harm in a public place",
    "trafficking": "Trafficking",
    "harmful_sexual_behaviour": "Harmful sexual behaviour",
}


class Level(NamedTuple):
    """One level as the council words it: from which day it may be used, and until when."""

    version: str
    label: str
    says: str
    first_day: date | None = None
    ended_on: date | None = None


# The council's table; another council lays its own words here. Source: Medway's annual report to
# the Health and Wellbeing Board of 25 April 2017, 5.24, which names three categories and no more.
LEVELS: Mapping[str, Level] = {
    "medway_2017_1": Level("Medway 2017", "Category 1", "at risk"),
    "medway_2017_2": Level("Medway 2017", "Category 2", "medium risk"),
    "medway_2017_3": Level("Medway 2017", "Category 3", "high risk"),
}
# Who may set or end a flag. Source: the same, 5.30: a practice or area manager only.
SETS_FLAGS = frozenset({"practice_manager", "team_manager"})


def say_level(level: str) -> str:
    """The level by its text; words of another council are shown as they stand."""
    if not level:
        return "Level not recorded"
    known = LEVELS.get(level)
    return f"{known.label}: {known.says} ({known.version})" if known else level


def levels_on(day: date) -> Mapping[str, Level]:
    """The levels that may be chosen on a day."""
    return {
        code: level
        for code, level in LEVELS.items()
        if (level.first_day is None or level.first_day <= day)
        and (level.ended_on is None or day < level.ended_on)
    }
