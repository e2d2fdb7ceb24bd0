"""The tables in cases/*.toml, which a practice lead can read and add to; how: cases/README.md."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from carelink.figures.dimensions import DIVISIONS
from carelink.figures.dividing import every
from carelink.figures.gatherings import POPULATIONS, Gatherings
from carelink.figures.seats import answers_of
from carelink.rulebook import load_rulebook
from tests.people import a_case

DAY = date(2026, 11, 24)
_FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
_SAID = {"name", "day", "expect", "absent"}


def _cases():
    for file in _FILES:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
        for case in said["case"]:
            yield pytest.param({**said["usual"], **case}, id=f"{file.stem}: {case['name']}")


_CASES = list(_cases())
# What only another catalogue could make so; and contact, which always has a day to count from.
_NOT_SHOWN = {
    ("contact_8w", "no_date"),
    ("entitlements_base", "out"),
    ("entitlements_told", "told_all"),
    ("entitlements_told", "cannot_tell"),
    ("entitlements_received", "received_all"),
    ("entitlements_received", "cannot_tell"),
}


def stands(case):
    facts = {kind: rows for kind, rows in case.items() if kind not in _SAID}
    gatherings = Gatherings(load_rulebook(), case.get("day", DAY))
    return {answer["population"]: answer for answer in answers_of(a_case(**facts), gatherings)}


@pytest.mark.parametrize("case", _CASES)
def test_they_stand_where_the_case_says(case):
    found = stands(case)
    for population, wanted in case.get("expect", {}).items():
        answer = found[population]
        assert {name: answer.get(name, "outside") for name in wanted} == wanted, population
    for population in case.get("absent", ()):
        assert population not in found


@pytest.mark.parametrize("case", _CASES)
def test_everybody_stands_in_lowest_categories_that_there_are(case):
    leaves = {
        one.name: {part.name for part in every(one.parts) if not part.below} for one in DIVISIONS
    }
    for population, answer in stands(case).items():
        assert population in POPULATIONS
        for name, leaf in answer.items():
            assert name == "population" or leaf in leaves[name], (name, leaf)


def test_every_category_has_a_dated_case():
    shown = {
        (name, leaf)
        for param in _CASES
        for answer in stands(param.values[0]).values()
        for name, leaf in answer.items()
    }
    listed = {
        (one.name, part.name) for one in DIVISIONS for part in every(one.parts) if not part.below
    }
    assert listed - shown == _NOT_SHOWN
