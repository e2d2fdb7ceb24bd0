"""Does every written file show what figures.csv shows, and nothing else?"""

import csv
import io
import re
import zipfile
from xml.etree import ElementTree

import openpyxl
import pytest
from odfdo import Document
from pypdf import PdfReader

from carelink.exchange.release_ods import release_ods
from carelink.exchange.release_workbook import release_xlsx
from carelink.papers.blocks import Bar, Label, Picture
from carelink.papers.board_pack import board_pack
from carelink.papers.html import write_html
from carelink.papers.pdf import write_pdf
from carelink.release import Release
from carelink.release.sheets import sheets_of
from tests.carelink.papers.read_back import FONTS, Page
from tests.carelink.release.samples import TRUE, sample
from ui.release_files import release_files

# True counts that stand nowhere in a release of them that is protected.
MARKED = {
    key: {leaf: 40_003 + 1_111 * at for at, leaf in enumerate(leaves)} if leaves else {}
    for key, leaves in TRUE.items()
}


@pytest.fixture(scope="module", params=["rounded", "exact"])
def made(request):
    release, counts = sample(request.param)
    earlier, _ = sample(request.param, as_at=release.as_at.replace(month=9))
    return release, counts, release_files(release, {"work": "We go on."}, [earlier])


@pytest.fixture(scope="module")
def marked():
    release, counts = sample(true=MARKED)
    hidden = {value for at, value in counts.items() if str(value) != release.counts[at]}
    assert len(hidden) > 12
    return hidden, release_files(release)


def xlsx_rows(file):
    book = openpyxl.load_workbook(io.BytesIO(file))
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book}


def ods_rows(file):
    document = Document(io.BytesIO(file))
    return {
        table.name: [list(row) for row in table.iter_values()] for table in document.body.tables
    }


def long_form(rows):
    """The last sheet as it was in the CSV."""
    *_, sheet = rows.values()
    start = next(at for at, row in enumerate(sheet) if row and row[0] == "release")
    width = len([cell for cell in sheet[start] if cell is not None])
    every = [(row + [None] * width)[:width] for row in sheet[start:]]
    return [
        [
            "" if cell is None else str(int(cell) if not isinstance(cell, str) else cell)
            for cell in row
        ]
        for row in every
        if row[0]
    ]


@pytest.mark.parametrize(("name", "read"), [("release.xlsx", xlsx_rows), ("release.ods", ods_rows)])
def test_the_long_form_of_a_spreadsheet_is_figures_csv_cell_by_cell(made, name, read):
    release, _, files = made
    assert long_form(read(files[name])) == list(csv.reader(io.StringIO(release.figures)))


@pytest.mark.parametrize(("name", "read"), [("release.xlsx", xlsx_rows), ("release.ods", ods_rows)])
def test_every_sheet_shows_the_figures_of_its_table_as_numbers_and_symbols(made, name, read):
    release, _, files = made
    rows = read(files[name])
    assert list(rows) == [sheet.name for sheet in sheets_of(release)]
    for sheet in sheets_of(release)[1:-2]:
        found = [[cell for cell in row if cell is not None] for row in rows[sheet.name]]
        for block in sheet.blocks:
            assert list(block.headers) in found
            for row in block.rows:
                assert list(row) in found
    flat = [value for page in rows.values() for row in page for value in row]
    assert sum(value is not None and not isinstance(value, str) for value in flat) > 100


def test_every_published_count_stands_in_the_workbook_and_no_other_number(made):
    release, _, files = made
    published = {
        int(field)
        for row in release.rows
        for field in (row.value, row.n, row.of)
        if field.isdigit()
    }
    rows = xlsx_rows(files["release.xlsx"])
    tables = [rows[sheet.name] for sheet in sheets_of(release)[1:-2]]
    shown = {v for page in tables for row in page for v in row if isinstance(v, int)}
    assert shown == published


def test_a_spreadsheet_hides_merges_and_reckons_nothing(made):
    book = openpyxl.load_workbook(io.BytesIO(made[2]["release.xlsx"]))
    for page in book:
        assert page.sheet_state == "visible"
        assert not page.merged_cells.ranges
        assert not any(size.hidden for size in page.row_dimensions.values())
        assert not any(size.hidden for size in page.column_dimensions.values())
        assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert not book.defined_names
    for name in ("release.xlsx", "release.ods"):
        parts = zipfile.ZipFile(io.BytesIO(made[2][name])).namelist()
        assert not [
            part for part in parts if re.search(r"pivot|cache|calcChain|thumbnail", part, re.I)
        ]
    content = zipfile.ZipFile(io.BytesIO(made[2]["release.ods"])).read("content.xml").decode()
    assert not re.search(r"table:formula|number-columns-spanned|visibility|display=.false", content)


def test_the_files_say_of_themselves_title_day_and_hash_alone(made):
    release, _, files = made
    title = "Figures for the Corporate Parenting Board, as at 24 November 2026"
    core = zipfile.ZipFile(io.BytesIO(files["release.xlsx"])).read("docProps/core.xml")
    said = [one.text for one in ElementTree.fromstring(core).iter() if one.text]
    assert said == [title, f"Hash {release.hash}", *["2026-11-24T00:00:00Z"] * 2]
    meta = zipfile.ZipFile(io.BytesIO(files["release.ods"])).read("meta.xml")
    said = [one.text.strip() for one in ElementTree.fromstring(meta).iter() if one.text]
    day = "2026-11-24T00:00:00"
    assert sorted(filter(None, said)) == sorted(
        [title, f"Hash {release.hash}", "en-GB", day, day, "CareLink"]
    )
    pdf = PdfReader(io.BytesIO(files["release.pdf"])).metadata
    assert pdf.title == title
    assert pdf.subject == f"As at 24 November 2026. Hash {release.hash}"
    assert pdf.author in (None, "anonymous")


def test_no_true_count_is_in_any_part_of_any_file(marked):
    hidden, files = marked
    for name, file in files.items():
        for part, text in texts_of(name, file):
            digits = set(re.findall(r"\d+", text.replace(",", "")))
            assert not digits & set(map(str, hidden)), f"{name}, {part}"


def texts_of(name, file):
    """Every part of a file as text, whatever it is packed in."""
    if name.endswith((".xlsx", ".ods")):
        with zipfile.ZipFile(io.BytesIO(file)) as packed:
            for part in packed.namelist():
                yield part, packed.read(part).decode(errors="replace")
    elif name.endswith(".pdf"):
        read = PdfReader(io.BytesIO(file))
        yield "properties", str(read.metadata)
        for page in read.pages:
            yield "page", page.extract_text()
    else:
        yield "text", file.decode()


def test_the_same_release_is_the_same_bytes(made):
    release, _, files = made
    earlier, _ = sample(release.mode, as_at=release.as_at.replace(month=9))
    again = Release(release.figures, release.meta, release.about)
    assert release_files(again, {"work": "We go on."}, [earlier]) == files


def test_every_file_carries_the_same_hash(made):
    release, _, files = made
    assert release.whole
    for name, file in files.items():
        if name not in ("figures.csv", "benchmarks.csv"):
            assert any(release.hash in text for _, text in texts_of(name, file)), name


def test_the_foot_of_every_page_has_the_hash(made):
    release, _, files = made
    for page in PdfReader(io.BytesIO(files["release.pdf"])).pages:
        assert f"Hash {release.hash}" in page.extract_text()


def test_the_page_and_the_pdf_show_every_published_figure(made):
    release, _, files = made
    page = Page(files["release.html"]).text
    pdf = " ".join(p.extract_text() for p in PdfReader(io.BytesIO(files["release.pdf"])).pages)
    for row in release.rows:
        if row.measure == "pct" and row.value.isdigit():
            assert f"{row.value}%" in page
            assert f"{row.value}%" in pdf
    for table in release.said["tables"]:
        assert f"Counted: {table['period']}. As at 24 November 2026." in page
    for says in (*release.said["protection"], release.said["attack_says"]):
        assert says in page
        assert "".join(says.split()) in "".join(pdf.split())


def test_the_page_has_real_headings_captions_and_pictures_in_words(made):
    page = Page(made[2]["release.html"])
    scopes = [one.get("scope") for tag, one in page.elements if tag == "th"]
    assert set(scopes) == {"col", "row"}
    tables = sum(tag == "table" for tag, _ in page.elements)
    assert sum(tag == "caption" for tag, _ in page.elements) == tables
    pictures = [one for tag, one in page.elements if tag == "svg"]
    assert pictures
    assert all(one["role"] == "img" and len(one["aria-label"]) > 20 for one in pictures)
    assert not [one for _, one in page.elements if "style" in one]


def test_a_bar_is_as_long_as_the_shown_percentage_says(made):
    release, _, _ = made
    pictures = [block for block in board_pack(release).blocks if isinstance(block, Picture)]
    bars = [one for one in pictures if one.caption == "Headline figures as bars"]
    for picture in bars:
        widths = [shape.width for shape in picture.shapes if isinstance(shape, Bar)]
        labels = [shape.text for shape in picture.shapes if isinstance(shape, Label)]
        says = [one for one in labels if re.match(r"\d+%", one)]
        assert widths == pytest.approx([4.5 * int(one.partition("%")[0]) for one in says])
        assert all(one in picture.alt for one in says)


def test_a_hidden_percentage_has_no_bar():
    release, _ = sample(
        "exact", true={**TRUE, ("health", ("passport",)): {("given",): 3, ("not_given",): 30}}
    )
    from carelink.papers.blocks import Picture

    picture = next(
        block
        for block in board_pack(release).blocks
        if isinstance(block, Picture) and "Health passport given: c" in block.alt
    )
    assert not [shape for shape in picture.shapes if hasattr(shape, "height")]


def test_words_stand_in_their_box_and_empty_themes_say_so():
    release, _ = sample()
    words = {
        "work": "أمينة says <b>more</b>.",
        "actions": "Ring everybody.",
        "you_said": "A bus pass.",
    }
    text = Page(write_html(board_pack(release, words))).text
    for says in (*words.values(), "No table of this theme is in this release."):
        assert says in text
    empty = Page(write_html(board_pack(release))).text
    assert empty.count("Nothing was written about these figures.") == 6
    assert "No action was written down for this pack." in empty


def test_a_pack_of_one_table_and_of_nothing_known_is_made():
    release, _ = sample(true={("homes", ("home",)): {("not_recorded",): 40}})
    pack = board_pack(release)
    assert write_pdf(pack, FONTS).startswith(b"%PDF")
    assert release_xlsx(release)
    assert release_ods(release)
