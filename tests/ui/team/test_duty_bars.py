import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from carelink.facts import Contact
from carelink.words import State
from db.recording import record_contact
from tests.desks import AHMED, AMAL, HANNA, TODAY
from tests.fingers import Fingers
from ui.team.duty_bars import boxes, pieces_of, widths_of


@pytest.fixture
def pane(window):
    window.go_to("team")
    page = window.page("team")
    page.show_pane("duties")
    return page.panes["duties"]


def choose(pane, duty):
    bars = pane.bars
    bars.setCurrentIndex(bars.bars.index(bars.bars.row_of(duty), 0))
    return bars.chosen()


def test_every_bar_adds_up_to_the_roll_and_says_so(pane):
    rows = pane.bars.bars.rows()
    assert len(rows) == len(pane.desk.rulebook.rules)
    for row in rows:
        assert sum(piece.many for piece in pieces_of(row)) == row.roll == 3
        assert row.sum.startswith("3 = ")
        assert row.spoken.startswith(f"{row.title}: 3 = ")


def test_every_piece_of_every_bar_opens_its_people_by_the_keyboard_alone(pane):
    hands = Fingers()
    for row in pane.bars.bars.rows():
        choose(pane, row.duty)
        hands.key(Qt.Key.Key_Home)
        pane.bars.setCurrentIndex(pane.bars.bars.index(pane.bars.bars.row_of(row.duty), 0))
        pane.bars.choose_piece(pieces_of(row)[0].state)
        seen = set()
        for piece in pieces_of(row):
            assert pane.bars.piece is piece.state
            people = {line.about for line in pane.people.lines.rows()}
            assert len(people) == piece.many
            assert all(line.state is piece.state for line in pane.people.lines.rows())
            seen |= people
            hands.key(Qt.Key.Key_Right)
        assert seen == {AMAL, HANNA, AHMED}


def test_enter_goes_to_the_people_and_enter_again_to_the_person(window, pane):
    row = choose(pane, "pa_contact_8w")
    pane.bars.choose_piece(State.OVERDUE)
    assert pane.heading.text() == f"{row.title}. Overdue: 1 of 3"
    (line,) = pane.people.lines.rows()
    assert (line.title, line.state) == ("Amal Haddad", State.OVERDUE)
    assert line.sentence.startswith("We are ")
    hands = Fingers()
    hands.key(Qt.Key.Key_Return)
    assert pane.people.hasFocus()
    hands.key(Qt.Key.Key_Escape)
    assert pane.bars.hasFocus()
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)
    assert window.place == "young_person"
    assert window.page("young_person").person_in_view() == AMAL


def test_a_piece_is_chosen_with_the_mouse(pane):
    row = choose(pane, "pa_contact_8w")
    index = pane.bars.currentIndex()
    for piece, box in boxes(row, pane.bars.visualRect(index)):
        QTest.mouseClick(pane.bars.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.center()))
        assert pane.bars.piece is piece.state


def test_a_visit_moves_its_person_from_one_piece_to_another(pane):
    row = choose(pane, "pa_contact_8w")
    before = {piece.state: piece.many for piece in pieces_of(row)}
    seen = Contact("N9", AMAL, "W1", TODAY, "seen")
    pane.desk.do(record_contact, seen, about=AMAL)
    after = {piece.state: piece.many for piece in pieces_of(pane.bars.chosen())}
    assert after.get(State.OVERDUE, 0) == before[State.OVERDUE] - 1
    assert after[State.ON_TRACK] == before.get(State.ON_TRACK, 0) + 1
    assert sum(after.values()) == 3


def test_the_same_stands_as_a_table(pane):
    assert not pane._table.isVisible()
    pane.as_table.click()
    assert pane._table.isVisible()
    assert [row.duty for row in pane.counts.rows()] == [row.duty for row in pane.bars.bars.rows()]


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=8), st.integers(40, 2000))
def test_the_pieces_fill_the_bar_and_none_vanishes(counts, room):
    widths = widths_of(counts, room)
    assert sum(widths) == room
    assert min(widths) >= min(44, room // len(counts))


def test_nobody_on_the_roll_is_said(pane):
    assert widths_of([], 100) == []
    pane.bars.show_counts([])
    assert pane.bars.chosen() is None
