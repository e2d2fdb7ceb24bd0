from datetime import date
from functools import lru_cache

import pytest

from carelink.case import CaseFile
from carelink.duties import duties_of
from carelink.facts import OF_THE_TEAM
from carelink.rulebook import load_rulebook
from db.made_up import made_up_roll
from tests.ui.bench.random_rolls import a_random_roll
from ui.bench.limit import frames_of, states_of
from ui.bench.limit.states import STATES

RULEBOOK = load_rulebook()
DAY = date(2026, 11, 24)


def ours(cases, day=DAY):
    return {
        (duty.person_id, duty.duty): (duty.state, duty.due_on, duty.last_on)
        for case in cases
        for duty in duties_of(case, RULEBOOK, day)
    }


def the_limits(cases, day=DAY):
    table = states_of(frames_of(cases, day), RULEBOOK, day)
    return {
        (row["person_id"], row["duty"]): (STATES[row["state"]], row["due"], row["last"])
        for row in table.iter_rows(named=True)
    }


@lru_cache
def the_made_up_roll():
    """Some 200 people with years of history, as the demonstration has them."""
    held = {}
    for kind, facts in made_up_roll(200, 1, DAY).items():
        for fact in () if kind in OF_THE_TEAM else facts:
            held.setdefault(fact.person_id, {}).setdefault(kind, []).append(fact)
    workers = {worker.worker_id: worker for worker in made_up_roll(200, 1, DAY)["workers"]}
    return [
        CaseFile(
            known.pop("people")[0],
            **{kind: tuple(facts) for kind, facts in known.items()},
            workers=workers,
        )
        for known in held.values()
    ]


@pytest.mark.parametrize("day", [DAY, date(2025, 3, 31)])
def test_the_limit_works_out_every_duty_of_the_made_up_roll_as_we_do(day):
    cases = the_made_up_roll()
    expected = ours(cases, day)
    assert len({duty for _, duty in expected}) == 33
    assert the_limits(cases, day) == expected


@pytest.mark.parametrize("seed", range(4))
def test_the_limit_works_out_every_duty_of_a_random_roll_as_we_do(seed):
    cases = a_random_roll(150, seed, DAY)
    expected, found = ours(cases), the_limits(cases)
    assert set(found) == set(expected)
    different = {
        key: (expected[key], found[key]) for key in expected if expected[key] != found[key]
    }
    assert not different
