"""What is due to this person, and why: the duties above, the one chosen explained below."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from carelink.errors import Refused
from carelink.facts import Snooze
from ui.desk import Desk
from ui.held import Known
from ui.labels import label
from ui.lines import LinesView
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12
from ui.snooze_form import SnoozeForm
from ui.why_panel import WhyPanel
from ui.young_person.due_lines import (
    at_first_folded,
    due_lines,
    say_nothing_due,
    say_sum,
    state_of_key,
)


class DuePane(QSplitter):
    """`contact_asked(person_id)` and `left` come from the buttons of the explanation."""

    contact_asked = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._desk = desk
        self._known: Known | None = None
        self._folded = at_first_folded()
        self.says = label("", "quiet")
        self.list = LinesView("What is due")
        self.why = WhyPanel(opens=False)
        self.snooze = SnoozeForm(self._today)
        self.snooze.hide()
        self.why.body.insertWidget(self.why.body.count() - 1, self.snooze)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(SPACE_12, SPACE_8, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(label("What is due, and why", "heading"))
        column.addWidget(self.says)
        column.addWidget(self.list, 10)
        column.addStretch(1)
        self.addWidget(upper)
        self.addWidget(self.why)
        self.setChildrenCollapsible(False)
        self.setSizes([500, 400])
        self._connect()

    def show_known(self, known: Known) -> None:
        """Show this person's duties; the one chosen stays chosen while it is the same person."""
        other = (
            self._known is None or self._known.case.person.person_id != known.case.person.person_id
        )
        self._known = known
        if other:
            self._folded = at_first_folded()
            self.snooze.hide()
        self._show()
        if other or self.list.chosen() is None:
            self.list.setCurrentIndex(QModelIndex())
            self.list.choose_first()
        self._explain()

    def close_snooze(self) -> bool:
        """Close the form that sets a line aside; whether it stood open."""
        was_open = not self.snooze.isHidden()
        self.snooze.hide()
        return was_open

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._explain)
        self.list.clicked.connect(self._on_pressed)
        self.list.activated.connect(self._on_activated)
        fold = QShortcut(QKeySequence(Qt.Key.Key_Space), self.list)
        fold.setContext(Qt.ShortcutContext.WidgetShortcut)
        fold.activated.connect(self._on_pressed)
        self.why.contact_asked.connect(self.contact_asked)
        self.why.snooze_asked.connect(self._on_snooze_asked)
        self.why.left.connect(self.left)
        self.snooze.asked.connect(self._on_snooze)
        self.snooze.closed.connect(self.snooze.hide)

    def _show(self) -> None:
        known = self._known
        if known is None:
            return
        self.list.show_lines(
            due_lines(known.case, known.duties, self._desk.rulebook, self._desk.day, self._folded)
        )
        self.list.setVisible(bool(known.duties))
        self.why.setVisible(bool(known.duties))
        self.says.setText(
            say_sum(known.duties) if known.duties else say_nothing_due(known.case, known.standing)
        )

    def _explain(self) -> None:
        chosen, known = self.list.chosen(), self._known
        if known is None or chosen is None:
            self.why.say_only("Nothing is chosen", "")
            return
        duty = next((held for held in known.duties if held.duty == chosen.about), None)
        person = known.case.person
        if duty is None:
            self.why.say_only(chosen.title, "Press Space to fold or unfold.", person.person_id)
            return
        self.why.explain(known.case, duty, self._desk.rule(duty.duty), self._desk.day)

    def _on_pressed(self) -> None:
        chosen = self.list.chosen()
        state = state_of_key(chosen.key) if chosen else None
        if state is not None:
            self._folded ^= {state}
            self._show()

    def _on_activated(self) -> None:
        chosen = self.list.chosen()
        if chosen is None or chosen.state is not None:
            self.why.take_keyboard()

    def _on_snooze_asked(self, person_id: str, duty: str) -> None:
        self.snooze.show()
        self.snooze.start(person_id, duty)

    def _on_snooze(self, snooze: Snooze) -> None:
        from db.answering import snooze_duty

        try:
            self._desk.do(snooze_duty, snooze, self._desk.rulebook, about=snooze.person_id)
        except Refused as refused:
            self.snooze.show_problems(refused.problems)
            return
        self.snooze.hide()

    def _today(self) -> date:
        return self._desk.day
