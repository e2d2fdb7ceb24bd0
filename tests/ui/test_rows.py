from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView

from ui.rows import ROW, SORT, Column, RowsModel


class Thing(NamedTuple):
    key: int
    says: str
    weight: int | None = None


COLUMNS = [
    Column("Says", lambda thing: thing.says),
    Column("Weight", lambda thing: str(thing.weight or ""), lambda thing: thing.weight, right=True),
]


def a_model():
    return RowsModel(COLUMNS, lambda thing: thing.key, spoken=lambda thing: f"It is {thing.says}")


some_things = st.lists(
    st.builds(Thing, st.integers(0, 30), st.sampled_from("abc"), st.none() | st.integers(0, 5)),
    unique_by=lambda thing: thing.key,
    max_size=25,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(some_things, min_size=1, max_size=5))
def test_any_rows_become_any_others_with_signals_a_view_can_trust(qapp, series):
    model = a_model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    heard = []
    mirror = []

    def removed(_, first, last):
        del mirror[first : last + 1]

    def inserted(_, first, last):
        mirror[first:first] = [row.key for row in model.rows()[first : last + 1]]

    def moved(_, first, last, __, to):
        block = mirror[first : last + 1]
        del mirror[first : last + 1]
        at = to - len(block) if to > first else to
        mirror[at:at] = block

    model.rowsRemoved.connect(removed)
    model.rowsInserted.connect(inserted)
    model.rowsMoved.connect(moved)
    model.layoutChanged.connect(lambda: mirror.__setitem__(slice(None), _keys(model)))
    model.modelReset.connect(lambda: heard.append("reset"))
    for rows in series:
        model.show_rows(rows)
        assert list(model.rows()) == rows
        assert mirror == _keys(model)
    assert not heard


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some_things, some_things, st.randoms(use_true_random=False))
def test_a_chosen_row_that_stays_stays_chosen(qapp, before, after, chance):
    model = a_model()
    model.show_rows(before)
    if not before:
        return
    chosen = chance.choice(before)
    index = QPersistentModelIndex(model.index(before.index(chosen), 0))
    model.show_rows(after)
    still = {thing.key for thing in after}
    if chosen.key in still:
        assert index.isValid()
        assert index.data(ROW).key == chosen.key
    elif after:
        assert not index.isValid()


def test_one_changed_row_is_all_that_is_told(qapp, qtbot):
    model = a_model()
    things = [Thing(n, "a") for n in range(3000)]
    model.show_rows(things)
    told = []
    model.dataChanged.connect(lambda first, last, *_: told.append((first.row(), last.row())))
    model.rowsRemoved.connect(lambda *_: told.append("removed"))
    model.show_rows([*things[:7], Thing(7, "b"), *things[8:]])
    assert told == [(7, 7)]


def test_one_row_that_moves_moves_alone(qapp, qtbot):
    model = a_model()
    things = [Thing(n, "a") for n in range(50)]
    model.show_rows(things)
    told = []
    model.rowsMoved.connect(lambda _, first, last, __, to: told.append((first, last, to)))
    model.layoutChanged.connect(lambda *_: told.append("layout"))
    model.show_rows([*things[1:30], things[0], *things[30:]])
    assert told == [(0, 0, 30)]


def test_selection_and_scroll_survive_a_merge(qtbot):
    model = a_model()
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(200, 200)
    view.show()
    model.show_rows([Thing(n, "a") for n in range(300)])
    view.setCurrentIndex(model.index(150, 0))
    view.scrollTo(model.index(150, 0), QListView.ScrollHint.PositionAtTop)
    top = view.verticalScrollBar().value()
    assert top > 0
    model.show_rows([Thing(n, "b") for n in range(300) if n not in (151, 280)])
    assert view.currentIndex().data(ROW).key == 150
    view.doItemsLayout()
    assert view.verticalScrollBar().value() == top
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.selectionModel().select(model.index(0, 0), flag)
    model.show_rows([Thing(n, "c") for n in range(2, 300)])
    assert not view.selectionModel().hasSelection()


def test_rows_are_sorted_by_key_with_the_unknown_last(qapp):
    model = a_model()
    model.show_rows([Thing(1, "a", None), Thing(2, "b", 3), Thing(3, "c", 1)])
    model.sort(1)
    assert _keys(model) == [3, 2, 1]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert _keys(model) == [2, 3, 1]
    model.show_rows([Thing(4, "d", 9), *model.rows()])
    assert _keys(model) == [4, 2, 3, 1]
    model.sort(-1)
    model.show_rows([Thing(1, "a"), Thing(4, "d")])
    assert _keys(model) == [1, 4]


def test_a_row_is_read_spoken_and_sorted_through_its_roles(qapp):
    model = a_model()
    model.show_rows([Thing(1, "warm", 4)])
    index = model.index(0, 1)
    assert index.data() == "4"
    assert index.data(SORT) == 4
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "It is warm"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Weight"
    assert model.row_of(1) == 0
    assert model.row_of(99) == -1


def _keys(model):
    return [row.key for row in model.rows()]
