"""The pack of each meeting against the text it is to print, and as a spreadsheet.

To change a golden text on purpose: print the paper, read it, and put its text in the file.
"""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pypdf
import pytest

from carelink.exchange.pack_workbook import write_workbook
from carelink.meetings.pack import Column, Decided, Group, Pack, Row
from carelink.meetings.packs import pack_of
from carelink.meetings.words import MEETING_LABELS
from carelink.papers.html import write_html
from carelink.papers.meeting_pack import meeting_pack
from carelink.papers.pdf import write_pdf
from tests.awkward import AWKWARD
from tests.carelink.papers.a_round import a_round
from tests.carelink.papers.someone import DAY
from ui.assets import paper_fonts

GOLDEN = Path(__file__).parent / "golden"
NAMED = [(kind, "team") for kind in MEETING_LABELS]
UNNAMED = [(kind, "without_names") for kind in ("transitions", "custody", "exploitation")]


def the_pack(kind, audience):
    return pack_of(kind, a_round(), audience, "W1" if kind == "supervision" else "")


def printed(pack):
    """The text of the PDF, line by line, page by page."""
    pages = pypdf.PdfReader(io.BytesIO(write_pdf(meeting_pack(pack), paper_fonts()))).pages
    return "\n\n".join(page.extract_text() for page in pages) + "\n"


@pytest.mark.parametrize(("kind", "audience"), [*NAMED, *UNNAMED])
def test_the_pack_prints_what_it_printed(kind, audience):
    golden = GOLDEN / f"pack_{kind}{'' if audience == 'team' else f'_{audience}'}.txt"
    assert printed(the_pack(kind, audience)) == golden.read_text()


@pytest.mark.parametrize(("kind", "audience"), NAMED)
def test_every_page_is_landscape_and_says_which_meeting_and_for_whom(kind, audience):
    file = write_pdf(meeting_pack(the_pack(kind, audience)), paper_fonts())
    pages = pypdf.PdfReader(io.BytesIO(file)).pages
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert page.mediabox.width > page.mediabox.height
        assert "24 November 2026. Our own team" in text
        assert f"Page {number} of {len(pages)}" in text


@pytest.mark.parametrize(("kind", "audience"), NAMED)
def test_page_and_spreadsheet_hold_the_same_list(kind, audience):
    pack = the_pack(kind, audience)
    page = write_html(meeting_pack(pack)).decode()
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(pack)))
    rows = list(book["The list"].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in rows] == [row.name for row in pack.rows]
    assert [row[-1] for row in rows] == [row.reason for row in pack.rows]
    for row in pack.rows:
        assert row.name in page
    assert len(list(book["Still open"].iter_rows(min_row=2))) == len(pack.carried)
    assert pack.said in [row[1] for row in book["About this pack"].iter_rows(values_only=True)]


def test_days_are_days_numbers_are_numbers_and_money_is_pounds():
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(the_pack("custody", "team"))))
    (row,) = book["The list"].iter_rows(min_row=2)
    cells = {head.value: cell for head, cell in zip(book["The list"][1], row, strict=True)}
    assert cells["Release expected"].value.date() == date(2026, 12, 10)
    assert cells["Days to release"].value == 16
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(the_pack("unclaimed", "team"))))
    money = [row[2] for row in book["The list"].iter_rows(min_row=2)]
    assert {cell.number_format for cell in money} == {"£#,##0.00"}
    assert 5000 in [cell.value for cell in money]


FORMULAS = [
    f"{begin}{rest}"
    for begin in ("=", "+", "-", "@", "\t=", "\r=", "\n=", "=+", "==", " =")
    for rest in (
        "1+1",
        "cmd|'/C calc'!A0",
        'HYPERLINK("http://example.test","x")',
        "SUM(A1:A9)",
        "IMPORTXML(A1)",
        "2-1",
        "A1",
        "@SUM(1)",
        "DDE()",
        "{1}",
    )
]


def a_pack_saying(texts):
    """A pack in which every text is one of these."""
    rows = tuple(Row(text, text, (text,), text) for text in texts)
    decided = tuple(Decided("", "", text, text) for text in texts)
    columns = (Column("What"),)
    return Pack("eet", "T", DAY, "team", "S", columns, (Group("G", rows),), decided=decided)


def test_no_text_is_ever_a_formula_and_every_text_comes_back_as_it_was():
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(a_pack_saying(FORMULAS))))
    found = list(book["The list"].iter_rows(min_row=2))
    assert len(found) == len(FORMULAS) == 100
    for text, row in zip(FORMULAS, found, strict=True):
        for cell in row[1:]:
            assert (cell.data_type, cell.value) == ("s", text.replace("\r", "\n")), repr(text)
            assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_awkward_texts_stand_in_every_format_and_break_none():
    pack = a_pack_saying([text for text in AWKWARD.values() if text.strip()])
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(pack)))
    assert book["The list"].max_row == len(pack.groups[0].rows) + 1
    assert all(cell.data_type in "snd" for row in book["The list"] for cell in row)
    assert write_pdf(meeting_pack(pack), paper_fonts()).startswith(b"%PDF")
    assert write_html(meeting_pack(pack)).endswith(b"</html>\n")
