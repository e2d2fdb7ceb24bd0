"""How does a release come from a store? Counted, made safe beside the ledger, nothing written yet.

Both faces come through here: the command line and the manager's page.
"""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ui.standards import catalogue_beside, known_totals_beside, rulebook_beside

if TYPE_CHECKING:
    from carelink.figures.counting import Counting
    from carelink.release.prepared import Prepared

# One question of db to the store, as it is now: `desk.ask`, or the same on the command line.
Ask = Callable[..., Any]


class Wish(NamedTuple):
    """How a release is wanted; what is empty is settled by the roll and by earlier releases."""

    as_at: date
    mode: str = ""
    level: str = ""
    audience: str = ""
    only: Collection[str] = ()


def count_for(ask: Ask, store: Path, as_at: date) -> "Counting":
    """Everybody counted as at a day; reads the whole roll and may take a while, any thread."""
    from db.counting import count_everybody

    counting: Counting = ask(
        count_everybody, rulebook_beside(store), catalogue_beside(store), as_at
    )
    return counting


def prepare(ask: Ask, store: Path, counting: "Counting", wish: Wish) -> "Prepared":
    """The release as wished or in the first coarser form that is safe; keeps and writes nothing.

    Raises: Refused as `safe_release` does, and with a damaged release in the ledger.
    """
    from carelink.disclosure import Mode
    from carelink.figures.levels import Level
    from carelink.release.about import AUDIENCE
    from carelink.release.known_totals import known_beside
    from carelink.release.safe import safe_release
    from db.releases import ledger

    earlier = ask(ledger)
    return safe_release(
        counting,
        wish.as_at,
        mode=Mode(wish.mode) if wish.mode else None,
        level=Level(wish.level) if wish.level else None,
        earlier=earlier,
        audience=wish.audience or AUDIENCE,
        known=known_beside(earlier, wish.as_at, known_totals_beside(store)),
        only=tuple(wish.only),
    )
