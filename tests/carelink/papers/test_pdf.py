"""Is a paper on A4 whole: its words, its pages, what stands at their foot, what the file says?"""

import io
import re

import pytest
from pypdf import PdfReader

from carelink.papers.blocks import Box, Bullets, Heading, Lines, PageBreak, Para, Signatures, Table
from carelink.papers.pdf import write_pdf
from tests.carelink.papers.a_sample import SAMPLE
from tests.carelink.papers.read_back import FONTS, a_paper, lines_of, pages_of

GOLDEN = """
My pathway plan
Amina Yusuf
Born 3 May 2008 · Made on 24 November 2026 · Reference: CL-1042
This is your plan. You can change your mind.
Where will I live?
You live in a flat in Gillingham.
Sam comes on Tuesdays.
I like that it is near the bus.
— Amina, 3 May 2026
My home Flat 2, Canal Road
Next visit Not recorded
What will happen
Actions
What Who By when
Ask the landlord about a bike Jo 3 December 2026
shed
Apply for the setting-up-home Jo and Amina
allowance: the cooker, then the
bed
Visit the college in Chatham Amina 1 February 2027
Amina Yusuf Born 3 May 2008 Page 1 of 3
Things I can do
• Cook three meals
• Use the bus and the train
1. First ring the college
2. Then send the form
☑ I have a bank account
☐ I am registered to vote
What I do not agree with
You may write here.
Amina Yusuf Born 3 May 2008 Page 2 of 3
In other languages
أمينة تسكن في ليدز مع أختها.
هێمن دەیەوێت لە ساڵی 2026 دەست بە کارێک بکات.
Nguyễn Thị Minh Khai muốn học nấu ăn.
ሰላም ትባላለች። በሊድስ ትኖራለች፣
If you are not happy, you can complain.
Amina
Signature Date
Personal adviser
Signature Date
Amina Yusuf Born 3 May 2008 Page 3 of 3
"""
LARGEST = re.compile(r"/Face\d+ ([\d.]+) Tf")


def sentences(count):
    return " ".join(f"Sentence {n} says one thing." for n in range(count))


def opened(pdf):
    return PdfReader(io.BytesIO(pdf))


def test_the_words_of_a_paper_are_those_that_were_given():
    assert "\n".join(lines_of(write_pdf(SAMPLE, FONTS))) == GOLDEN.strip()


def test_the_same_paper_is_the_same_bytes():
    assert write_pdf(SAMPLE, FONTS) == write_pdf(SAMPLE, FONTS)


def test_every_page_says_whose_it_is_and_which_of_how_many():
    pages = pages_of(write_pdf(SAMPLE._replace(blocks=(Para(sentences(400)),)), FONTS))
    assert len(pages) > 4
    for number, page in enumerate(pages, 1):
        foot = page.splitlines()[-1]
        assert "Amina Yusuf" in foot
        assert "Born 3 May 2008" in foot
        assert f"Page {number} of {len(pages)}" in foot


def test_a_date_of_birth_that_is_missing_is_said():
    page = pages_of(write_pdf(SAMPLE._replace(born=None), FONTS))[0]
    assert page.count("Date of birth not recorded") == 2


def test_a_name_too_long_for_the_foot_is_cut_there_and_whole_in_the_title():
    name = "Amina " * 60
    pages = pages_of(write_pdf(SAMPLE._replace(person_name=name), FONTS))
    assert pages[0].count("Amina") >= 60
    assert all(re.search(r"…\s+Born 3 May 2008\s+Page", page) for page in pages)


def test_a_paper_about_nobody_names_nobody():
    (page,) = pages_of(write_pdf(a_paper(Para("Figures of the team.")), FONTS))
    assert "Born" not in page
    assert "Date of birth" not in page


def test_only_our_own_fonts_are_used_and_they_are_all_in_the_file():
    fonts = [
        font.get_object()
        for page in opened(write_pdf(SAMPLE, FONTS)).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert {font["/Subtype"] for font in fonts} == {"/Type0"}
    assert b"Helvetica" not in write_pdf(SAMPLE, FONTS)
    for font in fonts:
        (descendant,) = font["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"].get_object()
        assert re.fullmatch(r"/[A-Z]{6}\+NotoSans\w*-(Regular|Bold)", descriptor["/FontName"])
        assert "/FontFile2" in descriptor
        assert "/ToUnicode" in font


def test_in_arabic_each_letter_has_its_own_entry_for_readers_who_turn_text_letter_by_letter():
    pdf = write_pdf(a_paper(Para("سلام لا لأ")), FONTS)
    fonts = opened(pdf).pages[0]["/Resources"]["/Font"].values()
    (arabic,) = (font for font in fonts if "Arabic" in font["/BaseFont"])
    table = arabic["/ToUnicode"].get_object().get_data().decode()
    texts = re.findall(r"^<[0-9A-F]{4}> <([0-9A-F]+)>$", table, re.M)
    assert len(texts) > 6
    assert {len(text) for text in texts} == {4}


def test_the_file_says_its_title_and_language_and_has_an_outline():
    reader = opened(write_pdf(SAMPLE, FONTS))
    assert reader.metadata.title == "My pathway plan – Amina Yusuf"
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.metadata.creation_date.date() == SAMPLE.made_on
    where, below, languages = reader.outline
    assert [where.title, languages.title] == ["Where will I live?", "In other languages"]
    assert below[0].title == "What will happen"
    assert below[1][0].title == "Things I can do"


@pytest.mark.parametrize("levels", [(3, 1), (2, 3, 1), (1, 3), (0, 7)])
def test_headings_that_leave_out_a_level_are_in_the_outline(levels):
    blocks = [Heading(f"Part {level}", level) for level in levels]
    assert opened(write_pdf(a_paper(*blocks), FONTS)).outline


def test_a_large_paper_is_set_in_18_points():
    sizes = [
        {float(size) for size in LARGEST.findall(page.get_contents().get_data().decode("latin-1"))}
        for large in (False, True)
        for page in opened(write_pdf(a_paper(Para("Some words.")), FONTS, large=large)).pages
    ]
    assert 14.0 in sizes[0]
    assert 18.0 in sizes[1]
    assert min(sizes[0]) > 10


def test_a_heading_is_never_the_last_on_a_page():
    for lines in range(12, 40):
        blocks = [*(Para("One line.") for _ in range(lines)), Heading("Next?"), Para("It is so.")]
        for page in pages_of(write_pdf(a_paper(*blocks), FONTS)):
            assert ("Next?" in page) == ("It is so." in page)


def test_a_box_that_fits_on_a_page_is_not_divided():
    for lines in range(12, 40, 3):
        blocks = [*(Para("One line.") for _ in range(lines)), Box("First", "words\n" * 9 + "last")]
        for page in pages_of(write_pdf(a_paper(*blocks), FONTS)):
            assert ("First" in page) == ("last" in page)


@pytest.mark.parametrize("count", range(2, 30, 3))
def test_nobody_signs_on_a_page_of_their_own(count):
    blocks = (*(Para("A line.") for _ in range(count)), Signatures(("Amina", "Personal adviser")))
    signed = [page for page in pages_of(write_pdf(a_paper(*blocks), FONTS)) if "Date" in page]
    assert len(signed) == 1


def test_a_box_higher_than_a_page_comes_apart_and_is_whole():
    words = "\n".join(f"Line {n}" for n in range(100))
    pdf = write_pdf(a_paper(Box("A long box", words)), FONTS)
    assert [line for line in lines_of(pdf) if line.startswith("Line")] == words.splitlines()
    assert len(pages_of(pdf)) > 2


def test_a_table_says_its_headers_on_each_page():
    rows = tuple((f"Row {n}", sentences(3), "Jo") for n in range(40))
    pages = pages_of(write_pdf(a_paper(Table(("What", "Words", "Who"), rows)), FONTS))
    assert len(pages) > 3
    assert all("What Words Who" in page for page in pages)
    assert sum(len(re.findall(r"^Row \d+", page, re.M)) for page in pages) == 40


def test_a_row_is_kept_on_one_page():
    rows = tuple((f"Row {n}", f"starts {n} {sentences(4)} ends {n}") for n in range(30))
    for page in pages_of(write_pdf(a_paper(Table(("What", "Words"), rows)), FONTS)):
        assert re.findall(r"starts (\d+)", page) == re.findall(r"ends (\d+)", page)


def test_a_cell_higher_than_a_page_goes_on_over_the_next():
    table = Table(("What", "Words"), (("Long", sentences(300)), ("Short", "Jo")))
    pdf = write_pdf(a_paper(table), FONTS)
    found = re.findall(r"\b\d+\b", " ".join(line for line in lines_of(pdf) if "Page" not in line))
    assert len(pages_of(pdf)) > 4
    assert {int(number) for number in found} >= set(range(300))


def test_rows_of_a_wrong_length_lose_nothing():
    table = Table(("One", "Two"), (("a",), ("b", "c", "d"), ()))
    lines = lines_of(write_pdf(a_paper(table), FONTS))
    assert "One Two" in lines
    assert "b c d" in lines


@pytest.mark.parametrize(
    "blocks", [(), (PageBreak(),), (PageBreak(), PageBreak(), Para("Words."), PageBreak())]
)
def test_no_page_is_empty(blocks):
    assert len(pages_of(write_pdf(a_paper(*blocks), FONTS))) == 1 + (Para("Words.") in blocks)


def test_empty_blocks_print_nothing_and_break_nothing():
    blocks = [Heading(""), Para(""), Lines(()), Bullets(()), Box(""), Table((), ())]
    assert lines_of(write_pdf(a_paper(*blocks), FONTS)) == ["A paper", "Made on 24 November 2026"]


def test_a_character_without_a_shape_is_a_square_and_the_paper_says_so():
    shown = " ".join(lines_of(write_pdf(a_paper(Para("Her name is রহিমা")), FONTS)))
    assert "রহিমা" in shown
    assert "□ stands for a character that this print has no shape for." in shown
    plain = " ".join(lines_of(write_pdf(a_paper(Para("A square □, and Amina")), FONTS)))
    assert "stands for" not in plain
