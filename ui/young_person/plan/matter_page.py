"""One matter of the plan: last time and what we hold at the left, now at the right."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from carelink.errors import Problem
from carelink.facts import PlanAction, PlanMatter
from carelink.plan.evidence import Evidence, Since
from carelink.plan.review import MatterReview, can_confirm, must_change
from carelink.plan.words import MATTER_FIELDS, SKIPPED, STANDS_LABELS
from ui.fields import Field, TextField, show_problems
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.side_by_side import SideBySide
from ui.young_person.cards import Card
from ui.young_person.ledger_card import Act, LedgerCard
from ui.young_person.plan.action_box import ActionBox
from ui.young_person.plan.gestures import EDIT
from ui.young_person.plan.said import action_words, answer_lines, evidence_lines, say_since

_CARRY = Act("carry", "Carry on", "It comes across as it stands, by a new day")
_UNMET = (
    Act("done", "Done", "It is done; today's date is kept with it"),
    Act("change", "Change…", "Something else in its place", quiet=True),
    Act("split", "Split…", "Smaller steps in its place", quiet=True),
    Act("drop", "Drop…", "It is not wanted any more; say why", quiet=True),
)
_NOW = (
    Act(EDIT, "Change…", "Other words, another day or somebody else", quiet=True),
    Act("remove", "Take out", "It does not belong in this version", quiet=True),
)
_NO_LAST = "Nothing was written here last time."


class Beside(NamedTuple):
    """What stands beside a matter: the review of it, what we hold, and who may do something."""

    review: MatterReview
    evidence: Sequence[Evidence]
    since: Since
    people: Sequence[str]
    day: date


class MatterPage(QWidget):
    """`changed` fires at every letter; `act_asked(name, action)` for the button of an action.

    `again_asked` asks for last time's words in the fields, to be changed there.
    """

    changed = Signal()
    act_asked = Signal(str, object)
    entry_done = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._filling = False
        self._review: MatterReview | None = None
        self._started: dict[str, str] = {}
        self._title = label("", "heading")
        self._law = label("", "small")
        self._prompts = label("", "quiet")
        self._stands = label("", "quiet")
        self.last = Card("Last time")
        self.held = Card("What we hold")
        self.words = TextField("words", "In their own words", lines=3)
        self.need = TextField("need", "What is needed?", lines=2)
        self.goal = TextField("goal", "What are we aiming for?", lines=2)
        self.no_action_why = TextField("no_action_why", "If nothing is to be done: why?")
        self.again = QPushButton("Begin with last time's words")
        self.general = label("", "problem")
        self.unmet = LedgerCard("Not done last time")
        self.to_do = LedgerCard("What will be done")
        self.box = ActionBox(today)
        self._lay_out()
        self._connect()

    @property
    def fields(self) -> tuple[Field, ...]:
        return (self.words, self.need, self.goal, self.no_action_why)

    @property
    def review(self) -> MatterReview | None:
        """The matter in view with last time's answer and this time's."""
        return self._review

    def show_matter(self, beside: Beside) -> None:
        """Show this matter from its facts; what was typed is replaced."""
        self._filling = True
        now = beside.review.now
        for field in (self.words, self.need, self.goal, self.no_action_why):
            field.set_value(getattr(now, field.name) if now else "")
            field.show_problem("")
        self._started = self._held()
        self.box.offer_people(beside.people)
        self.box.empty()
        self.general.hide()
        self._filling = False
        self.show_beside(beside)

    def show_beside(self, beside: Beside) -> None:
        """Show what stands beside it; what is being typed stays."""
        review, day = beside.review, beside.day
        self._review = review
        self._title.setText(review.matter.question)
        self._law.setText(f"{review.matter.law}. {review.matter.source}.")
        self._prompts.setText(" ".join(review.matter.prompts))
        stands = STANDS_LABELS.get(review.now.stands, "") if review.now else ""
        self._stands.setText(stands)
        self._stands.setVisible(bool(stands))
        told = [action for action in review.last_actions if action not in review.unmet]
        lines = answer_lines(review.last, told, day, "Not done")
        self.last.show_lines(lines, _NO_LAST)
        found = beside.evidence
        self.held.show_lines(evidence_lines(found), "", say_since(found, beside.since))
        self.again.setVisible(can_confirm(review.last) and review.now is None)
        self.unmet.setVisible(bool(review.unmet))
        rows = [action_words(action, day, _acts_of(action)) for action in review.unmet]
        self.unmet.show_rows(rows, "Say of each what becomes of it.")
        here = [action_words(action, day, _NOW) for action in review.actions]
        self.to_do.show_rows(here, "" if here else "Nothing yet.")

    def answer(self, before: PlanMatter | None, blank: PlanMatter) -> PlanMatter | None:
        """The answer as it is to be kept; None where nothing of it was touched."""
        held = self._held()
        if not self.answer_touched:
            return None
        said = {name: held[name] for name in MATTER_FIELDS}
        start = before if before is not None and before.stands != SKIPPED else blank
        return start._replace(**said, stands="")

    def skipped(self, before: PlanMatter | None, blank: PlanMatter) -> PlanMatter:
        """The answer skipped for now, with whatever stands in it."""
        held = self._held()
        said = {name: held[name] for name in MATTER_FIELDS}
        return (before or blank)._replace(**said, stands=SKIPPED)

    def take_keyboard(self, field: str = "") -> None:
        """The field of this name, else the next action that waits to be told, else their words."""
        named = next((f for f in (*self.fields, *self.box.fields) if f.name == field), None)
        if named is not None:
            named.setFocus()
            return
        keys = self.unmet.keys if not self.unmet.isHidden() else []
        if keys:
            row = self.unmet.row(keys[0])
            row.button(row.acts[0]).setFocus()
        else:
            self.words.setFocus()

    def begin_again(self) -> None:
        """Last time's words in the fields, to be changed there."""
        last = self._review.last if self._review else None
        if last is not None:
            for field in (self.words, self.need, self.goal, self.no_action_why):
                field.set_value(getattr(last, field.name))
            self.again.hide()
            self.words.setFocus()

    def typed(self) -> dict[str, str]:
        """What a draft keeps: every answer where any differs from how they began, and the box."""
        held, box = self._held(), self.box.typed()
        answers = held if self.answer_touched else {}
        return {**answers, **{f"action.{name}": value for name, value in box.items()}}

    @property
    def started(self) -> dict[str, str]:
        """The answers as they were read when the page was shown."""
        return self._started

    @property
    def answer_touched(self) -> bool:
        """Whether anything of the answer differs from how it began."""
        return self._held() != self._started

    def put_back(self, content: Mapping[str, str], about: PlanAction | None) -> None:
        """What a draft kept."""
        self._filling = True
        for field in self.fields:
            if field.name in content:
                field.set_typed(content[field.name])
        box = {
            name.removeprefix("action."): value
            for name, value in content.items()
            if name.startswith("action.")
        }
        if box:
            self.box.put_back(box, about)
        self._filling = False

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each beside its field, in the answer or in the box, the rest above."""
        of_answer = {field.name for field in self.fields}
        rest = self.box.show_problems([p for p in problems if p.field not in of_answer])
        show_problems(self.fields, [p for p in problems if p.field in of_answer])
        self.general.setText(rest)
        self.general.setVisible(bool(rest))

    def _held(self) -> dict[str, str]:
        return {field.name: field.typed for field in self.fields}

    def _connect(self) -> None:
        self.again.clicked.connect(self.begin_again)
        self.unmet.asked.connect(self.act_asked)
        self.to_do.asked.connect(self.act_asked)
        self.box.done.connect(self.entry_done)
        self.box.changed.connect(self._on_changed)
        for field in self.fields:
            field.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _lay_out(self) -> None:
        self.again.setObjectName("link")
        left = _column(self.last, self.unmet, self.held)
        now = QFrame()
        now.setObjectName("card")
        now.setAccessibleName("Now")
        column = QVBoxLayout(now)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        parts = (label("Now", "heading"), self._stands, self.again, *self.fields, self.general)
        for part in parts:
            column.addWidget(part)
        right = _column(now, self.to_do)
        held = self.to_do.layout()
        assert held is not None
        held.addWidget(self.box)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_8)
        for head in (self._title, self._law, self._prompts):
            whole.addWidget(head)
        whole.addWidget(SideBySide((left, right), at_least=340))
        whole.addStretch(1)


def _acts_of(action: PlanAction) -> tuple[Act, ...]:
    return _UNMET if must_change(action) else (_CARRY, *_UNMET)


def _column(*cards: QWidget) -> QWidget:
    held = QWidget()
    held.setObjectName("clear")
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_12)
    for card in cards:
        column.addWidget(card)
    return held
