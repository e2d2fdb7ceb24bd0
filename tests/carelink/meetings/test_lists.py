"""Who stands on which list and why? The cases stand in packs.toml, which a practice lead can read.

Beside them: whatever the roll, everybody is on a list once or not at all, and the sum adds up.
"""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carelink.errors import Refused
from carelink.facts import Meeting
from carelink.meetings.outcomes import outcomes_of
from carelink.meetings.packs import LISTS, pack_of
from carelink.meetings.transitions import OPEN_ANSWERS
from carelink.meetings.words import MEETING_LABELS
from carelink.papers.meeting_pack import shown
from tests.carelink.meetings.made import TODAY, asked_of, made_up
from tests.people import a_case

_CASES = tomllib.loads((Path(__file__).parent / "packs.toml").read_text(encoding="utf-8"))["case"]
_EXPECTED = ("name", "kind", "day", "group", "because", "cells")
_WORKERS = [
    {"worker_id": "W1", "name": "Naomi Price", "role": "personal_adviser"},
    {"worker_id": "W2", "name": "Sam Adeyemi", "role": "nurse"},
]
_MEETINGS = (
    Meeting("M1", "transitions", date(2026, 10, 20)),
    Meeting("M9", "eet", date(2026, 10, 20)),
)


def file_of(case):
    """The young person of a case; in care from 12 to 18 unless the case says otherwise."""
    facts = {key: value for key, value in case.items() if key not in _EXPECTED}
    born = facts["people"].get("date_of_birth")
    if born and "care_periods" not in facts:
        start, end = date(born.year + 12, 6, 1), date(born.year + 18, born.month, born.day)
        facts["care_periods"] = [{"start": start, "end": end, "legal_status": "C2"}]
        if start.year >= case["day"].year or end > case["day"]:
            facts["care_periods"] = [{"start": start, "legal_status": "C2"}]
    facts["people"] = {"uasc": False, **facts["people"]}
    return a_case(**facts, workers=_WORKERS)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case['kind']}: {case['name']}")
def test_they_stand_where_the_case_says_and_for_the_reason_it_says(case):
    asked = asked_of([file_of(case)], day=case["day"], meetings=_MEETINGS)
    pack = pack_of(case["kind"], asked)
    found = [(group.title, row) for group in pack.groups for row in group.rows]
    assert [title for title, _ in found] == ([case["group"]] if case["group"] else [])
    for _, row in found:
        assert case.get("because", "") in row.reason
        says = [shown(*pair) for pair in zip(row.cells, pack.columns, strict=True)]
        for words in case.get("cells", []):
            assert any(words in cell for cell in says), says


def test_what_leaves_the_care_act_open_are_answers_of_the_panel():
    assert OPEN_ANSWERS - {""} < {outcome.code for outcome in outcomes_of("transitions")}


def test_every_list_has_a_case_and_every_meeting_a_list():
    assert {case["kind"] for case in _CASES} == set(LISTS)
    assert set(LISTS) | {"supervision"} == set(MEETING_LABELS)


@pytest.mark.parametrize("kind", LISTS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(day=st.dates(date(2024, 1, 1), date(2028, 12, 31)), number=st.integers(0, 60))
def test_on_any_day_everybody_is_on_a_list_once_and_the_sum_adds_up_to_the_roll(kind, day, number):
    asked = asked_of(made_up()[:number], day=day)
    pack = pack_of(kind, asked)
    people = [row.person_id for row in pack.rows]
    assert len(set(people)) == len(people)
    assert all(row.reason and all(cell != "" for cell in row.cells) for row in pack.rows)
    assert all(group.rows or group.empty for group in pack.groups)
    roll = {one.case.person.person_id for one in asked.roll}
    if not roll and not people:
        assert "Nobody is on the roll" in pack.said
        return
    on, of = map(int, re.search(r"(\d+) of the (\d+) on the roll", pack.said).groups())
    doubt = re.search(r"Of (\d+) more we cannot tell", pack.said)
    rest = re.search(r"The other (\d+)", pack.said)
    assert of == len(roll)
    assert on + sum(int(found[1]) for found in (doubt, rest) if found) in (of, on)


@pytest.mark.parametrize("kind", LISTS)
def test_without_anybody_the_pack_says_so(kind):
    pack = pack_of(kind, asked_of([]))
    assert not list(pack.rows)
    assert "Nobody is on the roll on 24 November 2026" in pack.said
    assert all(group.empty for group in pack.groups)
    assert pack.last is None


@pytest.mark.parametrize("kind", LISTS)
def test_of_people_without_any_date_nothing_is_passed_over(kind):
    bare = a_case(
        homes=[{"type": "E"}],
        activities=[{"code": "G5"}],
        safety_flags=[{"flag_id": "F"}],
        missing_episodes=[{}],
        allocations=[{"worker_id": "W1", "role": "personal_adviser"}],
        workers=_WORKERS,
    )
    pack = pack_of(kind, asked_of([bare], day=TODAY))
    assert [row.person_id for row in pack.rows] == ["A1"] or kind in (
        "housing",
        "custody",
        "resources",
    )
    assert pack.said


def test_two_young_people_of_one_name_are_told_apart():
    born = {"date_of_birth": date(2009, 1, 1), "known_as": "Amal"}
    two = [a_case(people={"person_id": key, **born}) for key in ("P1", "P2")]
    names = [row.name for row in pack_of("transitions", asked_of(two)).rows]
    assert names == ["Amal (P1)", "Amal (P2)"]


def test_a_protected_address_and_its_provider_are_in_no_pack():
    home = {
        "start": date(2026, 11, 20),
        "type": "V",
        "address": "4 Hidden Lane",
        "postcode": "ME4 4TR",
        "provider": "Hidden House",
        "protected": True,
        "host_authority": "Swale",
    }
    case = a_case(people={"date_of_birth": date(2006, 5, 10)}, homes=[home], workers=_WORKERS)
    for kind in LISTS:
        told = repr(pack_of(kind, asked_of([case])))
        for secret in ("Hidden Lane", "ME4", "Hidden House", "Swale"):
            assert secret not in told, kind


def test_an_audience_that_is_not_given_this_pack_is_refused():
    with pytest.raises(Refused, match="made for team, without_names"):
        pack_of("eet", asked_of([]), "agencies")
