"""People: anyone found by two letters, the list narrowed, and the sum always said."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.names import kept_apart
from carelink.words import OFF_THE_ROLL, STATE_LABELS, STATUS_LABELS, State, Status
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.fields import ChoiceField, TextField
from ui.lines import LinesView, ListLine
from ui.look.tokens import SPACE_16
from ui.page import Page
from ui.people.finding import (
    AGE_BANDS,
    AGE_NOT_KNOWN,
    NO_ADVISER,
    PersonLine,
    Wanted,
    narrow,
    say_sum,
)
from ui.people.roll import lines_of
from ui.side_by_side import SideBySide

_ANY = [("", "Everyone")]
_STATUSES = [*_ANY, *((str(status), STATUS_LABELS[status]) for status in Status)]
_STATES = [*_ANY, *((str(state), STATE_LABELS[state]) for state in State)]
_BANDS = [*_ANY, *((band, band) for band in (*AGE_BANDS, AGE_NOT_KNOWN))]


class PeopleView(Page):
    """Everyone in the store, one line each; Enter opens the page of the one chosen."""

    title = "People"

    def __init__(self, desk: Desk, signals: DeskSignals, parent: QWidget | None = None) -> None:
        super().__init__(desk, signals, parent)
        self.everyone: list[PersonLine] = []
        self._shown_as: dict[str, ListLine] = {}
        self.letters = TextField("text", "Find", "Two letters of any name, or a reference")
        self.status = ChoiceField("status", "Legal status", _STATUSES)
        self.adviser = ChoiceField("adviser", "Personal adviser", _ANY)
        self.state = ChoiceField("state", "Worst of what is due", _STATES)
        self.band = ChoiceField("band", "Age", _BANDS)
        self.found = LinesView("People found")
        filters = (self.status, self.adviser, self.state, self.band)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, 0)
        column.setSpacing(SPACE_16)
        column.addWidget(self.letters)
        column.addWidget(SideBySide(filters, at_least=200))
        column.addWidget(self.found, 1)
        self.letters.changed.connect(self._show)
        for field in filters:
            field.changed.connect(self._show)
        self.letters.input.returnPressed.connect(self._open_first)  # type: ignore[union-attr]  # one line
        self.found.activated.connect(self._on_activated)
        self.setFocusProxy(self.letters)

    def refresh(self) -> None:
        self.everyone = lines_of(self.desk)
        self._shown_as = {line.person_id: _as_line(line) for line in self.everyone}
        self._offer_advisers(line.adviser for line in self.everyone)
        self._show()

    def person_in_view(self) -> str:
        chosen = self.found.chosen()
        return chosen.about if chosen else ""

    def look_for(self, text: str) -> None:
        """Put letters into the search, as if they had been typed."""
        self.letters.set_value(text)

    def wanted(self) -> Wanted:
        """What the list is narrowed to now."""
        return Wanted(
            self.letters.value(),
            self.status.value(),
            self.adviser.value(),
            self.state.value(),
            self.band.value(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.letters.input.hasFocus():
            self.found.setFocus(Qt.FocusReason.TabFocusReason)
            if self.found.chosen() is None:
                self.found.choose_first()
            return
        super().keyPressEvent(event)

    def _show(self) -> None:
        shown = narrow(self.everyone, self.wanted())
        self.found.show_lines([self._shown_as[line.person_id] for line in shown])
        self.sum_said.emit(say_sum(shown, self.everyone))

    def _offer_advisers(self, names: Iterable[str]) -> None:
        offered = sorted({name or NO_ADVISER for name in names})
        self.adviser.set_options([*_ANY, *((name, name) for name in offered)])

    def _open_first(self) -> None:
        rows = self.found.lines.rows()
        if rows:
            self.person_opened.emit(rows[0].about)

    def _on_activated(self, index: QModelIndex) -> None:
        self.found.setCurrentIndex(index)
        line = self.found.chosen()
        if line is not None:
            self.person_opened.emit(line.about)


def _as_line(line: PersonLine) -> ListLine:
    age = f", {line.age}" if line.age is not None else ", age not known"
    aside = ""
    if line.status is not None:
        aside = STATUS_LABELS[line.status]
    if line.status is not None and line.status not in OFF_THE_ROLL:
        aside += f" · {kept_apart(line.adviser) or NO_ADVISER}"
    return ListLine(
        key=line.person_id,
        title=kept_apart(line.name) + age,
        sentence=line.says,
        state=line.state or State.CANNOT_TELL,
        aside=aside,
        about=line.person_id,
    )
