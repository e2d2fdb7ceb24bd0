"""The table in versions.toml: how far a version has come, and what it does not yet say."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from carelink.case import CaseFile
from carelink.plan.gaps import gaps_of, is_complete, say_complete
from carelink.plan.matters import SCHEDULE_1, SCHEDULE_8
from carelink.plan.version import versions_of
from tests.people import a_case

_TABLE = tomllib.loads((Path(__file__).parent / "versions.toml").read_text(encoding="utf-8"))
_CASES = [pytest.param(case, id=case["name"]) for case in _TABLE["case"]]
_DAY = date(2026, 5, 20)
_KEYS = [matter.key for matter in SCHEDULE_1]
_ANSWER = {"need": "Help with it.", "words": "I want this.", "stands": "new"}


def a_file(case: dict[str, Any]) -> CaseFile:
    versions, matters, actions = [], [], []
    for number, said in enumerate(case["versions"], 1):
        name, said = f"V{number}", dict(said)
        all_of_it, ended = said.pop("answered", ""), said.pop("done", [])
        versions.append({"version_id": name, "plan_id": "P1", **said})
        for key in _KEYS if all_of_it else ():
            matters.append({"version_id": name, "matter": key, **_ANSWER})
            done = {"outcome": "done", "outcome_on": _DAY} if key in ended else {}
            actions.append(
                {
                    **{"action_id": f"{name}{key}", "version_id": name, "matter": key},
                    **{"what": "Ring", "by_whom": "Naomi", "due_on": date(2026, 6, 1), **done},
                }
            )
    for change in case.get("change", []):
        row = next(m for m in matters if m["matter"] == change["matter"])
        row.update({k: v for k, v in change.items() if k != "no_action"})
        if change.get("no_action"):
            actions = [a for a in actions if a["matter"] != change["matter"]]
    born = case["born"]
    end = {} if born.year > 2008 else {"end": date(born.year + 18, born.month, born.day)}
    return a_case(
        people={"date_of_birth": born, "uasc": False},
        care_periods=[{"start": case["in_care_from"], **end}],
        plans=[{"plan_id": "P1"}],
        plan_versions=versions,
        plan_matters=matters,
        plan_actions=actions,
    )


@pytest.mark.parametrize("case", _CASES)
def test_the_version_stands_as_the_table_says(case: dict[str, Any]) -> None:
    file = a_file(case)
    whole, expect = versions_of(file)[-1], case["expect"]
    gaps = gaps_of(file, whole, _DAY)
    assert whole.state == expect["state"]
    assert is_complete(file, whole, _DAY) is expect["complete"]
    assert (say_complete(file, whole, _DAY) == "Complete") is expect["complete"]
    for must, name in ((True, "must"), (False, "should")):
        said = [f"{gap.matter}.{gap.field}" for gap in gaps if gap.must is must]
        assert sorted(said) == sorted(expect[name])
    if "schedule" in expect:
        assert whole.schedule is {1: SCHEDULE_1, 8: SCHEDULE_8}[expect["schedule"]]


@pytest.mark.parametrize(
    ("matter", "schedule"), [("identity", SCHEDULE_1), ("adviser", SCHEDULE_8)]
)
@pytest.mark.parametrize("born", [date(2007, 5, 10), date(2010, 1, 5)])
def test_what_is_written_keeps_its_schedule_though_a_date_of_birth_is_put_right(
    matter: str, schedule: object, born: date
) -> None:
    file = a_case(
        people={"date_of_birth": born, "uasc": False},
        care_periods=[{"start": date(2020, 1, 1)}],
        plan_versions=[{"version_id": "V1", "begun_on": date(2026, 5, 1)}],
        plan_matters=[{"version_id": "V1", "matter": matter, **_ANSWER}],
    )
    assert versions_of(file)[0].schedule is schedule
