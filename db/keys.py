"""Who can open a store? A random data key, wrapped once for each way in, in a file beside it."""

import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from carelink.errors import NotWhole, Problem, Refused, StoreTrouble, WrongKey
from db.recovery import looks_like_code, new_code, read_code

KEY_BYTES = 32
SHORTEST_PASSPHRASE = 8


class Purpose(StrEnum):
    """What a derived key is for; no two purposes share a key."""

    DATABASE = "database"
    TRAIL = "trail"
    BACKUP = "backup"
    ATTACHMENT = "attachment"
    DRAFT = "draft"


class KdfCost(NamedTuple):
    """What one guess of a passphrase costs."""

    memory_kib: int
    passes: int
    lanes: int


# Source: RFC 9106, second recommended option. Nothing weaker is made except by a test that says so.
FLOOR = KdfCost(memory_kib=64 * 1024, passes=3, lanes=4)
# Above this a slot is not ours but damaged: it must not take the computer's memory.
_CEILING = KdfCost(memory_kib=1024 * 1024, passes=32, lanes=32)


class Slot(NamedTuple):
    """One way in: the data key wrapped by a passphrase or a recovery code of one user."""

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
        """The cost it was made with."""
        return KdfCost(self.memory_kib, self.passes, self.lanes)


class Keys(NamedTuple):
    """The data key in hand and the store it belongs to."""

    store_id: str
    data_key: bytes

    def derive(self, purpose: Purpose) -> bytes:
        """The 32-byte key for one purpose."""
        info = f"carelink/1/{purpose}".encode()
        return HKDF(SHA256(), KEY_BYTES, self.store_id.encode(), info).derive(self.data_key)


def key_file(store: Path) -> Path:
    """The key file that belongs to a store: its whole name with an ending added."""
    return store.with_name(store.name + ".keys.json")


def new_keys(store_id: str) -> Keys:
    """A fresh random data key."""
    return Keys(store_id, secrets.token_bytes(KEY_BYTES))


def new_slots(
    keys: Keys, user: str, passphrase: str, cost: KdfCost = FLOOR
) -> tuple[list[Slot], str]:
    """Two ways in for a user, and the recovery code to show once.

    Raises: Refused for a passphrase too short to keep anybody out.
    """
    check_passphrase(passphrase)
    code = new_code()
    return [
        _wrap(keys, user, "passphrase", _normal(passphrase), cost),
        _wrap(keys, user, "recovery", code, cost),
    ], code


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is empty or too short."""
    if len(_normal(passphrase)) < SHORTEST_PASSPHRASE:
        says = (
            f"A passphrase needs at least {SHORTEST_PASSPHRASE} characters; several words are good."
        )
        raise Refused(Problem("passphrase", says))


def unlock(path: Path, user: str, passphrase: str) -> Keys:
    """The keys, by the user's passphrase or recovery code.

    Raises: WrongKey when the file is sound and nothing in it opens; NotWhole when it is damaged.
    """
    slots, sound = read_slots(path)
    for slot, secret in _attempts(slots, user, passphrase):
        data_key = _unwrap(slot, secret)
        if data_key is not None:
            return Keys(slot.store_id, data_key)
    if not sound:
        raise NotWhole(
            f"The key file {path.name} is damaged, and what is left of it does not open with this. "
            "Put back a sound copy of it from a backup."
        )
    if looks_like_code(passphrase) and read_code(passphrase) is None:
        raise WrongKey("This recovery code has a typing mistake in it. Check it and type it again.")
    raise WrongKey("This name and passphrase do not open the store.")


def _attempts(slots: list[Slot], user: str, passphrase: str) -> Iterator[tuple[Slot, str]]:
    """The user's slots with what was typed; somebody unknown costs as long as a wrong guess."""
    code = read_code(passphrase)
    mine = [slot for slot in slots if slot.user == user]
    if code is not None:
        yield from ((slot, code) for slot in mine if slot.kind == "recovery")
    for slot in slots:
        if slot.kind == "passphrase" and not any(s.kind == "passphrase" for s in mine):
            mine.append(slot._replace(salt=b64encode(secrets.token_bytes(16)).decode()))
    yield from ((slot, _normal(passphrase)) for slot in mine if slot.kind == "passphrase")


def _normal(passphrase: str) -> str:
    return unicodedata.normalize("NFC", passphrase)


def _wrap(keys: Keys, user: str, kind: str, secret: str, cost: KdfCost) -> Slot:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    slot = Slot(
        v=1,
        store_id=keys.store_id,
        slot_id=secrets.token_hex(8),
        user=user,
        kind=kind,
        kdf="argon2id",
        memory_kib=cost.memory_kib,
        passes=cost.passes,
        lanes=cost.lanes,
        salt=b64encode(salt).decode(),
        nonce=b64encode(nonce).decode(),
        wrapped="",
    )
    sealed = AESGCM(_wrapping_key(slot, secret)).encrypt(nonce, keys.data_key, _bound(slot))
    return slot._replace(wrapped=b64encode(sealed).decode())


def _unwrap(slot: Slot, secret: str) -> bytes | None:
    """The data key, or None when the secret is not this slot's."""
    cipher = AESGCM(_wrapping_key(slot, secret))
    try:
        return cipher.decrypt(b64decode(slot.nonce), b64decode(slot.wrapped), _bound(slot))
    except InvalidTag:
        return None


def _wrapping_key(slot: Slot, secret: str) -> bytes:
    return hash_secret_raw(
        secret.encode(),
        b64decode(slot.salt),
        time_cost=slot.passes,
        memory_cost=slot.memory_kib,
        parallelism=slot.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _bound(slot: Slot) -> bytes:
    """Everything in the slot but the wrapped key: changing any of it breaks the seal."""
    return json.dumps(slot._replace(wrapped="")._asdict(), sort_keys=True).encode()


# -- the file ------------------------------------------------------------------------------------


def read_slots(path: Path) -> tuple[list[Slot], bool]:
    """The slots that are sound, and whether the whole file is.

    Raises: StoreTrouble when there is no file; NotWhole when nothing in it is sound.
    """
    try:
        text = path.read_bytes().decode(errors="replace")
    except FileNotFoundError:
        raise StoreTrouble(
            f"The key file {path.name} is not beside the store, so nothing can open it. "
            "Put it back from where the store was copied, or from a backup."
        ) from None
    slots = list(_sound_slots(text))
    if not slots:
        raise NotWhole(f"The key file {path.name} is damaged. Put back a sound copy of it.")
    return slots, _written(slots) == text


def write_slots(path: Path, slots: list[Slot]) -> None:
    """Put the key file in place whole, keeping the generation before it."""
    fresh = path.with_name(path.name + ".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(_written(slots).encode())
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        os.replace(path, path.with_name(path.name + ".previous"))
    os.replace(fresh, path)


def _written(slots: list[Slot]) -> str:
    lines = [json.dumps({**slot._asdict(), "sum": _sum(slot)}) for slot in slots]
    return '{"carelink_keys": 1, "slots": [\n' + ",\n".join(lines) + "\n]}\n"


def _sum(slot: Slot) -> str:
    """A plain checksum: it tells damage from a wrong passphrase, and proves nothing more."""
    return hashlib.sha256(json.dumps(slot._asdict(), sort_keys=True).encode()).hexdigest()[:16]


def _sound_slots(text: str) -> Iterator[Slot]:
    """Every slot that is whole, wherever it stands: damage elsewhere must not shut it out."""
    decoder = json.JSONDecoder()
    start = text.find("{")
    while start >= 0:
        try:
            found, _ = decoder.raw_decode(text, start)
        except ValueError:
            found = None
        slot = _as_slot(found)
        if slot:
            yield slot
        start = text.find("{", start + 1)


def _as_slot(found: Any) -> Slot | None:
    if not isinstance(found, dict) or set(found) != {*Slot._fields, "sum"}:
        return None
    slot = Slot(**{name: found[name] for name in Slot._fields})
    if not hmac.compare_digest(_sum(slot), str(found["sum"])):
        return None
    return slot
