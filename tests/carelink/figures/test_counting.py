"""Whoever is counted, every line adds up, and what is kept of anybody is no name."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.disclosure.cells import cells_of, lines_of
from carelink.figures.counting import Counting
from carelink.figures.dimensions import dimensions_at
from carelink.figures.gatherings import BIRTHDAY_COHORT, ROLL
from carelink.figures.indicators import INDICATORS
from carelink.figures.levels import Level
from carelink.figures.seats import leaf_of, mark_of
from carelink.figures.whitelist import tables_at
from carelink.rulebook import load_rulebook
from tests.carelink.figures.rolls import AS_AT, a_care_leaver, a_home, a_roll, an_activity
from tests.people import a_case

RULES = load_rulebook()
EET = ("activity", "eet")
LEFT = (("population", ROLL), ("status", "left_care"))


def counted(cases, as_at=AS_AT):
    counting = Counting(RULES, as_at)
    for case in cases:
        counting.take(case)
    return counting


def counts_of(counting, level=Level.FULL):
    return counting.counts([table.plain for table in tables_at(level)], dimensions_at(level))


def at(*categories):
    return tuple(sorted(categories))


@st.composite
def someone(draw):
    born = AS_AT - timedelta(days=draw(st.integers(15 * 365, 26 * 365)))
    days = st.dates(date(2024, 1, 1), AS_AT)
    homes = draw(
        st.lists(st.tuples(days, st.sampled_from("UDXWVSGRZB"), st.sampled_from(["1", "2", ""])))
    )
    doing = draw(
        st.lists(st.tuples(days, st.sampled_from(["F1", "P2", "F4", "F5", "G4", "G5", "G6", "0"])))
    )
    return a_care_leaver(
        born,
        still_in=draw(st.booleans()),
        homes=tuple(
            a_home(kind, "2" if kind in "XS" else fit, start=on) for on, kind, fit in homes
        ),
        activities=tuple(an_activity(code, start=on) for on, code in doing),
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(someone(), max_size=12), st.sampled_from(list(Level)))
def test_every_line_adds_up_and_no_part_is_more_than_its_whole(cases, level):
    counting = counted(cases)
    tables, dimensions = [one.plain for one in tables_at(level)], dimensions_at(level)
    counts = counting.counts(tables, dimensions)
    assert set(counts) == set(cells_of(tables, dimensions))
    for line in lines_of(tables, dimensions):
        assert counts[line.whole] == sum(counts[part] for part in line.parts), line
    for parts, whole in counting.at_most(tables, dimensions):
        assert sum(counts[part] for part in parts) <= counts[whole]


@settings(max_examples=15, deadline=None)
@given(st.lists(someone(), max_size=12))
def test_each_level_counts_the_same_as_the_full_one(cases):
    counting = counted(cases)
    full = counts_of(counting)
    for level in (Level.GROUPED, Level.HEADLINE):
        cut = counts_of(counting, level)
        assert {cell: full[cell] for cell in cut} == cut


def test_an_empty_team_is_noughts_alone():
    counting = counted([])
    assert counting.people == 0
    assert set(counts_of(counting).values()) == {0}
    assert counting.seats == {}


def test_one_young_person_is_counted_once_in_every_population():
    counting = counted(a_roll(1, eet=1))
    counts = counts_of(counting)
    assert counting.people == 1
    assert counts[LEFT] == counts[at(*LEFT, EET)] == 1
    assert counts[at(("population", BIRTHDAY_COHORT))] == 1


def test_everyone_in_one_category():
    counts = counts_of(counted(a_roll(40)))
    assert counts[at(*LEFT, ("activity", "other_reasons"))] == counts[LEFT] == 40
    assert counts[at(*LEFT, EET)] == 0


def test_all_unknown_is_said_of_everybody():
    cases = [a_care_leaver(date(2006, 11, 3)) for _ in range(7)]
    counting = counted(cases)
    eet = next(one for one in INDICATORS if one.name == "eet")
    assert counts_of(counting)[at(*LEFT, ("activity", "not_known"))] == 7
    assert counting.unknown(eet) == sorted(case.person.person_id for case in cases)


def test_who_is_not_known_is_named_by_indicator_alone():
    known = a_care_leaver(date(2006, 11, 3), activities=(an_activity("F5"),))
    not_known = a_care_leaver(date(2006, 11, 3))
    counting = counted([known, not_known])
    eet = next(one for one in INDICATORS if one.name == "eet")
    assert counting.unknown(eet) == [not_known.person.person_id]


def test_seats_hold_marks_and_categories_and_no_reference():
    case = a_case(
        people={"person_id": "Zebedee-7", "known_as": "Zeb", "date_of_birth": date(2006, 5, 10)}
    )
    counting = counted([case])
    kept = json.dumps({mark: list(answers) for mark, answers in counting.seats.items()})
    assert "Zeb" not in kept
    assert "2006" not in kept
    mark = mark_of("Zebedee-7")
    assert len(mark) == 16
    assert leaf_of(counting.seats, mark, ROLL, "status") == "cannot_tell"
    assert leaf_of(counting.seats, mark, ROLL, "activity") is None
    assert leaf_of(counting.seats, mark, BIRTHDAY_COHORT, "activity") is None
    assert leaf_of(counting.seats, mark_of("nobody"), ROLL, "status") is None


def test_the_digest_is_of_the_people_and_not_of_their_order():
    roll = a_roll(9)
    forward, backward = counted(roll), counted(reversed(roll))
    assert forward.digest == backward.digest
    assert forward.digest != counted(roll[:-1]).digest
    assert len(forward.digest) == 32


def test_the_digest_hangs_on_birth_dates():
    one = a_case(people={"person_id": "A", "date_of_birth": date(2006, 5, 10)})
    other = a_case(people={"person_id": "A", "date_of_birth": date(2006, 5, 11)})
    assert counted([one]).digest != counted([other]).digest


@pytest.mark.parametrize("name", ["contact_8w", "promises", "allowance", "review_part"])
def test_inside_and_outside_a_base_are_everybody(name):
    counts = counts_of(counted(a_roll(30)))
    table = next(one for one in tables_at(Level.FULL) if one.name == f"{name}_base")
    inside = [counts[at(*table.fixed, (f"{name}_base", node))] for node in ("in", "out")]
    assert sum(inside) == counts[table.fixed] == 30


def test_what_the_records_are_at_odds_with_bounds_nothing():
    """Who moved to an emergency home today has not woken there yet."""
    settled = a_home("U", end=AS_AT)
    moved = a_care_leaver(date(2006, 11, 3), homes=(settled, a_home("V", "2", start=AS_AT)))
    nights = at(*LEFT, ("nights", "some"))

    def bounded(cases):
        tables, dimensions = [one.plain for one in tables_at(Level.FULL)], dimensions_at(Level.FULL)
        return {whole for _, whole in counted(cases).at_most(tables, dimensions)}

    assert nights in bounded([])
    assert nights not in bounded([moved])
