"""The Board page on a real store: released figures alone, an older release where asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from sqlalchemy import update

from db.tables import FACTS
from tests.fingers import Fingers
from tests.ledgers import JO, approved, prepared, seated
from tests.pages import words_on
from tests.released import MARCH, SEPTEMBER, a_release

NOW = a_release(more=10)
THEN = a_release(SEPTEMBER)


@pytest.fixture
def kept(desk):
    """September's pack approved, November's prepared."""
    approved(desk, prepared(desk, THEN, commentary={"homes": "Three more homes were found."}))
    prepared(desk, NOW)
    return desk


@pytest.fixture
def board(kept, window):
    window.go_to("board")
    return window.page("board")


def everything_on(widget: QWidget) -> str:
    """Every text of every widget and list of it, seen or not, with what is read out."""
    said = [label.text() for label in widget.findChildren(QLabel)]
    for part in widget.findChildren(QWidget):
        said += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
    for view in widget.findChildren(QAbstractItemView):
        model = view.model()
        for at in range(model.rowCount() if model else 0):
            for across in range(model.columnCount()):
                index = model.index(at, across)
                roles = Qt.ItemDataRole
                for role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
                    said.append(str(index.data(role) or ""))
    return "\n".join(said)


def test_the_latest_approved_release_stands_first_and_is_said(window, board):
    assert board.release.hash == THEN.hash
    says = "As at 26 September 2026, approved by Tom Ode. For the Corporate Parenting Board."
    assert window._sum.text() == says
    assert board.note.text() == ""


def test_a_manager_sees_what_is_prepared_marked_as_not_approved(window, board):
    board.which.set_value(NOW.hash)
    assert board.release.hash == NOW.hash
    assert "Prepared, not approved: the Board does not see this yet." in words_on(board)
    assert "up from 50%" in everything_on(board.overview), "September stands beside it"


@pytest.mark.parametrize("role", ["board_viewer", "administrator"])
def test_the_board_sees_only_what_was_approved(kept, window, role):
    seated(kept, JO._replace(role=role))
    window.go_to("board")
    board = window.page("board")
    assert board.release.hash == THEN.hash
    assert NOW.hash not in [value for value, _ in board.which._options]
    assert "75%" not in everything_on(board)


def test_nobody_who_is_on_the_roll_is_named_on_the_page(kept, board):
    board.show_theme("homes")
    board.show_trend()
    QApplication.processEvents()
    said = everything_on(board)
    assert "In suitable accommodation" in said
    for person in kept.people():
        assert person.known_as not in said
        assert person.person_id not in said


def test_no_case_is_read_for_the_page(kept, window, monkeypatch):
    """No true count can reach it: what it shows is made of the ledger alone."""
    window.go_to("board")
    for name in ("read", "case", "known"):
        monkeypatch.setattr(kept, name, lambda *_: pytest.fail("a case was read"))
    board = window.page("board")
    board.refresh()
    board.show_theme("activity")
    board.show_trend()


def test_with_nothing_released_it_says_what_to_do_and_who(window):
    window.go_to("board")
    board = window.page("board")
    assert 'the page "Board pack"' in words_on(board)
    assert "somebody other than you approves them" in words_on(board)
    assert not board.several.isVisible()
    assert not board.export.isVisible()


def test_with_nothing_released_the_board_is_told_who_prepares_it(desk, window):
    seated(desk, JO)
    window.go_to("board")
    assert "A team manager prepares the first figures" in words_on(window.page("board"))


def test_a_theme_is_three_presses_away_and_esc_goes_back(board, qtbot):
    hands = Fingers()
    hands.press(board.several.buttons[1])
    board.themes.theme.set_value("homes")
    assert hands.clicks == 1
    assert "Three more homes were found." in words_on(board.themes)
    assert board.step_back()
    assert board.several.at == 0
    assert not board.step_back()


def test_a_damaged_release_shows_nothing_and_says_why(kept, window):
    table = FACTS["releases"]
    spoilt = update(table).where(table.c.release_hash == NOW.hash)
    with kept.store.writing() as writing:
        writing.connection.execute(spoilt.values(figures=NOW.figures.replace(",30,", ",35,")))
    window.go_to("board")
    board = window.page("board")
    assert board.release.hash == THEN.hash
    board.which.set_value(NOW.hash)
    assert board.release is None
    assert "This release is damaged, so none of it is shown" in words_on(board)
    assert not board.several.isVisible()
    board.which.set_value(THEN.hash)
    assert board.several.isVisible()


def test_what_is_approved_meanwhile_is_shown_when_the_page_is_seen_again(kept, window, board):
    window.go_to("team")
    approved(kept, prepared(kept, a_release(MARCH), on=SEPTEMBER))
    window.go_to("board")
    assert MARCH.isoformat() in [one.as_at.isoformat() for one in board._shelf]
