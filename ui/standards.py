"""Which standards does this store's council hold itself to? Those laid beside it, else Medway's."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelink.rulebook import Rulebook


def rulebook_beside(store: Path) -> "Rulebook":
    """The law of England with the standards in `<store>.standards.toml`, if there is such a file.

    Raises RulebookError, naming the rule and what to do, when that file cannot be used.
    """
    from carelink.errors import RulebookError
    from carelink.rulebook import load_rulebook

    beside = store.with_name(f"{store.name}.standards.toml")
    if not beside.exists():
        return load_rulebook()
    try:
        return load_rulebook(beside.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise RulebookError(f"{beside.name} is not a text file in UTF-8.") from None
