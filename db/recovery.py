"""What does a recovery code look like? 130 random bits in groups, with a checksum for typing."""

import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 130
_LENGTH = 28
_GROUP = 4
# A prime below 1024, so that two more letters hold the remainder: any one letter mistaken, and
# any two exchanged, changes it.
_CHECK = 1021
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", " ": None, "-": None, ".": None})


def new_code() -> str:
    """A fresh code as it is shown once: seven groups of four."""
    number = secrets.randbits(_BITS)
    return _shown(number)


def read_code(typed: str) -> str | None:
    """The code as it was shown, however it was typed; None when it is not one."""
    if not looks_like_code(typed):
        return None
    letters = _letters(typed)
    number, check = _number(letters[:-2]), _number(letters[-2:])
    return _shown(number) if number % _CHECK == check else None


def looks_like_code(typed: str) -> bool:
    """Whether this has the length and letters of a code, right or mistaken."""
    letters = _letters(typed)
    return len(letters) == _LENGTH and set(letters) <= set(_ALPHABET)


def _letters(typed: str) -> str:
    return "".join(typed.upper().split()).translate(_MISREAD)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 32 + _ALPHABET.index(letter)
    return number


def _shown(number: int) -> str:
    letters = _spelt(number, _LENGTH - 2) + _spelt(number % _CHECK, 2)
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def _spelt(number: int, length: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))
