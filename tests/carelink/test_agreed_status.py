"""A status that a manager agreed to changes what it is to change, and nothing else, for anybody."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from carelink.agreed_status import MAY_STAND, agreed_statuses
from carelink.as_at import up_to
from carelink.case import CaseFile
from carelink.duties import FINDERS, duties_of
from carelink.facts import Approval, StatusOverride
from carelink.rulebook import load_rulebook
from carelink.status import history_of, is_on_roll, status_of
from carelink.words import Status
from tests.carelink.lives import TODAY, days_of_asking, lives
from tests.carelink.test_partition import is_a_sentence, told

_RULEBOOK = load_rulebook()
_DAY = timedelta(days=1)
_day = st.integers(-2500, 60).map(lambda days: TODAY + timedelta(days=days))
_asked = st.lists(
    st.tuples(
        st.sampled_from(MAY_STAND),
        _day,
        st.sampled_from([None, None, 1, 30, 400]),
        st.integers(0, 200),
        st.sampled_from(["agreed", "agreed", "returned", ""]),
    ),
    min_size=1,
    max_size=3,
)


def asking(case: CaseFile, drawn: Sequence[tuple], *, answered: bool = True) -> CaseFile:
    """The same life with these statuses asked for and, unless told otherwise, answered."""
    overrides, approvals = [], []
    for place, (status, start, lasts, later, answer) in enumerate(drawn):
        end = start + timedelta(days=lasts) if lasts else None
        row_id, on = f"O{place}", start + timedelta(days=later)
        overrides.append(
            StatusOverride("P1", status, start, end, "So it was.", "A letter", start, "W1", row_id)
        )
        if answer and answered:
            approvals.append(Approval(f"A{place}", "P1", "status", row_id, on, answer, "", "W2"))
    return replace(
        case, status_overrides=tuple(overrides), approvals=tuple(approvals), worked_out={}
    )


def stands_on(case: CaseFile, day: date) -> list[StatusOverride]:
    """Which of those asked for were agreed by the day and cover it: said over again, plainly."""
    agreed = {a.subject_id for a in case.approvals if a.answer == "agreed" and a.on <= day}
    return [
        one
        for one in case.status_overrides
        if one.row_id in agreed and one.start <= day and (one.end is None or day < one.end)
    ]


@given(st.data(), lives(), _asked)
def test_what_is_not_agreed_to_changes_nothing(data, case, drawn):
    asked = asking(case, drawn, answered=False)
    for day in data.draw(days_of_asking(case)):
        assert status_of(asked, day) == status_of(case, day)
        assert told(duties_of(asked, _RULEBOOK, day)) == told(duties_of(case, _RULEBOOK, day))
    assert history_of(asked).runs == history_of(case).runs


@given(st.data(), lives(), _asked)
def test_where_none_stands_the_day_is_as_it_is_without(data, case, drawn):
    asked = asking(case, drawn)
    for day in data.draw(days_of_asking(case)):
        if not stands_on(asked, day):
            standing = status_of(asked, day)
            assert standing.status is status_of(case, day).status
            assert standing.worked_out is None


@given(st.data(), lives(), _asked)
def test_what_stands_says_who_agreed_and_what_the_records_alone_would_say(data, case, drawn):
    asked = asking(case, drawn)
    for day in data.draw(days_of_asking(asked)):
        standing, alone = status_of(asked, day), status_of(case, day)
        assert is_a_sentence(standing.reason), standing.reason
        if alone.status in (Status.DIED, Status.PRE_16) or case.person.date_of_birth is None:
            assert (standing.status, standing.worked_out) == (alone.status, None)
        if standing.worked_out is not None:
            assert standing.worked_out is alone.status
            assert alone.reason in standing.reason
            assert " agreed on " in standing.reason
            assert standing.since is not None
            assert standing.since <= day


@given(st.data(), lives(), _asked)
def test_the_states_still_add_up_whatever_was_agreed(data, case, drawn):
    asked = asking(case, drawn)
    for day in data.draw(days_of_asking(asked)):
        rows = duties_of(asked, _RULEBOOK, day)
        on_roll = is_on_roll(status_of(asked, day).status)
        assert [row.duty for row in rows] == (list(FINDERS) if on_roll else [])
        for row in rows:
            assert is_a_sentence(row.reason), row.reason
            assert row.is_late == (row.due_on is not None and row.due_on < day)


@given(st.data(), lives(), _asked)
def test_an_agreement_still_to_come_changes_nothing_today(data, case, drawn):
    asked = asking(case, drawn)
    for day in data.draw(days_of_asking(asked)):
        then = up_to(asked, day)
        assert status_of(then, day)[:2] == status_of(asked, day)[:2]
        assert told(duties_of(then, _RULEBOOK, day)) == told(duties_of(asked, _RULEBOOK, day))
        assert agreed_statuses(then) == agreed_statuses(asked, day)


@given(st.data(), lives(), _asked)
def test_the_runs_and_the_day_say_the_same(data, case, drawn):
    asked = asking(case, drawn)
    for day in data.draw(days_of_asking(asked)):
        if case.person.date_of_birth is None:
            continue
        runs = [status for start, status in history_of(asked, day).runs if start <= day]
        assert runs[-1] is status_of(asked, day).status
