"""How is a text set into lines: its letters shaped, its words wrapped, its runs in order?

Lengths are in thousandths of the size of the type, so that one setting serves every size.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

import uharfbuzz as hb

from carelink.papers.directions import drawn_order, levels_of
from carelink.papers.fonts import Face, Place, Shelf
from carelink.papers.written import paragraphs, runs_right_to_left

# After these a word may go on in the next line; U+200B is a place to break that is not seen.
_BREAK_AFTER = frozenset("-‐–—/\\@_&=?፡\u200b")
_HELD_TOGETHER = frozenset("\xa0\u2007\u202f")


class Glyph(NamedTuple):
    """A shape: its number in the face, the text it stands for, how far it takes the pen.

    `across` and `up` move the shape itself and not the pen.
    """

    number: int
    text: str
    advance: int
    across: int = 0
    up: int = 0


class Run(NamedTuple):
    """Glyphs of one face in one direction, from left to right; `start` is from the line's left."""

    face: Face
    glyphs: tuple[Glyph, ...]
    start: int
    right_to_left: bool


class Line(NamedTuple):
    """One line as it is drawn; its runs are in the order in which they are read.

    `right_to_left` says on which side it starts.
    """

    runs: tuple[Run, ...]
    width: int
    right_to_left: bool


class _Span(NamedTuple):
    """A piece of a paragraph with one face and one level; `end` is exclusive."""

    start: int
    end: int
    place: Place
    level: int


def set_lines(text: str, shelf: Shelf, limit: float, right: bool | None = None) -> list[Line]:
    """The lines of a text none of which is wider than `limit`, as far as a letter is not.

    Each line that was typed starts anew and runs its own way, unless `right` says which.
    """
    lines: list[Line] = []
    for paragraph in paragraphs(text):
        way = runs_right_to_left(paragraph) if right is None else right
        spans = _spans(paragraph, shelf, way)
        advances = _advances(paragraph, spans, shelf)
        for start, end in _wrapped(paragraph, advances, limit):
            lines.append(_line(paragraph, start, end, spans, shelf, way))
    return lines


def _spans(text: str, shelf: Shelf, right: bool) -> list[_Span]:
    keys = list(zip(shelf.places(text), levels_of(text, right), strict=True))
    spans, start = [], 0
    for (place, level), same in groupby(keys):
        end = start + len(list(same))
        spans.append(_Span(start, end, place, level))
        start = end
    return spans


def _advances(text: str, spans: list[_Span], shelf: Shelf) -> list[int]:
    """How far each character takes the pen; what is drawn with another counts there."""
    advances = [0] * len(text)
    for start, end, place, level in spans:
        at = start
        glyphs = _shaped(text[start:end], place, shelf.square, bool(level % 2))
        for glyph in reversed(glyphs) if level % 2 else glyphs:
            advances[at] += glyph.advance
            at += len(glyph.text)
    return advances


def _wrapped(text: str, advances: list[int], limit: float) -> Iterator[tuple[int, int]]:
    """Where each line starts and ends; blanks at its end are left out, and nothing else is.

    A word longer than a line is cut before a letter: marks take no room and stay with theirs.
    """
    so_far = [0, *accumulate(advances)]
    start = 0
    while True:
        end, may_end, at = len(text), 0, start
        for at in range(start, len(text)):
            if so_far[at + 1] - so_far[start] > limit and not text[at].isspace() and at > start:
                end = may_end or at
                break
            if _may_break_after(text[at]):
                may_end = at + 1
        if end == len(text):
            yield start, start + len(text[start:].rstrip())
            return
        yield start, start + len(text[start:end].rstrip())
        start = end


def _may_break_after(character: str) -> bool:
    blank = character.isspace() and character not in _HELD_TOGETHER
    return blank or character in _BREAK_AFTER


def _line(text: str, start: int, end: int, spans: list[_Span], shelf: Shelf, right: bool) -> Line:
    cut = [
        span._replace(start=max(span.start, start), end=min(span.end, end))
        for span in spans
        if span.start < end and span.end > start
    ]
    runs: dict[int, Run] = {}
    pen = 0
    for place in drawn_order([span.level for span in cut]):
        span = cut[place]
        right_to_left = bool(span.level % 2)
        piece = text[span.start : span.end]
        glyphs = _shaped(piece, span.place, shelf.square, right_to_left)
        runs[place] = Run(span.place.face, glyphs, pen, right_to_left)
        pen += sum(glyph.advance for glyph in glyphs)
    return Line(tuple(runs[place] for place in sorted(runs)), pen, right)


@lru_cache(maxsize=4096)
def _shaped(text: str, place: Place, square: int, right: bool) -> tuple[Glyph, ...]:
    """The glyphs of a text from left to right."""
    face = place.face
    if not place.shaped:
        squares = [Glyph(square, one, face.width(square)) for one in text]
        return tuple(reversed(squares) if right else squares)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right else "ltr"
    hb.shape(face.font, buffer, {})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    glyphs = [
        Glyph(
            info.codepoint,
            text[info.cluster : ends.pop(info.cluster, info.cluster)],
            position.x_advance,
            position.x_offset,
            position.y_offset,
        )
        for info, position in zip(infos, positions, strict=True)
    ]
    clusters = [info.cluster for info in infos]
    return tuple(_in_reading_order(glyphs, clusters) if right else glyphs)


def _in_reading_order(glyphs: list[Glyph], clusters: list[int]) -> list[Glyph]:
    """The same ink, the last letter first: marks on signs of no alphabet come the other way."""
    order = sorted(range(len(glyphs)), key=lambda place: -clusters[place])
    if order == list(range(len(glyphs))):
        return glyphs
    stood = [0, *accumulate(glyph.advance for glyph in glyphs)]
    pen, ordered = 0, []
    for place in order:
        glyph = glyphs[place]
        ordered.append(glyph._replace(across=glyph.across + stood[place] - pen))
        pen += glyph.advance
    return ordered
