from datetime import date

import pytest

from carelink.errors import Refused
from carelink.facts import Worker
from carelink.workload.checks import check_worker

NAOMI = Worker("W1", "Naomi Price", "personal_adviser", fte=0.8, district="ME4")


@pytest.mark.parametrize(
    "worker",
    [
        NAOMI,
        NAOMI._replace(fte=None, district="", languages=""),
        NAOMI._replace(fte=0.0),
        NAOMI._replace(fte=1.5),
        NAOMI._replace(district="SW1A", languages="Arabic, Kurdish (Sorani)"),
    ],
)
def test_what_may_be_so_is_taken(worker):
    check_worker({}, worker, date(2026, 11, 24))


@pytest.mark.parametrize(
    ("worker", "fields"),
    [
        (NAOMI._replace(name=" "), ["name"]),
        (NAOMI._replace(fte=1.6), ["fte"]),
        (NAOMI._replace(fte=-0.1), ["fte"]),
        (NAOMI._replace(district="ME4 4TR"), ["district"]),
        (NAOMI._replace(district="Chatham", fte=9.0), ["fte", "district"]),
        (NAOMI._replace(languages="Arabic\x00"), ["languages"]),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(worker, fields):
    with pytest.raises(Refused) as said:
        check_worker({}, worker, date(2026, 11, 24))
    assert [problem.field for problem in said.value.problems] == fields
