"""Who may come back for support from 21 on, from which day, and what has to be said?"""

from datetime import date

import pytest

from carelink.errors import Refused
from carelink.facts import Circumstance
from carelink.person.returning import check_request, may_ask
from tests.people import a_former_relevant

BORN = date(2002, 5, 10)
TODAY = date(2026, 11, 24)
ASKED = Circumstance("P1", "support_request", date(2026, 11, 20), None, "I lost my flat")


def refused(request, **facts):
    with pytest.raises(Refused) as caught:
        check_request(a_former_relevant(BORN, **facts), request, TODAY)
    return [problem.field for problem in caught.value.problems]


@pytest.mark.parametrize("kind", ["support_request", "education_request"])
@pytest.mark.parametrize("start", [date(2023, 5, 10), TODAY], ids=["their 21st birthday", "today"])
def test_from_21_on_the_offer_stands_and_may_be_taken_up(kind, start):
    check_request(a_former_relevant(BORN), ASKED._replace(kind=kind, start=start), TODAY)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"start": date(2023, 5, 9)}, "start"),
        ({"start": date(2026, 11, 25)}, "start"),
        ({"start": None}, "start"),
        ({"kind": "staying_put"}, "kind"),
        ({"detail": " "}, "detail"),
    ],
    ids=["the eve of 21", "a day to come", "no day", "no request", "no reason"],
)
def test_what_does_not_hold_is_said_beside_its_field(change, field):
    assert refused(ASKED._replace(**change)) == [field]


def test_the_offer_must_stand_on_the_day_asked_and_not_only_today():
    """They had support until the summer, so that nothing was left to take up in May."""
    before = [{"kind": "support_request", "start": date(2026, 1, 1), "end": date(2026, 7, 1)}]
    assert refused(ASKED._replace(start=date(2026, 5, 1)), circumstances=before) == ["start"]
    check_request(a_former_relevant(BORN, circumstances=before), ASKED, TODAY)


def test_who_has_asked_already_cannot_ask_again():
    running = [{"kind": "support_request", "start": date(2026, 10, 1)}]
    assert not may_ask(a_former_relevant(BORN, circumstances=running), TODAY)
    assert refused(ASKED, circumstances=running) == ["start"]


def test_at_25_the_offer_is_over():
    assert may_ask(a_former_relevant(BORN), date(2027, 5, 9))
    assert not may_ask(a_former_relevant(BORN), date(2027, 5, 10))
