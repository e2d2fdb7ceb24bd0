"""The messages that wait, in their order, whom each is for, and how it is said."""

from datetime import date

import pytest

from carelink.cover.checks import check_absence, check_cover, check_done, check_message
from carelink.cover.messages import say_message, waiting
from carelink.errors import Refused
from carelink.facts import Absence, Cover, Message, Worker
from tests.people import a_case

DAY = date(2026, 11, 24)
RANG = Message("G1", "A1", "W1", DAY, "14:05", "Amal", "Please ring me  back", False)
WORKERS = {
    "W1": Worker("W1", "Naomi Price"),
    "W2": Worker("W2", "Tom Ode"),
    "W3": Worker("W3", "Gone", end=date(2026, 11, 1)),
}


def test_what_is_urgent_stands_first_then_the_oldest():
    old = RANG._replace(message_id="G2", on=date(2026, 11, 20))
    urgent = RANG._replace(message_id="G3", urgent=True)
    no_time = RANG._replace(message_id="G4", time="")
    done = RANG._replace(message_id="G5", done_on=DAY)
    held = [RANG, done, no_time, urgent, old]
    assert [m.message_id for m in waiting(held, DAY)] == ["G3", "G2", "G1", "G4"]
    assert waiting([done], date(2026, 11, 23)) == []


def test_who_rang_and_when_are_said_or_that_they_are_not_known():
    assert say_message(RANG, DAY) == "Amal rang today at 14:05: Please ring me back"
    before = RANG._replace(on=date(2026, 11, 20))
    assert say_message(before, DAY).startswith("Amal rang on 20 November 2026 at 14:05:")
    bare = RANG._replace(caller=" ", time="", on=None)
    assert say_message(bare, DAY) == (
        "Somebody, name not given, rang on a day not known: Please ring me back"
    )


@pytest.mark.parametrize(
    ("message", "fields"),
    [
        (RANG._replace(words=" "), ["words"]),
        (RANG._replace(on=None), ["on"]),
        (RANG._replace(on=date(2026, 11, 25)), ["on"]),
        (RANG._replace(worker_id="W8"), ["worker_id"]),
        (RANG._replace(time="25:00"), ["time"]),
        (RANG._replace(words="a\x01", caller="b\x02"), ["words", "caller"]),
    ],
)
def test_a_message_that_says_too_little_is_sent_back_beside_its_field(message, fields):
    case = a_case(workers=[{"worker_id": "W1"}])
    check_message(case, RANG, DAY)
    with pytest.raises(Refused) as said:
        check_message(case, message, DAY)
    assert [problem.field for problem in said.value.problems] == fields


def test_a_message_is_done_on_a_day_that_has_been_and_not_before_it_came():
    check_done(a_case(), RANG._replace(done_on=DAY), DAY)
    for on in (date(2026, 11, 25), date(2026, 11, 23)):
        with pytest.raises(Refused):
            check_done(a_case(), RANG._replace(done_on=on), DAY)


@pytest.mark.parametrize(
    ("absence", "fields"),
    [
        (Absence("W9", "leave", DAY), ["worker_id"]),
        (Absence("W1", "", DAY), ["kind"]),
        (Absence("W1", "leave"), ["first_on"]),
        (Absence("W1", "leave", DAY, DAY), ["back_on"]),
    ],
)
def test_an_absence_needs_whose_why_and_from_when(absence, fields):
    check_absence(WORKERS, Absence("W1", "sickness", DAY), DAY)
    with pytest.raises(Refused) as said:
        check_absence(WORKERS, absence, DAY)
    assert [problem.field for problem in said.value.problems] == fields


@pytest.mark.parametrize(
    ("cover", "fields"),
    [
        (Cover("W1", "W1", DAY, date(2026, 12, 1)), ["cover_id"]),
        (Cover("W1", "W3", DAY, date(2026, 12, 1)), ["cover_id"]),
        (Cover("", "W2", DAY, date(2026, 12, 1)), ["worker_id"]),
        (Cover("W1", "W2", None, date(2026, 12, 1)), ["first_on"]),
        (Cover("W1", "W2", DAY), ["back_on"]),
        (Cover("W1", "W2", DAY, date(2026, 11, 20)), ["back_on"]),
    ],
)
def test_a_cover_needs_two_workers_and_both_days(cover, fields):
    check_cover(WORKERS, Cover("W1", "W2", DAY, date(2026, 12, 1)), DAY)
    with pytest.raises(Refused) as said:
        check_cover(WORKERS, cover, DAY)
    assert [problem.field for problem in said.value.problems] == fields
