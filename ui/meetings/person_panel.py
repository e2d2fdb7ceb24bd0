"""What is there about the chosen young person, and what does this meeting decide about them?"""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from carelink.dates import show
from carelink.meetings.outcomes import Outcome, outcomes_of
from carelink.meetings.pack import Pack, Row
from carelink.meetings.rhythm import next_offered
from carelink.meetings.words import SUPERVISION
from carelink.names import kept_apart
from carelink.wording import Wording
from ui.fields import ChoiceField, DateField, TextField
from ui.keys import CTRL_ENTER, within
from ui.labels import label, parting_line
from ui.meetings.minutes import Typed
from ui.meetings.panel import MeetingPanel

# Meetings that say which service somebody may have, and who leads.
_WITH_SERVICE = frozenset({"transitions", "resources", "custody", "housing"})


class PersonPanel(MeetingPanel):
    """Somebody on the list, and the fields for what is decided about them.

    `typed(person_id, said)` fires at each letter, `answered` when a decision was chosen,
    `next_asked` when the next person is wanted, and `person_opened` for their file.
    """

    typed = Signal(str, object)
    answered = Signal()
    next_asked = Signal()
    person_opened = Signal(str)

    def __init__(
        self,
        kind: str,
        today: Callable[[], date],
        wording: Wording,
        *,
        records: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("The chosen young person", parent)
        self.person_id = ""
        self._today = today
        self._filling = False
        self._adviser = ""
        self._name = label("", "heading")
        self._why = label("", "strong")
        self._says = label("")
        self._before_head = label("Decided before", "small")
        self._before = label("")
        self.outcomes = outcomes_of(kind)
        self._make_fields(kind, wording)
        self.next_button = QPushButton("Next person")
        self.open_button = QPushButton("Open")
        self._lay_out(records)

    def show_row(self, pack: Pack, row: Row, before: Sequence[str], adviser: str) -> None:
        """Show somebody: why they are on the list, what it says, what was decided before."""
        self.person_id, self._adviser = row.person_id, adviser
        self._name.setText(kept_apart(row.name))
        self._why.setText(row.reason)
        said = [
            f"{column.title}: {_shown(value, pence=column.pence)}"
            for column, value in zip(pack.columns, row.cells, strict=True)
        ]
        self._says.setText("  ·  ".join(said))
        self._before.setText("\n".join(before) or "Nothing is recorded yet.")
        self.to_top()

    def show_typed(self, said: Typed) -> None:
        """Put back what has been typed about them."""
        self._filling = True
        for field in self.fields:
            field.set_typed(said.get(field.name, ""))
        self._filling = False

    def said(self) -> Typed:
        """What stands in the fields."""
        return {field.name: field.typed for field in self.fields if field.typed}

    def choose_answer(self, number: int) -> bool:
        """The decision with this number, or none if it was that; whether there is one."""
        if not 0 < number <= len(self.outcomes):
            return False
        code = self.outcomes[number - 1].code
        self.answer.set_value("" if self.answer.value() == code else code)
        return True

    def take_keyboard(self) -> None:
        """To the decision, or on to what is to be done where that is chosen."""
        if self.answer.value():
            self.fields[1].setFocus()
        else:
            self.answer.setFocus()

    def _make_fields(self, kind: str, wording: Wording) -> None:
        options = [
            (outcome.code, f"{number}  {outcome.label}")
            for number, outcome in enumerate(self.outcomes, 1)
        ]
        self.answer = ChoiceField("answer", "What was decided?", options, across=2)
        self.law = label("", "small")
        self._action = TextField("action", "What is to be done?")
        self._by_whom = TextField("by_whom", "Who does it?")
        until = "By when, or until which day?" if kind == SUPERVISION else "By when?"
        self._due_on = DateField("due_on", until, self._today, ahead=True)
        words = TextField("words", "What was said", lines=2)
        for field in (self._action, words):
            field.heed(wording)
        service = [
            TextField("service", "Which service, from whom?"),
            TextField("lead", "Who leads?"),
        ]
        more = service if kind in _WITH_SERVICE else []
        self.fields = (self.answer, self._action, self._by_whom, self._due_on, words, *more)

    def _lay_out(self, records: bool) -> None:
        for part in (self._name, self._why, self._says, self._before_head, self._before):
            self.body.addWidget(part)
        if records:
            self.body.addWidget(parting_line())
            for field in self.fields:
                self.body.addWidget(field)
                if field is self.answer:
                    self.body.addWidget(self.law)
        else:
            for field in self.fields:
                field.setParent(self)
                field.hide()
        self.body.addWidget(self.general)
        self.body.addStretch(1)
        self.next_button.setObjectName("main")
        self.next_button.setToolTip("On to the next person; what is typed is kept (Ctrl Enter)")
        self.open_button.setToolTip("Open the young person's page")
        self.add_buttons(*([self.next_button] if records else []), self.open_button)
        if not records:
            self.next_button.setParent(self)
            self.next_button.hide()
        self.next_button.clicked.connect(self.next_asked)
        self.open_button.clicked.connect(self._on_open)
        within(self, self.next_asked, *CTRL_ENTER)
        for field in self.fields:
            field.changed.connect(self._on_changed)
        self.answer.changed.connect(self._on_answered)

    def _on_changed(self) -> None:
        if self._filling or not self.person_id:
            return
        if self.sender() is self._action:
            self._put_in()
        self.typed.emit(self.person_id, self.said())

    def _put_in(self) -> None:
        """At the first letter of an action: their adviser does it, within two weeks."""
        if len(self._action.typed) != 1 or self._by_whom.typed or self._due_on.typed:
            return
        self._filling = True
        self._by_whom.set_typed(self._adviser)
        self._due_on.set_value(next_offered(self._today()))
        self._filling = False

    def _on_answered(self) -> None:
        chosen = next((one for one in self.outcomes if one.code == self.answer.value()), None)
        self.law.setText(_law_of(chosen))
        self.law.setVisible(bool(self.law.text()))
        if not self._filling:
            self.answered.emit()

    def _on_open(self) -> None:
        self.person_opened.emit(self.person_id)


def _law_of(chosen: Outcome | None) -> str:
    return chosen.law if chosen else ""


def _shown(value: str | int | date, *, pence: bool) -> str:
    if isinstance(value, date):
        return show(value)
    if isinstance(value, int):
        return f"£{value / 100:,.2f}" if pence else f"{value:,}"
    return value
