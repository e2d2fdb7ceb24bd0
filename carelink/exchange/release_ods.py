"""How does a release become an .ods? The same sheets as the .xlsx, in the open format.

Built on an empty spreadsheet of the library with everything of its own taken out: its picture, its
language, who made it and when. Nothing is reckoned, merged or hidden.
"""

import io
from collections.abc import Sequence
from datetime import datetime, time
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from odfdo import Document, Element, Style

from carelink.exchange.fixed_zip import with_fixed_times
from carelink.exchange.pack_workbook import cut
from carelink.release.release import Release
from carelink.release.sheets import Sheet, Value, sheets_of, title_said

_HEADING, _HEADER, _QUIET = "heading", "header", "quiet"
_LOOKS: dict[str, dict[str, Any]] = {
    _HEADING: {"weight": "bold", "size": "14pt"},
    _HEADER: {"weight": "bold"},
    _QUIET: {"color": "#555A61"},
}
_TINT = "#F3F1EC"
_NOT_OURS = ("Thumbnails/thumbnail.png", "manifest.rdf")


def release_ods(release: Release) -> bytes:
    """The release as .ods; the same release gives the same bytes."""
    document = Document("spreadsheet")
    _strip(document, release)
    for name, look in _LOOKS.items():
        style = Style("table-cell", area="text", name=name, **look)
        if name == _HEADER:
            style.set_properties(area="table-cell", background_color=_TINT)
        document.insert_style(style, automatic=True)
    document.body.clear()
    for sheet in sheets_of(release):
        document.body.append(_table(sheet))
    file = io.BytesIO()
    document.save(file)
    return with_fixed_times(file.getvalue())


def _strip(document: Document, release: Release) -> None:
    """The file says its title, day and hash, and nothing else of anybody."""
    for part in _NOT_OURS:
        document.del_part(part)
        document.manifest.del_full_path(part)
    meta, day = document.meta, datetime.combine(release.as_at, time())
    for child in list(meta.get_meta_body().children):
        meta.get_meta_body().delete(child)
    meta.title = cut(title_said(release))
    meta.description = f"Hash {release.hash}"
    meta.language = "en-GB"
    meta.creation_date = meta.date = day
    meta.generator = "CareLink"


def _table(sheet: Sheet) -> Element:
    """The sheet as one element, written as text: building it cell by cell takes many seconds."""
    rows = [_row((sheet.heading,), _HEADING), *(_row((says,), _QUIET) for says in sheet.says)]
    for block in sheet.blocks:
        rows.append(_row(()))
        if block.title:
            rows.append(_row((block.title,), _HEADER))
        rows.append(_row(block.headers, _HEADER))
        rows += [_row(row) for row in block.rows]
    rows += [_row(()), *(_row((note,), _QUIET) for note in sheet.notes)]
    name, columns = quoteattr(sheet.name), max(len(block.headers) for block in sheet.blocks)
    return Element.from_tag(
        f"<table:table table:name={name}>"
        f'<table:table-column table:number-columns-repeated="{columns}"/>'
        f"{''.join(rows)}</table:table>"
    )


def _row(values: Sequence[Value], style: str = "") -> str:
    """A row without what is blank at its end; blanks in a line are one cell, so often repeated."""
    filled = len(values)
    while filled and values[filled - 1] == "":
        filled -= 1
    cells = []
    for blank, run in groupby(values[:filled], key=lambda value: value == ""):
        held = list(run)
        if blank:
            cells.append(f'<table:table-cell table:number-columns-repeated="{len(held)}"/>')
        else:
            cells += [_cell(value, style) for value in held]
    return f"<table:table-row>{''.join(cells) or '<table:table-cell/>'}</table:table-row>"


def _cell(value: Value, style: str) -> str:
    look = f' table:style-name="{style}"' if style else ""
    if isinstance(value, int):
        kind = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell{look} {kind}><text:p>{value}</text:p></table:table-cell>"
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in cut(value).split("\n"))
    return f'<table:table-cell{look} office:value-type="string">{lines}</table:table-cell>'
