"""A manager's answers on a real store: what each does, who may give them, and nobody their own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from carelink.approvals.checks import check_override
from carelink.approvals.limits import load_limits
from carelink.approvals.waiting import Waiting, waiting_of
from carelink.duties import duties_of
from carelink.errors import ChangedMeanwhile, Refused
from carelink.facts import (
    Allocation,
    Approval,
    CarePeriod,
    DutyAnswer,
    Entitlement,
    Home,
    Person,
    Provenance,
    Snooze,
    StatusOverride,
    Worker,
)
from carelink.rulebook import load_rulebook
from carelink.status import status_of
from carelink.week import set_aside_on
from carelink.words import State, Status
from db.agreeing import agree, author_at, end_status, return_it, stand_again, undo_answer, why_not
from db.answering import snooze_duty
from db.one_fact import change_fact, record_fact
from db.recording import link_user
from db.store import Store
from db.tables import USERS
from db.trail import Writing, add, amend, keep
from tests.stores import TODAY, USER, case_of, do, made_store

ELSEWHERE = Provenance(datetime(2026, 11, 20, tzinfo=UTC), "Naomi Price", "")
AGO = TODAY - timedelta(days=5)
ASKED = StatusOverride(
    *("p1", "qualifying", date(2025, 5, 10), None, "Care did not count", "Letter of 3 May"),
    *(AGO, "W1", "O1"),
)
ANSWER = Approval("Y1", "p1", "status", "O1", TODAY, "agreed", "", "TM1")
FACTS: dict[str, list[Any]] = {
    "workers": [
        Worker("W1", "Naomi Price", "personal_adviser"),
        Worker("TM1", "Ruth Adeyemi", "team_manager"),
    ],
    "people": [Person("p1", "Amal", "", date(2007, 5, 10), uasc=False)],
    "care_periods": [CarePeriod("p1", date(2019, 1, 1), date(2025, 5, 10), "C2", row_id="K1")],
    "allocations": [Allocation("p1", "W1", "personal_adviser", date(2024, 1, 1), row_id="A1")],
    "homes": [Home("p1", AGO, None, "W", "2", True, row_id="H1")],
    "snoozes": [Snooze("p1", "pa_contact_8w", AGO, date(2027, 1, 3), "Away", "W1", "S1")],
    "duty_answers": [
        DutyAnswer(
            *(
                "p1",
                "pathway_plan_in_place",
                "not_required",
                AGO,
                "Seen weekly",
                "W1",
                date(2027, 3, 1),
            ),
            "D1",
        )
    ],
    "entitlements": [Entitlement("p1", "laptop", "granted", AGO, 90_000, row_id="E1")],
    "status_overrides": [ASKED],
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A team manager at the keyboard; everything that waits was recorded by the adviser."""
    made = made_store(tmp_path)
    with made.writing() as writing:
        for kind, facts in FACTS.items():
            add(writing, kind, facts, [ELSEWHERE] * len(facts))
    yield made
    made.close()


def waits(store: Store) -> dict[str, Waiting]:
    case, rules = case_of(store), load_rulebook()
    duties = duties_of(case, rules, TODAY)
    found = waiting_of(case, duties, rules, load_limits(), TODAY)
    return {one.subject_id: one for one in found}


def says(store: Store, verb: Any, *given: Any) -> str:
    before = case_of(store)
    with pytest.raises(Refused) as refused:
        do(store, verb, *given)
    assert case_of(store) == before
    return " ".join(problem.says for problem in refused.value.problems)


def as_role(writing: Writing, role: str) -> None:
    keep(writing, USERS, writing.user_id, {"role": role})


def test_each_kind_of_thing_that_waits_can_be_agreed_to_and_then_waits_no_longer(store):
    assert set(waits(store)) == {"H1", "S1", "D1", "E1", "O1"}
    for subject_id in ("H1", "S1", "D1", "E1", "O1"):
        do(store, agree, waits(store)[subject_id], "Seen.")
        assert subject_id not in waits(store)
    answers = case_of(store).approvals
    assert {(a.answer, a.on, a.words, a.decided_by) for a in answers} == {
        ("agreed", TODAY, "Seen.", USER)
    }


def test_a_status_stands_once_it_is_agreed_to_and_not_before(store):
    assert status_of(case_of(store), TODAY).status is Status.FORMER_RELEVANT
    do(store, agree, waits(store)["O1"])
    standing = status_of(case_of(store), TODAY)
    assert standing.status is Status.QUALIFYING
    assert standing.worked_out is Status.FORMER_RELEVANT
    assert standing.differs


def test_what_is_returned_with_words_is_undone_by_it_and_the_facts_stay_as_recorded(store):
    before = case_of(store)
    for subject_id in ("S1", "D1", "O1", "E1", "H1"):
        do(store, return_it, waits(store)[subject_id], "Ring them this week.")
    case = case_of(store)
    for kind in FACTS:
        if kind != "workers":
            held = case.person if kind == "people" else getattr(case, kind)
            assert held == (before.person if kind == "people" else getattr(before, kind))
    duties = duties_of(case, load_rulebook(), TODAY)
    assert set_aside_on(case, duties, TODAY) == frozenset()
    assert set_aside_on(before, duties, TODAY) == {"pa_contact_8w"}
    assert set_aside_on(case, duties, AGO) == {"pa_contact_8w"}
    states = {duty.duty: duty.state for duty in duties}
    assert states["pathway_plan_in_place"] is not State.NOT_REQUIRED
    was = {duty.duty: duty.state for duty in duties_of(before, load_rulebook(), TODAY)}
    assert was["pathway_plan_in_place"] is State.NOT_REQUIRED
    assert status_of(case, TODAY).status is Status.FORMER_RELEVANT


@pytest.mark.parametrize("verb", [agree, return_it])
def test_undone_at_once_it_waits_again_as_it_was(store, verb):
    before = case_of(store)
    approval_id = do(store, verb, waits(store)["S1"], "Ring them.")
    do(store, undo_answer, approval_id)
    assert case_of(store) == before
    do(store, agree, waits(store)["S1"])


def test_returning_says_why(store):
    assert "Say why" in says(store, return_it, waits(store)["S1"], "  ")


@pytest.mark.parametrize("verb", [agree, return_it])
def test_only_a_team_manager_answers(store, verb):
    do(store, as_role, "personal_adviser")
    assert "Only a team manager" in says(store, verb, waits(store)["S1"], "Words")


@pytest.mark.parametrize("verb", [agree, return_it])
@pytest.mark.parametrize("subject_id", ["S1", "D1", "O1"])
def test_nobody_answers_what_they_asked_for(store, verb, subject_id):
    do(store, link_user, "W1")
    assert "You asked for this yourself" in says(store, verb, waits(store)[subject_id], "Words")


@pytest.mark.parametrize("verb", [agree, return_it])
def test_nobody_answers_what_they_recorded_though_the_fact_names_another(store, verb):
    own = {
        "snoozes": FACTS["snoozes"][0]._replace(row_id="S9"),
        "entitlements": FACTS["entitlements"][0]._replace(row_id="E9", on=TODAY),
        "homes": FACTS["homes"][0]._replace(row_id="H9", start=TODAY),
        "status_overrides": ASKED._replace(row_id="O9"),
    }
    for kind, fact in own.items():
        do(store, lambda writing, k=kind, f=fact: add(writing, k, [f]))
    for subject_id in ("S9", "E9", "H9", "O9"):
        assert "You recorded this yourself" in says(store, verb, waits(store)[subject_id], "Words")


def test_whoever_changed_it_since_has_recorded_it_too(store):
    do(store, amend, "entitlements", "E1", {"amount_pence": 95_000})
    assert "You recorded this yourself" in says(store, agree, waits(store)["E1"])


def test_whoever_recorded_it_before_somebody_else_changed_it_still_did(store):
    own = FACTS["entitlements"][0]._replace(row_id="E9", on=TODAY)
    do(store, lambda writing: add(writing, "entitlements", [own]))
    changes = {"amount_pence": 95_000}
    do(store, lambda w: amend(w, "entitlements", "E9", changes, provenance=ELSEWHERE))
    assert "You recorded this yourself" in says(store, agree, waits(store)["E9"])


def test_where_no_worker_is_linked_the_name_tells_who_asked(store):
    named = Worker("W9", USER, "team_manager")
    asked = ASKED._replace(row_id="O9", asked_by="W9")

    def write(writing: Writing) -> None:
        add(writing, "workers", [named])
        add(writing, "status_overrides", [asked], [ELSEWHERE])

    do(store, write)
    assert "You asked for this yourself" in says(store, agree, waits(store)["O9"])
    do(store, link_user, "TM1")
    do(store, agree, waits(store)["O9"])


def test_nothing_is_answered_twice_nor_when_it_has_changed_or_ended(store):
    held = waits(store)
    do(store, agree, held["S1"])
    assert "no longer waits" in says(store, agree, held["S1"])
    do(store, lambda w: amend(w, "homes", "H1", {"end": TODAY}, provenance=ELSEWHERE))
    assert "no longer waits" in says(store, agree, held["H1"])
    changes = {"amount_pence": 95_000}
    do(store, lambda w: amend(w, "entitlements", "E1", changes, provenance=ELSEWHERE))
    with pytest.raises(ChangedMeanwhile):
        do(store, agree, held["E1"])


def test_the_screen_is_told_beforehand_what_this_manager_cannot_answer(store):
    do(store, lambda writing: add(writing, "homes", [Home("p1", TODAY, None, "V", row_id="H9")]))
    held = list(waits(store).values())
    with store.reading() as connection:
        told = why_not(connection, author_at(store.user), held)
        assert told == {
            ("emergency_home", "H9"): "You recorded this yourself. Somebody else has to answer it."
        }
        adviser = author_at(store.user._replace(role="personal_adviser"))
        assert set(why_not(connection, adviser, held)) == {(w.subject, w.subject_id) for w in held}


def test_an_agreed_status_is_ended_by_a_manager_with_a_reason(store):
    do(store, agree, waits(store)["O1"])
    ended = ASKED._replace(end=TODAY, reason="Care did not count. The court found the papers.")
    assert "Say why" in says(store, end_status, ASKED, ASKED._replace(end=TODAY))
    yesterday = ended._replace(end=TODAY - timedelta(days=1))
    assert "what was, was" in says(store, end_status, ASKED, yesterday)
    assert "Give the day" in says(store, end_status, ASKED, ended._replace(end=None))
    do(store, end_status, ASKED, ended)
    standing = status_of(case_of(store), TODAY)
    assert (standing.status, standing.worked_out) == (Status.FORMER_RELEVANT, None)
    assert status_of(case_of(store), TODAY - timedelta(days=1)).status is Status.FORMER_RELEVANT
    do(store, stand_again, ended, ASKED)
    assert status_of(case_of(store), TODAY).status is Status.QUALIFYING
    do(store, as_role, "personal_adviser")
    assert "Only a team manager" in says(store, end_status, ASKED, ended)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"status": "died"}, "status"),
        ({"status": "pre_16"}, "status"),
        ({"status": "cannot_tell"}, "status"),
        ({"status": "nonsense"}, "status"),
        ({"status": "former_relevant"}, "status"),
        ({"start": None}, "start"),
        ({"start": TODAY + timedelta(days=1)}, "start"),
        ({"start": date(2023, 5, 9)}, "start"),
        ({"status": "offer_21_to_25"}, "start"),
        ({"end": date(2025, 5, 10)}, "end"),
        ({"reason": " "}, "reason"),
        ({"evidence": ""}, "evidence"),
        ({"reason": "\x00"}, "reason"),
    ],
)
def test_a_status_asked_for_needs_its_day_its_reason_and_what_shows_it(store, changes, field):
    asked = ASKED._replace(row_id="O2", start=date(2025, 6, 1))._replace(**changes)
    with pytest.raises(Refused) as refused:
        do(store, record_fact, "status_overrides", asked, check_override)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_status_is_not_asked_for_twice_and_changed_only_while_nobody_answered(store):
    with pytest.raises(Refused, match="not answered yet"):
        do(store, record_fact, "status_overrides", ASKED._replace(row_id="O2"), check_override)
    after = ASKED._replace(reason="Another reason")
    do(store, change_fact, "status_overrides", ASKED, after, check_override)
    do(store, lambda w: amend(w, "status_overrides", "O1", {"end": TODAY}, provenance=ELSEWHERE))
    do(store, lambda w: amend(w, "status_overrides", "O1", ASKED._asdict(), provenance=ELSEWHERE))
    do(store, lambda w: add(w, "approvals", [ANSWER]))
    with pytest.raises(Refused, match="has been answered"):
        do(store, change_fact, "status_overrides", ASKED, after, check_override)


@pytest.mark.parametrize("changes", [{"date_of_birth": None}, {"date_of_death": AGO}])
def test_nobody_without_a_date_of_birth_or_who_died_is_given_a_status(store, changes):
    case = replace(case_of(store), person=FACTS["people"][0]._replace(**changes), worked_out={})
    with pytest.raises(Refused, match="lives"):
        check_override(case, ASKED._replace(row_id="O2", start=AGO), TODAY)


def test_whoever_sets_a_line_aside_is_named_and_cannot_agree_to_it(store):
    do(store, link_user, "TM1")
    aside = Snooze("p1", "pa_contact_8w", None, TODAY + timedelta(days=9), "Exams")
    row_id = do(store, snooze_duty, aside)
    assert waits(store)[row_id].asked_by == "TM1"
    assert "You asked for this yourself" in says(store, agree, waits(store)[row_id])
