"""Still true? Home, work or learning, money and health: the same, changed, or not asked."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carelink.said import SUBJECT_LABELS, TENANCY_LABELS
from carelink.words import ACTIVITY_LABELS, HOME_LABELS, SUBJECTS
from ui.contacts.answers import Answers
from ui.fields import ChoiceField, DateField, Field
from ui.labels import label
from ui.look.tokens import SPACE_12, SPACE_16
from ui.side_by_side import SideBySide

_ANSWERS = [("same", "Same"), ("changed", "Changed"), ("not_asked", "Did not ask")]
_YES_NO = [("yes", "Yes"), ("no", "No")]
_YES_NO_UNKNOWN = [*_YES_NO, ("", "Not known")]
_CHECKED = [("yes", "Yes, it is"), ("no", "No, it is not"), ("", "Did not check")]
_DAY = 'Such as "3 5 26", "-3" or "fri"'
_ENDED_CODES = ("F3", "P3")
_HOMES = [("", "Choose"), *HOME_LABELS.items()]
_TENANCIES = [
    ("", "Not known"),
    *((code, said.capitalize()) for code, said in TENANCY_LABELS.items()),
]
_DOINGS = [
    ("", "Choose"),
    *((code, said) for code, said in ACTIVITY_LABELS.items() if code not in _ENDED_CODES),
]


class StillTrue(QWidget):
    """The four subjects with what opens when a home, work or learning has changed."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subjects = {
            subject: ChoiceField(subject, SUBJECT_LABELS[subject], _ANSWERS, across=3)
            for subject in SUBJECTS
        }
        self.home_since = DateField("home_since", "Since when", today, hint=_DAY)
        self.home_type = ChoiceField("home_type", "Kind of home", _HOMES)
        self.home_provided = ChoiceField(
            "home_provided", "Provided by us", _YES_NO_UNKNOWN, across=3
        )
        self.home_tenancy = ChoiceField("home_tenancy", "Tenancy", _TENANCIES)
        self.home_suitable = ChoiceField("home_suitable", "Suitable", _YES_NO_UNKNOWN, across=3)
        self.home_checked = ChoiceField(
            "home_checked", "I checked that the home is suitable", _CHECKED, across=3
        )
        self.activity_since = DateField("activity_since", "Since when", today, hint=_DAY)
        self.activity_code = ChoiceField("activity_code", "What they do now", _DOINGS)
        self.new_home = _opened(
            "The new home",
            (self.home_since, self.home_type, self.home_tenancy),
            (self.home_provided, self.home_suitable),
        )
        self.new_activity = _opened(
            "The new work or learning", (self.activity_since, self.activity_code)
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_16)
        pairs = [self.subjects[subject] for subject in SUBJECTS]
        whole.addWidget(SideBySide(pairs[:2], at_least=350))
        for part in (self.new_home, self.home_checked, self.new_activity):
            whole.addWidget(part)
        whole.addWidget(SideBySide(pairs[2:], at_least=350))
        for field in self.fields():
            field.changed.connect(self._on_changed)
        self._on_changed()

    def fields(self) -> tuple[Field, ...]:
        """In the order of the keyboard; those of a change not made are among them."""
        return (
            self.subjects["home"],
            self.subjects["activity"],
            self.home_since,
            self.home_type,
            self.home_tenancy,
            self.home_provided,
            self.home_suitable,
            self.home_checked,
            self.activity_since,
            self.activity_code,
            self.subjects["money"],
            self.subjects["health"],
        )

    def show_held(self, held: Mapping[str, str], known: Collection[str]) -> None:
        """Show what we hold of each subject; only what is `known` can be the same."""
        for subject, says in held.items():
            self.subjects[subject].show_hint(says)
            self.subjects[subject].button("same").setEnabled(subject in known)

    def show_answers(self, answers: Answers) -> None:
        for field in self.fields():
            value = getattr(answers, field.name)
            if isinstance(field, DateField):
                field.set_typed(value)
            elif isinstance(field, ChoiceField):
                field.set_value(value)

    def add_to(self, answers: Answers) -> Answers:
        given = {}
        for field in self.fields():
            if isinstance(field, DateField):
                given[field.name] = field.typed
            elif isinstance(field, ChoiceField):
                given[field.name] = field.value()
        return answers._replace(**given)

    def _on_changed(self) -> None:
        home = self.subjects["home"].value()
        self.new_home.setVisible(home == "changed")
        self.home_checked.setVisible(home in ("same", "changed"))
        self.new_activity.setVisible(self.subjects["activity"].value() == "changed")
        self.changed.emit()


def _opened(title: str, *rows: tuple[Field, ...]) -> QFrame:
    """What opens under a subject that has changed."""
    frame = QFrame()
    frame.setObjectName("card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
    column.setSpacing(SPACE_12)
    column.addWidget(label(title, "strong"))
    for row in rows:
        column.addWidget(SideBySide(row, at_least=230))
    return frame
