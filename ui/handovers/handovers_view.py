"""Handovers: who goes to whom, who has nobody, and whether a worker can be closed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.words import MANAGER
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.handovers.closing import Closing
from ui.handovers.nobodys import Nobodys
from ui.handovers.pane import Pane
from ui.handovers.under_way import UnderWay
from ui.one_of_several import OneOfSeveral
from ui.page import Page

# Whoever may close a worker; others see their own handovers and who has nobody.
_CLOSES = frozenset({MANAGER, "administrator"})


class HandoversView(Page):
    """Three ways of looking, each with a button that says how many wait there."""

    title = "Handovers"

    def __init__(self, desk: Desk, signals: DeskSignals, parent: QWidget | None = None) -> None:
        super().__init__(desk, signals, parent)
        self.setObjectName("page")
        self.under_way = UnderWay(desk)
        self.nobodys = Nobodys(desk)
        self.closing = Closing(desk)
        self._panes: list[Pane] = [self.under_way, self.nobodys]
        words = ["Under way", "No personal adviser"]
        if desk.user.role in _CLOSES:
            self._panes.append(self.closing)
            words.append("Close a worker")
        else:
            self.closing.setParent(self)
            self.closing.hide()
        self._several = OneOfSeveral(list(zip(words, self._panes, strict=True)))
        self._buttons = self._several.buttons
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._several)
        self._several.turned.connect(self._on_turned)
        self.setFocusProxy(self.under_way)
        for pane in self._panes:
            pane.said.connect(self.said)
            pane.offered.connect(self.offered)
            pane.person_opened.connect(self.person_opened)

    def refresh(self) -> None:
        for pane in self._panes:
            pane.refresh()
        self._buttons[0].setText(f"Under way ({self.under_way.number:,})")
        self._buttons[1].setText(f"No personal adviser ({self.nobodys.number:,})")
        said = [self.under_way.sum]
        if self.desk.still_reading:
            said.append(self.desk.still_reading)
        self.sum_said.emit(" · ".join(said))

    def show_nobodys(self) -> None:
        """Who has no adviser, in place of the handovers under way."""
        self._buttons[1].click()

    def show_closing(self) -> None:
        """Closing a worker, where that may be done at this desk."""
        self._buttons[-1].click()

    def show_under_way(self) -> None:
        """The handovers under way."""
        self._buttons[0].click()

    def person_in_view(self) -> str:
        return self._pane.person_in_view()

    def step_back(self) -> bool:
        return self._pane.step_back()

    def explain(self) -> None:
        self._pane.explain()

    @property
    def _pane(self) -> Pane:
        return self._panes[self._several.at]

    def _on_turned(self) -> None:
        self.setFocusProxy(self._pane)
        self._pane.setFocus()
