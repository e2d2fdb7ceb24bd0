"""Which words of a pack may betray who it is about? Each is marked where it is written.

A list writes labels and numbers as they are, and wraps every name, every day and everything that
was typed. What an audience may not see can then be left out without ever searching a text.
"""

from dataclasses import dataclass
from datetime import date

from carelink.dates import show
from carelink.facts import Home
from carelink.meetings.pack import Value
from carelink.said import say_kind
from carelink.words import HOME_LABELS

LEFT_OUT = "Left out here"


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that somebody typed, or a code that is in no list of ours; and what else is said."""

    words: str
    otherwise: str = LEFT_OUT


@dataclass(frozen=True, slots=True)
class Called:
    """The name of a worker, and what is said where nobody may be named."""

    name: str
    otherwise: str = LEFT_OUT


@dataclass(frozen=True, slots=True)
class On:
    """A day within a sentence: on 3 May 2026, or in May 2026 where days may not be seen."""

    day: date


Part = str | int | date | Typed | Called | On
# One cell: a single part keeps its kind (a number, a day); several are a sentence.
Cell = Part | tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """What an audience may see: names (and references), exact days, words typed by people."""

    names: bool
    days: bool
    typed: bool


def seen(cell: Cell, sight: Sight) -> Value:
    """The cell as it is seen: a number stays one, and a day too where days may be seen."""
    if isinstance(cell, tuple):
        return "".join(_in_words(part, sight) for part in cell)
    if isinstance(cell, date) and sight.days:
        return cell
    return cell if isinstance(cell, int) else _in_words(cell, sight)


def _in_words(part: Part, sight: Sight) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, int):
        return f"{part:,}"
    if isinstance(part, date):
        return show(part) if sight.days else f"{part:%B %Y}"
    if isinstance(part, On):
        return f"on {show(part.day)}" if sight.days else f"in {part.day:%B %Y}"
    if isinstance(part, Called):
        return part.name if sight.names else part.otherwise
    return part.words if sight.typed else part.otherwise


def kind_of_home(home: Home | None) -> Part:
    """What kind of home it is; a code that is in no list is as it was typed elsewhere."""
    if home is None:
        return "No home is recorded now"
    strange = home.type and home.type not in HOME_LABELS
    return Typed(home.type) if strange else say_kind(home)
