import csv
import hashlib
import io
import json
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.figures import headline_release, write_release
from carelink.figures.benchmarks import published
from carelink.figures.rounding import percent_of
from carelink.rulebook import load_rulebook
from tests.carelink.figures.rolls import AS_AT, a_care_leaver, a_home, a_roll

COLUMNS = (
    "release,table,measure,pct_of,value,base,n,of,"
    "population,age_band,eet,suitable_accommodation,in_touch"
)


def release_of(cases, as_at=AS_AT):
    return headline_release(cases, load_rulebook(), as_at)


def line_of(release, indicator, measure="snapshot", band="19-21"):
    wanted = (indicator, measure, band)
    return next(
        line for line in release.lines if (line.indicator, line.measure, line.age_band) == wanted
    )


def rows_of(release):
    return list(csv.DictReader(io.StringIO(write_release(release)["figures.csv"].decode())))


def test_the_release_has_three_indicators_two_measures_and_two_age_bands():
    release = release_of([])
    assert len(release.lines) == len({line[:3] for line in release.lines}) == 12
    assert len(release.definitions) == 6


def test_a_figure_is_shown_rounded_with_its_percentage_from_shown_figures():
    line = line_of(release_of(a_roll(33, eet=18)), "eet")
    assert (line.shown_n, line.shown_rest, line.shown_base) == (20, 15, 35)
    assert line.percent == "57"  # the true one would be 55
    assert line.says == "57%: 20 of 35 young people."


def test_a_base_under_twenty_shows_nothing_at_all():
    release = release_of(a_roll(19, eet=10))
    line = line_of(release, "eet")
    assert line.hidden
    assert (line.shown_n, line.shown_rest, line.shown_base, line.percent) == (None, None, None, "c")
    rows = [row for row in rows_of(release) if row["table"] == "eet_snapshot"]
    assert {row["value"] for row in rows} == {"c"}
    assert {(r["n"], r["of"]) for r in rows if r["measure"] == "pct"} == {("c", "c")}


def test_nought_is_shown_as_nought_and_is_not_hidden():
    line = line_of(release_of(a_roll(40)), "eet")
    assert (line.shown_n, line.percent, line.hidden) == (0, "0", False)


def test_those_gone_abroad_leave_only_the_base_of_suitable_homes():
    abroad = [
        a_care_leaver(case.person.date_of_birth, homes=(a_home("G", "1"),)) for case in a_roll(10)
    ]
    release = release_of(a_roll(30, housed=20) + abroad)
    assert line_of(release, "suitable_accommodation").shown_base == 30
    assert line_of(release, "eet").shown_base == 40


@settings(max_examples=25, deadline=None)
@given(
    people=st.integers(0, 60),
    eet=st.integers(0, 60),
    housed=st.integers(0, 60),
    touched=st.integers(0, 60),
)
def test_the_shown_parts_of_every_figure_add_up(people, eet, housed, touched):
    release = release_of(a_roll(people, eet=eet, housed=housed, touched=touched))
    true = {"eet": eet, "suitable_accommodation": housed, "in_touch": touched}
    for line in release.lines:
        counted = people if line.age_band == "19-21" else 0
        assert line.hidden == (counted < 20)
        if not line.hidden:
            assert abs(line.shown_n - min(true[line.indicator], people)) <= 2
            assert line.shown_n + line.shown_rest == line.shown_base
    _check_long_form(rows_of(release))


def _check_long_form(rows):
    cells = {(row["table"], row["age_band"], row[_dimension(row)]): row for row in rows}
    for row in rows:
        table, band, dimension = row["table"], row["age_band"], _dimension(row)
        total = cells[table, band, "Total"]["value"]
        if row["measure"] == "pct":
            assert (row["pct_of"], row["of"]) == (dimension, total)
            if row["value"] != "c":
                assert row["value"] == percent_of(int(row["n"]), int(row["of"]))
        elif row["value"] != "c":
            parts = [
                int(r["value"])
                for r in rows
                if (r["table"], r["age_band"], r["measure"]) == (table, band, "count")
                and r[dimension] != "Total"
            ]
            assert len(parts) == 2
            assert sum(parts) == int(total)
            assert row["base"] == "5a"


def _dimension(row):
    return next(name for name in ("eet", "suitable_accommodation", "in_touch") if row[name])


def test_the_long_form_has_exactly_the_promised_columns():
    text = write_release(release_of(a_roll(30)))["figures.csv"].decode()
    assert text.splitlines()[0] == COLUMNS
    assert {row["release"] for row in rows_of(release_of([]))} == {"2026-05-20"}
    assert len(rows_of(release_of([]))) == 48


def test_every_file_carries_the_same_hash_and_the_same_release_the_same_bytes():
    roll = a_roll(45, eet=20, housed=40, touched=44)
    release = release_of(roll)
    files = write_release(release)
    assert set(files) == {
        "figures.csv",
        "figures.meta.json",
        "benchmarks.csv",
        "release.json",
        "release.html",
    }
    assert hashlib.sha256(files["figures.csv"]).hexdigest() == release.hash
    for name in ("figures.meta.json", "release.json", "release.html"):
        assert release.hash.encode() in files[name]
    assert write_release(release_of(list(reversed(roll)))) == files


def test_release_json_says_what_was_counted_and_that_nobody_attacked_it_yet():
    about = json.loads(write_release(release_of(a_roll(30)))["release.json"])
    assert about["attack"] is None
    assert "Not run yet" in about["attack_says"]
    assert about["period"]["birthday_cohort"] == {"first": "2025-04-01", "last": "2026-03-31"}
    defined = {definition["id"] for definition in about["definitions"]}
    assert {table["definition"] for table in about["tables"]} == defined
    for definition in about["definitions"]:
        assert {"Died", "Returned home", "Not known", "Gone abroad"} <= set(definition["points"])


class Page(HTMLParser):
    """What the page is made of: its tags with attributes, and its words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data.strip())


def page_of(release):
    return Page(write_release(release)["release.html"].decode())


def test_the_page_is_made_of_real_tables_and_runs_nothing():
    page = page_of(release_of(a_roll(30)))
    names = [tag for tag, _ in page.tags]
    assert names.count("table") == names.count("caption") == 12
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in page.tags if tag == "th")
    assert not {"script", "link", "img", "iframe"} & set(names)
    assert ("html", {"lang": "en-GB"}) in page.tags


def test_date_period_and_definition_stand_under_every_figure():
    release = release_of(a_roll(30))
    words = " ".join(page_of(release).words)
    for definition in release.definitions:
        assert definition.named in words
    assert words.count("As at 20 May 2026") == len(release.definitions)
    assert "birthdays from 1 April 2025 to 31 March 2026" in words


def test_england_the_south_east_and_medway_stand_beside_with_their_sources():
    release = release_of(a_roll(30))
    words = page_of(release).words
    line = line_of(release, "eet", "birthday_cohort")
    assert [line.beside(area).percent for area in ("England", "South East", "Medway")] == [
        "54",
        "52",
        "56",
    ]
    assert "54% (2025)" in words
    assert any("DfE CLA 2025 release" in said for said in words)
    assert "c" in words  # the Department's own hidden figure stays hidden


def test_all_published_figures_are_held_with_their_source():
    assert len(published()) == 138
    assert all(one.source for one in published())
    rows = write_release(release_of([]))["benchmarks.csv"].decode().splitlines()
    assert len(rows) == 139


@pytest.mark.parametrize("as_at", [date(2024, 2, 29), date(2025, 3, 31), date(2026, 11, 1)])
def test_any_day_can_be_asked_about(as_at):
    assert len(release_of(a_roll(25), as_at).lines) == 12


def test_the_figures_of_a_past_day_are_not_called_todays():
    words = page_of(release_of(a_roll(25), date(2024, 3, 31))).words
    assert not [said for said in words if "today" in said.lower()]
