"""How does the pack of a meeting become a spreadsheet? Words as words, numbers and days as such.

Nothing in it is ever reckoned: a text that begins like a formula is marked as text twice over, in
the file and for whoever edits the cell later. Source: trust, 18.
"""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from carelink.dates import show
from carelink.meetings.audience import packaged_audiences
from carelink.meetings.pack import Pack, Value
from carelink.words import UNPRINTABLE

_LONGEST_CELL = 32_767
_LETTERS_A_SHARE = 9
_BOLD, _WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")
_DAY, _WHOLE, _MONEY = "d mmmm yyyy", "#,##0", "£#,##0.00"
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
# What a spreadsheet may take for the beginning of something to reckon.
_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n")


class _Table(NamedTuple):
    """One sheet: its name, its headers, how wide each is, which hold pence, and the rows."""

    name: str
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    pence: frozenset[int]
    rows: Sequence[tuple[Value, ...]]


def write_workbook(pack: Pack) -> bytes:
    """The pack as .xlsx: the list, what is open, what was decided, what the pack says of itself."""
    book = Workbook()
    book.properties.creator = "CareLink"
    book.properties.title = cut(pack.title)
    book.properties.created = datetime.combine(pack.as_at, time())
    for place, table in enumerate((_list(pack), _open(pack), _decided(pack), _about(pack))):
        sheet = book.worksheets[0] if place == 0 else book.create_sheet()
        _fill(sheet, table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _list(pack: Pack) -> _Table:
    headers = ("Group", "Young person", *(c.title for c in pack.columns), "Why on this list")
    shares = (3, 3, *(column.share for column in pack.columns), 5)
    pence = frozenset(place for place, column in enumerate(pack.columns, 2) if column.pence)
    rows = [
        (group.title, row.name, *row.cells, row.reason)
        for group in pack.groups
        for row in group.rows
    ]
    return _Table("The list", headers, shares, pence, rows)


def _open(pack: Pack) -> _Table:
    headers = ("About", "What is to be done", "Who", "Asked for", "Due by", "Meetings since", "How")
    rows: list[tuple[Value, ...]] = [
        (
            one.name or "Nobody in particular",
            *(one.what, one.by_whom, one.set_on, one.due_on, one.times, one.stands),
        )
        for one in pack.carried
    ]
    return _Table("Still open", headers, (3, 5, 3, 2, 2, 2, 5), frozenset(), rows)


def _decided(pack: Pack) -> _Table:
    rows = [(one.name, one.says) for one in pack.decided]
    return _Table("Decided last time", ("About", "What was decided"), (3, 9), frozenset(), rows)


def _about(pack: Pack) -> _Table:
    audience = packaged_audiences().each[pack.audience]
    rows: list[tuple[Value, ...]] = [
        ("Meeting", pack.title),
        *([("Whose", pack.about)] if pack.about else []),
        ("As at", pack.as_at),
        ("How the list comes out of the roll", pack.said),
        ("Last meeting", pack.last or f"None is recorded before {show(pack.as_at)}"),
        ("For", audience.title),
        ("To keep in mind", audience.says),
        *(("Nobody stands here", f"{g.title}: {g.empty}") for g in pack.groups if not g.rows),
        *(("To know", note) for note in pack.notes),
    ]
    return _Table("About this pack", ("What", "Says"), (4, 12), frozenset(), rows)


def _fill(sheet: Worksheet, table: _Table) -> None:
    sheet.title = table.name
    _row(sheet, 1, table.headers, frozenset())
    for cell in sheet[1]:
        cell.font = _BOLD
    for number, row in enumerate(table.rows, 2):
        _row(sheet, number, row, table.pence)
    for place, share in enumerate(table.widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = share * _LETTERS_A_SHARE
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _row(sheet: Worksheet, number: int, values: Iterable[Value], pence: frozenset[int]) -> None:
    for place, value in enumerate(values):
        cell = sheet.cell(number, place + 1)
        cell.alignment = _WRAPPED
        if isinstance(value, date):
            cell.value, cell.number_format = value, _DAY
        elif isinstance(value, int):
            money = place in pence
            cell.value, cell.number_format = value / 100 if money else value, _WHOLE
            cell.number_format = _MONEY if money else _WHOLE
        else:
            said = cut(value)
            cell.value = said
            cell.data_type = "s"
            cell.quotePrefix = said.startswith(_BEGINS)


def cut(text: str) -> str:
    """The text as a cell can hold it: what no sheet takes is shown as a mark, and not dropped."""
    # A new line is one sign, whichever library writes it: some keep a return, others do not.
    said = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    return _NOT_IN_XML.sub("\ufffd", UNPRINTABLE.sub("\ufffd", said))[:_LONGEST_CELL]
