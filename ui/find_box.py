"""Whom or what are you looking for? Ctrl K finds any person and any action of the program."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from carelink.facts import Person
from carelink.names import folded
from ui.person_field import found_as, matching
from ui.rows import ROW, Column, RowsModel

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_SHOWN = 9
_ROW_HEIGHT = 34


class Found(NamedTuple):
    """A person or an action, the words it is shown by, and what choosing it does."""

    key: str
    says: str
    then: Callable[[], None]


class FindBox(QLineEdit):
    """Letters find people (two at least) and actions; Enter takes the first."""

    def __init__(
        self,
        people: Callable[[], Sequence[Person]],
        open_person: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._people = people
        self._open_person = open_person
        self._actions: list[Found] = []
        self.setPlaceholderText("Find anyone or any action (Ctrl K)")
        self.setAccessibleName("Find anyone or any action")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(180)
        self.setMaximumWidth(340)
        self._found: RowsModel[Found] = RowsModel(
            [Column("Found", lambda found: found.says)], lambda found: found.key, parent=self
        )
        self._frame = QFrame(self.window())
        self._frame.setObjectName("finder")
        self._list = QListView()
        self._list.setModel(self._found)
        self._list.setObjectName("found")
        self._list.setAccessibleName("Found")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.clicked.connect(self._take)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._list)
        self._frame.hide()
        self.textEdited.connect(self._on_typed)
        self.returnPressed.connect(self._take)
        self.installEventFilter(self)

    def offer(self, actions: Sequence[Found]) -> None:
        """The actions that can be found beside the people."""
        self._actions = list(actions)

    def found(self) -> tuple[Found, ...]:
        return self._found.rows()

    def ask(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def put_away(self) -> None:
        """Nothing that was found hangs over the window any more, nor what was typed."""
        self._frame.hide()
        self.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._frame.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step and self._found.rowCount():
                at = self._list.currentIndex().row() + step
                at = max(0, min(at, self._found.rowCount() - 1))
                self._list.setCurrentIndex(self._found.index(at, 0))
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self, typed: str) -> None:
        people = [
            Found(person.person_id, found_as(person, typed), self._opener(person.person_id))
            for person in matching(self._people(), typed)
        ]
        wanted = folded(typed)
        actions = [
            found for found in self._actions if wanted and f" {wanted}" in f" {folded(found.says)}"
        ]
        self._found.show_rows([*people, *actions][:_SHOWN])
        self._place()

    def _opener(self, person_id: str) -> Callable[[], None]:
        return lambda: self._open_person(person_id)

    def _place(self) -> None:
        """Show what was found right under the box, inside the window."""
        rows = self._found.rowCount()
        if not rows:
            self._frame.hide()
            return
        self._list.setCurrentIndex(self._found.index(0, 0))
        window = self.window()
        self._frame.setParent(window)
        width = max(self.width(), 320)
        right = self.mapTo(window, QPoint(self.width(), self.height() + 2))
        height = min(rows * _ROW_HEIGHT + 10, window.height() - right.y() - 4)
        self._frame.setGeometry(max(0, right.x() - width), right.y(), width, height)
        self._frame.show()
        self._frame.raise_()

    def _take(self) -> None:
        found = self._list.currentIndex().data(ROW)
        if self._frame.isHidden() or not isinstance(found, Found):
            return
        self._frame.hide()
        self.clear()
        found.then()
