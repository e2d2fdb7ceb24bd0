"""What is a chart made of? A picture, words for who cannot see it, and its figures as a table."""

from typing import NamedTuple


class Look(NamedTuple):
    """In what a chart is drawn: the caller's colours, the size in pixels, the files of its fonts.

    `fill` is the pale colour of areas, `ours` that of our own figures, `quiet` that of others'.
    """

    paper: str
    ink: str
    quiet: str
    line: str
    fill: str
    ours: str
    width: int
    fonts: tuple[str, ...] = ()
    size: int = 13


class Told(NamedTuple):
    """What a chart says, without its picture. Shape: each row has as many texts as headers.

    `notes` stand in words beside the picture, such as what a break in the line means.
    """

    alt: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


class Chart(NamedTuple):
    """A chart drawn: an SVG picture with its text as text, and what it says."""

    svg: bytes
    alt: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def number(value: float | None, unit: str = "") -> str:
    """A number as it is read: at most one place after the point; nothing known is said."""
    if value is None:
        return "not known"
    shown = f"{value:,.1f}".removesuffix(".0")
    return f"{shown}{unit}"


def sentence(parts: list[str]) -> str:
    """The parts as one text, each a sentence."""
    return " ".join(
        part if part.endswith((".", "!", "?")) else part + "." for part in parts if part
    )
