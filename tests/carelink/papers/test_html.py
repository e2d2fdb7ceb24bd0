"""Is the page whole by itself, can it be read by any means, is a person's text only text?"""

import base64
import hashlib
import re

from carelink.papers.blocks import Bullets, Heading, Para, Table
from carelink.papers.html import write_html
from tests.carelink.papers.a_sample import SAMPLE
from tests.carelink.papers.read_back import Page, a_paper, squashed


def elements(html, tag):
    return [attributes for name, attributes in Page(html).elements if name == tag]


def test_the_page_has_every_word_of_the_paper_in_order():
    text = squashed(Page(write_html(SAMPLE)).text)
    place = 0
    for words in (
        "My pathway plan",
        "Amina Yusuf",
        "Born 3 May 2008 · Made on 24 November 2026 · Reference: CL-1042",
        "You can change your mind.",
        "Where will I live?",
        "Sam comes on Tuesdays.",
        "Amina, 3 May 2026",
        "Next visit",
        "Not recorded",
        "Actions",
        "Visit the college in Chatham",
        "1 February 2027",
        "Then send the form",
        "I am registered to vote",
        "What I do not agree with",
        "أمينة تسكن في ليدز مع أختها.",
        "Personal adviser",
    ):
        place = text.index(squashed(words), place) + 1


def test_headings_go_down_one_level_at_a_time_from_the_title():
    headings = [tag for tag, _ in Page(write_html(SAMPLE)).elements if re.fullmatch(r"h\d", tag)]
    assert headings == ["h1", "h2", "h3", "h4", "h2"]


def test_a_table_names_its_columns_and_rows():
    html = write_html(
        a_paper(Table(("What", "Who"), (("Visit", "Jo"), ("Call", "Sam")), "Actions"))
    )
    assert [cell["scope"] for cell in elements(html, "th")] == ["col", "col", "row", "row"]
    assert len(elements(html, "td")) == 2
    assert len(elements(html, "caption")) == 1


def test_each_paragraph_says_its_direction_and_script():
    html = write_html(a_paper(Para("أمينة"), Para("ሰላም"), Para("Amina"), Para("one\nدو")))
    _, arabic, ethiopic, latin, both = elements(html, "p")
    assert arabic == {"dir": "rtl", "lang": "und-Arab"}
    assert ethiopic == {"lang": "und-Ethi"}
    assert latin == {}
    assert both == {}
    assert [span.get("dir") for span in elements(html, "span")] == [None, "rtl"]
    assert elements(html, "html") == [{"lang": "en-GB", "dir": "ltr"}]


def test_nothing_is_loaded_run_or_sent():
    html = write_html(SAMPLE)
    assert not {"script", "link", "iframe", "form", "img", "object"} & {
        tag for tag, _ in Page(html).elements
    }
    for _, attributes in Page(html).elements:
        assert not {"src", "href", "action", "style", "onclick"} & set(attributes)
    assert b"url(" not in html
    assert b"@import" not in html


def test_the_policy_allows_our_own_style_and_nothing_else():
    html = write_html(SAMPLE).decode()
    style = re.search(r"<style>(.*?)</style>", html, re.S)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(one["content"] for one in elements(html.encode(), "meta") if "http-equiv" in one)
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")


def test_markup_is_shown_as_it_was_typed():
    html = write_html(a_paper(Heading("<b>a</b>"), Bullets(("&amp; <script>x</script>",))))
    assert "<b>a</b>" in Page(html).text
    assert "&amp; <script>x</script>" in Page(html).text
    assert elements(html, "b") == []


def test_a_language_is_an_attribute_and_nothing_more():
    html = write_html(SAMPLE._replace(language='en"><script>'))
    assert elements(html, "script") == []
