"""How do the form's answers become the note that is recorded? Every problem is named at once."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from carelink.case import CaseFile
from carelink.checks import check_contact
from carelink.errors import Problem, Refused
from carelink.facts import Activity, Confirmation, Contact, Event, Home, Promise
from carelink.home.checks import check_home
from carelink.learning.checks import check_activity
from carelink.plan.actions import ActionAnswer
from carelink.plan.checks import check_answer
from carelink.voice.checks import check_promising
from carelink.words import SUBJECTS, Rung
from db.recording import Note
from ui.contacts.answers import DATES, PROMPTS, Answers, actions_said
from ui.typed_dates import understood

_YES_NO = {"yes": True, "no": False}
_ASKED = frozenset({"same", "changed"})
_SEEN = frozenset({Rung.SEEN, Rung.SEEN_AT_HOME})
# Which field of the form stands for which field of a fact, where the two are named differently.
HOME_FIELDS = {
    "start": "home_since",
    "type": "home_type",
    "suitable": "home_suitable",
    "tenancy": "home_tenancy",
}
ACTIVITY_FIELDS = {"start": "activity_since", "code": "activity_code"}


class Written(NamedTuple):
    """Who writes the note, on which day, and how new things are named."""

    worker_id: str
    today: date
    new_id: Callable[[], str]


def note_of(answers: Answers, case: CaseFile, by: Written) -> Note:
    """The note these answers make; raises Refused with every problem beside its field."""
    problems = _not_understood(answers, by.today)
    contact = _contact(answers, by)
    home, activity = _home(answers, by), _activity(answers, by)
    came = [ActionAnswer(key, *said) for key, said in actions_said(answers.actions).items()]
    for answer in came:
        named = dict.fromkeys(("outcome", "outcome_words"), f"actions.{answer.action_id}")
        _gather(problems, check_answer, case, answer, by.today, named=named)
    promises = _promises(answers, contact, case, by, problems)
    _gather(problems, check_contact, case, contact, by.today)
    if home:
        _gather(problems, check_home, case, home, by.today, named=HOME_FIELDS)
    if activity:
        _gather(problems, check_activity, case, activity, by.today, named=ACTIVITY_FIELDS)
    if answers.worry == "yes" and not answers.worry_text:
        problems.append(Problem("worry_text", "Say what the worry is; your manager reads it."))
    if problems:
        raise Refused(*_one_a_field(problems))
    return Note(
        contact,
        _confirmations(answers, contact, by),
        home,
        activity,
        _events(answers, contact, by),
        promises,
        tuple(came),
    )


def note_text(answers: Answers) -> str:
    """The three prompts as one text, each under its heading; a prompt left empty is left out."""
    said = [(heading, getattr(answers, name)) for name, heading in PROMPTS.items()]
    return "\n\n".join(f"{heading}\n{text}" for heading, text in said if text)


def _contact(answers: Answers, by: Written) -> Contact:
    return Contact(
        contact_id=by.new_id(),
        person_id=answers.person_id,
        worker_id=by.worker_id,
        on=understood(answers.on, by.today),
        rung=answers.rung,
        begun_by=answers.begun_by,
        note=note_text(answers),
        alone=_YES_NO.get(answers.alone) if answers.rung in _SEEN else None,
        worry=answers.worry_text if answers.worry == "yes" else "",
        next_on=understood(answers.next_on, by.today, ahead=True),
    )


def _confirmations(answers: Answers, contact: Contact, by: Written) -> tuple[Confirmation, ...]:
    return tuple(
        Confirmation(answers.person_id, contact.contact_id, subject, said, by.new_id())
        for subject in SUBJECTS
        if (said := getattr(answers, subject))
    )


def _home(answers: Answers, by: Written) -> Home | None:
    if answers.home != "changed":
        return None
    return Home(
        person_id=answers.person_id,
        start=understood(answers.home_since, by.today),
        type=answers.home_type,
        suitable={"yes": "1", "no": "2"}.get(answers.home_suitable, ""),
        provided_by_authority=_YES_NO.get(answers.home_provided),
        tenancy=answers.home_tenancy,
        row_id=by.new_id(),
    )


def _activity(answers: Answers, by: Written) -> Activity | None:
    if answers.activity != "changed":
        return None
    start = understood(answers.activity_since, by.today)
    return Activity(answers.person_id, start, code=answers.activity_code, row_id=by.new_id())


def _events(answers: Answers, contact: Contact, by: Written) -> tuple[Event, ...]:
    if answers.home not in _ASKED or answers.home_checked not in _YES_NO:
        return ()
    check = Event(
        event_id=by.new_id(),
        person_id=answers.person_id,
        kind="suitability_check",
        on=contact.on,
        outcome=answers.home_checked,
        worker_id=by.worker_id,
    )
    return (check,)


def _promises(
    answers: Answers, contact: Contact, case: CaseFile, by: Written, problems: list[Problem]
) -> tuple[Promise, ...]:
    made = []
    for what, until in (("promise", "promise_by"), ("promise_2", "promise_2_by")):
        text, typed = getattr(answers, what), getattr(answers, until)
        if not text and not typed:
            continue
        promise = Promise(
            promise_id=by.new_id(),
            person_id=answers.person_id,
            contact_id=contact.contact_id,
            what=text,
            made_on=contact.on,
            due_on=understood(typed, by.today, ahead=True),
        )
        named = {"what": what, "due_on": until}
        _gather(problems, check_promising, case, promise, by.today, named=named)
        made.append(promise)
    return tuple(made)


def _not_understood(answers: Answers, today: date) -> list[Problem]:
    problems = []
    for name in DATES:
        typed = getattr(answers, name)
        if typed and understood(typed, today) is None:
            says = f'"{typed}" is not a date we understand. Try, say, 27 3 2027.'
            problems.append(Problem(name, says))
    return problems


def _gather(
    problems: list[Problem],
    check: Callable[..., None],
    *given: Any,
    named: dict[str, str] | None = None,
) -> None:
    try:
        check(*given)
    except Refused as refused:
        names = named or {}
        problems += [Problem(names.get(field, field), says) for field, says in refused.problems]


def _one_a_field(problems: list[Problem]) -> list[Problem]:
    """The first problem of each field: what was not understood need not be asked for again."""
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.field, problem)
    return list(first.values())
