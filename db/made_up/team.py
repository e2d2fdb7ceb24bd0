"""Who works with whom? The made-up team, and each life's advisers and social workers."""

from datetime import date, timedelta
from random import Random

from carelink.facts import Allocation, Worker
from db.made_up.life import Life
from db.made_up.names import a_worker_name
from db.made_up.twists import Plot, Twist

FIRST_MANAGER = "TM01"
A_CASELOAD = 25
_A_TEAM = 8 * A_CASELOAD
_TEAMS = ("River", "Castle", "Orchard", "Harbour", "Heath", "Meadow", "Bridge", "Mill")
_ADVISER, _SOCIAL_WORKER, _NURSE = "personal_adviser", "social_worker", "nurse"
_NO_ADVISER = {Plot.PRE_16, Plot.NOT_YET_ELIGIBLE, Plot.NONE}


def tell_workers(people: int, seed: int, as_at: date) -> list[Worker]:
    """Everyone who works here, and those who left, by id; the first manager is FIRST_MANAGER."""
    workers = [
        worker
        for caseload in range(_how_many(people, A_CASELOAD))
        for worker in _of_a_caseload(caseload, seed, as_at)
    ]
    for team in range(_how_many(people, _A_TEAM)):
        workers += _of_a_team(team, seed, as_at)
    return sorted(workers)


def _how_many(people: int, each: int) -> int:
    return max(1, -(-people // each))


def _of_a_caseload(caseload: int, seed: int, as_at: date) -> list[Worker]:
    """The adviser of a caseload, the adviser before them, and the children's social worker."""
    team, changed = _team(caseload * A_CASELOAD), _handed_over(caseload, seed, as_at)
    began = changed - timedelta(days=15)
    long_ago = as_at - timedelta(days=4000)
    number = caseload + 1
    fte = (1.0, 1.0, 0.8, 1.0, 0.6)[caseload % 5]
    return [
        _worker(f"PA{number:03d}", seed, _ADVISER, team, fte, began, None),
        _worker(f"PB{number:03d}", seed, _ADVISER, team, 1.0, long_ago, changed),
        _worker(f"SW{number:03d}", seed, _SOCIAL_WORKER, "Children in care", 1.0, long_ago, None),
    ]


def _of_a_team(team: int, seed: int, as_at: date) -> list[Worker]:
    """Manager, nurse, and two advisers who have left: one a while ago, one this fortnight."""
    name, number = _team(team * _A_TEAM), f"{team + 1:02d}"
    long_ago = as_at - timedelta(days=4000)
    left, left_lately = as_at - timedelta(days=40), as_at - timedelta(days=8)
    return [
        _worker(f"TM{number}", seed, "team_manager", name, 1.0, long_ago, None),
        _worker(f"NU{number}", seed, _NURSE, "Health", 0.8, long_ago, None),
        _worker(f"PC{number}", seed, _ADVISER, name, 1.0, long_ago, left),
        _worker(f"PD{number}", seed, _ADVISER, name, 1.0, long_ago, left_lately),
    ]


def _worker(
    worker_id: str, seed: int, role: str, team: str, fte: float, start: date, end: date | None
) -> Worker:
    return Worker(worker_id, worker_name(worker_id, seed), role, team, fte, start, end)


def worker_name(worker_id: str, seed: int) -> str:
    """What the worker of this id is called; nobody is called nothing."""
    return a_worker_name(Random(f"{seed}:worker:{worker_id}")) if worker_id else ""


def _team(index: int) -> str:
    team = index // _A_TEAM
    again = team // len(_TEAMS)
    return _TEAMS[team % len(_TEAMS)] + (f" {again + 1}" if again else "")


def _handed_over(caseload: int, seed: int, as_at: date) -> date:
    """The day on which the caseload last went from one adviser to another."""
    return as_at - timedelta(days=Random(f"{seed}:caseload:{caseload}").randint(150, 1200))


def manager_of(life: Life) -> str:
    """The manager of the team that works with them."""
    return f"TM{(life.number - 1) // _A_TEAM + 1:02d}"


def nurse_of(life: Life) -> str:
    """The nurse of the team that works with them."""
    return f"NU{(life.number - 1) // _A_TEAM + 1:02d}"


def tell_allocations(life: Life, seed: int) -> None:
    """Who worked with them in each role, oldest first."""
    caseload = (life.number - 1) // A_CASELOAD
    if life.care_from is not None:
        start = max(life.care_from, life.as_at - timedelta(days=2200))
        _allocate(life, f"SW{caseload + 1:03d}", _SOCIAL_WORKER, start, life.left_on)
    if life.eligible_on and life.happened(life.eligible_on) and life.chance(0.6):
        _allocate(life, nurse_of(life), _NURSE, life.eligible_on, life.turns_18)
    if (life.card.plot in _NO_ADVISER and not life.is_leaver) or life.has(Twist.NEVER_ALLOCATED):
        return
    started = life.owed_from or life.left_on or life.turns_18
    if life.is_leaver:
        started -= life.days(0, 30)
    if life.happened(started):
        _allocate_adviser(life, caseload, seed, started)


def _allocate_adviser(life: Life, caseload: int, seed: int, started: date) -> None:
    number = caseload + 1
    changed = _handed_over(caseload, seed, life.as_at)
    after = f"PA{number:03d}"
    if life.has(Twist.VACANCY, Twist.VACANCY_NEW):
        changed = life.as_at - timedelta(days=600)
        team = manager_of(life)[2:]
        after = ("PC" if life.has(Twist.VACANCY) else "PD") + team
    ended = life.card.plot in (Plot.DIED, Plot.NONE)
    over = life.last_day + timedelta(days=1) if ended else None
    if started < changed:
        first_over = min(changed, over or changed)
        _allocate(life, f"PB{number:03d}", _ADVISER, started, first_over)
        started = changed
    if over is None or started < over:
        _allocate(life, after, _ADVISER, started, over)


def _allocate(life: Life, worker_id: str, role: str, start: date, end: date | None) -> None:
    if end is not None and not end > start:
        return
    life.facts["allocations"].append(
        Allocation(life.person_id, worker_id, role, start, end, life.new_id("allocations"))
    )
