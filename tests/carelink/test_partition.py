"""Whatever is known of anyone, each duty is in exactly one state, rightly dated and explained."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from carelink.as_at import up_to
from carelink.case import CaseFile
from carelink.duties import FINDERS, duties_of
from carelink.duties.duty import Duty
from carelink.facts import DutyAnswer
from carelink.rulebook import load_rulebook
from carelink.status import history_of, is_on_roll, status_of
from carelink.words import ANSWERS, LATE, LAW, State, Status
from tests.carelink.lives import days_of_asking, lives

_DAY = timedelta(days=1)
_UNDATED = {State.NOT_REQUIRED, State.CANNOT_TELL, State.NO_DATE}
_RULEBOOK = load_rulebook()
# A council that asks for more, owes one thing to everyone, and has given up another.
_OTHER = load_rulebook(
    """
council = "Elsewhere"
[tighten.pa_visit_2m]
within = "6 weeks"
[tighten.lost_contact]
within = "1 month"
soon_after = "21 days"
[pa_contact_8w]
title = "Seen each month"
called = "a visit"
says = "Seen at least each month."
changes = "Recording that they were seen."
who = "personal_adviser"
applies_to = ["looked_after_not_yet_eligible", "eligible", "relevant", "former_relevant",
  "former_relevant_programme_continues", "education_support", "support_21_to_25",
  "offer_21_to_25", "qualifying", "qualifying_21_25_education"]
repeats = true
may_decline = true
[[pa_contact_8w.version]]
basis = "local_standard"
law = "Elsewhere's standard"
within = "1 month"
notice = "7 days"
verified = true
checked_on = 2026-11-01
[[pa_contact_8w.version]]
from = 2026-01-01
basis = "local_standard"
law = "Elsewhere's standard"
ends = true
notice = "7 days"
verified = true
checked_on = 2026-11-01
"""
)
_rulebooks = st.sampled_from([_RULEBOOK, _RULEBOOK, _RULEBOOK, _OTHER])


@given(st.data(), lives(), _rulebooks)
def test_each_duty_has_one_row_for_everyone_on_the_roll_and_none_off_it(data, case, rulebook):
    for day in data.draw(days_of_asking(case)):
        rows = duties_of(case, rulebook, day)
        on_roll = is_on_roll(status_of(case, day).status)
        assert [row.duty for row in rows] == (list(FINDERS) if on_roll else [])
        assert {row.person_id for row in rows} <= {case.person.person_id}


@given(st.data(), st.lists(lives(), max_size=3), _rulebooks)
def test_the_states_of_a_duty_add_up_to_the_roll(data, roll, rulebook):
    for day in data.draw(days_of_asking(roll[0]))[:4] if roll else []:
        on_roll = [case for case in roll if is_on_roll(status_of(case, day).status)]
        states: dict[str, Counter[State]] = {duty: Counter() for duty in FINDERS}
        for case in roll:
            for row in duties_of(case, rulebook, day):
                states[row.duty][row.state] += 1
        assert {counted.total() for counted in states.values()} == {len(on_roll)}


@given(st.data(), lives(), _rulebooks)
def test_each_row_is_rightly_dated_and_says_why(data, case, rulebook):
    for day in data.draw(days_of_asking(case)):
        for row in duties_of(case, rulebook, day):
            told = f"{day} {row.duty}: {row.state}, {row.due_on}. {row.reason}"
            late = row.due_on is not None and row.due_on < day
            assert (row.state in LATE) == row.is_late == late, told
            assert row.due_on is None or row.state not in _UNDATED, told
            assert row.last_on is None or row.last_on <= day, told
            assert row.state is not State.NEVER or row.last_on is None, told
            assert is_a_sentence(row.reason), told
            assert row.source.strip(), told


def is_a_sentence(says: str) -> bool:
    """Begins with a capital, ends with a full stop, with single spaces and nothing missing."""
    return (
        says[:1].isupper()
        and says.endswith(".")
        and "None" not in says
        and says == " ".join(says.split())
        and ".." not in says
        and " ." not in says
    )


@given(st.data(), lives(), _rulebooks, st.sampled_from(ANSWERS))
def test_no_answer_sets_the_law_aside(data, case, rulebook, answer):
    for day in data.draw(days_of_asking(case))[:5]:
        given_on = day - timedelta(days=30)
        answers = [DutyAnswer("P1", duty, answer, given_on, "They said so.") for duty in FINDERS]
        rows = duties_of(answered(case, answers), rulebook, day)
        for row, bare in zip(rows, duties_of(answered(case), rulebook, day), strict=True):
            assert row.last_on == bare.last_on
            if answer == "declined":
                declined = row.state is State.DECLINED and rulebook.rule(row.duty).may_decline
                assert row.state is bare.state or (declined and bare.state not in LATE)
                assert row.due_on == bare.due_on
            elif row.basis in LAW or (bare.state is State.CANNOT_TELL and not doubtful(bare)):
                assert (row.state, row.due_on) == (bare.state, bare.due_on)
            else:
                assert (row.state, row.due_on) == (State.NOT_REQUIRED, None)


def doubtful(duty: Duty) -> bool:
    """Whether all that is not known is how far one contact got, which no decision hangs on."""
    return "contacts.rung" in duty.reason


def answered(case: CaseFile, answers: Iterable[DutyAnswer] = ()) -> CaseFile:
    """The same case file with these answers and no others."""
    return replace(case, duty_answers=tuple(answers), worked_out={})


@given(st.data(), lives())
def test_the_timeline_of_status_and_the_law_on_the_day_say_the_same(data, case):
    history = history_of(case)
    for day in data.draw(days_of_asking(case)):
        standing = status_of(case, day)
        status = None
        for start, run in history.runs:
            if start <= day:
                status = run
        if case.person.date_of_birth is not None:
            assert status is standing.status, f"{day}: {standing.reason}"
        assert is_a_sentence(standing.reason), standing.reason


@given(st.data(), lives())
def test_since_is_the_first_day_of_the_unbroken_run(data, case):
    assume(case.person.date_of_birth is not None)
    for day in data.draw(days_of_asking(case)):
        standing = status_of(case, day)
        assert standing.since is not None
        assert standing.since <= day
        assert status_of(case, standing.since).status is standing.status
        first_of_all = standing.since == history_of(case).runs[0][0]
        before = status_of(case, standing.since - _DAY).status
        assert first_of_all or before is not standing.status
        middle = standing.since + (day - standing.since) // 2
        assert status_of(case, middle).status is standing.status


@given(st.data(), lives(), _rulebooks)
def test_what_comes_later_changes_nothing_today(data, case, rulebook):
    for day in data.draw(days_of_asking(case)):
        then = up_to(case, day)
        assert status_of(then, day)[:2] == status_of(case, day)[:2]
        assert told(duties_of(then, rulebook, day)) == told(duties_of(case, rulebook, day))
        assert up_to(then, day) == then
        assert up_to(up_to(case, day + _DAY), day) == then


def told(rows: tuple[Duty, ...]) -> list[tuple[object, ...]]:
    """All that is shown of the rows, the reasons in words."""
    return [(*row[:-1], row.reason) for row in rows]


def test_the_law_of_the_other_council_is_another(today):
    rules = [_RULEBOOK, _OTHER]
    assert len({str(rulebook.in_force(today)["lost_contact"].within) for rulebook in rules}) == 2
    assert Status.QUALIFYING in _OTHER.rule("pa_contact_8w").applies_to
