"""What waits for a manager, as dated cases that a practice lead can read; the council's limits."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from carelink.approvals.deciding import Asked, details_of
from carelink.approvals.limits import load_limits
from carelink.approvals.returned import is_agreed, returned_of
from carelink.approvals.waiting import say_waits, waiting_of
from carelink.approvals.words import RETURN_MEANS, SUBJECT_LABELS, SUBJECTS_LABELS
from carelink.duties import duties_of
from carelink.errors import RulebookError
from carelink.rulebook import load_rulebook
from tests.people import a_former_relevant

_TABLE = Path(__file__).parent / "cases" / "waiting.toml"
_CASES = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["case"]
_RULES, _LIMITS = load_rulebook(), load_limits()


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_the_dated_case_holds(case: dict[str, Any]) -> None:
    facts = {key: value for key, value in case.items() if key not in ("name", "expect")}
    file = a_former_relevant(**facts)
    for expected in case["expect"]:
        day = expected["day"]
        duties = duties_of(file, _RULES, day)
        waits = waiting_of(file, duties, _RULES, _LIMITS, day)
        assert [f"{one.subject} {one.subject_id}" for one in waits] == expected["waits"], day
        said = " ".join(say_waits(one, day) for one in waits)
        for words in expected.get("says", []):
            assert words in said
        if "returned" in expected:
            shown = [held.approval.subject_id for held in returned_of(file, _LIMITS, day)]
            assert shown == expected["returned"], day
        for one in waits:
            lines = details_of(Asked(one, file, duties, _RULES, _LIMITS, day))
            assert all(line.about and line.says for line in lines), lines
            assert not is_agreed(file, one.subject, one.subject_id, day)


def test_every_kind_of_thing_that_waits_has_its_words_and_a_dated_case():
    kinds = {
        waits.split(" ")[0]
        for case in _CASES
        for expected in case["expect"]
        for waits in expected["waits"]
    }
    assert kinds == set(SUBJECT_LABELS) == set(SUBJECTS_LABELS) == set(RETURN_MEANS)


def test_what_came_back_is_not_spent_and_the_grant_itself_is_not_besides(today):
    allowance = {"entitlement": "setting_up_home_allowance", "on": today}
    file = a_former_relevant(
        entitlements=[
            {**allowance, "row_id": "E1", "stage": "granted", "amount_pence": 90_000},
            {**allowance, "row_id": "E2", "stage": "granted", "amount_pence": 20_000},
        ],
        spending=[
            {**allowance, "row_id": "P1", "kind": "spent", "amount_pence": 30_000},
            {**allowance, "row_id": "P2", "kind": "returned", "amount_pence": 5_000},
        ],
    )
    duties = duties_of(file, _RULES, today)
    (one,) = waiting_of(file, duties, _RULES, _LIMITS, today)
    lines = details_of(Asked(one, file, duties, _RULES, _LIMITS, today))
    (beside,) = (line for line in lines if line.about == "Besides this")
    assert (beside.says, beside.beneath) == ("£200 granted or received", "£250 spent")


def test_how_often_it_was_set_aside_before_leaves_out_this_time_and_older_years(today):
    aside = {"duty": "pa_contact_8w", "until": date(2026, 12, 20), "reason": "Away"}
    days = [date(2025, 11, 22), date(2025, 11, 23), date(2026, 5, 1), date(2026, 11, 23)]
    snoozes = [{**aside, "row_id": f"S{at}", "on": on} for at, on in enumerate(days)]
    snoozes[:3] = [{**one, "until": one["on"] + timedelta(days=5)} for one in snoozes[:3]]
    file = a_former_relevant(snoozes=snoozes)
    duties = duties_of(file, _RULES, today)
    (one,) = waiting_of(file, duties, _RULES, _LIMITS, today)
    lines = details_of(Asked(one, file, duties, _RULES, _LIMITS, today))
    assert [line.says for line in lines if line.about == "Set aside before"] == [
        "2 times in the year before"
    ]


def test_what_is_gone_is_said_and_breaks_nothing(today):
    file = a_former_relevant(homes=[{"row_id": "H1", "start": today, "type": "W"}])
    (one,) = waiting_of(file, duties_of(file, _RULES, today), _RULES, _LIMITS, today)
    gone = replace(file, homes=(), worked_out={})
    (line,) = details_of(Asked(one, gone, (), _RULES, _LIMITS, today))
    assert "no longer" in line.says


def test_a_council_sets_its_own_amount_and_keeps_the_rest():
    own = load_limits("grant_above_pounds = 1000\n")
    assert own.grant_above_pence == 100_000
    assert own.grant_asked_for_days == _LIMITS.grant_asked_for_days
    assert _LIMITS.grant_above_pence == 50_000


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("grant_above_pounds = ", "cannot|can be read"),
        ("grants_above = 5", "not known"),
        ("grant_above_pounds = 2.5", "whole number"),
        ("grant_above_pounds = true", "whole number"),
        ("grant_asked_for_days = -1", "whole number"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_line(text, says):
    with pytest.raises(RulebookError, match=says):
        load_limits(text)
