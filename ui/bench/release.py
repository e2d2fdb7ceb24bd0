"""How long does a safe release take? Counted, protected, attacked with what went before, written.

Beside it the limit: each figure to its nearest 5 by itself, with nothing proven. And how many cells
are hidden where figures are exact, beside what would be hidden by hand.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from carelink.errors import Refused
from ui.bench.stage import Stage
from ui.bench.timing import Timed, timed, told
from ui.desk import Desk
from ui.releasing import count_for

if TYPE_CHECKING:
    from carelink.disclosure import Frozen, Mode
    from carelink.figures.counting import Counting
    from carelink.figures.levels import Level
    from carelink.release.earlier import Earlier
    from carelink.release.prepared import Prepared

COUNTED = "release_counted"
ROUNDED = "release_rounded"
EXACT = "release_exact"
LIMIT = "release_limit"
FEWEST = "release_fewest_hidden"
BY_HAND = "release_hidden_by_hand"
SAYS = {
    COUNTED: "A release counted: everybody read from the store and asked once",
    ROUNDED: "  a pack rounded beside five earlier ones, attacked, all its files",
    EXACT: "  the same with exact figures and hidden cells",
    LIMIT: "  the limit: each figure to its nearest 5, nothing proven",
    FEWEST: "Cells hidden where figures are exact",
    BY_HAND: "  the same by hand: the next smallest of each line",
}
CELLS = "cells"
_EARLIER = 5
_BETWEEN = timedelta(days=61)
# A larger roll is released rounded; its exact figures are another council's question.
_EXACT_UP_TO = 500


def releases_on(stage: Stage, desk: Desk) -> Iterator[Timed]:
    """The sixth release of a year, in both modes."""
    people = stage.people
    count = partial(count_for, desk.ask, stage.store)
    yield timed(COUNTED, people, lambda _: count(stage.day), times=1)
    year = [count(stage.day - _BETWEEN * back) for back in range(_EARLIER, -1, -1)]
    yield from _in_mode(ROUNDED, people, year)
    yield timed(LIMIT, people, partial(_to_nearest_5, year[-1]), times=1)
    if people <= _EXACT_UP_TO:
        yield from _in_mode(EXACT, people, year)
        yield from _hidden(people, year[-1])


def _in_mode(what: str, people: int, year: "list[Counting]") -> Iterator[Timed]:
    """The last of the year, once those before it are in the ledger; nothing for too few people."""
    from carelink.disclosure import Mode

    mode = Mode.EXACT if what == EXACT else Mode.ROUNDED
    earlier: list[Earlier] = []
    try:
        for counting in year[:-1]:
            earlier += _kept(counting, _prepared(counting, mode, earlier))
        yield timed(what, people, lambda _: _written(year[-1], mode, earlier), times=1)
    except Refused:
        return


def _prepared(counting: "Counting", mode: "Mode", earlier: "list[Earlier]") -> "Prepared":
    from carelink.release.safe import safe_release

    return safe_release(counting, counting.as_at, mode=mode, earlier=earlier)


def _kept(counting: "Counting", prepared: "Prepared") -> "list[Earlier]":
    """The release as the ledger has it; nothing where none was safe."""
    from carelink.release.earlier import Earlier

    if prepared.release is None:
        return []
    at = datetime.combine(counting.as_at, time(12), UTC)
    return [Earlier(prepared.release, prepared.seats, at, True)]


def _written(counting: "Counting", mode: "Mode", earlier: "list[Earlier]") -> "Prepared":
    """Prepared, and all its files made where it is safe."""
    from ui.release_files import release_files

    prepared = _prepared(counting, mode, earlier)
    if prepared.release is not None:
        release_files(prepared.release, {}, [one.release for one in earlier])
    return prepared


def _frozen(counting: "Counting", level: "Level") -> "Frozen":
    from carelink.disclosure import Frozen
    from carelink.figures.dimensions import dimensions_at
    from carelink.figures.whitelist import tables_at

    tables = tuple(table.plain for table in tables_at(level))
    dimensions = dimensions_at(level)
    counts, at_most = counting.counts(tables, dimensions), counting.at_most(tables, dimensions)
    return Frozen(tables, dimensions, counts, at_most)


def _to_nearest_5(counting: "Counting", _: object) -> object:
    from carelink.figures.levels import Level

    frozen = _frozen(counting, Level.FULL)
    return {cell: 5 * round(count / 5) for cell, count in frozen.counts.items()}


def _hidden(people: int, counting: "Counting") -> Iterator[Timed]:
    """The fewest that the solver found, and what the plain way hides, of the grouped lists."""
    from carelink.disclosure.exact import exact
    from carelink.disclosure.greedy import by_hand
    from carelink.disclosure.unsafe import Unsafe
    from carelink.figures.levels import Level

    frozen = _frozen(counting, Level.GROUPED)
    try:
        shown = exact(frozen).shown.values()
        yield told(FEWEST, people, [float(sum(one is None for one in shown))], CELLS)
        yield told(BY_HAND, people, [float(by_hand(frozen).hidden)], CELLS)
    except Unsafe:
        return
