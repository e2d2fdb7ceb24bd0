"""Skills: the checklist with both sides side by side, one press a rating, and what moved."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from carelink.facts import SkillRating
from carelink.skills.ratings import movement, skills_of, still_to_rate
from carelink.skills.words import BY_LABELS, RATING_LABELS, WORKER, YOUNG_PERSON
from db.learning import rate_skill, undo_rating
from ui.desk import Desk
from ui.fields import ChoiceField
from ui.held import Known
from ui.keys import within
from ui.labels import label
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from ui.young_person.cards import Card
from ui.young_person.section import Section
from ui.young_person.skills.rating_row import Pressed, RatingRow
from ui.young_person.skills.tried_form import TriedForm

_HOW = (
    "On a skill: 1 not yet, 2 with help, 3 on my own, 4 could show others; it goes on to the next. "
    "Arrows move, Enter says what you tried, Ctrl B changes the side."
)
_NOTHING_MOVED = "Nothing has moved since it was gone through before."


class SkillsSection(Section):
    """The checklist. Who speaks now is chosen once; every press is a rating of today."""

    title = "Skills"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.checklist = desk.checklist
        self.moved = Card("What moved since last time")
        self.side = ChoiceField("side", "Who speaks now?", list(BY_LABELS.items()), _HOW, across=2)
        self.side.set_value(YOUNG_PERSON)
        self.rows: dict[str, RatingRow] = {}
        self._cards: dict[str, QVBoxLayout] = {}
        self.column.addWidget(self.moved)
        self.column.addWidget(self.side)
        for title in self.checklist.groups.values():
            self.column.addWidget(self._card(title))
        self.column.addStretch(1)
        self.side.changed.connect(self._on_side)
        within(self, self._change_side, "Ctrl+B")

    def show_known(self, known: Known) -> None:
        if self.known and self.person_id != known.case.person.person_id:
            self.side.set_value(YOUNG_PERSON)
        super().show_known(known)
        case, day = known.case, self.desk.day
        lines = movement(case, self.checklist, day)
        lead = still_to_rate(case, self.checklist, day)
        self.moved.show_lines(lines, _NOTHING_MOVED, lead=lead)
        self._show_rows()

    def _show_rows(self) -> None:
        assert self.known is not None
        for one in skills_of(self.known.case, self.checklist, self.desk.day):
            name = one.skill.skill
            if name not in self.rows:
                self.rows[name] = RatingRow(one, self._on_pressed)
                self._cards[self.checklist.groups[one.skill.group]].addWidget(self.rows[name])
            self.rows[name].show_skill(one, self.side.value())

    def _on_pressed(self, pressed: Pressed) -> None:
        if pressed.act == "tried":
            says, side = self.checklist.words_of(pressed.skill), self.side.value()
            self.ask_form(partial(TriedForm, skill=pressed.skill, says=says, by=side))()
            return
        if pressed.act == "rate":
            self._rate(pressed.skill, pressed.rating)
        self._go_on(pressed.skill, pressed.on)

    def _rate(self, skill: str, rating: str) -> None:
        by = self.side.value()
        said = SkillRating(
            self.person_id,
            skill,
            by,
            self.desk.day,
            rating,
            worker_id=self.desk.user.worker_id,
        )
        word = RATING_LABELS[rating].lower()
        says = f"{BY_LABELS[by]}: {word}. {self.checklist.words_of(skill)}."
        self.do_undoably(rate_skill, (said,), says, undo_rating)

    def _go_on(self, skill: str, by: int) -> None:
        """Put the keyboard on the skill so many rows on; it stays at the ends."""
        names = list(self.rows)
        place = min(len(names) - 1, max(0, names.index(skill) + by))
        row = self.rows[names[place]]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        scroll = self._scroll()
        if scroll is not None:
            scroll.ensureWidgetVisible(row, 0, row.height())

    def _scroll(self) -> QScrollArea | None:
        """What the section scrolls in, where it does."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around

    def _on_side(self) -> None:
        if self.known is not None and self.side.value():
            self._show_rows()

    def _change_side(self) -> None:
        self.side.set_value(WORKER if self.side.value() == YOUNG_PERSON else YOUNG_PERSON)

    def _card(self, title: str) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setAccessibleName(title)
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE_8, SPACE_12, SPACE_8, SPACE_12)
        column.setSpacing(SPACE_4)
        heading = label(title, "heading")
        heading.setContentsMargins(SPACE_8, 0, SPACE_16, 0)
        column.addWidget(heading)
        self._cards[title] = column
        return card
