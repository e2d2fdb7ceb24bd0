"""The pack of each kind of meeting, for one audience, on a day."""

from collections.abc import Callable, Iterable, Mapping

from carelink.meetings.asked import Asked
from carelink.meetings.audience import packaged_audiences
from carelink.meetings.carried import held_before, with_carried
from carelink.meetings.custody import custody
from carelink.meetings.draft import Draft
from carelink.meetings.eet import eet
from carelink.meetings.exploitation import exploitation
from carelink.meetings.housing import housing
from carelink.meetings.near_transition import near_transition
from carelink.meetings.pack import Pack
from carelink.meetings.resources import resources
from carelink.meetings.seen_by import key_of, seen_by
from carelink.meetings.supervision import supervision
from carelink.meetings.transitions import transitions
from carelink.meetings.unclaimed import unclaimed
from carelink.meetings.words import SUPERVISION

# Supervision has no place here: it is one adviser's.
LISTS: Mapping[str, Callable[[Asked], Draft]] = {
    listed.__name__: listed
    for listed in (
        transitions,
        near_transition,
        eet,
        housing,
        resources,
        custody,
        exploitation,
        unclaimed,
    )
}
# What a list asks for beyond what is read of a whole roll.
_NEEDS: Mapping[str, frozenset[str]] = {
    "housing": frozenset({"suitability"}),
    "resources": frozenset({"suitability"}),
    SUPERVISION: frozenset({"plan_versions"}),
}
_ALWAYS = frozenset({"meeting_items"})


def needs_of(kinds: Iterable[str]) -> frozenset[str]:
    """Which kinds of fact of one file these packs ask for, of everybody."""
    return _ALWAYS.union(*(_NEEDS.get(kind, frozenset()) for kind in kinds))


def pack_of(kind: str, asked: Asked, audience: str = "team", worker_id: str = "") -> Pack:
    """The pack of one meeting; `worker_id` is whose supervision it is.

    Raises: Refused when this audience is not given packs of this kind, or when nobody who works
    here has that reference.
    """
    reader = packaged_audiences().audience(kind, audience)
    return seen_by(_drafted(kind, asked, worker_id), reader, asked.day)


def key_to(kind: str, asked: Asked, audience: str, worker_id: str = "") -> dict[str, str]:
    """What a pack calls each young person, for our own team alone. Shape: by reference."""
    reader = packaged_audiences().audience(kind, audience)
    return key_of(_drafted(kind, asked, worker_id), reader)


def _drafted(kind: str, asked: Asked, worker_id: str) -> Draft:
    draft = supervision(asked, worker_id) if kind == SUPERVISION else LISTS[kind](asked)
    return with_carried(draft, asked, held_before(asked, kind, worker_id))
