"""What is said of work and learning? history.toml is a table a practice lead can read."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from carelink.learning.history import activities, now_lines, spells_of, warn_of_hours, why_not
from carelink.learning.levels import level_lines, opportunity_lines, plan_lines
from carelink.words import NOT_IN_WORK_OR_LEARNING
from tests.people import a_case

TODAY = date(2026, 11, 24)
_TEXT = (Path(__file__).parent / "history.toml").read_text(encoding="utf-8")
_CASES = [pytest.param(case, id=case["name"]) for case in tomllib.loads(_TEXT)["case"]]


def said(lines):
    return [f"{line.about}: {line.says}" for line in lines]


def in_short(spell):
    if spell.activity:
        return spell.activity.code
    return f"{spell.start}..{spell.end or ''}"


@pytest.mark.parametrize("case", _CASES)
def test_the_history_says(case):
    file = a_case(**{key: value for key, value in case.items() if key not in ("name", "expect")})
    for expected in case["expect"]:
        day = expected["day"]
        activity = file.activity_on(day)
        if "now" in expected:
            assert said(now_lines(file, day)) == expected["now"], day
        if "before" in expected:
            before = [line for line in activities(file, day) if line.about != "Now"]
            assert said(before) == expected["before"], day
        if "beneath" in expected:
            assert now_lines(file, day)[-1].beneath == expected["beneath"], day
        if "warns" in expected:
            assert warn_of_hours(activity) == expected["warns"], day
        if "why" in expected:
            assert why_not(file, activity, day) == expected["why"], day
        if "spells" in expected:
            assert [in_short(spell) for spell in spells_of(file, day)] == expected["spells"], day


def test_the_ways_of_not_being_in_work_are_never_one_heap():
    said = {}
    for code in NOT_IN_WORK_OR_LEARNING:
        file = a_case(activities=[{"start": date(2026, 10, 1), "code": code}])
        said[code] = why_not(file, file.activities[0], TODAY)
    assert said == {
        "G4": "illness or disability",
        "G5": "other reasons",
        "G6": "pregnancy or parenting",
    }


def test_every_subject_and_plan_is_said_when_nothing_is_known():
    assert said(level_lines(a_case(), TODAY)) == [
        "English: Not recorded. Ask them",
        "Maths: Not recorded. Ask them",
        "Digital skills: Not recorded. Ask them",
    ]
    assert said(plan_lines(a_case(), TODAY)) == [
        "Personal education plan: None is recorded",
        "Education, health and care plan: None is recorded",
    ]


def test_the_latest_level_stands():
    file = a_case(
        learning_levels=[
            {"subject": "maths", "level": "entry_3", "on": date(2024, 7, 1)},
            {"subject": "maths", "level": "level_1", "on": date(2026, 7, 1), "evidence": "Slip"},
            {"subject": "maths", "level": "level_2", "on": date(2027, 7, 1)},
        ]
    )
    maths = level_lines(file, TODAY)[1]
    assert maths == ("Maths", "Level 1 (GCSE 1 to 3, D to G)", "Since 1 July 2026. Slip")


def test_an_education_plan_says_when_it_was_due_and_when_it_ends():
    plan = {
        "kind": "ehcp",
        "held_on": date(2025, 10, 1),
        "next_on": date(2026, 10, 1),
        "ends_on": date(2027, 7, 31),
        "consent": True,
    }
    (_, line) = plan_lines(a_case(education_plans=[plan]), TODAY)
    assert line.says == "Held on 1 October 2025"
    assert line.beneath == (
        "The next review was due on 1 October 2026. Ends on 31 July 2027. May be shown to others"
    )


def test_what_came_of_an_opportunity_is_said_and_the_open_ones_stand_first():
    file = a_case(
        opportunities=[
            {"kind": "job", "what": "Kitchen hand", "told_on": date(2026, 11, 20)},
            {
                "kind": "taster",
                "what": "College open day",
                "told_on": date(2026, 11, 22),
                "outcome": "not_for_me",
                "outcome_on": date(2026, 11, 23),
            },
            {
                "kind": "apprenticeship",
                "what": "Council gardens",
                "told_on": date(2026, 10, 1),
                "applied_on": date(2026, 10, 5),
                "outcome": "interview",
                "outcome_on": date(2026, 11, 1),
            },
        ]
    )
    assert [line for _, line in opportunity_lines(file, TODAY)] == [
        (
            "Not known what came of it",
            "Job: Kitchen hand",
            "Told on 20 November 2026, not applied, 4 days ago",
        ),
        (
            "Interview",
            "Apprenticeship: Council gardens",
            "Told on 1 October 2026, applied on 5 October 2026, interview on 1 November 2026",
        ),
        (
            "Chose not to take it up",
            "Taster or open day: College open day",
            "Told on 22 November 2026, not applied, chose not to take it up on 23 November 2026",
        ),
    ]
