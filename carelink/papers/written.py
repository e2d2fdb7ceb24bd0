"""Which characters of a text are printed, and which way does it run?

Nothing a person typed is dropped in silence: what would be harmful or has no shape is shown by its
number, such as [U+202E], and what is meant to be unseen stays in the text, unseen.
"""

import re
import unicodedata

# Every sort of new line that a file, a form or a web page may hold.
_NEW_LINES = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
# Control characters, halves of characters, code points that are none, and the marks that turn
# the text after them around: all of them may deceive a reader or break a file.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u206a-\u206f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U000efffe\U000effff"
    "\U0010fffe\U0010ffff\ud800-\udfff]"
)
# Characters with an office and no shape: joiners, direction marks, variation selectors, tags.
UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u2066-\u2069"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_SCRIPTS = {
    "ARABIC": "Arab",
    "BENGALI": "Beng",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GREEK": "Grek",
    "HANGUL": "Kore",
    "HEBREW": "Hebr",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "SYRIAC": "Syrc",
    "TAMIL": "Taml",
    "THAI": "Thai",
}


def printed(text: str) -> str:
    """The text as it is printed: one sort of new line, tabs as spaces, what harms by its number."""
    text = _NEW_LINES.sub("\n", text).replace("\t", "    ")
    return _HARMFUL.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def paragraphs(text: str) -> list[str]:
    """The text as it is printed, one entry for each line that was typed."""
    return printed(text).split("\n")


def runs_right_to_left(text: str) -> bool:
    """Whether its first letter with a direction runs from the right. Source: Unicode's P2, P3."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def script_of(text: str) -> str:
    """The script of its first letter by its four-letter code; empty for Latin and the unknown."""
    for character in text:
        if character.isalpha():
            word, _, _ = unicodedata.name(character, "").partition(" ")
            return _SCRIPTS.get(word, "")
    return ""
