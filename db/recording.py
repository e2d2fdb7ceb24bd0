"""What did the worker just do? The verbs, each one gesture: checked whole, then written whole."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import uuid4

from carelink.case import CaseFile
from carelink.checks import (
    check_allocation,
    check_contact,
    check_event,
)
from carelink.errors import Problem, Refused
from carelink.facts import Activity, Allocation, Confirmation, Contact, Event, Home, Person, Promise
from carelink.home.checks import check_home
from carelink.learning.checks import check_activity
from carelink.person.checks import check_person
from carelink.plan.actions import ActionAnswer
from carelink.plan.checks import check_answer
from carelink.voice.checks import check_promising
from db.answering import answer_duty as answer_duty
from db.answering import snooze_duty as snooze_duty
from db.housing import end_till_then
from db.plan_actions import answer_action
from db.reading import read_case, read_workers, version_of
from db.tables import USERS
from db.trail import Writing, add, amend, keep


class Note(NamedTuple):
    """The two-minute note after a contact: what happened, what was found, what was promised.

    `actions` says what came of actions of the plan.

    What belongs to it may leave out its person and contact: they are the contact's own.
    """

    contact: Contact
    confirmations: tuple[Confirmation, ...] = ()
    home: Home | None = None
    activity: Activity | None = None
    events: tuple[Event, ...] = ()
    promises: tuple[Promise, ...] = ()
    actions: tuple[ActionAnswer, ...] = ()


def record_note(writing: Writing, note: Note) -> str:
    """Record a contact with all that came of it; returns the contact's id.

    Raises: Refused with every problem at once. A field of the contact is named as it is, one of
    what belongs to it after its group: `home.start`, `activity.code`, `promises.what`.
    """
    contact: Contact = _named(note.contact, "contact_id")
    case = _case_for(writing, "contacts", contact.contact_id, contact.person_id)
    note = _belonging(note, contact)
    today = writing.today
    _check_all(
        lambda: check_contact(case, contact, today),
        *(_within("promises", check_promising, case, said, today) for said in note.promises),
        *(_within("events", check_event, event, today) for event in note.events),
        *(_within(f"actions.{a.action_id}", check_answer, case, a, today) for a in note.actions),
        *(_within("home", check_home, case, home, today) for home in [note.home] if home),
        *(_within("activity", check_activity, case, act, today) for act in [note.activity] if act),
    )
    add(writing, "contacts", [contact])
    add(writing, "confirmations", note.confirmations)
    add(writing, "events", note.events)
    add(writing, "promises", note.promises)
    for answer in note.actions:
        answer_action(writing, answer, contact.on)
    if note.home:
        _move(writing, case, note.home)
    if note.activity:
        _turn_to(writing, case, note.activity)
    return contact.contact_id


def record_contact(writing: Writing, contact: Contact) -> str:
    """Record a contact by itself; returns its id.

    Raises: Refused with every problem at once, also when the id is recorded already.
    """
    return record_note(writing, Note(contact))


def record_activity(writing: Writing, activity: Activity) -> str:
    """Record what they do from a day on; what was open till then ends that day.

    Raises: Refused with every problem at once.
    """
    activity = _named(activity, "row_id")
    case = _case_for(writing, "activities", activity.row_id, activity.person_id)
    check_activity(case, activity, writing.today)
    return _turn_to(writing, case, activity)


def add_person(writing: Writing, person: Person) -> str:
    """Begin a case file; returns the council's reference.

    Raises: Refused with every problem at once, also when the reference is taken.
    """
    check_person(person, writing.today)
    if version_of(writing.connection, "people", person.person_id) is not None:
        says = f"Somebody has the reference {person.person_id} already."
        raise Refused(Problem("person_id", says))
    (person_id,) = add(writing, "people", [person])
    return person_id


def allocate(writing: Writing, allocation: Allocation) -> str:
    """Say who works with somebody from a day on; who did so in that role till then ends that day.

    Raises: Refused for a worker who is not there or a day that has not been.
    """
    allocation = _named(allocation, "row_id")
    case = _case_for(writing, "allocations", allocation.row_id, allocation.person_id)
    check_allocation(allocation, read_workers(writing.connection), writing.today)
    same = (held for held in case.allocations if held.role == allocation.role)
    _end(writing, "allocations", same, allocation.start)
    (row_id,) = add(writing, "allocations", [allocation])
    return row_id


def link_user(writing: Writing, worker_id: str) -> str:
    """Say which worker of the team the user is, so that My week knows whose young people to show.

    Raises: Refused when there is no such worker.
    """
    if worker_id not in read_workers(writing.connection):
        raise Refused(Problem("worker_id", "Choose one of the team's workers."))
    keep(writing, USERS, writing.user_id, {"worker_id": worker_id})
    return worker_id


def _named(fact: Any, key: str) -> Any:
    """The fact with an id of its own, made here so that it is the same wherever it arrives."""
    return fact if getattr(fact, key) else fact._replace(**{key: uuid4().hex})


def _case_for(writing: Writing, kind: str, key: str, person_id: str) -> CaseFile:
    """The person's case as it is, unless what is to be recorded is there already."""
    if version_of(writing.connection, kind, key) is not None:
        says = "This is recorded already; it was not recorded a second time."
        raise Refused(Problem("", says))
    return read_case(writing.connection, person_id)


def _belonging(note: Note, contact: Contact) -> Note:
    """The note with its person and its contact said everywhere."""
    whose: dict[str, Any] = {"person_id": contact.person_id}
    theirs: dict[str, Any] = {**whose, "contact_id": contact.contact_id}
    return Note(
        contact,
        tuple(said._replace(**theirs) for said in note.confirmations),
        _named(note.home._replace(**whose), "row_id") if note.home else None,
        _named(note.activity._replace(**whose), "row_id") if note.activity else None,
        tuple(
            event._replace(**whose, on=event.on or contact.on, worker_id=contact.worker_id)
            for event in note.events
        ),
        tuple(_promised(said._replace(**theirs), contact) for said in note.promises),
        note.actions,
    )


def _promised(promise: Promise, contact: Contact) -> Promise:
    return promise._replace(
        made_on=promise.made_on or contact.on,
        source=promise.source or "note",
        worker_id=promise.worker_id or contact.worker_id,
    )


def _within(group: str, check: Callable[..., None], *given: Any) -> Callable[[], None]:
    """The check, naming its fields after the group they stand in."""

    def checked() -> None:
        try:
            check(*given)
        except Refused as refused:
            named = [Problem(f"{group}.{field}", says) for field, says in refused.problems]
            raise Refused(*named) from None

    return checked


def _check_all(*checks: Callable[[], None]) -> None:
    """Run every check, so that all there is to put right is said at once."""
    problems: list[Problem] = []
    for check in checks:
        try:
            check()
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(*problems)


def _move(writing: Writing, case: CaseFile, home: Home) -> str:
    end_till_then(writing, case, home)
    (row_id,) = add(writing, "homes", [home])
    return row_id


def _turn_to(writing: Writing, case: CaseFile, activity: Activity) -> str:
    _end(writing, "activities", case.activities, activity.start)
    (row_id,) = add(writing, "activities", [activity])
    return row_id


def _end(writing: Writing, kind: str, facts: Iterable[Any], day: date | None) -> None:
    """End what is open and began before the day: a new one in its place says that it is over."""
    for fact in facts:
        begun = fact.start or getattr(fact, "known_on", None) or date.min
        if day is not None and fact.end is None and begun < day:
            amend(writing, kind, fact.row_id, {"end": day})
