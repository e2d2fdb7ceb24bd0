"""Are the made-up plans whole, in order, and of every state that a team meets?"""

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from carelink.case import CaseFile
from carelink.plan.gaps import gaps_of
from carelink.plan.review import must_change
from carelink.plan.version import has_ended, version_before, versions_of
from carelink.plan.words import VersionState
from carelink.status import status_of
from carelink.words import Status
from db import made_up
from db.made_up import made_up_roll
from tests.db.test_made_up import cases_of

AS_AT = date(2026, 11, 24)
_WORDS = Path(made_up.__file__).parent / "plan_words.toml"


@pytest.fixture(scope="module")
def cases() -> list[CaseFile]:
    return cases_of(made_up_roll(200, 7, AS_AT))


def test_whoever_has_a_dated_plan_has_one_to_six_versions_of_it(cases: list[CaseFile]) -> None:
    for case in cases:
        dated = any(plan.started_on for plan in case.plans)
        assert dated is bool(case.plan_versions), case.person.person_id
        assert len(case.plan_versions) <= 7  # six, and one that is being begun
    assert {len(case.plan_versions) for case in cases} >= {1, 2, 3, 6}


def test_every_state_of_a_version_is_met(cases: list[CaseFile]) -> None:
    states = Counter(whole.state for case in cases for whole in versions_of(case))
    assert set(states) == set(VersionState)
    assert states[VersionState.SENT] >= 3


def test_an_approved_version_answers_every_matter_of_the_law(cases: list[CaseFile]) -> None:
    for case in cases:
        for whole in versions_of(case):
            keys = {matter.key for matter in whole.schedule}
            assert set(whole.matters) <= keys
            if whole.version.approved_on and status_of(case, AS_AT).status is not Status.DIED:
                gaps = gaps_of(case, whole, AS_AT)
                assert [gap for gap in gaps if gap.must and gap.field] == [], case.person.person_id


def test_actions_come_across_in_order_and_none_for_a_third_time(cases: list[CaseFile]) -> None:
    carried = 0
    for case in cases:
        by_id = {action.action_id: action for action in case.plan_actions}
        for whole in versions_of(case):
            before = version_before(case, whole)
            for action in whole.actions:
                if not action.from_action:
                    continue
                was = by_id[action.from_action]
                assert before is not None
                assert was.version_id == before.version.version_id
                assert (action.carried or 0) == ((was.carried or 0) + 1 if action.carried else 0)
                assert not (must_change(was) and action.carried)
                assert not has_ended(was) or action.carried is None
                carried += action.carried or 0
    assert carried > 50


def test_versions_follow_one_another_and_never_lie_ahead(cases: list[CaseFile]) -> None:
    for case in cases:
        versions = [whole.version for whole in versions_of(case)]
        for earlier, later in pairwise(versions):
            assert earlier.approved_on is not None
            assert later.begun_on is not None
            assert earlier.approved_on < later.begun_on < AS_AT
            assert earlier.approved_by != earlier.sent_by


def test_what_the_made_up_people_need_reads_well_to_them() -> None:
    """It stands on their own copy, where nobody is "they"."""
    lines = _WORDS.read_text(encoding="utf-8").splitlines()
    said = [line for line in lines if line.startswith(("need", "goal"))]
    assert len(said) > 40
    of_people = r"\b(they|their|(?:beside|for|with) them)\b"
    assert [line for line in said if re.search(of_people, line)] == []
