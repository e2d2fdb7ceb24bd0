"""How a name is found whatever the keyboard at hand, and shortened to its initials."""

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, each beside what people type for it.
_LATIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
# One sound, several spellings, and keyboards that differ: Arabic, Persian, Kurdish.
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ە": "ه"}
# Ethiopic families that sound alike, by the first of seven letters: Amharic writers swap them.
_ETHIOPIC_TWINS = (("ሐ", "ሀ"), ("ኀ", "ሀ"), ("ሠ", "ሰ"), ("ዐ", "አ"), ("ፀ", "ጸ"))
_DROPPED = "'’‘ʼʻ`.ـ"
_SPACES = "-‐‑–_,/"


def _letters() -> dict[int, str]:
    letters = {ord(letter): plain for letter, plain in {**_LATIN, **_ARABIC}.items()}
    for written, sounds in _ETHIOPIC_TWINS:
        for order in range(7):
            letters[ord(written) + order] = chr(ord(sounds) + order)
    letters.update({ord(mark): "" for mark in _DROPPED})
    letters.update({ord(mark): " " for mark in _SPACES})
    return letters


_LETTERS = _letters()


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """The text as it is searched: no case, accents, vowel marks or apostrophes, in any script."""
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS).casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(plain.translate(_LETTERS).split())


@lru_cache(maxsize=16384)
def kept_apart(name: str) -> str:
    """The name so marked that one written from right to left does not turn what stands beside it.

    A left-to-right mark and an isolate round the name. Source: Unicode bidirectional algorithm.
    """
    if name.isascii():
        return name  # most are, and a list of thousands is then made at once
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in name):
        return f"\u200e\u2068{name}\u2069"
    return name


def initials(name: str) -> str:
    """The first letters of the first and last word of a name, for the bar that guards a page."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    if not words:
        return "?"
    ends = words[:1] if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0] for word in ends).upper()
