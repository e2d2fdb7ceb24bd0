"""How does a paper become one page of HTML, for a phone, a screen reader or a printer?

The page stands by itself: no script, nothing loaded from anywhere, and its policy forbids both.
"""

import base64
import hashlib
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from carelink.papers import blocks, style
from carelink.papers.written import paragraphs, runs_right_to_left, script_of

_STYLE = style.PAGE_STYLE
_POLICY = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
_KINDS = {blocks.ParaKind.LEAD: "lead", blocks.ParaKind.SMALL: "small"}
_SHORT = 17  # letters; "24 September 2026" stays on one line where the screen is wide
_LINE_TO_WRITE_ON = '<p class="write" aria-label="Space to write"></p>'


def write_html(paper: blocks.Paper) -> bytes:
    """The paper as one HTML file in UTF-8."""
    when = " · ".join(filter(None, (blocks.born_when(paper), blocks.made_when(paper))))
    parts = [
        "<!doctype html>",
        f'<html lang="{escape(paper.language)}" dir="ltr">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="description" content="{escape(paper.about)}">' if paper.about else "",
        f"<title>{_one_line(' – '.join(filter(None, (paper.title, paper.person_name))))}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        _body(paper),
        "<header>",
        _worded("h1", paper.title),
        _worded("p", paper.person_name, "whom") if paper.person_name else "",
        _worded("p", when, "when"),
        "</header>",
        "<main>",
        *(_SETTERS[type(block)](block) for block in paper.blocks),
        "</main>",
        _worded("p", paper.foot, "small foot") if paper.foot else "",
        "</body>",
        "</html>",
    ]
    return "\n".join(part for part in parts if part).encode() + b"\n"


def _body(paper: blocks.Paper) -> str:
    kinds = {"landscape": paper.landscape, "wide-page": paper.wide}
    kind = " ".join(name for name, holds in kinds.items() if holds)
    return f'<body class="{kind}">' if kind else "<body>"


def _policy() -> str:
    return _POLICY.format(base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode())


def _one_line(text: str) -> str:
    return escape(" ".join(paragraphs(text)))


def _direction(text: str) -> str:
    """The attributes of an element that holds only this text."""
    script = script_of(text)
    language = f' lang="und-{script}"' if script else ""
    return f' dir="rtl"{language}' if runs_right_to_left(text) else language


def _worded(tag: str, text: str, kind: str = "", more: str = "") -> str:
    """An element holding the text; each line that was typed keeps its own direction."""
    typed = paragraphs(text)
    start = tag + (f' class="{kind}"' if kind else "") + more
    if len(typed) == 1:
        return f"<{start}{_direction(typed[0])}>{escape(typed[0])}</{tag}>"
    inner = "".join(
        f'<span class="line"{_direction(one)}>{escape(one) or "&nbsp;"}</span>' for one in typed
    )
    return f"<{start}>{inner}</{tag}>"


def _heading(block: blocks.Heading) -> str:
    return _worded(f"h{min(max(block.level, 1), 3) + 1}", block.text)


def _para(block: blocks.Para) -> str:
    if not block.text:
        return ""
    if block.kind is not blocks.ParaKind.QUOTE:
        return _worded("p", block.text, _KINDS.get(block.kind, ""))
    by = _worded("footer", block.by) if block.by else ""
    return f"<blockquote>{_worded('p', block.text)}{by}</blockquote>"


def _lines(block: blocks.Lines) -> str:
    rows = (
        f"<div>{_worded('dt', label)}{_worded('dd', value)}</div>" for label, value in block.rows
    )
    return f"<dl>{''.join(rows)}</dl>" if block.rows else ""


def _bullets(block: blocks.Bullets) -> str:
    tag = "ol" if block.numbered else "ul"
    items = "".join(_worded("li", item) for item in block.items)
    return f"<{tag}>{items}</{tag}>" if items else ""


def _table(block: blocks.Table) -> str:
    caption = _worded("caption", block.caption) if block.caption else ""
    head = "".join(_worded("th", header, more=' scope="col"') for header in block.headers)
    rows = "".join(f"<tr>{_row(row)}</tr>\n" for row in block.rows)
    return (
        f'<div class="wide" role="region" aria-label="{_one_line(block.caption or "Table")}" '
        f'tabindex="0"><table>{caption}<thead><tr>{head}</tr></thead>\n'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(cells: Iterable[str]) -> str:
    first, *others = cells
    named = _worded("th", first, more=' scope="row"')
    return named + "".join(
        _worded("td", cell, "short" if len(cell) <= _SHORT else "") for cell in others
    )


def _box(block: blocks.Box) -> str:
    title = _worded("p", block.title, "box-title") if block.title else ""
    text = _worded("p", block.text) if block.text else ""
    return f'<section class="box">{title}{text}{_LINE_TO_WRITE_ON * block.empty_lines}</section>'


def _checkboxes(block: blocks.Checkboxes) -> str:
    items = "".join(
        f'<li class="tick"><span role="img" aria-label="{"Ticked" if ticked else "Not ticked"}">'
        f"{'☑' if ticked else '☐'}</span>{_worded('span', text, 'what')}</li>"
        for text, ticked in block.items
    )
    return f'<ul class="ticks">{items}</ul>' if items else ""


def _signatures(block: blocks.Signatures) -> str:
    rows = (
        f'<div class="sign">{_worded("p", who)}{_LINE_TO_WRITE_ON}<p>Date</p>{_LINE_TO_WRITE_ON}'
        "</div>"
        for who in block.people
    )
    return "".join(rows)


def _picture(block: blocks.Picture) -> str:
    """The drawing as SVG in the page; what looks how is said by the page's own style."""
    shapes = "".join(_shape(one) for one in block.shapes)
    caption = _worded("figcaption", block.caption) if block.caption else ""
    return (
        f'<figure>{caption}<svg role="img" aria-label="{_one_line(block.alt)}" '
        f'viewBox="0 0 {blocks.PICTURE_WIDTH} {block.height:g}">{shapes}</svg></figure>'
    )


def _shape(shape: blocks.Bar | blocks.Stretch | blocks.Label) -> str:
    kind = f'class="{shape.ink}"'
    if isinstance(shape, blocks.Bar):
        size = f'width="{shape.width:g}" height="{shape.height:g}"'
        return f'<rect {kind} x="{shape.x:g}" y="{shape.down:g}" {size}/>'
    if isinstance(shape, blocks.Stretch):
        ends = f'x1="{shape.x:g}" y1="{shape.down:g}" x2="{shape.to_x:g}" y2="{shape.to_down:g}"'
        return f'<line {kind} {ends} stroke-width="{shape.thick:g}"/>'
    place = f'x="{shape.x:g}" y="{shape.down:g}" font-size="{blocks.PICTURE_LETTERS}"'
    return f'<text {kind} {place} text-anchor="{shape.anchor}">{_one_line(shape.text)}</text>'


def _page_break(_: blocks.PageBreak) -> str:
    return '<div class="new-page"></div>'


_SETTERS: dict[type, Callable[[Any], str]] = {
    blocks.Heading: _heading,
    blocks.Para: _para,
    blocks.Lines: _lines,
    blocks.Bullets: _bullets,
    blocks.Table: _table,
    blocks.Box: _box,
    blocks.Checkboxes: _checkboxes,
    blocks.Signatures: _signatures,
    blocks.PageBreak: _page_break,
    blocks.Picture: _picture,
}
