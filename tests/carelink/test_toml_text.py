import pytest

from carelink.errors import RulebookError
from carelink.handover.terms import load_terms
from carelink.toml_text import read_toml


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "a = ",
            "The list is not a TOML file that can be read: Invalid value (at end of document)",
        ),
        ("a = " + "[" * 5000, "The list has brackets inside brackets far too deep"),
    ],
)
def test_what_cannot_be_read_is_named_and_said(text, says):
    with pytest.raises(RulebookError) as refused:
        read_toml(text, "The list")
    assert str(refused.value).startswith(says)


def test_a_mark_that_an_editor_put_before_the_first_word_says_nothing():
    assert read_toml("\ufeffa = 1", "The list") == {"a": 1}
    assert load_terms("\ufefffirst_meeting_days = 3").first_meeting_days == 3
