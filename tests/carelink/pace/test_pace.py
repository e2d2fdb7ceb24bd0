"""The Christmas test: what becomes of the clocks, beside a simulation with chance in it."""

import random
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.dates import Span
from carelink.duties import duties_of
from carelink.facts import Absence, Worker
from carelink.pace import DUTIES, notes_of, outlook_of, say_keeping, say_outlook, seat_of, trend_of
from carelink.pace.clocks import CONTACT, REVIEW, VISIT, Clock, Seat
from carelink.pace.presence import Presence
from carelink.pace.projecting import project
from carelink.pace.speed import Act, Pace, paces_of
from carelink.rulebook import load_rulebook
from tests.carelink.pace.simulated import simulate
from tests.people import a_case

DAY = date(2026, 11, 24)
UNTIL = DAY + timedelta(weeks=12)
EIGHT_WEEKS = Span(56, "day")
CASES = tomllib.loads((Path(__file__).parent / "pace.toml").read_text(encoding="utf-8"))["case"]
CHRISTMAS = (date(2026, 12, 21), date(2027, 1, 4))


def a_clock(at, worker="W1", due_in=10, span=EIGHT_WEEKS):
    due = None if due_in is None else DAY + timedelta(days=due_in)
    return Clock(f"P{at}", f"Person {at}", worker, due, span, DAY)


def seats(clocks, acts=()):
    """Seats for one duty: the acts are all at the first clock's."""
    made = [Seat({CONTACT: clock}, {CONTACT: ()}) for clock in clocks]
    return [made[0]._replace(acts={CONTACT: tuple(acts)}), *made[1:]] if made else []


def seen(worker, number):
    """So many visits in the twelve weeks before, one a day at most twice."""
    days = [DAY - timedelta(days=1 + at) for at in range(84)]
    return [Act(worker, days[at % 84]) for at in range(number)]


def looked_at(clocks, acts, absences=(), workers=None, until=UNTIL, target=90):
    known = workers or {"W1": Worker("W1", "Naomi Price", fte=1.0)}
    return outlook_of(CONTACT, seats(clocks, acts), known, absences, DAY, until, target)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_dated_case_holds(case):
    clocks = [
        a_clock(at, worker=case.get("adviser", "W1"), due_in=(due - DAY).days if due else None)
        for at, due in enumerate(case["due"])
    ]
    workers = {row["worker_id"]: Worker(**row) for row in case["workers"]}
    absences = [Absence(**row) for row in case.get("absences", [])]
    acts = seen(case.get("adviser", "W1"), case["visits_in_12_weeks"])
    found = looked_at(clocks, acts, absences, workers, case["until"], case.get("target", 90))
    for day, in_time in case.get("in_time", {}).items():
        at = (date.fromisoformat(day) - DAY).days
        assert found.at(at).in_time == in_time, day
    for says in case.get("says", []):
        assert says in say_outlook(found)
    for says in case.get("keeps", []):
        assert says in say_keeping(found)
    for says in case.get("notes", []):
        assert any(says in note for note in notes_of(found)), notes_of(found)
    if "visits" in case:
        assert [visit.person_id for visit in found.keeping.visits] == case["visits"]


def a_team(chance, people=120, advisers=6):
    """Clocks of a whole team, its pace, and its leave over Christmas."""
    names = [f"W{at}" for at in range(advisers)]
    clocks = [a_clock(at, names[at % advisers], chance.randint(-20, 56)) for at in range(people)]
    average = {name: chance.uniform(0.15, 0.6) for name in names}
    absences = [Absence(name, "leave", *CHRISTMAS) for name in names[::2]]
    return clocks, average, absences


@pytest.mark.parametrize("seed", [1, 7, 24])
def test_the_projection_lies_within_what_chance_would_bring(seed):
    clocks, average, absences = a_team(random.Random(seed))
    paces = {name: Pace(rate, 0, 60, True) for name, rate in average.items()}
    presence = Presence({}, absences, DAY, UNTIL)
    projected = project(clocks, paces, presence, DAY, UNTIL)
    away = {CHRISTMAS[0] + timedelta(days=at) for at in range((CHRISTMAS[1] - CHRISTMAS[0]).days)}
    absent = {one.worker_id for one in absences}
    people = [(clock.worker_id, clock.due_on, 56) for clock in clocks]
    advisers = {name: (average[name], away if name in absent else set()) for name in average}
    runs = [simulate(people, advisers, DAY, UNTIL, random.Random(at)) for at in range(120)]
    for at in range(0, 85, 7):
        chances = sorted(run[at] for run in runs)
        middle = sum(chances) / len(chances)
        assert chances[0] <= projected.rate(at) <= chances[-1], at
        assert abs(projected.rate(at) - middle) < 0.05, at


CLOCKS = st.lists(
    st.tuples(st.integers(-40, 60), st.sampled_from(["W1", "W2", ""])), min_size=1, max_size=40
)
LEAVE = st.lists(st.tuples(st.integers(1, 50), st.integers(1, 20)), max_size=4)


def absences_of(leave, worker="W1"):
    return [
        Absence(worker, "leave", DAY + timedelta(days=first), DAY + timedelta(days=first + length))
        for first, length in leave
    ]


@given(CLOCKS, LEAVE, LEAVE, st.integers(0, 60))
def test_more_leave_never_raises_the_rate_while_nobody_is_due_twice(held, leave, more, visits):
    """Up to eight weeks on; later, whoever was seen late in one leave is due late in turn."""
    clocks = [a_clock(at, worker, due) for at, (due, worker) in enumerate(held)]
    until = DAY + timedelta(days=55)
    acts = seen("W1", visits)
    usual = looked_at(clocks, acts, absences_of(leave), until=until).projection
    less = looked_at(clocks, acts, absences_of(leave + more), until=until).projection
    assert all(fewer <= all_ for fewer, all_ in zip(less.in_time, usual.in_time, strict=True))
    assert less.made <= usual.made


@given(CLOCKS, LEAVE, st.integers(0, 60), st.integers(5, 100))
@settings(max_examples=40)
def test_making_the_named_visits_reaches_the_target(held, leave, visits, target):
    clocks = [a_clock(at, worker, due) for at, (due, worker) in enumerate(held)]
    acts, absences = seen("W1", visits), absences_of(leave)
    found = looked_at(clocks, acts, absences, target=target)
    keeping = found.keeping
    if not keeping.reached or keeping.before is None:
        return
    by_person = {clock.person_id: at for at, clock in enumerate(found.clocks)}
    more = {by_person[visit.person_id]: visit.on for visit in keeping.visits}
    presence = Presence(found.workers, absences, DAY - timedelta(weeks=12), UNTIL)
    made = project(found.clocks, found.paces, presence, DAY, UNTIL, more)
    first = (keeping.since - DAY).days
    for at in range(first, 85):
        assert made.in_time[at] * 100 >= min(target, keeping.goal) * made.owed[at] - 1e-6
    assert all(DAY < visit.on < keeping.before for visit in keeping.visits)


@given(CLOCKS, st.integers(0, 60))
def test_everyone_it_is_owed_to_is_in_time_or_late_on_every_day(held, visits):
    clocks = [a_clock(at, worker, due) for at, (due, worker) in enumerate(held)]
    projection = looked_at(clocks, seen("W1", visits)).projection
    assert all(owed == len(clocks) for owed in projection.owed)
    assert all(0 <= number <= len(clocks) for number in projection.in_time)
    assert projection.in_time[0] == sum(clock.due_on >= DAY for clock in clocks)


@given(CLOCKS, LEAVE, st.lists(st.sets(st.integers(0, 39), max_size=6), max_size=4))
def test_what_is_remembered_from_other_visits_changes_nothing(held, leave, asked):
    clocks = [a_clock(at, worker, due) for at, (due, worker) in enumerate(held)]
    presence = Presence({}, absences_of(leave), DAY, UNTIL)
    paces = {name: Pace(0.3, 18, 60, True) for name in ("W1", "W2")}
    memo = {}
    for places in [set(), *asked]:
        more = {at: DAY + timedelta(days=9) for at in places if at < len(clocks)}
        anew = project(clocks, paces, presence, DAY, UNTIL, more)
        assert project(clocks, paces, presence, DAY, UNTIL, more, memo) == anew


def test_the_pace_is_counted_on_the_days_an_adviser_was_there():
    workers = {"W1": Worker("W1", fte=1.0), "W2": Worker("W2", fte=0.5, start=DAY)}
    leave = [Absence("W1", "leave", DAY - timedelta(days=28), DAY)]
    presence = Presence(workers, leave, DAY - timedelta(weeks=12), UNTIL)
    paces = paces_of(["W1", "W2"], seen("W1", 20), presence, DAY)
    assert (paces["W1"].done, paces["W1"].days, paces["W1"].own) == (20, 40, True)
    # The other began today: the team's pace, for half a week.
    assert (paces["W2"].per_day, paces["W2"].own) == (0.25, False)


def test_bank_holidays_and_leave_are_no_days_of_work():
    presence = Presence({}, [Absence("W1", "", date(2026, 12, 29), date(2026, 12, 31))], DAY, UNTIL)
    there = presence.days("W1")
    assert date(2026, 12, 25) not in there
    assert date(2026, 12, 28) not in there  # Boxing Day fell on a Saturday
    assert date(2026, 12, 30) not in there
    assert date(2026, 12, 31) in there


def a_person(**more):
    return a_case(
        **{
            "people": {"date_of_birth": date(2007, 5, 10), "uasc": False},
            "care_periods": [{"start": date(2019, 6, 1), "end": date(2025, 5, 10)}],
            "allocations": [{"worker_id": "W1", "role": "personal_adviser"}],
            **more,
        }
    )


def seat(case, until=UNTIL):
    book = load_rulebook()
    return seat_of(case, duties_of(case, book, DAY), book, DAY, until)


def test_a_clock_is_the_duty_as_every_other_screen_says_it():
    case = a_person(
        contacts=[{"on": date(2026, 10, 20), "rung": "seen_at_home", "worker_id": "W2"}],
        plans=[{"approved_on": date(2026, 6, 1), "contact_every_days": 28}],
        homes=[{"start": date(2026, 1, 5), "type": "D", "provided_by_authority": True}],
    )
    found = seat(case)
    states = {duty.duty: duty for duty in duties_of(case, load_rulebook(), DAY)}
    for duty in DUTIES:
        assert found.clocks[duty].due_on == states[duty].due_on
        assert found.clocks[duty].worker_id == "W1"
    assert found.clocks[CONTACT].span == Span(28, "day")  # as the plan agrees
    assert found.clocks[VISIT].span == Span(2, "month")
    assert found.acts[CONTACT] == (Act("W2", date(2026, 10, 20)),)
    assert found.acts[REVIEW] == ()


def test_after_21_the_clock_starts_again_as_the_plan_agrees():
    case = a_person(
        people={"date_of_birth": date(2004, 5, 10)},
        care_periods=[{"start": date(2016, 6, 1), "end": date(2022, 5, 10)}],
        circumstances=[{"kind": "support_request", "start": date(2026, 1, 5)}],
        plans=[{"approved_on": date(2026, 2, 1), "contact_every_days": 120}],
        contacts=[{"on": date(2026, 9, 1), "rung": "seen"}],
    )
    assert seat(case).clocks[CONTACT].span == Span(120, "day")


def test_who_turns_21_is_owed_it_no_longer_and_who_turns_18_from_then_on():
    turns_21 = a_person(
        people={"date_of_birth": date(2005, 12, 10)},
        care_periods=[{"start": date(2017, 6, 1), "end": date(2023, 12, 10)}],
    )
    assert seat(turns_21).clocks[CONTACT].owed_until == date(2026, 12, 10)
    turns_18 = a_person(
        people={"date_of_birth": date(2008, 12, 10)},
        care_periods=[{"start": date(2019, 6, 1)}],
    )
    clock = seat(turns_18).clocks[CONTACT]
    assert (clock.owed_from, clock.due_on) == (date(2026, 12, 10), date(2027, 2, 4))
    assert CONTACT not in seat(turns_18, until=date(2026, 12, 9)).clocks


def test_the_first_contact_is_not_due_before_it_is_owed():
    """They were last seen long before they turn 18; it is due on that day and no sooner."""
    case = a_person(
        people={"date_of_birth": date(2008, 12, 10)},
        care_periods=[{"start": date(2019, 6, 1)}],
        contacts=[{"on": date(2026, 9, 1), "rung": "seen"}],
    )
    assert seat(case).clocks[CONTACT].due_on == date(2026, 12, 10)
    assert CONTACT in seat(case, until=date(2026, 12, 10)).clocks


def test_what_was_done_before_today_makes_the_pace_and_what_is_done_today_does_not():
    days = [DAY - timedelta(days=85), DAY - timedelta(days=84), DAY - timedelta(days=1), DAY]
    case = a_person(
        contacts=[{"on": on, "rung": "seen_at_home", "worker_id": "W1"} for on in days],
        plan_reviews=[{"held_on": on} for on in days],
    )
    found = seat(case)
    for duty in (CONTACT, REVIEW):
        assert [act.on for act in found.acts[duty]] == days[1:3], duty


def test_nobody_is_seen_in_the_place_of_others_once_they_are_owed_it_no_longer():
    """The one whose clock would be first turns 21 tomorrow; the visit is the other's."""
    over = a_clock(0, due_in=2)._replace(owed_until=DAY + timedelta(days=1))
    other = a_clock(1, due_in=3)
    made = project(
        [over, other], {"W1": Pace(0.5, 0, 60, True)}, Presence({}, [], DAY, UNTIL), DAY, UNTIL
    )
    assert [late for late in made.late if late.at == 1] == []
    assert made.owed[:2] == [2, 1]


def test_days_on_which_nobody_waited_are_not_made_up_for_at_once():
    """Six begin to be owed it in a month; one adviser sees one of them in two days, no more."""
    start = DAY + timedelta(days=30)
    clocks = [a_clock(at, due_in=30)._replace(owed_from=start) for at in range(6)]
    presence = Presence({}, [], DAY, UNTIL)
    made = project(clocks, {"W1": Pace(0.5, 0, 60, True)}, presence, DAY, UNTIL)
    first = presence.days("W1").index(next(on for on in presence.days("W1") if on >= start))
    fourth = (presence.days("W1")[first + 3] - DAY).days
    assert made.owed[fourth] == 6
    assert made.in_time[fourth] <= 3


def test_ten_days_there_are_enough_for_a_pace_of_ones_own():
    day = date(2026, 11, 23)
    workers = {
        "W1": Worker("W1", fte=1.0, start=date(2026, 11, 9)),
        "W2": Worker("W2", fte=1.0, start=date(2026, 11, 10)),
    }
    presence = Presence(workers, [], day - timedelta(weeks=12), UNTIL)
    acts = [Act(who, date(2026, 11, 12)) for who in ("W1", "W2", "W2", "W2")]
    paces = paces_of(["W1", "W2"], acts, presence, day)
    assert (paces["W1"].days, paces["W1"].own, paces["W1"].per_day) == (10, True, 0.1)
    assert (paces["W2"].days, paces["W2"].own, paces["W2"].per_day) == (9, False, 0.1)


def test_what_a_manager_decided_is_not_required_is_not_counted():
    answered = a_person(
        duty_answers=[
            {"duty": CONTACT, "answer": "not_required", "on": date(2026, 11, 1), "reason": "Away"}
        ]
    )
    assert CONTACT not in seat(answered).clocks


def test_nobody_on_the_roll_is_said():
    found = outlook_of(CONTACT, [], {}, [], DAY, UNTIL)
    assert say_outlook(found).endswith("there is no rate.")
    assert say_keeping(found) == ""
    assert found.lowest.share is None
    assert trend_of(found).series[0].points[0].value is None


def test_who_has_no_date_at_all_counts_as_not_in_time_and_the_target_says_so():
    found = looked_at([a_clock(0, due_in=None), a_clock(1, due_in=None)], [])
    assert found.today.said == "0% (0 of 2)"
    assert "cannot be reached: of 2 we cannot tell the day" in say_keeping(found)
    assert "No date, or we cannot tell: 2." in " ".join(notes_of(found))


def test_two_advisers_of_one_name_are_told_apart():
    workers = {key: Worker(key, "Sam Lee") for key in ("W1", "W2")}
    clocks = [a_clock(0, "W1"), a_clock(1, "W2")]
    says = " ".join(notes_of(looked_at(clocks, [], workers=workers)))
    assert "Sam Lee (W1), Sam Lee (W2)" in says


def test_the_weeks_make_a_line_with_the_target_across():
    found = looked_at([a_clock(0, due_in=10), a_clock(1, due_in=60)], [])
    trend = trend_of(found)
    (line,) = trend.series
    assert trend.target == 90
    assert [point.at for point in line.points][:2] == [DAY, DAY + timedelta(days=7)]
    assert line.points[-1].at == UNTIL
    assert line.points[2].says == "50% (1 of 2)"
