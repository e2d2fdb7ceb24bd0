"""The tables in cases/*.toml of what people may have, which a practice lead can read and add to."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from carelink.money.catalogue import load_catalogue
from carelink.money.entitled import Entitled, entitled_of
from carelink.money.occasions import OCCASIONS
from carelink.money.unclaimed import unclaimed_of
from tests.people import a_case

_TABLES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
_CASES = [
    pytest.param(case, id=f"{table.stem}: {case['name']}")
    for table in _TABLES
    for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", _CASES)
def test_what_they_may_have(case: dict[str, Any]) -> None:
    file = a_case(**{key: value for key, value in case.items() if key not in ("name", "expect")})
    for expected in case["expect"]:
        day = expected["day"]
        stands = {held.entry.entitlement: held for held in entitled_of(file, day, load_catalogue())}
        if "unclaimed_pence" in expected:
            counted = unclaimed_of(file, day, load_catalogue())
            assert counted.pence == expected["unclaimed_pence"]
        for name, wanted in expected["entitled"].items():
            told = f"{day} {name}: {stands[name].stands}, {stands[name].reason}"
            for said, value in wanted.items():
                assert _answers(stands[name], said, value), f"{said} is not {value}. {told}"


def _answers(held: Entitled, said: str, value: Any) -> bool:
    if said == "says":
        return all(words in held.reason for words in value)
    found = {
        "stands": held.stands,
        "from": held.from_day,
        "until": held.until,
        "pence": held.amount_pence,
        "left": held.left_pence,
        "step": held.last_step.stage if held.last_step else "",
        "unclaimed": held.is_unclaimed,
    }
    return bool(found[said] == (None if value == "" and said != "step" else value))


def test_every_event_of_the_catalogue_has_a_dated_case() -> None:
    events = {entry.entitlement: entry.event for entry in load_catalogue().entries}
    shown = {
        events[name]
        for param in _CASES
        for expected in param.values[0]["expect"]
        for name in expected["entitled"]
    }
    assert shown == set(OCCASIONS)
