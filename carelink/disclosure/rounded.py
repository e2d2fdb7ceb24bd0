"""What is shown when every figure is rounded and all of them still add up?

Each figure is one of the two multiples of the base beside the truth, nought stays nought, and every
line adds up. Among all such answers that one is taken which changes the fewest figures since the
last release, and then that which a secret key asks for: whoever knows the method cannot tell from
the way a figure went how many people stood behind it.
"""

import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from carelink.disclosure.cells import Cell
from carelink.disclosure.frozen import Frozen
from carelink.disclosure.programme import Programme, Solved
from carelink.disclosure.protected import Mode, Protected, Why
from carelink.disclosure.unsafe import Unsafe

# A held figure was within 4 of a truth from which 2 people have changed since.
_HELD_WITHIN = 6
# What it costs to show a figure as far from the truth as it may be, beside a cost of 0 to 1.
_FARTHEST = 0.25
_OUT_OF_TIME = "No rounding of these figures was found in the time allowed."
_NO_ANSWER = "These figures cannot be rounded so that every line adds up."


def rounded(frozen: Frozen) -> Protected:
    """Every figure rounded, steady since the last release.

    Raises: Unsafe where no rounding adds up, or none was found in time.
    """
    rounding = _Rounding(frozen)
    solved = rounding.solved()
    shown = {cell: rounding.shown(cell, solved) for cell in frozen.cells}
    return Protected(
        Mode.ROUNDED,
        shown,
        dict(_held(frozen, shown)),
        proven=rounding.proven,
        cost=rounding.cost,
        seconds=rounding.programme.seconds,
    )


def _held(frozen: Frozen, shown: Mapping[Cell, int]) -> Iterator[tuple[Cell, Why]]:
    """The figures kept from before that are farther from the truth than others may be."""
    for cell, figure in shown.items():
        if abs(figure - frozen.counts[cell]) > frozen.limits.within:
            yield cell, Why.CHANGE


def preference(key: bytes, cell: Cell) -> float:
    """The part of the base from which the key asks for this cell to go up. Units: 0 to 1."""
    name = "\x1f".join(f"{dimension}\x1e{node}" for dimension, node in cell)
    digest = hmac.digest(key, name.encode(), "sha256")
    return (int.from_bytes(digest[:6], "big") + 1) / (2**48 + 2)


@dataclass
class _Place:
    """Where a cell stands in the programme, in multiples of the base.

    Shape: its figure is `floor`, one more where the column `up` is 1, and `beyond` farther where
    the column `kept` is 1: the last figure, outside the two beside the truth.
    """

    floor: int
    up: int | None = None
    kept: int | None = None
    beyond: int = 0

    def terms(self) -> Iterator[tuple[int, float]]:
        if self.up is not None:
            yield self.up, 1.0
        if self.kept is not None:
            yield self.kept, float(self.beyond)


@dataclass
class _Rounding:
    frozen: Frozen
    programme: Programme = field(default_factory=Programme)
    places: dict[Cell, _Place] = field(default_factory=dict)
    proven: bool = True
    cost: float = 0.0

    def __post_init__(self) -> None:
        for cell in self.frozen.cells:
            self.places[cell] = self._place(cell)
        self.programme.make_whole(range(self.programme.columns))
        for line in self.frozen.lines:
            self._adds_up(line.parts, line.whole, 0.0)
        for parts, whole in self.frozen.at_most:
            self._adds_up(parts, whole, -float("inf"))

    def shown(self, cell: Cell, solved: Solved) -> int:
        """The figure of a cell."""
        place = self.places[cell]
        multiple = place.floor + sum(solved.whole(at) * by for at, by in place.terms())
        return round(multiple) * self.frozen.limits.base

    def solved(self) -> Solved:
        """Held figures first, then steady ones, then as the key asks; each never at a loss."""
        solved = None
        for wanted in (self._changes(self.frozen.held), self._changes(self.frozen.cells)):
            if any(wanted.values()):
                solved = self._least(wanted, solved)
                self.programme.add_row(wanted.items(), -float("inf"), round(solved.cost) + 0.5)
        solved = self._least(dict(self._as_the_key_asks()), solved)
        self.cost = solved.cost
        return solved

    def _least(self, costs: Mapping[int, float], before: Solved | None) -> Solved:
        self.programme.price(costs)
        if before is not None:
            self.programme.begin_with(before.values)
        left = self.frozen.limits.seconds - self.programme.seconds
        solved = self.programme.least(left)
        self.proven = self.proven and solved.proven
        if solved.found:
            return solved
        if before is not None:
            return before._replace(cost=sum(before.values[at] * by for at, by in costs.items()))
        raise Unsafe(_NO_ANSWER if solved.proven else _OUT_OF_TIME)

    def _place(self, cell: Cell) -> _Place:
        base = self.frozen.limits.base
        truth = self.frozen.counts[cell]
        place = _Place(truth // base)
        top = place.floor
        if truth % base:
            place.up = self.programme.add_columns([0], [1])[0]
            top += 1
        last = self._last(cell)
        if last is not None and not place.floor <= last <= top:
            place.beyond = last - (top if last > top else place.floor)
            place.kept = self.programme.add_columns([0], [1])[0]
            if place.up is not None:
                self._only_from_there(place.up, place.kept, above=last > top)
        return place

    def _last(self, cell: Cell) -> int | None:
        """The last figure in multiples of the base, where it may be shown again."""
        base, within = self.frozen.limits.base, self.frozen.limits.within
        last = self.frozen.last.get(cell)
        if last is None or last % base:
            return None
        off = abs(last - self.frozen.counts[cell])
        may = max(within, _HELD_WITHIN) if cell in self.frozen.held else within
        return last // base if off <= may else None

    def _only_from_there(self, up: int, kept: int, *, above: bool) -> None:
        """A figure goes beyond the two beside the truth only from the nearer of them."""
        if above:
            self.programme.add_row([(kept, 1.0), (up, -1.0)], -1.0, 0.0)
        else:
            self.programme.add_row([(kept, 1.0), (up, 1.0)], 0.0, 1.0)

    def _adds_up(self, parts: tuple[Cell, ...], whole: Cell, least: float) -> None:
        """The parts are together the whole, or at most it where `least` is without end."""
        terms = [term for part in parts for term in self.places[part].terms()]
        terms += [(at, -by) for at, by in self.places[whole].terms()]
        over = self.places[whole].floor - sum(self.places[part].floor for part in parts)
        self.programme.add_row(terms, over + least, float(over))

    def _changes(self, cells: frozenset[Cell] | tuple[Cell, ...]) -> dict[int, float]:
        """A cost of 1 for every figure that could stay what it was and does not, but for a sum."""
        costs: dict[int, float] = {}
        for cell, place in self.places.items():
            last = self._last(cell)
            if cell not in cells or last is None:
                continue
            if place.kept is not None:
                costs[place.kept] = -1.0
            elif place.up is not None:
                costs[place.up] = -1.0 if last > place.floor else 1.0
        return costs

    def _as_the_key_asks(self) -> Iterator[tuple[int, float]]:
        base = self.frozen.limits.base
        for cell, place in self.places.items():
            if place.up is not None:
                over = self.frozen.counts[cell] % base
                cost = preference(self.frozen.key, cell) - over / base
                farthest = (over == 1) - (over == base - 1)
                yield place.up, cost + _FARTHEST * farthest
