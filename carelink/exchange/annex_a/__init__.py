"""What does Ofsted's care-leaver list (Annex A, list 9) say of the young people on it?"""

import re
from collections.abc import Iterator
from datetime import date

from carelink.dates import show
from carelink.errors import Problem, Refused
from carelink.exchange.annex_a.columns import TITLE_ROWS, is_list_9, name_of, places, strange
from carelink.exchange.annex_a.entry import Cells, Entry
from carelink.exchange.annex_a.facts_of import facts_of, person_of, workers_of
from carelink.exchange.annex_a.listed_on import day_of, is_wrong_age
from carelink.exchange.decoding import Broken, cannot_read
from carelink.exchange.reading import Reading, Row, Source, counted, listed
from carelink.exchange.workbook import ALL, Sheet, Workbook, open_workbook

_SHEET = re.compile(r"^\s*(?:list)?[\s_-]*9(?!\d)", re.IGNORECASE)
_ENDINGS = (".xlsx", ".xlsm", ".xls", ".csv")
ASSUMED = frozenset({"known_on"})


def read_annex_a(files: Source, today: date) -> Reading:
    """Everyone on the list, with what it says of them; it gives no periods looked after.

    Raises: Refused when no list is found, or the file cannot be read at all.
    """
    name = _the_file(files)
    reading = Reading("annex-a")
    if rest := sorted(set(files) - {name}):
        reading.notes.append(f"Not read, for the list is one file: {listed(rest)}.")
    book = open_workbook(name, files[name])
    if book.note:
        reading.notes.append(book.note)
    found = _find(book)
    if found is None:
        raise cannot_read(name, "no sheet has the headings of the care-leaver list (list 9).")
    sheet, header_line, fields, headings = found
    _note_headings(reading, name, fields, headings)
    entries = list(_entries(reading, name, book, sheet, (header_line, fields), today))
    _add(reading, name, entries, today)
    return reading


def holds_list_9(name: str, data: bytes) -> bool:
    """Whether a file has the headings of the list. Raises: Refused when it cannot be read."""
    return _find(open_workbook(name, data)) is not None


def _the_file(files: Source) -> str:
    """The one file that is the list: the only one, or the only one with its headings."""
    names = [name for name in sorted(files) if name.lower().endswith(_ENDINGS)]
    if len(names) > 1:
        names = [name for name in names if holds_list_9(name, files[name])] or names
    if len(names) != 1:
        says = "Name the one file that is the care-leaver list: .xlsx, .xls or .csv."
        raise Refused(Problem("source", says))
    return names[0]


_Found = tuple[Sheet, int, dict[str, int], list[object]]


def _find(book: Workbook) -> _Found | None:
    """The sheet of the list, its header row, and which field is where."""
    for sheet in sorted(book.sheets, key=lambda sheet: not _SHEET.match(sheet.name)):
        for line, cells in sheet.rows(TITLE_ROWS):
            if not isinstance(cells, Broken) and is_list_9(places(cells)):
                return sheet, line, places(cells), cells
    return None


def _note_headings(
    reading: Reading, name: str, fields: dict[str, int], headings: list[object]
) -> None:
    if left := strange(headings):
        reading.notes.append(f"{name} has {counted(len(left), 'column')} not read: {listed(left)}.")
    lacking = [name_of(field) for field in ("born", "eligibility") if field not in fields]
    if lacking:
        reading.notes.append(f"{name} has no column {listed(lacking)}; what it says stays unknown.")


def _entries(
    reading: Reading,
    name: str,
    book: Workbook,
    sheet: Sheet,
    header: tuple[int, dict[str, int]],
    today: date,
) -> Iterator[tuple[int, Entry]]:
    """Each row below the headings that can be taken, with its line."""
    lines: dict[str, int] = {}
    for line, row in sheet.rows(ALL):
        if line <= header[0]:
            continue
        if isinstance(row, Broken):
            reading.refuse(name, line, row.says(line))
            continue
        cells = Cells(row, header[1], today, book.day)
        entry = cells.entry()
        first = lines.setdefault(entry.id, line) if entry.id else line
        if first != line:
            cells.problems = [f"This child stands on line {first} already; keep one row."]
        if cells.problems:
            reading.refuse(name, line, *cells.problems)
        else:
            yield line, entry


def _add(reading: Reading, name: str, entries: list[tuple[int, Entry]], today: date) -> None:
    if not entries:
        reading.notes.append(f"{name} has no row that can be taken below its headings.")
        return
    told = day_of(entry for _, entry in entries)
    listed_on = reading.listed_on = min(told or today, today)
    workers: set[str] = set()
    for line, entry in entries:
        reading.add("people", Row(person_of(entry), name, line))
        for worker in workers_of(entry):
            if worker.worker_id not in workers:
                workers.add(worker.worker_id)
                reading.add("workers", Row(worker, name, line))
        for kind, fact in facts_of(entry, listed_on, told):
            reading.add(kind, Row(fact, name, line, assumed=ASSUMED))
    reading.notes.append(
        "The list gives no periods looked after: legal status cannot be told until they are added."
    )
    reading.notes.append(f"Homes and activities are taken as known on {show(listed_on)}.")
    wrong = [line for line, entry in entries if is_wrong_age(entry, listed_on, today)]
    if wrong:
        reading.notes.append(
            f"{counted(len(wrong), 'row')} with an age that the date of birth cannot have; the "
            f"date of birth was kept (the first is line {wrong[0]})."
        )
