"""What a manager returned stands on the adviser's line, and makes it where nothing presses."""

from datetime import date, timedelta

import pytest

from carelink.approvals.limits import load_limits
from carelink.approvals.returned import returned_of
from carelink.duties import duties_of
from carelink.rulebook import load_rulebook
from carelink.week import RETURNED, Group, Line, line_of, week_of, with_returned
from carelink.words import State
from tests.people import a_former_relevant

TODAY = date(2026, 11, 24)
RULES = load_rulebook()


def case_with(answers):
    home = {"row_id": "H1", "start": date(2026, 10, 1), "type": "W", "suitable": "2"}
    return a_former_relevant(homes=[home], approvals=answers)


def returned(on, subject_id="H1", words="Find another"):
    said = {"subject": "emergency_home", "subject_id": subject_id, "words": words}
    return {"approval_id": subject_id, "on": on, "answer": "returned", **said}


def a_line(group: Group, state: State) -> Line:
    case = a_former_relevant()
    line = line_of(case, duties_of(case, RULES, TODAY), RULES, TODAY)
    return line._replace(group=group, state=state, others=0)


def shown(case, line):
    return with_returned(line, returned_of(case, load_limits(), TODAY), TODAY)


@pytest.mark.parametrize("group", [Group.COMING_UP, Group.FINE, Group.NOT_REQUIRED])
def test_where_nothing_presses_what_came_back_makes_the_line_for_a_week(group):
    quiet = a_line(group, State.ON_TRACK)
    line = shown(case_with([returned(TODAY - timedelta(days=6))]), quiet)
    assert (line.group, line.state, line.waits_for) == (
        Group.THIS_WEEK,
        State.DUE_SOON,
        RETURNED,
    )
    assert line.sentence == ("The manager returned: Bed and breakfast, since 1 October 2026")
    assert line.duty is None
    assert line.returned == 0
    assert line.others == (group is Group.COMING_UP)
    assert week_of([line]).counts[Group.THIS_WEEK] == 1


@pytest.mark.parametrize("group", [Group.TODAY, Group.THIS_WEEK, Group.TO_FIND_OUT])
def test_beside_what_presses_it_is_a_word_on_the_line(group):
    pressing = a_line(group, State.OVERDUE)
    line = shown(case_with([returned(TODAY)]), pressing)
    assert line == pressing._replace(returned=1)


def test_after_a_week_it_is_a_word_as_long_as_it_is_shown():
    quiet = a_line(Group.FINE, State.ON_TRACK)
    assert shown(case_with([returned(TODAY - timedelta(days=7))]), quiet).returned == 1
    assert shown(case_with([]), quiet) == quiet
