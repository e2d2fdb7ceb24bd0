"""Reading a version: only what differs or the whole of it; the manager approves or returns it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.case import CaseFile
from carelink.plan.compare import ADDED, SAME, MatterChange, Run, changes_between
from carelink.plan.gaps import gaps_of, say_complete
from carelink.plan.matters import ADVISER, MATTERS
from carelink.plan.version import WholeVersion, say_version, version_before
from carelink.plan.words import MATTER_FIELD_LABELS, VersionState
from carelink.said import Line
from ui.fields import ChoiceField, TextField
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.young_person.cards import Card
from ui.young_person.plan.difference_text import DifferenceText
from ui.young_person.plan.said import answer_lines, say_state, say_their_part, sentences

CHANGES, WHOLE = "changes", "whole"
_SHOWS = [(CHANGES, "Only what changed"), (WHOLE, "The whole plan")]
_SAME = "Nothing differs from the version before: every answer was asked again and is still right."
_FIRST = "This is the first version: all of it is new."


class VersionReader(QWidget):
    """`approve_asked` and `return_asked(why)` fire for a manager's two buttons, `left` to close."""

    approve_asked = Signal()
    return_asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.setAccessibleName("Reading the plan")
        self._case: CaseFile | None = None
        self._whole: WholeVersion | None = None
        self._day = date.min
        self._title = label("", "heading")
        self._stands = label("", "quiet")
        self.shows = ChoiceField("shows", "What to read", _SHOWS, across=2)
        self.close_button = QPushButton("Close")
        self.general = label("", "problem")
        self.why = TextField("returned_why", "Comment, if it goes back", lines=2)
        self.approve = QPushButton("Approve")
        self.send_back = QPushButton("Return with the comment")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE_12)
        self._lay_out()
        self.setFocusProxy(self.shows)
        self.shows.changed.connect(self._fill)
        self.close_button.clicked.connect(self.left)
        self.approve.clicked.connect(self.approve_asked)
        self.send_back.clicked.connect(self._on_return)

    @property
    def version_id(self) -> str:
        """The version in view; empty for none."""
        return self._whole.version.version_id if self._whole else ""

    def show_version(
        self, case: CaseFile, whole: WholeVersion, day: date, how: str, *, may_decide: bool
    ) -> None:
        """Show this version; `may_decide` brings the two buttons of a manager."""
        anew = self.version_id != whole.version.version_id
        self._case, self._whole, self._day = case, whole, day
        self._title.setText(say_version(whole))
        parts = (say_state(case, whole), say_complete(case, whole, day), say_their_part(whole))
        self._stands.setText(sentences(*parts))
        self._decision.setVisible(may_decide and whole.state is VersionState.SENT)
        if anew:
            self.why.set_value("")
        self.show_problem("")
        if self.shows.value() == how:
            self._fill()
        else:
            self.shows.set_value(how)

    def show_problem(self, says: str) -> None:
        """Say why it could not be approved or returned."""
        self.general.setText(says)
        self.general.setVisible(bool(says))

    def _on_return(self) -> None:
        self.return_asked.emit(self.why.value())

    def _fill(self) -> None:
        if self._case is None or self._whole is None or not self.shows.value():
            return
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        fill = self._fill_changes if self.shows.value() == CHANGES else self._fill_whole
        fill(self._case, self._whole)

    def _fill_changes(self, case: CaseFile, whole: WholeVersion) -> None:
        before = version_before(case, whole)
        changes = changes_between(before, whole)
        lead = _FIRST if before is None else "" if changes else _SAME
        if lead:
            self._cards.addWidget(label(lead, "quiet"))
        for change in changes:
            self._cards.addWidget(_change_card(change))

    def _fill_whole(self, case: CaseFile, whole: WholeVersion) -> None:
        missing = {gap.matter: gap.says for gap in gaps_of(case, whole, self._day) if gap.must}
        for key in dict.fromkeys([*(m.key for m in whole.schedule), *whole.matters]):
            card = Card(MATTERS[key].question)
            empty = missing.get(key, "") or "Nothing is said here."
            card.show_lines(_matter_lines(case, whole, key, self._day), empty)
            self._cards.addWidget(card)

    def _lay_out(self) -> None:
        self.approve.setObjectName("main")
        self.general.hide()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        self._decision = QFrame()
        self._decision.setObjectName("card")
        self._decision.setAccessibleName("Approve or return")
        inner = QVBoxLayout(self._decision)
        inner.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        inner.setSpacing(SPACE_8)
        inner.addWidget(self.general)
        inner.addWidget(self.why)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        for button in (self.approve, self.send_back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addLayout(head)
        column.addWidget(self._stands)
        column.addWidget(self.shows)
        column.addWidget(self._decision)
        column.addLayout(self._cards)
        column.addStretch(1)


def _change_card(change: MatterChange) -> QFrame:
    """One matter that differs: its answers word by word, its actions one by one."""
    frame = QFrame()
    frame.setObjectName("card")
    frame.setAccessibleName(change.matter.question)
    column = QVBoxLayout(frame)
    column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
    column.setSpacing(SPACE_8)
    column.addWidget(label(change.matter.question, "heading"))
    for field in change.fields:
        asks = MATTER_FIELD_LABELS[field.field]
        column.addWidget(label(asks, "quiet"))
        column.addWidget(DifferenceText(f"{change.matter.question} {asks}", _plain(field.runs)))
    for action in change.actions:
        beneath = f" ({action.words})" if action.words else ""
        column.addWidget(label(f"{action.says}: {action.what}{beneath}"))
    return frame


def _plain(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A text that is wholly new needs no marks: it is simply read."""
    return tuple(Run(SAME, run.text) for run in runs) if _all_new(runs) else runs


def _all_new(runs: tuple[Run, ...]) -> bool:
    return all(run.kind == ADDED for run in runs)


def _matter_lines(case: CaseFile, whole: WholeVersion, key: str, day: date) -> list[Line]:
    lines = answer_lines(whole.matters.get(key), whole.actions_of(key), day)
    if key == ADVISER:
        on = whole.version.approved_on or day
        lines.insert(0, Line("Personal adviser", case.adviser_name(on) or "Nobody is allocated"))
    return lines
