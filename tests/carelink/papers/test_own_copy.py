"""What may be read by the young person: their own papers, whatever else the file holds."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import get_type_hints

import pytest

from carelink.case import CaseFile
from carelink.exchange.columns import CODES
from carelink.facts import KINDS, OF_THE_TEAM, Person, Worker
from carelink.health.parts import PART
from carelink.money.catalogue import load_catalogue
from carelink.papers.html import write_html
from carelink.papers.own_copy import own_copy, theirs
from carelink.papers.plan_copy import plan_copy
from carelink.plan.matters import MATTERS
from tests.people import a_former_relevant

TODAY = date(2026, 11, 24)
LONG_AGO = date(2026, 3, 1)
# What stands in their own papers by its nature; everything else must not.
THEIRS = {
    "people": {"known_as", "nhs_number"},
    "workers": {"name"},
    "supporters": {"name", "relationship", "how_to_reach"},
    "plan_versions": {"took_part_how", "others_took_part", "agreement_words"},
    "plan_matters": {"need", "words", "goal", "no_action_why"},
    "plan_actions": {"what", "by_whom"},
    "promises": {"what", "said", "did", "broken_why"},
    "statements": {"words", "answer"},
    "health_items": {"says"},
}


def marked(kind, mark, **given):
    """A fact each of whose free texts says where it stands."""
    fact = KINDS[kind].fact
    values = {}
    for name, hint in get_type_hints(fact).items():
        if name in given:
            continue
        codes = [code for code in CODES.get((kind, name), ()) if code]
        if hint is str and codes:
            values[name] = codes[0]
        elif hint is str and not name.endswith("_id"):
            values[name] = f"{mark}-{kind}-{name}-mark"
        elif name == KINDS[kind].key:
            values[name] = f"{mark}-{kind}-id"
        elif hint == date | None and name not in ("end", "ended_on", "until", "date_of_death"):
            values[name] = LONG_AGO
    needed = {n: "x" for n in fact._fields if n not in fact._field_defaults}
    return fact(**{**needed, "person_id": "A1", **values, **given})


def a_marked_case():
    """A file in which every kind of fact holds a mark in each of its texts."""
    case = a_former_relevant()
    person = marked(
        "people", "own", date_of_birth=case.person.date_of_birth, date_of_death=None, uasc=False
    )
    groups = {}
    for kind in KINDS.keys() - OF_THE_TEAM - {"people", "care_periods"}:
        groups[kind] = (marked(kind, "own"),)
    groups["allocations"] = (marked("allocations", "own", worker_id="W1", role="personal_adviser"),)
    groups["supporters"] = (
        marked("supporters", "own", in_copy=True),
        marked("supporters", "hidden", in_copy=None, row_id="h1"),
        marked("supporters", "hidden", in_copy=False, row_id="h2"),
    )
    groups |= _plans()
    groups["promises"] = (
        marked("promises", "own", broken_on=None, told_on=LONG_AGO, statement_id=""),
        marked("promises", "own", kept_on=None, promise_id="b", statement_id=""),
        marked("promises", "own", kept_on=None, broken_on=None, told_on=None, promise_id="o"),
    )
    groups["health_items"] = tuple(
        marked("health_items", "own", part=part, answer="recorded", row_id=part) for part in PART
    )
    return replace(
        case,
        person=person,
        workers={"W1": Worker("W1", "own-workers-name-mark")},
        **groups,
        worked_out={},
    )


def _plans():
    """A version approved and one still being written, with every matter and an action each."""
    versions, matters, actions = [], [], []
    for mark, approved in (("own", LONG_AGO), ("draft", None)):
        began = LONG_AGO if approved else date(2026, 4, 1)
        dates = {"begun_on": began, "approved_on": approved, "sent_on": approved}
        more = {"returned_on": None, "copy_given_on": None}
        versions.append(marked("plan_versions", mark, version_id=mark, **dates, **more))
        for matter in MATTERS:
            given = {"version_id": mark, "matter": matter}
            key = f"{mark}{matter}"
            matters.append(marked("plan_matters", mark, **given, row_id=key, stands="new"))
            if matter != "skills":
                actions.append(
                    marked("plan_actions", mark, **given, action_id=key, outcome="", from_action="")
                )
    return {
        "plan_versions": tuple(versions),
        "plan_matters": tuple(matters),
        "plan_actions": tuple(actions),
    }


def shown(case):
    return " ".join(
        write_html(part.paper).decode() for part in own_copy(case, load_catalogue(), TODAY)
    )


def test_nothing_that_is_not_theirs_stands_in_any_of_their_papers():
    said = shown(a_marked_case())
    found = {
        (mark, kind, name)
        for mark, kind in product(("own", "hidden", "draft"), KINDS)
        for name in KINDS[kind].fact._fields
        if f"{mark}-{kind}-{name}-mark" in said
    }
    allowed = {("own", kind, name) for kind, names in THEIRS.items() for name in names}
    assert found == allowed


def test_no_paper_is_even_given_what_is_not_theirs():
    held = str(theirs(a_marked_case()))
    gone = ("contacts", "safety_flags", "missing_episodes", "suitability", "snoozes")
    for mark in ("hidden-", "draft-", *(f"own-{kind}-" for kind in gone)):
        assert mark not in held, mark
    assert "own-homes-address-mark" not in held
    assert "own-supporters-name-mark" in held


def test_the_very_plan_copy_is_what_is_shown():
    case = a_marked_case()
    (plan,) = [p for p in own_copy(case, load_catalogue(), TODAY) if p.name == "plan"]
    assert plan.paper == plan_copy(theirs(case), TODAY)
    assert "own-plan_matters-words-mark" in write_html(plan.paper).decode()


def test_a_plan_that_is_not_agreed_yet_is_not_shown():
    case = a_marked_case()
    case = replace(case, plan_versions=case.plan_versions[1:], worked_out={})
    said = shown(case)
    assert "There is no plan here yet that has been agreed" in said
    assert "draft-" not in said


def test_an_address_is_in_none_of_their_papers():
    home = marked("homes", "own", protected=True, postcode="ME4 4TR", address="1 High Street")
    said = shown(replace(a_marked_case(), homes=(home,), worked_out={}))
    assert "High Street" not in said
    assert "ME4" not in said


@pytest.mark.parametrize("died", [{"died": True}, {"date_of_death": TODAY}])
def test_of_one_who_has_died_nothing_is_shared(died):
    assert own_copy(CaseFile(Person("A1", "Amal", **died)), load_catalogue(), TODAY) == ()


def test_an_empty_file_shares_its_papers_and_says_what_is_not_there():
    said = shown(CaseFile(Person("A1")))
    assert "There is no plan here yet" in said
    assert "Not asked yet" in said


def test_health_alone_waits_to_be_asked_for():
    parts = own_copy(a_marked_case(), load_catalogue(), TODAY)
    assert [part.name for part in parts if part.sensitive] == ["health"]
    assert parts[0].name == "plan"
