"""`forecast` as a script meets it."""

import csv
import io
import json

import pytest

COUNTS = (
    "year,age,count\n2014,16,0\n2014,17,6\n2014,18,51\n2014,19,76\n2014,20,69\n"
    "2015,17,6\n2015,18,42\n2016,17,6\n2016,18,37\n2017,17,6\n2017,18,48\n"
)


@pytest.fixture
def counts(tmp_path):
    file = tmp_path / "counts.csv"
    file.write_text(COUNTS, encoding="utf-8")
    return file


def test_the_printed_projection_comes_out_exactly_and_asks_for_no_store(say, counts, tmp_path):
    nowhere = tmp_path / "no store here"
    ended = say("forecast", "--store", nowhere, "--years", 3, "--counts", counts)
    assert ended.code == 0
    years = json.loads(ended.out)["years"]
    assert [(year["year"], year["total"]) for year in years] == [
        (2015, 175),
        (2016, 136),
        (2017, 133),
    ]
    assert years[0]["ages"] == {"16": 0, "17": 6, "18": 42, "19": 51, "20": 76}
    assert set(years[0]) == {"year", "ages", "total"}
    assert "one year older" in ended.err


def test_json_may_be_asked_for_by_name_and_csv_has_a_row_a_year(say, counts):
    words = ("forecast", "--counts", counts, "--format")
    assert json.loads(say(*words, "json").out)["years"]
    rows = list(csv.DictReader(io.StringIO(say(*words, "csv").out)))
    assert [row["total"] for row in rows] == ["175", "136", "133"]


def test_with_attrition_the_ends_of_the_range_stand_beside_the_total(say, path, counts):
    ended = say("forecast", "--store", path, "--counts", counts, "--attrition")
    for year in json.loads(ended.out)["years"]:
        assert year["low"] <= year["total"] <= year["high"]


def test_an_empty_store_has_a_forecast_of_nobody(say, path):
    ended = say("forecast", "--store", path, "--as-at", "2026-03-31", "--years", 2)
    years = json.loads(ended.out)["years"]
    assert [(year["year"], year["total"]) for year in years] == [(2027, 0), (2028, 0)]
    assert list(years[0]["ages"]) == [str(age) for age in range(16, 25)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--years", "0"), 2),
        (("--years", "many"), 2),
        (("--counts", "nowhere.csv"), 2),
        (("--as-at", "soon"), 2),
    ],
)
def test_words_that_are_off_end_with_2(say, path, words, code):
    assert say("forecast", "--store", path, *words).code == code


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"year,age,count\n2014,x,1\n"])
def test_a_file_of_numbers_that_is_none_is_refused_in_a_sentence(say, path, tmp_path, content):
    file = tmp_path / "bad.csv"
    file.write_bytes(content)
    ended = say("forecast", "--store", path, "--counts", file)
    assert ended.code == 1
    assert ended.out == ""
    assert len(ended.err.strip()) > 20
