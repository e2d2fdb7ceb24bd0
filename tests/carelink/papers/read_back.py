"""What text does somebody find who reads our papers with another program?"""

import io
import re
import unicodedata
from datetime import date
from html.parser import HTMLParser

from pypdf import PdfReader

from carelink.papers.blocks import Paper, Para
from carelink.papers.fonts import read
from carelink.papers.strips import Words
from carelink.papers.style import style_of
from carelink.papers.worded import Setting
from carelink.papers.written import UNSEEN, printed
from ui.assets import paper_fonts

MADE_ON = date(2026, 11, 24)
FONTS = paper_fonts()
SETTING = Setting(style_of(14, 450), read(FONTS))
_MARK = re.compile(r"\[\[(\d+)\]\]")
_FOOT = re.compile(r"^Page \d+ of \d+$|^\d of [48]$", re.M)


def a_paper(*blocks, **more):
    """A paper with these blocks, about nobody unless said."""
    return Paper("A paper", MADE_ON, tuple(blocks), **more)


def pages_of(pdf):
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def lines_of(pdf):
    """The lines of text in the whole file, without empty ones and those at the foot of a page."""
    text = _FOOT.sub("", "\n".join(pages_of(pdf)))
    return [line.strip() for line in without_unseen(text).splitlines() if line.strip()]


def set_text(strips):
    """The text that was set, line after line, as it is read."""
    marks = (mark for strip in strips for mark in strip.marks if isinstance(mark, Words))
    return "".join(read_run(run) for mark in marks for run in mark.line.runs)


def read_run(run):
    glyphs = reversed(run.glyphs) if run.right_to_left else run.glyphs
    return "".join(glyph.text for glyph in glyphs)


def without_unseen(text):
    return UNSEEN.sub("", text)


def squashed(text):
    """The text without blanks and unseen characters: wrapping decides over blanks."""
    return "".join(without_unseen(text).split())


def as_printed(text):
    """What must be found of a text that was typed."""
    return squashed(printed(text))


def marked(blocks_of, texts):
    """Blocks for each text, with a mark before each by which its part is found again."""
    for place, text in enumerate(texts):
        yield Para(f"[[{place}]]")
        yield from blocks_of(text)
    yield Para(f"[[{len(texts)}]]")


def parts_of(pdf):
    """What stands between the marks, squashed, in order."""
    text = _FOOT.sub("", "\n".join(pages_of(pdf)))
    _, *pieces = _MARK.split(text)
    return [squashed(piece) for piece in pieces[1::2]][:-1]


def turns(text):
    """Whether some of it runs from the right, where readers of PDFs guess at the order."""
    return any(unicodedata.bidirectional(one) in ("R", "AL", "AN") for one in text)


class Page(HTMLParser):
    """A page of HTML, read: its elements as (tag, attributes), and its text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elements, self.text, self._skipped = [], "", 0
        self.feed(html.decode())

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._skipped += tag in ("style", "title")

    def handle_endtag(self, tag):
        self._skipped -= tag in ("style", "title")

    def handle_data(self, data):
        if not self._skipped:
            self.text += data
