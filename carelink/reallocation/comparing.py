"""What does each adviser carry before and after? Side by side, adding up to the same people."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from carelink.facts import Worker
from carelink.reallocation.proposing import Move, Proposal
from carelink.workload.bearing import Borne
from carelink.workload.load import Band, Workload, band_of
from carelink.workload.weights import Weights


class Side(NamedTuple):
    """One adviser at one time: how many, what they weigh, the hours, weight for a full week."""

    people: int
    weight: float
    fte: float | None
    per_fte: float | None
    band: Band


class Compared(NamedTuple):
    """One adviser before and after; `comes` and `goes` are how many people."""

    worker_id: str
    name: str
    before: Side
    after: Side
    comes: int
    goes: int


def compare(proposal: Proposal, load: Workload, weights: Weights) -> list[Compared]:
    """Every adviser by name, before and after; those whom nobody has and nobody offers too."""
    after = _people_after(proposal, load)
    held = {one.worker.worker_id: one for one in load.advisers}
    compared = []
    for seat in proposal.seats:
        key = seat.worker.worker_id
        was = held.get(key)
        people = after[key]
        weight = _weight(people, seat.worker, weights)
        hours = None if seat.goes else seat.fte
        per_fte = round(weight / hours, 2) if hours else None
        before = Side(0, 0.0, None, None, Band.CANNOT_TELL)
        if was is not None:
            before = Side(len(was.people), was.weight, was.fte, was.per_fte, was.band)
        compared.append(
            Compared(
                key,
                seat.name,
                before,
                Side(len(people), weight, hours, per_fte, band_of(per_fte, weights)),
                sum(move.to_worker == key for move in proposal.moves),
                sum(move.from_worker == key for move in proposal.moves),
            )
        )
    return compared


def loads_after(proposal: Proposal, load: Workload, weights: Weights) -> dict[str, float]:
    """What each adviser carries once all of it is done, by id."""
    after = _people_after(proposal, load)
    return {
        seat.worker.worker_id: _weight(after[seat.worker.worker_id], seat.worker, weights)
        for seat in proposal.seats
    }


def with_move(proposal: Proposal, person: Borne, to_worker: str) -> Proposal:
    """The proposal with one person going elsewhere, or staying where they are.

    The choice is the manager's from then on; the rest stays as it was worked out.
    """
    moves = [move for move in proposal.moves if move.person_id != person.person_id]
    if person.advisers and to_worker != person.advisers[0]:
        moves.append(Move(person.person_id, person.advisers[0], to_worker))
    undecided = tuple(left for left in proposal.undecided if left.person_id != person.person_id)
    moves.sort(key=lambda move: move.person_id)
    return proposal._replace(moves=tuple(moves), undecided=undecided, proven=False, gap=0.0)


def say_moves(proposal: Proposal, load: Workload) -> str:
    """The sum: of 25 people with an adviser who goes, 24 would move and 1 waits for a decision."""
    roll = load.roll
    moved = len(proposal.moves)
    same = roll - moved - len(proposal.undecided)
    parts = [f"{moved:,} would have a new adviser", f"{same:,} stay as they are"]
    if proposal.undecided:
        parts.append(f"{len(proposal.undecided):,} to be decided by you")
    return f"{roll:,} = {' + '.join(parts)}"


def _people_after(proposal: Proposal, load: Workload) -> Mapping[str, Sequence[Borne]]:
    goes = {move.person_id: move.to_worker for move in proposal.moves}
    after: dict[str, list[Borne]] = {seat.worker.worker_id: [] for seat in proposal.seats}
    for held in load.advisers:
        for person in held.people:
            after[goes.get(person.person_id, held.worker.worker_id)].append(person)
    return after


def _weight(people: Sequence[Borne], worker: Worker, weights: Weights) -> float:
    return round(sum(one.weight_with(worker, weights) for one in people), 2)
