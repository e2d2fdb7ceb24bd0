"""Which releases are attacked together with a new one? Each earlier one by itself, none left out.

Two releases hang together only by how few people changed in between. Every earlier release is set
against the new one with the number who changed from it to now, however long ago it was made. All
of them in one chain takes the solver minutes where few people changed, and is not run.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from carelink.attack import Known, Published, Verdict, attack
from carelink.disclosure import Dimension, Limits, Table
from carelink.disclosure.holding import changed_people
from carelink.figures.levels import Level
from carelink.release.earlier import Seats

_LEVELS = tuple(Level)
DimensionsAt = Callable[[Level], Mapping[str, Dimension]]


class Standing(NamedTuple):
    """A release as it is attacked: its texts, how finely it divides, and who stood where."""

    published: Published
    level: Level
    seats: Seats


def attacked(
    releases: Sequence[Standing],
    tables: Sequence[Table],
    dimensions_at: DimensionsAt,
    known: Sequence[Known],
    limits: Limits,
) -> Verdict:
    """What can be worked out by whoever holds all of these, the new one last.

    Shape: `dimensions_at` gives the dimensions of a level; `known` says by its place which release
    each total is of.
    """
    found: Verdict | None = None
    for places in _together(len(releases)):
        some = [releases[place] for place in places]
        verdict = attack(
            [one.published for one in some],
            known=[
                one._replace(release=places.index(one.release))
                for one in known
                if one.release in places
            ],
            changed=dict(_changed(some, tables, dimensions_at)),
            values=limits.values,
            hold_up_to=limits.hold_up_to,
            seconds=limits.seconds,
            full=False,
        )
        found = verdict if found is None else _both(found, verdict)
        if not verdict.safe:
            break
    assert found is not None
    return found


def _together(count: int) -> Iterator[tuple[int, ...]]:
    """The places of the releases that are attacked at once; the latest of them first."""
    new = count - 1
    yield from ((place, new) for place in range(new - 1, -1, -1)) if new else ((new,),)


def _changed(
    some: Sequence[Standing], tables: Sequence[Table], dimensions_at: DimensionsAt
) -> Iterator[tuple[int, Mapping[str, int]]]:
    """How many people changed in each table since the release before, by categories both have."""
    for at in range(1, len(some)):
        before, now = some[at - 1], some[at]
        coarser = max(before.level, now.level, key=_LEVELS.index)
        dimensions = dimensions_at(coarser)
        yield (
            at,
            {
                table.name: changed_people(table, dimensions, now.seats, before.seats)
                for table in tables
            },
        )


def _both(one: Verdict, other: Verdict) -> Verdict:
    """Two attacks as one: safe where both are, as narrow as the narrower."""
    return Verdict(
        one.safe and other.safe,
        one.figures + other.figures,
        min(one.narrowest, other.narrowest),
        (*one.failures, *other.failures),
        one.bounds,
        one.not_used,
        one.complete and other.complete,
        one.seconds + other.seconds,
    )
