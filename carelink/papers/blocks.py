"""What may stand on a paper? Plain values; every text in them is as it was typed, never markup."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from carelink.dates import show


class ParaKind(StrEnum):
    """How a paragraph is set."""

    NORMAL = "normal"
    LEAD = "lead"  # the sentence that says what the paper is, a little larger
    QUOTE = "quote"  # somebody's own words
    SMALL = "small"  # where it comes from, and other things few will read


class Heading(NamedTuple):
    """A heading; the title of the paper stands above level 1. Levels 1 to 3, in order."""

    text: str
    level: int = 1


class Para(NamedTuple):
    """A paragraph, or several, each on its line; `by` says whose words a quote is, and when."""

    text: str
    kind: ParaKind = ParaKind.NORMAL
    by: str = ""


class Lines(NamedTuple):
    """Facts, each with its name: (label, value)."""

    rows: tuple[tuple[str, str], ...]


class Bullets(NamedTuple):
    """A list; numbered where the order means something."""

    items: tuple[str, ...]
    numbered: bool = False


class Table(NamedTuple):
    """A table. Each row has as many cells as there are headers, the first names the row.

    `shares` says how wide the columns are against one another; without it, as their words need.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    shares: tuple[int, ...] = ()


class Box(NamedTuple):
    """A box with a title, holding words, or `empty_lines` to write on by hand, or both."""

    title: str
    text: str = ""
    empty_lines: int = 0


class Checkboxes(NamedTuple):
    """Things to tick: (what, whether it is ticked already)."""

    items: tuple[tuple[str, bool], ...]


class Signatures(NamedTuple):
    """Who signs, each with a line for the name and one for the date."""

    people: tuple[str, ...]


class PageBreak(NamedTuple):
    """What follows starts on a new page, or a new panel of a card."""


class Ink(StrEnum):
    """In what a part of a picture is drawn; what each looks like is the page's matter."""

    OURS = "ours"
    TEXT = "text"
    QUIET = "quiet"
    RULE = "rule"


class Bar(NamedTuple):
    """A filled rectangle of a picture, from its left top."""

    x: float
    down: float
    width: float
    height: float
    ink: Ink = Ink.OURS


class Stretch(NamedTuple):
    """A straight line of a picture."""

    x: float
    down: float
    to_x: float
    to_down: float
    thick: float
    ink: Ink = Ink.RULE


class Label(NamedTuple):
    """Words in a picture, on the line `down`; they begin at x, or end there, or stand around it."""

    x: float
    down: float
    text: str
    ink: Ink = Ink.TEXT
    anchor: str = "start"


class Picture(NamedTuple):
    """A drawing, `PICTURE_WIDTH` wide, with `alt` saying all of it for who cannot see it.

    Its figures stand beside it in a table as well; nothing is in the drawing alone.
    """

    alt: str
    height: float
    shapes: tuple[Bar | Stretch | Label, ...]
    caption: str = ""


PICTURE_WIDTH = 600
PICTURE_LETTERS = 13  # the size of every label

Block = (
    Heading | Para | Lines | Bullets | Table | Box | Checkboxes | Signatures | PageBreak | Picture
)


class Paper(NamedTuple):
    """One paper about one person, or about nobody when `person_name` is empty.

    `born` may be unknown, and the paper then says so. `reference` is a number or other words by
    which the paper can be found again. `language` is what most of it is written in, as in HTML.
    `points` is the size of its words in a PDF: 14 for whoever it is about, less for a worker's.
    `landscape` is for wide tables; `foot` stands at the foot of each page of a paper about nobody.
    `wide` gives the page of it the width of a screen, and leaves a PDF as it is.
    `when` is said in place of the day it was made; `about` is what the file says of itself.
    """

    title: str
    made_on: date
    blocks: tuple[Block, ...]
    person_name: str = ""
    born: date | None = None
    reference: str = ""
    language: str = "en-GB"
    points: float = 14.0
    landscape: bool = False
    foot: str = ""
    wide: bool = False
    when: str = ""
    about: str = ""


class Fonts(NamedTuple):
    """The bytes of TrueType files, in the order in which a shape is looked for.

    The first of each is the house's own face; `bold` has the same alphabets as far as it can.
    """

    regular: tuple[bytes, ...]
    bold: tuple[bytes, ...]


def born_when(paper: Paper) -> str:
    """The date of birth in words, or that it is not recorded; empty for a paper about nobody."""
    if not paper.person_name:
        return ""
    return f"Born {show(paper.born)}" if paper.born else "Date of birth not recorded"


def made_when(paper: Paper) -> str:
    """When the paper was made, and the reference by which it can be found."""
    made = paper.when or f"Made on {show(paper.made_on)}"
    return f"{made} · Reference: {paper.reference}" if paper.reference else made
