"""What may care leavers have? The national catalogue, with the council's own laid over it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from carelink.errors import RulebookError
from carelink.money.entry import Entry, Opening
from carelink.money.occasions import OCCASIONS
from carelink.money.reading import read_catalogue


class Catalogue:
    """Every entry in the order of the files; `council` is whose own offer is among them."""

    def __init__(self, entries: Mapping[str, Entry], council: str) -> None:
        self.council = council
        self.entries = tuple(entries.values())
        # What there is to get and not only to know of, by what opens it: "unclaimed" is counted
        # over it, for a whole roll.
        self.to_claim: dict[Opening, list[Entry]] = {}
        for entry in self.entries:
            if entry.is_claimed and entry.in_law:
                self.to_claim.setdefault(entry.opening, []).append(entry)
        self._by_id = dict(entries)

    def entry(self, entitlement: str) -> Entry | None:
        """The entry of that id; None for what the catalogue does not know."""
        return self._by_id.get(entitlement)

    def title(self, entitlement: str) -> str:
        """What it is called; its id made readable where the catalogue does not know it."""
        entry = self._by_id.get(entitlement)
        said = entitlement.replace("_", " ")
        return entry.title if entry else said[:1].upper() + said[1:]


def load_catalogue(offer: str | None = None) -> Catalogue:
    """The national catalogue with a council's own offer (TOML text); by default Medway's.

    Raises RulebookError, naming the file, the entry and what to do, when either cannot be used.
    """
    if offer is None:
        return _default_catalogue()
    return _catalogue(offer, "the council's offer file")


def packaged(name: str) -> str:
    """The text of a file of the catalogue that comes with CareLink."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _default_catalogue() -> Catalogue:
    return _catalogue(packaged("medway.toml"), "medway.toml")


def _catalogue(offer: str, named: str) -> Catalogue:
    national = read_catalogue(packaged("england.toml"), "england.toml")
    own = read_catalogue(offer, named, national.groups)
    entries = dict(national.entries)
    for name, entry in own.entries.items():
        if name in entries:
            says = "is in the national catalogue; settle it under [settle]"
            raise RulebookError(f"{named}: [{name}] {says}.")
        entries[name] = entry
    for name, settled in own.settled.items():
        if name not in national.entries:
            raise RulebookError(f"{named}: [settle.{name}] is no entry of the national catalogue.")
        entries[name] = replace(entries[name], settled=settled)
    for entry in entries.values():
        if entry.event not in OCCASIONS:
            says = f'"event" must be one of {", ".join(sorted(OCCASIONS))}'
            raise RulebookError(f"{named}: [{entry.entitlement}] {says}.")
    return Catalogue(entries, own.council)
