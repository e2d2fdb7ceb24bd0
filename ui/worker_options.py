"""Which workers can be chosen from a list? Those who are here, two of one name told apart."""

from datetime import date

from carelink.facts import Worker
from carelink.said import worker_told_apart
from carelink.words import ADVISER
from ui.fields import Option


def worker_options(workers: dict[str, Worker], day: date, none: str = "") -> list[Option]:
    """Everyone who works here on the day, advisers first; two of one name are told apart."""
    here = [w for w in workers.values() if w.end is None or w.end > day]
    here.sort(key=lambda w: (w.role != ADVISER, w.name.casefold(), w.worker_id))
    return [("", none), *((w.worker_id, worker_told_apart(w.worker_id, workers)) for w in here)]
