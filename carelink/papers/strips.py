"""How does what is set fall onto pages? A paper is a pile of strips, and a page takes what fits.

A strip is as high as one line at most, so nothing is ever too high for a page.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from carelink.papers.lines import Line


class Words(NamedTuple):
    """A line of words. `down` is from the strip's top to the line they stand on, in points."""

    line: Line
    size: float
    x: float
    down: float
    colour: str


class Stroke(NamedTuple):
    """A straight line, in points from the strip's top left."""

    x: float
    down: float
    to_x: float
    to_down: float
    width: float
    colour: str


class Fill(NamedTuple):
    """A filled rectangle, in points from the strip's top left."""

    x: float
    down: float
    width: float
    height: float
    colour: str


class Corner(NamedTuple):
    """A rounded corner of a box that stands at (x, down); `quarter` counts from the right top."""

    x: float
    down: float
    radius: float
    quarter: int
    width: float
    colour: str


Mark = Words | Stroke | Fill | Corner


class Strip(NamedTuple):
    """A strip across the page, as high as `height` in points.

    `glued`: it stays on one page with the strip below. `gap`: it is only distance, and is left
    out at the top of a page. `again`: what is drawn anew above it when it starts a page.
    `outline`: (level, words) of the heading that starts here.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    glued: bool = False
    gap: bool = False
    new_page: bool = False
    again: tuple["Strip", ...] = ()
    outline: tuple[int, str] | None = None


def height_of(strips: Iterable[Strip]) -> float:
    """How high they are together, in points."""
    return sum(strip.height for strip in strips)


def glue(strips: Sequence[Strip]) -> list[Strip]:
    """These strips, to stay together where a page can hold them; the last is left as it is."""
    return [*(strip._replace(glued=True) for strip in strips[:-1]), *strips[-1:]]


def pages_of(strips: Iterable[Strip], height: float) -> list[list[Strip]]:
    """The strips by page, each page no higher than `height` in points; always one page at least."""
    pages: list[list[Strip]] = [[]]
    room = height
    for chunk in _chunks(strips, height):
        first = chunk[0]
        if (first.new_page or height_of(chunk) > room) and pages[-1]:
            pages.append([])
            room = height
        if not pages[-1]:
            chunk = [*first.again, *_without_gaps_above(chunk)]
        pages[-1].extend(chunk)
        room -= height_of(chunk)
    return [page for page in pages if page] or [[]]


def _without_gaps_above(chunk: list[Strip]) -> list[Strip]:
    start = next((place for place, strip in enumerate(chunk) if not strip.gap), len(chunk))
    return chunk[start:]


def _chunks(strips: Iterable[Strip], height: float) -> Iterator[list[Strip]]:
    """What stays together; what would be higher than a page comes apart."""
    chunk: list[Strip] = []
    for strip in strips:
        chunk.append(strip)
        if not strip.glued:
            yield from _cut(chunk, height)
            chunk = []
    if chunk:
        yield from _cut(chunk, height)


def _cut(chunk: list[Strip], height: float) -> Iterator[list[Strip]]:
    if height_of(chunk) + height_of(chunk[0].again) <= height:
        yield chunk
    else:
        yield from ([strip] for strip in chunk)
