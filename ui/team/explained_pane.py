"""What has a pane in common that is one list with a panel beside it, which explains each line?"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.lines import LinesView, ListLine
from ui.team.pane import Pane
from ui.two_panes import TwoPanes


class ExplainedPane(Pane):
    """A list and its panel. Set `list` and `panel`, call `lay_out`, override `show_chosen`."""

    list: LinesView
    # Explains: takes the keyboard, offers the way back and fires `left` for it.
    panel: Any
    _panes: TwoPanes

    def lay_out(self, beside: QWidget) -> None:
        """The list and its panel, one at a time where the window is narrow."""
        self._panes = TwoPanes(self.list, beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panes)
        self.list.selectionModel().currentChanged.connect(self.show_chosen)
        self.panel.left.connect(self.step_back)
        self._panes.turned.connect(self.panel.show_way_back)
        self.setFocusProxy(self.list)

    def follow(self, lines: Sequence[ListLine]) -> None:
        """Show the lines as they are now; where the chosen one went, the next is chosen."""
        had, at = self.list.chosen(), self.list.currentIndex().row()
        self.list.show_lines(lines)
        if had is None or not self.list.touched:
            self.list.choose_first()
        elif self.list.lines.row_of(had.key) < 0:
            self.list.choose_near(at)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Explain the chosen line."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        self.list.choose_first()
        self.list.setFocus()

    def person_in_view(self) -> str:
        chosen = self.list.chosen()
        return chosen.about if chosen else ""

    def explain(self) -> None:
        if self.list.chosen() is not None:
            self._panes.ask_for_panel()
            self.panel.take_keyboard()

    def step_back(self) -> bool:
        if self._panes.panel_covers or not self.list.hasFocus():
            self._panes.ask_for_panel(False)
            self.list.setFocus()
            return True
        return False
