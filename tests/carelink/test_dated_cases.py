"""The tables in cases/*.toml, which a practice lead can read and add to; how: cases/README.md."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from carelink.duties import FINDERS, duties_of
from carelink.rulebook import load_rulebook
from carelink.status import status_of
from tests.people import a_case

_TABLES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
_CASES = [
    pytest.param(case, id=f"{table.stem}: {case['name']}")
    for table in _TABLES
    for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", _CASES)
def test_the_dated_case_holds(case: dict[str, Any]) -> None:
    facts = {key: value for key, value in case.items() if key not in ("name", "expect")}
    file = a_case(**facts)
    for expected in case["expect"]:
        day = expected["day"]
        standing = status_of(file, day)
        if "status" in expected:
            assert standing.status == expected["status"], f"{day}: {standing.reason}"
        if "since" in expected:
            assert standing.since == expected["since"], day
        if "worked_out" in expected:
            assert (standing.worked_out or "") == expected["worked_out"], day
        for words in expected.get("says", []):
            assert words in standing.reason, standing.reason
        for words in expected.get("never_says", []):
            assert words not in standing.reason, standing.reason
        duties = {duty.duty: duty for duty in duties_of(file, load_rulebook(), day)}
        for name, wanted in expected.get("duties", {}).items():
            duty = duties[name]
            told = f"{day} {name}: {duty.reason}"
            assert duty.state == wanted["state"], told
            if "due_on" in wanted:
                assert duty.due_on == (wanted["due_on"] or None), told
            if "last_on" in wanted:
                assert duty.last_on == (wanted["last_on"] or None), told
            if "basis" in wanted:
                assert duty.basis == wanted["basis"], told
            for words in wanted.get("says", []):
                assert words in duty.reason, told
            for words in wanted.get("never_says", []):
                assert words not in duty.reason, told


def test_every_duty_has_a_dated_case() -> None:
    shown = {
        name
        for param in _CASES
        for expected in param.values[0]["expect"]
        for name in expected.get("duties", {})
    }
    assert shown == set(FINDERS)
