"""Facts about a worker or a meeting: recorded, changed from what was read, refused in words."""

from datetime import date

import pytest

from carelink.errors import ChangedMeanwhile, Problem, Refused
from carelink.facts import Absence, Worker
from db.reading import read_of_the_team
from db.store import Store
from db.team_facts import change_team_fact, record_team_fact
from db.trail import add
from tests.stores import do

AWAY = Absence("W1", "leave", date(2026, 12, 21), date(2027, 1, 4))


def known_worker(workers, fact, today):
    if fact.worker_id not in workers:
        raise Refused(Problem("worker_id", "Choose one of the team's workers."))


@pytest.fixture
def team(store: Store) -> Store:
    with store.writing() as writing:
        add(writing, "workers", [Worker("W1", "Naomi Price", "personal_adviser")])
    return store


def held(store: Store) -> list[Absence]:
    with store.reading() as connection:
        return read_of_the_team(connection, "absences")


def test_a_fact_of_the_team_is_recorded_with_an_id_of_its_own(team):
    row_id = do(team, record_team_fact, "absences", AWAY, known_worker)
    assert held(team) == [AWAY._replace(row_id=row_id)]
    assert row_id


def test_what_does_not_hold_is_refused_and_nothing_is_kept(team):
    with pytest.raises(Refused):
        do(team, record_team_fact, "absences", AWAY._replace(worker_id="W9"), known_worker)
    assert held(team) == []


def test_a_fact_is_changed_from_what_was_read(team):
    row_id = do(team, record_team_fact, "absences", AWAY, known_worker)
    before = AWAY._replace(row_id=row_id)
    sooner = before._replace(back_on=date(2026, 12, 29))
    do(team, change_team_fact, "absences", before, sooner, known_worker)
    assert held(team) == [sooner]
    with pytest.raises(ChangedMeanwhile):
        do(team, change_team_fact, "absences", before, before, known_worker)
    assert held(team) == [sooner]
