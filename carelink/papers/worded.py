"""How do words become strips: wrapped to a width, on the side from which they are read?"""

from collections.abc import Iterable
from typing import NamedTuple

from carelink.papers.fonts import Faces
from carelink.papers.lines import Line, set_lines
from carelink.papers.strips import Strip, Stroke, Words, glue, height_of
from carelink.papers.style import HAIR, INK, Style

_LOW = 0.6  # times the width of a line: two rows lower than this are kept together


class Setting(NamedTuple):
    """In which house style and which faces a paper is set."""

    style: Style
    faces: Faces

    def lines(
        self, text: str, size: float, width: float, bold: bool = False, right: bool | None = None
    ) -> list[Line]:
        """The lines of a text in this size, within a width in points."""
        shelf = self.faces.bold if bold else self.faces.regular
        return set_lines(text, shelf, width * 1000 / size, right)

    def line_height(self, size: float) -> float:
        """From one line to the next, in points."""
        return size * self.style.leading


def baseline(height: float, size: float) -> float:
    """How far down in a strip words stand, so that they look to be in its middle."""
    return height / 2 + size * 0.35


def placed(line: Line, size: float, x: float, width: float, down: float, colour: str) -> Words:
    """A line within `width` from `x`: at its left, or at its right if it runs from there."""
    over = width - line.width * size / 1000
    return Words(line, size, x + over if line.right_to_left else x, down, colour)


def one_line(setting: Setting, text: str, size: float, width: float) -> Line:
    """The text as one line without new lines; what is too long for `width` ends in dots."""
    text = " ".join(text.split())
    lines = setting.lines(text, size, width)
    if len(lines) > 1:
        fits = sum(len(glyph.text) for run in lines[0].runs for glyph in run.glyphs)
        lines = setting.lines(text[: max(fits - 3, 1)] + "…", size, width)
    return lines[0]


def worded(
    setting: Setting,
    text: str,
    size: float,
    x: float = 0,
    width: float | None = None,
    bold: bool = False,
    colour: str = INK,
    right: bool | None = None,
) -> list[Strip]:
    """A text as strips, one a line; no page ends on a first line or starts with a last one.

    `right` puts it on that side of the width, whichever way its letters run.
    """
    width = setting.style.width - x if width is None else width
    height = setting.line_height(size)
    lines = setting.lines(text, size, width, bold)
    if right is not None:
        lines = [line._replace(right_to_left=right) for line in lines]
    strips = [
        Strip(height, (placed(line, size, x, width, baseline(height, size), colour),))
        for line in lines
    ]
    if len(strips) > 1:
        strips[0] = strips[0]._replace(glued=True)
        strips[-2] = strips[-2]._replace(glued=True)
    return strips


def no_row_alone(setting: Setting, rows: list[list[Strip]]) -> list[Strip]:
    """Rows one below the other; the last is never alone on a page, nor the first of many."""
    starts = {1: (), 2: (0,), 3: (1,)}.get(len(rows), (0, len(rows) - 2)) if rows else ()
    for place in starts:
        pair = rows[place : place + 2]
        if height_of(strip for row in pair for strip in row) < setting.style.width * _LOW:
            rows[place][-1] = rows[place][-1]._replace(glued=True)
    return [strip for row in rows for strip in row]


def gap(height: float, glued: bool = False) -> Strip:
    """Distance, and nothing else."""
    return Strip(height, glued=glued, gap=True)


def side_by_side(
    setting: Setting, parts: Iterable[tuple[str, float, float | None, str]]
) -> list[Strip]:
    """Texts beside one another, each as (text, x, width, colour), with a fine line below."""
    style, height = setting.style, setting.line_height(setting.style.body)
    down = baseline(height, style.body)
    columns = [
        [
            placed(line, style.body, x, width or style.width - x, down, colour)
            for line in setting.lines(text, style.body, width or style.width - x)
        ]
        for text, x, width, colour in parts
    ]
    rows = [
        Strip(height, tuple(column[place] for column in columns if place < len(column)))
        for place in range(max(map(len, columns)))
    ]
    pad = style.body * 0.22
    below = Strip(pad * 2, (Stroke(0, pad, style.width, pad, 0.8, HAIR),))
    return glue([*rows, below]) if len(rows) < 8 else [*rows[:-1], *glue([rows[-1], below])]
