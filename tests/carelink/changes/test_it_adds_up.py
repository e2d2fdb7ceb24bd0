"""The old figure and the listed changes make the new one exactly, whatever happened."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.changes import Comparing
from carelink.disclosure.cells import cell_at
from carelink.figures.counting import Counting
from carelink.figures.dimensions import dimensions_at
from carelink.figures.indicators import INDICATORS
from carelink.figures.levels import Level
from carelink.figures.whitelist import tables_at
from carelink.rulebook import load_rulebook
from tests.ui.bench.random_rolls import a_random_roll

RULEBOOK = load_rulebook()
DAY = date(2026, 11, 24)
BY_AGE = ("eet", "suitable_accommodation", "in_touch")
GROUPS = ("care_periods", "circumstances", "homes", "activities", "contacts")


def counted(cases, day):
    """Every figure counted by itself, another way: from the cells of its table."""
    counting = Counting(RULEBOOK, day)
    for case in cases:
        counting.take(case)
    tables = {table.name: table for table in tables_at(Level.FULL)}
    dimensions = dimensions_at(Level.FULL)
    cells = counting.counts([table.plain for table in tables.values()], dimensions)
    counts = Counter()
    for one in INDICATORS:
        table = tables[one.table]
        by_age = one.name.removesuffix("_birthday") in BY_AGE
        age = next((n for n in table.across if by_age and n in ("age_band", "age")), "")
        for band in dimensions[age].leaves if age else ("",):
            base = cell_at((*table.fixed, *(((age, band),) if age else ())))
            figure = (table.population, one.name, band)
            counts[figure, "base"] = cells[base]
            counts[figure, "number"] = cells[cell_at((*base, one.counted))]
    return counts


def as_it_was(case, losing, dice):
    """The case as it might have been known before: some facts not yet there, or nobody at all."""
    if dice == 0:
        return None
    if dice % 3 == 0:
        return case
    kept = {
        group: tuple(f for at, f in enumerate(getattr(case, group)) if (at + dice) % losing)
        for group in GROUPS
    }
    return replace(case, worked_out={}, **kept)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 500), st.integers(2, 5), st.integers(0, 7))
def test_the_changes_add_up_to_the_figures(seed, days_before, losing, dice):
    now = a_random_roll(20, seed, DAY)
    was = [as_it_was(case, losing, (at + dice) % 8) for at, case in enumerate(now)]
    before = DAY - timedelta(days=days_before)
    comparing = Comparing(RULEBOOK, before, DAY)
    for then, today in zip(was, now, strict=True):
        comparing.take(then, today)
    comparison = comparing.done()
    old, new = counted([case for case in was if case], before), counted(now, DAY)
    said = {tuple(figure.figure) for figure in comparison.figures}
    assert said >= {key for key, part in (old | new) if (old | new)[key, part]}
    for figure in comparison.figures:
        key = tuple(figure.figure)
        assert (figure.old_number, figure.old_base) == (old[key, "number"], old[key, "base"])
        assert (figure.number, figure.base) == (new[key, "number"], new[key, "base"])
        assert figure.reconciles
        assert all(change.number or change.base for change in figure.changes)
        assert all(change.says and change.name for change in figure.changes)
