"""The note on the screen: about whom on top, the fields in one scroll, Save always in sight."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from carelink.errors import Problem
from carelink.facts import Person
from ui.contacts.answers import Answers
from ui.contacts.note_fields import NoteFields
from ui.desk import Desk
from ui.fields import show_problems
from ui.keys import CTRL_ENTER, within
from ui.labels import label, parting_line
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.notice import Notice
from ui.person_bar import PersonBar

_NOBODY = "Nobody is chosen yet"
_RUNG_KEYS = {
    Qt.Key.Key_1: 1,
    Qt.Key.Key_2: 2,
    Qt.Key.Key_3: 3,
    Qt.Key.Key_4: 4,
    Qt.Key.Key_5: 5,
}


class NotePane(QWidget):
    """`save_asked` fires for the button and Ctrl Enter, `changed` for whatever is typed."""

    save_asked = Signal()
    changed = Signal()

    def __init__(
        self,
        people: Callable[[], Sequence[Person]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bar = PersonBar()
        self.notice = Notice()
        self.note = NoteFields(people, today)
        self.save_button = QPushButton("Save contact")
        self.general = label("", "problem")
        self._lay_out()
        self.note.changed.connect(self.changed)
        self.save_button.clicked.connect(self.save_asked)
        within(self, self.save_asked, *CTRL_ENTER)

    def show_about(self, person_id: str, desk: Desk) -> None:
        """Say whom the note is about, and what we hold of them that it can confirm."""
        if not person_id:
            self.bar.show_nobody(_NOBODY)
            return
        case = desk.case(person_id)
        self.bar.show_case(case, desk)
        self.note.show_held(case, desk.day)

    def show_answers(self, answers: Answers, person: Person | None) -> None:
        """Put these answers in place of all that stood here, from the top."""
        self.note.show_answers(answers, person)
        self.general.setText("")
        self.notice.clear()
        self._scroll.verticalScrollBar().setValue(0)
        self.setFocusProxy(self.note.happened.rung if person else self.note.who)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Put each problem beside its field; the keyboard goes to the first."""
        fields = self.note.fields()
        self.general.setText(show_problems(fields, problems))
        first = next((field for field in fields if field.problem), None)
        if first is not None:
            self._scroll.ensureWidgetVisible(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rung = _RUNG_KEYS.get(Qt.Key(event.key()))
        if rung:
            self.note.happened.rung_key(rung)
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.note)
        self.save_button.setObjectName("main")
        self.save_button.setToolTip("Save contact (Ctrl Enter)")
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        foot.setSpacing(SPACE_12)
        foot.addWidget(self.save_button)
        foot.addWidget(self.general, 1)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        head.setSpacing(SPACE_8)
        head.addWidget(self.bar)
        head.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(parting_line())
        column.addLayout(foot)
