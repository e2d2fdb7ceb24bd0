"""The helper of words: found as they stand, said in a line, and a council's own list first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.errors import RulebookError
from carelink.wording import Instead, load_wording

OURS = load_wording()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He likes the new placement.", ["placement"]),
        ("PLACEMENTS ended", ["PLACEMENTS"]),
        ("She refused, then Failed to attend", ["refused", "Failed to attend"]),
        ("NEET since May", ["NEET"]),
        ("need a neet thing", []),
        ("displacement, misplacement and clientele", []),
        ("my home, chose not to, told us", []),
        ("", []),
        ("placement placement Placement", ["placement"]),
    ],
)
def test_the_words_are_found_whole_and_each_once(text, found):
    assert [instead.found for instead in OURS.instead_of(text)] == found


def test_it_is_said_in_one_line_and_never_more_than_two():
    assert OURS.say("a placement") == "You could also say, for “placement”: home; where they live."
    said = OURS.say("the placement refused the client, vulnerable, DNA")
    assert said.count("“") == 2
    assert OURS.say("all is well") == ""


def test_a_councils_own_words_come_first():
    own = load_wording('[[instead]]\navoid = ["placement", "unit"]\nuse = "my place"')
    assert own.instead_of("the unit placement") == [
        Instead("unit", "my place"),
        Instead("placement", "my place"),
    ]
    assert own.instead_of("refused")


@pytest.mark.parametrize(
    "text",
    [
        "[[instead]",
        "instead = 3",
        "[[instead]]\nuse = 'home'",
        "[[instead]]\navoid = []\nuse = 'home'",
        "[[instead]]\navoid = ['']\nuse = 'home'",
        "[[instead]]\navoid = ['x']\nuse = ' '",
        "[[instead]]\navoid = 'x'\nuse = 'home'",
    ],
)
def test_a_list_that_cannot_be_used_says_where(text):
    with pytest.raises(RulebookError, match=r"words\.toml"):
        load_wording(text)


@given(st.text())
def test_no_text_is_too_odd_for_it(text):
    assert OURS.say(text) == "" or OURS.instead_of(text)
