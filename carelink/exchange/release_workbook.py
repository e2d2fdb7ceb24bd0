"""How does a release become an .xlsx? Headings, header rows, whole numbers, symbols as words.

Nothing is reckoned, merged or hidden, and the file says of itself no more than title, day and hash.
"""

import io
import zipfile
from datetime import datetime, time

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from carelink.exchange.fixed_zip import with_fixed_times
from carelink.exchange.pack_workbook import cut
from carelink.release.release import Release
from carelink.release.sheets import Block, Sheet, Value, sheets_of, title_said

_HEADING, _BOLD, _QUIET = Font(bold=True, size=14), Font(bold=True), Font(color="FF555A61")
_TINT = PatternFill("solid", fgColor="FFF3F1EC")
_UNDER = Border(bottom=Side("thin", color="FF9A978F"))
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_PLAIN = Alignment(vertical="top")
_WHOLE = "#,##0"
_NARROWEST, _WIDEST = 10, 60
_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n")


def release_xlsx(release: Release) -> bytes:
    """The release as .xlsx; the same release gives the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets_of(release):
        _fill(book.create_sheet(sheet.name), sheet)
    day = datetime.combine(release.as_at, time())
    properties = book.properties
    properties.creator = None
    properties.title = cut(title_said(release))
    properties.description = f"Hash {release.hash}"
    properties.created = properties.modified = day
    file = io.BytesIO()
    # Saved through the workbook it would get the time of saving.
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()
    return with_fixed_times(file.getvalue())


def _fill(page: Worksheet, sheet: Sheet) -> None:
    _write(page, 1, 1, sheet.heading, _HEADING)
    number = 2
    for says in sheet.says:
        _write(page, number, 1, says, _QUIET)
        number += 1
    for block in sheet.blocks:
        number = _block(page, block, number + 1)
    number += 1
    for note in sheet.notes:
        _write(page, number, 1, note, _QUIET)
        number += 1
    _widen(page, sheet)
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _block(page: Worksheet, block: Block, number: int) -> int:
    """Write one table from this row on; returns the row below it."""
    if block.title:
        _write(page, number, 1, block.title, _BOLD)
        number += 1
    for place, header in enumerate(block.headers, 1):
        _write(page, number, place, header, _BOLD)
        cell = page.cell(number, place)
        cell.fill, cell.border, cell.alignment = _TINT, _UNDER, _WRAPPED
    for row in block.rows:
        number += 1
        for place, value in enumerate(row, 1):
            if value != "":
                _write(page, number, place, value)
    return number + 1


def _write(
    page: Worksheet, number: int, place: int, value: Value, font: Font | None = None
) -> None:
    cell = page.cell(number, place)
    if font:
        cell.font = font
    if isinstance(value, int):
        cell.value, cell.number_format = value, _WHOLE
        return
    said = cut(value)
    cell.value = said
    cell.data_type = "s"
    cell.quotePrefix = said.startswith(_BEGINS)
    cell.alignment = _PLAIN


def _widen(page: Worksheet, sheet: Sheet) -> None:
    """Each column as wide as its words need, within reason."""
    widths: dict[int, int] = {}
    for block in sheet.blocks:
        for row in (block.headers, *block.rows):
            for place, value in enumerate(row, 1):
                widths[place] = max(widths.get(place, _NARROWEST), min(len(str(value)), _WIDEST))
    for place, width in widths.items():
        page.column_dimensions[get_column_letter(place)].width = width + 2
