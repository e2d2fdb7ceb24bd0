"""What happens to the team: somebody leaves, begins, is away, or works other hours?"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from carelink.dates import show
from carelink.errors import Problem
from carelink.facts import Worker
from carelink.problems import refuse_if
from carelink.workload.load import Workload, hours_of

# What a worker who is not in the store yet is known by, until it is applied.
NEW = "new worker"


class Leaver(NamedTuple):
    """An adviser who goes; `on` is the first day they no longer work here."""

    worker_id: str
    on: date


class Starter(NamedTuple):
    """An adviser who begins on a day; `worker` carries NEW for an id while there is none."""

    worker: Worker
    on: date


class Away(NamedTuple):
    """An adviser who is away; `back_on` is the first day back, None while it is not known."""

    worker_id: str
    on: date
    back_on: date | None = None


class Hours(NamedTuple):
    """An adviser who works another part of the week from a day on."""

    worker_id: str
    fte: float
    on: date


Scenario = Leaver | Starter | Away | Hours


class Seat(NamedTuple):
    """An adviser as they will be. `fte` is None where they can take nobody, and `why_not` why.

    `goes` says that nobody may stay with them.
    """

    worker: Worker
    name: str
    fte: float | None
    goes: bool = False
    why_not: str = ""


def whose(scenario: Scenario) -> str:
    """Which adviser it is about."""
    return scenario.worker.worker_id if isinstance(scenario, Starter) else scenario.worker_id


def seats_after(scenario: Scenario, load: Workload) -> tuple[Seat, ...]:
    """Every adviser once it has happened, in the order of their names."""
    about = whose(scenario)
    seats = [_seat(one.worker, one.name, scenario) for one in load.advisers]
    if isinstance(scenario, Starter) and all(seat.worker.worker_id != about for seat in seats):
        seats.append(_seat(scenario.worker, scenario.worker.name or about, scenario))
    return tuple(sorted(seats, key=lambda seat: (seat.name.casefold(), seat.worker.worker_id)))


def check_scenario(scenario: Scenario, load: Workload, today: date) -> None:
    """What is asked can be worked out: a day that has not been, an adviser there is, real hours.

    Raises: Refused with every problem at once.
    """
    problems = []
    if scenario.on < today:
        problems.append(Problem("on", "Give today or a day to come: what was cannot be changed."))
    known = {one.worker.worker_id for one in load.advisers}
    if isinstance(scenario, Starter):
        problems += _starter_problems(scenario.worker)
    elif scenario.worker_id not in known:
        problems.append(Problem("worker_id", "Choose the adviser it is about."))
    if isinstance(scenario, Hours) and not 0 < scenario.fte <= 1:
        says = "Give the part of a full week, above 0 and up to 1. If it is none, they leave."
        problems.append(Problem("fte", says))
    if isinstance(scenario, Away) and scenario.back_on and scenario.back_on <= scenario.on:
        problems.append(Problem("back_on", "The day back is after the first day away."))
    refuse_if(problems)


def say_scenario(scenario: Scenario, names: Mapping[str, str]) -> str:
    """What happens, in words: "Naomi Price leaves; 1 December 2026 is the first day without"."""
    name = names.get(whose(scenario), whose(scenario))
    day = show(scenario.on)
    if isinstance(scenario, Leaver):
        return f"{name} leaves, from {day}"
    if isinstance(scenario, Starter):
        return f"{scenario.worker.name or name} begins on {day}, {scenario.worker.fte:g} of a week"
    if isinstance(scenario, Hours):
        return f"{name} works {scenario.fte:g} of a week from {day}"
    until = f", back {show(scenario.back_on)}" if scenario.back_on else ", no day back known"
    return f"{name} is away from {day}{until}"


def _starter_problems(worker: Worker) -> list[Problem]:
    problems = []
    if not worker.name.strip():
        problems.append(Problem("name", "Give the name of whoever begins."))
    if worker.fte is None or not 0 < worker.fte <= 1:
        problems.append(Problem("fte", "Give the part of a full week, above 0 and up to 1."))
    return problems


def _seat(worker: Worker, name: str, scenario: Scenario) -> Seat:
    about = worker.worker_id == whose(scenario)
    if about and isinstance(scenario, Leaver):
        return Seat(worker, name, None, True, "leaves")
    if about and isinstance(scenario, Away):
        return Seat(worker, name, None, True, "is away")
    if about and isinstance(scenario, Hours):
        return Seat(worker._replace(fte=scenario.fte), name, scenario.fte)
    if about and isinstance(scenario, Starter):
        return Seat(worker, name, hours_of(worker))
    if worker.end is not None and worker.end <= scenario.on:
        return Seat(worker, name, None, False, f"leaves by {show(worker.end)}")
    if worker.start is not None and worker.start > scenario.on:
        return Seat(worker, name, None, False, f"begins on {show(worker.start)}")
    if hours_of(worker) is None:
        why = "has no hours (FTE 0)" if worker.fte == 0 else "has no hours recorded"
        return Seat(worker, name, None, False, why)
    return Seat(worker, name, worker.fte)
