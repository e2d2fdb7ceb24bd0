"""The forecast beside the printed table, and what holds of every forecast."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.errors import Refused
from carelink.forecast import (
    aged,
    as_object,
    as_table,
    fan_of,
    forecast_of,
    forecast_of_counts,
    homes_wanted,
    learnt_from,
    lived_of,
    read_counts,
    want_of,
)
from carelink.forecast.ageing import whole
from carelink.forecast.learnt import AGES, Learnt
from tests.people import a_case, a_former_relevant

DAY = date(2026, 11, 24)
TABLE = tomllib.loads((Path(__file__).parent / "forecast.toml").read_text(encoding="utf-8"))
PRINTED, S1 = TABLE["printed"], read_counts(TABLE["given"]["counts"].strip())


def test_the_printed_table_adds_up():
    for year, ages in PRINTED["ages"].items():
        assert sum(ages) == PRINTED["totals"][year]


def test_the_printed_projection_is_reproduced_exactly():
    ahead = forecast_of_counts(S1, 3).years
    assert [year.total for year in ahead] == [175, 136, 133]
    for year in ahead:
        assert list(year.ages.values()) == PRINTED["ages"][str(year.year)]
        assert (year.low, year.high) == (None, None)


def test_the_object_has_the_promised_keys():
    told = as_object(forecast_of_counts(S1, 1))
    ages = {"16": 0, "17": 6, "18": 42, "19": 51, "20": 76}
    assert told == {"years": [{"year": 2015, "ages": ages, "total": 175}]}


def test_after_the_last_given_year_nobody_new_comes():
    last = forecast_of_counts(S1, 4).years[-1]
    assert list(last.ages.values()) == [0, 0, 6, 48, 37]


NUMBERS = st.dictionaries(st.sampled_from(range(16, 22)), st.integers(0, 200), min_size=1)


@given(NUMBERS, st.integers(1, 6))
def test_without_anybody_new_a_population_loses_its_oldest_and_nobody_else(start, years):
    start = dict.fromkeys(range(16, 22), 0) | start
    before = start
    for after in aged(start, years, lambda step: {}):
        assert sum(after.values()) == sum(before.values()) - before[21]
        before = after


@given(st.dictionaries(st.integers(16, 24), st.floats(0, 500), min_size=1))
def test_whole_numbers_add_up_to_their_total(ages):
    numbers, total = whole(ages)
    assert sum(numbers.values()) == total
    assert all(abs(numbers[age] - ages[age]) <= 1 for age in ages)


@given(
    st.dictionaries(st.sampled_from(AGES), st.tuples(st.integers(0, 60), st.integers(0, 60))),
    st.lists(st.dictionaries(st.sampled_from(AGES), st.integers(0, 30)), max_size=5),
)
@settings(max_examples=60)
def test_a_range_holds_the_likely_number_and_no_share_is_outside_0_to_1(seen, entered):
    learnt = Learnt(
        {age: max(pair) for age, pair in seen.items()},
        {age: min(pair) for age, pair in seen.items()},
        entered,
    )
    for age in AGES:
        share = learnt.rate(age).share
        assert 0 <= share.low <= share.likely <= share.high <= 1
    come, _ = learnt.newcomers()
    assert 0 <= come.low <= come.likely <= come.high
    for year in forecast_of_counts(S1, 3, learnt).years:
        assert year.low <= year.total <= year.high
        assert sum(year.ages.values()) == year.total


def test_who_stays_is_told_by_the_age_they_had_and_not_by_the_one_they_come_to():
    stays = {18: 0.5, 19: 1.0, 20: 1.0}
    after = aged({18: 100, 19: 40, 20: 8}, 1, lambda step: {}, lambda age: stays.get(age, 1.0))
    assert after == [{18: 0, 19: 50, 20: 40}]


def test_who_turned_25_has_not_left_before_it():
    learnt = learnt_from(lives([a_former_relevant(date(2001, 5, 1))]))
    assert sorted(learnt.of) == [20, 21, 22, 23]
    assert learnt.left == {}


def test_twenty_seen_at_an_age_are_enough_and_nineteen_are_taken_with_all_others():
    learnt = Learnt({18: 19, 19: 20}, {18: 19}, [])
    assert (learnt.rate(19).pooled, learnt.rate(19).of) == (False, 20)
    assert (learnt.rate(18).pooled, learnt.rate(18).of) == (True, 39)


def test_more_people_seen_make_a_narrower_range():
    few, many = (Learnt({19: n}, {19: n // 10}, []).rate(19).share for n in (20, 2000))
    assert few.likely == many.likely == 0.1
    assert many.high - many.low < (few.high - few.low) / 5


def test_what_cannot_be_learnt_is_said_and_the_range_is_as_wide_as_can_be():
    found = forecast_of_counts(S1, 1, Learnt())
    assert (found.years[0].low, found.years[0].high) == (48, 175)
    assert any("cannot be told" in says for says in found.assumptions)


def lives(cases):
    return [lived_of(case, DAY) for case in cases]


def a_roll():
    """Six people over time: one who died, one without a birthday, one who turns 25."""
    return [
        a_former_relevant(date(2007, 5, 10)),
        a_former_relevant(date(2005, 2, 1)),
        a_former_relevant(date(2002, 1, 5)),
        a_former_relevant(
            date(2004, 3, 3),
            people={"date_of_birth": date(2004, 3, 3), "date_of_death": date(2025, 8, 1)},
        ),
        a_case(people={"person_id": "X"}, care_periods=[{"start": date(2020, 1, 1)}]),
        a_case(people={"date_of_birth": date(2011, 6, 1)}, care_periods=[{"start": DAY}]),
    ]


def test_the_stores_own_people_are_aged_and_who_has_no_age_is_said():
    found = forecast_of(lives(a_roll()), DAY, 2, attrition=False)
    assert {age: number for age, number in found.start.items() if number} == {19: 1, 21: 1, 24: 1}
    assert found.uncounted == 1
    assert [year.total for year in found.years] == [2, 2]
    assert "1 more is on the roll with no age that can be told, and not counted." in (
        found.assumptions
    )


def test_the_last_years_teach_who_left_and_who_came():
    learnt = learnt_from(lives(a_roll()))
    assert sum(learnt.left.values()) == 1  # the one who died
    assert learnt.left == {20: 1}
    assert sum(sum(year.values()) for year in learnt.entered) == 1
    found = forecast_of(lives(a_roll()), DAY, 2, attrition=True)
    assert all(year.low <= year.total <= year.high for year in found.years)
    assert any("That is few to learn from" in says for says in found.assumptions)
    assert any("Looked-after children under 16 in the store: 1." in s for s in found.assumptions)
    # The child turns 16 in June 2027, and so is counted a year on.
    assert found.years[0].ages[16] == 1


def test_of_children_only_those_looked_after_now_are_to_come():
    child = {"date_of_birth": date(2011, 6, 1)}
    home_again = [{"start": date(2020, 1, 1), "end": date(2024, 1, 1)}]
    here, gone = (
        a_case(people=child, care_periods=periods)
        for periods in ([{"start": date(2020, 1, 1)}], home_again)
    )
    assert [life.comes_in for life in lives([here, gone])] == [1, None]


def test_an_empty_store_has_a_forecast_of_nobody_that_says_so():
    found = forecast_of([], DAY, 3, attrition=True)
    assert [year.total for year in found.years] == [0, 0, 0]
    assert any("cannot be told" in says for says in found.assumptions)
    assert fan_of(found).known[0].value == 0


def test_the_table_has_a_column_for_every_age_and_the_range_where_there_is_one():
    columns, rows = as_table(forecast_of_counts(S1, 3, Learnt({18: 100}, {18: 3}, [])))
    assert columns == ("year", "16", "17", "18", "19", "20", "total", "low", "high")
    assert all(len(row) == len(columns) for row in rows)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "needs the column year and age and count"),
        ("year,age\n2014,16\n", "needs the column count"),
        ("year,age,count\n", "no row below its heading"),
        ("year,age,count\n2014,16,-1\n", "Line 2 of the file of numbers"),
        ("year,age,count\n2014,16,1.5\n", "whole numbers"),
        ("year,age,count\n2014,16\n", "whole numbers"),
        ("year,age,count\n2014,16,1,234\n", "nothing else on the line"),
        ("year,age,count,year\n2014,16,1,2015\n", "the column year more than once"),
        ("year,age,count\n2014,16,1\n2014,16,2\n", "has been given before"),
        ("year,age,count\n2014,16,1\n2015,17,2\n", "Age 17 is given in 2015 and not in 2014"),
        ("year,age,count\n99,16,1\n", "cannot be meant"),
        ('year,age,count\n2014,16,"1\n', "is not CSV"),
    ],
)
def test_a_file_of_numbers_that_cannot_be_read_is_refused_in_words(text, says):
    with pytest.raises(Refused, match=says.replace("(", r"\(")):
        read_counts(text)


def test_a_file_of_numbers_may_come_from_a_spreadsheet():
    read = read_counts("\ufeffYear,Age,Count,note\r\n2015,18,4,x\r\n\r\n2014,18,5,\r\n")
    assert read.year == 2014
    assert read.start == {18: 5}
    assert read.entering_in(1) == {18: 4}


def test_an_age_left_out_of_the_first_year_is_said_because_people_grow_into_it_and_are_lost():
    gap = forecast_of_counts(read_counts("year,age,count\n2014,16,5\n2014,19,1\n"), 1)
    assert [says for says in gap.assumptions if "no row for age 17, 18" in says]
    assert gap.years[0].total == 0
    assert not [says for says in forecast_of_counts(S1, 1).assumptions if "no row" in says]


@pytest.mark.parametrize("want", TABLE["want"], ids=lambda want: want["name"])
def test_which_home_is_wanted_and_when(want):
    expected = ("name", "kind", "why", "column", "settled")
    case = a_case(**{key: value for key, value in want.items() if key not in expected})
    found = homes_wanted([want_of(case, DAY)], DAY)
    if want.get("settled"):
        assert (found.wants, found.settled) == ((), 1)
        return
    (wanted,) = found.wants
    assert (wanted.kind, wanted.why) == (want["kind"], want["why"])
    for rows, name in ((found.by_kind, want["kind"]), (found.by_reason, want["why"])):
        numbers = dict(rows)[name]
        assert dict(zip(found.columns, numbers, strict=True))[want["column"]] == 1
        assert sum(sum(row) for _, row in rows) == 1


def test_on_a_day_that_has_been_only_what_was_known_by_then_is_counted():
    born = date(2006, 5, 1)
    offer = {"kind": "offer", "on": date(2026, 11, 10), "outcome": "accepted"}
    case = a_former_relevant(born, housing_steps=[offer])
    assert want_of(case, date(2026, 11, 9)) is None
    assert want_of(case, date(2026, 11, 10)).on == date(2026, 11, 10)


def test_everyone_on_the_roll_is_counted_once_among_the_homes():
    cases = [
        a_case(**{k: v for k, v in want.items() if k not in ("name", "kind", "why", "column")})
        for want in TABLE["want"]
        if "settled" not in want
    ]
    found = homes_wanted([want_of(case, DAY) for case in cases], DAY)
    assert found.said.startswith(f"{len(cases)} on the roll = {len(cases)} who will want another")
    for rows in (found.by_kind, found.by_reason):
        assert sum(sum(row) for _, row in rows) == len(found.wants)
