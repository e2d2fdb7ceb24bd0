"""Plan: how the pathway plan stands, what is to be done, and its versions; writing and reading."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from carelink.errors import Refused, StoreTrouble
from carelink.facts import PlanAction
from carelink.plan.actions import ActionAnswer
from carelink.plan.version import (
    WholeVersion,
    current_version,
    open_version,
    running_plan,
    version_named,
    versions_of,
)
from carelink.plan.words import DONE, NOT_YET, VersionState
from carelink.words import MANAGER
from db.approving import approve, return_with_comment
from db.plan_actions import answer_action
from db.planning import begin_plan, begin_review
from ui.desk import Desk
from ui.held import Known
from ui.young_person.plan.gestures import have_back, throw_away
from ui.young_person.plan.open_version import OpenVersion
from ui.young_person.plan.page_drafts import drafts_of
from ui.young_person.plan.plan_editor import PlanEditor
from ui.young_person.plan.plan_forms import (
    AssessedForm,
    CopyForm,
    DropForm,
    IntervalForm,
    ReviewAskedForm,
)
from ui.young_person.plan.plan_overview import PlanOverview
from ui.young_person.plan.top import to_top
from ui.young_person.plan.version_reader import CHANGES, WHOLE, VersionReader
from ui.young_person.section import Section

_ANSWERED = {DONE: "Done.", NOT_YET: "Asked: not yet."}


class PlanSection(Section):
    """The overview of the plan, or in its place the editor or the reading of a version."""

    title = "Plan"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.gestures = OpenVersion(desk, self)
        self.overview = PlanOverview()
        self.editor = PlanEditor(desk)
        self.reader = VersionReader()
        self._lay_out()
        self._connect()

    @property
    def needs_room(self) -> bool:
        return not self.editor.isHidden() or not self.reader.isHidden()

    def show_known(self, known: Known) -> None:
        anew = self.person_id != known.case.person.person_id
        super().show_known(known)
        self.gestures.known = known
        if anew:
            self._show_overview()
        elif not self.editor.isHidden():
            self.editor.show_known(known)
        elif not self.reader.isHidden():
            self._show_version(self.reader.version_id, self.reader.shows.value())
        else:
            self._fill()

    def step_back(self) -> bool:
        if not self.editor.isHidden():
            self.editor.close_editor()
            return True
        if not self.reader.isHidden() or not self.overview.copy.isHidden():
            self._show_overview()
            return True
        return False

    def show_what_waits(self) -> None:
        being = open_version(self.known.case) if self.known else None
        if being is not None and being.state is VersionState.SENT:
            self._read_latest()
        elif being is not None:
            self.write()

    def keep_draft(self) -> None:
        self.editor.keep_draft()

    def write(self) -> None:
        """Begin what is to be written next, or go on with what is being written."""
        assert self.known is not None
        case = self.known.case
        if open_version(case) is None:
            plan = running_plan(case, self.desk.day)
            first = plan is None or not (plan.approved_on or current_version(case))
            verb = begin_plan if first else begin_review
            begun = "The plan is begun." if first else "The review is begun."
            if not self._do(verb, self.person_id, says=begun):
                return
        whole = open_version(self.known.case)
        if whole is not None:
            self._edit(whole)

    def read(self, version_id: str, how: str = CHANGES) -> None:
        """Read a version: only what differs, or the whole."""
        self._read(version_id, how)

    # Within

    @property
    def _manages(self) -> bool:
        return self.desk.user.role == MANAGER

    def _fill(self) -> None:
        assert self.known is not None
        self.overview.show_known(self.known, self.desk.day, manages=self._manages)

    def _show_overview(self) -> None:
        self.overview.copy.hide()
        self._show_only(self.overview)
        self._fill()
        to_top(self)
        if self.isVisible():
            self.overview.state.take_keyboard()

    def _show_only(self, part: QWidget) -> None:
        for held in (self.overview, self.editor, self.reader):
            if held is not part:
                held.hide()
        part.show()
        self.room_asked.emit()

    def _edit(self, whole: WholeVersion) -> None:
        assert self.known is not None
        self._show_only(self.editor)
        self.editor.open_version(self.known, whole.version.version_id)

    def _read(self, version_id: str, how: str) -> None:
        self._show_version(version_id, how)
        to_top(self)
        self.reader.setFocus()

    def _show_version(self, version_id: str, how: str) -> None:
        assert self.known is not None
        case = self.known.case
        whole = version_named(case, version_id)
        if whole is None:
            self._show_overview()
            return
        self._show_only(self.reader)
        self.reader.show_version(case, whole, self.desk.day, how, may_decide=self._manages)

    def _do(self, verb: Callable[..., Any], *given: Any, **telling: Any) -> bool:
        try:
            self.gestures.do(verb, *given, **telling)
        except (Refused, StoreTrouble) as trouble:
            self.said.emit(str(trouble))
            return False
        self.known = self.gestures.known
        return True

    def _on_action(self, name: str, action: PlanAction) -> None:
        if name == "drop":
            self.ask_form(DropForm, action)()
        else:
            answer = ActionAnswer(action.action_id, name)
            self._do(answer_action, answer, says=_ANSWERED[name])

    def _on_version(self, name: str, whole: WholeVersion) -> None:
        self._read(whole.version.version_id, CHANGES if name == "changes" else WHOLE)

    def _on_state(self, name: str) -> None:
        {
            "write": self.write,
            "read": self._read_latest,
            "copy": self._ask_copy,
            "since": self._show_since,
            "invite": self._show_invitation,
            "asked": self.ask_form(ReviewAskedForm),
            "often": self._ask_interval,
            "assessed": self.ask_form(AssessedForm),
            "drop": self._drop_draft,
        }[name]()

    def _ask_interval(self) -> None:
        plan = running_plan(self.known.case, self.desk.day) if self.known else None
        if plan is not None:
            self.ask_form(IntervalForm, plan)()

    def _read_latest(self) -> None:
        assert self.known is not None
        latest = versions_of(self.known.case)[-1]
        self._read(latest.version.version_id, CHANGES if latest.number > 1 else WHOLE)

    def _drop_draft(self) -> None:
        being = open_version(self.known.case) if self.known else None
        if being is None:
            return
        version_id = being.version.version_id
        typed = drafts_of(self.desk.drafts(), version_id)
        says, back = "The draft is thrown away.", partial(have_back, drafts=typed)
        self._do(throw_away, version_id, typed, says=says, then_back=back)

    def _ask_copy(self) -> None:
        assert self.known is not None
        current = current_version(self.known.case)
        assert current is not None
        self.ask_form(CopyForm, current.version)()

    def _show_since(self) -> None:
        assert self.known is not None
        self.overview.show_since(self.known.case, self.desk.day)

    def _show_invitation(self) -> None:
        assert self.known is not None
        self.overview.show_invitation(self.known.case, self.desk.day)

    def _on_approve(self) -> None:
        self._decide(approve, self.reader.version_id, says="Approved.")

    def _on_return(self, why: str) -> None:
        self._decide(return_with_comment, self.reader.version_id, why, says="Returned.")

    def _decide(self, verb: Callable[..., Any], *given: Any, says: str) -> None:
        try:
            self.gestures.do(verb, *given, says=says)
        except (Refused, StoreTrouble) as trouble:
            self.reader.show_problem(str(trouble))
            return
        self.known = self.gestures.known
        self._show_overview()

    def _lay_out(self) -> None:
        for part in (self.overview, self.editor, self.reader):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.editor.hide()
        self.reader.hide()

    def _connect(self) -> None:
        self.overview.state.asked.connect(self._on_state)
        self.overview.to_do.asked.connect(self._on_action)
        self.overview.versions.asked.connect(self._on_version)
        self.editor.left.connect(self._show_overview)
        self.reader.left.connect(self._show_overview)
        self.reader.approve_asked.connect(self._on_approve)
        self.reader.return_asked.connect(self._on_return)
        for part in (self.gestures, self.editor.open):
            part.said.connect(self.said)
            part.offered.connect(self.offered)
        self.overview.said.connect(self.said)
