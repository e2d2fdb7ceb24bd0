"""How are the ways in kept? One slot each in a file beside the store, sound or plainly damaged."""

import hashlib
import json
import os
from base64 import b64decode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from carelink.errors import NotWhole, StoreTrouble

FORMAT = 1
SALT_BYTES, NONCE_BYTES, WRAPPED_BYTES = 16, 12, 48


class KdfCost(NamedTuple):
    """What one guess of a passphrase costs."""

    memory_kib: int
    passes: int
    lanes: int


# Source: RFC 9106, second recommended option. Only a test that says so makes anything weaker.
FLOOR = KdfCost(memory_kib=64 * 1024, passes=3, lanes=4)
# A slot that asks for more than this was not made by us: it must not take the computer's memory.
_CEILING = KdfCost(memory_kib=1024 * 1024, passes=32, lanes=32)
# No key file of ours comes near it: what is longer is not read to its end.
_LONGEST = 256 * 1024


class Slot(NamedTuple):
    """One way in: the data key wrapped by the passphrase or the recovery code of one user."""

    v: int
    store_id: str
    slot_id: str
    user: str
    kind: str
    kdf: str
    memory_kib: int
    passes: int
    lanes: int
    salt: str
    nonce: str
    wrapped: str

    @property
    def cost(self) -> KdfCost:
        """What one guess at it costs."""
        return KdfCost(self.memory_kib, self.passes, self.lanes)


def key_file(store: Path) -> Path:
    """The key file that belongs to a store: its whole name with an ending added."""
    return store.with_name(store.name + ".keys.json")


def read_slots(path: Path) -> tuple[list[Slot], bool]:
    """The slots that are sound, and whether the whole file is just as it was written.

    Raises: StoreTrouble when it is missing or from a newer CareLink; NotWhole when nothing is left.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_LONGEST).decode(errors="replace")
    except FileNotFoundError:
        raise StoreTrouble(
            f"The key file {path.name} is not beside the store, and nothing opens without it. "
            "Put it back from where the store was copied, or from a backup."
        ) from None
    slots = list(_sound_slots(text, path.name))
    if not slots:
        raise NotWhole(f"The key file {path.name} is damaged. Put back a sound copy of it.")
    return slots, _written(slots) == text


def write_first_slots(path: Path, slots: list[Slot]) -> None:
    """Make the key file of a new store, which claims the store's name.

    Raises: FileExistsError when somebody has claimed it before.
    """
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        _write(file, _written(slots).encode())
    keep_names(path.parent)


def write_slots(path: Path, slots: list[Slot]) -> None:
    """Put the key file in place whole, keeping the generation before it."""
    if path.exists():
        put_whole(path.with_name(path.name + ".previous"), path.read_bytes())
    put_whole(path, _written(slots).encode())


def put_whole(path: Path, content: bytes) -> None:
    """Put a file in place so that a power cut leaves the old one or the new one, never half."""
    fresh = path.with_name(path.name + ".new")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            _write(file, content)
        os.replace(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
    keep_names(path.parent)


def _write(file: BinaryIO, content: bytes) -> None:
    file.write(content)
    file.flush()
    os.fsync(file.fileno())


def keep_names(folder: Path) -> None:
    """Have the names in a folder survive a power cut too, where the system offers it."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _written(slots: list[Slot]) -> str:
    lines = [json.dumps({**slot._asdict(), "sum": _sum(slot._asdict())}) for slot in slots]
    return f'{{"carelink_keys": {FORMAT}, "slots": [\n' + ",\n".join(lines) + "\n]}\n"


def _sum(fields: Mapping[str, Any]) -> str:
    """A plain checksum: it tells damage from a wrong passphrase, and proves nothing more."""
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()[:16]


def _sound_slots(text: str, name: str) -> Iterator[Slot]:
    """Every sound slot wherever it stands: damage elsewhere in the file must not shut it out."""
    decoder = json.JSONDecoder()
    start = text.find("{")
    while start >= 0:
        try:
            found, _ = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and found.pop("sum", None) == _sum(found):
            if found.get("v") != FORMAT:
                raise StoreTrouble(f"The key file {name} was made by a newer CareLink; use that.")
            if _is_ours(found):
                yield Slot(**found)
        start = text.find("{", start + 1)


def _is_ours(found: Mapping[str, Any]) -> bool:
    """Whether a slot could have been written by us, so that using it is safe."""
    kinds = Slot.__annotations__
    if set(found) != set(kinds) or any(type(found[name]) is not kinds[name] for name in kinds):
        return False
    slot = Slot(**found)
    sizes = ((slot.salt, SALT_BYTES), (slot.nonce, NONCE_BYTES), (slot.wrapped, WRAPPED_BYTES))
    return (
        slot.kdf == "argon2id"
        and all(1 <= asked <= most for asked, most in zip(slot.cost, _CEILING, strict=True))
        and slot.memory_kib >= 8 * slot.lanes
        and all(_length(text) == size for text, size in sizes)
    )


def _length(text: str) -> int:
    try:
        return len(b64decode(text, validate=True))
    except ValueError:
        return -1
