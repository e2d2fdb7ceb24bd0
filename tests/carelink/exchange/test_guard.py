import io
import warnings
import zipfile

import pytest

from carelink.errors import Refused
from carelink.exchange.guard import check_workbook, unpacked


def zipped(members):
    kept = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two members of one name are the point of a test
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members:
                archive.writestr(name, data)
    return kept.getvalue()


def says(call, *args):
    with pytest.raises(Refused) as refused:
        call(*args)
    return str(refused.value)


def test_the_members_of_a_zip_are_read_by_name():
    assert unpacked("a.zip", zipped([("people.csv", "a"), ("homes.csv", "b")])) == {
        "people.csv": b"a",
        "homes.csv": b"b",
    }


def test_a_folder_in_a_zip_is_no_file():
    assert unpacked("a.zip", zipped([("out/", ""), ("out/people.csv", "a")])) == {
        "people.csv": b"a"
    }


def test_a_folder_that_holds_everything_is_left_out_of_the_names():
    assert unpacked("a.zip", zipped([("out/people.csv", "a"), ("out/homes.csv", "b")])) == {
        "people.csv": b"a",
        "homes.csv": b"b",
    }


@pytest.mark.parametrize("name", ["../people.csv", "/etc/people.csv", "a/../../b.csv", "C:\\a.csv"])
def test_a_name_that_leads_elsewhere_is_refused(name):
    assert says(unpacked, "a.zip", zipped([(name, "a")])) == (
        "a.zip cannot be read: it holds a file meant for another folder; make it again."
    )


def test_two_members_of_one_name_are_refused():
    data = zipped([("people.csv", "a"), ("PEOPLE.csv", "b")])

    assert "two files of the same name" in says(unpacked, "a.zip", data)


def test_too_many_members_are_refused():
    data = zipped([(f"{number}.csv", "") for number in range(2_001)])

    assert "over 2,000 files" in says(unpacked, "a.zip", data)


def test_a_zip_is_measured_as_it_unpacks_and_not_by_what_it_says(monkeypatch):
    monkeypatch.setattr("carelink.exchange.guard.LARGEST_BUNDLE", 3 * 1024 * 1024)
    data = zipped([("people.csv", b"0" * (4 * 1024 * 1024))])

    assert len(data) < 10_000
    assert "unpacks to more than it may" in says(unpacked, "a.zip", data)


def test_a_zip_too_large_to_open_is_refused(monkeypatch):
    monkeypatch.setattr("carelink.exchange.guard.LARGEST_BUNDLE", 10)

    assert "send it in parts" in says(unpacked, "a.zip", zipped([("people.csv", "a")]))


def test_what_is_no_zip_or_is_cut_short_is_refused():
    whole = zipped([("people.csv", "a" * 1000)])

    for data in (b"", b"PK", whole[:60], b"hello"):
        assert "damaged or no zip file" in says(unpacked, "a.zip", data)


def test_a_locked_member_is_refused():
    data = bytearray(zipped([("people.csv", "a")]))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1

    assert "locked with a password" in says(unpacked, "a.zip", bytes(data))


def test_a_workbook_with_a_document_type_is_refused_in_any_alphabet():
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'

    for text in (bomb.encode(), bomb.encode("utf-16")):
        data = zipped([("xl/workbook.xml", text)])
        assert "names a document type" in says(check_workbook, "a.xlsx", data)


def test_a_document_type_is_found_where_two_pieces_meet(monkeypatch):
    monkeypatch.setattr("carelink.exchange.guard._PIECE", 7)
    data = zipped([("xl/workbook.xml", b"<?xml version='1.0'?>  <!DOCTYPE a><a/>")])

    assert "names a document type" in says(check_workbook, "a.xlsx", data)


def test_more_rows_than_a_sheet_can_have_are_refused(monkeypatch):
    monkeypatch.setattr("carelink.exchange.guard._MOST_ROWS", 3)
    sheets = [zipped([("xl/worksheets/sheet1.xml", b"<row r='1'/>" * n)]) for n in (3, 4)]

    check_workbook("a.xlsx", sheets[0])
    assert "far too wide or long" in says(check_workbook, "a.xlsx", sheets[1])


def test_texts_too_long_to_be_held_are_refused(monkeypatch):
    monkeypatch.setattr("carelink.exchange.guard._LARGEST_PART", 3)

    data = zipped([("xl/sharedStrings.xml", b"<si/>")])
    assert "far too wide or long" in says(check_workbook, "a.xlsx", data)


def test_a_row_too_wide_to_be_read_is_refused():
    cells = b"<c><v>1</v></c>" * 700_000
    wide = zipped([("xl/worksheets/sheet1.xml", b"<sheetData><row>" + cells)])
    long = zipped([("xl/worksheets/sheet1.xml", b"<row>" + cells[:150] * 80_000)])
    many = zipped([("xl/worksheets/sheet1.xml", (b"<row>" + cells[:150]) * 80_000)])

    assert "far too wide or long" in says(check_workbook, "a.xlsx", wide)
    assert "far too wide or long" in says(check_workbook, "a.xlsx", long)
    check_workbook("a.xlsx", many)


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml"])
def test_a_workbook_with_macros_or_links_is_refused(name):
    assert "macros or links" in says(check_workbook, "a.xlsx", zipped([(name, "x")]))


def test_a_workbook_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("carelink.exchange.guard.LARGEST_WORKBOOK", 10)

    assert "send the list alone" in says(check_workbook, "a.xlsx", zipped([("a.xml", "x")]))
