"""What a figure is to reach: a list that a council lays over ours, and what it may not say."""

from datetime import date

import pytest

from carelink.errors import RulebookError
from carelink.figures.targets import Target, load_targets, read_targets, target_for


def test_a_target_is_of_one_figure_of_one_age_band_of_one_kind_of_people():
    targets = load_targets()
    assert target_for(targets, "eet", "19-21", "birthday_cohort").percent == 65
    assert target_for(targets, "suitable_accommodation", "19-21", "birthday_cohort").percent == 95
    assert target_for(targets, "eet", "19-21", "roll") is None
    assert target_for(targets, "eet", "17-18", "birthday_cohort") is None
    assert target_for(targets, "eet", "", "birthday_cohort") is None


def test_a_target_of_all_ages_has_nothing_between_the_quotes():
    (target,) = read_targets(written(age_band='""'), "The list")
    assert target_for((target,), "eet", "", "roll") is target
    twice = written(age_band='""') + "\n" + written(age_band='""')
    with pytest.raises(RulebookError, match="two targets for eet, roll"):
        read_targets(twice, "The list")


def test_a_council_lays_its_own_targets_and_an_empty_list_is_none():
    own = (
        '[[target]]\nindicator = "in_touch"\nage_band = "17-18"\npopulation = "roll"\n'
        'percent = 98\nby = 2027-03-31\nsource = "Our plan"\n'
    )
    day = date(2027, 3, 31)
    assert load_targets(own) == (Target("in_touch", "17-18", "roll", 98, day, "Our plan"),)
    assert load_targets("") == ()


GOOD = {
    "indicator": '"eet"',
    "age_band": '"19-21"',
    "population": '"roll"',
    "percent": "65",
    "by": "2027-03-31",
    "source": '"Our plan"',
}


def written(**changed):
    given = {**GOOD, **changed}
    return "[[target]]\n" + "\n".join(f"{name} = {said}" for name, said in given.items() if said)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[target", "not a TOML file"),
        ("target = 3", "nothing else"),
        ("[targets]\n", "nothing else"),
        (written(indicator='"neat"'), "indicator is to be one of"),
        (written(age_band='"18"'), "age_band is to be one of"),
        (written(population='"both"'), "population is to be one of"),
        (written(indicator='"passport_by_18"'), "passport_by_18 is not a figure of roll"),
        (written(percent="101"), "whole number"),
        (written(percent="true"), "whole number"),
        (written(by='"soon"'), "a day for by"),
        (written(source='" "'), "needs a source"),
        (written(source=""), "each once"),
        (written(more="1"), "each once"),
        (written() + "\n" + written(), "two targets"),
    ],
)
def test_a_list_that_cannot_be_used_says_which_target_and_what_to_do(text, says):
    with pytest.raises(RulebookError, match=says):
        read_targets(text, "The council's list of targets")
