"""Every paper can be saved from the young person's page, whole, and what cannot be is said."""

import io
from pathlib import Path

import pypdf
import pytest

from carelink.errors import Refused
from tests.desks import AMAL
from ui.papers import PAPERS, save_paper
from ui.young_person.papers_button import PapersButton

WITHOUT_PLAN = [kind for kind in PAPERS if kind.name not in ("plan", "own-words")]


@pytest.mark.parametrize("kind", WITHOUT_PLAN, ids=lambda kind: kind.name)
def test_a_paper_is_saved_as_pdf_with_a_page_beside_it(kind, desk, tmp_path):
    paper = kind.make(desk.known(AMAL), desk)
    files = save_paper(kind, paper, tmp_path / "out.pdf")
    pdf = pypdf.PdfReader(io.BytesIO((tmp_path / "out.pdf").read_bytes()))
    assert "Amal Haddad" in pdf.pages[0].extract_text()
    assert [path.suffix for path in files] == [".pdf"] if kind.is_card else [".pdf", ".html"]
    if not kind.is_card:
        assert "Amal Haddad" in (tmp_path / "out.html").read_text()
    assert not list(tmp_path.glob(".*.new"))


@pytest.fixture
def button(desk, qtbot):
    made = PapersButton(desk)
    qtbot.addWidget(made)
    made.show_known(desk.known(AMAL))
    return made


def test_saving_tells_where_and_that_the_store_protects_it_no_more(button, qtbot, tmp_path):
    kind = next(kind for kind in PAPERS if kind.name == "passport")
    with qtbot.waitSignal(button.said) as said:
        button.save(kind, tmp_path / "p.pdf", large=True)
    assert said.args[0].startswith("Saved p.pdf and p.html in ")


def test_a_plan_that_is_not_there_is_said(button, qtbot, tmp_path):
    with qtbot.waitSignal(button.said) as said:
        button.save(PAPERS[0], tmp_path / "p.pdf", large=False)
    assert "no plan written" in said.args[0]
    assert list(tmp_path.glob("p.*")) == []


def test_a_place_that_cannot_be_written_is_said(desk):
    kind = WITHOUT_PLAN[0]
    with pytest.raises(Refused, match="Choose another folder"):
        save_paper(kind, kind.make(desk.known(AMAL), desk), Path("/proc/none/out.pdf"))


def test_every_paper_has_its_action_in_the_menu(button):
    said = [action.text() for action in button.menu().actions()]
    assert all(any(text.startswith(kind.says) for text in said) for kind in PAPERS)
