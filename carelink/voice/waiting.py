"""Which promises and answers wait for us, whosever they are: late, due soon, or not yet told?"""

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.voice.pressing import due_of, id_of, say_pressing
from carelink.voice.promises import Standing, ledger_of
from carelink.voice.statements import Heard, voice_of
from carelink.voice.words import Stands


class Wait(IntEnum):
    """What it waits for, the most pressing first."""

    LATE = 0
    SOON = 1
    TO_TELL = 2


class Waiting(NamedTuple):
    """One promise or answer that waits. `on` is its day: due, or since when they could be told."""

    key: str
    person_id: str
    name: str
    adviser: str
    wait: Wait
    on: date | None
    sentence: str


_WAITS = {Stands.LATE: Wait.LATE, Stands.DUE_SOON: Wait.SOON}


def waiting_of(case: CaseFile, day: date) -> tuple[Waiting, ...]:
    """Everything of this person that waits for us on the day."""
    every: list[Standing | Heard] = [*ledger_of(case, day).standings, *voice_of(case, day).heard]
    return tuple([_waiting(case, one, day) for one in every if one.stands in _WAITS or one.to_tell])


def place_of(one: Waiting) -> tuple[Wait, date, str, str, str]:
    """Its place among all that wait: what is late first, and in each the longest wait."""
    return one.wait, one.on or date.max, one.name.casefold(), one.person_id, one.key


def _waiting(case: CaseFile, one: Standing | Heard, day: date) -> Waiting:
    if one.to_tell:
        wait, on, sentence = Wait.TO_TELL, _ended(one), _to_tell(one)
    else:
        wait, on, sentence = _WAITS[one.stands], due_of(one), say_pressing(one)
    person = case.person
    return Waiting(
        id_of(one), person.person_id, person.name, case.adviser_name(day), wait, on, sentence
    )


def _ended(one: Standing | Heard) -> date | None:
    return one.ended_on if isinstance(one, Standing) else one.statement.answered_on


def _to_tell(one: Standing | Heard) -> str:
    if isinstance(one, Heard):
        return "They do not have our answer yet"
    came = "could not be kept" if one.stands is Stands.BROKEN else "was kept"
    return f"They do not know that a promise {came}: {one.promise.what}"
