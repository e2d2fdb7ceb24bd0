"""Workload: what each adviser carries, how long they have had each other, and what if."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.errors import StoreTrouble
from carelink.words import MANAGER
from carelink.workload.load import Workload
from ui.background import Background, Job
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.one_of_several import OneOfSeveral
from ui.page import Page
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
        self._several = OneOfSeveral([(pane.word, pane) for pane in self._panes])
        self._buttons = self._several.buttons
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._several)
        self._several.turned.connect(self._on_turned)
        self.setFocusProxy(self.load)
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
        self._several.show_pane(self._panes.index(pane))

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
        return self._panes[self._several.at]

    def _show(self, load: Workload) -> None:
        self.sum_said.emit(load.said)
        for pane in self._panes:
            pane.show_load(load)

    def _on_trouble(self, trouble: Exception) -> None:
        if not isinstance(trouble, StoreTrouble):
            raise trouble
        self.sum_said.emit(str(trouble))

    def _on_turned(self) -> None:
        self.setFocusProxy(self._pane)
        self._pane.setFocus()
