"""You said, we did: what they asked of us, what came of it, and whether they know."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.names import folded
from carelink.voice.promises import Standing, ledger_of
from carelink.voice.statements import Heard, voice_of
from carelink.voice.words import Stands

_WORD = re.compile(r"\w+")


class SaidAndDid(NamedTuple):
    """What they said, what we did on which day, and the day they were told (None: not yet).

    `could_not` says that we could not do it: `did` then says why, and what we do instead.
    """

    said: str
    did: str
    on: date | None
    told_on: date | None
    could_not: bool = False


class ForAGroup(NamedTuple):
    """Rows in which nobody is named, the newest first, and how many were left out for a name."""

    rows: tuple[SaidAndDid, ...]
    left_out: int


def said_and_did(case: CaseFile, day: date) -> list[SaidAndDid]:
    """What came of what they said, the newest first.

    A promise without their words is in the ledger and not here: there is nothing they said. A
    statement is here by its promises; by its answer where nothing was promised on it.
    """
    words = {said.statement_id: said.words for said in case.statements}
    settled = [standing for standing in ledger_of(case, day).standings if standing.ended_on]
    rows = [row for standing in settled if (row := _of_promise(standing, words)).said]
    promised_on = {promise.statement_id for promise in case.promises}
    rows += [
        _of_statement(heard)
        for heard in voice_of(case, day).heard
        if heard.stands in (Stands.DONE, Stands.DONE_LATE)
        and heard.statement.statement_id not in promised_on
    ]
    return sorted(rows, key=lambda row: row.on or date.min, reverse=True)


def for_a_group(cases: Iterable[CaseFile], day: date) -> ForAGroup:
    """The rows of many people without any name; whoever shows them reads them first.

    A row in which a name of the person, of someone around them or of a worker stands is left out
    whole, and counted: taking out the name alone would change what they said.
    """
    rows: list[SaidAndDid] = []
    left_out = 0
    for case in cases:
        names = _names(case)
        for row in said_and_did(case, day):
            if _names_somebody(f"{row.said} {row.did}", names):
                left_out += 1
            else:
                rows.append(row)
    rows.sort(key=lambda row: row.on or date.min, reverse=True)
    return ForAGroup(tuple(rows), left_out)


def _of_promise(standing: Standing, words: dict[str, str]) -> SaidAndDid:
    promise = standing.promise
    did = promise.did or promise.what
    could_not = standing.stands is Stands.BROKEN
    if could_not:
        parts = (promise.broken_why, promise.did)
        did = " ".join(part.strip().rstrip(".") + "." for part in parts if part.strip())
    return SaidAndDid(
        promise.said or words.get(promise.statement_id, ""),
        did,
        standing.ended_on,
        None if standing.to_tell else promise.told_on,
        could_not,
    )


def _of_statement(heard: Heard) -> SaidAndDid:
    said = heard.statement
    told_on = None if heard.to_tell else said.told_on
    return SaidAndDid(said.words, said.answer, said.answered_on, told_on)


def _names(case: CaseFile) -> set[str]:
    """Every word of every name in the file, folded as it is searched."""
    person = case.person
    named = [person.known_as, person.legal_name, person.previous_names]
    named += [supporter.name for supporter in case.supporters]
    named += [worker.name for worker in case.workers.values()]
    return {word for name in named for word in _WORD.findall(folded(name)) if len(word) > 1}


def _names_somebody(text: str, names: set[str]) -> bool:
    """Whether a name stands in the text, also with an ending: Naomi's."""
    words = _WORD.findall(folded(text))
    longer = tuple(name for name in names if len(name) > 2)
    return any(word in names or word.startswith(longer) for word in words)
