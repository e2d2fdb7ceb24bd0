"""Which rows do the sheets of a workbook hold, whether .xlsx, .xls or .csv?"""

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from carelink.exchange.decoding import MIB, Broken, cannot_read, decode, records
from carelink.exchange.guard import LARGEST_WORKBOOK, check_workbook

MOST_ROWS = 100_000
MOST_COLUMNS = 60
Cells = list[object]
Rows = Iterator[tuple[int, "Cells | Broken"]]
_ZIP = b"PK"
ALL = MOST_ROWS + 1
# What the readers of workbooks trip over in a damaged file: they promise no one error for it.
_STUMBLES: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    struct.error,
    SyntaxError,  # what any parser of XML raises, whichever one is there
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    EOFError,
    OSError,
    RecursionError,
    NotImplementedError,
)


class Sheet(NamedTuple):
    """One sheet: its name, and its rows up to a line, each with the line it stands on."""

    name: str
    rows: Callable[[int], Rows]


class Workbook(NamedTuple):
    """A file's sheets; `note` where its letters had to be guessed, `day` what a number means."""

    sheets: list[Sheet]
    day: Callable[[float], datetime | None]
    note: str = ""


def open_workbook(file: str, data: bytes) -> Workbook:
    """The sheets of a file, by what it is and not by what it is called.

    Raises: Refused when it cannot be read, now or as its rows are.
    """
    if file.lower().endswith(".csv"):
        return _csv(file, data)
    if data.startswith(_ZIP):
        check_workbook(file, data)
        return _guarded(file, lambda: _xlsx(file, data))
    if len(data) > LARGEST_WORKBOOK:
        raise cannot_read(file, f"it is over {LARGEST_WORKBOOK // MIB} MiB; send the list alone.")
    return _guarded(file, lambda: _xls(file, data))


def _csv(file: str, data: bytes) -> Workbook:
    text = decode(file, data, LARGEST_WORKBOOK)

    def rows(last: int) -> Rows:
        for line, cells in records(file, text.text):
            if line > last:
                return
            yield line, cells if isinstance(cells, Broken) else list[object](cells)

    return Workbook([Sheet("", _limited(file, rows))], lambda _: None, text.note)


def _guarded(file: str, make: Callable[[], Workbook]) -> Workbook:
    """Whatever a reader trips over, now or in a row, is one sentence about the file."""
    try:
        book = make()
    except _STUMBLES as error:
        raise _damaged(file) from error
    sheets = [Sheet(sheet.name, _careful(file, sheet)) for sheet in book.sheets]
    return book._replace(sheets=sheets)


def _careful(file: str, sheet: Sheet) -> Callable[[int], Rows]:
    limited = _limited(file, sheet.rows)

    def rows(last: int) -> Rows:
        try:
            yield from limited(last)
        except _STUMBLES as error:
            raise _damaged(file) from error

    return rows


def _damaged(file: str) -> Exception:
    return cannot_read(
        file, "it is damaged, locked or no workbook; save it again from Excel, without a password."
    )


def _limited(file: str, read: Callable[[int], Rows]) -> Callable[[int], Rows]:
    """The rows that hold anything, no more than a list of young people can have."""

    def rows(last: int) -> Rows:
        for line, cells in read(last):
            if line > MOST_ROWS:
                says = f"it has over {MOST_ROWS:,} rows; delete the rows below the list."
                raise cannot_read(file, says)
            if isinstance(cells, Broken) or any(cell not in (None, "") for cell in cells):
                yield line, cells

    return rows


def _xlsx(file: str, data: bytes) -> Workbook:
    import openpyxl  # a fifth of a second, and only a workbook needs it
    from openpyxl.utils.datetime import from_excel

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of drop-down lists and styles that it does not keep
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    epoch = book.epoch

    def rows_of(sheet: Any) -> Callable[[int], Rows]:
        def rows(last: int) -> Rows:
            sheet.reset_dimensions()
            asked = {"max_row": last, "max_col": MOST_COLUMNS}
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found = [list(cells) for cells in sheet.iter_rows(values_only=True, **asked)]
            yield from enumerate(found, start=1)

        return rows

    def day(number: float) -> datetime | None:
        found = from_excel(number, epoch)
        return found if isinstance(found, datetime) else None

    return Workbook([Sheet(sheet.title, rows_of(sheet)) for sheet in book.worksheets], day)


def _xls(file: str, data: bytes) -> Workbook:
    import xlrd  # only an old workbook needs it

    options = {"logfile": io.StringIO(), "on_demand": True, "ragged_rows": True}
    try:
        book = xlrd.open_workbook(file_contents=data, **options)
    except (xlrd.XLRDError, xlrd.compdoc.CompDocError) as error:
        raise _damaged(file) from error

    def day(number: float) -> datetime | None:
        found: datetime = xlrd.xldate_as_datetime(number, book.datemode)
        return found

    def rows_of(name: str) -> Callable[[int], Rows]:
        def rows(last: int) -> Rows:
            try:
                sheet = book.sheet_by_name(name)
            except xlrd.XLRDError as error:
                raise _damaged(file) from error
            for place in range(min(last, sheet.nrows)):
                yield place + 1, [_xls_value(cell, day) for cell in sheet.row(place)]

        return rows

    return Workbook([Sheet(name, rows_of(name)) for name in book.sheet_names()], day)


def _xls_value(cell: Any, day: Callable[[float], datetime | None]) -> object:
    """A cell of an old workbook: its type says whether its number is a day."""
    is_day, is_truth, is_error = 3, 4, 5
    if cell.ctype == is_day:
        return day(cell.value)
    if cell.ctype == is_truth:
        return bool(cell.value)
    return None if cell.ctype == is_error else cell.value
