"""Each paper about a young person against the text it is to print, and what it must never print.

To change a golden text on purpose: print the paper, read it, and put its text in the file.
"""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest

from carelink.errors import Refused
from carelink.facts import Contact, Handover
from carelink.money.catalogue import load_catalogue
from carelink.papers.duty_brief import duty_brief
from carelink.papers.entitlements_sheet import entitlements_sheet
from carelink.papers.handover_pack import handover_pack
from carelink.papers.health_passport import (
    health_passport,
    passport_card,
    passport_for_others,
)
from carelink.papers.html import write_html
from carelink.papers.pdf import write_pdf
from carelink.papers.plan_copy import plan_copy
from carelink.papers.you_said import you_said
from carelink.plan.matters import SCHEDULE_1
from carelink.rulebook import load_rulebook
from tests.carelink.papers.someone import DAY, amina
from ui.assets import paper_fonts

GOING = Handover(
    *("H1", "MED-0007", "W1", "W2", date(2026, 11, 10), date(2026, 12, 1), "Naomi leaves us"),
    pack_on=DAY,
    joint_visit_on=date(2026, 11, 28),
    told_on=DAY,
    told_by="W1",
    view_words="I will miss her, but all right.",
)
GOLDEN = Path(__file__).parent / "golden"
PAPERS = {
    "plan_copy": plan_copy,
    "health_passport": health_passport,
    "passport_for_others": passport_for_others,
    "you_said": you_said,
    "what_i_may_have": lambda case, day: entitlements_sheet(case, load_catalogue(), day),
    "handover_pack": lambda case, day: handover_pack(
        case, GOING, load_rulebook(), load_catalogue(), day
    ),
    "duty_brief": lambda case, day: duty_brief(case, load_rulebook(), load_catalogue(), day),
}


def printed(paper):
    """The text of the PDF, line by line, page by page."""
    pages = pypdf.PdfReader(io.BytesIO(write_pdf(paper, paper_fonts()))).pages
    return "\n\n".join(page.extract_text() for page in pages) + "\n"


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_prints_what_it_printed(name):
    assert printed(PAPERS[name](amina(), DAY)) == (GOLDEN / f"{name}.txt").read_text()


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_says_whose_it_is_and_which_of_how_many(name):
    pages = pypdf.PdfReader(io.BytesIO(write_pdf(PAPERS[name](amina(), DAY), paper_fonts()))).pages
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert "Amina" in text
        assert "Born 3 May 2007" in text
        assert f"Page {number} of {len(pages)}" in text


@pytest.mark.parametrize("name", PAPERS)
def test_an_address_never_stands_on_a_copy_and_markup_is_only_text(name):
    paper = PAPERS[name](amina(), DAY)
    page = write_html(paper).decode()
    assert "Hidden Lane" not in printed(paper) + page
    assert "ME4 4TR" not in printed(paper) + page
    assert "<b>and" not in page


def test_the_plan_asks_every_matter_of_the_schedule_as_a_question():
    text = printed(plan_copy(amina(), DAY))
    for matter in SCHEDULE_1:
        assert matter.question in text
    page = write_html(plan_copy(amina(), DAY)).decode()
    assert "&lt;b&gt;and&lt;/b&gt;" in page
    assert page.count("<h2") >= len(SCHEDULE_1)


def test_their_words_can_be_printed_alone():
    text = printed(plan_copy(amina(), DAY, own_words_only=True))
    assert "I can cook rice ten ways." in text
    assert "Paying bills" not in text


def test_only_people_they_agreed_to_name_stand_in_the_copy():
    text = printed(plan_copy(amina(), DAY))
    assert "Huda" in text
    assert "Karim" not in text


def test_there_is_no_copy_without_a_plan():
    with pytest.raises(Refused, match="no plan written"):
        plan_copy(replace(amina(), plan_versions=(), worked_out={}), DAY)


def test_a_draft_says_that_it_is_one():
    (version,) = amina().plan_versions
    draft = replace(amina(), plan_versions=(version._replace(approved_on=None),), worked_out={})
    assert "This is a draft." in printed(plan_copy(draft, DAY))


def test_the_card_begins_with_what_an_emergency_needs():
    texts = [getattr(block, "text", "") for block in passport_card(amina(), DAY).blocks]
    assert texts.index("Allergies") < texts.index("GP surgery")
    assert "Penicillin: a rash" in texts


def test_what_others_may_see_holds_the_lines_agreed_to_and_no_other():
    case = amina()
    gp, *others = case.health_items
    agreed = replace(
        case,
        person=case.person._replace(nhs_number="9434765919"),
        health_items=(gp._replace(shared=True), *(one._replace(shared=False) for one in others)),
        worked_out={},
    )
    text = printed(passport_for_others(agreed, DAY))
    assert gp.says in text
    assert "Amina" in text
    assert not [one.says for one in others if one.says and one.says in text]
    assert "943 476 5919" not in text
    nobody = replace(agreed, health_items=tuple(others), worked_out={})
    nobody = replace(nobody, health_items=tuple(one._replace(shared=None) for one in others))
    assert "They have not agreed to showing anything yet." in printed(
        passport_for_others(nobody, DAY)
    )


def test_with_nothing_to_tell_the_sheet_says_so_and_not_that_something_was_done():
    said = replace(amina(), statements=(), promises=(), worked_out={})
    text = printed(you_said(said, DAY))
    assert "We have not yet written down what you told us" in text
    assert "This is what we did" not in text


def test_what_was_to_be_done_by_a_day_gone_by_is_said_to_be_still_to_do():
    text = printed(plan_copy(amina(), date(2027, 1, 1)))
    assert "Still to do. It was" in text
    assert "Still to do" not in printed(plan_copy(amina(), DAY))


def test_what_we_cannot_tell_yet_is_one_sentence_and_a_list():
    paper = entitlements_sheet(amina(), load_catalogue(), DAY)
    unknown = replace(amina(), care_periods=(), worked_out={})
    text = printed(entitlements_sheet(unknown, load_catalogue(), DAY))
    assert text.count("We need to know more") == 1
    assert "Setting-up-home allowance" in text
    assert "£3,000" in printed(paper)


def test_a_pack_says_what_nobody_knows():
    bare = replace(
        amina(),
        person=amina().person._replace(about_me=""),
        supporters=(),
        homes=(),
        promises=(),
        worked_out={},
    )
    text = printed(handover_pack(bare, None, load_rulebook(), load_catalogue(), DAY))
    assert "They have not been asked yet. Ask them when you first meet." in text
    assert "No promise of ours is open." in text
    assert "No home is recorded" in text
    assert "Ask who matters." in text
    assert "This handover" not in text


def test_a_pack_lists_the_next_three_dates_and_no_more():
    planned = [date(2026, 11, day) for day in (25, 26, 27, 30)]
    contacts = tuple(
        Contact(f"C{on}", "MED-0007", "W1", DAY, "spoke", next_on=on) for on in planned
    )
    case = replace(amina(), contacts=contacts, worked_out={})
    blocks = PAPERS["handover_pack"](case, DAY).blocks
    at = next(n for n, block in enumerate(blocks) if getattr(block, "text", "") == "The next dates")
    assert blocks[at + 1].items == (
        "Wednesday 25 November 2026: Next contact, as planned",
        "Thursday 26 November 2026: Next contact, as planned",
        "Friday 27 November 2026: Next contact, as planned",
    )
    (alone,) = PAPERS["handover_pack"](replace(case, contacts=()), DAY).blocks[at + 1].items[:1]
    assert alone == "Saturday 28 November 2026: Visit together"
