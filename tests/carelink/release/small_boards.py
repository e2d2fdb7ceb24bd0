"""A year's releases of a small roll, made by the program itself over lists of a few small tables.

The lists stand in for the Board's own; what counts, protects, holds, attacks and refuses is the
program's.
"""

from contextlib import contextmanager
from datetime import UTC, datetime, time
from typing import NamedTuple

import pytest

from carelink.errors import Refused
from carelink.figures.contract import Definition, Indicator
from carelink.figures.counting import Counting
from carelink.figures.dividing import label_of
from carelink.release import about, safe
from carelink.release.earlier import Earlier
from carelink.release.prepared import Prepared

# The whole lists, however small the roll: what is unsafe then is for the attack to find.
FULLY = {"HEADLINE_UNDER": 0, "FULL_FROM": 0, "SMALL_SHARE": 2}


class Seated(Counting):
    """A count of people of whom it is known where they stand."""

    def __init__(self, lists, standing):
        self.as_at = standing.as_at
        self._lists = lists
        self._alike = {}
        self._answers = {
            who: tuple(self._one_of(one) for one in held) for who, held in standing.seats.items()
        }
        self._born = dict.fromkeys(self._answers)

    @property
    def periods(self):
        names = dict.fromkeys(table.population for table in self._lists.tables)
        return {name: (self.as_at, self.as_at, f"{name} on the day") for name in names}

    def definition_of(self, indicator):
        return Definition(indicator.name, indicator.version, indicator.title, ())

    def at_most(self, tables, dimensions):
        shown = self.counts(tables, dimensions).keys()
        return tuple(
            (parts, whole)
            for parts, whole in self._lists.at_most
            if whole in shown and shown >= set(parts)
        )

    def unknown(self, indicator):
        return []


class Day(NamedTuple):
    """What came of one day of a year: the true counts, and the release or why there is none."""

    standing: object
    counting: Counting
    prepared: Prepared | None
    refused: str
    earlier: tuple


@contextmanager
def board_of(lists, **settings):
    """For as long as this lasts the Board's lists are these."""
    indicators = tuple(
        Indicator(table, 1, f"Share of {table}", "numbers", table, pair, ())
        for table, pair in lists.counted.items()
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(safe, "tables_at", lambda level: lists.tables)
        patch.setattr(safe, "dimensions_at", lists.dimensions_at)
        patch.setattr(safe, "INDICATORS", indicators)
        patch.setattr(about, "LABELS", {one.name: label_of(one) for one in lists.divisions})
        for name, value in settings.items():
            patch.setattr(safe, name, value)
        yield


def released(lists, year, mode, **more):
    """Each day of the year in turn: the release, if it is safe, is in the ledger of the next."""
    earlier = ()
    for standing in year:
        counting = Seated(lists, standing)
        prepared, refused = None, ""
        try:
            prepared = safe.safe_release(
                counting,
                standing.as_at,
                mode=mode,
                earlier=earlier,
                **more,
            )
        except Refused as told:
            refused = str(told)
        day = Day(standing, counting, prepared, refused, earlier)
        yield day
        if prepared and prepared.release:
            earlier = (*earlier, kept(day))


def kept(day):
    """The release of a day as the ledger has it."""
    at = datetime.combine(day.standing.as_at, time(12), UTC)
    return Earlier(day.prepared.release, day.counting.seats, at, True)
