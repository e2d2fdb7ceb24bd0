"""Random small rolls, a year of releases each: whatever is given out cannot be unpicked.

A few hundred rolls here; `CARELINK_ROLLS=5000` in the environment tries that many.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from carelink.attack import Published, attack
from carelink.disclosure import Mode
from carelink.figures.levels import Level
from carelink.release.percents import percent_of
from carelink.release.rows import write_rows
from tests.carelink.release import counted_out, leavers
from tests.carelink.release.small_boards import FULLY, board_of, released
from tests.carelink.release.years import LISTS, TINY, Standing, counted, seeded_year, years

ROOT = Path(__file__).parents[3]
ROLLS = int(os.environ.get("CARELINK_ROLLS", "0"))
MODES = (Mode.ROUNDED, Mode.EXACT)
# As many parts as a long run is told in; each is a test, so that the first wrong roll is named.
PARTS = 10


def shares(few):
    """The rolls of a test by their seeds, part by part."""
    each = max(1, (ROLLS or few) // PARTS)
    return [range(part * each, (part + 1) * each) for part in range(PARTS)]


def days(seed, mode, **year):
    """A year's releases of one roll; every third by the sizes at which the program groups."""
    lists, standings = seeded_year(seed, **year)
    with board_of(lists, **(FULLY if seed % 3 else {})):
        for day in released(lists, standings, mode):
            yield lists, day


def given_out(seed, mode, **year):
    for lists, day in days(seed, mode, **year):
        if day.prepared and day.prepared.release:
            yield lists, day


def truth(lists, day):
    dimensions = lists.dimensions_at(day.prepared.level)
    return counted(day.standing.seats, lists.tables, dimensions), dimensions


def reads_back(day):
    release = day.prepared.release
    assert release.whole
    assert write_rows(release.said["as_at"], release.rows, release.shape["dimensions"]) == (
        release.figures
    )
    assert day.prepared.verdict.safe
    assert day.prepared.verdict.complete
    for row in release.rows:
        if row.measure == "pct" and row.n.isdigit() and row.of.isdigit() and int(row.of) >= 20:
            assert row.value == percent_of(int(row.n), int(row.of))
        elif row.measure == "pct":
            assert row.value in ("c", "z")


def lines_of(lists, dimensions):
    from carelink.disclosure import lines_of as lines

    return lines([table.plain for table in lists.tables], dimensions)


def rounded_as_promised(lists, day):
    counts, dimensions = truth(lists, day)
    shown = {cell: int(value) for cell, value in day.prepared.release.counts.items()}
    assert set(shown) == set(counts)
    assert all(figure % 5 == 0 for figure in shown.values())
    for line in lines_of(lists, dimensions):
        assert shown[line.whole] == sum(shown[part] for part in line.parts)
    for cell, figure in shown.items():
        assert abs(figure - counts[cell]) <= (6 if cell in day.prepared.protected.why else 4)
    if day.prepared.mode is Mode.ROUNDED:
        assert {row.base for row in day.prepared.release.rows if row.measure == "count"} == {"5a"}


def exact_as_promised(lists, day):
    counts, dimensions = truth(lists, day)
    shown = day.prepared.release.counts
    hidden = {cell for cell, value in shown.items() if value == "c"}
    assert set(shown) == set(counts)
    for cell, value in shown.items():
        assert value == "c" or int(value) == counts[cell]
        assert value == "c" or not 1 <= int(value) <= 5
    for table in lists.tables:
        assert (("population", table.population),) not in hidden
    for line in lines_of(lists, dimensions):
        parts = [part for part in line.parts if part in hidden]
        if parts and line.whole not in hidden:
            assert not 1 <= sum(counts[part] for part in parts) <= 5
        assert len(parts) != 1 or line.whole in hidden


AS_PROMISED = {Mode.ROUNDED: rounded_as_promised, Mode.EXACT: exact_as_promised}


@pytest.mark.parametrize("seeds", shares(20), ids=str)
@pytest.mark.parametrize("mode", MODES)
def test_what_is_given_out_reads_back_and_is_as_promised(mode, seeds):
    for seed in seeds:
        for lists, day in given_out(seed, mode, releases=6 if ROLLS else 3):
            reads_back(day)
            AS_PROMISED[day.prepared.mode](lists, day)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(years(releases=2))
def test_any_roll_is_rounded_safely_or_not_at_all(drawn):
    lists, standings = drawn
    with board_of(lists, **FULLY):
        for day in released(lists, standings, Mode.ROUNDED):
            if day.prepared and day.prepared.release:
                reads_back(day)
                rounded_as_promised(lists, day)
            else:
                assert day.refused or (day.prepared.tried and day.prepared.offers)


def tables_of(day):
    release = day.prepared.release
    return counted_out.tables_of(release.figures, release.meta)


def changed(tables, one, other):
    """In how many people's cell of each table something changed."""

    def at(table, seats, who):
        leaves = {name: table.lowest[name] for name in table.across}
        return [
            tuple(seat[name] for name in leaves)
            for seat in seats.get(who, ())
            if all(seat.get(name) == node for name, node in table.fixed.items())
        ]

    everybody = one.seats.keys() | other.seats.keys()
    return {
        name: sum(at(table, one.seats, who) != at(table, other.seats, who) for who in everybody)
        for name, table in tables.items()
    }


@pytest.mark.parametrize("seeds", shares(60), ids=str)
@pytest.mark.parametrize("mode", MODES)
def test_whoever_tries_every_table_is_left_with_five_values_for_each_figure(mode, seeds):
    for seed in seeds:
        before = None
        lists, standings = seeded_year(seed, lists=TINY, most=12, releases=2)
        with board_of(lists, **FULLY):
            for day in released(lists, standings, mode):
                if not (day.prepared and day.prepared.release):
                    continue
                tables, standing = tables_of(day), day.standing
                if before is None:
                    ways = counted_out.possible([tables])
                else:
                    moved = changed(tables, before[1], standing)
                    ways = counted_out.possible([before[0], tables], moved)
                before = before or (tables, standing)
                keeps_five_values(lists, day, tables, ways[-1])


def keeps_five_values(lists, day, tables, ways):
    counts, _ = truth(lists, day)
    for table in tables.values():
        for cell, value in table.shown.items():
            possible = ways[cell]
            # Where a line is held a figure may be farther off, and misleads who trusts it.
            if not (day.prepared.mode is Mode.ROUNDED and day.prepared.protected.why):
                assert counts[tuple(sorted(cell))] in possible, "the reader was told an untruth"
            if value == "c" or day.prepared.mode is Mode.ROUNDED:
                assert len(possible) >= 5


@pytest.mark.parametrize("seeds", shares(60), ids=str)
def test_the_attack_finds_what_is_found_by_trying_every_table(seeds):
    for seed in seeds:
        lists, standings = seeded_year(seed, lists=TINY, most=12, releases=2)
        with board_of(lists, **FULLY):
            given = [
                day
                for day in released(lists, standings, MODES[seed % 2])
                if day.prepared and day.prepared.release
            ]
        if not given:
            continue
        all_tables = [tables_of(day) for day in given]
        moved = {}
        if len(given) == 2:
            moved = changed(all_tables[1], given[0].standing, given[1].standing)
        published = [
            Published(day.prepared.release.figures, day.prepared.release.meta) for day in given
        ]
        verdict = attack(published, changed={1: moved} if moved else {})
        ways = counted_out.possible(all_tables, moved)[-1]
        for bound in verdict.bounds:
            found = ways[cell_named(all_tables[-1][bound.table], bound.at)]
            assert (bound.low, bound.high) == (min(found), max(found)), (seed, bound)


def cell_named(table, says):
    named = {} if says == "everybody" else dict(part.split(" ", 1) for part in says.split(", "))
    return frozenset((table.fixed | named).items())


def a_leaver(seed):
    """A roll, and the same without one person, two months on."""
    lists, standings = seeded_year(seed, lists=LISTS[:5], releases=2)
    first = standings[0]
    if len(first.seats) < 7:
        return lists, None, None
    who = sorted(first.seats)[seed % len(first.seats)]
    rest = {one: held for one, held in first.seats.items() if one != who}
    left = Standing(standings[1].as_at, rest, "one")
    return lists, (first, left), first.seats[who][0]


@pytest.mark.parametrize("seeds", shares(60), ids=str)
@pytest.mark.parametrize("mode", MODES)
def test_who_left_and_how_old_they_were_does_not_tell_their_category(mode, seeds):
    for seed in seeds:
        lists, standings, leaver = a_leaver(seed)
        if not standings:
            continue
        with board_of(lists, **FULLY):
            given = list(released(lists, standings, mode))
        if not all(day.prepared and day.prepared.release for day in given):
            continue
        if given[0].prepared.level is not given[1].prepared.level:
            continue
        pair = [tables_of(day) for day in given]
        for name, table in pair[0].items():
            age, other = sorted(table.across, key=lambda name: "age" not in name)
            sensitive = lists.dimensions_at(Level.FULL)[other].sensitive
            asked = all(leaver.get(d) == n for d, n in table.fixed.items())
            if asked and (sensitive or given[0].prepared.mode is Mode.ROUNDED):
                found = leavers.who_may_have_left(pair, name, {age: leaver[age]})
                assert len(found) > 1, (seed, name, found)


def test_nobody_is_told_which_figures_were_held():
    """They would name the line in which somebody changed."""
    for seed in range(12):
        for _, day in given_out(seed, Mode.ROUNDED, most=12, releases=3):
            assert "held" not in day.prepared.release.said
            assert "held" not in day.prepared.release.shape


def test_a_ledger_of_finer_and_coarser_releases_is_attacked_by_what_they_share():
    """A roll shrinks until only its headlines are shown; a year later there are more again."""
    lists, standings = seeded_year(7, lists=LISTS[1:2], most=40, releases=1)
    seats = {f"Q{n}": next(iter(standings[0].seats.values())) for n in range(140)}
    seats |= standings[0].seats
    sizes = (140, 20, 60, 120)
    year = [
        Standing(
            standings[0].as_at.replace(year=2025 + place), dict(list(seats.items())[-many:]), ""
        )
        for place, many in enumerate(sizes)
    ]
    with board_of(lists):
        given = list(released(lists, year, Mode.ROUNDED))
    assert [day.prepared.level for day in given] == [
        Level.FULL,
        Level.HEADLINE,
        Level.GROUPED,
        Level.FULL,
    ]
    assert all(day.prepared.release for day in given)


def digest_of(seeds):
    """All that is published of some rolls, as one digest."""
    found = hashlib.sha256()
    for seed in seeds:
        for mode in MODES:
            for _, day in given_out(seed, mode, most=30, releases=2):
                release = day.prepared.release
                found.update((release.figures + release.meta + release.about).encode())
    return found.hexdigest()


def test_the_same_roll_and_ledger_give_the_same_bytes():
    seeds = range(3, 9)
    here = digest_of(seeds)
    asked = f"from {__name__} import digest_of as it; import sys; sys.stdout.write(it({seeds!r}))"
    asked = asked.replace(__name__, "tests.carelink.release.test_nobody_is_unpicked")
    for number in ("1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": number, "OMP_NUM_THREADS": number[0]}
        there = subprocess.run(
            [sys.executable, "-c", asked], cwd=ROOT, env=environment, capture_output=True, text=True
        )
        assert there.stdout == here, there.stderr
