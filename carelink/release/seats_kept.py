"""How are the seats of a release kept? As one short text that gives back exactly what it was.

Whom a seat belongs to is said by a mark made from their reference: no name and no reference is in
it. It tells how many people changed in a line between two releases, and is never published.
"""

import base64
import json
import zlib
from collections.abc import Mapping
from typing import Any

from carelink.release.earlier import Answers, Seats

# Ten times what a roll of 3,000 people makes; a text that unpacks to more is no ledger's.
LARGEST = 50_000_000
_WRONG = (ValueError, zlib.error, LookupError, TypeError, AttributeError, RecursionError)
_DAMAGED = "The seats kept of this release cannot be read."


def pack_seats(seats: Seats) -> str:
    """The seats as a text; the same seats give the same text, in whatever order they come."""
    kinds: dict[str, int] = {}
    people = {mark: [_numbered(one, kinds) for one in seats[mark]] for mark in sorted(seats)}
    held = {"answers": [json.loads(one) for one in kinds], "people": people}
    plain = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(plain.encode(), 9)).decode("ascii")


def read_seats(text: str) -> Seats:
    """The seats as they were packed.

    Raises: ValueError where the text is none that `pack_seats` made.
    """
    try:
        unpacking = zlib.decompressobj()
        plain = unpacking.decompress(base64.b64decode(text, validate=True), LARGEST)
        if not unpacking.eof:
            raise ValueError(_DAMAGED)
        held = json.loads(plain)
        answers = [_an_answer(one) for one in held["answers"]]
        return {mark: _of_one(numbers, answers) for mark, numbers in held["people"].items()}
    except _WRONG as wrong:
        raise ValueError(_DAMAGED) from wrong


def _numbered(answer: Mapping[str, str], kinds: dict[str, int]) -> int:
    """Many people stand in the same categories: those are written once and numbered."""
    plain = json.dumps(answer, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return kinds.setdefault(plain, len(kinds))


def _an_answer(found: Any) -> Mapping[str, str]:
    if not all(isinstance(text, str) for pair in found.items() for text in pair):
        raise ValueError(_DAMAGED)
    return dict(found)


def _of_one(numbers: Any, answers: list[Mapping[str, str]]) -> Answers:
    if any(number < 0 for number in numbers):
        raise ValueError(_DAMAGED)
    return tuple(answers[number] for number in numbers)
