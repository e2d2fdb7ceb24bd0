"""On which working days is each worker there? Bank holidays, leave, first and last days count."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from carelink.dates import runs_on
from carelink.facts import Absence, Worker
from carelink.working_days import is_working_day


class Presence:
    """The working days from `first` to `last`, both counted, and who is there on each."""

    def __init__(
        self, workers: Mapping[str, Worker], absences: Sequence[Absence], first: date, last: date
    ) -> None:
        self._workers = workers
        self._away: dict[str, list[Absence]] = {}
        for absence in absences:
            self._away.setdefault(absence.worker_id, []).append(absence)
        length = max((last - first).days, 0) + 1
        days = (first + timedelta(days=at) for at in range(length))
        self.working = [day for day in days if is_working_day(day)]
        self._there: dict[str, list[date]] = {}

    def days(self, worker_id: str) -> list[date]:
        """The working days on which this worker is there, in order."""
        if worker_id not in self._there:
            worker = self._workers.get(worker_id) or Worker(worker_id)
            away = self._away.get(worker_id, ())
            self._there[worker_id] = [
                day
                for day in self.working
                if worker.works_on(day)
                and not any(runs_on(one.first_on, one.back_on, day) for one in away)
            ]
        return self._there[worker_id]

    def hours(self, worker_id: str) -> float:
        """The part of a full week worked; a whole one where none is recorded."""
        worker = self._workers.get(worker_id)
        if worker is None or worker.fte is None:
            return 1.0
        return max(worker.fte, 0.0)
