"""How is each block set into strips: which size, which grey, how far apart?"""

from collections.abc import Callable, Iterable
from typing import Any

from carelink.papers import blocks
from carelink.papers.drawn import set_picture
from carelink.papers.strips import Corner, Mark, Strip, Stroke, glue
from carelink.papers.style import ACCENT, INK, QUIET, RULE, Style
from carelink.papers.tables import set_table
from carelink.papers.worded import (
    Setting,
    baseline,
    gap,
    no_row_alone,
    placed,
    side_by_side,
    worded,
)
from carelink.papers.written import printed, runs_right_to_left

_TICKED, _NOT_TICKED = "☑", "☐"
_RADIUS = 5.0


def set_blocks(setting: Setting, given: Iterable[blocks.Block]) -> list[Strip]:
    """All blocks, one below the other."""
    strips: list[Strip] = []
    for block in given:
        strips += _SETTERS[type(block)](setting, block)
    return strips


def _heading(setting: Setting, block: blocks.Heading) -> list[Strip]:
    level = min(max(block.level, 1), 3)
    size = setting.style.headings[level - 1]
    colour = ACCENT if level == 1 else INK
    strips = worded(setting, block.text, size, bold=True, colour=colour)
    if block.text:
        strips[0] = strips[0]._replace(outline=(level - 1, " ".join(printed(block.text).split())))
    above = gap(setting.style.gap * (1.9, 1.1, 0.7)[level - 1], glued=True)
    return [s._replace(glued=True) for s in (above, *strips, gap(setting.style.gap * 0.35))]


def _para(setting: Setting, block: blocks.Para) -> list[Strip]:
    style = setting.style
    if not block.text:
        return []
    if block.kind is blocks.ParaKind.QUOTE:
        return _quote(setting, block)
    size, colour = {
        blocks.ParaKind.LEAD: (style.lead, INK),
        blocks.ParaKind.SMALL: (style.small, QUIET),
    }.get(block.kind, (style.body, INK))
    return [*worded(setting, block.text, size, colour=colour), gap(style.gap)]


def _quote(setting: Setting, block: blocks.Para) -> list[Strip]:
    """Somebody's words, with a bar on the side from which they are read."""
    style, inset = setting.style, setting.style.body * 1.4
    right = runs_right_to_left(block.text)
    x, width = (0.0 if right else inset), style.width - inset
    strips = worded(setting, block.text, style.body, x, width)
    if block.by:
        by = worded(setting, f"— {block.by}", style.small, x, width, colour=QUIET, right=right)
        strips = [*strips[:-1], *glue([strips[-1], *by])]
    at = style.width - 1.5 if right else 1.5
    edge = style.body * 0.15
    strips = [Strip(edge, glued=True), *strips[:-1], strips[-1]._replace(glued=True), Strip(edge)]
    barred = [
        strip._replace(marks=(*strip.marks, Stroke(at, 0, at, strip.height, 3, ACCENT)))
        for strip in strips
    ]
    return [gap(style.gap * 0.2, glued=True), *barred, gap(style.gap * 1.3)]


def _lines(setting: Setting, block: blocks.Lines) -> list[Strip]:
    style = setting.style
    rows = [
        side_by_side(
            setting,
            ((label, 0, style.width * 0.34, QUIET), (value, style.width * 0.38, None, INK)),
        )
        for label, value in block.rows
    ]
    return [*no_row_alone(setting, rows), gap(style.gap)] if rows else []


def _bullets(setting: Setting, block: blocks.Bullets) -> list[Strip]:
    signs = [f"{place}." if block.numbered else "•" for place in range(1, len(block.items) + 1)]
    return _with_signs(setting, list(zip(signs, block.items, strict=True)))


def _checkboxes(setting: Setting, block: blocks.Checkboxes) -> list[Strip]:
    items = [(_TICKED if ticked else _NOT_TICKED, text) for text, ticked in block.items]
    return _with_signs(setting, items, times=1.2)


def _with_signs(setting: Setting, items: list[tuple[str, str]], times: float = 1) -> list[Strip]:
    """Texts with a sign before each, on the side from which they are read."""
    style = setting.style
    rows: list[list[Strip]] = []
    inset = style.body * max(1.7, 0.75 + 0.62 * max((len(sign) for sign, _ in items), default=0))
    for sign, text in items:
        right = runs_right_to_left(text)
        item = worded(setting, text, style.body, 0 if right else inset, style.width - inset)
        size = style.body * times
        (line,) = setting.lines(sign, size, inset * 2, right=right)
        at = placed(line, size, 0, style.width, baseline(item[0].height, size), ACCENT)
        item[0] = item[0]._replace(marks=(at, *item[0].marks))
        item[-1] = item[-1]._replace(glued=True)
        rows.append([*item, gap(style.body * 0.28)])
    return [*no_row_alone(setting, rows), gap(style.gap * 0.7)] if rows else []


def _box(setting: Setting, block: blocks.Box) -> list[Strip]:
    style, pad = setting.style, setting.style.body
    width = style.width - 2 * pad
    within: list[Strip] = []
    if block.title:
        within += [*worded(setting, block.title, style.body, pad, width, bold=True), Strip(4)]
    if block.text:
        within += worded(setting, block.text, style.body, pad, width)
    room = style.line_to_write_on
    rule = Stroke(pad, room, pad + width, room, 0.6, RULE)
    within += [Strip(room, (rule,))] * block.empty_lines
    strips = [
        _cornered(Strip(pad * 0.7), style.width, top=True),
        *(_edged(strip, style.width) for strip in within),
        _cornered(Strip(pad * (1.1 if block.empty_lines else 0.8)), style.width, top=False),
    ]
    return [gap(style.gap * 0.5), *glue(strips), gap(style.gap * 1.3)]


def _edged(strip: Strip, width: float) -> Strip:
    """The strip between the edges of a box."""
    edges = (Stroke(x, 0, x, strip.height, 1, RULE) for x in (0, width))
    return strip._replace(marks=(*strip.marks, *edges))


def _cornered(strip: Strip, width: float, top: bool) -> Strip:
    """The strip that opens or closes a box, with rounded corners."""
    down = 0 if top else strip.height
    straight = (_RADIUS, strip.height) if top else (0, strip.height - _RADIUS)
    marks: list[Mark] = [Stroke(x, straight[0], x, straight[1], 1, RULE) for x in (0, width)]
    marks.append(Stroke(_RADIUS, down, width - _RADIUS, down, 1, RULE))
    right, left = (0, 1) if top else (3, 2)
    marks += [Corner(x, down, _RADIUS, q, 1, RULE) for x, q in ((width, right), (0, left))]
    return strip._replace(marks=tuple(marks))


def _signatures(setting: Setting, block: blocks.Signatures) -> list[Strip]:
    style = setting.style
    strips: list[Strip] = []
    for who in block.people:
        strips += glue(
            [
                *worded(setting, who, style.body, bold=True),
                _room_to_sign(style),
                _what_to_sign(setting),
                gap(style.gap * 1.4),
            ]
        )
    # Nobody signs on a page of their own, away from what is agreed to.
    return [gap(style.gap, glued=True), *glue(strips)] if strips else []


def _room_to_sign(style: Style) -> Strip:
    room, edge = style.line_to_write_on * 1.15, style.width * 0.62
    lines = ((0.0, edge), (edge + style.body * 1.5, style.width))
    return Strip(room, tuple(Stroke(x, room, to, room, 0.8, INK) for x, to in lines))


def _what_to_sign(setting: Setting) -> Strip:
    style = setting.style
    height = setting.line_height(style.small)
    marks = []
    for what, x in (("Signature", 0.0), ("Date", style.width * 0.62 + style.body * 1.5)):
        (line,) = setting.lines(what, style.small, style.width)
        marks.append(placed(line, style.small, x, 0, baseline(height, style.small), QUIET))
    return Strip(height, tuple(marks))


def _page_break(_: Setting, __: blocks.PageBreak) -> list[Strip]:
    return [Strip(0, gap=True, new_page=True)]


_SETTERS: dict[type, Callable[[Setting, Any], list[Strip]]] = {
    blocks.Heading: _heading,
    blocks.Para: _para,
    blocks.Lines: _lines,
    blocks.Bullets: _bullets,
    blocks.Table: set_table,
    blocks.Box: _box,
    blocks.Checkboxes: _checkboxes,
    blocks.Signatures: _signatures,
    blocks.PageBreak: _page_break,
    blocks.Picture: set_picture,
}
