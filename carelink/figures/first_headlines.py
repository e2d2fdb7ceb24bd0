"""The first three indicators: who counts towards each, and its contract in plain words.

A change in what is counted raises the version, so that a reader can see where a line breaks.
Source: the definitions of the Department for Education's yearly return (SSDA903, OC3).
"""

from collections.abc import Callable
from typing import NamedTuple

from carelink.figures.contract import Definition
from carelink.figures.populations import (
    BIRTHDAY_COHORT,
    IN_TOUCH_WITHIN,
    SNAPSHOT,
    Counted,
    Window,
)
from carelink.words import IN_WORK_OR_LEARNING, NEVER_SUITABLE

# Gone abroad, deported, address not known: the return judges no home there.
_HOME_NOT_JUDGED = frozenset({"G", "H", "R"})
_SUITABLE = "1"


class Indicator(NamedTuple):
    """One indicator; `counts` says yes, no, or None for somebody outside its base.

    Shape: `rest` names the remainder in the long form, `among` the part of the measure's people
    that makes its base (empty = all of them), `points` are its part of the contract.
    """

    name: str
    version: int
    title: str
    rest: str
    among: str
    counts: Callable[[Counted], bool | None]
    points: tuple[tuple[str, str], ...]


def _in_work_or_learning(one: Counted) -> bool | None:
    return one.activity is not None and one.activity.code in IN_WORK_OR_LEARNING


def _suitably_housed(one: Counted) -> bool | None:
    home = one.home
    if home is None:
        return False
    if home.type in _HOME_NOT_JUDGED:
        return None
    return home.suitable == _SUITABLE and home.type not in NEVER_SUITABLE


def _in_touch(one: Counted) -> bool | None:
    return one.in_touch


INDICATORS = (
    Indicator(
        "eet",
        1,
        "In education, employment or training",
        "no_or_not_known",
        "",
        _in_work_or_learning,
        (
            (
                "Counted towards it",
                "those in higher or other education, an apprenticeship, training or work, "
                "full time or part time, on {around}",
            ),
            ("Not known", "those whose activity is not known stay in the base"),
            ("Gone abroad", "stays in the base, by what we know they do"),
        ),
    ),
    Indicator(
        "suitable_accommodation",
        1,
        "In suitable accommodation",
        "no_or_not_known",
        "whose_home_is_judged",
        _suitably_housed,
        (
            (
                "Counted towards it",
                "those whose home on {around} was judged suitable; "
                "no fixed home and custody never are",
            ),
            ("Not known", "those whose home or its suitability is not recorded stay in the base"),
            (
                "Gone abroad",
                "those gone abroad or deported, or whose address is recorded as not known, "
                "are left out of the base",
            ),
        ),
    ),
    Indicator(
        "in_touch",
        1,
        "In touch with us",
        "no",
        "",
        _in_touch,
        (
            (
                "Counted towards it",
                "those with whom a contact got through, from an answered message to a visit, "
                "{touched}; a contact that another system records without saying how it was made "
                "counts, an attempt without an answer does not",
            ),
            ("Not known", "those with no such contact on record count as not in touch"),
            ("Gone abroad", "stays in the base, and is in touch by the same test"),
        ),
    ),
)
_POPULATION_POINTS = {
    SNAPSHOT: (
        (
            "Who is in",
            "young people aged 17 to 21 on the day whose status that day is relevant or former "
            "relevant, or who at 21 are helped with education, have asked for support or may "
            "still take it up",
        ),
        (
            "Who is out",
            "those still looked after; those who qualify for advice alone; those whose status or "
            "date of birth cannot be told",
        ),
        ("Died", "not counted from that day on"),
        (
            "Returned home",
            "those who went back to a parent for six months before turning 18 are not counted",
        ),
        ("Chose not to be in touch", "counted; they stay in the base"),
    ),
    BIRTHDAY_COHORT: (
        (
            "Who is in",
            "young people who turned 17, 18, 19, 20 or 21 in the year, by their status on that "
            "birthday: relevant or former relevant, or at 21 helped with education, asking for "
            "support or free to take it up",
        ),
        (
            "Who is out",
            "those still looked after on that birthday (at 17 and 18 also where no end is on "
            "record); those whose care passed to another authority; those who qualify for advice "
            "alone; those whose status or date of birth cannot be told",
        ),
        ("Died", "those who died on or before the birthday are not counted"),
        (
            "Returned home",
            "those who went back to a parent for six months before turning 18 are not counted",
        ),
        ("Chose not to be in touch", "counted; they stay in the base"),
    ),
}


def definition_of(indicator: Indicator, measure: str, window: Window) -> Definition:
    """The whole contract of an indicator for one measure, in sentences."""
    if measure == SNAPSHOT:
        around, touched = "the day", f"in the {IN_TOUCH_WITHIN} up to the day"
    else:
        stretch = f"{window.before} before the birthday to {window.after} after it"
        around = f"the birthday (what is known for a single day counts from {stretch})"
        touched = f"from {stretch}"
    points = (*_POPULATION_POINTS[measure], *indicator.points)
    return Definition(
        f"{indicator.name}.{measure}",
        indicator.version,
        indicator.title,
        tuple(
            (about, _sentence(says.format(around=around, touched=touched)))
            for about, says in points
        ),
    )


def _sentence(says: str) -> str:
    return f"{says[0].upper()}{says[1:]}."
