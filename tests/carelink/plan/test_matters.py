"""The plan's structure beside the schedules of law, paragraph by paragraph."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from carelink.exchange.columns import CODES
from carelink.plan.evidence import Since, evidence_of
from carelink.plan.matters import MATTERS, SCHEDULE_1, SCHEDULE_8, placed, schedule_for
from carelink.words import Status
from tests.people import a_case

LAW = tomllib.loads((Path(__file__).parent / "schedules.toml").read_text(encoding="utf-8"))
OURS = {"schedule_1": SCHEDULE_1, "schedule_8": SCHEDULE_8}


@pytest.mark.parametrize("name", OURS)
def test_the_plan_deals_with_exactly_the_matters_of_the_schedule(name: str) -> None:
    paragraphs = LAW[name]["paragraphs"]
    assert [matter.key for matter in OURS[name]] == paragraphs
    number = name.removeprefix("schedule_")
    for place, matter in enumerate(OURS[name], 1):
        assert matter.source.endswith(f"Schedule {number}, paragraph {place}")
        assert matter.law


@pytest.mark.parametrize("name", OURS)
def test_each_status_has_the_schedule_that_law_gives_it(name: str) -> None:
    for status in LAW[name]["status"]:
        assert schedule_for(Status(status)) is OURS[name]


def test_each_matter_is_asked_as_a_question_and_can_be_kept_under_its_key() -> None:
    for matter in MATTERS.values():
        assert matter.question.endswith("?")
        assert len(matter.prompts) >= 2
    assert set(MATTERS) == set(CODES["plan_matters", "matter"])
    assert set(MATTERS) == set(CODES["plan_actions", "matter"])


def test_beside_each_matter_stands_what_is_held_or_that_nothing_is() -> None:
    since = Since(date(2026, 5, 1), date(2026, 11, 24))
    said = {key: [e.says for e in evidence_of(a_case(), key, since)] for key in MATTERS}
    assert said["support"] == ["No contact recorded since 1 May 2026"]
    assert said["accommodation"] == ["No home is recorded now"]


def test_an_action_of_a_matter_that_the_schedule_does_not_have_stays_under_support() -> None:
    assert placed("adviser", SCHEDULE_1) == "support"
    assert placed("identity", SCHEDULE_8) == "support"
    assert placed("health", SCHEDULE_1) == "health"
