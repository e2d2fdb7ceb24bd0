from datetime import date

import pytest

from carelink.facts import Worker
from carelink.oversight.managers import say_who_decides

DAY = date(2026, 11, 24)
NOBODY = "Nobody here is recorded as a team manager: nothing can be decided until somebody is"


def manager(worker_id, name="", start=None, end=None):
    return Worker(worker_id, name, "team_manager", start=start, end=end)


@pytest.mark.parametrize(
    ("workers", "role", "says"),
    [
        ([], "team_manager", ""),
        ([], "qa", NOBODY),
        ([Worker("W1", "Jo Field", "personal_adviser")], "qa", NOBODY),
        ([manager("T1", "Amina Yusuf")], "qa", "Decided here by Amina Yusuf"),
        ([manager("T2", "Zoe"), manager("T1", "Abel")], "qa", "Decided here by Abel, Zoe"),
        ([manager("T1")], "qa", "Decided here by T1"),
        ([manager("T1", "Gone", end=DAY)], "qa", NOBODY),
        ([manager("T1", "To come", start=date(2026, 11, 25))], "qa", NOBODY),
        ([manager("T1", "Last day", end=date(2026, 11, 25))], "qa", "Decided here by Last day"),
    ],
)
def test_who_decides_is_said_and_so_is_that_nobody_can(workers, role, says):
    assert say_who_decides(workers, role, DAY) == says
