"""The verbs of the pathway plan on a real store: what each does, and what each refuses in words."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from carelink.case import CaseFile
from carelink.duties import duties_of
from carelink.errors import ChangedMeanwhile, Refused
from carelink.facts import (
    Assessment,
    CarePeriod,
    Person,
    Plan,
    PlanAction,
    PlanMatter,
    PlanReview,
    Worker,
)
from carelink.plan.actions import ActionAnswer, actions_to_ask, open_actions
from carelink.plan.gaps import gaps_of, is_complete
from carelink.plan.matters import SCHEDULE_1
from carelink.plan.review import unmet
from carelink.plan.version import current_version, open_version, versions_of
from carelink.rulebook import load_rulebook
from carelink.words import State
from db.approving import approve, give_copy, read_waiting, return_with_comment, send_to_manager
from db.plan_actions import (
    answer_action,
    carry_action,
    change_action,
    remove_action,
    save_action,
    split_action,
)
from db.plan_rows import undo_planning
from db.plan_writing import confirm_matter, save_matter, save_their_view
from db.planning import begin_plan, begin_review, drop_version, hold_review
from db.reading import read_case
from db.recording import link_user
from db.store import Store
from db.tables import USERS
from db.trail import Writing, add, keep
from tests.stores import TODAY, made_store

LAST_YEAR = TODAY - timedelta(days=200)


class Plans:
    """Somebody of 19 in a store, and hands to write their plan with."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.do(self._begin)

    def do(self, verb: Callable[..., Any], *given: Any) -> Any:
        with self.store.writing() as writing:
            return verb(writing, *given)

    @property
    def case(self) -> CaseFile:
        with self.store.reading() as connection:
            return read_case(connection, "p1")

    def refused(self, verb: Callable[..., Any], *given: Any) -> str:
        """What is said; and nothing has been kept."""
        before = self.case
        with pytest.raises(Refused) as said:
            self.do(verb, *given)
        assert self.case == before
        return str(said.value)

    def be(self, role: str, worker_id: str) -> None:
        """Sit down at the keyboard as somebody else."""
        self.do(_sit_down, role, worker_id)

    def write(self, version_id: str, need: str = "Help") -> None:
        """Answer every matter with one action each."""
        for matter in SCHEDULE_1:
            said = PlanMatter("p1", version_id, matter.key, need, "I want this")
            self.do(save_matter, None, said)
            act = PlanAction("", "p1", version_id, matter.key, f"See to {matter.key}", "Jo", TODAY)
            self.do(save_action, None, act)

    def agree(self, version_id: str) -> None:
        version = versions_of(self.case)[-1].version
        said = version._replace(took_part="in_person", agreement="agree")
        self.do(save_their_view, version, said)

    def approved(self, version_id: str) -> None:
        """Send it as Jo and approve it as the manager."""
        self.be("personal_adviser", "w1")
        self.do(send_to_manager, version_id)
        self.be("team_manager", "w2")
        self.do(approve, version_id)

    def first(self) -> str:
        """A first version, written, agreed and approved."""
        version_id = self.do(begin_plan, "p1")
        self.write(version_id)
        self.agree(version_id)
        self.approved(version_id)
        return version_id

    def _begin(self, writing: Writing) -> None:
        add(writing, "people", [Person("p1", "Sam", date_of_birth=date(2007, 5, 6), uasc=False)])
        add(writing, "care_periods", [CarePeriod("p1", date(2018, 1, 1), date(2025, 5, 6))])
        add(writing, "workers", [Worker("w1", "Jo"), Worker("w2", "Ade")])
        add(writing, "assessments", [Assessment("p1", "needs", LAST_YEAR)])


def _sit_down(writing: Writing, role: str, worker_id: str) -> None:
    keep(writing, USERS, writing.user_id, {"role": role})
    link_user(writing, worker_id)


@pytest.fixture
def plans(tmp_path: Path) -> Iterator[Plans]:
    store = made_store(tmp_path, user="Somebody")
    yield Plans(store)
    store.close()


def test_a_first_plan_goes_from_begun_to_a_copy_given(plans: Plans) -> None:
    version_id = plans.first()
    (plan,) = plans.case.plans
    version = versions_of(plans.case)[0].version
    assert (plan.started_on, plan.approved_on, plan.copy_given_on) == (TODAY, TODAY, None)
    assert (version.sent_by, version.approved_by) == ("w1", "w2")
    plans.do(give_copy, version_id, "by_hand", TODAY)
    assert plans.case.plans[0].copy_given_on == TODAY
    assert is_complete(plans.case, versions_of(plans.case)[0], TODAY)


def test_only_a_manager_approves_and_never_what_they_sent_themselves(plans: Plans) -> None:
    version_id = plans.do(begin_plan, "p1")
    plans.write(version_id)
    plans.agree(version_id)
    plans.be("personal_adviser", "w1")
    assert "Only a team manager" in plans.refused(approve, version_id)
    plans.do(send_to_manager, version_id)
    assert "Only a team manager" in plans.refused(approve, version_id)
    assert "Only a team manager" in plans.refused(return_with_comment, version_id, "Say more.")
    plans.be("team_manager", "w1")
    assert "You sent this plan yourself" in plans.refused(approve, version_id)
    plans.be("team_manager", "w2")
    plans.do(approve, version_id)
    assert "not with the manager" in plans.refused(approve, version_id)


def test_who_has_no_worker_of_the_team_is_known_by_their_own_name(plans: Plans) -> None:
    version_id = plans.do(begin_plan, "p1")
    plans.write(version_id)
    plans.agree(version_id)
    plans.do(send_to_manager, version_id)
    assert versions_of(plans.case)[0].version.sent_by == "Somebody"
    assert "You sent this plan yourself" in plans.refused(approve, version_id)


def test_a_first_plan_is_not_approved_before_needs_were_assessed(plans: Plans) -> None:
    with plans.store.writing() as writing:
        writing.connection.exec_driver_sql("DELETE FROM assessments")
    version_id = plans.do(begin_plan, "p1")
    plans.write(version_id)
    plans.agree(version_id)
    plans.be("personal_adviser", "w1")
    plans.do(send_to_manager, version_id)
    plans.be("team_manager", "w2")
    assert "No needs assessment" in plans.refused(approve, version_id)
    assert plans.case.plans[0].approved_on is None


def test_what_is_missing_is_said_all_at_once_and_a_reason_lets_it_go(plans: Plans) -> None:
    version_id = plans.do(begin_plan, "p1")
    said = plans.refused(send_to_manager, version_id)
    assert said.count("Nobody has answered this yet.") == len(SCHEDULE_1)
    plans.write(version_id)
    assert "how they took part, or why" in plans.refused(send_to_manager, version_id)
    version = versions_of(plans.case)[0].version
    without = version._replace(no_part_why="In hospital; we go back in May.")
    plans.do(save_their_view, version, without)
    plans.approved(version_id)
    assert not is_complete(plans.case, versions_of(plans.case)[0], TODAY)


def test_a_plan_is_returned_with_a_comment_and_sent_again(plans: Plans) -> None:
    version_id = plans.do(begin_plan, "p1")
    plans.write(version_id)
    plans.agree(version_id)
    plans.do(send_to_manager, version_id)
    matter = plans.case.plan_matters[0]
    assert "cannot be written in" in plans.refused(save_matter, matter, matter._replace(need="x"))
    assert "Say what is to be put right" in plans.refused(return_with_comment, version_id, " ")
    plans.do(return_with_comment, version_id, "Who pays for the course?")
    assert versions_of(plans.case)[0].state == "returned"
    plans.do(save_matter, matter, matter._replace(need="We pay."))
    plans.do(send_to_manager, version_id)
    version = versions_of(plans.case)[0].version
    assert (version.returned_on, version.returned_why) == (None, "Who pays for the course?")


def test_a_second_plan_or_version_is_not_begun_while_one_is_open(plans: Plans) -> None:
    assert "no approved plan to review" in plans.refused(begin_review, "p1")
    plans.do(begin_plan, "p1")
    assert "being written already" in plans.refused(begin_plan, "p1")
    assert "being written already" in plans.refused(begin_review, "p1")


def test_an_approved_plan_is_reviewed_and_not_begun_again(plans: Plans) -> None:
    plans.first()
    assert "Begin a review" in plans.refused(begin_plan, "p1")
    plans.do(begin_review, "p1")
    assert open_version(plans.case) is not None


def test_a_plan_known_by_its_dates_alone_is_reviewed_with_nothing_on_the_left(plans: Plans) -> None:
    plan = Plan("P0", "p1", date(2024, 1, 1), date(2024, 2, 1), date(2024, 2, 2))
    plans.do(add, "plans", [plan])
    version_id = plans.do(begin_review, "p1")
    whole = versions_of(plans.case)[0]
    assert "held_on" in [gap.field for gap in gaps_of(plans.case, whole, TODAY)]
    plans.do(hold_review, version_id, TODAY)
    plans.write(version_id)
    plans.agree(version_id)
    plans.approved(version_id)
    assert plans.case.plans == (plan,), "the plan's own dates stand"


def test_a_review_that_was_asked_for_is_the_one_that_is_held(plans: Plans) -> None:
    plans.first()
    asked = PlanReview("R1", "p1", asked_on=TODAY - timedelta(days=3), asked_by="young_person")
    plans.do(add, "plan_reviews", [asked])
    version_id = plans.do(begin_review, "p1")
    assert "must be today or in the past" in plans.refused(
        hold_review, version_id, TODAY + timedelta(days=1)
    )
    plans.do(hold_review, version_id, TODAY)
    assert plans.case.plan_reviews == (asked._replace(held_on=TODAY),)


def test_the_first_version_comes_of_no_review(plans: Plans) -> None:
    version_id = plans.do(begin_plan, "p1")
    assert "comes of no review" in plans.refused(hold_review, version_id, TODAY)


def test_unchanged_answers_are_confirmed_one_by_one_and_never_copied(plans: Plans) -> None:
    plans.first()
    version_id = plans.do(begin_review, "p1")
    assert versions_of(plans.case)[1].matters == {}
    plans.do(confirm_matter, version_id, "health")
    now = versions_of(plans.case)[1].matters
    assert list(now) == ["health"]
    assert (now["health"].stands, now["health"].words) == ("unchanged", "I want this")
    assert "an answer of this time already" in plans.refused(confirm_matter, version_id, "health")
    plans.do(save_matter, None, PlanMatter("p1", version_id, "skills", "More help", "I can cook"))
    assert versions_of(plans.case)[1].matters["skills"].stands == "changed"


def test_there_is_nothing_to_confirm_in_a_first_version(plans: Plans) -> None:
    version_id = plans.do(begin_plan, "p1")
    assert "no answer of last time" in plans.refused(confirm_matter, version_id, "health")


def a_review(plans: Plans) -> tuple[str, str]:
    """A version after an approved one, and the action of last time about health."""
    first = plans.first()
    version_id = plans.do(begin_review, "p1")
    held = [a for a in plans.case.plan_actions if a.version_id == first and a.matter == "health"]
    return version_id, held[0].action_id


def test_an_action_comes_across_twice_and_then_must_change(plans: Plans) -> None:
    action_id = ""
    for times in range(3):
        if times == 0:
            version_id, action_id = a_review(plans)
        else:
            version_id = plans.do(begin_review, "p1")
        if times == 2:
            break
        for action in unmet(plans.case, versions_of(plans.case)[-1]):
            carried = plans.do(carry_action, version_id, action.action_id)
            if action.action_id == action_id:
                following = carried
        action_id = following
        for matter in SCHEDULE_1:
            plans.do(confirm_matter, version_id, matter.key)
        plans.do(hold_review, version_id, TODAY)
        plans.agree(version_id)
        plans.approved(version_id)
    assert "come across twice already" in plans.refused(carry_action, version_id, action_id)
    changed = plans.do(
        change_action, version_id, action_id, PlanAction("", "p1", version_id, what="Ring first")
    )
    (new,) = [a for a in plans.case.plan_actions if a.action_id == changed]
    assert (new.carried, new.from_action, new.by_whom) == (None, action_id, "Jo")


def test_an_action_is_split_dropped_or_done_and_then_waits_no_longer(plans: Plans) -> None:
    version_id, action_id = a_review(plans)
    one = PlanAction("", "p1", version_id, what="Find a dentist", due_on=TODAY)
    assert "at least two" in plans.refused(split_action, version_id, action_id, [one])
    plans.do(split_action, version_id, action_id, [one, one._replace(what="Ring the dentist")])
    waiting = unmet(plans.case, versions_of(plans.case)[-1])
    assert action_id not in [action.action_id for action in waiting]
    assert "Say why this is dropped" in plans.refused(
        answer_action, ActionAnswer(waiting[0].action_id, "dropped")
    )
    plans.do(answer_action, ActionAnswer(waiting[0].action_id, "dropped", "They moved away."))
    plans.do(answer_action, ActionAnswer(waiting[1].action_id, "done"))
    assert "answered already" in plans.refused(
        answer_action, ActionAnswer(waiting[1].action_id, "done")
    )
    left = unmet(plans.case, versions_of(plans.case)[-1])
    assert len(left) == len(SCHEDULE_1) - 3


def test_a_space_at_the_end_is_no_change_and_the_carrying_is_still_counted(plans: Plans) -> None:
    version_id, action_id = a_review(plans)
    carried_id = plans.do(carry_action, version_id, action_id)
    (carried,) = [a for a in plans.case.plan_actions if a.action_id == carried_id]
    plans.do(save_action, carried, carried._replace(what=f"{carried.what} "))
    by_id = {action.action_id: action for action in plans.case.plan_actions}
    assert (by_id[carried_id].carried, by_id[action_id].outcome) == (1, "")


def test_what_is_taken_out_of_a_draft_waits_again(plans: Plans) -> None:
    version_id, action_id = a_review(plans)
    new = plans.do(
        change_action, version_id, action_id, PlanAction("", "p1", version_id, what="Ring first")
    )
    plans.do(remove_action, new)
    assert action_id in [a.action_id for a in unmet(plans.case, versions_of(plans.case)[-1])]


def test_what_a_note_finds_done_is_done_in_the_version_being_written_too(plans: Plans) -> None:
    version_id, action_id = a_review(plans)
    carried = plans.do(carry_action, version_id, action_id)
    plans.do(answer_action, ActionAnswer(action_id, "done"), TODAY)
    by_id = {action.action_id: action for action in plans.case.plan_actions}
    assert by_id[carried].outcome == by_id[action_id].outcome == "done"


def test_a_reworded_action_goes_on_until_its_new_words_are_approved(plans: Plans) -> None:
    version_id, action_id = a_review(plans)
    plans.do(
        change_action, version_id, action_id, PlanAction("", "p1", version_id, what="Ring first")
    )
    assert action_id in [action.action_id for action in open_actions(plans.case)]


def test_a_note_asks_about_what_is_late_or_due_within_two_weeks(plans: Plans) -> None:
    plans.first()
    case = plans.case
    current = current_version(case)
    assert current is not None
    assert len(actions_to_ask(case, TODAY)) == len(current.actions)
    assert actions_to_ask(case, TODAY - timedelta(days=15)) == []


def test_two_windows_with_one_matter_keep_both_texts(plans: Plans) -> None:
    version_id = plans.do(begin_plan, "p1")
    mine = PlanMatter("p1", version_id, "health", "Mine")
    plans.do(save_matter, None, mine._replace(need="Theirs"))
    with pytest.raises(ChangedMeanwhile) as meanwhile:
        plans.do(save_matter, None, mine)
    assert meanwhile.value.now.need == "Theirs"
    plans.do(save_matter, meanwhile.value.now, mine)
    assert plans.case.plan_matters[0].need == "Mine"


def test_a_gesture_is_taken_back_unless_something_changed_since(plans: Plans) -> None:
    version_id, action_id = a_review(plans)
    before = plans.case
    plans.do(
        change_action, version_id, action_id, PlanAction("", "p1", version_id, what="Ring first")
    )
    after = plans.case
    plans.do(undo_planning, before, after)
    assert plans.case == before
    with pytest.raises(ChangedMeanwhile):
        plans.do(undo_planning, before, after)


def test_what_somebody_else_has_changed_since_is_not_taken_back(plans: Plans) -> None:
    version_id = plans.do(begin_plan, "p1")
    mine = PlanMatter("p1", version_id, "health", "Mine")
    before = plans.case
    plans.do(save_matter, None, mine)
    after = plans.case
    plans.do(save_matter, after.plan_matters[0], mine._replace(need="Theirs"))
    with pytest.raises(ChangedMeanwhile):
        plans.do(undo_planning, before, after)
    assert plans.case.plan_matters[0].need == "Theirs"


def test_a_draft_begun_by_mistake_goes_and_leaves_everything_as_it_was(plans: Plans) -> None:
    plans.first()
    before = plans.case
    version_id = plans.do(begin_review, "p1")
    action_id = unmet(plans.case, versions_of(plans.case)[-1])[0].action_id
    new = PlanAction("", "p1", version_id, what="Other words")
    plans.do(change_action, version_id, action_id, new)
    plans.do(confirm_matter, version_id, "health")
    written = plans.case
    plans.do(drop_version, version_id)
    assert plans.case == before
    plans.do(undo_planning, written, plans.case)
    assert plans.case == written


def test_a_plan_begun_by_mistake_goes_with_its_only_draft(plans: Plans) -> None:
    before = plans.case
    plans.do(drop_version, plans.do(begin_plan, "p1"))
    assert plans.case == before


def test_a_plan_begun_and_not_approved_answers_no_duty_and_moves_no_clock(plans: Plans) -> None:
    rulebook = load_rulebook()

    def state_of(duty: str) -> State:
        found = duties_of(plans.case, rulebook, TODAY)
        return next(one.state for one in found if one.duty == duty)

    version_id = plans.do(begin_plan, "p1")
    plans.write(version_id)
    plans.agree(version_id)
    assert state_of("pathway_plan_in_place") is State.NO_DATE
    assert state_of("pathway_review_6m") is State.NO_DATE
    plans.approved(version_id)
    assert state_of("pathway_plan_in_place") is State.ON_TRACK
    assert state_of("pathway_review_6m") is State.ON_TRACK


def test_a_review_held_for_a_draft_thrown_away_was_not_held(plans: Plans) -> None:
    plans.first()
    for asked in (False, True):
        if asked:
            plans.do(add, "plan_reviews", [PlanReview("r1", "p1", asked_on=LAST_YEAR)])
        before = plans.case
        version_id = plans.do(begin_review, "p1")
        plans.do(hold_review, version_id, TODAY)
        assert plans.case.reviews_held == [TODAY]
        plans.do(drop_version, version_id)
        assert plans.case == before


def test_what_a_manager_has_read_is_never_thrown_away(plans: Plans) -> None:
    version_id = plans.first()
    assert "it is kept" in plans.refused(drop_version, version_id)


def test_plans_with_the_manager_are_found_by_one_question(plans: Plans) -> None:
    version_id = plans.do(begin_plan, "p1")
    plans.write(version_id)
    plans.agree(version_id)
    plans.do(send_to_manager, version_id)
    with plans.store.reading() as connection:
        (waiting,) = read_waiting(connection)
    assert (waiting.version.version_id, waiting.known_as) == (version_id, "Sam")
    assert waiting.sent_by == "Somebody"
    plans.do(return_with_comment, version_id, "More, please.")
    with plans.store.reading() as connection:
        assert read_waiting(connection) == []


def test_a_copy_is_given_of_an_approved_version_only(plans: Plans) -> None:
    version_id = plans.do(begin_plan, "p1")
    said = plans.refused(give_copy, version_id, "by_pigeon", None)
    assert "Choose how" in said
    assert "Give the day" in said
    assert "that is approved" in said
