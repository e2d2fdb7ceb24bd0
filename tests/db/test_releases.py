"""The ledger keeps what was released: nothing in it changes, and nothing is prepared on damage."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from carelink.errors import Refused
from carelink.facts import Released
from carelink.release import Release
from carelink.words import ROLES
from db.reading import read_of_the_team
from db.releases import (
    MAY_APPROVE,
    MAY_PREPARE,
    approve_release,
    ledger,
    read_releases,
    release_kept,
)
from db.store import Store, User
from db.tables import FACTS, TRAIL, USERS
from db.team_facts import change_team_fact
from db.trail import add, amend, discard, keep, remove
from db.wholeness import check_store
from tests.releases import AS_AT, SEATS, made_release, recorded
from tests.stores import TODAY, USER, clock_at, do

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
RELEASE = made_release()
KIND = "releases"


def at_the_keyboard(store: Store, name: str, role: str, hour: int = 14) -> Store:
    """The same store with somebody else at it."""
    user = User(f"u-{role}", name, role)
    do(store, keep, USERS, user.user_id, {"name": name, "role": role})
    return Store(Path(store.path), store.engine, user, clock_at(TODAY, hour))


@pytest.fixture
def other(store: Store) -> Store:
    return at_the_keyboard(store, "Ben Hall", "team_manager")


def held(store: Store) -> list[Released]:
    with store.reading() as connection:
        return read_of_the_team(connection, KIND)


def damage(store: Store, **values: object) -> None:
    """Change the release behind the gate's back, as a fault of the disk would."""
    with store.writing() as writing:
        writing.connection.execute(update(FACTS[KIND]).values(**values))


def test_a_release_is_prepared_by_one_and_approved_by_another(store: Store, other: Store) -> None:
    for _ in range(2):
        recorded(store)
    with pytest.raises(Refused, match="did not prepare"):
        do(store, approve_release, RELEASE.hash)
    do(other, approve_release, RELEASE.hash)
    with pytest.raises(Refused, match="Ben Hall has approved"):
        do(store, approve_release, RELEASE.hash)
    with store.reading() as connection:
        (kept,) = read_releases(connection)
        actions = select(TRAIL.c.action, TRAIL.c.who).where(TRAIL.c.kind == KIND)
        trail = [tuple(row) for row in connection.execute(actions.order_by(TRAIL.c.seq))]
    assert (kept.hash, kept.as_at, kept.mode) == (RELEASE.hash, AS_AT, "rounded")
    assert (kept.audience, kept.level) == ("Corporate Parenting Board", "headline")
    assert (kept.prepared_by, kept.prepared_at) == (USER, NOON)
    assert (kept.approved_by, kept.approved_on) == ("Ben Hall", TODAY)
    assert trail == [("add", USER), ("amend", "Ben Hall")]


def test_nobody_approves_what_they_prepared_under_another_of_their_names(store: Store) -> None:
    do(store, keep, USERS, store.user.user_id, {"worker_id": "TM1"})
    do(store, add, KIND, [Released(RELEASE.hash, AS_AT, prepared_by="TM1")])
    with pytest.raises(Refused, match="did not prepare"):
        do(store, approve_release, RELEASE.hash)


def test_a_release_that_was_never_prepared_is_neither_approved_nor_written(store: Store) -> None:
    with pytest.raises(Refused, match="No release"):
        do(store, approve_release, "0" * 64)
    with pytest.raises(Refused, match="No release"), store.reading() as connection:
        release_kept(connection, "0" * 64)


@pytest.mark.parametrize("role", ROLES)
def test_only_those_who_oversee_prepare_and_only_who_answers_for_it_approves(
    store: Store, role: str
) -> None:
    them = at_the_keyboard(store, "Dana Reid", role)
    recorded(store)
    second = made_release(in_eet=65)
    for may, verb, given in (
        (role in MAY_PREPARE, recorded, (second,)),
        (role in MAY_APPROVE, lambda at, hash: do(at, approve_release, hash), (RELEASE.hash,)),
    ):
        if may:
            verb(them, *given)
        else:
            with pytest.raises(Refused, match="Only a team manager"):
                verb(them, *given)
    kept = {one.release_hash: one for one in held(store)}
    assert (second.hash in kept) == (role in {"team_manager", "qa", "analyst"})
    assert bool(kept[RELEASE.hash].approved_by) == (role in {"team_manager", "qa"})


def test_the_texts_are_read_where_they_are_asked_for_and_the_seats_for_the_attack(
    store: Store,
) -> None:
    recorded(store, commentary={"eet": {"words": "Up since June."}})
    with store.reading() as connection:
        (light,), (whole,) = read_releases(connection), read_releases(connection, texts=True)
        assert release_kept(connection, RELEASE.hash) == RELEASE
        (earlier,) = ledger(connection)
    assert (light.figures, light.meta, light.about) == ("", "", "")
    assert Release(whole.figures, whole.meta, whole.about) == RELEASE
    assert light.words == whole.words == {"eet": {"words": "Up since June."}}
    assert (earlier.release, earlier.approved) == (RELEASE, False)
    assert (earlier.seats, earlier.prepared_at) == (SEATS, NOON)


def test_the_ledger_is_in_the_order_in_which_it_was_prepared(store: Store) -> None:
    days = [date(2026, 9, 30), date(2026, 3, 31), date(2026, 6, 30)]
    for hour, day in enumerate(days):
        later = Store(
            store.path, store.engine, store.user, lambda hour=hour: NOON + timedelta(hours=hour)
        )
        recorded(later, made_release(day))
    with store.reading() as connection:
        assert [one.as_at for one in read_releases(connection)] == days
        assert [one.release.as_at for one in ledger(connection)] == days


def test_commentary_is_written_until_the_release_is_approved(store: Store, other: Store) -> None:
    recorded(store)
    for words in ("Up.", "Up since June."):
        recorded(store, commentary={"eet": words})
    recorded(store)
    with store.reading() as connection:
        (kept,) = read_releases(connection)
    assert kept.words == {"eet": "Up since June."}, "none given takes none away"
    do(other, approve_release, RELEASE.hash)
    recorded(store, commentary={"eet": "Up since June."})
    with pytest.raises(Refused, match="its words stand as they are"):
        recorded(store, commentary={"eet": "Down."})


def test_a_correction_is_a_new_release_that_says_what_was_wrong(store: Store) -> None:
    recorded(store)
    better = made_release(in_eet=65)
    with pytest.raises(Refused) as said:
        recorded(store, better, corrects="0" * 64)
    assert [problem.field for problem in said.value.problems] == ["corrects", "corrects_why"]
    recorded(store, better, corrects=RELEASE.hash, corrects_why="Three homes were wrongly known.")
    with store.reading() as connection:
        found = {one.hash: one for one in read_releases(connection)}
    assert found.keys() == {RELEASE.hash, better.hash}, "the one put right stands as it was"
    assert found[better.hash].corrects == RELEASE.hash
    assert found[better.hash].corrects_why == "Three homes were wrongly known."


def test_a_release_that_does_not_hold_together_is_not_kept(store: Store) -> None:
    other_meta = made_release(in_eet=65).meta
    for broken in (Release(RELEASE.figures, other_meta, RELEASE.about), Release("", "", "")):
        with pytest.raises(Refused, match="not whole"):
            recorded(store, broken)
    assert held(store) == []


# Every other value, so that each field of a release is tried at every verb.
_OTHERWISE = {"as_at": date(2020, 1, 1), "approved_on": date(2020, 1, 1)}
_FIELDS = [name for name in Released._fields if name != "release_hash"]


@pytest.mark.parametrize("field", _FIELDS)
def test_no_verb_changes_what_was_released(store: Store, other: Store, field: str) -> None:
    recorded(store)
    (was,) = held(store)
    change = {field: _OTHERWISE.get(field, "otherwise")}
    still_open = field in {"commentary", "approved_by", "approved_on"}
    if not still_open:
        with pytest.raises(Refused, match="never changed"):
            do(store, amend, KIND, RELEASE.hash, change)
        with pytest.raises(Refused, match="never changed"):
            do(store, change_team_fact, KIND, was, was._replace(**change), lambda *_: None)
    do(other, approve_release, RELEASE.hash)
    (approved,) = held(store)
    with pytest.raises(Refused, match="never changed"):
        do(store, amend, KIND, RELEASE.hash, change)
    assert held(store) == [approved]


def test_no_verb_takes_a_release_out(store: Store) -> None:
    recorded(store)
    was = held(store)
    with pytest.raises(Refused, match="never changed or taken out"):
        do(store, remove, KIND, RELEASE.hash, "undone at once")
    with pytest.raises(ValueError, match="are facts"):
        do(store, discard, FACTS[KIND], RELEASE.hash)
    with pytest.raises(ValueError, match="are facts"):
        do(store, keep, FACTS[KIND], RELEASE.hash, {"figures": "0"})
    assert held(store) == was


DAMAGED = {
    "figures": RELEASE.figures.replace("60", "65"),
    "meta": RELEASE.meta[:-1],
    "about": json.dumps({**json.loads(RELEASE.about), "hash": "0" * 64}),
    "as_at": date(2026, 9, 29),
    "mode": "exact",
    "level": "",
    "audience": "Ofsted",
    "seats": "bm9uZQ==",
    "commentary": "{",
    "prepared_at": "yesterday",
    "prepared_by": "",
    "approved_by": USER,
}


@pytest.mark.parametrize("field", DAMAGED)
def test_a_damaged_release_is_said_and_nothing_is_prepared_beside_it(
    store: Store, other: Store, field: str
) -> None:
    recorded(store)
    damage(store, **{field: DAMAGED[field]})
    says = check_store(store).releases
    assert RELEASE.hash in says
    assert "damaged" in says
    with pytest.raises(Refused, match="damaged"):
        recorded(store, made_release(in_eet=65))
    if field != "approved_by":
        with pytest.raises(Refused, match="damaged"):
            do(other, approve_release, RELEASE.hash)
    with store.reading() as connection:
        for question in (ledger, lambda at: release_kept(at, RELEASE.hash)):
            with pytest.raises(Refused, match="damaged"):
                question(connection)
        assert [one.hash for one in read_releases(connection, texts=True)] == [RELEASE.hash]


def test_a_whole_ledger_is_said_to_be_whole(store: Store, other: Store) -> None:
    recorded(store)
    do(other, approve_release, RELEASE.hash)
    recorded(store, made_release(in_eet=65, mode="rounded"))
    assert set(check_store(store)) == {"whole"}
