"""How a name is found and shortened."""

import pytest

from carelink.names import folded, initials, kept_apart


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("zoe", "Zoë"),
        ("obrien", "O’Brien"),
        ("lukasz", "ŁUKASZ"),
        ("anh", "Ánh"),
        ("ipek", "İpek"),
        ("احمد", "أَحْمَد"),
        ("علي", "علی"),
        ("هنا", "هنـا"),
        ("ሀና", "ሐና"),
        ("mary ann", "Mary-Ann"),
        ("strasse", "Straße"),
    ],
)
def test_a_name_is_found_as_it_is_typed(typed, written):
    assert folded(typed) in folded(written)


def test_folding_is_settled_after_one_go():
    for name in ("İpek ÇELİK", "ٱلسَّيِّد", "Nguyễn Thị Ánh", "ዐለሙ", "Ǆ Ⅷ"):
        assert folded(folded(name)) == folded(name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Amal Haddad", "AH"),
        ("Mary-Ann Lee Jones", "MJ"),
        ("Tsehay", "T"),
        ("أحمد علي", "أع"),
        ("", "?"),
        ("— ?", "?"),
    ],
)
def test_initials_are_the_first_and_the_last(name, shown):
    assert initials(name) == shown


def test_a_name_from_right_to_left_does_not_turn_its_neighbours():
    assert kept_apart("أحمد") == "\u200e\u2068أحمد\u2069"
    assert kept_apart("Zoë ሐና") == "Zoë ሐና"
