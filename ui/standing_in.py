"""For whom does a worker stand in today, and who is here for whom? From the facts of the team."""

from carelink.cover.covering import Stand, covered_by, stand_of
from ui.desk import Desk


def covered_today(desk: Desk, worker_id: str | None) -> list[Stand]:
    """For whom this worker stands in on the desk's day; nobody for everybody's list."""
    if not worker_id:
        return []
    absences, covers = desk.of_the_team("absences"), desk.of_the_team("covers")
    return covered_by(worker_id, absences, covers, desk.day)


def stand_today(desk: Desk, worker_id: str) -> Stand | None:
    """How this worker's work stands today; None where there is no such worker."""
    if worker_id not in desk.workers():
        return None
    absences, covers = desk.of_the_team("absences"), desk.of_the_team("covers")
    return stand_of(worker_id, absences, covers, desk.day)
