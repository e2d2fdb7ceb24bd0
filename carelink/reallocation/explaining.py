"""Why does this person go to this adviser, and what does it cost? Said line by line."""

from collections.abc import Mapping
from typing import NamedTuple

from carelink.names import kept_apart
from carelink.reallocation.comparing import loads_after
from carelink.reallocation.proposing import Move, Proposal
from carelink.reallocation.scenario import Seat
from carelink.reallocation.suiting import marks_of, say_together
from carelink.workload.bearing import Borne
from carelink.workload.load import Workload
from carelink.workload.weights import Weights


class MoveLine(NamedTuple):
    """One move as it is read: who, from whom to whom, why this one, and what it costs."""

    move: Move
    name: str
    from_name: str
    to_name: str
    why: str
    costs: str
    together: str = ""

    @property
    def said(self) -> str:
        """All of it in one sentence."""
        first = f"{self.from_name} to {self.to_name}: {self.why}"
        return f"{first}. {self.costs}" if self.costs else first


def explain(proposal: Proposal, load: Workload, weights: Weights) -> list[MoveLine]:
    """Every move with its reasons, by name."""
    people = {one.person_id: one for held in load.advisers for one in held.people}
    people |= {one.person_id: one for one in (*load.several, *load.nobody)}
    seats = {seat.worker.worker_id: seat for seat in proposal.seats}
    after = loads_after(proposal, load, weights)
    lines = [
        _line(move, people[move.person_id], seats, proposal, load, weights, after)
        for move in proposal.moves
    ]
    return sorted(lines, key=lambda line: (line.name.casefold(), line.move.person_id))


def relationships_broken(proposal: Proposal, load: Workload) -> list[tuple[Borne, int | None]]:
    """Whose time with their adviser ends, with the whole months; the longest first."""
    moved = {move.person_id for move in proposal.moves}
    people = [one for held in load.advisers for one in held.people if one.person_id in moved]
    broken = [(one, one.continuity.months) for one in people]
    return sorted(broken, key=lambda pair: (-(pair[1] or 0), pair[0].person_id))


def say_broken(proposal: Proposal, load: Workload) -> str:
    """What it costs in relationships, in one sentence."""
    broken = relationships_broken(proposal, load)
    if not broken:
        return "No relationship ends."
    known = [months for _, months in broken if months is not None]
    number = f"{len(broken):,} relationship{'' if len(broken) == 1 else 's'} end"
    number += "s" if len(broken) == 1 else ""
    if not known:
        return f"{number}; how long they have lasted is not recorded."
    longest = f"the longest after {known[0]} months" if known[0] != 1 else "after a month"
    return f"{number}, {sum(known):,} months together in all, {longest}."


def _line(
    move: Move,
    person: Borne,
    seats: Mapping[str, Seat],
    proposal: Proposal,
    load: Workload,
    weights: Weights,
    after: Mapping[str, float],
) -> MoveLine:
    seat = seats[move.to_worker]
    now = load.workers.get(move.from_worker)
    marks = marks_of(person, seat, now, weights, must=True)
    good = [mark.says for mark in marks if mark.price <= 0]
    bad = [mark.says for mark in marks if mark.price > 0]
    why = [*good, _say_load(seat, proposal, after)]
    costs = [f"Ends {say_together(person)}"] if person.advisers else []
    names = {key: one.name for key, one in seats.items()}
    return MoveLine(
        move,
        kept_apart(person.name),
        names.get(move.from_worker, move.from_worker) or "Nobody",
        seat.name,
        "; ".join(why),
        "; ".join([*costs, *bad]),
        say_together(person) if person.advisers else "",
    )


def _say_load(seat: Seat, proposal: Proposal, after: Mapping[str, float]) -> str:
    """Where the adviser's load lies beside their share once all is done."""
    taking = [one for one in proposal.seats if one.fte is not None]
    hours = sum(one.fte or 0.0 for one in taking)
    total = sum(after[one.worker.worker_id] for one in taking)
    away = round(after[seat.worker.worker_id] - (seat.fte or 0.0) * total / hours, 1) + 0.0
    first = seat.name.split(" ")[0] if seat.name else "the"
    if abs(away) < 0.05:
        return f"{first}'s load is then their share"
    return f"{first}'s load is then {abs(away):g} {'below' if away < 0 else 'above'} their share"
