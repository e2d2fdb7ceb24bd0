"""The version that stands open: its facts as last read, and every gesture on it with its way back.

Plain Python but for its signals: what is shown of it is the editor's.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from carelink.case import CaseFile
from carelink.errors import StoreTrouble
from carelink.facts import PlanAction, PlanMatter
from carelink.names import kept_apart
from carelink.plan.evidence import evidence_of, time_since
from carelink.plan.review import MatterReview, review_of
from carelink.plan.version import WholeVersion, version_named
from db.plan_rows import undo_planning
from db.trail import Writing
from ui.desk import Desk
from ui.held import Known
from ui.young_person.plan.matter_page import Beside


class OpenVersion(QObject):
    """`said` and `offered` are the page's."""

    said = Signal(str)
    offered = Signal(str, str, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.known: Known | None = None
        self.version_id = ""

    @property
    def case(self) -> CaseFile:
        """The file as last read."""
        assert self.known is not None
        return self.known.case

    @property
    def person_id(self) -> str:
        return self.case.person.person_id

    @property
    def is_there(self) -> bool:
        """Whether the version is still in the store."""
        return version_named(self.case, self.version_id) is not None

    @property
    def whole(self) -> WholeVersion:
        """The version with its answers and actions."""
        whole = version_named(self.case, self.version_id)
        assert whole is not None
        return whole

    def review(self, at: int) -> MatterReview:
        """One matter beside last time."""
        return review_of(self.case, self.whole)[at]

    def blank(self, at: int) -> PlanMatter:
        """An answer to one matter with nothing in it yet."""
        return PlanMatter(self.person_id, self.version_id, self.review(at).matter.key)

    def action(self, action_id: str) -> PlanAction | None:
        """An action of this version, or one of last time."""
        held = {action.action_id: action for action in self.case.plan_actions}
        return held.get(action_id)

    def beside(self, at: int) -> Beside:
        """What stands beside one matter."""
        review, day = self.review(at), self.desk.day
        since = time_since(self.case, self.whole, day)
        found = evidence_of(self.case, review.matter.key, since)
        return Beside(review, found, since, self._people(), day)

    def do(
        self,
        verb: Callable[..., Any],
        *given: Any,
        says: str = "",
        then_back: Callable[[Writing], None] | None = None,
    ) -> None:
        """One gesture; `says` tells it with its way back, `then_back` being what else goes back.

        What goes wrong is the caller's.
        """
        before = self.case
        self.desk.do(verb, *given, about=self.person_id)
        self.known = self.desk.known(self.person_id)
        if says:
            undo = partial(_undo, before=before, after=self.case, then_back=then_back)
            self.offered.emit(says, "Undo", partial(self._take_back, undo, self.person_id))

    def _take_back(self, undo: Callable[[Writing], None], person_id: str) -> None:
        try:
            self.desk.do(undo, about=person_id)
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))

    def _people(self) -> Sequence[str]:
        """Who may do something: their adviser, they themselves, both, then who is around them."""
        day, name = self.desk.day, kept_apart(self.case.person.name)
        adviser = self.case.adviser_name(day)
        ours = [adviser, f"{name} and {adviser}"] if adviser else []
        around = [held.name for held in self.case.supporters if held.name]
        return [*ours[:1], name, *ours[1:], *around]


def _undo(
    writing: Writing,
    before: CaseFile,
    after: CaseFile,
    then_back: Callable[[Writing], None] | None,
) -> None:
    undo_planning(writing, before, after)
    if then_back is not None:
        then_back(writing)
