"""The tables in cases/*.toml of what stops and when, which a practice lead can read and add to."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.cliff_edges import FINDERS, cliff_edges_of, say_none, say_sum
from carelink.cliff_edges.edge import When
from carelink.cliff_edges.reading import packaged_edges, read_edges
from carelink.errors import RulebookError
from carelink.money.catalogue import load_catalogue
from carelink.rulebook import load_rulebook
from tests.carelink.lives import days_of_asking, lives
from tests.people import a_case, a_former_relevant

_TABLES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
_CASES = [
    pytest.param(case, id=f"{table.stem}: {case['name']}")
    for table in _TABLES
    for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]
]


def edges_of(case, day, rulebook=None):
    return cliff_edges_of(case, day, rulebook or load_rulebook(), load_catalogue())


@pytest.mark.parametrize("case", _CASES)
def test_what_stops(case: dict[str, Any]) -> None:
    file = a_case(**{key: value for key, value in case.items() if key not in ("name", "expect")})
    for expected in case["expect"]:
        day = expected["day"]
        lines = edges_of(file, day)
        found = {line.edge.edge: line for line in lines}
        assert not expected.get("none") or not lines, day
        for name in expected.get("gone", []):
            assert name not in found, f"{day} {name}"
        for name, wanted in expected.get("edges", {}).items():
            assert name in found, f"{day} {name} is left out; there are {sorted(found)}"
            for said, value in wanted.items():
                assert _answers(found[name], said, value), f"{day} {said}: {found[name]}"


def _answers(line: Any, said: str, value: Any) -> bool:
    if said == "says":
        return all(words in line.reason for words in value)
    if said == "replaced":
        return value in line.replaced_by if value else not line.replaced_by
    found = {"when": line.when, "title": line.title, "on": line.on, "start_by": line.start_by}
    return bool(found[said] == (value or None))


def test_every_edge_has_its_words_and_a_dated_case() -> None:
    shown = {
        name
        for param in _CASES
        for expected in param.values[0]["expect"]
        for name in expected.get("edges", {})
    }
    assert set(packaged_edges()) == set(FINDERS)
    assert shown == set(FINDERS)


def test_every_lead_taken_from_a_duty_is_there():
    for edge in packaged_edges().values():
        assert edge.lead or load_rulebook().rule(edge.lead_of).lead, edge.edge


def test_a_councils_own_lead_counts_here_too():
    earlier = load_rulebook('council = "Elsewhere"\n[tighten.turning_21_plan]\nlead = "9 months"\n')
    case = a_former_relevant(date(2006, 5, 10))

    (line,) = [
        line
        for line in edges_of(case, date(2026, 11, 24), earlier)
        if line.edge.edge == "duties_at_21"
    ]

    assert (line.start_by, line.when) == (date(2026, 8, 10), When.START_NOW)


def test_the_calendar_is_by_date_and_what_has_none_stands_at_the_end():
    case = a_former_relevant(
        homes=[{"start": date(2025, 5, 10), "type": "D", "tenancy": "licence"}],
    )
    days = [line.on for line in edges_of(case, date(2026, 11, 24))]
    dated = [day for day in days if day]

    assert dated == sorted(dated)
    assert days[len(dated) :] == [None] * (len(days) - len(dated))
    assert None in days


def test_the_lines_add_up_in_words():
    lines = edges_of(a_former_relevant(date(2006, 5, 10)), date(2026, 11, 24))

    assert say_sum(lines) == "5 = 1 time to start + 1 no date recorded + 3 ahead."
    assert say_sum([]) == ""


def test_an_empty_calendar_says_why():
    over = a_former_relevant(date(2000, 5, 10))
    doubtful = a_case(people={"date_of_birth": date(2006, 5, 10)})

    assert edges_of(over, date(2026, 11, 24)) == []
    assert "25" in say_none(over, date(2026, 11, 24))
    assert "cannot be told" in say_none(doubtful, date(2026, 11, 24))
    assert say_none(a_former_relevant(), date(2026, 11, 24)) == ""


@given(lives(), st.data())
@settings(max_examples=40)
def test_every_line_is_dated_rightly_or_says_that_it_is_not(case, data):
    for day in data.draw(days_of_asking(case))[:3]:
        lines = edges_of(case, day)
        for line in lines:
            assert line.edge.law
            assert line.reason
            assert (line.on is None) == (line.when is When.NO_DATE)
            assert (line.on is None) == (line.start_by is None)
            if line.when in (When.START_NOW, When.IN_HAND, When.AHEAD):
                assert line.on > day
            if line.when is not When.NO_DATE:
                assert bool(line.replaced_by) == (line.when is When.IN_HAND)
        assert say_sum(lines).startswith(f"{len(lines)} = ") or not lines


GOOD = """[nurse]
title = "The nurse"
stops = "It stops."
instead = "a GP"
lead = "3 months"
basis = "local_standard"
law = "Elsewhere's page"
verified = true
checked_on = 2026-11-01
"""
MISTAKES = {
    "a word it does not know": ("instead =", "instaed =", "words that are not known: instaed"),
    "no citation": ("Elsewhere's page", " ", '"law" in words'),
    "a span that is none": ("3 months", "soon", "a span such as"),
    "two leads": ('lead = "3', 'lead_of = "x"\nlead = "3', 'either "lead" or "lead_of"'),
    "a basis it does not know": ("local_standard", "local", '"basis" must be one of'),
    "not said whether it was read": ("verified = true\n", "", '"verified"'),
    "no TOML": ("[nurse]", "[nurse", "not a TOML file"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_the_file_is_refused_by_name(mistake):
    good, bad, says = MISTAKES[mistake]
    assert read_edges(GOOD)["nurse"].title == "The nurse"

    with pytest.raises(RulebookError, match=says):
        read_edges(GOOD.replace(good, bad))
