"""What the note's form holds, as typed and chosen, and how a draft keeps it."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from carelink.dates import show
from ui.typed_dates import understood

PROMPTS = {
    "they_said": "What they said",
    "i_saw": "What I saw",
    "we_agreed": "What we agreed",
}
# The answers that are days; of those that lie ahead "fri" means the next one.
AHEAD = frozenset({"promise_by", "promise_2_by", "next_on"})
DATES = ("on", "home_since", "activity_since", *sorted(AHEAD))


class Answers(NamedTuple):
    """Every answer of the form as text, so that a draft keeps even what cannot be understood yet.

    An empty text is a question not answered. Dates are kept as they were typed. `actions` holds
    what came of the plan's actions: by id, the outcome and the words, as `actions_said` reads them.
    """

    person_id: str = ""
    rung: str = ""
    on: str = ""
    begun_by: str = "worker"
    alone: str = ""
    they_said: str = ""
    i_saw: str = ""
    we_agreed: str = ""
    home: str = ""
    activity: str = ""
    money: str = ""
    health: str = ""
    home_since: str = ""
    home_type: str = ""
    home_provided: str = ""
    home_tenancy: str = ""
    home_suitable: str = ""
    home_checked: str = ""
    activity_since: str = ""
    activity_code: str = ""
    promise: str = ""
    promise_by: str = ""
    promise_2: str = ""
    promise_2_by: str = ""
    worry: str = ""
    worry_text: str = ""
    next_on: str = ""
    actions: str = ""


def actions_said(actions: str) -> dict[str, tuple[str, str]]:
    """What came of each action, by its id: the outcome and the words."""
    try:
        held = json.loads(actions or "{}")
        return {str(key): (str(came[0]), str(came[1])) for key, came in held.items()}
    except (ValueError, AttributeError, IndexError, TypeError):
        return {}  # a draft of another version may hold anything


def as_actions(said: Mapping[str, tuple[str, str]]) -> str:
    """The other way round; empty when nothing is said of any."""
    held = {key: list(came) for key, came in sorted(said.items()) if any(came)}
    return json.dumps(held, ensure_ascii=False) if held else ""


def as_draft(answers: Answers, at_first: Answers, today: date) -> dict[str, str]:
    """What a draft keeps; nothing while the form stands as it was offered.

    A day that is understood is kept as that day, for "fri" and "-3" mean another one tomorrow.
    """
    if answers == at_first._replace(person_id=answers.person_id):
        return {}
    kept = {name: answer for name, answer in answers._asdict().items() if answer}
    for name in DATES:
        day = understood(kept.get(name, ""), today, ahead=name in AHEAD)
        if day:
            kept[name] = show(day)
    return kept


def from_draft(content: Mapping[str, Any]) -> Answers:
    """The answers of a draft; a question that this version does not ask is passed over."""
    return Answers(**{name: str(content.get(name, "")) for name in Answers._fields})
