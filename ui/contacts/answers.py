"""What the note's form holds, as typed and chosen, and how a draft keeps it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

PROMPTS = {
    "they_said": "What they said",
    "i_saw": "What I saw",
    "we_agreed": "What we agreed",
}


class Answers(NamedTuple):
    """Every answer of the form as text, so that a draft keeps even what cannot be understood yet.

    An empty text is a question not answered. Dates are kept as they were typed.
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


def as_draft(answers: Answers, at_first: Answers) -> dict[str, str]:
    """What a draft keeps: the answers that differ from what the form offers by itself."""
    return {
        name: answer
        for name, answer in answers._asdict().items()
        if answer != getattr(at_first, name)
    }


def from_draft(content: Mapping[str, Any], at_first: Answers) -> Answers:
    """The answers of a draft; a question that this version does not ask is passed over."""
    kept = {name: str(content[name]) for name in Answers._fields if name in content}
    return at_first._replace(**kept)
