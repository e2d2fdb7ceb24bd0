"""From which day may another status be asked for, and when does it stand already?"""

from datetime import date

import pytest

from carelink.approvals.checks import check_override
from carelink.approvals.limits import load_limits
from carelink.approvals.returned import is_agreed, returned_of
from carelink.errors import Refused
from carelink.facts import StatusOverride
from tests.people import a_former_relevant

TODAY = date(2026, 11, 24)
BORN = date(2001, 5, 10)


def refusal(status, start, born=BORN, today=TODAY, **facts):
    """The fields that are refused; none where it may be asked for."""
    asked = StatusOverride("A1", status, start, None, "Care did not count", "A letter", row_id="O9")
    try:
        check_override(a_former_relevant(born, **facts), asked, today)
    except Refused as refused:
        return [problem.field for problem in refused.problems]
    return []


@pytest.mark.parametrize(
    ("status", "start", "refused"),
    [
        ("relevant", date(2017, 5, 9), ["start"]),
        ("relevant", date(2017, 5, 10), []),
        ("support_21_to_25", date(2022, 5, 9), ["start"]),
        ("support_21_to_25", date(2022, 5, 10), []),
        ("qualifying", date(2026, 5, 9), []),
        ("qualifying", date(2026, 5, 10), ["start"]),
    ],
    ids=["eve of 16", "16", "eve of 21", "21", "eve of 25", "25"],
)
def test_a_status_can_begin_from_its_birthday_on_and_before_25(status, start, refused):
    assert refusal(status, start) == refused


def test_what_stands_today_may_be_asked_for_from_a_day_on_which_another_stood():
    born = date(2007, 5, 10)
    wrong = {
        **{"row_id": "O1", "status": "qualifying", "reason": "A mistake", "evidence": "None"},
        **{"start": date(2025, 5, 10), "end": date(2026, 6, 1), "asked_on": date(2025, 6, 1)},
    }
    agreed = {
        **{"subject": "status", "subject_id": "O1", "answer": "agreed"},
        "on": date(2025, 6, 2),
    }
    facts = {"status_overrides": [wrong], "approvals": [agreed]}
    assert refusal("former_relevant", date(2025, 6, 5), born, **facts) == []
    assert refusal("former_relevant", date(2026, 6, 1), born, **facts) == ["status"]


def test_of_two_answers_that_came_from_elsewhere_the_last_counts():
    home = {"row_id": "H1", "start": date(2026, 11, 1), "type": "W"}
    first, last = (
        {"approval_id": key, "subject": "home", "subject_id": "H1", "on": on, "answer": answer}
        for key, on, answer in (
            ("Y2", date(2026, 11, 2), "returned"),
            ("Y1", date(2026, 11, 9), "agreed"),
        )
    )
    for given in ([first, last], [last, first]):
        case = a_former_relevant(homes=[home], approvals=given)
        assert is_agreed(case, "home", "H1", TODAY)
        assert not is_agreed(case, "home", "H1", date(2026, 11, 8))
        assert returned_of(case, load_limits(), TODAY) == ()
