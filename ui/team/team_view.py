"""Team: who waits for us longest, whoever's work it is, and how every duty's count adds up."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from carelink.team import Team
from ui.background import Background
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.lines import LinesView
from ui.look.tokens import SPACE_8, SPACE_16
from ui.page import Page
from ui.rows import RowsModel
from ui.side_by_side import SideBySide
from ui.tables import PlainTable
from ui.team.promise_lines import promise_lines, say_promises
from ui.team.team_lines import (
    COUNT_COLUMNS,
    DutyCount,
    counts_of,
    lines_of,
    passport_lines_of,
    person_of,
    say_passports,
)
from ui.team.waiting_plans import plan_lines, say_plans
from ui.two_panes import TwoPanes
from ui.why_panel import WhyPanel

_WIDTHS = (64, 76, 76, 92, 80, 76, 80, 104, 64)
_EMPTY = Team((), (), {}, {})


class TeamView(Page):
    """The late ones of every adviser in one list, each opening its person; and the sums."""

    title = "Team"

    def __init__(
        self,
        desk: Desk,
        signals: DeskSignals,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, signals, parent)
        self._background = background
        self._team = _EMPTY
        self.list = LinesView("Who waits, the longest first")
        self.panel = WhyPanel(snoozes=False)
        self.counts: RowsModel[DutyCount] = RowsModel(
            COUNT_COLUMNS, lambda row: row.duty, spoken=lambda row: row.spoken, parent=self
        )
        self._table = PlainTable(self.counts, "Every duty and how many are in each state", _WIDTHS)
        self._who = QPushButton("Who waits")
        self._every = QPushButton("Every duty, added up")
        self._to_read = QPushButton(say_plans(0))
        self.plans = LinesView("Plans to read and approve, the longest waiting first")
        self._to_give = QPushButton(say_passports(_EMPTY))
        self.passports = LinesView("Who has no health passport, the longest waiting first")
        self._promised = QPushButton(say_promises(()))
        self.promises = LinesView("Promises and answers that wait, the longest wait first")
        self._lay_out()
        self.promises.activated.connect(self._on_promise)
        self.list.selectionModel().currentChanged.connect(self._explain_chosen)
        self.list.activated.connect(self._on_activated)
        self.plans.activated.connect(self._on_plan)
        self.passports.activated.connect(self._on_passport)
        self.panel.contact_asked.connect(self.contact_asked)
        self.panel.person_opened.connect(self.person_opened)
        self.panel.left.connect(self.step_back)
        self._panes.turned.connect(self.panel.show_way_back)
        self._group.idClicked.connect(self._stack.setCurrentIndex)
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        if not self.desk.still_reading or not self.plans.lines.rowCount():
            waiting = self.desk.plans_waiting()
            self._to_read.setText(say_plans(len(waiting)))
            self.plans.show_lines(plan_lines(waiting, self.desk.day))
        if self.desk.still_reading:
            self.sum_said.emit(f"Waiting: {self.desk.still_reading}")
            return
        self.sum_said.emit(self._sum(self._team) if self._team.states else "Adding up…")
        self._background.run(self.desk.team, self._show, self._on_trouble)

    def show_counts(self) -> None:
        """Every duty with its count by state, in place of who waits."""
        self._every.click()

    def show_plans(self) -> None:
        """The plans that wait for a manager, in place of who waits."""
        self._to_read.click()
        self.plans.choose_first()
        self.plans.setFocus()

    def show_passports(self) -> None:
        """Who is 18, or soon will be, and has no health passport, in place of who waits."""
        self._to_give.click()
        self.passports.choose_first()
        self.passports.setFocus()

    def show_promises(self) -> None:
        """The promises and answers that wait for us, in place of who waits."""
        self._promised.click()
        self.promises.choose_first()
        self.promises.setFocus()

    def person_in_view(self) -> str:
        shown = self._stack.currentWidget()
        if shown in (self.plans, self.promises):
            chosen = (self.plans if shown is self.plans else self.promises).chosen()
            return chosen.about if chosen else ""
        chosen = (self.passports if shown is self.passports else self.list).chosen()
        return person_of(chosen) if chosen else ""

    def explain(self) -> None:
        if self.list.chosen() is not None:
            self._panes.ask_for_panel()
            self.panel.take_keyboard()

    def step_back(self) -> bool:
        if self._panes.panel_covers or not self.list.hasFocus():
            self._panes.ask_for_panel(False)
            self.list.setFocus()
            return True
        return False

    def _sum(self, team: Team) -> str:
        """How the roll adds up, and what of everybody's money is unclaimed."""
        return f"{team.said} · {self.desk.unclaimed().said}"

    def _show(self, team: Team) -> None:
        self._team = team
        self.sum_said.emit(self._sum(team))
        had = self.list.chosen()
        self.list.show_lines(lines_of(team))
        self._to_give.setText(say_passports(team))
        self.passports.show_lines(passport_lines_of(team))
        self._promised.setText(say_promises(team.waiting))
        self.promises.show_lines(promise_lines(team.waiting))
        self.counts.show_rows(counts_of(team, self.desk.rulebook))
        if not self.list.touched or had is None or self.list.chosen() is None:
            self.list.choose_first()
        self._explain_chosen()

    def _explain_chosen(self) -> None:
        chosen = self.list.chosen()
        person_id = person_of(chosen) if chosen else ""
        if chosen is None or not person_id:
            self.panel.say_only("Nobody waits", "Nobody is late with a contact or a review.")
            if chosen is not None:
                self.panel.say_only("Team", chosen.title)
            return
        known = self.desk.known(person_id)
        duty = next((held for held in known.duties if held.duty == chosen.about), None)
        if duty is None:
            self.panel.say_only(known.case.person.name, chosen.sentence, person_id=person_id)
        else:
            self.panel.explain(known.case, duty, self.desk.rule(duty.duty), self.desk.day)

    def _on_activated(self, index: QModelIndex) -> None:
        if self.person_in_view():
            self.person_opened.emit(self.person_in_view())

    def _on_plan(self, index: QModelIndex) -> None:
        chosen = self.plans.chosen()
        if chosen is not None and chosen.about:
            self.section_asked.emit(chosen.about, "plan")

    def _on_passport(self, index: QModelIndex) -> None:
        if self.person_in_view():
            self.section_asked.emit(self.person_in_view(), "health")

    def _on_promise(self, index: QModelIndex) -> None:
        if self.person_in_view():
            self.section_asked.emit(self.person_in_view(), "promises")

    def _on_trouble(self, trouble: Exception) -> None:
        raise trouble

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        buttons = (self._who, self._every, self._to_read, self._to_give, self._promised)
        for at, button in enumerate(buttons):
            button.setObjectName("option")
            button.setCheckable(True)
            button.setChecked(at == 0)
            self._group.addButton(button, at)
        rooms = [button.sizeHint().width() + SPACE_16 for button in buttons]
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        top.addWidget(SideBySide(buttons, rooms, gap=SPACE_8, fill=False))
        self._panes = TwoPanes(self.list, self.panel)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self.plans)
        self._stack.addWidget(self.passports)
        self._stack.addWidget(self.promises)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
