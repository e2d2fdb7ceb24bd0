"""What have the ways of looking at the workload in common? What they ask of the page; a panel."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from carelink.errors import Refused, StoreTrouble
from carelink.workload.load import Workload
from ui.desk import Desk
from ui.labels import label
from ui.look.tokens import SPACE_12, SPACE_16
from ui.small_form import SmallForm


class Pane(QWidget):
    """One way of looking. Override `show_load`; it runs when the load has been added up anew.

    `said`, `offered` and `person_opened` are the page's.
    """

    said = Signal(str)
    offered = Signal(str, str, object)
    person_opened = Signal(str)

    word = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def show_load(self, load: Workload) -> None:
        """Show this load."""

    def person_in_view(self) -> str:
        """Whom the chosen line is about; empty for nobody."""
        return ""

    def step_back(self) -> bool:
        """Esc: close what stands open; False when there was nothing to close."""
        return False

    def do(
        self,
        verb: Callable[..., Any],
        *args: Any,
        about: Sequence[str] = (),
        team: bool = False,
        form: SmallForm | None = None,
    ) -> Any:
        """One gesture; None where it could not be: what is wrong is said in its form or above."""
        try:
            answer = self.desk.do(verb, *args, about=tuple(about), team=team)
        except Refused as refused:
            if form is not None:
                form.show_problems(refused.problems)
            else:
                self.said.emit(str(refused))
            return None
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))
            return None
        return True if answer is None else answer

    def offer_undo(
        self,
        says: str,
        verb: Callable[..., Any],
        *args: Any,
        about: Sequence[str] = (),
        team: bool = False,
    ) -> None:
        """Say what was done, with the way back."""
        undo = partial(self.do, verb, *args, about=about, team=team)
        self.offered.emit(says, "Undo", undo)


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
