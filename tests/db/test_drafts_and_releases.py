from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from carelink.errors import Refused
from carelink.figures import Release
from db.drafts import Draft, drop_draft, keep_draft, read_drafts
from db.releases import approve_release, read_releases, record_release
from db.store import Store, User
from db.tables import TRAIL
from tests.stores import TODAY, USER, clock_at

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
RELEASE = Release(date(2026, 9, 30), ())


def trail(store: Store, kind: str) -> list[tuple[str, str]]:
    wanted = select(TRAIL.c.action, TRAIL.c.fields).where(TRAIL.c.kind == kind)
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(wanted.order_by(TRAIL.c.seq))]


def drafts(store: Store, user_id: str | None = None) -> list[Draft]:
    with store.reading() as connection:
        return read_drafts(connection, user_id)


def keep(store: Store, draft: Draft) -> None:
    with store.writing() as writing:
        keep_draft(writing, draft)


def test_a_draft_comes_back_as_it_was_left(store: Store) -> None:
    content = {"note": "Kettle on.\n“Tea?”", "worry": None, "rungs": ["seen", 3, True]}
    keep(store, Draft("d1", "note", "p1", content))
    user_id = store.user.user_id
    assert drafts(store) == [Draft("d1", "note", "p1", content, user_id, NOON)]
    assert drafts(store, user_id) == drafts(store)
    assert drafts(store, "somebody else") == []


def test_newer_words_take_the_place_of_older_and_the_same_words_write_nothing(
    store: Store,
) -> None:
    for note in ("K", "Kettle", "Kettle"):
        keep(store, Draft("d1", "note", "p1", {"note": note}))
    assert [draft.content for draft in drafts(store)] == [{"note": "Kettle"}]
    assert [action for action, _ in trail(store, "drafts")] == ["add", "amend"]


def test_the_draft_left_last_comes_first(store: Store) -> None:
    keep(store, Draft("d2", "note"))
    later = Store(
        store.path, store.engine, store.user, lambda: clock_at(TODAY)() + timedelta(minutes=5)
    )
    keep(later, Draft("d1", "note"))
    keep(later, Draft("d3", "note"))
    assert [draft.draft_id for draft in drafts(store)] == ["d1", "d3", "d2"]


def test_a_draft_let_go_is_kept_nowhere(store: Store) -> None:
    keep(store, Draft("d1", "note", content={"note": "CANARY"}))
    for _ in range(2):
        with store.writing() as writing:
            drop_draft(writing, "d1")
    assert drafts(store) == []
    assert [action for action, _ in trail(store, "drafts")] == ["add", "remove"]


@pytest.fixture
def other(store: Store) -> Store:
    """The same store with somebody else at the keyboard."""
    user = User("u2", "Ben Hall", "team_manager")
    return Store(Path(store.path), store.engine, user, clock_at(TODAY, hour=14))


def test_a_release_is_prepared_by_one_and_approved_by_another(store: Store, other: Store) -> None:
    for _ in range(2):
        with store.writing("for the board") as writing:
            assert record_release(writing, RELEASE) == RELEASE.hash
    with pytest.raises(Refused, match="did not prepare"), store.writing() as writing:
        approve_release(writing, RELEASE.hash)
    with other.writing() as writing:
        approve_release(writing, RELEASE.hash)
    with pytest.raises(Refused, match="Ben Hall has approved"), store.writing() as writing:
        approve_release(writing, RELEASE.hash)
    with store.reading() as connection:
        (kept,) = read_releases(connection)
    assert (kept.hash, kept.as_at, kept.prepared_by) == (RELEASE.hash, RELEASE.as_at, USER)
    assert (kept.prepared_at, kept.approved_by) == (NOON, "Ben Hall")
    assert kept.approved_at == NOON.replace(hour=14)
    assert kept.content.encode() == RELEASE.figures
    assert [action for action, _ in trail(store, "releases")] == ["add", "amend"]


def test_a_release_that_was_never_prepared_cannot_be_approved(store: Store) -> None:
    with pytest.raises(Refused, match="No release"), store.writing() as writing:
        approve_release(writing, "0" * 64)
