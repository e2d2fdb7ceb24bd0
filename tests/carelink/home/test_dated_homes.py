"""The tables beside this file: nights, gaps, overlaps and codes, for practice leads to read."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from carelink.errors import Refused
from carelink.facts import Home
from carelink.home.checks import check_home
from carelink.home.codes import says_not_taken
from carelink.home.history import gaps, homes, overlaps
from carelink.home.nights import nights_of, say_nights
from tests.people import a_case

TODAY = date(2026, 11, 24)


def cases(table):
    text = (Path(__file__).parent / f"{table}.toml").read_text(encoding="utf-8")
    return [pytest.param(case, id=case["name"]) for case in tomllib.loads(text)["case"]]


def the_case(case):
    return a_case(**{name: said for name, said in case.items() if name not in ("name", "expect")})


def hold_words(lines, expected):
    said = " | ".join(f"{line.about}: {line.says}. {line.beneath}" for line in lines)
    for words in expected.get("says", []):
        assert words in said
    for words in expected.get("never_says", []):
        assert words not in said


@pytest.mark.parametrize("case", cases("nights"))
def test_nights_are_counted_to_the_day(case):
    file = the_case(case)
    for expected in case["expect"]:
        day = expected["day"]
        found = {n.kind: n for n in nights_of(file, day)}
        counts = {kind: [n.this_spell, n.this_year, n.ever] for kind, n in found.items()}
        assert counts == expected["nights"], day
        for kind, since in expected.get("since", {}).items():
            assert found[kind].since == since, day
        hold_words(say_nights(file, day), expected)


@pytest.mark.parametrize("case", cases("history"))
def test_a_gap_is_a_gap_and_an_overlap_is_said(case):
    file = the_case(case)
    for expected in case["expect"]:
        day = expected["day"]
        found = [[gap.start, gap.end or ""] for gap in gaps(file, day)]
        assert found == expected["gaps"], day
        both = [[over.start, over.end or ""] for over in overlaps(file)]
        assert both == expected["overlaps"], day
        hold_words(homes(file, day), expected)


@pytest.mark.parametrize("case", cases("codes"))
def test_a_code_that_cannot_be_is_refused_and_one_the_return_does_not_take_is_said(case):
    file = a_case(people={"date_of_birth": case.get("born")})
    home = Home("A1", **case["home"])
    said = []
    try:
        check_home(file, home, TODAY)
    except Refused as refused:
        said = [problem.says for problem in refused.problems]
    assert said == case["refused"]
    doubt = says_not_taken(home, case.get("born"), TODAY)
    assert case.get("said", "") in doubt
    assert bool(doubt) == bool(case.get("said"))
