"""How does a paper become a PDF on A4: the title, the strips by page, who and where at the foot?

The PDF is untagged, for ReportLab writes no structure: always give the page of `html` beside it.
"""

import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from carelink.papers import blocks
from carelink.papers.fonts import Shelf, read
from carelink.papers.pen import Pen
from carelink.papers.setting import set_blocks
from carelink.papers.strips import Fill, Strip, Stroke, Words, pages_of
from carelink.papers.style import ACCENT, MILLIMETRE, QUIET, RULE, TINT, style_of
from carelink.papers.worded import Setting, gap, one_line, worded
from carelink.papers.written import printed

A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)
_LARGE = 18.0
_SQUARE_SAYS = (
    "□ stands for a character that this print has no shape for. "
    "The same paper as a web page shows it."
)


class Sheet(NamedTuple):
    """A page and its margins, in points."""

    width: float
    height: float
    side: float
    top: float
    bottom: float
    foot: float


_UPRIGHT = Sheet(*A4, 25 * MILLIMETRE, 22 * MILLIMETRE, 30 * MILLIMETRE, 17 * MILLIMETRE)
# A wide table needs the room that a margin for reading takes.
_LANDSCAPE = Sheet(A4[1], A4[0], 14 * MILLIMETRE, 15 * MILLIMETRE, 20 * MILLIMETRE, 10 * MILLIMETRE)


def write_pdf(paper: blocks.Paper, fonts: blocks.Fonts, large: bool = False) -> bytes:
    """The paper as a PDF; `large` sets it in 18 points rather than in its own size."""
    sheet = _LANDSCAPE if paper.landscape else _UPRIGHT
    style = style_of(_LARGE if large else paper.points, sheet.width - 2 * sheet.side)
    setting = Setting(style, read(fonts))
    strips = [*_title(setting, paper), *set_blocks(setting, paper.blocks)]
    strips += explained(setting, strips)
    pages = pages_of(strips, sheet.height - sheet.top - sheet.bottom)
    file = io.BytesIO()
    pen = Pen(file, (sheet.width, sheet.height), paper.language)
    describe(pen, paper)
    _draw(pen, setting, paper, pages, sheet)
    pen.canvas.save()
    return file.getvalue()


def describe(pen: Pen, paper: blocks.Paper) -> None:
    """What the file says of itself, and that a window showing it names it so."""
    title = " – ".join(filter(None, (paper.title, paper.person_name)))
    pen.canvas.setTitle(" ".join(printed(title).split()))
    pen.canvas.setCreator("CareLink")
    if paper.about:
        pen.canvas.setSubject(paper.about)
    # The day on the paper, where ReportLab would write that it was made in the year 2000.
    pen.canvas.setDateFormatter(lambda *_: f"D:{paper.made_on:%Y%m%d}000000Z")
    pen.canvas.setViewerPreference("DisplayDocTitle", "true")


def explained(setting: Setting, strips: Iterable[Strip]) -> list[Strip]:
    """A sentence for the end of a paper that had to show a square for some character."""
    if not any(_has_square(strip, setting.faces.regular) for strip in strips):
        return []
    style = setting.style
    return [gap(style.gap), *worded(setting, _SQUARE_SAYS, style.small, colour=QUIET)]


def _has_square(strip: Strip, shelf: Shelf) -> bool:
    return any(
        glyph.number == shelf.square and run.face is shelf.stand_in.face and glyph.text != "□"
        for mark in strip.marks
        if isinstance(mark, Words)
        for run in mark.line.runs
        for glyph in run.glyphs
    )


def _title(setting: Setting, paper: blocks.Paper) -> list[Strip]:
    """The head of the first page: whose and what, on a tint closed by a rule."""
    style = setting.style
    x, width = style.body, style.width - 2 * style.body
    strips = worded(setting, paper.title, style.title, x, width, bold=True)
    if paper.person_name:
        strips += worded(setting, paper.person_name, style.headings[1], x, width, bold=True)
    when = " · ".join(filter(None, (blocks.born_when(paper), blocks.made_when(paper))))
    strips.append(Strip(style.body * 0.2))
    strips += worded(setting, when, style.small, x, width, colour=QUIET)
    tinted = [
        strip._replace(marks=(Fill(0, 0, style.width, strip.height, TINT), *strip.marks))
        for strip in (Strip(style.body * 0.6), *strips, Strip(style.body * 0.8))
    ]
    rule = Strip(2, (Stroke(0, 0, style.width, 0, 2, ACCENT),))
    return [*tinted, rule, gap(style.gap * 1.8)]


def _draw(
    pen: Pen,
    setting: Setting,
    paper: blocks.Paper,
    pages: Sequence[Sequence[Strip]],
    sheet: Sheet,
) -> None:
    top, last_level = sheet.height - sheet.top, -1
    whom = _whom(setting, paper)
    for number, page in enumerate(pages, 1):
        y = top
        for place, strip in enumerate(page):
            if strip.outline:
                # A level may be left out on paper, and not in the outline of a PDF.
                last_level = min(strip.outline[0], last_level + 1)
                pen.note(f"{number}-{place}", strip.outline[1], last_level, y)
            y -= strip.height
        pen.strips(page, sheet.side, top)
        _foot(pen, setting, whom, f"Page {number} of {len(pages)}", sheet)
        pen.next_page()


def _whom(setting: Setting, paper: blocks.Paper) -> list[Words]:
    """Whose paper it is, for the foot of each page; a very long name is cut, never the date.

    A paper about nobody says there what it has to say of itself.
    """
    style, marks = setting.style, []
    x, room = 0.0, 0.5 if paper.person_name else 0.8
    said = (paper.person_name, blocks.born_when(paper)) if paper.person_name else (paper.foot,)
    for text in filter(None, said):
        line = one_line(setting, text, style.small, style.width * room)
        marks.append(Words(line, style.small, x, 0, QUIET))
        x += line.width * style.small / 1000 + style.small * 1.2
    return marks


def _foot(pen: Pen, setting: Setting, whom: Iterable[Words], page: str, sheet: Sheet) -> None:
    style = setting.style
    rule = Stroke(0, 0, style.width, 0, 0.6, RULE)
    pen.stroke(rule, sheet.side, sheet.foot + style.small * 1.6)
    for words in whom:
        pen.words(words, sheet.side, sheet.foot)
    line = one_line(setting, page, style.small, style.width)
    x = style.width - line.width * style.small / 1000
    pen.words(Words(line, style.small, x, 0, QUIET), sheet.side, sheet.foot)
