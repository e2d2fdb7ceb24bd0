"""What several duties ask of a case file: homes that count, events that satisfy, contacts named."""

from bisect import bisect_left
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import Span, show
from carelink.duties.finding import Finding, Found, Question, not_owed, unknown
from carelink.facts import Event, Home
from carelink.words import BEGUN_LABELS, HOME_LABELS, RUNG_LABELS, Rung

# Homes where a visit at home is not owed: custody, no home, address not known, abroad, deported.
NOT_VISITED = frozenset("XSRGH")
# A "no" that is still the thing done: the home was checked, the talk was had.
_NO_IS_AN_ANSWER = frozenset({"suitability_check", "turning_21_talk"})


def since(days: list[date], first: date) -> list[date]:
    """Those of the days, in order, that are on or after the first."""
    return days[bisect_left(days, first) :]


def satisfying(case: CaseFile, kind: str, first: date) -> list[date]:
    """The days, on or after `first`, of events of this kind that were done and not declined."""
    return [e.on for e in case.events_of(kind) if e.on and e.on >= first and _was_done(e)]


def not_wanted(case: CaseFile, kind: str, first: date) -> tuple[str | date, ...]:
    """A "no" or "declined" recorded for this kind, for the reason; it does not end our duty."""
    for event in reversed(case.events_of(kind)):
        if event.on and event.on >= first and not _was_done(event):
            return (" They said no on ", event.on, "; we still owe it.")
    return ()


def _was_done(event: Event) -> bool:
    if event.outcome == "declined":
        return False
    return event.outcome != "no" or event.kind in _NO_IS_AN_ANSWER


class VisitedHome(NamedTuple):
    """A home on the day, and the day it began (or is first known for)."""

    home: Home
    start: date | None


def home_for_visits(
    question: Question, *, provided: bool, began_in_spell: bool
) -> VisitedHome | Finding:
    """The home on the day where visits are owed; else why not, or what is missing to tell.

    `provided`: only homes the authority provides count. `began_in_spell`: only moves made since
    the duty began. What is known not to hold is said before what is missing.
    """
    home = question.case.home_on(question.day)
    if home is None:
        return unknown("no home is recorded for the day (homes.start)")
    if home.type in NOT_VISITED:
        return not_owed(f"No visits at home: {HOME_LABELS[home.type].lower()}.")
    if provided and home.provided_by_authority is False:
        return not_owed("The authority does not provide this home.")
    began = home.start or home.known_on
    if began_in_spell and began is not None and began < question.spell_start:
        return not_owed("They moved in on ", began, ", before this duty began.")
    if not home.type:
        return unknown("what kind of home it is is not recorded (homes.type)")
    if provided and home.provided_by_authority is None:
        return unknown("who provides the home is not recorded (homes.provided_by_authority)")
    if home.start is None and began_in_spell:
        return unknown("the day they moved in is not recorded (homes.start)")
    return VisitedHome(home, began)


def unless_doubtful(
    question: Question, finding: Finding, first: date, still: Span | None
) -> Finding:
    """Not late, but "cannot tell", where a contact of unknown rung may have satisfied the duty.

    `first`: the day from which it would count. `still`: a repeating clock it would start again.
    """
    doubtful = question.case.last_of_unknown_rung
    if finding.found is not Found.CLOCK or doubtful is None or doubtful < first:
        return finding  # what is done stays done
    if finding.due_on is None or max(finding.due_on, question.spell_start) >= question.day:
        return finding
    if still and still.after(doubtful) < question.day:
        return finding
    asked = f"how far the contact of {show(doubtful)} got is not recorded (contacts.rung)"
    return finding._replace(found=Found.DOUBTFUL, because=unknown(asked).because)


def contact_told(case: CaseFile, rung: Rung, day: date) -> Callable[[], str]:
    """Tells, when asked, how the contact of that day came about: how, with whom, who began it."""
    return partial(_told, case, rung, day)


def _told(case: CaseFile, rung: Rung, day: date) -> str:
    contact = case.contact_on(rung, day)
    if contact is None:
        return "not recorded how"
    named = case.worker_name(contact.worker_id)
    parts = [RUNG_LABELS[Rung(contact.rung)].lower()]
    if named:
        parts.append(f"with {named}")
    if contact.begun_by in BEGUN_LABELS:
        parts.append(BEGUN_LABELS[contact.begun_by])
    return ", ".join(parts)
