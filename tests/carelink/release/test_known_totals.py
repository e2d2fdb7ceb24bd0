"""What a reader knows from elsewhere: the Department's own figures, and a council's own list."""

from datetime import UTC, date, datetime

import pytest

from carelink.errors import RulebookError
from carelink.release.earlier import Earlier
from carelink.release.known_totals import COLUMNS, known_beside, known_totals
from tests.releases import made_release

COHORT = {"population": "birthday_cohort"}
HEADER = ",".join(COLUMNS)


def own(*lines):
    return "\n".join((HEADER, *lines)) + "\n"


def of_the_year(year, **at):
    return {
        one.count
        for one in known_totals("Medway")
        if one.year == year and one.at == {**COHORT, **at}
    }


def test_a_councils_figures_are_known_as_the_department_printed_them():
    assert of_the_year(2025, age="17-18") == {63}
    assert of_the_year(2025, age="17-18", activity="eet") == {41}
    assert of_the_year(2024, age="19-21", in_touch="yes") == {146}
    assert of_the_year(2025, age="19-21", home="judged", suitable="suitable") == {135}


def test_the_base_of_suitable_homes_leaves_out_whom_the_return_judges_no_home_of():
    assert of_the_year(2018, age="19-21") == {112}
    assert of_the_year(2018, age="19-21", home="judged") == {111}


def test_what_was_printed_hidden_is_not_known():
    assert of_the_year(2020, age="17-18", home="judged", suitable="suitable") == set()
    assert of_the_year(2020, age="17-18", home="judged") == {58}


def test_another_councils_figures_are_not_ours():
    kent = {one.count for one in known_totals("Kent") if one.at == {**COHORT, "age": "17-18"}}
    assert kent
    assert kent != {63}
    assert known_totals("No such council") == ()


def test_each_release_meets_the_totals_of_its_own_year():
    before = made_release(date(2025, 9, 30))
    earlier = [Earlier(before, {}, datetime(2025, 10, 1, tzinfo=UTC), True)]
    totals = known_totals("Nobody", own("2025,eet,17-18,41,63,DfE", "2024,eet,17-18,35,61,DfE"))
    known = known_beside(earlier, date(2025, 3, 30), totals)
    assert [(one.release, one.count) for one in known] == [(0, 63), (0, 41), (1, 61), (1, 35)]
    assert known_beside([], date(2026, 9, 30), totals) == ()


def test_a_councils_own_list_stands_before_what_comes_with_us():
    listed = known_totals(
        "Medway", own("2025,eet,17-18,40,63,Our return", "2026,in_touch,,,210,DfE")
    )
    (number,) = {
        one.count
        for one in listed
        if one.year == 2025 and one.at == {**COHORT, "age": "17-18", "activity": "eet"}
    }
    assert number == 40
    assert [(one.at, one.count) for one in listed if one.year == 2026] == [(COHORT, 210)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("year,number\n2025,4\n", "begins with the columns"),
        ("", "begins with the columns"),
        (own("2025,eet,17-18,41"), "line 2 needs 6 columns"),
        (own("2025,eet,17-18,41,63,DfE,more"), "line 2 needs 6 columns"),
        (own("2024/25,eet,17-18,41,63,DfE"), "write the year as 2025"),
        (own("2025,neet,17-18,41,63,DfE"), 'no indicator "neet"'),
        (own("2025,eet,18-20,41,63,DfE"), "age_band is 17-18 or 19-21"),
        (own("2025,eet,17-18,c,63,DfE"), "blank where hidden"),
        (own("2025,eet,17-18,-1,63,DfE"), "blank where hidden"),
        (own("2025,eet,17-18,64,63,DfE"), "number is more than of"),
        (own("2025,eet,17-18,41,63,"), "say in source who"),
        (own("2025,eet,17-18,41,63,DfE", "2025,in_touch,17-18,60,62,DfE"), "line 3: an earlier"),
        (own('2025,eet,17-18,41,63,"DfE'), "quotation marks"),
    ],
)
def test_a_list_that_cannot_be_used_says_where_and_why(text, says):
    with pytest.raises(RulebookError, match=says):
        known_totals("Medway", text)
