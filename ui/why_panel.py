"""Why is this here? The rule in plain words, what it rests on, its source, what would change it."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from carelink.case import CaseFile
from carelink.dates import show
from carelink.duties.duty import Duty
from carelink.facts import Person
from carelink.names import kept_apart
from carelink.person.reach import say_reach
from carelink.rulebook import Rule
from carelink.week import days_ago, due_words, sentence_of
from carelink.words import BASIS_LABELS, Basis
from ui.labels import label, parting_line
from ui.look.dress import icon_on_accent
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.marks import StateTag


class WhyPanel(QFrame):
    """Explains one duty to one person.

    `contact_asked`, `person_opened` and `snooze_asked` fire when a button is pressed, `left`
    when the list is wanted back. `body` takes what a page adds below the explanation; with
    `opens` false the panel stands on the person's own page and does not offer to open it.
    """

    contact_asked = Signal(str)
    person_opened = Signal(str)
    snooze_asked = Signal(str, str)
    left = Signal()

    def __init__(
        self, *, opens: bool = True, snoozes: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName("Why this is here")
        self.setMinimumWidth(280)
        self._opens = opens
        self._snoozes = snoozes
        self._about = ("", "")
        self._name = label("", "heading")
        self._tag = StateTag()
        self._sentence = label("", "strong")
        self._due = label("", "quiet")
        self._parts: dict[str, tuple[QLabel, QLabel]] = {}
        self._reach = _reach_line()
        inner = QWidget()
        inner.setObjectName("clear")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        self.body.setSpacing(SPACE_8)
        for part in (self._name, self._tag, self._sentence, self._due, parting_line()):
            self.body.addWidget(part)
        for asks in ("The rule", "What it rests on", "Where it comes from", "What would change it"):
            self._add_part(asks)
        self.body.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(parting_line())
        column.addWidget(self._reach)
        column.addWidget(self._buttons())
        self._to_person.setVisible(opens)

    @property
    def about(self) -> tuple[str, str]:
        """The person's id and the duty explained; both empty when nothing is chosen."""
        return self._about

    def explain(self, case: CaseFile, duty: Duty, rule: Rule, day: date) -> None:
        """Say why this duty stands as it does on the day."""
        self._about = (case.person.person_id, duty.duty)
        self._name.setText(kept_apart(case.person.name))
        self._tag.show_state(duty.state)
        self._tag.show()
        self._sentence.setText(sentence_of(case, duty, rule, day) + ".")
        self._due.setText(due_twice(duty, day))
        self._due.setVisible(bool(self._due.text()))
        self.show_reach(case.person)
        self._say("The rule", f"{rule.title}. {rule.says}")
        self._say("What it rests on", duty.reason)
        self._say("Where it comes from", source_words(duty, rule))
        self._say("What would change it", rule.changes)
        self._to_contact.setEnabled(True)
        self._to_person.setEnabled(True)
        self._to_snooze.setEnabled(True)
        self._scroll.verticalScrollBar().setValue(0)

    def show_reach(self, person: Person) -> None:
        """Say above the buttons how this person is reached safely, unless their own page does."""
        self._reach.setText(say_reach(person) if self._opens else "")
        self._reach.setVisible(bool(self._reach.text()))

    def say_only(self, heading: str, text: str, person_id: str = "") -> None:
        """Explain something that is no duty: a group of lines, or that nothing is due."""
        self._about = (person_id, "")
        self._name.setText(heading)
        self._sentence.setText(text)
        self._tag.hide()
        self._due.hide()
        self._reach.hide()
        for asks in self._parts:
            self._say(asks, "")
        self._to_contact.setEnabled(bool(person_id))
        self._to_person.setEnabled(bool(person_id))
        self._to_snooze.setEnabled(False)

    def show_way_back(self, shown: bool) -> None:
        """Offer the way back to the list when the panel stands in its place."""
        self._back.setVisible(shown)

    def show_in_sight(self, part: QWidget) -> None:
        """What was opened in the panel is scrolled to, when the layout has come to rest."""
        bar = self._scroll.verticalScrollBar()
        QTimer.singleShot(0, self, lambda: bar.setValue(part.y()))

    def take_keyboard(self) -> None:
        self._to_contact.setFocus()

    def _add_part(self, asks: str) -> None:
        head, text = label(asks, "small"), label("")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._parts[asks] = (head, text)
        self.body.addWidget(head)
        self.body.addWidget(text)

    def _say(self, asks: str, says: str) -> None:
        head, text = self._parts[asks]
        text.setText(says)
        head.setVisible(bool(says))
        text.setVisible(bool(says))

    def _buttons(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.setSpacing(SPACE_8)
        self._to_contact = QPushButton(" Record a contact")
        self._to_contact.setObjectName("main")
        self._to_contact.setIcon(icon_on_accent("notebook-pen"))
        self._to_contact.setAccessibleName("Record a contact")
        self._to_contact.setToolTip("Record a contact (N)")
        self._to_person = QPushButton("Open")
        self._to_person.setToolTip("Open the young person's page (Enter)")
        self._to_snooze = QPushButton("Snooze…")
        self._to_snooze.setToolTip("Set this line aside until a day, with a reason")
        if not self._snoozes:
            self._to_snooze.hide()
        self._back = QPushButton("Back")
        self._back.setToolTip("Back to the list (Esc)")
        self._back.hide()
        for button, then in (
            (self._to_contact, self._ask_contact),
            (self._to_person, self._ask_person),
            (self._to_snooze, self._ask_snooze),
            (self._back, self.left.emit),
        ):
            button.clicked.connect(then)
            row.addWidget(button)
        row.addStretch(1)
        return held

    def _ask_contact(self) -> None:
        self.contact_asked.emit(self._about[0])

    def _ask_person(self) -> None:
        self.person_opened.emit(self._about[0])

    def _ask_snooze(self) -> None:
        self.snooze_asked.emit(*self._about)


def _reach_line() -> QLabel:
    made = label("", "quiet")
    made.setAccessibleName("How to reach them safely")
    made.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, 0)
    made.hide()
    return made


def due_twice(duty: Duty, day: date) -> str:
    """The due day both ways: how far off and the date itself."""
    if duty.due_on is None:
        return ""
    if duty.due_on < day:
        return f"{days_ago(duty.due_on, day)} overdue (due {show(duty.due_on)})"
    ahead = (duty.due_on - day).days
    if ahead <= 1:
        return f"Due {due_words(duty.due_on, day)} ({show(duty.due_on)})"
    return f"Due in {ahead:,} days ({duty.due_on:%A} {show(duty.due_on)})"


def source_words(duty: Duty, rule: Rule) -> str:
    """The basis in a word, whose it is where it is local, and the citation."""
    basis = BASIS_LABELS[duty.basis]
    if duty.basis is Basis.LOCAL and rule.from_council:
        basis += f" ({rule.from_council})"
    said = f"{basis}. {duty.source}."
    if rule.effective_from:
        said += f" In force from {show(rule.effective_from)}."
    return f"{said} Checked {show(rule.checked_on)}."
