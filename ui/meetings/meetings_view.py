"""Meetings: each with when it was last held and is next due, and the one that stands open."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from carelink.meetings.roles import meetings_of
from carelink.said import counted
from carelink.words import LATE, State
from ui.background import Background
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.lines import LinesView, ListLine
from ui.meetings.holding import meeting_of_form
from ui.meetings.meeting_lines import meeting_lines, say_without_manager
from ui.meetings.opened_meeting import OpenedMeeting
from ui.meetings.pack_pane import PackPane
from ui.page import Page


class MeetingsView(Page):
    """The list of meetings, and in its place the one that was opened.

    `pack_shown` fires when the list of an open meeting has been worked out and stands there.
    """

    title = "Meetings"
    pack_shown = Signal()

    def __init__(
        self,
        desk: Desk,
        signals: DeskSignals,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, signals, parent)
        self._kinds = meetings_of(desk.user.role)
        self.list = LinesView("Meetings")
        self.opened = OpenedMeeting(desk, background)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        self.setFocusProxy(self.list)

    @property
    def pane(self) -> PackPane | None:
        """The meeting that stands open; None while the list of meetings does."""
        return self.opened.pane

    def refresh(self) -> None:
        if self.pane is None:
            self._show_meetings()
        else:
            self.opened.refresh()

    def open_meeting(self, kind: str, worker_id: str = "") -> None:
        """Show the list of one meeting; of a supervision, that of this adviser."""
        if kind not in self._kinds:
            return
        self.opened.close_it()
        self._stack.setCurrentWidget(self.opened)
        self.opened.open(kind, worker_id)
        self.setFocusProxy(self.opened)
        self.opened.setFocus()

    def open_form(self, form: str) -> None:
        """Go on with the minutes that a draft keeps."""
        self.open_meeting(*meeting_of_form(form))

    def close_meeting(self) -> None:
        """Back to the list of meetings; what was typed is kept as a draft."""
        self.opened.close_it()
        self._stack.setCurrentWidget(self.list)
        self.setFocusProxy(self.list)
        self.list.setFocus()
        self._show_meetings()

    def person_in_view(self) -> str:
        return self.pane.person_in_view() if self.pane is not None else ""

    def explain(self) -> None:
        if self.pane is not None:
            self.pane.explain()

    def step_back(self) -> bool:
        if self.pane is None:
            return False
        if not self.opened.step_back():
            self.close_meeting()
        return True

    def keep_drafts(self) -> None:
        self.opened.drafting.flush()

    def _show_meetings(self) -> None:
        desk = self.desk
        meetings = desk.of_the_team("meetings")
        advisers = {one.worker.worker_id: one.name for one in desk.workload().advisers}
        lines = meeting_lines(self._kinds, meetings, advisers, desk.day)
        self.list.show_lines(lines)
        if not self.list.touched:
            self.list.choose_first()
        self.sum_said.emit(self._sum(lines))

    def _sum(self, lines: list[ListLine]) -> str:
        """How many meetings are late, due soon and in time."""
        states = [line.state for line in lines if line.state is not None]
        late = sum(state in LATE for state in states)
        soon = sum(state is State.DUE_SOON for state in states)
        says = f"{counted(len(states), 'meeting')} = {late} late or never held + {soon} due soon"
        says += f" + {len(states) - late - soon} in time or held when needed"
        without = say_without_manager(self.desk.workers(), self.desk.day)
        return f"{says} · {without}" if without else says

    def _on_meeting(self, index: QModelIndex) -> None:
        chosen = self.list.chosen()
        if self.pane is None and chosen is not None and chosen.state is not None:
            self.open_meeting(chosen.key.split(" ")[0], chosen.about)

    def _connect(self) -> None:
        self.list.activated.connect(self._on_meeting)
        self.list.clicked.connect(self._on_meeting)
        self.opened.left.connect(self.close_meeting)
        self.opened.pack_shown.connect(self.pack_shown)
        self.opened.said.connect(self.said)
        self.opened.offered.connect(self.offered)
        self.opened.sum_said.connect(self.sum_said)
        self.opened.person_opened.connect(self.person_opened)
