"""Duty desk: who is the call about, what waits, who is away and who stands in."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from carelink.cover.covering import say_covering
from carelink.said import counted
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.duty_desk.call_pane import CallPane
from ui.duty_desk.desk_lists import DeskLists
from ui.look.tokens import SPACE_8, SPACE_16
from ui.page import Page
from ui.standing_in import covered_today
from ui.two_panes import TwoPanes


class DutyDeskView(Page):
    """The call at the left, what waits at the right."""

    title = "Duty desk"

    def __init__(self, desk: Desk, signals: DeskSignals, parent: QWidget | None = None) -> None:
        super().__init__(desk, signals, parent)
        self.setObjectName("page")
        self.call = CallPane(desk)
        self.lists = DeskLists(desk)
        self.to_lists = QPushButton("What waits, and who is away")
        self.to_call = QPushButton("Back to the call")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_with_room(self.to_lists))
        column.addWidget(self.call, 1)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(_with_room(self.to_call))
        beside.addWidget(self.lists, 1)
        self._panes = TwoPanes(left, right)
        self._panes.setSizes([500, 500])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)
        self._connect()
        self._on_turned(False)
        self.setFocusProxy(self.call)

    def refresh(self) -> None:
        self.call.refresh()
        self.lists.refresh()
        said = [f"{counted(self.lists.number, 'message')} waiting"]
        covering = say_covering(
            covered_today(self.desk, self.desk.user.worker_id), self.desk.workers()
        )
        said += [covering] if covering else []
        self.sum_said.emit(" · ".join(said))

    def person_in_view(self) -> str:
        return self.call.person_id or self.lists.person_in_view()

    def keep_drafts(self) -> None:
        self.call.drafting.flush()

    def explain(self) -> None:
        self._panes.ask_for_panel()

    def step_back(self) -> bool:
        if self.lists.step_back():
            return True
        if self._panes.panel_covers:
            self._panes.ask_for_panel(False)
            return True
        return self.call.step_back()

    def _connect(self) -> None:
        self.call.brief_asked.connect(self.brief_asked)
        for part in (self.call, self.lists):
            part.person_opened.connect(self.person_opened)
            part.said.connect(self.said)
            part.offered.connect(self.offered)
        self._panes.turned.connect(self._on_turned)
        self.to_lists.clicked.connect(self.explain)
        self.to_call.clicked.connect(self._back_to_call)

    def _on_turned(self, narrow: bool) -> None:
        self.to_lists.setVisible(narrow)
        self.to_call.setVisible(narrow)

    def _back_to_call(self) -> None:
        self._panes.ask_for_panel(False)
        self.setFocus()


def _with_room(button: QPushButton) -> QWidget:
    """The button with the margins of the page round it."""
    held = QWidget()
    row = QVBoxLayout(held)
    row.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, 0)
    row.addWidget(button)
    return held
