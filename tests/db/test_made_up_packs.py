"""The made-up team has packs to look back on, and its facts are none the different for it."""

from datetime import date

import pytest

from db.known_then import known_then, read_then, seq_of_release
from db.made_up import made_up_roll, make_demo_store
from db.made_up.packs import pack_days
from db.reading import read_cases, read_rows
from db.releases import ledger, read_releases
from db.store import open_store
from db.wholeness import check_store
from tests.stores import PASSPHRASE, USER, clock_at

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.store"
    clock = clock_at(DAY)
    make_demo_store(path, 60, 1, DAY, user=USER, passphrase=PASSPHRASE, clock=clock)
    store = open_store(path, user=USER, passphrase=PASSPHRASE, clock=clock)
    yield store
    store.close()


def test_the_packs_of_two_years_and_of_the_last_meetings_are_kept(demo):
    with demo.reading() as connection:
        kept = read_releases(connection)
        earlier = ledger(connection)
    assert [one.as_at for one in kept] == pack_days(DAY)
    assert pack_days(DAY) == [
        date(2025, 3, 31),
        date(2026, 3, 31),
        date(2026, 5, 25),
        date(2026, 7, 25),
        date(2026, 9, 24),
    ]
    assert {one.mode for one in kept} == {"rounded"}
    assert [one.level for one in kept] == [*["headline"] * 4, "grouped"]
    assert all(one.release.whole and one.seats for one in earlier)
    assert all(one.prepared_at.date() < DAY for one in kept)


def test_all_but_the_last_were_approved_by_somebody_else(demo):
    with demo.reading() as connection:
        *before, last = read_releases(connection)
    assert all(one.approved_by not in ("", one.prepared_by) for one in before)
    assert all(one.approved_on > one.prepared_at.date() for one in before)
    assert (last.approved_by, last.approved_on) == ("", None)


def test_the_store_with_its_packs_is_whole(demo):
    assert check_store(demo).whole


def test_a_team_too_small_for_any_figure_has_no_pack(tmp_path):
    path, clock = tmp_path / "few.store", clock_at(DAY)
    make_demo_store(path, 4, 1, DAY, user=USER, passphrase=PASSPHRASE, clock=clock)
    store = open_store(path, user=USER, passphrase=PASSPHRASE, clock=clock)
    with store.reading() as connection:
        assert read_releases(connection) == []
    store.close()


def test_a_few_homes_were_wrongly_known_until_after_the_last_pack(demo):
    with demo.reading() as connection:
        (last,) = [one for one in read_releases(connection) if one.as_at == date(2026, 9, 24)]
        then = read_then(connection, seq_of_release(connection, last.hash))
        was, now = known_then(connection, then), read_cases(connection)
    differing = [old.person.person_id for old, new in zip(was, now, strict=True) if old != new]
    assert len(differing) == 3


def test_every_home_is_as_the_roll_has_it_with_its_own_provenance(demo):
    made = {home.row_id: home for home in made_up_roll(60, 1, DAY)["homes"]}
    with demo.reading() as connection:
        held = {home.row_id: (home, said) for home, said in read_rows(connection, "homes")}
    assert {key: home for key, (home, _) in held.items()} == made
    assert all(said.recorded_at.date() < DAY for _, said in held.values())
