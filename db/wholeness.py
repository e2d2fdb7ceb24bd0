"""Is the store whole: its database, keys, trail and releases? Finds out, and repairs nothing."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, func, inspect, select

from carelink.errors import StoreTrouble
from carelink.facts import KINDS
from db.engine import damage_in, settle
from db.releases import damaged_releases
from db.slots import key_file, read_slots
from db.store import Store
from db.tables import FACTS, METADATA, TRAIL, VERSIONS
from db.trail import ADD, AMEND, REMOVE
from db.trouble import in_plain_words

WHOLE = "whole"


class Wholeness(NamedTuple):
    """What was found of each part: the word "whole", or what is wrong in plain words."""

    database: str
    keys: str
    trail: str
    releases: str

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return set(self) == {WHOLE}


def check_store(store: Store) -> Wholeness:
    """Look at every page, every way in, the whole trail and every release of the ledger.

    Raises: StoreTrouble when others are writing, for a file in motion cannot be judged.
    """
    with in_plain_words():
        if not settle(store.engine):
            raise StoreTrouble("The store is in use elsewhere. Close it there and check again.")
        database = "; ".join(damage_in(store.engine)) or WHOLE
    return Wholeness(database, _keys_of(store), _trail_of(store), _releases_of(store))


def _keys_of(store: Store) -> str:
    try:
        slots, sound = read_slots(key_file(store.path))
    except StoreTrouble as trouble:
        return str(trouble)
    wrong = [] if sound else ["The key file is damaged in part; put back a sound copy of it."]
    if len(slots) < 2:
        wrong.append("There is only one way in left; a store needs two.")
    return _said(wrong)


def _trail_of(store: Store) -> str:
    try:
        with store.reading() as connection:
            if lost := set(METADATA.tables) - set(inspect(connection).get_table_names()):
                return f"Whole tables are missing: {', '.join(sorted(lost))}."
            wrong = [*_gaps(connection), *_lost_versions(connection)]
            for kind in KINDS:
                wrong += _unaccounted(connection, kind)
    except StoreTrouble as trouble:
        return str(trouble)
    return _said(wrong)


def _releases_of(store: Store) -> str:
    """Every release is still what was published: its hash, its texts and its seats."""
    try:
        with store.reading() as connection:
            damaged = damaged_releases(connection)
    except StoreTrouble as trouble:
        return str(trouble)
    return _said([f"The release {hash} is damaged: {says[0]}" for hash, says in damaged.items()])


def _gaps(connection: Connection) -> Iterator[str]:
    """Rows of the trail are numbered from 1 without a gap."""
    held = select(func.count(), func.coalesce(func.max(TRAIL.c.seq), 0)).select_from(TRAIL)
    count, last = connection.execute(held).one()
    if count != last:
        yield f"{last - count} rows of the trail are missing."


def _lost_versions(connection: Connection) -> Iterator[str]:
    """Whatever was changed or removed is kept as it was."""
    changes = TRAIL.c.action.in_((AMEND, REMOVE)) & TRAIL.c.kind.in_(KINDS)
    kept = select(VERSIONS.c.trail_seq)
    lost = select(func.count()).where(changes, TRAIL.c.seq.not_in(kept))
    if missing := connection.scalars(lost).one():
        yield f"{missing} earlier versions are missing."


def _unaccounted(connection: Connection, kind: str) -> Iterator[str]:
    """Every fact came in by the gate, and none has gone out another way."""
    key = FACTS[kind].c[KINDS[kind].key]
    about = TRAIL.c.kind == kind
    added = select(TRAIL.c.object_id).where(about, TRAIL.c.action == ADD)
    strange = connection.scalars(select(func.count()).where(key.not_in(added))).one()
    if strange:
        yield f"{strange} rows of {kind} are not in the trail."
    counted = select(TRAIL.c.action, func.count()).where(about).group_by(TRAIL.c.action)
    times = {action: count for action, count in connection.execute(counted)}
    held = connection.scalars(select(func.count()).select_from(FACTS[kind])).one()
    gone = times.get(ADD, 0) - times.get(REMOVE, 0) - (held - strange)
    if gone > 0:
        yield f"{gone} rows of {kind} are gone without a trace."


def _said(wrong: list[str]) -> str:
    return " ".join(wrong) or WHOLE
