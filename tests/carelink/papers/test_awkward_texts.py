"""Whatever people type: does every block print it, does nothing raise, is nothing lost?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.papers.blocks import (
    Box,
    Bullets,
    Checkboxes,
    Heading,
    Lines,
    Paper,
    Para,
    ParaKind,
    Signatures,
    Table,
)
from carelink.papers.html import write_html
from carelink.papers.pdf import write_pdf
from carelink.papers.pocket import write_pocket_card
from carelink.papers.setting import set_blocks
from tests.awkward import AWKWARD
from tests.carelink.papers.read_back import (
    FONTS,
    MADE_ON,
    SETTING,
    Page,
    a_paper,
    as_printed,
    marked,
    parts_of,
    set_text,
    squashed,
    turns,
)

# Each block with a text wherever it may hold one, and the order in which its texts are read.
BLOCKS = {
    "heading": lambda text: Heading(text),
    "heading 2": lambda text: Heading(text, 2),
    "heading 3": lambda text: Heading(text, 3),
    "para": lambda text: Para(text),
    "lead": lambda text: Para(text, ParaKind.LEAD),
    "small": lambda text: Para(text, ParaKind.SMALL),
    "bullet": lambda text: Bullets((text,)),
    "number": lambda text: Bullets((text,), numbered=True),
    "tick": lambda text: Checkboxes(((text, True),)),
    "box": lambda text: Box("", text, 1),
    "box title": lambda text: Box(text),
    "line": lambda text: Lines(((text, ""),)),
    "value": lambda text: Lines((("", text),)),
    "cell": lambda text: Table((), ((text,),)),
    "header": lambda text: Table((text,), ()),
    "caption": lambda text: Table(("",), (), caption=text),
    "quote": lambda text: Para(text, ParaKind.QUOTE),
    "signature": lambda text: Signatures((text,)),
}
# What a block prints of its own, before and after the text.
OWN = {
    "bullet": ("•", ""),
    "number": ("1.", ""),
    "tick": ("☑", ""),
    "signature": ("", "SignatureDate"),
}
SHORT = {name: text for name, text in AWKWARD.items() if len(text) < 1_500}
LONG = {name: text for name, text in AWKWARD.items() if len(text) >= 1_500}
# One reader, pypdf, finds every letter of these and guesses another order for some of them.
READ_IN_ANOTHER_ORDER = {
    "Arabic with its own digits",
    "Arabic with brackets",
    "Adlam",
    "a sign first, then Arabic",
    "money",
}


def every_block(text):
    return tuple(block(text) for block in BLOCKS.values())


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_text_is_set_letter_by_letter(kind):
    before, after = OWN.get(kind, ("", ""))
    lost = [
        name
        for name, text in AWKWARD.items()
        if squashed(set_text(set_blocks(SETTING, [BLOCKS[kind](text)])))
        != (before + as_printed(text) + after if as_printed(text) or before or after else "")
    ]
    assert lost == []


@pytest.mark.parametrize("kind", ["para", "cell"])
def test_every_text_can_be_read_out_of_the_pdf(kind):
    blocks = marked(lambda text: [BLOCKS[kind](text)], SHORT.values())
    parts = parts_of(write_pdf(a_paper(*blocks), FONTS))
    wanted = [as_printed(text) for text in SHORT.values()]
    named = list(zip(SHORT, wanted, parts, strict=True))
    assert [name for name, want, got in named if sorted(want) != sorted(got)] == []
    assert {name for name, want, got in named if want != got} <= READ_IN_ANOTHER_ORDER
    assert all(turns(SHORT[name]) for name in READ_IN_ANOTHER_ORDER)


def test_every_text_may_be_the_title_the_name_and_the_reference():
    for text in SHORT.values():
        paper = Paper(text, MADE_ON, (Para(text),), person_name=text, reference=text)
        assert write_pdf(paper, FONTS).startswith(b"%PDF-")
        assert write_pocket_card(paper, FONTS).startswith(b"%PDF-")


@pytest.mark.parametrize("name", LONG)
def test_a_very_long_text_is_wrapped_over_pages_and_whole(name):
    text = LONG[name]
    blocks = [Para("[[0]]"), Para(text), Table(("a", "b"), (("x", text),)), Para("[[1]]")]
    (part,) = parts_of(write_pdf(a_paper(*blocks, person_name=text), FONTS))
    assert len(part) >= len(as_printed(text)) * 2


def test_every_text_is_in_the_page_and_none_of_it_is_markup():
    ours = {tag for tag, _ in Page(write_html(a_paper(*every_block("x")))).elements}
    for name, text in AWKWARD.items():
        page = Page(write_html(a_paper(*every_block(text), person_name=text)))
        assert {tag for tag, _ in page.elements} <= ours | {"span"}, name
        assert squashed(page.text).count(as_printed(text)) >= len(BLOCKS), name


@given(st.text(st.characters(), max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_at_all_is_set_and_shown(text):
    assert squashed(set_text(set_blocks(SETTING, [Para(text)]))) == as_printed(text)
    paper = Paper(text, MADE_ON, every_block(text), person_name=text, reference=text)
    assert write_pdf(paper, FONTS).startswith(b"%PDF-")
    assert as_printed(text) in squashed(Page(write_html(paper)).text)


@given(st.text("aأ1 (.لام\u200d\u0301\u064e-،२", max_size=200))
@settings(max_examples=100, deadline=None)
def test_lines_that_run_both_ways_lose_nothing(text):
    assert squashed(set_text(set_blocks(SETTING, [Para(text)]))) == as_printed(text)
