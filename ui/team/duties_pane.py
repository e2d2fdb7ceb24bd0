"""How many of the roll are in each state of every duty, and who are they?"""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.names import kept_apart
from carelink.rulebook import Rule
from carelink.team import InState
from carelink.week import days_ago
from carelink.words import LATE, STATE_LABELS, State
from ui.desk import Desk
from ui.labels import label
from ui.lines import LinesView, ListLine
from ui.look.tokens import SPACE_8, SPACE_16
from ui.rows import RowsModel
from ui.tables import PlainTable
from ui.team.duty_bars import BarsView
from ui.team.pane import Pane
from ui.team.team_lines import COUNT_COLUMNS, DutyCount, counts_of
from ui.two_panes import TwoPanes

_WIDTHS = (64, 76, 76, 92, 80, 76, 80, 104, 64)
_NOBODY = "Nobody is on the roll."


class DutiesPane(Pane):
    """A bar a duty, whose pieces open their people; and the same as a table."""

    word = "Every duty, added up"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.counts: RowsModel[DutyCount] = RowsModel(
            COUNT_COLUMNS, lambda row: row.duty, spoken=lambda row: row.spoken, parent=self
        )
        self.bars = BarsView()
        self.people = LinesView("Who is in the chosen state")
        self.heading = label("", "strong")
        self.as_table = QCheckBox("As a table")
        self._table = PlainTable(self.counts, "Every duty and how many are in each state", _WIDTHS)
        self._lay_out()
        self.bars.piece_chosen.connect(self._show_people)
        self.bars.activated.connect(self._go_to_people)
        self.people.activated.connect(self._open_chosen)
        self.as_table.toggled.connect(self._stack.setCurrentIndex)
        self.setFocusProxy(self.bars)

    def refresh(self) -> None:
        if self.desk.still_reading:
            return
        rows = counts_of(self.desk.team(), self.desk.rulebook)
        self.counts.show_rows(rows)
        self.bars.show_counts(rows)
        if not rows:
            self.heading.setText(_NOBODY)
            self.people.show_lines([])

    def person_in_view(self) -> str:
        chosen = self.people.chosen() if self.people.hasFocus() else None
        return chosen.about if chosen else ""

    def step_back(self) -> bool:
        if self.bars.hasFocus() and not self._panes.panel_covers:
            return False
        self._panes.ask_for_panel(False)
        self.bars.setFocus()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.bars.choose_piece(self.bars.piece)

    def _show_people(self, duty: str, state: State) -> None:
        row = self.bars.chosen()
        if row is None or not self.isVisible():
            return  # out of sight a piece of thousands would only hold up every change
        found = self.desk.people_in(duty, state)
        counted = f"{len(found):,} of {row.roll:,}"
        self.heading.setText(f"{row.title}. {STATE_LABELS[state]}: {counted}")
        rule = self.desk.rule(duty)
        self.people.show_lines([self._line(one, rule) for one in found])

    def _line(self, one: InState, rule: Rule) -> ListLine:
        return ListLine(
            one.person_id,
            kept_apart(one.name),
            self._says(one, rule),
            one.state,
            one.adviser or "No personal adviser",
            about=one.person_id,
        )

    def _says(self, one: InState, rule: Rule) -> str:
        if one.due_on is None:
            return "Open their file to see why" if one.state is not State.NOT_REQUIRED else ""
        if one.state in LATE:
            return f"We are {days_ago(one.due_on, self.desk.day)} late with {rule.called}"
        return f"Due {show(one.due_on)}"

    def _go_to_people(self) -> None:
        if self.people.lines.rowCount():
            self._panes.ask_for_panel()
            self.people.choose_first()
            self.people.setFocus()

    def _open_chosen(self) -> None:
        chosen = self.people.chosen()
        if chosen is not None:
            self.person_opened.emit(chosen.about)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, SPACE_8, 0, 0)
        self.heading.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        column.addWidget(self.heading)
        column.addWidget(self.people, 1)
        self._panes = TwoPanes(self.bars, side)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        self._stack.addWidget(self._table)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        top.addStretch(1)
        top.addWidget(self.as_table)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)
