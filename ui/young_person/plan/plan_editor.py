"""Writing a version of the plan: one matter a page, their view last, kept from the first letter."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from carelink.errors import ChangedMeanwhile, Refused, StoreTrouble
from carelink.facts import PlanAction
from carelink.plan.actions import ActionAnswer, is_late
from carelink.plan.version import answered
from carelink.plan.words import DONE
from db.plan_actions import answer_action, carry_action, remove_action
from ui.desk import Desk
from ui.drafting import Drafting, say_when
from ui.held import Known
from ui.keys import CTRL_ENTER, within
from ui.look.tokens import SPACE_12
from ui.notice import Notice
from ui.young_person.plan.both_texts import BothTexts, TwoTexts, met, settle
from ui.young_person.plan.gestures import keep_view_and_send, leave_matter, still_right
from ui.young_person.plan.leafing import Leafing
from ui.young_person.plan.leaves import MatterLeaf, ViewLeaf
from ui.young_person.plan.matter_page import MatterPage
from ui.young_person.plan.open_version import OpenVersion
from ui.young_person.plan.page_drafts import as_read, draft_name, drafts_of, page_of, to_keep
from ui.young_person.plan.step_bar import StepBar
from ui.young_person.plan.top import to_top
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
        self.open = OpenVersion(desk, self)
        self.drafting = Drafting(desk, "plan", self)
        self.steps = StepBar()
        self.notice = Notice()
        self.both = BothTexts()
        self.matter = MatterPage(self._today)
        self.view = ViewPage(self._today)
        self.on = QPushButton("Keep and go on")
        self._leaf: MatterLeaf | ViewLeaf = MatterLeaf(self.open, self.matter, 0)
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
        elif touched:
            self._leaf.show_beside()
            self._show_bars()
        else:
            self._leaf.show()
            self._show_bars()

    def keep_draft(self) -> None:
        """Keep now what is being typed."""
        self.drafting.flush()

    def go_to(self, matter: str, field: str = "") -> None:
        """Turn to this matter, when what stands here could be kept; the keyboard to a field."""
        keys = [held.key for held in self.open.whole.schedule]
        self.turn_to(keys.index(matter))
        if field:
            self.matter.take_keyboard(field)

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
        verb, given = self._leaf.keeping
        return self._do(verb, *given, self.drafting.draft_id)

    def confirm(self) -> None:
        """Last time's answer is still right: on to the next."""
        leaf = self._leaf
        if isinstance(leaf, MatterLeaf) and self._do(
            still_right, leaf.answer, self.drafting.draft_id, says="Still right."
        ):
            self._turn_to(self.at + 1)

    def skip(self) -> None:
        """Come back to this one later."""
        leaf = self._leaf
        if isinstance(leaf, MatterLeaf) and self._do(
            leave_matter, leaf.skipped, self.drafting.draft_id
        ):
            self._turn_to(self.at + 1)

    def go_on(self) -> None:
        """Ctrl Enter: what the main button does."""
        if isinstance(self._leaf, ViewLeaf):
            self.send()
        elif self._leaf.may_confirm:
            self.confirm()
        else:
            self.turn(1)

    def send(self) -> None:
        """Keep their view and send the version to the manager."""
        _, given = self._leaf.keeping
        draft_id = self.drafting.draft_id
        if self._do(keep_view_and_send, *given, draft_id, says="Sent to the manager."):
            self.left.emit()

    @property
    def was_touched(self) -> bool:
        """Whether anything stands on this page that is not kept yet."""
        return self._leaf.touched

    # Within

    def _turn_to(self, at: int) -> None:
        self.drafting.begin(None)
        self.at = at
        on_view = at >= len(self.open.whole.schedule)
        matter = MatterLeaf(self.open, self.matter, at)
        self._leaf = ViewLeaf(self.open, self.view) if on_view else matter
        self.notice.clear()
        self.both.clear()
        self._leaf.show()
        self._take_up_draft()
        self._show_bars()
        to_top(self)
        self._leaf.take_keyboard()

    def _show_bars(self) -> None:
        on_view = isinstance(self._leaf, ViewLeaf)
        self.steps.show_version(self.open.case, self.open.whole, self.at, self.desk.day)
        self.matter.setVisible(not on_view)
        self.on.setVisible(not on_view)
        self.view.setVisible(on_view)
        self._show_gestures()

    def _show_gestures(self) -> None:
        on_matter = isinstance(self._leaf, MatterLeaf)
        self.steps.show_gestures(can_confirm=self._leaf.may_confirm, on_matter=on_matter)

    def _left_unfinished(self) -> int | None:
        """The page that the newest draft of this version is of."""
        version_id = self.open.version_id
        left = drafts_of(self.desk.drafts(), version_id)
        if not left:
            return None
        keys = [matter.key for matter in self.open.whole.schedule]
        newest = page_of(left[0], version_id)
        return keys.index(newest) if newest in keys else len(keys)

    def _take_up_draft(self) -> None:
        self.drafting.turn_to(draft_name(self.open.version_id, self._leaf.name))
        draft = self.drafting.waiting_for(self.open.person_id)
        self.drafting.begin(draft)
        if draft is not None:
            self._leaf.put_back(draft.content)
            self._meet_draft(draft.content)
            when = say_when(draft.saved_at, self.desk.day)
            self.notice.say(f"A draft from {when}.", ("Start afresh", self._start_afresh))

    def _meet_draft(self, content: Mapping[str, str]) -> None:
        """Where somebody else has written since the draft was begun, both texts are shown."""
        read = as_read(content)
        if read:
            stands = SimpleNamespace(**self._leaf.page.started)
            self.both.show_texts(met(self._leaf.fields, SimpleNamespace(**read), stands))

    def _start_afresh(self) -> None:
        self.drafting.throw_away()
        self.notice.clear()
        self._leaf.show()
        self._show_bars()

    def _do(self, verb: Callable[..., Any], *given: Any, says: str = "") -> bool:
        """One gesture; whether it was kept. What is wrong is said where it stands."""
        wrong = self._leaf.not_understood()
        if wrong:
            self._leaf.page.show_problems(wrong)
            return False
        self.drafting.flush()
        try:
            self.open.do(verb, *given, says=says)
        except Refused as refused:
            self._leaf.page.show_problems(refused.problems)
        except ChangedMeanwhile as changed:
            self._show_both(changed)
        except StoreTrouble as trouble:
            self.open.said.emit(str(trouble))
        else:
            return True
        return False

    def _show_both(self, changed: ChangedMeanwhile) -> None:
        """Theirs comes in where we touched nothing; where both wrote, both are shown."""
        if changed.now is None or isinstance(changed.now, PlanAction):
            self.open.said.emit(str(changed))
            return
        texts = met(self._leaf.fields, self._leaf.before, changed.now)
        self._leaf.before = changed.now
        self.both.show_texts(texts)
        to_top(self)
        if not texts:
            self.notice.say("Somebody else wrote here meanwhile; theirs is taken in.")

    def _on_chosen(self, both: TwoTexts, which: str) -> None:
        settle(next(f for f in self._leaf.fields if f.name == both.field), both, which)

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
        held = to_keep(self._leaf.typed(), self._leaf.page.started)
        self.drafting.write(self.open.person_id, held)
        self._show_gestures()

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
        within(self, self.go_on, *CTRL_ENTER)

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
