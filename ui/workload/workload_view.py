"""Workload: what each adviser carries, how long they have had each other, and what if."""

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from carelink.errors import StoreTrouble
from carelink.words import MANAGER
from carelink.workload.load import Workload
from ui.background import Background, Job
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.look.tokens import SPACE_8, SPACE_16
from ui.page import Page
from ui.side_by_side import SideBySide
from ui.workload.chart_pane import ChartPane
from ui.workload.continuity_pane import ContinuityPane
from ui.workload.load_pane import LoadPane
from ui.workload.pane import Pane
from ui.workload.what_if_pane import WhatIfPane

# Who sees whose load each young person is, and may ask what would happen if.


class WorkloadView(Page):
    """Several ways of looking at the same load, each with its button."""

    title = "Workload"

    def __init__(
        self,
        desk: Desk,
        signals: DeskSignals,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, signals, parent)
        self._background = background
        self._job: Job | None = None
        manages = desk.user.role == MANAGER
        self.load = LoadPane(desk, sees_people=manages)
        self.chart = ChartPane(desk, background)
        self.continuity = ContinuityPane(desk)
        self.what_if: WhatIfPane | None = WhatIfPane(desk, background) if manages else None
        panes: tuple[Pane | None, ...] = (self.load, self.chart, self.continuity, self.what_if)
        self._panes: list[Pane] = [pane for pane in panes if pane is not None]
        self._buttons = [QPushButton(pane.word) for pane in self._panes]
        self._stack = QStackedWidget()
        self._lay_out()
        for pane in self._panes:
            pane.said.connect(self.said)
            pane.offered.connect(self.offered)
            pane.person_opened.connect(self.person_opened)

    def refresh(self) -> None:
        if self.desk.still_reading:
            self.sum_said.emit(f"Waiting: {self.desk.still_reading}")
            return
        if self._job is not None:
            self._job.give_up()
        self._job = self._background.run(self.desk.workload, self._show, self._on_trouble)

    def show_pane(self, pane: Pane) -> None:
        """One way of looking, as its button does."""
        self._buttons[self._panes.index(pane)].click()

    def person_in_view(self) -> str:
        return self._pane.person_in_view()

    def explain(self) -> None:
        if self._pane is self.load:
            self.load.explain()

    def step_back(self) -> bool:
        return self._pane.step_back()

    def keep_drafts(self) -> None:
        """The window locks or closes: what is being worked out is let go."""
        if self.what_if is not None:
            self.what_if.stop()

    @property
    def _pane(self) -> Pane:
        return self._panes[self._stack.currentIndex()]

    def _show(self, load: Workload) -> None:
        self.sum_said.emit(load.said)
        for pane in self._panes:
            pane.show_load(load)

    def _on_trouble(self, trouble: Exception) -> None:
        if not isinstance(trouble, StoreTrouble):
            raise trouble
        self.sum_said.emit(str(trouble))

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
        self.setFocusProxy(self.load)
