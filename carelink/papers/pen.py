"""How are words, lines and greys drawn on a page of a PDF?"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from carelink.papers.embedding import EmbeddedFont, Shown, stands_off
from carelink.papers.fonts import Face
from carelink.papers.lines import Glyph, Run
from carelink.papers.outlines import outline_of
from carelink.papers.strips import Corner, Fill, Strip, Stroke, Words

# Unseen marks that say which way a run goes that starts with a blank or a digit: readers of the
# text in a PDF would else put that first sign at the wrong end.
_TURNS = {False: "\u200e", True: "\u061c"}


# Marks heaped on a letter farther off than this are in the text and drawn no more, for they would
# deface the lines above; in thousandths of the size.
_FARTHEST = 1000
# The pages as plain bytes; writing them as letters would take longer than setting them.
rl_config.useA85 = 0
_colour = lru_cache(maxsize=32)(HexColor)


class _Sheet(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's canvas without the Helvetica that it names at the top of every page."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class Pen:
    """Draws on one document; all lengths are in points, from the page's bottom left."""

    def __init__(self, file: Any, size: tuple[float, float], language: str) -> None:
        # The same paper is the same bytes: no clock and no chance in the file.
        self.canvas: Any = _Sheet(
            file, pagesize=size, invariant=1, pageCompression=1, lang=language
        )
        self._fonts: dict[Face, EmbeddedFont] = {}
        self._colour = ""

    def strips(self, strips: Iterable[Strip], x: float, top: float) -> None:
        """Draw strips from `top` downwards, their left at `x`."""
        for strip in strips:
            for mark in strip.marks:
                if isinstance(mark, Words):
                    self.words(mark, x, top)
                elif isinstance(mark, Stroke):
                    self.stroke(mark, x, top)
                elif isinstance(mark, Fill):
                    self.fill(mark, x, top)
                else:
                    self.corner(mark, x, top)
            top -= strip.height

    def words(self, words: Words, x: float, top: float) -> None:
        """Draw a line of words."""
        self._ink(words.colour)
        right = False
        for run in words.line.runs:
            at = x + words.x + run.start * words.size / 1000
            turns = right != run.right_to_left and _is_undecided(run.glyphs[0])
            self._run(run, words.size, at, top - words.down, turns)
            right = run.right_to_left

    def stroke(self, stroke: Stroke, x: float, top: float) -> None:
        """Draw a straight line."""
        self.canvas.setStrokeColor(_colour(stroke.colour))
        self.canvas.setLineWidth(stroke.width)
        self.canvas.line(x + stroke.x, top - stroke.down, x + stroke.to_x, top - stroke.to_down)

    def corner(self, corner: Corner, x: float, top: float) -> None:
        """Draw a quarter of a circle that rounds a corner."""
        self.canvas.setStrokeColor(_colour(corner.colour))
        self.canvas.setLineWidth(corner.width)
        across, up = ((-1, -1), (1, -1), (1, 1), (-1, 1))[corner.quarter]
        middle_x = x + corner.x + across * corner.radius
        middle_y = top - corner.down + up * corner.radius
        left, bottom = middle_x - corner.radius, middle_y - corner.radius
        right, above = middle_x + corner.radius, middle_y + corner.radius
        self.canvas.arc(left, bottom, right, above, corner.quarter * 90, 90)

    def fill(self, fill: Fill, x: float, top: float) -> None:
        """Draw a filled rectangle."""
        self._ink(fill.colour)
        self.canvas.rect(
            x + fill.x, top - fill.down - fill.height, fill.width, fill.height, stroke=0, fill=1
        )

    def note(self, key: str, words: str, level: int, y: float) -> None:
        """Name a place for the outline beside the pages; levels count from 0."""
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=y, zoom=0)
        self.canvas.addOutlineEntry(words, key, level)

    def next_page(self) -> None:
        """Finish this page."""
        self.canvas.showPage()
        self.forget()

    def forget(self) -> None:
        """The canvas was turned or restored: what is drawn next says its colour anew."""
        self._colour = ""

    def _ink(self, colour: str) -> None:
        if colour != self._colour:
            self.canvas.setFillColor(_colour(colour))
            self._colour = colour

    def _run(self, run: Run, size: float, x: float, y: float, turns: bool) -> None:
        font = self._fonts.get(run.face)
        if not font:
            font = EmbeddedFont(self.canvas._doc, run.face, len(self._fonts) + 1)
            self._fonts[run.face] = font
        shown = [font.unseen(_TURNS[run.right_to_left])] if turns else []
        outlines = []
        for glyph in run.glyphs:
            if stands_off(glyph) and abs(glyph.up) < _FARTHEST:
                at = x + glyph.across * size / 1000, y + glyph.up * size / 1000
                outlines.append(outline_of(run.face, glyph.number, size, *at))
            shown += font.shown(glyph, run.right_to_left)
            x += glyph.advance * size / 1000
        start = x - sum(glyph.advance for glyph in run.glyphs) * size / 1000
        self.canvas._code.append(
            f"BT /{font.name} {size:.2f} Tf 1 0 0 1 {start:.2f} {y:.2f} Tm {_shows(shown)} ET"
        )
        self.canvas._code += outlines


def _is_undecided(glyph: Glyph) -> bool:
    """Whether its text, like a blank or a digit, has no direction of its own."""
    return all(unicodedata.bidirectional(one) not in ("L", "R", "AL") for one in glyph.text)


def _shows(shown: Iterable[Shown]) -> str:
    """PDF's own words for showing numbers, the pen moved back where the line asks for less."""
    parts = [
        f"<{number}>{width - advance}" if width != advance else f"<{number}>"
        for number, width, advance in shown
    ]
    return f"[{''.join(parts)}] TJ".replace("><", "")
