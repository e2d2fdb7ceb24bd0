"""Who would go to whom? A proposal that is written nowhere until somebody applies it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import reduce
from heapq import nsmallest
from math import gcd
from typing import NamedTuple

from carelink.errors import Problem, Refused
from carelink.reallocation.question import HUNDREDTHS, POINT, Answer, Choice, Room, Slopes
from carelink.reallocation.scenario import (
    Hours,
    Leaver,
    Scenario,
    Seat,
    Starter,
    check_scenario,
    seats_after,
    whose,
)
from carelink.reallocation.suiting import marks_of, price_in_points
from carelink.workload.bearing import Borne
from carelink.workload.load import Workload
from carelink.workload.weights import Weights

# So that even with everything around it half a minute is kept.
SECONDS = 20.0
# Up to so many pairs of a person and an adviser each is weighed; beyond, the best few of each.
_ALL_PAIRS = 6_000
_BEST_FEW = 8
_LEAST_GAP_SAID = 0.001


class Move(NamedTuple):
    """One person who would go from one adviser to another."""

    person_id: str
    from_worker: str
    to_worker: str


class Left(NamedTuple):
    """One person who cannot stay and whom nobody is proposed for, and why; a manager decides."""

    person_id: str
    why: str


class Proposal(NamedTuple):
    """What could be done, as it was worked out on `day` for `scenario`.

    `seats` are the advisers as they will be. `undecided` are those for whom nobody is proposed;
    everyone else has the adviser of their move, or the one they had. `gap` and `proven` are the
    solver's; `narrowed` says that each was weighed with the few who suit them best.
    """

    day: date
    scenario: Scenario
    seats: tuple[Seat, ...]
    moves: tuple[Move, ...]
    undecided: tuple[Left, ...]
    gap: float
    proven: bool
    narrowed: bool

    @property
    def said(self) -> str:
        """How good it is, in words."""
        if self.proven and not self.narrowed:
            return "Proven: no other division costs less."
        few = f" Each was weighed with the {_BEST_FEW} advisers who suit them best."
        if self.proven:
            return "Proven among those weighed." + few
        most = max(self.gap, _LEAST_GAP_SAID)
        return f"A better one may cost up to {most:.1%} less." + (few if self.narrowed else "")


def propose(
    load: Workload,
    scenario: Scenario,
    weights: Weights,
    *,
    even_out: bool = False,
    seconds: float = SECONDS,
    stopped: Callable[[], bool] = lambda: False,
) -> Proposal | None:
    """The best division of the team's young people once this has happened; None when stopped.

    With `even_out` those whose adviser stays may move as well, where loads lie far apart.

    Raises: Refused when it cannot be worked out, with what would have to be put right.
    """
    from carelink.reallocation.solving import solve  # a library of some size, only when asked

    check_scenario(scenario, load, load.day)
    seats = seats_after(scenario, load)
    movers, undecided = _movers(load, scenario, even_out=even_out)
    taking = [seat for seat in seats if seat.fte is not None]
    if not taking:
        says = "Nobody is left who could take anyone: no other adviser has hours recorded."
        raise Refused(Problem("", says))
    choices, narrowed = _choices(movers, load, scenario, taking, weights, even_out=even_out)
    rooms = _rooms(choices, load, taking, weights)
    answer = solve(choices, rooms, _slopes(weights), seconds=seconds, stopped=stopped)
    if answer is None:
        return None
    return Proposal(
        load.day,
        scenario,
        seats,
        _moves(answer, movers, taking),
        tuple(undecided),
        answer.gap,
        answer.proven,
        narrowed,
    )


def _movers(
    load: Workload, scenario: Scenario, *, even_out: bool
) -> tuple[list[Borne], list[Left]]:
    """Who may be moved, by reference; and who must be and is left to the manager."""
    about = whose(scenario)
    movers, undecided = [], []
    for one in load.advisers:
        goes = one.worker.worker_id == about and not isinstance(scenario, Starter | Hours)
        asked = goes or even_out or isinstance(scenario, Starter) or one.worker.worker_id == about
        for person in one.people:
            why = _stays_because(person, load)
            if not why and asked:
                movers.append(person)
            elif why and goes:
                undecided.append(Left(person.person_id, why))
    for person in load.several:
        if about in person.advisers and isinstance(scenario, Leaver):
            why = "has two advisers; settle first who is theirs"
            undecided.append(Left(person.person_id, why))
    return sorted(movers, key=lambda one: one.person_id), undecided


def _stays_because(person: Borne, load: Workload) -> str:
    """Why nobody proposes to move them; empty when they may be moved."""
    if person.pinned and person.pinned in person.advisers:
        because = f": {person.pin_reason}" if person.pin_reason else ""
        return f"is to stay with {load.names.get(person.pinned, person.pinned)}{because}"
    return "is being handed over already" if person.moving else ""


def _choices(
    movers: Sequence[Borne],
    load: Workload,
    scenario: Scenario,
    taking: Sequence[Seat],
    weights: Weights,
    *,
    even_out: bool,
) -> tuple[list[Choice], bool]:
    """Each person with those who may have them, and whether these are only the best few."""
    places = {seat.worker.worker_id: at for at, seat in enumerate(taking)}
    narrowed = len(movers) * len(taking) > _ALL_PAIRS
    room = _room_per_fte(load, taking)
    choices = []
    for person in movers:
        at_home = places.get(person.advisers[0])
        now = load.workers.get(person.advisers[0])
        offered: Collection[int] = range(len(taking))
        if isinstance(scenario, Starter) and at_home is not None and not even_out:
            offered = {at_home, places[scenario.worker.worker_id]}
        costs = {
            at: price_in_points(marks_of(person, taking[at], now, weights, must=at_home is None))
            for at in offered
        }
        if narrowed and len(costs) > _BEST_FEW:
            best = nsmallest(_BEST_FEW, costs, key=lambda at: (costs[at], room[at], at))
            kept = {*best, best[0] if at_home is None else at_home}
            costs = {at: cost for at, cost in costs.items() if at in kept}
        heavy = {at: _hundredths(person.weight_with(taking[at].worker, weights)) for at in costs}
        choices.append(Choice(person.person_id, costs, heavy))
    return choices, narrowed


def _rooms(
    choices: Sequence[Choice], load: Workload, taking: Sequence[Seat], weights: Weights
) -> list[Room]:
    """What stays with each adviser, and their share of all there is by their hours."""
    moving = {one.person_id for one in choices}
    fixed = [
        sum(
            _hundredths(one.weight_with(seat.worker, weights))
            for one in _people_of(load, seat.worker.worker_id)
            if one.person_id not in moving
        )
        for seat in taking
    ]
    unit = _measure(choices, fixed)
    total = sum(fixed) + sum(min(one.weights.values()) for one in choices)
    hours = sum(seat.fte or 0.0 for seat in taking)
    return [
        Room(
            held,
            round((seat.fte or 0.0) * total / hours / unit) * unit,
            round((seat.fte or 0.0) * weights.target.high * HUNDREDTHS / unit) * unit,
        )
        for held, seat in zip(fixed, taking, strict=True)
    ]


def _measure(choices: Sequence[Choice], fixed: Sequence[int]) -> int:
    """Shares are rounded to what weights come in, so that a share can be met exactly."""
    weights = [weight for one in choices for weight in one.weights.values()]
    return reduce(gcd, [*weights, *fixed], 0) or 1


def _room_per_fte(load: Workload, taking: Sequence[Seat]) -> list[float]:
    held = {one.worker.worker_id: one.weight for one in load.advisers}
    return [held.get(seat.worker.worker_id, 0.0) / (seat.fte or 1.0) for seat in taking]


def _slopes(weights: Weights) -> Slopes:
    costs = weights.moving
    a_hundredth = POINT // HUNDREDTHS
    return Slopes(
        near=round(costs["imbalance"] * a_hundredth),
        far=round(max(costs["imbalance_far"], costs["imbalance"]) * a_hundredth),
        far_from=_hundredths(costs["far_from"]),
        above=round(costs["above_target"] * a_hundredth),
    )


def _moves(answer: Answer, movers: Sequence[Borne], taking: Sequence[Seat]) -> tuple[Move, ...]:
    goes: Mapping[str, str] = {
        person_id: taking[at].worker.worker_id for person_id, at in answer.chosen.items()
    }
    return tuple(
        Move(one.person_id, one.advisers[0], goes[one.person_id])
        for one in movers
        if goes[one.person_id] != one.advisers[0]
    )


def _people_of(load: Workload, worker_id: str) -> tuple[Borne, ...]:
    return next((one.people for one in load.advisers if one.worker.worker_id == worker_id), ())


def _hundredths(number: float) -> int:
    return round(number * HUNDREDTHS)
