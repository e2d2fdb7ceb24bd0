"""The words of what they told us and what we promised: kinds, themes, stages and states."""

from collections.abc import Mapping
from enum import StrEnum

from carelink.words import State

# Where a promise was made. Source: seeds, promise ledger.
SOURCE_LABELS: Mapping[str, str] = {
    "note": "In a note",
    "challenge_card": "On a challenge card",
    "mind_of_my_own": "In answer to Mind of My Own",
    "complaint": "In answer to a complaint",
    "review": "At a review of the plan",
}
STATEMENT_LABELS: Mapping[str, str] = {
    "challenge_card": "Challenge card",
    "mind_of_my_own": "Mind of My Own statement",
    "complaint": "Complaint",
    "compliment": "Compliment",
}
# The seven promises of the Charter for Care Leavers, for sorting what we are told by what it asks
# of us. Source: Charter for Care Leavers, Department for Education, 2012.
THEME_LABELS: Mapping[str, str] = {
    "identity": "Respect and honour my identity",
    "belief": "Believe in me",
    "listening": "Listen to me",
    "information": "Inform me",
    "support": "Support me",
    "home": "Find me a home",
    "champion": "Be there for life",
}
STAGE_LABELS: Mapping[str, str] = {
    "1": "Stage 1, settled locally",
    "2": "Stage 2, looked into by others",
    "3": "Stage 3, a panel",
}
# How many working days a complaint may take: usually, and at most where it is not simple.
# Source: SI 2006/1738, reg. 14 (stage 1) and reg. 17 (stage 2); the numbers are to be confirmed.
DAYS_TO_ANSWER: Mapping[str, tuple[int, int]] = {"": (10, 20), "1": (10, 20), "2": (25, 65)}
NEEDS_NO_ANSWER = frozenset({"compliment"})

SOURCES = ("", *SOURCE_LABELS)
STATEMENTS = tuple(STATEMENT_LABELS)
THEMES = ("", *THEME_LABELS)
STAGES = ("", *STAGE_LABELS)


class Stands(StrEnum):
    """Where a promise or an answer stands on a day, the most pressing first: exactly one each."""

    LATE = "late"
    DUE_SOON = "due_soon"
    NO_DATE = "no_date"
    DUE_LATER = "due_later"
    BROKEN = "broken"
    DONE_LATE = "done_late"
    DONE = "done"
    NOT_NEEDED = "not_needed"


class Told(StrEnum):
    """Whether they have been told what came of it."""

    NOTHING_YET = "nothing_yet"
    NOT_YET = "not_yet"
    TOLD = "told"


PROMISE_STANDS: Mapping[Stands, str] = {
    Stands.LATE: "late",
    Stands.DUE_SOON: "due soon",
    Stands.NO_DATE: "without a date",
    Stands.DUE_LATER: "to keep",
    Stands.BROKEN: "could not be kept",
    Stands.DONE_LATE: "kept late",
    Stands.DONE: "kept",
    Stands.NOT_NEEDED: "ended when they died",
}
STATEMENT_STANDS: Mapping[Stands, str] = {
    Stands.LATE: "late",
    Stands.DUE_SOON: "to answer soon",
    Stands.NO_DATE: "without a day to answer by",
    Stands.DUE_LATER: "to answer",
    Stands.DONE_LATE: "answered late",
    Stands.DONE: "answered",
    Stands.NOT_NEEDED: "in need of no answer",
}
# Which mark a standing is drawn with; done is a plain dot, so that eyes go to what is left.
STANDS_AS: Mapping[Stands, State] = {
    Stands.LATE: State.OVERDUE,
    Stands.DUE_SOON: State.DUE_SOON,
    Stands.NO_DATE: State.NO_DATE,
    Stands.DUE_LATER: State.ON_TRACK,
    Stands.BROKEN: State.DECLINED,
    Stands.DONE_LATE: State.NOT_REQUIRED,
    Stands.DONE: State.NOT_REQUIRED,
    Stands.NOT_NEEDED: State.NOT_REQUIRED,
}
OPEN = frozenset({Stands.LATE, Stands.DUE_SOON, Stands.NO_DATE, Stands.DUE_LATER})
