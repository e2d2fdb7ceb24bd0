"""What does the passport say? passport.toml and copies.toml are tables a practice lead can read."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.health.copies import copy_of, next_copy_is, say_copy
from carelink.health.parts import GROUPS, PARTS
from carelink.health.passport import (
    may_be_shown,
    passport_of,
    shown_to_others,
    still_to_do,
)
from carelink.health.words import ANSWERS, NOT_ASKED
from tests.people import a_case


def cases_in(table):
    text = (Path(__file__).parent / table).read_text(encoding="utf-8")
    return [pytest.param(case, id=case["name"]) for case in tomllib.loads(text)["case"]]


def file_of(case):
    return a_case(**{key: value for key, value in case.items() if key not in ("name", "expect")})


@pytest.mark.parametrize("case", cases_in("passport.toml"))
def test_the_passport_says(case):
    file = file_of(case)
    for expected in case["expect"]:
        day = expected["day"]
        known = {part.part.part: part for part in passport_of(file, day)}
        for name, wanted in expected.get("parts", {}).items():
            assert known[name].answer == wanted["answer"], (day, name)
            if "lines" in wanted:
                assert [line.says for line in known[name].lines] == wanted["lines"], (day, name)
            if "beneath" in wanted:
                assert [line.beneath for line in known[name].lines] == wanted["beneath"], day
        if "to_do" in expected:
            titles = {known[name].part.title for name in expected["to_do_of"]}
            todo = [f"{line.about}: {line.says}" for line in still_to_do(file, day)]
            assert [one for one in todo if one.split(": ")[1] in titles] == expected["to_do"], day
        if "may_be_shown" in expected:
            lines = [line for part in known.values() for line in part.lines]
            shown = [line.says for line in lines if may_be_shown(line)]
            assert shown == expected["may_be_shown"], day


@pytest.mark.parametrize("case", cases_in("copies.toml"))
def test_the_copy_is_said(case):
    file = file_of(case)
    for expected in case["expect"]:
        day = expected["day"]
        lines = say_copy(copy_of(file, day))
        if "says" in expected:
            assert [f"{line.about}: {line.says}" for line in lines] == expected["says"], day
        if "changed" in expected:
            assert copy_of(file, day).changed == tuple(expected["changed"]), day
        if "beneath" in expected:
            assert [line.beneath for line in lines if line.beneath] == expected["beneath"], day
        if "next" in expected:
            assert next_copy_is(file, day) == expected["next"], day


def test_no_part_stands_there_empty():
    """Their yes to showing the number may be kept before the number is."""
    yes = {"part": "nhs_number", "answer": "recorded", "on": date(2026, 1, 5), "shared": True}
    file = a_case(health_items=[yes])
    known = {part.part.part: part for part in passport_of(file, date(2026, 11, 24))}
    assert known["nhs_number"].answer == NOT_ASKED
    assert all(line.says for part in known.values() for line in part.lines)


def test_the_passport_has_every_part_that_the_guidance_asks_for():
    asked = {
        *("gp", "dentist", "optician", "nhs_number", "immunisations", "allergies", "conditions"),
        *("medicines", "family_history", "mental_health_now", "mental_health_after_18"),
        *("assessments", "nurse", "appointments", "records"),
    }
    assert {part.part for part in PARTS} == asked
    assert {part.group for part in PARTS} == set(GROUPS)


def test_each_part_asks_in_plain_words_and_says_why():
    for part in PARTS:
        assert part.asks.endswith("?"), part
        assert part.why.endswith("."), part
        assert len(part.asks.split()) <= 20, part
        assert part.none_says, part


def test_no_part_is_left_out_whatever_is_known():
    assert [known.part for known in passport_of(a_case(), date(2026, 11, 24))] == list(PARTS)
    assert NOT_ASKED not in ANSWERS


@given(
    st.lists(
        st.tuples(
            st.sampled_from([part.part for part in PARTS]),
            st.sampled_from(ANSWERS),
            st.sampled_from([True, False, None]),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_nothing_is_shown_to_others_that_they_did_not_agree_to(drawn):
    items = [
        {
            "part": part,
            "answer": answer,
            "says": f"line {at}",
            "on": date(2026, 1, 1),
            "shared": shared,
            "ended_on": date(2026, 2, 1) if over else None,
        }
        for at, (part, answer, shared, over) in enumerate(drawn)
    ]
    file = a_case(health_items=items)
    shown = [line for part in shown_to_others(file, date(2026, 3, 1)) for line in part.lines]
    agreed = [item["says"] for item in items if item["shared"] is True and not item["ended_on"]]
    assert sorted(line.item.says for line in shown) == sorted(agreed)
