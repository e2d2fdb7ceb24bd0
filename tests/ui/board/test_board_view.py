import pytest

from ui.board.figures_card import FiguresCard


@pytest.fixture
def board(window, qtbot):
    window.go_to("board")
    page = window.page("board")
    qtbot.waitUntil(lambda: page.release is not None)
    return page


def test_each_figure_stands_beside_the_published_ones_with_what_it_means(board):
    cards = board.findChildren(FiguresCard)
    assert len(cards) == 6, "three indicators, two measures"
    for card in cards:
        headings = [card.model.headerData(at, _across()) for at in range(card.model.columnCount())]
        assert headings[1:] == [
            "Per cent",
            "Number (n)",
            "Of (N)",
            "England",
            "South East",
            "Medway",
        ]
        assert {line.age_band for line in card.model.rows()} == {"17-18", "19-21"}


def _across():
    from PySide6.QtCore import Qt

    return Qt.Orientation.Horizontal


def test_three_people_are_too_few_to_show_and_are_never_nought(board):
    for card in board.findChildren(FiguresCard):
        for at in range(card.model.rowCount()):
            assert [card.model.index(at, column).data() for column in (1, 2, 3)] == ["c", "c", "c"]


def test_another_day_is_counted_anew_and_a_day_ahead_is_refused(board, qtbot):
    first = board.release
    board.as_at.set_typed("31 3 2026")
    board._count.click()
    qtbot.waitUntil(lambda: board.release is not first)
    assert board.release.as_at.isoformat() == "2026-03-31"
    board.as_at.set_typed("+3")
    board._count.click()
    assert board.as_at.problem


def test_the_release_is_written_whole_and_kept_as_prepared(window, board, tmp_path):
    from db.releases import read_releases

    out = tmp_path / "board-pack"
    board.write_to(out)
    assert {"figures.csv", "figures.meta.json", "release.json", "release.html"} <= {
        path.name for path in out.iterdir()
    }
    assert "prepared, not yet approved" in window.messages.text
    with board.desk.store.reading() as connection:
        (kept,) = read_releases(connection)
    assert kept.hash == board.release.hash


def test_a_folder_with_other_things_in_it_is_left_alone(window, board, tmp_path):
    out = tmp_path / "full"
    out.mkdir()
    (out / "letter.txt").write_text("Dear all")
    board.write_to(out)
    assert [path.name for path in out.iterdir()] == ["letter.txt"]
    assert "other files" in window.messages.text
