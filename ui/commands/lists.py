"""The lists: each person's legal status, and each duty's state, on a day."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from ui.commands.asking import (
    Program,
    all_cases,
    as_at_option,
    format_option,
    opened,
    reason_option,
    rulebook_for,
    store_option,
)
from ui.commands.printing import print_rows

if TYPE_CHECKING:
    from carelink.case import CaseFile
    from carelink.rulebook import Rulebook

_STATUS = ("person_id", "status", "since", "reason")
_DUTIES = ("person_id", "duty", "state", "due_on", "last_on", "basis", "source", "reason")


@click.command()
@store_option
@as_at_option
@format_option
@reason_option
@click.pass_obj
def status(
    program: Program, store: str, user: str, as_at: date | None, format_: str, reason: str
) -> None:
    """Each person's legal status on a day, and why."""
    from carelink.status import status_of

    day = as_at or program.today
    with opened(program, store, user) as held:
        cases = all_cases(held)
    standings = ((case.person.person_id, status_of(case, day)) for case in cases)
    rows = ((person_id, s.status.value, s.since, s.reason) for person_id, s in standings)
    print_rows(_STATUS, rows, format_)


@click.command()
@store_option
@as_at_option
@format_option
@reason_option
@click.pass_obj
def duties(
    program: Program, store: str, user: str, as_at: date | None, format_: str, reason: str
) -> None:
    """Each person's state for each duty on a day."""
    day = as_at or program.today
    rulebook = rulebook_for(store)  # before the heading is printed: a file of rules may be bad
    with opened(program, store, user) as held:
        cases = all_cases(held)
    print_rows(_DUTIES, _duty_rows(cases, rulebook, day), format_)


def _duty_rows(
    cases: "list[CaseFile]", rulebook: "Rulebook", day: date
) -> Iterator[tuple[object, ...]]:
    from carelink.duties import duties_of

    for case in cases:
        for duty in duties_of(case, rulebook, day):
            yield (
                *(duty.person_id, duty.duty, duty.state.value, duty.due_on, duty.last_on),
                *(duty.basis.value, duty.source, duty.reason),
            )
