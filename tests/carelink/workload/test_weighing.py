"""The table in weighing.toml, which a practice lead can read and add to."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from carelink.facts import Worker
from carelink.workload.bearing import borne_of
from carelink.workload.weighing import district_of, say_weight, weigh
from carelink.workload.weights import load_weights
from tests.people import a_case

_TABLE = Path(__file__).parent / "weighing.toml"
_CASES = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["case"]
WEIGHTS = load_weights()
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_the_dated_case_holds(case):
    facts = {key: value for key, value in case.items() if key not in ("name", "expect")}
    for expected in case["expect"]:
        day, adviser = expected["day"], Worker("W1", district=expected.get("works_from", ""))
        borne = borne_of(a_case(**facts), (), day, WEIGHTS)
        further = borne.further_with(adviser, WEIGHTS)
        said = " ".join([say_weight(borne.weighed), further.says if further else ""])
        assert borne.weight_with(adviser, WEIGHTS) == expected["weight"], f"{day}: {said}"
        for words in expected.get("because", []):
            assert words in said, day
        for words in expected.get("not_known", []):
            assert any(words in says for says in borne.weighed.unknown), borne.weighed.unknown


def test_a_council_says_that_what_is_not_known_weighs():
    own = load_weights("[weights.uasc]\nif_unknown = 0.2\n")
    assert weigh(a_case(), TODAY, own).weight == 1.2


def test_the_sum_is_said_with_each_reason_and_its_part():
    people = {"date_of_birth": date(2008, 3, 1), "uasc": True}
    homes = [{"start": date(2025, 1, 1), "type": "E", "postcode": "ME4 4TR"}]
    weighed = weigh(a_case(people=people, homes=homes), TODAY, WEIGHTS)
    assert say_weight(weighed) == (
        "1.5 = each young person 1 + first year after 18 0.25 + came to this country alone 0.25"
    )


def test_the_way_to_their_adviser_is_in_the_sum_that_is_said():
    homes = [{"start": date(2025, 1, 1), "type": "U", "postcode": "ME7 1AA"}]
    born = {"date_of_birth": date(2005, 1, 1), "uasc": False}
    borne = borne_of(a_case(people=born, homes=homes), (), TODAY, WEIGHTS)
    further = borne.further_with(Worker("W1", district="ME4"), WEIGHTS)
    assert say_weight(borne.weighed, further) == (
        "1.25 = each young person 1 + lives in ME7, the adviser is in ME4 0.25"
    )


def test_no_door_has_no_district():
    homes = [{"start": date(2025, 1, 1), "type": "S", "postcode": "ZZ99 3VZ"}]
    case = a_case(homes=homes)
    assert district_of(case.home_on(TODAY)) == ""
