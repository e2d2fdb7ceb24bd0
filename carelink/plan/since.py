"""What may be told the young person before a review? Since last time, and an invitation."""

from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import Contact
from carelink.plan.actions import open_actions
from carelink.plan.evidence import Since
from carelink.plan.version import current_version
from carelink.plan.words import DONE
from carelink.said import say_activity, words_of
from carelink.words import HOME_LABELS, Rung

_SEEN = (Rung.SEEN, Rung.SEEN_AT_HOME)


class Part(NamedTuple):
    """One heading of the page and the lines below it."""

    heading: str
    lines: tuple[str, ...]


def since_last_time(case: CaseFile, since: Since) -> list[Part]:
    """One page for the young person, what went well first; a part with nothing is left out."""
    parts = [
        Part("What went well", tuple(_went_well(case, since))),
        Part("What we did", tuple(_we_did(case, since))),
        Part("What changed", tuple(_changed(case, since))),
        Part("What we have not done yet", tuple(_not_done(case, since.last))),
    ]
    return [part for part in parts if part.lines]


def say_since(parts: list[Part]) -> str:
    """The page as text to be copied or read out."""
    said = ["\n".join([part.heading, *(f"- {line}" for line in part.lines)]) for part in parts]
    return "\n\n".join(said) or "Nothing is recorded since last time."


def say_invitation(name: str, worker: str) -> str:
    """An invitation to the review, to be copied into a message and changed."""
    return (
        f"Hello {name},\n\n"
        "It is time to look at your pathway plan again. It is your plan, so you choose:\n"
        "- where and when we meet, or whether we talk on the phone instead\n"
        "- who should be there, and who should not\n"
        "- how we do it: you write, I write, or we talk and walk\n"
        "- what we talk about first, and what can wait\n\n"
        "You can have somebody to speak for you (an advocate). I can arrange that for you.\n"
        "Tell me what suits you, or ring me.\n\n"
        f"{worker}"
    ).rstrip()


def _went_well(case: CaseFile, since: Since) -> list[str]:
    current = current_version(case)
    done = [
        f"Done: {action.what}"
        for action in (current.actions if current else ())
        if action.outcome == DONE and since.holds(action.outcome_on)
    ]
    rated = sorted({r.skill for r in case.skill_ratings if since.holds(r.on) and r.tried})
    return [*done, *(f"You tried: {words_of(skill).lower()}" for skill in rated)]


def _we_did(case: CaseFile, since: Since) -> list[str]:
    seen = [contact for contact in case.contacts if _was_seen(contact, since)]
    times = f"{len(seen)} {'time' if len(seen) == 1 else 'times'}"
    said = [f"We met {times}"] if seen else []
    kept = [f"We kept our promise: {p.what}" for p in case.promises if since.holds(p.kept_on)]
    return [*said, *kept]


def _changed(case: CaseFile, since: Since) -> list[str]:
    homes = [
        f"You moved: {HOME_LABELS[home.type].lower()}"
        for home in case.homes
        if since.holds(home.start) and home.type in HOME_LABELS
    ]
    begun = [f"You began: {say_activity(a)}" for a in case.activities if since.holds(a.start)]
    return [*homes, *begun]


def _not_done(case: CaseFile, day: date) -> list[str]:
    late = [
        f"We are late with our promise: {promise.what}"
        for promise in case.promises
        if promise.kept_on is None and promise.broken_on is None and _past(promise.due_on, day)
    ]
    still = [
        f"Still to do: {action.what}" + (f" (by {show(action.due_on)})" if action.due_on else "")
        for action in open_actions(case)
    ]
    return [*late, *still]


def _was_seen(contact: Contact, since: Since) -> bool:
    return contact.rung in _SEEN and since.holds(contact.on)


def _past(due_on: date | None, day: date) -> bool:
    return due_on is not None and due_on < day
