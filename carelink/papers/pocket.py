"""How does a paper become a pocket card: one sheet of A4, printed on one side and folded small?

The lower half of the sheet is printed upside down, so that it stands upright on the card's back
once it is folded behind the upper half.
"""

import io
from collections.abc import Sequence
from typing import NamedTuple

from carelink.papers import blocks
from carelink.papers.fonts import read
from carelink.papers.pdf import describe, explained
from carelink.papers.pen import Pen
from carelink.papers.setting import set_blocks
from carelink.papers.strips import Strip, Stroke, Words, height_of, pages_of
from carelink.papers.style import ACCENT, MILLIMETRE, QUIET, RULE, style_of
from carelink.papers.worded import Setting, gap, one_line, worded

MORE = "More is on the A4 paper."
_SIDE, _TOP, _BOTTOM = 6 * MILLIMETRE, 9 * MILLIMETRE, 9 * MILLIMETRE
_FOOT = 5 * MILLIMETRE
_LABEL = 6.5


class Sheet(NamedTuple):
    """How a sheet of A4 is divided: `columns` panels above and as many below; sizes in points.

    `folds` says, from the left, what to do at the lines between the columns.
    """

    width: float
    height: float
    columns: int
    body: float
    folds: tuple[str, ...]

    @property
    def panel(self) -> tuple[float, float]:
        """The width and height of one panel."""
        return self.width / self.columns, self.height / 2


EIGHT = Sheet(297 * MILLIMETRE, 210 * MILLIMETRE, 4, 9, ("3. Fold", "2. Fold in half", "3. Fold"))
FOUR = Sheet(210 * MILLIMETRE, 297 * MILLIMETRE, 2, 11, ("2. Fold in half",))


def write_pocket_card(
    paper: blocks.Paper, fonts: blocks.Fonts, sheet: Sheet = EIGHT, more: str = MORE
) -> bytes:
    """The paper as a card of eight panels (A7), or of four (A6) with `sheet=FOUR`.

    A page break starts a new panel. What is too long goes on in the next panel while there are
    panels left, and ends with the words `more` when there are none.
    """
    width, height = sheet.panel
    setting = Setting(style_of(sheet.body, width - 2 * _SIDE), read(fonts))
    strips = [*_title(setting, paper), *set_blocks(setting, paper.blocks)]
    strips += explained(setting, strips)
    note = worded(setting, more, setting.style.small, bold=True)
    panels = _panels(strips, height - _TOP - _BOTTOM, sheet.columns * 2, note)
    file = io.BytesIO()
    pen = Pen(file, (sheet.width, sheet.height), paper.language)
    describe(pen, paper)
    _folds(pen, setting, sheet)
    for place, panel in enumerate(panels):
        _panel(pen, setting, sheet, place, panel)
        _foot(pen, setting, sheet, paper, place)
        pen.canvas.restoreState()
    pen.next_page()
    pen.canvas.save()
    return file.getvalue()


def _title(setting: Setting, paper: blocks.Paper) -> list[Strip]:
    style = setting.style
    strips = worded(setting, paper.title, style.headings[0], bold=True)
    strips += worded(setting, paper.person_name, style.headings[1], bold=True)
    for line in (blocks.born_when(paper), blocks.made_when(paper)):
        strips += worded(setting, line, style.small, colour=QUIET) if line else []
    strips.append(Strip(style.gap, (Stroke(0, style.gap, style.width, style.gap, 1.2, ACCENT),)))
    return [*strips, gap(style.gap)]


def _panels(
    strips: Sequence[Strip], height: float, count: int, note: Sequence[Strip]
) -> list[list[Strip]]:
    """The strips over the panels, a part on its own where there are panels enough."""
    parts = _parts(strips)
    divided = [pages_of(part, height) for part in parts]
    if sum(map(len, divided)) > count:
        running = pages_of((strip for part in parts for strip in part), height)
        if len(running) <= count or len(parts) > count:
            divided = [running]
    while sum(map(len, divided)) > count:
        # The longest part gives way: another that is short would lose all it says.
        longest = max(divided, key=len)
        longest.pop()
        longest[-1] = _ended(longest[-1], height, note)
    return [panel for part in divided for panel in part]


def _parts(strips: Sequence[Strip]) -> list[list[Strip]]:
    """The strips between the page breaks, which are left out."""
    parts: list[list[Strip]] = [[]]
    for strip in strips:
        if strip.new_page:
            parts.append([])
        else:
            parts[-1].append(strip)
    return [part for part in parts if part]


def _ended(panel: list[Strip], height: float, note: Sequence[Strip]) -> list[Strip]:
    """The panel, with the note at its end; a note that is there already is not said twice."""
    kept = [strip for strip in panel if strip not in note]
    while kept and height_of(kept) + height_of(note) > height:
        kept.pop()
    return [*kept, *note]


def _panel(pen: Pen, setting: Setting, sheet: Sheet, place: int, strips: Sequence[Strip]) -> None:
    """Draw a panel; the pen is left in its frame, to be restored by who asked."""
    width, height = sheet.panel
    pen.canvas.saveState()
    row, column = divmod(place, sheet.columns)
    if row:
        # Upside down: the first of the lower row is the one on the right.
        pen.canvas.translate(sheet.width - column * width, height)
        pen.canvas.rotate(180)
    else:
        pen.canvas.translate(column * width, height)
    pen.forget()
    pen.strips(strips, _SIDE, height - _TOP)


def _foot(pen: Pen, setting: Setting, sheet: Sheet, paper: blocks.Paper, place: int) -> None:
    """Whose card it is and which panel this is: a card may come apart."""
    size, width = setting.style.small * 0.85, setting.style.width
    number = one_line(setting, f"{place + 1} of {sheet.columns * 2}", size, width)
    room = width - number.width * size / 1000
    x = 0.0
    for text, share in ((paper.person_name, 0.45), (blocks.born_when(paper), 1)):
        line = one_line(setting, text, size, (room - x) * share)
        pen.words(Words(line, size, x, 0, QUIET), _SIDE, _FOOT)
        x += line.width * size / 1000 + size
    pen.words(Words(number, size, room, 0, QUIET), _SIDE, _FOOT)


def _folds(pen: Pen, setting: Setting, sheet: Sheet) -> None:
    """Fine broken lines where the sheet is folded, with the order of the folds."""
    width, height = sheet.panel
    pen.canvas.saveState()
    pen.canvas.setDash(2, 4)
    pen.stroke(Stroke(0, 0, sheet.width, 0, 0.5, RULE), 0, height)
    for column in range(1, sheet.columns):
        pen.stroke(Stroke(0, 0, 0, sheet.height, 0.5, RULE), column * width, sheet.height)
    pen.canvas.restoreState()
    pen.forget()
    labels = [("1. Fold this half behind", _SIDE - 4, height + 4)]
    labels += [
        (label, column * width, sheet.height - _TOP + 9)
        for column, label in enumerate(sheet.folds, 1)
    ]
    for label, x, y in labels:
        line = one_line(setting, label, _LABEL, width)
        pen.words(Words(line, _LABEL, 4, 0, QUIET), x, y)
