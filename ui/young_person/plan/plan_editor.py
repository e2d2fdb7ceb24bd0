"""Writing a version of the plan: one matter a page, their view last, kept from the first letter."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from carelink.errors import ChangedMeanwhile, Problem, Refused, StoreTrouble
from carelink.facts import PlanAction
from carelink.plan.actions import ActionAnswer, is_late
from carelink.plan.review import can_confirm
from carelink.plan.version import answered
from carelink.plan.words import DONE
from db.plan_actions import answer_action, carry_action, remove_action
from ui.desk import Desk
from ui.drafting import Drafting, say_when
from ui.held import Known
from ui.look.tokens import SPACE_12
from ui.notice import Notice
from ui.young_person.plan.both_texts import BothTexts, TwoTexts, met, settle
from ui.young_person.plan.gestures import (
    Answer,
    keep_view,
    keep_view_and_send,
    leave_matter,
    still_right,
)
from ui.young_person.plan.leafing import Leafing
from ui.young_person.plan.matter_page import MatterPage
from ui.young_person.plan.open_version import OpenVersion
from ui.young_person.plan.step_bar import StepBar
from ui.young_person.plan.view_page import ViewPage

# An action that comes across late is offered a new day this far on.
_A_QUARTER = timedelta(days=91)


class PlanEditor(QWidget):
    """`open_version` begins; `left` fires when it is closed or the version has been sent."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.setAccessibleName("Writing the plan")
        self.desk = desk
        self.at = 0
        self._before: Any = None
        self.open = OpenVersion(desk, self)
        self.drafting = Drafting(desk, "plan", self)
        self.steps = StepBar()
        self.notice = Notice()
        self.both = BothTexts()
        self.matter = MatterPage(self._today)
        self.view = ViewPage(self._today)
        self.on = QPushButton("Keep and go on")
        self._lay_out()
        self._connect()

    # What the section does with it

    def open_version(self, known: Known, version_id: str) -> None:
        """Go on with this version, where something was left unfinished, else what waits first."""
        self.open.known, self.open.version_id = known, version_id
        whole = self.open.whole
        waiting = [
            at
            for at, matter in enumerate(whole.schedule)
            if not answered(whole.matters.get(matter.key))
        ]
        first = waiting[0] if waiting else len(whole.schedule)
        left = self._left_unfinished()
        self._turn_to(first if left is None else left)

    def show_known(self, known: Known) -> None:
        """The facts have changed; what is being typed stays."""
        touched = self.was_touched
        self.open.known = known
        if not self.open.is_there:
            self.left.emit()
        elif not touched:
            self._show_page()
        else:
            self._show_beside()

    def keep_draft(self) -> None:
        """Keep now what is being typed."""
        self.drafting.flush()

    def go_to(self, matter: str) -> None:
        """Turn to this matter, when what stands here could be kept."""
        keys = [held.key for held in self.open.whole.schedule]
        self.turn_to(keys.index(matter))

    def turn(self, by: int) -> None:
        """Keep this page and turn to the next one, or the one before."""
        self.turn_to(self.at + by)

    def turn_to(self, at: int) -> None:
        """Keep this page and turn to another."""
        if 0 <= at <= len(self.open.whole.schedule) and self.keep():
            self._turn_to(at)
        else:
            self._show_bars()

    def close_editor(self) -> None:
        """Keep this page and leave; what cannot be kept stays as a draft."""
        self.keep()
        self.drafting.flush()
        self.left.emit()

    # Gestures

    def keep(self) -> bool:
        """Keep what stands on this page; whether it could be kept."""
        if not self.was_touched:
            return True
        if self._on_view:
            return self._keep_view(keep_view)
        return self._do(leave_matter, self._answer(), self.drafting.draft_id)

    def confirm(self) -> None:
        """Last time's answer is still right: on to the next."""
        if self._do(still_right, self._answer(), self.drafting.draft_id, says="Still right."):
            self._turn_to(self.at + 1)

    def skip(self) -> None:
        """Come back to this one later."""
        skipped = self.matter.skipped(self._before, self.open.blank(self.at))
        answer = self._answer()._replace(after=skipped)
        if self._do(leave_matter, answer, self.drafting.draft_id):
            self._turn_to(self.at + 1)

    def go_on(self) -> None:
        """Ctrl Enter: what the main button does."""
        if self._on_view:
            self.send()
        elif not self.steps.confirm.isHidden():
            self.confirm()
        else:
            self.turn(1)

    def send(self) -> None:
        """Keep their view and send the version to the manager."""
        if self._keep_view(keep_view_and_send, says="Sent to the manager."):
            self.left.emit()

    @property
    def was_touched(self) -> bool:
        """Whether anything stands on this page that is not kept yet."""
        return self.view.was_touched if self._on_view else bool(self.matter.typed())

    # Within

    @property
    def _on_view(self) -> bool:
        return self.at >= len(self.open.whole.schedule)

    def _turn_to(self, at: int) -> None:
        self.drafting.begin(None)
        self.at = at
        self.notice.clear()
        self.both.clear()
        self._show_page()
        self._take_up_draft()
        self._to_top()
        (self.view.took_part if self._on_view else self.matter.words).setFocus()

    def _show_page(self) -> None:
        if self._on_view:
            self._before = self.open.whole.version
            self.view.show_version(self.open.case, self.open.whole, self.desk.day)
        else:
            self._before = self.open.review(self.at).now
            self.matter.show_matter(self.open.beside(self.at))
        self._show_bars()

    def _show_beside(self) -> None:
        if self._on_view:
            self.view.show_gaps(self.open.case, self.open.whole, self.desk.day)
        else:
            self.matter.show_beside(self.open.beside(self.at))
        self._show_bars()

    def _show_bars(self) -> None:
        self.steps.show_version(self.open.case, self.open.whole, self.at, self.desk.day)
        self.matter.setVisible(not self._on_view)
        self.on.setVisible(not self._on_view)
        self.view.setVisible(self._on_view)
        self._show_gestures()

    def _show_gestures(self) -> None:
        still = False
        if not self._on_view:
            review = self.open.review(self.at)
            still = can_confirm(review.last) and not can_confirm(review.now)
            still = still and not self.matter.answer_touched
        self.steps.show_gestures(can_confirm=still, on_matter=not self._on_view)

    def _left_unfinished(self) -> int | None:
        """The page that the newest draft of this version is of."""
        begins = f"plan {self.open.version_id} "
        keys = [matter.key for matter in self.open.whole.schedule]
        pages = (d.form.removeprefix(begins) for d in self.desk.drafts() if begins in d.form)
        newest = next(pages, None)
        if newest is None:
            return None
        return keys.index(newest) if newest in keys else len(keys)

    def _take_up_draft(self) -> None:
        page = "their view" if self._on_view else self.open.review(self.at).matter.key
        self.drafting.turn_to(f"plan {self.open.version_id} {page}")
        draft = self.drafting.waiting_for(self.open.person_id)
        self.drafting.begin(draft)
        if draft is None:
            return
        if self._on_view:
            self.view.put_back(draft.content)
        else:
            about = self.open.action(draft.content.get("action.about", ""))
            self.matter.put_back(draft.content, about)
        when = say_when(draft.saved_at, self.desk.day)
        self.notice.say(f"A draft from {when}.", ("Start afresh", self._start_afresh))
        self._show_bars()

    def _start_afresh(self) -> None:
        self.drafting.throw_away()
        self.notice.clear()
        self._show_page()

    def _answer(self) -> Answer:
        key = self.open.review(self.at).matter.key
        after = self.matter.answer(self._before, self.open.blank(self.at))
        return Answer(self.open.version_id, key, self._before, after, self.matter.box.entry)

    def _keep_view(self, verb: Callable[..., Any], says: str = "") -> bool:
        wrong = self.view.not_understood()
        if wrong:
            self._show_problems(wrong)
            return False
        after = self.view.version(self._before)
        given = (self._before, after, self.view.day_held, self.drafting.draft_id)
        return self._do(verb, *given, says=says)

    def _do(self, verb: Callable[..., Any], *given: Any, says: str = "") -> bool:
        """One gesture; whether it was kept. What is wrong is said where it stands."""
        wrong = None if self._on_view else self.matter.box.not_understood
        if wrong is not None:
            self._show_problems([wrong])
            return False
        self.drafting.flush()
        try:
            self.open.do(verb, *given, says=says)
        except Refused as refused:
            self._show_problems(list(refused.problems))
        except ChangedMeanwhile as changed:
            self._show_both(changed)
        except StoreTrouble as trouble:
            self.open.said.emit(str(trouble))
        else:
            return True
        return False

    def _show_problems(self, problems: list[Problem]) -> None:
        page = self.view if self._on_view else self.matter
        page.show_problems(problems)

    def _show_both(self, changed: ChangedMeanwhile) -> None:
        """Theirs comes in where we touched nothing; where both wrote, both are shown."""
        if changed.now is None or isinstance(changed.now, PlanAction):
            self.open.said.emit(str(changed))
            return
        fields = self.view.fields if self._on_view else self.matter.fields
        texts = met(fields, self._before, changed.now)
        self._before = changed.now
        self.both.show_texts(texts)
        self._to_top()
        if not texts:
            self.notice.say("Somebody else wrote here meanwhile; theirs is taken in.")

    def _on_chosen(self, both: TwoTexts, which: str) -> None:
        fields = self.view.fields if self._on_view else self.matter.fields
        settle(next(field for field in fields if field.name == both.field), both, which)

    def _on_act(self, name: str, action: PlanAction) -> None:
        if name == "carry":
            late = action.due_on is None or is_late(action, self.desk.day)
            by = self.desk.day + _A_QUARTER if late else None
            given = (self.open.version_id, action.action_id, by)
            self._do(carry_action, *given, says="It comes across.")
        elif name == "done":
            self._do(answer_action, ActionAnswer(action.action_id, DONE), says="Done.")
        elif name == "remove":
            self._do(remove_action, action.action_id, says="Taken out.")
        else:
            self.matter.box.take(name, action)
            return
        self.show_known(self.desk.known(self.open.person_id))
        self.matter.take_keyboard()

    def _on_entry(self) -> None:
        """The button of the box: the page is kept, and stays in view."""
        if self.keep():
            self._turn_to(self.at)
            self.matter.box.what.setFocus()

    def _on_changed(self) -> None:
        content = self.view.typed() if self._on_view else self.matter.typed()
        self.drafting.write(self.open.person_id, content)
        self._show_gestures()

    def _to_top(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.verticalScrollBar().setValue(0)

    def _today(self) -> date:
        return self.desk.day

    def _connect(self) -> None:
        self.steps.turned.connect(self.turn)
        self.steps.chosen.connect(self.turn_to)
        self.steps.left.connect(self.close_editor)
        self.steps.confirm.clicked.connect(self.confirm)
        self.steps.skip.clicked.connect(self.skip)
        self.on.clicked.connect(self.go_on)
        self.matter.changed.connect(self._on_changed)
        self.matter.act_asked.connect(self._on_act)
        self.matter.entry_done.connect(self._on_entry)
        self.view.changed.connect(self._on_changed)
        self.view.matter_asked.connect(self.go_to)
        self.view.send_asked.connect(self.send)
        self.both.chosen.connect(self._on_chosen)
        self.drafting.troubled.connect(self.open.said)
        Leafing(self).turned.connect(self.turn)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.go_on)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        self.on.setObjectName("main")
        self.on.setToolTip("Keep this and go on to the next (Ctrl Enter)")
        for part in (self.steps, self.notice, self.both, self.matter):
            column.addWidget(part)
        column.addWidget(self.on, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.view)
        column.addStretch(1)
