"""What have the ways of looking at handovers in common? A list, a panel, one form at a time."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.part import Part
from ui.side_by_side import SideBySide
from ui.small_form import SmallForm
from ui.two_panes import TwoPanes


class Pane(Part):
    """Override `refresh`."""

    def __init__(self, desk: Desk, left: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.form: SmallForm | None = None
        self.heading = label("", "heading")
        inner = QWidget()
        inner.setObjectName("clear")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        self.body.setSpacing(SPACE_12)
        self.body.addWidget(self.heading)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self._scroll = scroll
        panel = QFrame()
        panel.setObjectName("panel")
        panel.setMinimumWidth(280)
        held = QVBoxLayout(panel)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(scroll)
        self.to_panel = QPushButton("What can be done")
        self.to_list = QPushButton("Back to the list")
        self._buttons = QWidget()
        self.panes = TwoPanes(self._beside(left), panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self.body.insertWidget(0, self.to_list)
        self.panes.turned.connect(self._on_turned)
        self.to_panel.clicked.connect(self._to_panel)
        self.to_list.clicked.connect(self._to_list)
        self._on_turned(False)
        self.setFocusProxy(left)

    def refresh(self) -> None:
        """Show what the desk holds now."""

    def person_in_view(self) -> str:
        """Whom the chosen row is about; empty for nobody."""
        return ""

    def step_back(self) -> bool:
        """Esc: close the form, else go back to the list; False when there was nothing."""
        if self.form is not None:
            self.close_form()
            return True
        if self.panes.panel_covers:
            self.panes.ask_for_panel(False)
            return True
        return False

    def add_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Put what can be done below what the panel says so far."""
        widths = [button.sizeHint().width() for button in buttons]
        self._buttons = SideBySide(buttons, widths, gap=SPACE_8, fill=False)
        self.body.addWidget(self._buttons)

    def open_form(self, form: SmallForm, then: Callable[[dict[str, Any]], None]) -> None:
        """Ask in the panel; `then` is given what was typed."""
        self.close_form()
        self.form = form
        form.asked.connect(then)
        form.closed.connect(self.close_form)
        self.body.insertWidget(self.body.count() - 1, form)
        form.show()
        self._buttons.hide()
        self.panes.ask_for_panel()

    def close_form(self) -> None:
        """Put the form away and give the keyboard back to the list."""
        form, self.form = self.form, None
        if form is not None:
            form.hide()
            self.body.removeWidget(form)
            form.deleteLater()
            self._buttons.show()
            self.panes.ask_for_panel(False)
            self.setFocus()

    def show_in_sight(self) -> None:
        """The form that was opened is scrolled to, however much stands above it."""
        QTimer.singleShot(0, self, self._scroll_to_form)

    def _scroll_to_form(self) -> None:
        if self.form is not None:
            self._scroll.verticalScrollBar().setValue(self.form.y())

    def explain(self) -> None:
        """W: bring what can be done forward."""
        self.panes.ask_for_panel()

    def do(
        self,
        verb: Callable[..., Any],
        *args: Any,
        about: Sequence[str] = (),
        team: bool = False,
        form: SmallForm | None = None,
    ) -> Any:
        """One gesture; what is wrong with it is said in the form that stands open."""
        return super().do(verb, *args, about=about, team=team, form=form or self.form)

    def _beside(self, left: QWidget) -> QWidget:
        """The list, and in a narrow window the way to what can be done about it."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        above = QVBoxLayout()
        above.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        above.addWidget(self.to_panel)
        column.addLayout(above)
        column.addWidget(left, 1)
        return held

    def _on_turned(self, narrow: bool) -> None:
        self.to_panel.setVisible(narrow)
        self.to_list.setVisible(narrow)

    def _to_panel(self) -> None:
        self.panes.ask_for_panel()
        self.to_list.setFocus()

    def _to_list(self) -> None:
        self.panes.ask_for_panel(False)
        self.setFocus()
