"""Who is away, who stands in, and along how many: the gaps are said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.cover.absences import away_on, booked, say_absence, say_booked
from carelink.cover.covering import covered_by, say_covering, say_stand, stand_of
from carelink.facts import Absence, Cover, Worker

DAY = date(2026, 11, 24)
WORKERS = {
    w.worker_id: w
    for w in (
        Worker("W1", "Naomi Price", "personal_adviser", "River"),
        Worker("W2", "Tom Ode", "personal_adviser", "River"),
        Worker("W3", "Jo Bell", "personal_adviser", "Castle"),
        Worker("W4", "Jo Bell", "team_manager", "Castle"),
    )
}
SICK = Absence("W1", "sickness", date(2026, 11, 20), None, "B1")
LEAVE = Absence("W2", "leave", date(2026, 11, 23), date(2026, 11, 30), "B2")
FOR_1 = Cover("W1", "W2", date(2026, 11, 20), date(2026, 12, 4), "", "O1")
FOR_2 = Cover("W2", "W3", date(2026, 11, 23), date(2026, 11, 30), "", "O2")


def test_one_who_is_here_needs_nobody():
    stand = stand_of("W1", (), (), DAY)
    assert (stand.here, stand.away, stand.covered, stand.gap) == ("W1", None, False, False)
    assert say_stand(stand, WORKERS) == ""


def test_away_and_nobody_stands_in_is_said():
    stand = stand_of("W1", [SICK], (), DAY)
    assert stand.gap
    assert say_stand(stand, WORKERS) == (
        "Sickness since 20 November 2026; no day back is known. Nobody stands in"
    )


def test_who_stands_in_is_said_with_the_day_it_ends_by_itself():
    stand = stand_of("W1", [SICK], [FOR_1], DAY)
    assert stand.covered
    assert say_stand(stand, WORKERS).endswith("Tom Ode stands in until 4 December 2026")
    assert stand_of("W1", [SICK], [FOR_1], date(2026, 12, 3)).here == "W2"
    assert stand_of("W1", [SICK], [FOR_1], date(2026, 12, 4)).gap


def test_where_the_one_standing_in_is_away_the_next_does_until_the_first_cover_ends():
    stand = stand_of("W1", [SICK, LEAVE], [FOR_1, FOR_2], DAY)
    assert (stand.here, stand.through, stand.until) == ("W3", ("W2",), date(2026, 11, 30))
    assert [s.worker_id for s in covered_by("W3", [SICK, LEAVE], [FOR_1, FOR_2], DAY)] == [
        "W1",
        "W2",
    ]
    assert covered_by("W2", [SICK, LEAVE], [FOR_1, FOR_2], DAY) == []


def test_a_chain_that_ends_with_somebody_away_is_a_gap_and_names_them():
    stand = stand_of("W1", [SICK, LEAVE], [FOR_1], DAY)
    assert stand.gap
    assert say_stand(stand, WORKERS).endswith("Nobody stands in; Tom Ode would, and is away too")


def test_two_who_stand_in_for_one_another_and_are_both_away_are_a_gap():
    back = Cover("W2", "W1", date(2026, 11, 20), date(2026, 12, 20))
    assert stand_of("W1", [SICK, LEAVE], [FOR_1, back], DAY).gap


def test_a_cover_without_an_absence_holds_as_well():
    stand = stand_of("W1", (), [FOR_1], DAY)
    assert stand.here == "W2"
    assert say_stand(stand, WORKERS) == "Here. Tom Ode stands in until 4 December 2026"


def test_their_own_week_says_for_whom_two_of_one_name_told_apart():
    for_manager = Cover("W4", "W2", DAY, date(2026, 12, 1), "", "O3")
    stands = covered_by("W2", [SICK], [FOR_1, for_manager], DAY)
    assert say_covering(stands, WORKERS) == (
        "Standing in for Naomi Price until 4 December 2026; "
        "Jo Bell (team manager) until 1 December 2026"
    )
    assert say_covering([], WORKERS) == ""


@pytest.mark.parametrize(
    ("absence", "day", "away"),
    [
        (LEAVE, date(2026, 11, 22), False),
        (LEAVE, date(2026, 11, 23), True),
        (LEAVE, date(2026, 11, 29), True),
        (LEAVE, date(2026, 11, 30), False),
        (SICK, date(2030, 1, 1), True),
        (SICK._replace(first_on=None), date(2020, 1, 1), True),
    ],
)
def test_an_absence_holds_up_to_the_day_back(absence, day, away):
    assert (away_on([absence], absence.worker_id, day) is not None) is away


def test_what_is_booked_ahead_is_listed_by_its_day():
    christmas = Absence("W2", "leave", date(2026, 12, 21), date(2027, 1, 4))
    assert booked([christmas, LEAVE], "W2", DAY, date(2027, 1, 1)) == [christmas]
    assert booked([christmas], "W2", DAY, date(2026, 12, 20)) == []
    assert say_booked(christmas) == "Leave from 21 December 2026, back on 4 January 2027"
    assert say_absence(LEAVE) == "Leave, back on 30 November 2026"


_IDS = st.sampled_from(["W1", "W2", "W3", "W4"])
_DAYS = st.integers(-20, 20).map(lambda days: DAY + timedelta(days=days))


@given(
    absences=st.lists(st.builds(Absence, _IDS, st.just("leave"), _DAYS, st.none() | _DAYS)),
    covers=st.lists(st.builds(Cover, _IDS, _IDS, _DAYS, st.none() | _DAYS)),
)
def test_whoever_is_said_to_be_here_is_not_away_and_each_is_covered_by_one(absences, covers):
    for worker_id in WORKERS:
        stand = stand_of(worker_id, absences, covers, DAY)
        if stand.here:
            assert away_on(absences, stand.here, DAY) is None
        else:
            assert away_on(absences, worker_id, DAY) is not None
    covering = [s.worker_id for who in WORKERS for s in covered_by(who, absences, covers, DAY)]
    assert len(covering) == len(set(covering))
