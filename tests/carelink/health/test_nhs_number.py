"""Is it an NHS number? The table nhs_numbers.toml can be read and added to by anybody."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.nhs_number import is_nhs_number, shown, wrong_with

_TABLE = tomllib.loads((Path(__file__).parent / "nhs_numbers.toml").read_text(encoding="utf-8"))
_NINE = st.text("0123456789", min_size=9, max_size=9).filter(lambda nine: len(set(nine)) > 1)


@pytest.mark.parametrize("row", _TABLE["taken"], ids=lambda row: row["typed"])
def test_a_number_is_taken_and_shown_in_threes_and_four(row):
    assert wrong_with(row["typed"]) == ""
    assert shown(row["typed"]) == row["shown"]


@pytest.mark.parametrize("row", _TABLE["not_taken"], ids=lambda row: row["typed"])
def test_what_is_no_number_is_told_apart(row):
    assert wrong_with(row["typed"]) == row["says"]


@given(_NINE)
def test_of_ten_last_digits_at_most_one_fits(nine):
    assert sum(is_nhs_number(f"{nine}{last}") for last in range(10)) <= 1


@given(_NINE, st.integers(0, 8))
def test_two_neighbours_swapped_are_noticed(nine, at):
    for last in "0123456789":
        ten = nine + last
        swapped = ten[:at] + ten[at + 1] + ten[at] + ten[at + 2 :]
        if is_nhs_number(ten) and swapped != ten:
            assert not is_nhs_number(swapped)


@given(st.text(max_size=40))
def test_whatever_is_typed_gets_one_sentence_or_none(typed):
    says = wrong_with(typed)
    assert says == "" or says.endswith(".")
