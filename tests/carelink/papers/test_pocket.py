"""Does a pocket card hold what was given, one part a panel, and say when there is more?"""

import re

import pytest

from carelink.papers.blocks import Bullets, Heading, Lines, PageBreak, Para
from carelink.papers.pocket import EIGHT, FOUR, MORE, write_pocket_card
from tests.carelink.papers.a_sample import SAMPLE
from tests.carelink.papers.read_back import FONTS, lines_of, pages_of


def a_card(*parts, sheet=EIGHT):
    """A card about Amina with a part for each panel."""
    blocks = [block for part in parts for block in (PageBreak(), *part)][1:]
    return write_pocket_card(SAMPLE._replace(blocks=tuple(blocks)), FONTS, sheet)


def part(number, words="Some words."):
    return Heading(f"Part {number}"), Para(words)


@pytest.mark.parametrize(("sheet", "panels"), [(EIGHT, 8), (FOUR, 4)])
def test_each_part_has_its_panel_and_each_panel_says_whose_it_is(sheet, panels):
    (page,) = pages_of(a_card(*(part(n) for n in range(1, panels + 1)), sheet=sheet))
    assert [int(n) for n in re.findall(r"^Part (\d)", page, re.M)] == list(range(1, panels + 1))
    for number in range(1, panels + 1):
        assert re.search(rf"Amina Yusuf\s*Born 3 May 2008\s*{number} of {panels}", page)
    assert MORE not in page


def test_a_card_says_where_to_fold():
    (page,) = pages_of(a_card(part(1)))
    assert "1. Fold this half behind" in page
    assert "2. Fold in half" in page


def test_a_text_too_long_for_a_panel_goes_on_in_the_next():
    words = " ".join(f"word{n}" for n in range(200))
    (page,) = pages_of(a_card(part(1, words), part(2)))
    assert all(f"word{n}" in page for n in range(200))
    assert MORE not in page


def test_a_text_too_long_for_the_card_ends_with_where_more_is_and_takes_no_other_parts_place():
    words = " ".join(f"word{n}" for n in range(2_000))
    (page,) = pages_of(a_card(part(1), part(2, words), *(part(n) for n in range(3, 8))))
    assert page.count(MORE) == 1
    assert [int(n) for n in re.findall(r"^Part (\d)", page, re.M)] == [1, 2, 3, 4, 5, 6, 7]
    assert "word1999" not in page


def test_more_parts_than_panels_share_panels():
    parts = [(Heading(f"Part {n}"), Lines((("GP", f"Dr {n}"),))) for n in range(1, 13)]
    lines = "\n".join(lines_of(a_card(*parts)))
    assert [int(n) for n in re.findall(r"^Part (\d+)", lines, re.M)] == list(range(1, 13))
    assert MORE not in lines


def test_far_too_much_is_cut_and_said():
    parts = [(Heading(f"Part {n}"), Bullets(("a thing that takes room",) * 9)) for n in range(40)]
    (page,) = pages_of(a_card(*parts))
    assert page.count(MORE) == 1
    assert "Part 0" in page
