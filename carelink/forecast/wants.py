"""Who will want another home, which, and when? One want a person: the first that comes."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from carelink.as_at import up_to
from carelink.case import CaseFile
from carelink.circumstances import covers as is_running
from carelink.dates import birthday
from carelink.facts import Home
from carelink.home.history import begun
from carelink.status import history_of

# What may be wanted, in the order shown.
STAYING_PUT = "Staying put with their carer"
OWN = "A home of their own"
SUPPORTED = "A home with support"
UNDECIDED = "Which kind is not decided"
KINDS = (OWN, SUPPORTED, STAYING_PUT, UNDECIDED)

# Why it is wanted, in the order shown; the earliest comes first, of one day the first named.
TURNING_18 = "Turns 18 in a home of our care"
STAYING_PUT_ENDS = "Staying put ends"
RELEASE = "Comes out of custody"
TENANCY = "A home is offered and taken, and not yet moved into"
MOVE_ON = "The home or its support is to end"
NOT_SAFE = "Lives in an emergency or unsuitable home now"
REASONS = (NOT_SAFE, TENANCY, RELEASE, TURNING_18, STAYING_PUT_ENDS, MOVE_ON)

_UNSUITABLE_NOW = frozenset("SVW")
_TOWARDS_THEIR_OWN = frozenset({"homechoice_registered", "homechoice_priority", "bid", "offer"})


class Want(NamedTuple):
    """Somebody who will want another home: from when (None: no day is known), which, and why."""

    person_id: str
    name: str
    on: date | None
    kind: str
    why: str


def want_of(case: CaseFile, day: date) -> Want | None:
    """The first change of home that is to be expected from the day on; None when there is none."""
    case = up_to(case, day)
    found = list(_wants(case, day))
    if not found:
        return None
    on, why = min(found, key=lambda want: (want[0] or date.max, REASONS.index(want[1])))
    return Want(case.person.person_id, case.person.name, on, _kind(case, why), why)


def _wants(case: CaseFile, day: date) -> Iterator[tuple[date | None, str]]:
    home = case.home_on(day)
    if home is not None and home.type == "X":
        yield home.expected_end, RELEASE
    elif home is not None:
        if home.type in _UNSUITABLE_NOW or home.emergency or home.suitable == "2":
            yield day, NOT_SAFE
        ends = [on for on in (home.expected_end, home.support_until) if on is not None]
        if ends:
            yield min(ends), MOVE_ON
    taken = _home_taken(case, home)
    if taken is not None:
        yield taken, TENANCY
    yield from _by_age(case, day)


def _by_age(case: CaseFile, day: date) -> Iterator[tuple[date | None, str]]:
    born = case.person.date_of_birth
    history = history_of(case, day)
    if born is not None and day < birthday(born, 18) and history.care.stretch_on(day):
        yield birthday(born, 18), TURNING_18
    for staying in history.circumstances.of("staying_put"):
        if is_running(staying, day):
            at_21 = birthday(born, 21) if born else None
            ends = [on for on in (staying.end, at_21) if on is not None]
            yield min(ends, default=None), STAYING_PUT_ENDS


def _home_taken(case: CaseFile, home: Home | None) -> date | None:
    """The day they took an offer that no move has followed."""
    taken = [
        step.on
        for step in case.housing_steps
        if step.kind == "offer" and step.outcome == "accepted" and step.on
    ]
    last = max(taken, default=None)
    return last if last and (home is None or begun(home) < last) else None


def _kind(case: CaseFile, why: str) -> str:
    """Which kind is wanted, by what has been decided or begun; nothing is guessed."""
    if why == TURNING_18:
        decided = case.events_of("staying_put_decision")
        if decided and decided[-1].outcome == "yes":
            return STAYING_PUT
    if why == TENANCY or any(step.kind in _TOWARDS_THEIR_OWN for step in case.housing_steps):
        return OWN
    panel = [step for step in case.housing_steps if step.kind == "resources_panel"]
    return SUPPORTED if any(step.outcome == "agreed" for step in panel) else UNDECIDED
