"""What others published beside ours: as printed, hidden never as nought, medians over how many."""

import csv
from datetime import date
from importlib.resources import files
from statistics import median

import pytest

from carelink.errors import RulebookError
from carelink.figures.comparators import load_comparators, read_comparators
from carelink.figures.published import all_published
from carelink.release.comparators import NOT_HELD, beside, of_other_ages
from tests.carelink.release.small_release import in_the_year_to, small_release

TEN = (
    "Swindon",
    "Dudley",
    "Kent",
    "Bexley",
    "Norfolk",
    "Suffolk",
    "Thurrock",
    "Nottinghamshire",
    "Bury",
    "Wakefield",
)
SHOWN = {"17-18": (40, 60), "19-21": (90, 160)}
TO_2025 = date(2025, 3, 31)


def said(release, indicator, band):
    return [one.says for one in beside(release, indicator, band)]


@pytest.mark.parametrize(
    ("indicator", "band", "says"),
    [
        (
            "eet",
            "19-21",
            [
                "Medway: 56% (90 of 160), to 31 March 2025",
                "England: 54% (20,760 of 38,440), to 31 March 2025",
                "South East: 52% (3,030 of 5,790), to 31 March 2025",
                "Neighbours' median: 50.5%, of all 10, to 31 March 2025",
            ],
        ),
        (
            "eet",
            "17-18",
            [
                "Medway: 65% (41 of 63), to 31 March 2025",
                "England: 64% (9,430 of 14,800), to 31 March 2025",
                "South East: 56% (1,290 of 2,290), to 31 March 2025",
                "Neighbours' median: 64.5%, of all 10, to 31 March 2025",
            ],
        ),
        (
            "suitable_accommodation",
            "17-18",
            [
                "Medway: 90% (57 of 63), to 31 March 2025",
                "England: 91% (13,380 of 14,750), to 31 March 2025",
                "South East: 83% (1,890 of 2,280), to 31 March 2025",
                "Neighbours' median: 93%, 9 of 10 are shown, to 31 March 2025",
            ],
        ),
        (
            "higher_education",
            "19-21",
            [
                "Medway: 6% (10 of 160), to 31 March 2025",
                "England: 6% (2,390 of 38,440), to 31 March 2025",
                "South East: not held",
                "Neighbours' median: hidden, 5 of 10 are shown, to 31 March 2025",
            ],
        ),
        (
            "in_touch",
            "19-21",
            [
                "Medway: 97% (146 of 151), to 31 March 2024",
                "England: 92% (33,420 of 36,370), to 31 March 2024",
                "South East: 85% (4,730 of 5,570), to 31 March 2024",
                "Neighbours' median: not held",
            ],
        ),
    ],
)
def test_what_the_department_published_stands_beside_ours(indicator, band, says):
    assert said(in_the_year_to(2025, SHOWN, indicator=indicator), indicator, band) == says


def test_the_birthday_figures_compare_and_those_of_a_day_only_with_care():
    around = beside(in_the_year_to(2025, SHOWN), "eet", "19-21")
    on_a_day = beside(small_release(date(2026, 9, 26), SHOWN), "eet", "19-21")
    assert {one.compares for one in around} == {"counted alike"}
    assert {one.compares for one in on_a_day} == {"counted another way: compare with care"}
    assert [one.percent for one in on_a_day] == [one.percent for one in around]


def test_what_the_department_counts_in_another_way_compares_with_care_around_birthdays_too():
    release = in_the_year_to(2025, {"22": (40, 60)}, indicator="in_touch")
    england = beside(release, "in_touch", "22")[1]
    assert england.says == "England: 58% (6,780 of 11,670), to 31 March 2025"
    assert england.compares == "counted another way: compare with care"


def test_a_release_of_a_past_day_stands_beside_what_speaks_of_its_time():
    assert said(in_the_year_to(2020, SHOWN), "eet", "19-21") == [
        "Medway: 48% (58 of 121), to 31 March 2020",
        "England: 53% (16,430 of 31,240), to 31 March 2020",
        "South East: 53% (2,570 of 4,820), to 31 March 2020",
        "Neighbours' median: not held",
    ]


def test_a_published_figure_that_was_hidden_is_said_to_be_hidden_and_is_no_nought():
    release = in_the_year_to(2020, SHOWN, indicator="suitable_accommodation")
    medway, *_ = beside(release, "suitable_accommodation", "17-18")
    assert (medway.percent, medway.share) == ("c", "hidden")
    assert not [one for one in all_published() if one.percent == "c" and one.shown is not None]


def test_what_nobody_publishes_has_nothing_beside_it():
    release = in_the_year_to(2025, SHOWN, indicator="passport")
    assert beside(release, "passport", "19-21") == ()
    assert beside(release, "eet", "19-21") == ()  # not in this release
    assert beside(in_the_year_to(2025, SHOWN), "eet") == ()  # never published for all ages


def test_what_was_published_by_age_stands_beside_what_we_do_not_divide_by_age():
    release = small_release(
        date(2026, 9, 26), {"19-21": (20, 60)}, indicator="staying_put", by_age=False
    )
    found = of_other_ages(release, "staying_put")
    assert [one.says for one in found] == [
        "Medway, age 18: 65% (15 of 23), to 31 March 2024",
        "England, age 18: 62%, to 31 March 2024",
        "South East, age 18: 56%, to 31 March 2024",
        "Medway, ages 19 to 20: 21% (8 of 39), to 31 March 2024",
        "England, ages 19 to 20: 32%, to 31 March 2024",
        "South East, ages 19 to 20: 26%, to 31 March 2024",
    ]
    assert not [one for one in found if one.alike]
    assert "among those alone who could have stayed" in found[0].sourced
    assert beside(release, "staying_put") == ()
    divided = small_release(date(2026, 9, 26), SHOWN, indicator="staying_put")
    assert of_other_ages(divided, "staying_put") == ()


def rows_of(name):
    text = files("carelink.figures").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_every_median_is_what_the_packaged_figures_make():
    rows = [row for row in rows_of("councils_2025.csv") if row["area"] in TEN]
    figures = {(row["indicator"], row["age_band"]) for row in rows}
    assert len(figures) == 26
    for indicator, band in figures:
        printed = [
            row["percent"]
            for row in rows
            if (row["indicator"], row["age_band"]) == (indicator, band)
        ]
        shown = [int(one) for one in printed if one.isdigit()]
        release = in_the_year_to(2025, SHOWN, indicator=indicator)
        *_, of_the_ten = beside(release, indicator, band)
        expected = f"{median(shown):g}" if len(shown) > 5 else "c"
        assert (of_the_ten.percent, of_the_ten.over) == (expected, len(shown)), indicator


def test_every_councils_per_cent_is_what_its_two_figures_make():
    checked = 0
    for row in rows_of("councils_2025.csv"):
        figures = (row["n"], row["of"], row["percent"])
        if row["area"] != "England" and all(one.isdigit() for one in figures):
            n, of = int(row["n"]), int(row["of"])
            # Halves up, in whole numbers alone.
            assert int(row["percent"]) == (200 * n + of) // (2 * of), row
            checked += 1
    assert checked > 2500


def test_every_published_figure_says_its_source_and_how_it_was_counted():
    for one in all_published():
        assert one.source
        assert one.percent.isdigit() or one.percent in ("c", "z", "low"), one
        if one.n.isdigit() and one.of.isdigit() and one.percent.isdigit():
            assert 0 <= int(one.n) <= int(one.of)


OWN = """
own = "Kent"
areas = ["England", "Garden of England"]
neighbours = ["Norfolk", "Suffolk", "Medway"]
model = "three of our own choice"
[[figure]]
indicator = "eet"
area = "Garden of England"
age_band = "19-21"
at = 2025-03-31
percent = 58
counted = "dfe"
source = "Ours"
"""


def test_another_council_lays_its_own_areas_and_neighbours():
    release = in_the_year_to(2025, SHOWN)
    found = beside(release, "eet", "19-21", load_comparators(OWN))
    assert [(one.area, one.percent) for one in found] == [
        ("Kent", "51"),
        ("England", "54"),
        ("Garden of England", "58"),
        ("Neighbours' median", "56"),
    ]
    assert found[3].source == "three of our own choice: DfE CLA 2025 release"
    nobody = OWN.replace('["Norfolk", "Suffolk", "Medway"]', "[]")
    assert len(beside(release, "eet", "19-21", load_comparators(nobody))) == 3
    assert beside(release, "eet", "17-18", load_comparators(OWN))[2].percent == NOT_HELD


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('own = "Kent"', "", "needs own, areas, neighbours, model"),
        ('own = "Kent"', "own = 3", "own is to be a name"),
        ('own = "Kent"', 'own = " "', "own is to be a name"),
        ('"Norfolk", ', '"Norfolkk", ', "no figure of Norfolkk is held"),
        ('"Norfolk", ', '"Suffolk", ', "names Suffolk twice"),
        ('["England", ', '["England", 3, ', "areas is to be a list of names"),
        ("percent = 58", "percent = 101", "whole number"),
        ("percent = 58", "percent = true", "whole number"),
        ("at = 2025-03-31", 'at = "2025"', "a day for at"),
        ('counted = "dfe"', 'counted = "both"', "counted is to be"),
        ('source = "Ours"', 'source = " "', "words for source"),
        ('source = "Ours"', "", "each once"),
        ('age_band = "19-21"', "age_band = 19", "an age_band"),
        ('model = "three', 'more = 1\nmodel = "three', "needs own"),
    ],
)
def test_a_list_that_cannot_be_used_says_what_is_wrong(before, after, says):
    assert before in OWN
    with pytest.raises(RulebookError, match=says):
        read_comparators(OWN.replace(before, after), "The council's list of comparators")


def test_the_same_figure_twice_is_refused():
    twice = OWN + OWN[OWN.index("[[figure]]") :]
    with pytest.raises(RulebookError, match="figure 2 twice"):
        read_comparators(twice, "The council's list of comparators")
