"""Whatever is done to a plan, in whatever order: no answer is lost, no count is wrong."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.case import CaseFile
from carelink.duties import duties_of
from carelink.errors import Refused
from carelink.facts import Assessment, CarePeriod, Person, PlanAction, PlanMatter, Worker
from carelink.plan.actions import ActionAnswer
from carelink.plan.gaps import is_complete
from carelink.plan.matters import SCHEDULE_1
from carelink.plan.review import unmet
from carelink.plan.version import has_ended, open_version, version_before, versions_of
from carelink.plan.words import CHOSE_NOT_TO
from carelink.rulebook import load_rulebook
from db.approving import approve, return_with_comment, send_to_manager
from db.plan_actions import answer_action, carry_action, change_action, save_action, split_action
from db.plan_writing import confirm_matter, save_matter, save_their_view
from db.planning import begin_plan, begin_review, hold_review
from db.reading import read_case
from db.recording import link_user
from db.store import Store
from db.tables import USERS
from db.trail import Writing, add, keep
from tests.stores import TODAY, made_store

GESTURES = (
    *("answer", "answer", "answer", "fill", "fill", "act", "carry", "change", "split", "done"),
    *("drop", "view", "away", "hold", "send", "return", "approve", "approve", "begin", "begin"),
)
KEYS = [matter.key for matter in SCHEDULE_1]
RULES = load_rulebook()
# Two versions approved and a third begun, in which much has come across; then anything.
FIRST = ("begin", "view", "fill", "send", "approve") * 2 + ("begin",)


@settings(max_examples=6, deadline=None)
@given(st.lists(st.sampled_from(GESTURES), min_size=10, max_size=30), st.integers(0, 99))
def test_no_answer_is_lost_counts_are_right_and_complete_means_with_them(
    gestures: list[str], seed: int
) -> None:
    with TemporaryDirectory() as folder:
        store = made_store(Path(folder))
        try:
            _live(store, gestures, Random(seed))
        finally:
            store.close()


def _live(store: Store, gestures: list[str], rng: Random) -> None:
    with store.writing() as writing:
        _somebody(writing)
    approved: dict[str, Any] = {}
    for gesture in (*FIRST, *gestures):
        before = _case(store)
        try:
            with store.writing() as writing:
                _do(writing, gesture, before, rng)
        except Refused:
            assert _case(store) == before
        case = _case(store)
        _check_counts(case)
        _check_whole(case, approved)
        _check_clock(before, case, gesture)


def _do(writing: Writing, gesture: str, case: CaseFile, rng: Random) -> None:
    whole = open_version(case)
    if gesture == "begin":
        begin = begin_review if versions_of(case) else begin_plan
        begin(writing, "p1")
        return
    if whole is None:
        return
    version_id, key = whole.version.version_id, rng.choice(KEYS)
    waiting = unmet(case, whole)
    some = rng.choice(waiting) if waiting else None
    new = PlanAction("", "p1", version_id, key, f"Do {rng.random()}", "Jo", TODAY)
    said = PlanMatter("p1", version_id, key, f"Need {rng.random()}", "Words")
    if gesture == "answer":
        before = version_before(case, whole)
        if before and key in before.matters and rng.random() < 0.7:
            confirm_matter(writing, version_id, key)
        else:
            save_matter(writing, whole.matters.get(key), said)
    elif gesture == "fill":
        _fill(writing, case)
    elif gesture == "act":
        save_action(writing, None, new)
    elif gesture == "view":
        view = whole.version._replace(took_part="phone", no_part_why="", agreement="agree")
        save_their_view(writing, whole.version, view)
    elif gesture == "away":
        view = whole.version._replace(took_part=CHOSE_NOT_TO, no_part_why="Not now")
        save_their_view(writing, whole.version, view)
    elif gesture == "hold":
        hold_review(writing, version_id, TODAY)
    elif gesture == "send":
        _sit_down(writing, "w1")
        send_to_manager(writing, version_id)
    elif gesture == "return":
        return_with_comment(writing, version_id, "Say more.")
    elif gesture == "approve":
        _sit_down(writing, "w2")
        approve(writing, version_id)
    elif some is None:
        return
    elif gesture == "carry":
        carry_action(writing, version_id, some.action_id)
    elif gesture == "change":
        change_action(writing, version_id, some.action_id, new)
    elif gesture == "split":
        split_action(writing, version_id, some.action_id, [new, new])
    else:
        answer_action(
            writing, ActionAnswer(some.action_id, gesture + "ped" * (gesture == "drop"), "x")
        )


def _fill(writing: Writing, case: CaseFile) -> None:
    """Answer whatever waits to be, and carry what can be: the version could then be sent."""
    whole = open_version(case)
    assert whole is not None
    version_id = whole.version.version_id
    for action in unmet(case, whole):
        if (action.carried or 0) < 2:
            carry_action(writing, version_id, action.action_id)
        else:
            answer_action(writing, ActionAnswer(action.action_id, "dropped", "Not wanted now"))
    for key in KEYS:
        if key not in whole.matters:
            save_matter(writing, None, PlanMatter("p1", version_id, key, "Need", "Words"))
            save_action(
                writing, None, PlanAction("", "p1", version_id, key, f"See to {key}", "Jo", TODAY)
            )
    if whole.number > 1:
        hold_review(writing, version_id, TODAY)


def _check_counts(case: CaseFile) -> None:
    by_id = {action.action_id: action for action in case.plan_actions}
    for action in case.plan_actions:
        times, at = 0, action
        while at.carried and at.from_action:
            times, at = times + 1, by_id[at.from_action]
            assert at.what == action.what
        assert (action.carried or 0) == times <= 2
    for whole in versions_of(case):
        before = version_before(case, whole)
        if before and whole.version.approved_on:
            gone_on = {action.from_action for action in whole.actions}
            assert all(has_ended(a) or a.action_id in gone_on for a in before.actions)
        if is_complete(case, whole, TODAY):
            assert whole.version.took_part not in ("", CHOSE_NOT_TO)


def _check_whole(case: CaseFile, approved: dict[str, Any]) -> None:
    for whole in versions_of(case):
        if whole.version.approved_on:
            kept = (whole.matters, [(a.what, a.matter, a.due_on) for a in whole.actions])
            assert approved.setdefault(whole.version.version_id, kept) == kept
            assert set(whole.matters) == set(KEYS)
    assert set(approved) <= {whole.version.version_id for whole in versions_of(case)}


def _check_clock(before: CaseFile, case: CaseFile, gesture: str) -> None:
    """Only a review held, and the first approval, may move the day a review is due."""
    if gesture in ("hold", "fill") or not before.plans or before.plans[0].approved_on is None:
        return
    assert _review_due(case) == _review_due(before)


def _review_due(case: CaseFile) -> date | None:
    duties = duties_of(case, RULES, TODAY)
    return next(duty.due_on for duty in duties if duty.duty == "pathway_review_6m")


def _somebody(writing: Writing) -> None:
    add(writing, "people", [Person("p1", "Sam", date_of_birth=date(2007, 5, 6), uasc=False)])
    add(writing, "care_periods", [CarePeriod("p1", date(2018, 1, 1), date(2025, 5, 6))])
    add(writing, "workers", [Worker("w1", "Jo"), Worker("w2", "Ade")])
    add(writing, "assessments", [Assessment("p1", "needs", TODAY - timedelta(days=9))])


def _sit_down(writing: Writing, worker_id: str) -> None:
    keep(writing, USERS, writing.user_id, {"role": "team_manager"})
    link_user(writing, worker_id)


def _case(store: Store) -> CaseFile:
    with store.reading() as connection:
        return read_case(connection, "p1")
