"""How does a worker come to a desk? The passphrase is proved while Python fetches the store."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from carelink.errors import StoreTrouble

if TYPE_CHECKING:
    from db.keys import Keys
    from ui.desk import Desk

# One caseload and a little more: what the window shows before the rest of the roll is read.
_AT_FIRST = 40


def open_desk(path: Path, user: str, passphrase: str, clock: Callable[[], datetime]) -> "Desk":
    """Open the store and read our own caseload; slow by design: away from the screen's thread.

    Raises StoreTrouble or WrongKey with one plain sentence.
    """
    proven: list[Keys] = []
    proving = Thread(target=_prove, args=(path, user, passphrase, proven))
    proving.start()
    from db.store import open_store
    from ui.desk import Desk
    from ui.standards import (
        catalogue_beside,
        checklist_beside,
        limits_beside,
        rulebook_beside,
        terms_beside,
        weights_beside,
        wording_beside,
    )

    rulebook, catalogue = rulebook_beside(path), catalogue_beside(path)
    checklist, wording, limits = checklist_beside(path), wording_beside(path), limits_beside(path)
    weights, terms = weights_beside(path), terms_beside(path)
    proving.join()
    keys = proven[0] if proven else None
    store = open_store(path, user=user, passphrase=passphrase, clock=clock, keys=keys)
    own = (catalogue, checklist, wording, limits, weights, terms)
    desk = Desk(store, rulebook, lambda: store.today, *own)
    desk.take_over()
    desk.take(map(desk.hold, desk.read(desk.caseload()[:_AT_FIRST])))
    return desk


def make_store(path: Path, user: str, passphrase: str, clock: Callable[[], datetime]) -> str:
    """Make an empty store with its first user, a team manager; returns the recovery code."""
    from db.store import create_store

    path.parent.mkdir(parents=True, exist_ok=True)
    return create_store(path, user=user, role="team_manager", passphrase=passphrase, clock=clock)


def _prove(path: Path, user: str, passphrase: str, proven: "list[Keys]") -> None:
    """Prove the passphrase, slow by design and no work for Python, while the store is imported.

    Whatever stands in the way is met again, and told in its order, when the store is opened.
    """
    from db.keys import unlock
    from db.slots import key_file

    with suppress(StoreTrouble, OSError):
        proven.append(unlock(key_file(path), user, passphrase))
