"""What does a chart of load show? What each adviser carries, by name; never a ranking."""

from typing import NamedTuple

from carelink.charts.chart import Told, number, sentence


class WorkerLoad(NamedTuple):
    """What one adviser carries; `says` is what cannot be told, such as "No FTE is recorded"."""

    name: str
    people: float | None
    weight: float | None
    target: tuple[float, float] | None = None
    says: str = ""


class Load(NamedTuple):
    """The advisers of a team. `measured` names what the range is for, such as "people"."""

    title: str
    workers: tuple[WorkerLoad, ...]
    measured: str = "people"


def in_order(load: Load) -> list[WorkerLoad]:
    """By name, always: the order of a chart is read as a ranking otherwise."""
    return sorted(load.workers, key=lambda worker: worker.name.casefold())


def told_of_load(load: Load) -> Told:
    """Each adviser's people, weight and range, by name."""
    headers = ("Adviser", "People", "Weight", f"Range of {load.measured}", "What cannot be told")
    rows = [
        (
            worker.name,
            number(worker.people),
            number(worker.weight),
            _range(worker.target),
            worker.says,
        )
        for worker in in_order(load)
    ]
    if not load.workers:
        return Told(sentence([load.title, "No adviser is recorded"]), headers, ())
    parts = [
        f"{worker.name}: {number(worker.people)} people, weight {number(worker.weight)}"
        for worker in in_order(load)
    ]
    return Told(sentence([load.title, *parts]), headers, tuple(rows))


def _range(target: tuple[float, float] | None) -> str:
    return "none" if target is None else f"{number(target[0])} to {number(target[1])}"
