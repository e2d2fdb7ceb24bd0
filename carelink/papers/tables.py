"""How is a table set: how wide its columns, its head again on each page, any row however high?"""

from collections.abc import Sequence
from itertools import zip_longest

from carelink.papers.blocks import Table
from carelink.papers.lines import Line
from carelink.papers.strips import Fill, Mark, Strip, Stroke, glue
from carelink.papers.style import ACCENT, HAIR, INK, TINT
from carelink.papers.worded import Setting, baseline, gap, no_row_alone, placed, worded

_LINES_KEPT_TOGETHER = 12  # of one row
_HEAD_LINES_REPEATED = 6
_LETTERS_THAT_COUNT = 120  # a cell longer than this is wrapped anyway


def set_table(setting: Setting, block: Table) -> list[Strip]:
    """The table as strips; a row is kept on one page unless it is very high."""
    style = setting.style
    count = max((len(row) for row in (block.headers, *block.rows)), default=0)
    if not count:
        return []
    widths = _widths(setting, block, count)
    above: list[Strip] = []
    if block.caption:
        above = glue([*worded(setting, block.caption, style.body, bold=True), gap(4)])
        above[-1] = above[-1]._replace(glued=True)
    head = _row(setting, block.headers, widths, head=True) if any(block.headers) else []
    again = tuple(head) if len(head) <= _HEAD_LINES_REPEATED + 2 else ()
    rows = [
        [strip._replace(again=again) for strip in _row(setting, row, widths)] for row in block.rows
    ]
    headed = [*above, *(strip._replace(glued=True) for strip in head)]
    return [*headed, *no_row_alone(setting, rows), gap(style.gap * 1.3)]


def _row(
    setting: Setting, cells: Sequence[str], widths: Sequence[float], head: bool = False
) -> list[Strip]:
    """A row as strips: room above, a strip for each line, room below with the rule."""
    style, pad = setting.style, _pad(setting)
    columns: list[list[Line]] = []
    for cell, width in zip(cells, widths, strict=False):
        columns.append(setting.lines(cell, style.body, width - 2 * pad, bold=head))
    height = setting.line_height(style.body)
    strips = [Strip(pad * 0.7)]
    for lines in zip_longest(*columns):
        x, marks = 0.0, []
        for line, width in zip(lines, widths, strict=False):
            if line:
                down = baseline(height, style.body)
                marks.append(placed(line, style.body, x + pad, width - 2 * pad, down, INK))
            x += width
        strips.append(Strip(height, tuple(marks)))
    rule = Stroke(0, pad * 0.7, style.width, pad * 0.7, *((1.6, ACCENT) if head else (0.8, HAIR)))
    strips.append(Strip(pad * 0.7, (rule,)))
    if head:
        strips = [_tinted(strip, style.width) for strip in strips]
    if len(strips) <= _LINES_KEPT_TOGETHER:
        return glue(strips)
    strips[0] = strips[0]._replace(glued=True)
    strips[-2] = strips[-2]._replace(glued=True)
    return strips


def _tinted(strip: Strip, width: float) -> Strip:
    tint: Mark = Fill(0, 0, width, strip.height, TINT)
    return strip._replace(marks=(tint, *strip.marks))


def _pad(setting: Setting) -> float:
    return setting.style.body * 0.5


def _widths(setting: Setting, block: Table, count: int) -> list[float]:
    """How wide each column is: by its shares, else by its words; together as wide as a line."""
    width = setting.style.width
    if len(block.shares) == count and sum(block.shares) > 0:
        return _by_shares(width, block.shares, [_longest_word(setting, h) for h in block.headers])
    wanted = [_wanted(setting, block, place) for place in range(count)]
    widths = dict.fromkeys(range(count), 0.0)
    room = width
    for done, place in enumerate(sorted(widths, key=wanted.__getitem__)):
        # The narrow columns have what they want, and the wide ones an even part of the rest.
        widths[place] = min(wanted[place], room / (count - done))
        room -= widths[place]
    return [widths[place] + room * wanted[place] / sum(wanted) for place in widths]


def _by_shares(width: float, shares: Sequence[int], least: Sequence[float]) -> list[float]:
    """By their shares, but no column narrower than a word of its header, where there is room."""
    widths = [width * share / sum(shares) for share in shares]
    lacking = sum(max(0.0, wanted - has) for wanted, has in zip(least, widths, strict=False))
    spare = [max(0.0, has - wanted) for wanted, has in zip(least, widths, strict=False)]
    if not lacking or len(least) != len(widths) or lacking > sum(spare):
        return widths
    given = lacking / sum(spare)
    return [
        max(has, wanted) if not room else has - room * given
        for has, wanted, room in zip(widths, least, spare, strict=True)
    ]


def _longest_word(setting: Setting, header: str) -> float:
    """How wide the longest word of a header is, with the room beside it."""
    size, width = setting.style.body, setting.style.width
    lines = [setting.lines(word, size, width, bold=True)[0] for word in header.split()]
    widest = max((line.width * size / 1000 for line in lines), default=0.0)
    return widest + 2 * _pad(setting) + 0.1


def _wanted(setting: Setting, block: Table, place: int) -> float:
    """How wide the column would be by its longest cell, in points."""
    style = setting.style
    widest = style.body * 3
    for at, row in enumerate((block.headers, *block.rows)):
        cell = row[place] if place < len(row) else ""
        for line in setting.lines(cell[:_LETTERS_THAT_COUNT], style.body, style.width, bold=not at):
            widest = max(widest, line.width * style.body / 1000)
    # A hair more, so that a cell as wide as its column is not wrapped for a rounding.
    return min(widest, style.width) + 2 * _pad(setting) + 0.1
