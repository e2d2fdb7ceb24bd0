"""What will each duty's rate be some weeks on at the present pace, and what would keep it up?

Whoever falls due first is seen first; each visit starts that person's clock again. How many are
seen on a day is what the last twelve weeks show of each adviser, on the days they are there.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from carelink.facts import Absence, Worker
from carelink.pace.clocks import DUTIES, Seat, seat_of
from carelink.pace.keeping_up import Keeping, Visit, keep_up
from carelink.pace.outlook import Outlook, Rate, trend_of
from carelink.pace.presence import Presence
from carelink.pace.projecting import project
from carelink.pace.said import notes_of, say_keeping, say_outlook
from carelink.pace.speed import WEEKS_BACK, paces_of

__all__ = [
    "DUTIES",
    "WEEKS_AHEAD",
    "WEEKS_BACK",
    "Keeping",
    "Outlook",
    "Rate",
    "Seat",
    "Visit",
    "notes_of",
    "outlook_of",
    "say_keeping",
    "say_outlook",
    "seat_of",
    "trend_of",
]

WEEKS_AHEAD = 12


def outlook_of(
    duty: str,
    seats: Iterable[Seat],
    workers: Mapping[str, Worker],
    absences: Sequence[Absence],
    day: date,
    until: date,
    target: int = 90,
) -> Outlook:
    """How one duty goes on to the day `until`, and which visits keep it at the target.

    Units: `target` in per cent. The seats must have been taken on the day, at least up to `until`.
    """
    held = [seat for seat in seats if duty in seat.clocks]
    held = [seat for seat in held if seat.clocks[duty].owed_from <= until]
    clocks = sorted(
        (seat.clocks[duty] for seat in held),
        key=lambda clock: (clock.due_on or date.max, clock.name.casefold(), clock.person_id),
    )
    acts = [act for seat in held for act in seat.acts[duty]]
    presence = Presence(workers, absences, day - timedelta(weeks=WEEKS_BACK), until)
    advisers = {clock.worker_id for clock in clocks} | {act.worker_id for act in acts}
    paces = paces_of(sorted(advisers - {""}), acts, presence, day)
    projection = project(clocks, paces, presence, day, until)
    keeping = keep_up(clocks, paces, presence, projection, target)
    return Outlook(duty, clocks, paces, projection, keeping, target, workers, tuple(absences))
