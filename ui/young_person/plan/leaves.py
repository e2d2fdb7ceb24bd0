"""What does a page of the editor keep, and how? A matter's page and that of their view alike."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from carelink.errors import Problem
from carelink.facts import PlanMatter, PlanVersion
from carelink.plan.review import MatterReview, can_confirm
from ui.fields import Field
from ui.young_person.plan.gestures import Answer, keep_view, leave_matter
from ui.young_person.plan.matter_page import MatterPage
from ui.young_person.plan.open_version import OpenVersion
from ui.young_person.plan.view_page import ViewPage

# A verb and what it is given, but for the draft that goes with it.
Keeping = tuple[Callable[..., Any], tuple[Any, ...]]


class MatterLeaf:
    """One matter of the open version; `before` is its answer as it was read."""

    def __init__(self, version: OpenVersion, page: MatterPage, at: int) -> None:
        self._open = version
        self.page = page
        self._at = at
        self.before: PlanMatter | None = None

    @property
    def review(self) -> MatterReview:
        """The matter beside last time, as last read."""
        return self._open.review(self._at)

    @property
    def name(self) -> str:
        """What its draft is known by."""
        return self.review.matter.key

    @property
    def fields(self) -> Sequence[Field]:
        return self.page.fields

    @property
    def touched(self) -> bool:
        """Whether anything stands on it that is not kept yet."""
        return bool(self.page.typed())

    @property
    def may_confirm(self) -> bool:
        """Whether last time's answer can be said to be still right, with nothing else typed."""
        review = self.review
        unanswered = can_confirm(review.last) and not can_confirm(review.now)
        return unanswered and not self.page.answer_touched

    @property
    def answer(self) -> Answer:
        """The answer as it was read and as it is to be."""
        blank = self._open.blank(self._at)
        after = self.page.answer(self.before, blank)
        return Answer(self._open.version_id, blank.matter, self.before, after, self.page.box.entry)

    @property
    def skipped(self) -> Answer:
        """The answer skipped for now, with whatever stands in it."""
        after = self.page.skipped(self.before, self._open.blank(self._at))
        return self.answer._replace(after=after)

    @property
    def keeping(self) -> Keeping:
        """What keeps the page."""
        return leave_matter, (self.answer,)

    def show(self) -> None:
        """Show it from its facts; what was typed is replaced."""
        self.before = self.review.now
        self.page.show_matter(self._open.beside(self._at))

    def show_beside(self) -> None:
        """Show what stands beside it; what is being typed stays."""
        self.page.show_beside(self._open.beside(self._at))

    def typed(self) -> dict[str, str]:
        """What a draft keeps."""
        return self.page.typed()

    def put_back(self, content: Mapping[str, str]) -> None:
        """What a draft kept."""
        self.page.put_back(content, self._open.action(content.get("action.about", "")))

    def not_understood(self) -> list[Problem]:
        """What was typed and means nothing here."""
        wrong = self.page.box.not_understood
        return [wrong] if wrong else []

    def take_keyboard(self) -> None:
        """Their own words come first."""
        self.page.words.setFocus()


class ViewLeaf:
    """What they think of the open version; `before` is the version as it was read."""

    may_confirm = False

    def __init__(self, version: OpenVersion, page: ViewPage) -> None:
        self._open = version
        self.page = page
        self.name = "their view"
        self.before: PlanVersion = version.whole.version

    @property
    def fields(self) -> Sequence[Field]:
        return self.page.fields

    @property
    def touched(self) -> bool:
        """Whether anything stands on it that is not kept yet."""
        return self.page.was_touched

    @property
    def keeping(self) -> Keeping:
        """What keeps the page."""
        return keep_view, (self.before, self.page.version(self.before), self.page.day_held)

    def show(self) -> None:
        """Show it from its facts; what was typed is replaced."""
        self.before = self._open.whole.version
        self.page.show_version(self._open.case, self._open.whole, self._open.desk.day)

    def show_beside(self) -> None:
        """Show what is still to be said; what is being typed stays."""
        self.page.show_gaps(self._open.case, self._open.whole, self._open.desk.day)

    def typed(self) -> dict[str, str]:
        """What a draft keeps."""
        return self.page.typed()

    def put_back(self, content: Mapping[str, str]) -> None:
        """What a draft kept."""
        self.page.put_back(content)

    def not_understood(self) -> list[Problem]:
        """What was typed and means nothing here."""
        return self.page.not_understood()

    def take_keyboard(self) -> None:
        """How they took part comes first."""
        self.page.took_part.setFocus()
