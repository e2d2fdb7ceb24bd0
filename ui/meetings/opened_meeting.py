"""One meeting standing open: its list worked out, what is typed kept, what it decides recorded."""

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.errors import Refused, StoreTrouble
from carelink.facts import Meeting
from carelink.meetings.pack import Pack
from carelink.meetings.packs import pack_of
from carelink.meetings.roles import may_record
from ui.background import Background
from ui.desk import Desk
from ui.drafting import Drafting, say_when
from ui.look.tokens import SPACE_8, SPACE_16
from ui.meetings.holding import form_of, meeting_on, recorded_of
from ui.meetings.minutes import TypedMinutes
from ui.meetings.pack_head import PackHead
from ui.meetings.pack_pane import PackPane
from ui.meetings.recording import MeetingRecording
from ui.notice import Notice


class OpenedMeeting(QWidget):
    """The meeting that stands open, or none.

    `pack_shown` fires when the list has been worked out and stands there, `left` when the
    meetings are wanted back; the others as a page has them.
    """

    pack_shown = Signal()
    left = Signal()
    said = Signal(str)
    offered = Signal(str, str, object)
    sum_said = Signal(str)
    person_opened = Signal(str)

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._background = background
        self._working = self._asked_again = False
        self.worker_id = ""
        self.pane: PackPane | None = None
        self.head = PackHead(desk, background)
        self.notice = Notice()
        self.drafting = Drafting(desk, form_of("", ""), self)
        self.recording = MeetingRecording(desk, self.drafting, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._lay_out()
        self._connect()

    def open(self, kind: str, worker_id: str) -> None:
        """Show one meeting; of a supervision, that of this adviser."""
        self.worker_id = worker_id
        records = may_record(self.desk.user.role, kind)
        self.pane = PackPane(kind, self.desk, records=records)
        self._connect_pane(self.pane)
        self._room.addWidget(self.pane, 1)
        self.setFocusProxy(self.pane)
        self.head.show_meeting(kind, worker_id, records=records)
        self.drafting.turn_to(form_of(kind, worker_id))
        self._take_up_draft()
        self.sum_said.emit("Making the list…")
        self.refresh()

    def close_it(self) -> None:
        """The meeting is left; what was typed is kept as a draft."""
        self.drafting.flush()
        self.notice.clear()
        if self.pane is not None:
            pane, self.pane = self.pane, None
            self._room.removeWidget(pane)
            pane.hide()
            pane.deleteLater()

    def refresh(self) -> None:
        """Work the list out anew: once, after however many changes there were in this turn."""
        self._soon.start()

    def step_back(self) -> bool:
        """To the list of this meeting; False when the keyboard is there already."""
        return self.pane is not None and self.pane.step_back()

    # The list

    def _work_out(self) -> None:
        """What is asked for while the last answer is on its way waits for it."""
        if self.pane is None:
            return
        if self._working:
            self._asked_again = True
            return
        self._working = True
        kind, worker_id, day = self.pane.kind, self.worker_id, self.desk.day

        def work() -> tuple[str, str, Pack]:
            return kind, worker_id, pack_of(kind, self.desk.asked([kind], day), "team", worker_id)

        self._background.run(work, self._show_pack, self._on_trouble)

    def _show_pack(self, worked_out: tuple[str, str, Pack]) -> None:
        kind, worker_id, pack = worked_out
        again = self._asked_again
        self._working = self._asked_again = False
        pane = self.pane
        if again or pane is None or (kind, worker_id) != (pane.kind, self.worker_id):
            self._soon.start()
        if pane is None or (kind, worker_id) != (pane.kind, self.worker_id):
            return
        usual = {"on": f"{self.desk.day:%-d %B %Y}", "chair": self.desk.user.name}
        pane.show_pack(pack, recorded_of(self.desk, self._of_the_day(pane)), usual)
        self.head.show_pack(pack)
        self._say_already()
        self.sum_said.emit(pack.said)
        self.pack_shown.emit()

    def _on_trouble(self, trouble: Exception) -> None:
        self._working = self._asked_again = False
        if not isinstance(trouble, StoreTrouble | Refused):
            raise trouble
        self.sum_said.emit(str(trouble))

    def _of_the_day(self, pane: PackPane) -> Meeting | None:
        """The meeting on record for the day typed, else for today."""
        day = pane.hold.on.value() if pane.minutes.head.get("on") else self.desk.day
        return meeting_on(self.desk, pane.kind, self.worker_id, day)

    def _say_already(self) -> None:
        if self.pane is not None:
            there = self._of_the_day(self.pane) is not None
            says = "The meeting of that day is recorded. What is decided now is added to it."
            self.pane.hold.say_already(says if there else "")

    # What is typed

    def _take_up_draft(self) -> None:
        waiting = self.drafting.waiting()
        draft = waiting[0] if waiting else None
        self.drafting.begin(draft)
        if self.pane is None or draft is None:
            return
        self.pane.take_up(TypedMinutes.from_draft(draft.content))
        when = say_when(draft.saved_at, self.desk.day)
        says = f"This meeting was left unfinished, last typed {when}."
        self.notice.say(says, ("Throw it away", self._throw_away))

    def _throw_away(self) -> None:
        draft = self.drafting.throw_away()
        self.notice.clear()
        self.drafting.begin(None)
        if self.pane is not None:
            self.pane.take_up(TypedMinutes())
        if draft is not None:
            back = partial(self._have_back, draft)
            self.offered.emit("What was typed is thrown away.", "Undo", back)

    def _have_back(self, draft: Any) -> None:
        self.drafting.begin(None)
        self.drafting.take_up(draft)
        self._on_draft_back(draft.form)

    def _on_draft_back(self, form: str) -> None:
        if self.pane is not None and form_of(self.pane.kind, self.worker_id) == form:
            self._take_up_draft()

    def _on_typed(self) -> None:
        if self.pane is not None:
            self.drafting.write("", self.pane.minutes.to_draft())

    def _on_recorded(self) -> None:
        self.notice.clear()
        self._say_already()
        if self.pane is not None:
            self.pane.take_keyboard_back()

    def _on_hold_asked(self) -> None:
        if self.pane is not None:
            self.pane.show_problem_of("")
            self.pane.explain()

    def _connect(self) -> None:
        self.head.left.connect(self.left)
        self.head.said.connect(self.said)
        self.head.hold_asked.connect(self._on_hold_asked)
        self.drafting.troubled.connect(self.said)
        self._soon.timeout.connect(self._work_out)
        self.recording.said.connect(self.said)
        self.recording.offered.connect(self.offered)
        self.recording.recorded.connect(self._on_recorded)
        self.recording.draft_back.connect(self._on_draft_back)

    def _connect_pane(self, pane: PackPane) -> None:
        pane.typed.connect(self._on_typed)
        pane.held.connect(self._on_held)
        pane.done_asked.connect(self._on_done)
        pane.carry_asked.connect(self._on_carry)
        pane.person_opened.connect(self.person_opened)
        pane.hold.on.changed.connect(self._say_already)

    def _on_held(self) -> None:
        if self.pane is not None:
            self.recording.hold(self.pane, self.worker_id)

    def _on_done(self, one: Any, words: str) -> None:
        if self.pane is not None:
            self.recording.finish(self.pane, one, words)

    def _on_carry(self, one: Any, due_on: object, words: str) -> None:
        if self.pane is not None:
            self.recording.carry(self.pane, one, due_on, words)

    def _lay_out(self) -> None:
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(SPACE_8)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        top.setSpacing(SPACE_8)
        top.addWidget(self.head)
        top.addWidget(self.notice)
        self._room.addLayout(top)
