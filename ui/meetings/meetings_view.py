"""Meetings: each with when it is next due; and of the chosen one its list, written down as said."""

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from carelink.errors import ChangedMeanwhile, Problem, Refused, StoreTrouble
from carelink.facts import Meeting
from carelink.meetings.pack import Carried, Pack
from carelink.meetings.packs import pack_of
from carelink.meetings.roles import may_record, meetings_of
from carelink.words import LATE, State
from db.meeting import carry_action, finish_action, put_action_back
from ui.background import Background
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.drafting import Drafting, say_when
from ui.lines import LinesView
from ui.look.tokens import SPACE_8, SPACE_16
from ui.meetings.holding import (
    Held,
    form_of,
    meeting_of_form,
    meeting_on,
    record,
    recorded_of,
    take_back,
)
from ui.meetings.meeting_lines import meeting_lines, say_without_manager
from ui.meetings.minutes import TypedMinutes
from ui.meetings.pack_head import PackHead
from ui.meetings.pack_pane import PackPane
from ui.notice import Notice
from ui.page import Page

_KEPT = "What you type is kept from the first letter."


class MeetingsView(Page):
    """The list of meetings, and in its place the one that was opened.

    `pack_shown` fires when the list of the meeting has been worked out and stands there.
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
        self._background = background
        self._kinds = meetings_of(desk.user.role)
        self._records = may_record(desk.user.role)
        self._working = self._asked_again = False
        self.worker_id = ""
        self.pane: PackPane | None = None
        self.list = LinesView("Meetings")
        self.head = PackHead(desk)
        self.notice = Notice()
        self.drafting = Drafting(desk, form_of("", ""), self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        self._show_meetings()
        if self.pane is not None:
            self._soon.start()

    def open_meeting(self, kind: str, worker_id: str = "") -> None:
        """Show the list of one meeting; of a supervision, that of this adviser."""
        if kind not in self._kinds:
            return
        self.close_meeting()
        self.worker_id = worker_id
        self.pane = PackPane(kind, self.desk, records=self._records)
        self._connect_pane(self.pane)
        self._room.addWidget(self.pane, 1)
        self.head.show_meeting(kind, worker_id)
        self._stack.setCurrentIndex(1)
        self.setFocusProxy(self.pane)
        self.pane.setFocus()
        self.drafting.turn_to(form_of(kind, worker_id))
        self._take_up_draft()
        self.sum_said.emit("Making the list…")
        self._soon.start()

    def open_form(self, form: str) -> None:
        """Go on with the minutes that a draft keeps."""
        self.open_meeting(*meeting_of_form(form))

    def close_meeting(self) -> None:
        """Back to the list of meetings; what was typed is kept as a draft."""
        self.drafting.flush()
        self.notice.clear()
        if self.pane is not None:
            pane, self.pane = self.pane, None
            self._room.removeWidget(pane)
            pane.hide()
            pane.deleteLater()
        self._stack.setCurrentIndex(0)
        self.setFocusProxy(self.list)
        self._show_meetings()

    def person_in_view(self) -> str:
        return self.pane.person_in_view() if self.pane is not None else ""

    def explain(self) -> None:
        if self.pane is not None:
            self.pane.explain()

    def step_back(self) -> bool:
        if self.pane is None:
            return False
        if not self.pane.step_back():
            self.close_meeting()
            self.list.setFocus()
        return True

    def keep_drafts(self) -> None:
        self.drafting.flush()

    # The list of meetings

    def _show_meetings(self) -> None:
        desk = self.desk
        lines = meeting_lines(self._kinds, desk.of_the_team("meetings"), desk.workers(), desk.day)
        self.list.show_lines(lines)
        if not self.list.touched:
            self.list.choose_first()
        if self.pane is None:
            states = [line.state for line in lines if line.state is not None]
            late = sum(state in LATE for state in states)
            soon = sum(state is State.DUE_SOON for state in states)
            parts = [f"{len(states)} = {late} late or never held + {soon} due soon"]
            parts[0] += f" + {len(states) - late - soon} in time or held when needed"
            without = say_without_manager(desk.workers(), desk.day)
            self.sum_said.emit(" · ".join([*parts, *([without] if without else [])]))

    def _on_meeting(self, index: QModelIndex) -> None:
        chosen = self.list.chosen()
        if self.pane is None and chosen is not None and chosen.state is not None:
            self.open_meeting(chosen.key.split(" ")[0], chosen.about)

    # The list of one meeting

    def _work_out(self) -> None:
        """Once after however many changes; what is asked meanwhile waits for its end."""
        if self.pane is None:
            return
        if self._working:
            self._asked_again = True
            return
        self._working = True
        kind, worker_id, day = self.pane.kind, self.worker_id, self.desk.day

        def work() -> Pack:
            return pack_of(kind, self.desk.asked([kind], day), "team", worker_id)

        self._background.run(work, self._show_pack, self._on_trouble)

    def _show_pack(self, pack: Pack) -> None:
        self._working = False
        if self._asked_again:
            self._asked_again = False
            self._soon.start()
        pane = self.pane
        if pane is None or (pack.kind, pack.worker_id) != (pane.kind, self.worker_id):
            self._soon.start()
            return
        usual = {"on": f"{self.desk.day:%-d %B %Y}", "chair": self.desk.user.name}
        had_keyboard = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        first = pane.pack is None
        pane.show_pack(pack, self._recorded(pane), usual)
        self.head.show_pack(pack)
        self._say_already()
        self.sum_said.emit(pack.said)
        if first and (had_keyboard or self.isVisible()):
            pane.setFocus()
        self.pack_shown.emit()

    def _on_trouble(self, trouble: Exception) -> None:
        self._working = False
        if not isinstance(trouble, StoreTrouble | Refused):
            raise trouble
        self.sum_said.emit(str(trouble))

    def _recorded(self, pane: PackPane) -> dict[str, str]:
        return recorded_of(self.desk, self._meeting_of_the_day(pane))

    def _meeting_of_the_day(self, pane: PackPane) -> Meeting | None:
        """The meeting on record for the day typed, else for today."""
        day = pane.hold.on.value() if pane.minutes.head.get("on") else self.desk.day
        return meeting_on(self.desk, pane.kind, self.worker_id, day)

    def _say_already(self) -> None:
        if self.pane is None:
            return
        there = self._meeting_of_the_day(self.pane) is not None
        says = "The meeting of that day is recorded. What is decided now is added to it."
        self.pane.hold.say_already(says if there else "")

    # What is typed

    def _take_up_draft(self) -> None:
        pane = self.pane
        waiting = self.drafting.waiting()
        draft = waiting[0] if waiting else None
        self.drafting.begin(draft)
        if pane is None or draft is None:
            return
        pane.take_up(TypedMinutes.from_draft(draft.content))
        when = say_when(draft.saved_at, self.desk.day)
        self.notice.say(
            f"This meeting was left unfinished, last typed {when}.",
            ("Throw it away", self._throw_away),
        )

    def _throw_away(self) -> None:
        draft = self.drafting.throw_away()
        self.notice.clear()
        self.drafting.begin(None)
        if self.pane is not None:
            self.pane.take_up(TypedMinutes())
        if draft is not None:
            self.offered.emit("What was typed is thrown away.", "Undo", partial(self._again, draft))

    def _again(self, draft: Any) -> None:
        self.drafting.begin(None)
        self.drafting.take_up(draft)
        self.open_form(draft.form)

    def _on_typed(self) -> None:
        if self.pane is not None:
            self.drafting.write("", self.pane.minutes.to_draft())

    # What is recorded

    def _on_held(self) -> None:
        pane = self.pane
        if pane is None:
            return
        self.drafting.flush()
        wrong = pane.hold.on.not_understood()
        try:
            if wrong is not None:
                raise Refused(wrong)
            held = self._record(pane)
        except Refused as refused:
            self._show_problems(pane, refused)
        except (ChangedMeanwhile, StoreTrouble) as trouble:
            self.said.emit(f"The meeting is not recorded; it is kept as a draft. {trouble}")
        else:
            self.drafting.forget()
            self.notice.clear()
            pane.take_up(TypedMinutes())
            self._say_already()
            self.offered.emit(held.says, "Undo", partial(self._take_back, held))

    def _record(self, pane: PackPane) -> Held:
        head, desk = pane.hold.head(), self.desk
        there = meeting_on(desk, pane.kind, self.worker_id, pane.hold.on.value())
        meeting = there or Meeting(
            "",
            pane.kind,
            pane.hold.on.value(),
            self.worker_id,
            head["chair"],
            head["attended"],
            head["words"],
        )
        return record(
            desk,
            pane.minutes.minutes(meeting, desk.day),
            more=there is not None,
            draft_id=self.drafting.draft_id,
            form=form_of(pane.kind, self.worker_id),
            typed=pane.minutes.to_draft(),
        )

    def _show_problems(self, pane: PackPane, refused: Refused) -> None:
        """What is about one person or action is shown there, the first of them first."""
        groups = [problem.field.rpartition(".")[0] for problem in refused.problems]
        first = groups[0]
        fields = [
            Problem(problem.field.rpartition(".")[2], problem.says)
            for problem, group in zip(refused.problems, groups, strict=True)
            if group == first
        ]
        pane.show_problem_of(first).show_problems(fields)
        beside = len(set(groups)) - 1
        if beside:
            self.said.emit(f"Not recorded yet: {beside} more to put right after this.")

    def _take_back(self, held: Held) -> None:
        try:
            take_back(self.desk, held)
        except (ChangedMeanwhile, StoreTrouble) as trouble:
            self.said.emit(str(trouble))
            return
        self.said.emit("Taken back. What was typed is kept as a draft.")
        if self.pane is not None and form_of(self.pane.kind, self.worker_id) == held.form:
            self._take_up_draft()

    def _on_done(self, one: Carried, words: str) -> None:
        self._change(one, f"Done: {one.what}", finish_action, self.desk.day, words)

    def _on_carry(self, one: Carried, due_on: object, words: str) -> None:
        self._change(one, f"Carried on: {one.what}", carry_action, due_on, words)

    def _change(self, one: Carried, says: str, verb: Any, day: object, words: str) -> None:
        before = self._fact_of(one)
        try:
            now = self.desk.do(verb, before, day, words, about=one.person_id, team=True)
        except Refused as refused:
            if self.pane is not None:
                self.pane.carried.show_problems(refused.problems)
        except (ChangedMeanwhile, StoreTrouble) as trouble:
            self.said.emit(str(trouble))
        else:
            back = partial(self._put_back, now, before, one.person_id)
            self.offered.emit(says, "Undo", back)

    def _fact_of(self, one: Carried) -> Any:
        if one.item_id:
            items = self.desk.case(one.person_id).meeting_items
            return next(item for item in items if item.item_id == one.item_id)
        actions = self.desk.of_the_team("meeting_actions")
        return next(action for action in actions if action.action_id == one.action_id)

    def _put_back(self, now: Any, before: Any, person_id: str) -> None:
        try:
            self.desk.do(put_action_back, now, before, about=person_id, team=True)
        except (ChangedMeanwhile, StoreTrouble) as trouble:
            self.said.emit(str(trouble))

    def _connect(self) -> None:
        self.list.activated.connect(self._on_meeting)
        self.list.clicked.connect(self._on_meeting)
        self.head.left.connect(self.close_meeting)
        self.head.said.connect(self.said)
        self.drafting.troubled.connect(self.said)
        self._soon.timeout.connect(self._work_out)

    def _connect_pane(self, pane: PackPane) -> None:
        pane.typed.connect(self._on_typed)
        pane.held.connect(self._on_held)
        pane.done_asked.connect(self._on_done)
        pane.carry_asked.connect(self._on_carry)
        pane.person_opened.connect(self.person_opened)
        pane.hold.on.changed.connect(self._say_already)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        opened = QWidget()
        self._room = QVBoxLayout(opened)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(SPACE_8)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        top.setSpacing(SPACE_8)
        top.addWidget(self.head)
        top.addWidget(self.notice)
        self._room.addLayout(top)
        self._stack.addWidget(opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
