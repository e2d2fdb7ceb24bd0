"""Who decides on what the team must see? The team managers here; that there is none is said."""

from collections.abc import Iterable
from datetime import date

from carelink.facts import Worker
from carelink.words import MANAGER

_NOBODY = "Nobody here is recorded as a team manager: nothing can be decided until somebody is"


def managers_on(workers: Iterable[Worker], day: date) -> list[Worker]:
    """The team managers who work here on the day, by name."""
    here = [worker for worker in workers if worker.role == MANAGER and worker.works_on(day)]
    return sorted(here, key=lambda worker: (worker.name.casefold(), worker.worker_id))


def say_who_decides(workers: Iterable[Worker], role: str, day: date) -> str:
    """For a user of this role: who decides here; empty for a team manager, who may."""
    if role == MANAGER:
        return ""
    named = [worker.name or worker.worker_id for worker in managers_on(workers, day)]
    return f"Decided here by {', '.join(named)}" if named else _NOBODY
