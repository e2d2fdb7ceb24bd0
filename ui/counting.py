"""How are the Board's figures counted without a whole roll of case files in memory?"""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from carelink.case import CaseFile
from carelink.figures import Release, headline_release

if TYPE_CHECKING:
    from ui.desk import Desk

_READ_AT_ONCE = 250
# What no figure asks for stays out of memory while a whole roll is counted; the figures look
# back two years and a half at most, to the first birthday of the year before.
_COUNTED_BACK = timedelta(days=3 * 366)
_NOT_COUNTED: dict[str, Any] = {
    "assessments": (),
    "plans": (),
    "plan_reviews": (),
    "events": (),
    "duty_answers": (),
    "entitlements": (),
    "snoozes": (),
    "confirmations": (),
    "promises": (),
}


def count(desk: "Desk", as_at: date) -> Release:
    """The headline figures of everybody; may take a while, any thread."""
    everyone = [person.person_id for person in desk.people()]
    cases: list[CaseFile] = []
    for first in range(0, len(everyone), _READ_AT_ONCE):
        some = desk.read(everyone[first : first + _READ_AT_ONCE])
        cases += [_counted_part(case, as_at) for case in some]
    return headline_release(cases, desk.rulebook, as_at)


def _counted_part(case: CaseFile, as_at: date) -> CaseFile:
    """The case without what no figure asks for, so that a whole roll of them is small."""
    lately = as_at - _COUNTED_BACK
    contacts = tuple(c for c in case.contacts if c.on is not None and c.on >= lately)
    return replace(case, contacts=contacts, worked_out={}, **_NOT_COUNTED)
