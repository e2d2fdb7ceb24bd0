"""One skill on the checklist: what each side said, and one press for what is said now."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.skills.ratings import SkillAsKnown, say_side, say_tried
from carelink.skills.words import BY, RATING_LABELS, RATINGS, WORKER, YOUNG_PERSON
from ui.labels import label
from ui.look.tokens import SPACE_4, SPACE_8
from ui.side_by_side import SideBySide

_DIFFERS = "You see this differently: a good thing to talk about."
_KEYS = {
    Qt.Key.Key_1: RATINGS[0],
    Qt.Key.Key_2: RATINGS[1],
    Qt.Key.Key_3: RATINGS[2],
    Qt.Key.Key_4: RATINGS[3],
}
_HALF = 270


class Pressed(NamedTuple):
    """What was pressed: `act` is rate, tried or move; `rating` or `by` how many rows on."""

    act: str
    skill: str
    rating: str = ""
    on: int = 0


class RatingRow(QFrame):
    """A row that the keyboard stands on: 1 to 4 rates it, the arrows go on, Enter says more."""

    def __init__(
        self, known: SkillAsKnown, tell: Callable[[Pressed], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("choices")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.skill = known.skill.skill
        self._tell = tell
        self._side = YOUNG_PERSON
        self._known = known
        self.sides = {by: label("", "small") for by in BY}
        self.beneath = label("", "small")
        self.buttons = {rating: self._button(rating) for rating in RATINGS}
        self.tried = QPushButton("We tried…")
        self.tried.setObjectName("link")
        self.tried.setToolTip(known.skill.together)
        self.tried.clicked.connect(self._on_tried)
        self._lay_out(known.skill.says)
        self.show_skill(known, YOUNG_PERSON)

    def show_skill(self, known: SkillAsKnown, side: str) -> None:
        """Show both sides; the buttons say what this side said last."""
        self._known, self._side = known, side
        sides = {YOUNG_PERSON: known.young_person, WORKER: known.worker}
        for by, said in self.sides.items():
            said.setText(say_side(sides[by], by))
        now = sides[side].now
        for rating, button in self.buttons.items():
            button.setChecked(now is not None and now.rating == rating)
        beneath = [_DIFFERS] if known.differs else []
        beneath += [say_tried(one) for one in known.tried[:2]]
        self.beneath.setText("\n".join(beneath))
        self.beneath.setVisible(bool(beneath))
        spoken = [known.skill.says, *(said.text() for said in self.sides.values()), *beneath]
        self.setAccessibleName(". ".join(part.rstrip(".") for part in spoken))
        self.setAccessibleDescription("Press 1 to 4 to rate, Enter for what you tried.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _KEYS:
            self._tell(Pressed("rate", self.skill, _KEYS[key], on=1))
        elif plain and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._tell(Pressed("move", self.skill, on=1 if key == Qt.Key.Key_Down else -1))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_tried()
        else:
            super().keyPressEvent(event)

    def _button(self, rating: str) -> QPushButton:
        place = RATINGS.index(rating) + 1
        button = QPushButton(RATING_LABELS[rating])
        button.setObjectName("option")
        button.setCheckable(True)
        # The row itself takes the keyboard: one stop of Tab a skill, and one key a rating.
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.setFocusProxy(self)
        button.setProperty("rating", rating)
        button.setToolTip(f"{RATING_LABELS[rating]} ({place})")
        button.setAccessibleName(f"{RATING_LABELS[rating]}: {self._known.skill.says}")
        button.clicked.connect(self._on_rated)
        return button

    def _lay_out(self, says: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(label(says, "strong"), 1)
        head.addWidget(self.tried)
        buttons = tuple(self.buttons.values())
        rooms = [button.sizeHint().width() for button in buttons]
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8, SPACE_4, SPACE_8, SPACE_8)
        column.setSpacing(SPACE_4)
        column.addLayout(head)
        column.addWidget(SideBySide(tuple(self.sides.values()), at_least=_HALF))
        column.addWidget(self.beneath)
        column.addWidget(SideBySide(buttons, rooms, gap=SPACE_4, fill=False))

    def _on_rated(self) -> None:
        rating = str(self.sender().property("rating"))
        self._tell(Pressed("rate", self.skill, rating))

    def _on_tried(self) -> None:
        self._tell(Pressed("tried", self.skill))
