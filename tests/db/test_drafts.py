from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from db.drafts import Draft, drop_draft, keep_draft, read_drafts
from db.store import Store
from db.tables import TRAIL
from tests.stores import TODAY, clock_at

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


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
