"""Makers of small invented sources: a test says only what it is about."""

import io
from collections.abc import Iterable, Mapping
from datetime import date

import openpyxl

from carelink.errors import Refused
from carelink.exchange import read_source

TODAY = date(2026, 11, 24)
LIST_9 = (
    "Child Unique ID",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age of Child (Years)",
    "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
    "Does the Child have a Disability",
    "Allocated Team",
    "Allocated Worker",
    "Allocated Personal Advisor",
    "Eligibility Category",
    "Latest Pathway Plan Review Date",
    "LA in Touch",
    "Latest Date of Contact",
    "Type of Accommodation",
    "Suitability of Accommodation",
    "Activity Status",
)
SOMEBODY = {
    "Child Unique ID": "C1",
    "Gender": "b) Female",
    "Ethnicity": "a) WBRI",
    "Date of Birth": date(2006, 5, 10),
    "Age of Child (Years)": 20,
    LIST_9[5]: "b) No",
    "Does the Child have a Disability": "b) No",
    "Allocated Team": "Leaving Care",
    "Allocated Worker": "",
    "Allocated Personal Advisor": "Amina Yusuf",
    "Eligibility Category": "b) Former relevant child",
    "Latest Pathway Plan Review Date": date(2026, 9, 1),
    "LA in Touch": "a) Yes",
    "Latest Date of Contact": date(2026, 10, 1),
    "Type of Accommodation": "U: Independent living",
    "Suitability of Accommodation": "a) Suitable",
    "Activity Status": "F2: Full time in education other than higher",
}


def csv_of(*rows: Iterable[object]) -> bytes:
    """Rows as a CSV file, quoting nothing: a test that needs quotes writes them."""
    return ("\n".join(",".join(str(cell) for cell in row) for row in rows) + "\n").encode()


def a_list(*people: Mapping[str, object], layout: Iterable[str] = LIST_9) -> list[list[object]]:
    """A care-leaver list, headings first; each person is SOMEBODY but for what is said."""
    headings = list(layout)
    rows = [[(SOMEBODY | dict(person)).get(name, "") for name in headings] for person in people]
    return [list(headings), *rows]


def a_workbook(rows: Iterable[Iterable[object]], sheet: str = "List_9", title: str = "") -> bytes:
    """A workbook whose second sheet holds the rows, below a title where one is given."""
    book = openpyxl.Workbook()
    book.active.title = "Guidance"
    page = book.create_sheet(sheet)
    if title:
        page.append([title])
    for row in rows:
        page.append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def read(files, kind=None, today=TODAY):
    """A source read on the fixed day."""
    return read_source(files, kind, today)


def facts(reading, kind):
    """The facts of a kind that a reading holds."""
    return [row.fact for row in reading.rows.get(kind, [])]


def refusals(reading):
    """What was refused, as line and sentence."""
    return [(refusal.line, refusal.says) for refusal in reading.refused]


def why_not(files, kind=None):
    """The sentences with which a whole source is refused."""
    try:
        read(files, kind)
    except Refused as refused:
        return [problem.says for problem in refused.problems]
    raise AssertionError("the source was read")
