"""The plans that wait are asked for again where one may have come or gone, and otherwise not."""

from datetime import date

import pytest

from carelink.facts import Contact, PlanVersion
from db.approving import read_waiting
from db.recording import record_contact
from db.trail import add, amend
from tests.desks import AHMED, AMAL, TODAY, made_desk

SENT = PlanVersion("V1", AMAL, "P1", begun_on=date(2026, 11, 1), sent_on=TODAY, sent_by="W1")


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path)
    yield made
    made.store.close()


def waiting(desk):
    return [one.version.version_id for one in desk.plans_waiting()]


def asked_by(desk, gesture):
    """How often the store is asked for the plans that wait, by a gesture and a look after it."""
    asked = []

    def ask(question, *given):
        asked.append(question)
        return type(desk).ask(desk, question, *given)

    desk._plans._ask = ask
    gesture()
    assert waiting(desk) == [one.version.version_id for one in desk.ask(read_waiting)]
    return asked.count(read_waiting)


def send(writing, version):
    add(writing, "plan_versions", [version])


def change(writing, **changes):
    amend(writing, "plan_versions", "V1", changes)


def test_a_plan_that_is_sent_returned_or_approved_is_seen_at_once(desk):
    assert waiting(desk) == []
    desk.do(send, SENT, about=AMAL)
    assert waiting(desk) == ["V1"]
    desk.do(lambda writing: change(writing, returned_on=TODAY), about=AMAL)
    assert waiting(desk) == []
    desk.do(lambda writing: change(writing, returned_on=None), about=AMAL)
    assert waiting(desk) == ["V1"]
    desk.do(lambda writing: change(writing, approved_on=TODAY), about=AMAL)
    assert waiting(desk) == []


def test_a_name_that_changes_changes_in_the_list(desk):
    desk.do(send, SENT, about=AMAL)
    assert desk.plans_waiting()[0].known_as == "Amal Haddad"
    desk.do(lambda writing: amend(writing, "people", AMAL, {"known_as": "Mel"}), about=AMAL)
    assert desk.plans_waiting()[0].known_as == "Mel"
    worker = {"name": "Naomi Price-Lee"}
    desk.do(lambda writing: amend(writing, "workers", "W1", worker), team=True)
    assert desk.plans_waiting()[0].sent_by == "Naomi Price-Lee"


def test_a_note_about_somebody_else_asks_nothing(desk):
    desk.do(send, SENT, about=AMAL)
    assert waiting(desk) == ["V1"]
    note = Contact("N1", AHMED, "W1", TODAY, "seen", "worker")
    assert asked_by(desk, lambda: desk.do(record_contact, note, about=AHMED)) == 0
    assert asked_by(desk, lambda: desk.do(change, about=AMAL)) == 1
