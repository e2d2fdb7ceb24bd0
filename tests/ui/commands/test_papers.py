"""plan-copy and passport as commands: whole files, plain refusals, the day asked about."""

import io

import pypdf
import pytest

from db.trail import add
from tests.carelink.papers.someone import AMINA, amina
from tests.stores import made_store


@pytest.fixture
def kept(tmp_path, today):
    """A store that holds Amina's file."""
    store, case = made_store(tmp_path, today, name="S"), amina()
    with store.writing() as writing:
        add(writing, "people", [case.person])
        add(writing, "workers", list(case.workers.values()))
        for kind in ("plans", "plan_versions", "plan_matters", "plan_actions", "homes"):
            add(writing, kind, list(getattr(case, kind)))
        add(writing, "care_periods", list(case.care_periods))
        add(writing, "health_items", list(case.health_items))
    store.close()
    return tmp_path / "S"


def text_of(path):
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_a_copy_is_written_as_pdf_as_page_or_both(say, kept, tmp_path):
    for out in ("copy.pdf", "copy.html", "both"):
        assert say("plan-copy", "--store", kept, "--person", AMINA, "--out", tmp_path / out)[0] == 0
    assert "Where will I live?" in text_of(tmp_path / "copy.pdf")
    assert "Where will I live?" in (tmp_path / "copy.html").read_text()
    assert {path.name for path in (tmp_path / "both").iterdir()} == {"plan.pdf", "plan.html"}


def test_the_same_copy_twice_is_the_same_to_the_byte(say, kept, tmp_path):
    for out in ("a.pdf", "b.pdf"):
        say("plan-copy", "--store", kept, "--person", AMINA, "--out", tmp_path / out)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_passport_and_its_card(say, kept, tmp_path):
    out = tmp_path / "passport.pdf"
    assert say("passport", "--store", kept, "--person", AMINA, "--out", out, "--large")[0] == 0
    assert "Penicillin: a rash" in text_of(out)
    card = tmp_path / "card.pdf"
    assert say("passport", "--store", kept, "--person", AMINA, "--out", card, "--card")[0] == 0
    assert "Penicillin: a rash" in text_of(card)
    assert len(pypdf.PdfReader(io.BytesIO(card.read_bytes())).pages) <= 2


def test_a_paper_as_at_a_day_before_anything_was_written(say, kept, tmp_path):
    ended = say(
        *("plan-copy", "--store", kept, "--person", AMINA),
        *("--as-at", "2023-01-01", "--out", tmp_path / "early.pdf"),
    )
    assert ended.code == 1
    assert "no plan written" in ended.err
    assert not (tmp_path / "early.pdf").exists()


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("plan-copy", "--person", "NOBODY", "--out", "x.pdf"), 1, "Nobody with the reference"),
        (("passport", "--person", AMINA, "--out", "."), 1, "the one you are in"),
        (("passport", "--person", AMINA, "--card", "--out", "x"), 2, "The card is a PDF"),
        (("plan-copy", "--person", AMINA, "--as-at", "2090-01-01", "--out", "x.pdf"), 1, "today"),
        (("plan-copy", "--out", "x.pdf"), 2, "--person"),
    ],
)
def test_what_cannot_be_written_is_said(say, kept, tmp_path, monkeypatch, words, code, says):
    monkeypatch.chdir(tmp_path)
    command, *rest = words
    ended = say(command, "--store", kept, *rest)
    assert (ended.code, says in ended.err) == (code, True), ended.err
    assert not (tmp_path / "x.pdf").exists()
