"""A worker is closed when nothing is theirs any more; else everything that is, is said."""

from datetime import date

import pytest

from carelink.errors import ChangedMeanwhile, Refused
from carelink.facts import (
    Allocation,
    Cover,
    Handover,
    Message,
    Person,
    PlanVersion,
    Promise,
    Worker,
)
from db.drafts import Draft, keep_draft
from db.handing_over import accept_handovers, ask_handovers
from db.leaving import close_worker, open_again, read_theirs
from db.recording import link_user
from db.trail import add
from tests.stores import TODAY, case_of, do, made_store

PA = "personal_adviser"
NAOMI = Worker("W1", "Naomi Price", PA, start=date(2024, 1, 1))
END = date(2026, 12, 1)


@pytest.fixture
def store(tmp_path):
    made = made_store(tmp_path)
    with made.writing() as writing:
        others = [Worker("W2", "Tom Ode", PA), Worker("W3", "Naomi Price", "nurse")]
        add(writing, "workers", [NAOMI, *others])
        add(writing, "people", [Person("p1", "Amal")])
    yield made
    made.close()


def owing(store):
    with store.writing() as writing:
        add(writing, "allocations", [Allocation("p1", "W1", PA, date(2025, 3, 1))])
        add(writing, "promises", [Promise("P1", "p1", "", "Ring the bank", worker_id="W1")])
        add(writing, "messages", [Message("G1", "p1", "W1", TODAY, words="Ring me")])
        add(writing, "covers", [Cover("W2", "W1", TODAY, date(2026, 12, 9))])
        add(writing, "plan_versions", [PlanVersion("V1", "p1", sent_on=TODAY, sent_by="W1")])
        link_user(writing, "W1")
        keep_draft(writing, Draft("D1", "contact", "p1", {"note": "half"}))


def test_a_worker_with_nothing_is_closed_and_opened_again(store):
    now = do(store, close_worker, NAOMI, END)
    assert case_of(store).workers["W1"].end == END
    do(store, open_again, now, NAOMI)
    assert case_of(store).workers["W1"].end is None


def test_while_anything_is_theirs_it_is_all_said_and_nothing_is_kept(store):
    owing(store)
    with pytest.raises(Refused) as said:
        do(store, close_worker, NAOMI, END)
    first, *rest = said.value.problems
    assert first.says == (
        "Still theirs: 1 young person, 1 promise to keep, 1 plan that waits for a manager, "
        "1 message to answer, 1 colleague stood in for, 1 unfinished form."
    )
    assert [problem.field for problem in rest] == [
        *("people", "promises", "approvals", "messages", "covers", "drafts")
    ]
    assert rest[1].says == "Amal: Ring the bank."
    assert case_of(store).workers["W1"].end is None


def test_when_somebody_is_accepted_by_the_last_day_what_is_owed_goes_with_them(store):
    owing(store)
    do(store, ask_handovers, [Handover("", "p1", "W1", "W2", None, END)])
    with store.reading() as connection:
        kinds = [thing.kind for thing in read_theirs(connection, "W1", END)]
    assert kinds[:2] == ["people", "handovers"]
    do(store, accept_handovers, case_of(store).handovers, TODAY)
    with store.reading() as connection:
        kinds = [thing.kind for thing in read_theirs(connection, "W1", END)]
    assert kinds == ["covers", "drafts"]


def test_another_of_the_same_name_owes_nothing_for_it(store):
    owing(store)
    with store.reading() as connection:
        assert read_theirs(connection, "W3", END) == []


@pytest.mark.parametrize("end", [None, date(2024, 1, 1)])
def test_the_last_day_must_be_given_and_come_after_the_first(store, end):
    with pytest.raises(Refused) as said:
        do(store, close_worker, NAOMI, end)
    assert [problem.field for problem in said.value.problems] == ["end"]


def test_a_worker_changed_meanwhile_or_unknown_is_left(store):
    with pytest.raises(ChangedMeanwhile):
        do(store, close_worker, NAOMI._replace(fte=0.5), END)
    with pytest.raises(Refused, match="Choose one of the team's workers"):
        do(store, close_worker, Worker("W9"), END)


def test_only_who_manages_may_close_anybody(tmp_path):
    made = made_store(tmp_path, role=PA)
    with made.writing() as writing:
        add(writing, "workers", [NAOMI])
    with pytest.raises(Refused, match="Only a team manager or an administrator"):
        do(made, close_worker, NAOMI, END)
    made.close()
