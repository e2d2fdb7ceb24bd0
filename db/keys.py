"""Who can open a store? A random data key, wrapped once for every way in."""

import json
import secrets
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from carelink.errors import NotWhole, Problem, Refused, WrongKey
from db.recovery import looks_like_code, new_code, read_code
from db.slots import FLOOR, FORMAT, NONCE_BYTES, SALT_BYTES, KdfCost, Slot, read_slots, write_slots

KEY_BYTES = 32
SHORTEST_PASSPHRASE = 8
PASSPHRASE, RECOVERY = "passphrase", "recovery"

WRONG = "This name and passphrase do not open the store."


class Purpose(StrEnum):
    """What a derived key is for; no two purposes share a key."""

    DATABASE = "database"
    TRAIL = "trail"
    BACKUP = "backup"
    ATTACHMENT = "attachment"
    DRAFT = "draft"


class Keys(NamedTuple):
    """The data key in hand and the store it belongs to."""

    store_id: str
    data_key: bytes

    def derive(self, purpose: Purpose) -> bytes:
        """The 32-byte key for one purpose."""
        info = f"carelink/1/{purpose}".encode()
        return HKDF(SHA256(), KEY_BYTES, self.store_id.encode(), info).derive(self.data_key)


def new_keys(store_id: str) -> Keys:
    """A fresh random data key."""
    return Keys(store_id, secrets.token_bytes(KEY_BYTES))


def new_slots(
    keys: Keys, user: str, passphrase: str, cost: KdfCost = FLOOR
) -> tuple[list[Slot], str]:
    """Two ways in for a user, and the recovery code, which is shown once and kept nowhere.

    Raises: Refused for a passphrase too short to keep anybody out.
    """
    code = new_code()
    by_passphrase = _wrap(keys, user, PASSPHRASE, _checked(passphrase), cost)
    return [by_passphrase, _wrap(keys, user, RECOVERY, code, cost)], code


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
            "Put back a sound copy of it, or try the other way in."
        )
    if looks_like_code(passphrase) and read_code(passphrase) is None:
        raise WrongKey("This recovery code has a typing mistake in it. Check it letter by letter.")
    raise WrongKey(WRONG)


def change_passphrase(
    path: Path, user: str, passphrase: str, new: str, cost: KdfCost = FLOOR
) -> None:
    """Give the user a new passphrase, the present one or the recovery code in hand.

    The recovery code stays as it is; the key file before this is kept beside it.
    """
    secret = _checked(new)
    keys = unlock(path, user, passphrase)
    slots, _ = read_slots(path)
    others = [slot for slot in slots if (slot.user, slot.kind) != (user, PASSPHRASE)]
    write_slots(path, [_wrap(keys, user, PASSPHRASE, secret, cost), *others])


def _checked(passphrase: str) -> str:
    """The passphrase as it is used: spelt one way, however the keyboard composed its letters."""
    normal = unicodedata.normalize("NFC", passphrase)
    if len(normal.strip()) < SHORTEST_PASSPHRASE:
        says = f"A passphrase needs at least {SHORTEST_PASSPHRASE} characters: several words do."
        raise Refused(Problem("passphrase", says))
    return normal


def _attempts(slots: list[Slot], user: str, passphrase: str) -> Iterator[tuple[Slot, str]]:
    """The user's slots with what was typed. A name nobody has costs as long as a wrong guess."""
    code = read_code(passphrase)
    mine = [slot for slot in slots if slot.user == user]
    if code is not None:
        yield from ((slot, code) for slot in mine if slot.kind == RECOVERY)
    mine = [slot for slot in mine if slot.kind == PASSPHRASE] or [_nobodys(slots[0])]
    yield from ((slot, unicodedata.normalize("NFC", passphrase)) for slot in mine)


def _nobodys(slot: Slot) -> Slot:
    return slot._replace(salt=_text(secrets.token_bytes(SALT_BYTES)))


def _wrap(keys: Keys, user: str, kind: str, secret: str, cost: KdfCost) -> Slot:
    nonce = secrets.token_bytes(NONCE_BYTES)
    slot = Slot(
        v=FORMAT,
        store_id=keys.store_id,
        slot_id=secrets.token_hex(8),
        user=user,
        kind=kind,
        kdf="argon2id",
        memory_kib=cost.memory_kib,
        passes=cost.passes,
        lanes=cost.lanes,
        salt=_text(secrets.token_bytes(SALT_BYTES)),
        nonce=_text(nonce),
        wrapped="",
    )
    wrapped = AESGCM(_wrapping_key(slot, secret)).encrypt(nonce, keys.data_key, _bound(slot))
    return slot._replace(wrapped=_text(wrapped))


def _unwrap(slot: Slot, secret: str) -> bytes | None:
    """The data key, or None when the secret is not this slot's."""
    cipher = AESGCM(_wrapping_key(slot, secret))
    try:
        return cipher.decrypt(b64decode(slot.nonce), b64decode(slot.wrapped), _bound(slot))
    except InvalidTag:
        return None


def _wrapping_key(slot: Slot, secret: str) -> bytes:
    return hash_secret_raw(
        secret.encode(errors="surrogatepass"),
        b64decode(slot.salt),
        time_cost=slot.passes,
        memory_cost=slot.memory_kib,
        parallelism=slot.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _bound(slot: Slot) -> bytes:
    """Everything in the slot but the wrapped key: to change any of it is to break the seal."""
    return json.dumps(slot._replace(wrapped="")._asdict(), sort_keys=True).encode()


def _text(content: bytes) -> str:
    return b64encode(content).decode()
