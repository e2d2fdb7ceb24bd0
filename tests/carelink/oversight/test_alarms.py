"""What a manager must see of one person: in order, with keys, and never lost by a decision."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.duties import duties_of
from carelink.facts import Decision
from carelink.oversight.alarms import Alarm, Sort, alarms_of
from carelink.rulebook import load_rulebook
from carelink.words import State
from tests.people import a_case, a_former_relevant

DAY = date(2026, 11, 24)
BOOK = load_rulebook()
PA = [{"worker_id": "W1", "role": "personal_adviser", "start": date(2023, 6, 1)}]
NAOMI = [{"worker_id": "W1", "name": "Naomi Price", "role": "personal_adviser"}]


def found(case, day=DAY):
    return alarms_of(case, duties_of(case, BOOK, day), BOOK, day)


def of(case, sort, day=DAY):
    return [alarm for alarm in found(case, day).open if alarm.sort is sort]


def test_all_that_is_owed_to_somebody_is_one_line_that_says_the_worst():
    case = a_former_relevant(workers=NAOMI, allocations=PA)
    (alarm,) = [a for a in found(case).open if a.duty]
    assert alarm.sort is Sort.NEVER
    assert alarm.adviser == "Naomi Price"
    duties = [d for d in duties_of(case, BOOK, DAY) if d.state not in _QUIET]
    assert alarm.more == len(duties) - 1
    days = [f":{duty.due_on}" if duty.due_on else "" for duty in duties]
    keys = {f"duty:{duty.duty}{day}" for duty, day in zip(duties, days, strict=True)}
    assert set(alarm.keys) == keys


def test_of_two_advisers_of_one_name_it_is_said_which():
    case = a_former_relevant(workers=[*NAOMI, {**NAOMI[0], "worker_id": "W2"}], allocations=PA)
    assert {alarm.adviser for alarm in found(case).open} == {"Naomi Price (W1)"}


_QUIET = {State.ON_TRACK, State.DUE_SOON, State.DECLINED, State.NOT_REQUIRED}


def test_somebody_of_whom_nothing_is_dated_cannot_be_told_and_is_not_lost():
    case = a_case(people={"date_of_birth": None}, homes=[{}], contacts=[])
    (alarm,) = found(case).open
    assert (alarm.sort, alarm.state) == (Sort.CANNOT_TELL, State.CANNOT_TELL)
    assert len(alarm.keys) == len(duties_of(case, BOOK, DAY))
    assert alarm.adviser == ""


@pytest.mark.parametrize(
    ("home", "says"),
    [
        ({"type": "W", "start": DAY - timedelta(days=3)}, "Bed and breakfast: 3 nights up to now"),
        (
            {"emergency": True, "type": "D", "start": DAY - timedelta(days=1)},
            "Emergency home: 1 night up to now",
        ),
        ({"type": "D", "start": DAY - timedelta(days=3)}, None),
        ({"type": "W", "start": DAY - timedelta(days=9), "end": DAY - timedelta(days=2)}, None),
        ({"type": "X", "start": DAY - timedelta(days=9)}, None),
    ],
)
def test_nights_without_a_settled_home_are_counted_while_they_run(home, says):
    assert [a.says for a in of(a_former_relevant(homes=[home]), Sort.NIGHTS)] == (
        [says] if says else []
    )


@pytest.mark.parametrize(
    ("ahead", "steps", "says", "state"),
    [
        (None, [], "the expected day of release is not recorded", State.NO_DATE),
        (10, [], "no plan for it is agreed", State.OVERDUE),
        (28, [], "no plan for it is agreed", State.OVERDUE),
        (29, [], None, None),
        (10, [{"kind": "release_plan", "outcome": "agreed", "on": DAY}], None, None),
        (-2, [], "where they are is not recorded", State.OVERDUE),
        (0, [{"kind": "release_plan", "outcome": "agreed", "on": DAY}], "is agreed", State.OVERDUE),
    ],
)
def test_release_from_custody_alarms_when_it_is_near_without_a_plan(ahead, steps, says, state):
    expected = DAY + timedelta(days=ahead) if ahead is not None else None
    home = {"type": "X", "start": date(2026, 3, 1), "expected_end": expected}
    alarms = of(a_former_relevant(homes=[home], housing_steps=steps), Sort.RELEASE)
    assert [says in a.says for a in alarms] == ([True] if says else [])
    assert [a.state for a in alarms] == ([state] if says else [])


def test_a_release_put_off_to_another_day_is_decided_on_anew():
    home = {"type": "X", "start": date(2026, 3, 1), "expected_end": date(2026, 12, 4)}
    about = decision("release:2026-03-01:2026-12-04", again_on=DAY + timedelta(days=5))
    decided = a_former_relevant(homes=[home], decisions=[about])
    assert (of(decided, Sort.RELEASE), found(decided).decided) == ([], 1)
    sooner = {**home, "expected_end": date(2026, 12, 1)}
    (alarm,) = of(a_former_relevant(homes=[sooner], decisions=[about]), Sort.RELEASE)
    assert "1 December 2026" in alarm.says


def test_a_promise_of_ours_that_is_late_alarms_and_one_kept_does_not():
    promise = {"what": "Ring the bank", "made_on": date(2026, 10, 1), "due_on": date(2026, 11, 1)}
    (alarm,) = of(a_former_relevant(promises=[promise]), Sort.PROMISE)
    assert "Ring the bank" in alarm.says
    assert alarm.since == date(2026, 11, 1)
    kept = {**promise, "kept_on": date(2026, 11, 1), "told_on": date(2026, 11, 2)}
    assert of(a_former_relevant(promises=[kept]), Sort.PROMISE) == []


def test_a_new_adviser_who_has_not_met_them_alarms_with_what_is_owed():
    before = {"worker_id": "W0", "role": "personal_adviser", "start": date(2023, 6, 1)}
    given = [
        {**before, "end": date(2026, 10, 1)},
        {"worker_id": "W1", "role": "personal_adviser", "start": date(2026, 10, 1)},
    ]
    keys = [key for alarm in found(a_former_relevant(allocations=given)).open for key in alarm.keys]
    assert "first_meeting:W1:2026-10-01" in keys


def test_whoever_has_died_alarms_nobody():
    home = {"type": "W", "start": date(2026, 11, 1)}
    action = decision("duty:pa_visit_2m", answer="action", action="Ring", again_on=DAY)
    died = {"date_of_birth": date(2007, 5, 10), "date_of_death": date(2026, 11, 20)}
    case = a_former_relevant(people=died, homes=[home], decisions=[action])
    assert found(case).open == ()


def decision(about, **more):
    return {
        **{"about": about, "on": DAY - timedelta(days=14), "answer": "agreed"},
        **{"again_on": DAY, "decision_id": "D1", **more},
    }


def bed_and_breakfast(**decided):
    start = DAY - timedelta(days=20)
    about = f"nights:bed_and_breakfast:{start.isoformat()}"
    decisions = [decision(**{"about": about, **decided})] if decided else []
    return a_former_relevant(homes=[{"type": "W", "start": start}], decisions=decisions)


def test_what_is_decided_is_out_of_sight_until_its_day_and_counted():
    assert len(of(bed_and_breakfast(), Sort.NIGHTS)) == 1
    case = bed_and_breakfast(again_on=DAY + timedelta(days=1))
    assert of(case, Sort.NIGHTS) == []
    assert found(case).decided == 1
    assert len(of(case, Sort.NIGHTS, DAY + timedelta(days=1))) == 1


@pytest.mark.parametrize(
    "decided",
    [
        {"again_on": DAY},
        {"again_on": None},
        {"again_on": DAY + timedelta(days=5), "done_on": DAY},
        {"again_on": DAY + timedelta(days=5), "on": DAY + timedelta(days=1)},
        {"again_on": DAY + timedelta(days=5), "about": "nights:emergency:2026-01-01"},
    ],
    ids=["its day has come", "no day", "done and still so", "not decided yet", "of another matter"],
)
def test_a_decision_holds_back_nothing_once_it_is_over(decided):
    case = bed_and_breakfast(**decided)
    assert len(of(case, Sort.NIGHTS)) == 1
    assert found(case).decided == 0


def test_late_anew_is_another_matter_than_what_was_decided_on():
    case = a_former_relevant()
    duty = next(d for d in duties_of(case, BOOK, DAY) if d.due_on and d.is_late)
    old = f"duty:{duty.duty}:{(duty.due_on - timedelta(days=90)).isoformat()}"
    decided = a_former_relevant(decisions=[decision(old, again_on=DAY + timedelta(days=9))])
    assert found(decided).open == found(case).open


def test_an_action_whose_day_has_come_comes_back_though_nothing_else_speaks_of_it():
    asked = decision("meeting:M1", answer="action", action="Ring the college", by_whom="Naomi")
    case = a_former_relevant(decisions=[asked])
    (alarm,) = of(case, Sort.DECIDED)
    assert alarm.says == "Came due: Ring the college (Naomi)"
    assert alarm.keys == ("decision:D1",)
    assert of(case, Sort.DECIDED, DAY - timedelta(days=1)) == []
    done = a_former_relevant(decisions=[{**asked, "done_on": DAY}])
    assert of(done, Sort.DECIDED) == []


def test_two_actions_of_one_supervision_come_back_each_by_itself():
    asked = [
        decision("meeting:M1", answer="action", action=what, decision_id=key)
        for key, what in (("D1", "Ring the college"), ("D2", "Ask about the rent"))
    ]
    case = a_former_relevant(decisions=asked)
    alarms = of(case, Sort.DECIDED)
    assert {alarm.says for alarm in alarms} == {
        "Came due: Ring the college",
        "Came due: Ask about the rent",
    }
    later = decision(" ".join(alarms[0].keys), on=DAY, again_on=DAY + timedelta(days=7))
    case = a_former_relevant(decisions=[*asked, {**later, "decision_id": "D9"}])
    (left,) = of(case, Sort.DECIDED)
    assert left == alarms[1]


def test_an_action_about_two_things_comes_back_while_one_of_them_was_not_decided_anew():
    both = decision("promise:a promise:b", answer="action", action="Ring the bank", again_on=DAY)
    later = {"on": DAY - timedelta(days=3), "again_on": DAY + timedelta(days=9)}
    on_a = decision("promise:a", decision_id="D2", **later)
    on_b = decision("promise:b", decision_id="D3", **later)
    (alarm,) = of(a_former_relevant(decisions=[both, on_a]), Sort.DECIDED)
    assert alarm.says == "Came due: Ring the bank"
    assert of(a_former_relevant(decisions=[both, on_a, on_b]), Sort.DECIDED) == []


def test_the_order_is_what_never_happened_first_and_in_each_the_longest():
    def alarm(sort, since, name="Amal"):
        return Alarm("A1", name, "", sort, State.OVERDUE, ("k",), "", since)

    old, new = date(2026, 1, 1), date(2026, 11, 1)
    listed = [
        alarm(Sort.NEVER, new),
        alarm(Sort.CANNOT_TELL, None),
        alarm(Sort.OVERDUE, None),
        alarm(Sort.OVERDUE, old),
        alarm(Sort.OVERDUE, new, "Amal"),
        alarm(Sort.OVERDUE, new, "bela"),
        alarm(Sort.NIGHTS, old),
        alarm(Sort.RELEASE, old),
        alarm(Sort.APPROVAL, old),
        alarm(Sort.PROMISE, old),
    ]
    assert sorted(reversed(listed), key=lambda one: one.order) == listed


@given(
    st.lists(
        st.tuples(
            st.integers(0, 40),
            st.integers(-30, 30),
            st.integers(-30, 60) | st.none(),
            st.booleans(),
        ),
        max_size=6,
    )
)
def test_whatever_is_decided_everything_is_open_or_counted(made):
    plain = a_former_relevant(homes=[{"type": "W", "start": DAY - timedelta(days=20)}])
    every = [key for alarm in found(plain).open for key in alarm.keys]
    decisions = [
        Decision(
            f"D{at}",
            "A1",
            every[which % len(every)],
            DAY + timedelta(days=on),
            "agreed",
            None if again is None else DAY + timedelta(days=again),
            done_on=DAY if done else None,
        )._asdict()
        for at, (which, on, again, done) in enumerate(made)
    ]
    case = a_former_relevant(
        homes=[{"type": "W", "start": DAY - timedelta(days=20)}], decisions=decisions
    )
    told = found(case)
    still = [key for alarm in told.open for key in alarm.keys]
    assert len(still) == len(set(still))
    assert set(still) <= set(every)
    assert len(still) + told.decided == len(every)
