"""Handovers: who goes to whom, who has nobody, and whether a worker can be closed."""

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.handovers.closing import Closing
from ui.handovers.nobodys import Nobodys
from ui.handovers.pane import Pane
from ui.handovers.under_way import UnderWay
from ui.look.tokens import SPACE_8, SPACE_16
from ui.page import Page
from ui.side_by_side import SideBySide

# Whoever may close a worker; others see their own handovers and who has nobody.
_CLOSES = frozenset({"team_manager", "administrator"})


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
        self._buttons = [QPushButton("Under way"), QPushButton("No personal adviser")]
        if desk.user.role in _CLOSES:
            self._panes.append(self.closing)
            self._buttons.append(QPushButton("Close a worker"))
        else:
            self.closing.setParent(self)
            self.closing.hide()
        self._stack = QStackedWidget()
        self._lay_out()
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
        return self._panes[self._stack.currentIndex()]

    def _on_chosen(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.setFocusProxy(self._pane)
        self._pane.setFocus()

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        for at, button in enumerate(self._buttons):
            button.setObjectName("option")
            button.setCheckable(True)
            button.setChecked(at == 0)
            self._group.addButton(button, at)
        self._group.idClicked.connect(self._on_chosen)
        rooms = [button.sizeHint().width() + 2 * SPACE_16 for button in self._buttons]
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        top.addWidget(SideBySide(self._buttons, rooms, gap=SPACE_8, fill=False))
        for pane in self._panes:
            self._stack.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.under_way)
