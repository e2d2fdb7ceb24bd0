"""Do the values of one row of the open bundle go together?"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from carelink.dates import months_after
from carelink.exchange.fitting_oversight import CHECKS as OF_OVERSIGHT
from carelink.facts import (
    Circumstance,
    DutyAnswer,
    Home,
    Immigration,
    Person,
    Plan,
    Snooze,
    Suitability,
)
from carelink.home.schedule_2 import LIMBS
from carelink.nhs_number import is_nhs_number
from carelink.words import NEVER_SUITABLE


def problems_of(kind: str, fact: Any) -> list[str]:
    """What is wrong with a fact as a whole, each as a sentence that says what to do."""
    return list(_CHECKS[kind](fact)) if kind in _CHECKS else []


def _person(person: Person) -> Iterator[str]:
    born, died = person.date_of_birth, person.date_of_death
    if born and died and died < born:
        yield "date_of_death is before date_of_birth; correct one of them."
    if person.died is False and died:
        yield "died is N and date_of_death is given; correct one of them."
    if person.nhs_number and not is_nhs_number(person.nhs_number):
        yield "nhs_number fails its check digit; correct it or leave it empty."


def _period(fact: Any) -> Iterator[str]:
    if fact.start and fact.end and fact.end < fact.start:
        yield "end is before start; correct one of them."


def _circumstance(circumstance: Circumstance) -> Iterator[str]:
    yield from _period(circumstance)
    if circumstance.start is None and circumstance.kind != "programme_in_plan":
        yield "start is empty; give the day it began."


def _home(home: Home) -> Iterator[str]:
    yield from _period(home)
    if home.type in NEVER_SUITABLE and home.suitable == "1":
        what = "custody" if home.type == "X" else "no fixed home"
        yield f"suitable is 1, but {what} is never suitable; write 2."


def _suitability(judged: Suitability) -> Iterator[str]:
    against = [limb.field for limb in LIMBS if getattr(judged, limb.field) is False]
    if judged.suitable and against:
        yield f"suitable is Y, but {against[0]} is N; correct one of them."


def _duty_answer(answer: DutyAnswer) -> Iterator[str]:
    if answer.on is None:
        yield "on is empty; give the day of the answer."
    if not answer.reason.strip():
        yield "reason is empty; say why."
    if answer.on and answer.ask_again_on:
        if answer.ask_again_on > months_after(answer.on, 12):
            yield "ask_again_on is more than 12 months after on; bring it nearer."
        if answer.ask_again_on < answer.on:
            yield "ask_again_on is before on; correct one of them."


def _immigration(leave: Immigration) -> Iterator[str]:
    if leave.granted_on and leave.expires_on and leave.expires_on < leave.granted_on:
        yield "expires_on is before granted_on; correct one of them."


def _plan(plan: Plan) -> Iterator[str]:
    if plan.started_on and plan.ended_on and plan.ended_on < plan.started_on:
        yield "ended_on is before started_on; correct one of them."
    if plan.contact_every_days is not None and not 1 <= plan.contact_every_days <= 366:
        yield "contact_every_days is not between 1 and 366; correct it."


def _snooze(snooze: Snooze) -> Iterator[str]:
    if snooze.on and snooze.until and snooze.until < snooze.on:
        yield "until is before on; correct one of them."


_CHECKS: Mapping[str, Callable[[Any], Iterator[str]]] = {
    "people": _person,
    "workers": _period,
    "care_periods": _period,
    "circumstances": _circumstance,
    "allocations": _period,
    "homes": _home,
    "suitability": _suitability,
    "activities": _period,
    "duty_answers": _duty_answer,
    "immigration": _immigration,
    "plans": _plan,
    "snoozes": _snooze,
    **OF_OVERSIGHT,
}
