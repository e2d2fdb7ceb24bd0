from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from carelink.facts import Absence, Cover, Worker
from carelink.workload.bearing import Borne, Due, speaks
from carelink.workload.continuity import Continuity, LastYear
from carelink.workload.load import Band, band_of, say_away, say_cover, say_fte, workload_of
from carelink.workload.weighing import Reason, Weighed
from carelink.workload.weights import load_weights

TODAY = date(2026, 11, 24)
WEIGHTS = load_weights()
NOBODY_YET = Continuity(0, 0, None, LastYear.NOBODY)
ADVISER = "personal_adviser"


def borne(person_id, *advisers, weight=1.0, **more):
    weighed = Weighed((Reason("base", weight, "each young person"),), (), more.pop("district", ""))
    return Borne(person_id, person_id, advisers, weighed, NOBODY_YET, **more)


def team(*workers):
    return {worker.worker_id: worker for worker in workers}


NAOMI = Worker("W1", "Naomi Price", ADVISER, fte=1.0)
TOM = Worker("W2", "Tom Ode", ADVISER, fte=0.5)


def loads(held, workers, **more):
    made = workload_of(held, workers, TODAY, WEIGHTS, **more)
    return made, {one.worker.worker_id: one for one in made.advisers}


def test_lines_stand_by_name_and_weight_is_set_beside_hours():
    held = [
        borne("p1", "W2", weight=1.5),
        borne("p2", "W2"),
        *(borne(f"q{n}", "W1") for n in range(22)),
    ]
    made, by_id = loads(held, team(TOM, NAOMI))
    assert [one.name for one in made.advisers] == ["Naomi Price", "Tom Ode"]
    assert (by_id["W2"].weight, by_id["W2"].per_fte, by_id["W2"].band) == (2.5, 5.0, Band.BELOW)
    assert (by_id["W1"].per_fte, by_id["W1"].band) == (22.0, Band.WITHIN)
    assert made.said == "24 = 24 with one adviser"


def test_both_ends_of_the_range_are_in_it():
    low, high = WEIGHTS.target.low, WEIGHTS.target.high
    bands = [band_of(load, WEIGHTS) for load in (low - 0.01, low, high, high + 0.01)]
    assert bands == [Band.BELOW, Band.WITHIN, Band.WITHIN, Band.ABOVE]


def test_hours_that_are_missing_or_none_are_said_and_never_divided_by():
    workers = team(Worker("W1", "Ann", ADVISER), Worker("W2", "Bo", ADVISER, fte=0.0))
    made, by_id = loads([borne("p1", "W1"), borne("p2", "W2")], workers)
    for one in made.advisers:
        assert (one.fte, one.per_fte, one.band) == (None, None, Band.CANNOT_TELL)
    assert say_fte(by_id["W1"].worker) == "Not recorded"
    assert say_fte(by_id["W2"].worker) == "0, no hours"


def test_nobodys_and_two_advisers_people_are_lines_of_their_own():
    held = [borne("p1"), borne("p2", "W1", "W2"), borne("p3", "W1")]
    made, by_id = loads(held, team(NAOMI, TOM))
    assert [one.person_id for one in made.nobody] == ["p1"]
    assert [one.person_id for one in made.several] == ["p2"]
    assert [one.person_id for one in by_id["W1"].shared] == ["p2"]
    assert by_id["W1"].weight == 1.0
    assert made.said == "3 = 1 with one adviser + 1 with none + 1 with two or more"


def test_a_worker_nobody_knows_who_has_people_is_a_line_too():
    _made, by_id = loads([borne("p1", "GONE")], team(NAOMI))
    assert by_id["GONE"].name == "GONE"
    assert len(by_id["GONE"].people) == 1
    assert by_id["W1"].people == ()


def test_who_left_is_no_line_and_who_begins_within_four_weeks_is():
    left = Worker("L", "Left", ADVISER, end=TODAY)
    soon = Worker("S", "Soon", ADVISER, start=date(2026, 12, 22))
    later = Worker("R", "Later", ADVISER, start=date(2026, 12, 23))
    nurse = Worker("N", "Nurse", "nurse")
    made, _ = loads([], team(left, soon, later, nurse))
    assert [one.name for one in made.advisers] == ["Soon"]


def test_two_workers_of_one_name_are_told_apart():
    made, _ = loads([], team(Worker("A", "Jo Lee"), Worker("B", "Jo Lee"), Worker("C", "")))
    assert made.names == {"A": "Jo Lee (A)", "B": "Jo Lee (B)", "C": "C"}


def test_what_falls_due_leave_and_cover_stand_beside_the_load():
    due = (Due("pa_contact_8w", date(2026, 12, 1)), Due("pathway_review_6m", date(2026, 12, 20)))
    away = [Absence("W1", "leave", date(2026, 12, 21), date(2026, 12, 29), "A1")]
    past = [Absence("W1", "leave", date(2026, 10, 1), date(2026, 10, 9), "A0")]
    cover = [Cover("W1", "W2", date(2026, 12, 21), date(2026, 12, 29))]
    made, by_id = loads(
        [borne("p1", "W1", due=due)], team(NAOMI, TOM), absences=[*past, *away], covers=cover
    )
    one = by_id["W1"]
    assert (one.due, one.days_away) == (2, 2)
    booked = "from 21 December 2026, back 29 December 2026"
    assert say_away(one) == f"2 working days of these four weeks: {booked}"
    assert say_cover(one, made.names) == "Tom Ode, until 28 December 2026"
    assert say_away(by_id["W2"]) == ""


def test_who_is_back_today_is_not_away_and_the_day_back_is_no_day_away():
    back = Absence("W1", "leave", date(2026, 11, 2), TODAY)
    to_come = Absence("W2", "leave", date(2026, 11, 30), date(2026, 12, 1))
    _made, by_id = loads([], team(NAOMI, TOM), absences=[back, to_come])
    assert (by_id["W1"].away, by_id["W1"].days_away) == ((), 0)
    assert (by_id["W2"].away, by_id["W2"].days_away) == ((to_come,), 1)


def test_an_absence_with_no_days_counts_the_whole_four_weeks_and_says_so():
    _made, by_id = loads([], team(NAOMI), absences=[Absence("W1", "sickness")])
    assert by_id["W1"].days_away == 21
    assert say_away(by_id["W1"]) == (
        "21 working days of these four weeks: first day not recorded, no day back"
    )


def test_a_language_is_found_however_it_is_listed():
    worker = Worker("W1", languages="Arabic; tigrinya / Kurdish (Sorani)")
    assert speaks(worker, "Tigrinya")
    assert speaks(worker, "Kurdish (Sorani)")
    assert speaks(worker, "Kurdish") is False
    assert speaks(worker, "") is None


@given(
    st.lists(st.lists(st.sampled_from(["W1", "W2", "W9"]), unique=True, max_size=3), max_size=30)
)
def test_the_lines_add_up_to_the_roll_whoever_has_whom(given_to):
    held = [borne(f"p{n}", *sorted(advisers)) for n, advisers in enumerate(given_to)]
    made = workload_of(held, team(NAOMI, TOM), TODAY, WEIGHTS)
    counted = [one.person_id for load in made.advisers for one in load.people]
    counted += [one.person_id for one in (*made.nobody, *made.several)]
    assert sorted(counted) == sorted(one.person_id for one in held)
    assert made.roll == len(held)
