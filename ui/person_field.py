"""Whom is this about? A few letters, in any script, find them among everyone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from carelink.facts import Person
from carelink.names import folded
from ui.fields import Field
from ui.rows import ROW, Column, RowsModel

_SHOWN = 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def matching(people: Sequence[Person], typed: str, at_most: int = _SHOWN) -> list[Person]:
    """Those with a name or reference that holds the letters, whole beginnings first."""
    wanted = folded(typed)
    if len(wanted) < 2:
        return []
    starts: list[Person] = []
    holds: list[Person] = []
    for person in people:
        called = (person.known_as, person.legal_name, person.previous_names, person.person_id)
        names = " " + " ".join(map(folded, called))
        if f" {wanted}" in names:
            starts.append(person)
        elif wanted in names:
            holds.append(person)
    starts.sort(key=lambda person: person.name.casefold())
    return (starts + holds)[:at_most]


def told_apart(person: Person) -> str:
    """Name and reference, so that two people of one name are not mixed up."""
    return f"{person.name} ({person.person_id})" if person.name != person.person_id else person.name


def found_as(person: Person, typed: str) -> str:
    """The same, with a word where only a name that they no longer use was found."""
    called = (person.known_as, person.legal_name, person.person_id)
    now = any(folded(typed) in folded(name) for name in called)
    return (
        told_apart(person) if now else f"{told_apart(person)} · by an earlier name, do not use it"
    )


class PersonField(Field):
    """`picked(person_id)` fires when somebody is chosen."""

    picked = Signal(str)

    def __init__(
        self, people: Callable[[], Sequence[Person]], asks: str = "Who", *, name: str = "person_id",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(name, asks, "Type two letters of a name", parent)
        self._people = people
        self._person: Person | None = None
        self.input = QLineEdit()
        self.input.textEdited.connect(self._on_typed)
        self.input.returnPressed.connect(self._on_return)
        self.input.installEventFilter(self)
        self.found: RowsModel[Person] = RowsModel(
            [Column("Name", told_apart)], lambda person: person.person_id, parent=self
        )
        self.choices = QListView()
        self.choices.setModel(self.found)
        self.choices.setObjectName("found")
        self.choices.setAccessibleName("People found")
        self.choices.setUniformItemSizes(True)
        self.choices.setMaximumHeight(_SHOWN * 34)
        self.choices.clicked.connect(self._on_chosen)
        self.choices.activated.connect(self._on_chosen)
        self.choices.hide()
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.input)
        column.addWidget(self.choices)
        self.hold(held, self.input)

    def value(self) -> str:
        """The person's id; empty while nobody is chosen."""
        return self._person.person_id if self._person else ""

    def set_person(self, person: Person | None) -> None:
        self._person = person
        self.input.setText(person.name if person else "")
        self.choices.hide()
        self._on_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step and self.found.rowCount():
                at = self.choices.currentIndex().row() + step
                at = max(0, min(at, self.found.rowCount() - 1))
                self.choices.setCurrentIndex(self.found.index(at, 0))
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self, typed: str) -> None:
        self._person = None
        found = matching(self._people(), typed)
        self.found.show_rows(found)
        self.choices.setVisible(bool(found))
        if found:
            self.choices.setCurrentIndex(self.found.index(0, 0))
        self._on_changed()

    def _on_return(self) -> None:
        if self.choices.isVisible():
            self._on_chosen(self.choices.currentIndex())

    def _on_chosen(self, index: QModelIndex) -> None:
        person = index.data(ROW)
        if person is not None:
            self.set_person(person)
            self.picked.emit(person.person_id)
