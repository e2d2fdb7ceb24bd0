"""What is recorded from an open meeting, and how is it undone? Held, added to, done, carried on."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from carelink.errors import ChangedMeanwhile, Problem, Refused, StoreTrouble
from carelink.facts import Meeting
from carelink.meetings.pack import Carried
from db.meeting import carry_action, finish_action, put_action_back
from ui.desk import Desk
from ui.drafting import Drafting
from ui.meetings.holding import Held, form_of, meeting_on, record, take_back
from ui.meetings.minutes import TypedMinutes
from ui.meetings.pack_pane import PackPane


class MeetingRecording(QObject):
    """The gestures of an open meeting.

    `recorded` fires when what was typed stands on record, `draft_back(form)` when it is a draft
    again, `said` and `offered` as a page has them.
    """

    recorded = Signal()
    draft_back = Signal(str)
    said = Signal(str)
    offered = Signal(str, str, object)

    def __init__(self, desk: Desk, drafting: Drafting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafting = drafting

    def hold(self, pane: PackPane, worker_id: str) -> None:
        """Record the meeting as it was typed; what is wrong is shown where it was typed."""
        self._drafting.flush()
        wrong = pane.hold.on.not_understood()
        try:
            if wrong is not None:
                raise Refused(wrong)
            held = self._record(pane, worker_id)
        except Refused as refused:
            self._show_problems(pane, refused.problems)
        except (ChangedMeanwhile, StoreTrouble) as trouble:
            self.said.emit(f"The meeting is not recorded; it is kept as a draft. {trouble}")
        else:
            self._drafting.forget()
            pane.take_up(TypedMinutes())
            self.recorded.emit()
            self.offered.emit(held.says, "Undo", partial(self._take_back, held))

    def finish(self, pane: PackPane, one: Carried, words: str) -> None:
        """An action is done today."""
        self._change(pane, one, f"Done: {one.what}", finish_action, self._desk.day, words)

    def carry(self, pane: PackPane, one: Carried, due_on: object, words: str) -> None:
        """An action goes on to another day."""
        self._change(pane, one, f"Carried on: {one.what}", carry_action, due_on, words)

    def _record(self, pane: PackPane, worker_id: str) -> Held:
        head, desk, day = pane.hold.head(), self._desk, pane.hold.on.value()
        there = meeting_on(desk, pane.kind, worker_id, day)
        words = (head["chair"], head["attended"], head["words"])
        meeting = there or Meeting("", pane.kind, day, worker_id, *words)
        return record(
            desk,
            pane.minutes.minutes(meeting, desk.day),
            more=there is not None,
            draft_id=self._drafting.draft_id,
            form=form_of(pane.kind, worker_id),
            typed=pane.minutes.to_draft(),
        )

    def _show_problems(self, pane: PackPane, problems: Sequence[Problem]) -> None:
        """What is wrong with one person or action is shown there; how many more there are."""
        groups = [problem.field.rpartition(".")[0] for problem in problems]
        first = groups[0]
        of_the_first = [
            Problem(problem.field.rpartition(".")[2], problem.says)
            for problem, group in zip(problems, groups, strict=True)
            if group == first
        ]
        pane.show_problem_of(first).show_problems(of_the_first)
        more = len(set(groups)) - 1
        if more:
            self.said.emit(f"Not recorded yet: {more} more to put right after this.")

    def _take_back(self, held: Held) -> None:
        try:
            take_back(self._desk, held)
        except (ChangedMeanwhile, StoreTrouble) as trouble:
            self.said.emit(str(trouble))
        else:
            self.said.emit("Taken back. What was typed is kept as a draft.")
            self.draft_back.emit(held.form)

    def _change(
        self, pane: PackPane, one: Carried, says: str, verb: Any, day: object, words: str
    ) -> None:
        before = self._fact_of(one)
        try:
            now = self._desk.do(verb, before, day, words, about=one.person_id, team=True)
        except Refused as refused:
            pane.carried.show_problems(refused.problems)
        except (ChangedMeanwhile, StoreTrouble) as trouble:
            self.said.emit(str(trouble))
        else:
            pane.mark(one, says.split(":")[0])
            self.offered.emit(says, "Undo", partial(self._put_back, now, before, one.person_id))

    def _fact_of(self, one: Carried) -> Any:
        if one.item_id:
            case = self._desk.case(one.person_id)
            named = {item.item_id: item for item in case.meeting_items}
            decided = {decision.decision_id: decision for decision in case.decisions}
            return {**decided, **named}[one.item_id]
        actions = self._desk.of_the_team("meeting_actions")
        return next(action for action in actions if action.action_id == one.action_id)

    def _put_back(self, now: Any, before: Any, person_id: str) -> None:
        try:
            self._desk.do(put_action_back, now, before, about=person_id, team=True)
        except (ChangedMeanwhile, StoreTrouble) as trouble:
            self.said.emit(str(trouble))
