"""Everybody counted from the store in parts is what their whole files say, one by one."""

from datetime import date

import pytest

from carelink.figures.counting import Counting
from carelink.figures.dimensions import dimensions_at
from carelink.figures.levels import Level
from carelink.figures.whitelist import tables_at
from carelink.money.catalogue import load_catalogue
from carelink.rulebook import load_rulebook
from db import counting
from db.counting import count_everybody
from db.made_up import made_up_roll
from db.reading import read_case, read_people
from db.trail import add
from tests.stores import do

DAY = date(2026, 11, 24)


@pytest.fixture
def roll(store):
    """Sixty made-up people, with years of history."""
    for kind, facts in made_up_roll(60, 1, DAY).items():
        do(store, add, kind, facts)
    return store


def counts_of(counted):
    tables = [table.plain for table in tables_at(Level.FULL)]
    return counted.counts(tables, dimensions_at(Level.FULL))


@pytest.mark.parametrize("at_once", [7, 250])
def test_read_in_parts_everybody_is_counted_as_by_their_whole_file(roll, monkeypatch, at_once):
    monkeypatch.setattr(counting, "_READ_AT_ONCE", at_once)
    whole = Counting(load_rulebook(), DAY, load_catalogue())
    with roll.reading() as connection:
        found = count_everybody(connection, load_rulebook(), load_catalogue(), DAY)
        for person in read_people(connection):
            whole.take(read_case(connection, person.person_id))
    assert found.people == whole.people > 0
    assert counts_of(found) == counts_of(whole)
    assert found.seats == whole.seats
    assert found.digest == whole.digest
