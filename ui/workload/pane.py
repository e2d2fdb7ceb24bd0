"""What have the ways of looking at the workload in common? What they ask of the page; a panel."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from carelink.facts import Pin
from carelink.names import kept_apart
from carelink.workload.bearing import Borne
from carelink.workload.load import Workload
from db.pinning import pin, undo_pin
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.part import Part
from ui.small_form import SmallForm
from ui.two_panes import TwoPanes
from ui.workload.forms import pin_form

# A table above or below a list: at 200 % both still show a row.
TABLE_AT_LEAST, LIST_AT_LEAST = 104, 76
_TO_THE_PANEL, _TO_THE_LIST = "Details, and what can be done", "Back to the list"


class Pane(Part):
    """One way of looking. Override `show_load`; it runs when the load has been added up anew."""

    word = ""

    def show_load(self, load: Workload) -> None:
        """Show this load."""

    def person_in_view(self) -> str:
        """Whom the chosen line is about; empty for nobody."""
        return ""

    def step_back(self) -> bool:
        """Esc: close what stands open; False when there was nothing to close."""
        return False

    def ask_pin(self, panel: "Panel", person: Borne, then: Callable[[], None]) -> None:
        """Ask in the panel why they are to stay with their adviser; once it is kept, `then`."""

        def keep(values: dict[str, Any]) -> None:
            wanted = Pin(person.person_id, person.advisers[0], self.desk.day, values["reason"])
            about = (person.person_id,)
            row_id = self.do(pin, wanted, about=about, form=panel.form)
            if row_id is not None:
                panel.close_form()
                then()
                says = f"{kept_apart(person.name)} stays with their adviser."
                self.offer_undo(says, undo_pin, row_id, about=about)

        form = pin_form()
        panel.open_form(form, keep)
        form.start(f"No what-if parts {kept_apart(person.name)} and their adviser.", {})


class Sides(QWidget):
    """Two panes; where there is room for one only, a button above turns to the other."""

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panes = TwoPanes(left, right)
        self.turn = QPushButton(_TO_THE_PANEL)
        self.turn.hide()
        self._top = QHBoxLayout()
        self._top.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        self._top.addWidget(self.turn)
        self._top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._top)
        column.addWidget(self.panes, 1)
        self.turn.clicked.connect(self._on_turn)
        self.panes.turned.connect(self._on_turned)

    def show_panel(self, shown: bool = True) -> None:
        """Bring the panel forward where there is room for one only; False brings the list back."""
        self.panes.ask_for_panel(shown)
        self._say()

    def step_back(self) -> bool:
        """Esc: from the panel back to the list; False when the list is there already."""
        if not self.panes.panel_covers:
            return False
        self.show_panel(False)
        return True

    def _on_turn(self) -> None:
        self.show_panel(not self.panes.panel_covers)

    def _on_turned(self, narrow: bool) -> None:
        self.turn.setVisible(narrow)
        margin = SPACE_8 if narrow else 0
        self._top.setContentsMargins(SPACE_16, 0, SPACE_16, margin)
        self._say()

    def _say(self) -> None:
        self.turn.setText(_TO_THE_LIST if self.panes.panel_covers else _TO_THE_PANEL)


class Panel(QFrame):
    """The right-hand side: a heading, lines of text, what can be done, and one form at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setMinimumWidth(280)
        self.form: SmallForm | None = None
        self.heading = label("", "heading")
        inner = QWidget()
        inner.setObjectName("clear")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        self.body.setSpacing(SPACE_12)
        self.body.addWidget(self.heading)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        held = QVBoxLayout(self)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self._scroll)

    def open_form(self, form: SmallForm, then: Callable[[dict[str, Any]], None]) -> None:
        """Ask here; `then` is given what was typed."""
        self.close_form()
        self.form = form
        form.asked.connect(then)
        form.closed.connect(self.close_form)
        self.body.insertWidget(1, form)

    def close_form(self) -> bool:
        """Put the form away; whether there was one."""
        form, self.form = self.form, None
        if form is None:
            return False
        form.hide()
        self.body.removeWidget(form)
        form.deleteLater()
        return True
