"""What can a meeting decide about somebody, and which duty does that decision answer?

Codes and words for each meeting. A decision that is itself what a duty asks for names the event
that is recorded with it, so that it is written down once.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from carelink.facts import Event, Meeting, MeetingItem
from carelink.meetings.words import MEETING_LABELS, SUPERVISION
from carelink.oversight.words import DECISION_LABELS, OF_A_MEETING


class Outcome(NamedTuple):
    """One decision: its code, its words, the event it records and how that came out.

    `law` is where the words come from, and empty where they are a practice of ours.
    """

    code: str
    label: str
    event: str = ""
    event_outcome: str = ""
    law: str = ""


_PUT_OFF = Outcome("put_off", "Put off to the next meeting")
_NOTED = Outcome("noted", "Noted")
_PANEL = ("transitions_panel", "done")
_DECLINED_LAW = "Care Act 2014, sections 11 and 58"
# Source: the Acts named beside each; the rest are what these meetings decide in the seeds, 1C6,
# 1D1, 1D2, 1E5, 1E9, 1E14, 1F1, 1H4 to 1H6, 1I.
_OUTCOMES: Mapping[str, tuple[Outcome, ...]] = {
    "transitions": (
        Outcome("eligible", "Eligible for care and support", *_PANEL, "Care Act 2014, section 13"),
        Outcome(
            "not_eligible",
            "Not eligible for care and support",
            *_PANEL,
            "Care Act 2014, section 13",
        ),
        Outcome("assessment_asked", "To be assessed", *_PANEL, "Care Act 2014, section 58"),
        Outcome("assessment_declined", "They declined an assessment", *_PANEL, _DECLINED_LAW),
        Outcome("no_sign_of_need", "No sign of a need for care and support", *_PANEL),
        _PUT_OFF,
    ),
    "near_transition": (
        Outcome("adviser_agreed", "Adviser agreed"),
        Outcome("handing_over", "Handing over has begun"),
        Outcome("staying_put_agreed", "Staying put agreed", "staying_put_decision", "yes"),
        Outcome(
            "no_staying_put", "Staying put considered, not wanted", "staying_put_decision", "no"
        ),
        _NOTED,
        _PUT_OFF,
    ),
    "eet": (
        Outcome("support_agreed", "Support agreed"),
        Outcome("applying", "They are applying"),
        Outcome("offered", "A place or a job is offered"),
        Outcome("started", "They have started"),
        Outcome("not_now", "Not now; we ask again"),
        _PUT_OFF,
    ),
    "housing": (
        Outcome("housing_plan_agreed", "Housing plan agreed", "housing_plan_agreed", "done"),
        Outcome("move_on_planned", "Plan for moving on made", "move_on_plan", "done"),
        Outcome("home_offered", "A home is offered"),
        Outcome("bidding", "Bidding for a home"),
        Outcome("home_wanted", "A home is still to be found"),
        _NOTED,
        _PUT_OFF,
    ),
    "resources": (
        Outcome("agreed", "Agreed"),
        Outcome("agreed_in_part", "Agreed in part"),
        Outcome("not_agreed", "Not agreed"),
        _PUT_OFF,
    ),
    "custody": (
        Outcome("release_planned", "Release plan agreed"),
        Outcome("release_home_found", "Home for release found"),
        Outcome("release_home_wanted", "Home for release still to be found"),
        _NOTED,
        _PUT_OFF,
    ),
    "exploitation": (
        Outcome("safety_plan_stands", "Safety plan stands"),
        Outcome("safety_plan_changes", "Safety plan to be changed"),
        Outcome("safer", "Safer than last time"),
        Outcome("less_safe", "Less safe than last time"),
        _PUT_OFF,
    ),
    "unclaimed": (
        Outcome("to_claim", "To be claimed"),
        Outcome("claimed", "Claimed"),
        Outcome("not_due", "Not due to them"),
        Outcome("claim_declined", "They declined it"),
        _PUT_OFF,
    ),
}
# What is decided in supervision is a manager's decision like any other, and kept as one.
_IN_SUPERVISION = tuple(Outcome(code, label) for code, label in DECISION_LABELS.items())


def outcomes_of(kind: str) -> tuple[Outcome, ...]:
    """What this meeting can decide, in the order it is offered; none for a kind not known."""
    return _IN_SUPERVISION if kind == SUPERVISION else _OUTCOMES.get(kind, ())


def outcome_of(code: str) -> Outcome | None:
    """The decision with this code; None where none of ours has it."""
    return _by_code().get(code)


def say_answer(code: str) -> str:
    """A decision in words; a code from elsewhere as it stands."""
    found = outcome_of(code)
    if found is not None:
        return found.label
    return DECISION_LABELS.get(code, code.replace("_", " "))


def title_of(meeting: Meeting | None) -> str:
    """What a meeting is called: its kind in words, or that it is not known."""
    if meeting is None or not meeting.kind:
        return "Meeting, kind not recorded"
    return MEETING_LABELS.get(meeting.kind, meeting.kind)


def about_meeting(meeting_id: str) -> str:
    """What a decision taken in a supervision is about: each stays open until its own is done."""
    return f"{OF_A_MEETING}{meeting_id}"


def event_for(meeting: Meeting, item: MeetingItem, worker_id: str) -> Event | None:
    """The event that this decision records about the person; None where it answers no duty."""
    outcome = outcome_of(item.answer)
    if outcome is None or not outcome.event:
        return None
    return Event(
        "",
        item.person_id,
        outcome.event,
        meeting.on,
        outcome.event_outcome,
        worker_id,
        f"{title_of(meeting)}: {outcome.label}",
    )


def is_new(event: Event, recorded: Iterable[Event]) -> bool:
    """Whether nobody has recorded this event for that day yet."""
    return all((held.kind, held.on) != (event.kind, event.on) for held in recorded)


@cache
def _by_code() -> dict[str, Outcome]:
    return {outcome.code: outcome for listed in _OUTCOMES.values() for outcome in listed}
