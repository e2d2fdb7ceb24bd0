"""What does each coded cell of the care-leaver list mean, however a council writes it?

Source: Ofsted Annex A list 9, layouts of August 2019 and January 2024.
"""

import re
from collections.abc import Mapping

from carelink.exchange.ssda903.codes import ETHNIC
from carelink.exchange.values import Unfit, shown
from carelink.words import ACTIVITY_LABELS, HOME_LABELS

_PREFIX = re.compile(r"^([a-z])\s*[).:-]\s*(.*)$", re.IGNORECASE | re.DOTALL)
Choices = Mapping[str, str]


def choices(*labels: str, also: Mapping[str, str] | None = None) -> Choices:
    """The ways of writing each label: a) Yes, Yes, a), a; and what else means the same."""
    ways: dict[str, str] = {}
    for letter, label in zip("abcdefghijklmnopqrstuvwxyz", labels, strict=False):
        ways |= {plain(label): label, letter: label, letter + plain(label): label}
    return ways | {plain(way): label for way, label in (also or {}).items()}


def plain(text: object) -> str:
    """Letters and digits alone, in small letters: what two spellings have in common."""
    return re.sub(r"[^a-z0-9]", "", str(text).lower())


_YES_NO = {"y": "Yes", "true": "Yes", "1": "Yes", "n": "No", "false": "No", "0": "No"}
UNKNOWN = "Unknown"
YES_NO = choices("Yes", "No", UNKNOWN, also={**_YES_NO, "not known": UNKNOWN, "u": UNKNOWN})
GENDER = choices(
    "Male",
    "Female",
    "Not stated/recorded",
    "Neither",
    also={"m": "Male", "1": "Male", "f": "Female", "2": "Female", "u": "Not stated/recorded"},
)
SEX = {"Male": "M", "Female": "F"}
ELIGIBILITY = choices(
    "Relevant child",
    "Former relevant child",
    "Qualifying care leaver",
    "Eligible child",
    also={
        "relevant": "Relevant child",
        "former relevant": "Former relevant child",
        "qualifying": "Qualifying care leaver",
        "eligible": "Eligible child",
    },
)
IN_TOUCH = choices("Yes", "No", "Died", "Refu", "NREQ", "Rhom", also={**_YES_NO, "refused": "Refu"})
SUITABLE = choices(
    "Suitable",
    "Unsuitable",
    also={"1": "Suitable", "2": "Unsuitable", "not suitable": "Unsuitable"}
    | {"b) not suitable": "Unsuitable"},
)
_HOMES = {
    "parentsrelatives": "B",
    "communityhomeresidentialcare": "C",
    "semiindependenttransitionalaccommodationandselfcontainedaccommodation": "D",
    "supportedlodgings": "E",
    "abroad": "G",
    "goneabroad": "G",
    "deported": "H",
    "ordinarylodgingswithoutformalsupport": "K",
    "residencenotknown": "R",
    "nofixedabodehomeless": "S",
    "foyersandsimilarsupportedaccommodation": "T",
    "independentliving": "U",
    "emergencyaccommodation": "V",
    "bedandbreakfast": "W",
    "incustody": "X",
    "otheraccommodation": "Y",
    "withformerfostercarers": "Z",
}
_ACTIVITIES = {
    "fulltimeinhighereducation": "F1",
    "parttimeinhighereducation": "P1",
    "fulltimeineducationotherthanhigher": "F2",
    "parttimeineducationotherthanhigher": "P2",
    "fulltimeintrainingoremployment": "F3",
    "parttimeintrainingoremployment": "P3",
    "youngpersonengagedfulltimeinanapprenticeship": "F4",
    "youngpersonengagedparttimeinanapprenticeship": "P4",
    "youngpersonengagedfulltimeintrainingoremploymentnotapprenticeship": "F5",
    "youngpersonengagedparttimeintrainingoremploymentnotapprenticeship": "P5",
    "notineducationemploymentortrainingillnessordisability": "G4",
    "notineducationemploymentortrainingother": "G5",
    "notineducationemploymentortrainingpregnancyorparenting": "G6",
}
_NOTHING = {"", "0", "na", "none", "null"}


def chosen(column: str, value: object, ways: Choices) -> str:
    """The label a cell means, empty for an empty cell. Raises: Unfit for anything else."""
    text = plain(value)
    if text in ways:
        return ways[text]
    if not text:
        return ""
    raise Unfit(f'{column} is "{shown(str(value))}", which is none of its codes; correct it.')


def ethnicity(column: str, value: object) -> str:
    """The DfE code, with or without its letter; empty when it was not obtained or known."""
    text = str(value).strip().upper()
    code = found[2] if (found := _PREFIX.match(text)) else text
    if code in ETHNIC or not code:
        return code
    if plain(code) in ("unknown", "notknown"):
        return ""
    raise Unfit(f'{column} is "{shown(text)}", not a DfE code; correct it.')


def home(column: str, value: object) -> str:
    """The OC3 letter of a kind of home, empty for an empty cell. Raises: Unfit."""
    text = str(value).strip()
    if plain(text) in _NOTHING:
        return ""
    letter = text[0].upper()
    if letter in HOME_LABELS and re.fullmatch(r".\s*(?:[12]|[:.)-].*)?", text, re.DOTALL):
        return letter
    if plain(text) in _HOMES:
        return _HOMES[plain(text)]
    raise Unfit(f'{column} is "{shown(text)}", no kind of home we know; correct it.')


def activity(column: str, value: object) -> str:
    """The OC3 code of work or learning, empty for an empty cell. Raises: Unfit."""
    text = str(value).strip()
    if plain(text) in _NOTHING:
        return ""
    code = text[:2].upper()
    if code in ACTIVITY_LABELS and not text[2:3].isalnum():
        return code
    if plain(text) in _ACTIVITIES:
        return _ACTIVITIES[plain(text)]
    raise Unfit(f'{column} is "{shown(text)}", no activity we know; correct it.')
