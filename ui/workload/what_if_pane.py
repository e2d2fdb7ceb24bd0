"""What would happen if? Asked, worked out in the background, shown side by side, then applied."""

import threading
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from carelink.errors import Problem, Refused
from carelink.facts import Cover, Worker
from carelink.names import kept_apart
from carelink.reallocation.comparing import Compared, compare, say_moves, with_move
from carelink.reallocation.explaining import MoveLine, explain, say_broken
from carelink.reallocation.proposing import Proposal, propose
from carelink.reallocation.scenario import Away, Scenario, Starter, say_scenario, whose
from carelink.said import counted
from carelink.workload.bearing import Borne
from carelink.workload.load import Workload
from db.covering import put_team_fact_back, record_cover
from db.reallocating import Applied, apply_moves, undo_moves
from ui.background import Background, Job
from ui.desk import Desk
from ui.lines import LinesView, ListLine
from ui.rows import RowsModel
from ui.tables import PlainTable
from ui.workload.forms import cover_form
from ui.workload.line_panel import LinePanel
from ui.workload.pane import LIST_AT_LEAST, TABLE_AT_LEAST, Pane, Sides
from ui.workload.scenario_form import ScenarioForm
from ui.workload.what_if_rows import COMPARE_COLUMNS, everyone, lines_of, rests_on, spoken

_WIDTHS = (74, 66, 190, 190, 110)


class WhatIfPane(Pane):
    """The answer at the left, what is asked and what can be done with it at the right."""

    word = "What if"

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._background = background
        self._job: Job | None = None
        self._stop = threading.Event()
        self._now: Workload | None = None
        self._load: Workload | None = None
        self.proposal: Proposal | None = None
        self._moves: dict[str, MoveLine] = {}
        self.form = ScenarioForm(desk)
        self.panel = LinePanel()
        self.list = LinesView("Who would go to whom, and why")
        self.rows: RowsModel[Compared] = RowsModel(
            COMPARE_COLUMNS, lambda row: row.worker_id, spoken=spoken, parent=self
        )
        self.table = PlainTable(
            self.rows, "Each adviser before and after, by name", _WIDTHS, first_at_least=170
        )
        self._lay_out()
        self.form.asked.connect(self._on_asked)
        self.form.stopped.connect(self.stop)
        self.list.selectionModel().currentChanged.connect(self._on_line)
        self.list.activated.connect(self._on_activated)
        self.panel.moved.connect(self._on_moved)
        self.panel.kept.connect(self._on_kept)
        self.panel.pinned.connect(self._ask_pin)
        self.panel.applied.connect(self.apply)
        self.panel.thrown_away.connect(self._on_thrown_away)
        self.panel.asked_anew.connect(self._ask_anew)
        self.panel.covered.connect(self._ask_cover)
        self._ask_anew()

    def show_load(self, load: Workload) -> None:
        self._now = load
        if self.proposal is None:
            self.form.show_load(load)
        else:
            self._show()

    def person_in_view(self) -> str:
        chosen = self.list.chosen()
        return chosen.about if chosen else ""

    def step_back(self) -> bool:
        if self.panel.close_form():
            return True
        return self.proposal is not None and self._panes.step_back()

    def ask_for_the_first(self) -> None:
        """Ask what would happen if the first adviser left in two weeks, as the pictures do."""
        if self._now is not None and self._now.advisers:
            self.form.who.set_value(self._now.advisers[0].worker.worker_id)
            self.form.on.set_value(self.desk.day + timedelta(days=14))
            self.form.submit()

    # Working it out

    def _on_asked(self, scenario: Scenario, even_out: bool) -> None:
        load, weights = self._now, self.desk.weights
        if load is None or self.desk.still_reading:
            self.form.show_problems([Problem("", "The roll is still being read. Ask in a moment.")])
            return
        self._load, self._stop = load, threading.Event()
        stop = self._stop
        self.form.show_working("Working it out. This may take up to half a minute…")

        def work() -> Proposal | None:
            return propose(load, scenario, weights, even_out=even_out, stopped=stop.is_set)

        self._job = self._background.run(work, self._on_worked_out, self._on_trouble)

    def stop(self) -> None:
        """Work it out no further."""
        self._stop.set()
        self.form.show_working("")

    def _on_worked_out(self, proposal: Proposal | None) -> None:
        self.form.show_working("")
        if proposal is None or self._stop.is_set():
            self.said.emit("Stopped. Nothing was worked out and nothing is written.")
            return
        self.proposal = proposal
        self._right.setCurrentIndex(1)
        self._show()
        self.list.choose_first()
        self._panes.show_panel(False)
        (self.list if self._panes.panes.narrow else self.panel).setFocus()

    def _on_trouble(self, trouble: Exception) -> None:
        self.form.show_working("")
        if not isinstance(trouble, Refused):
            raise trouble
        self.form.show_problems(trouble.problems)

    # Showing it

    def _show(self) -> None:
        proposal, load = self.proposal, self._load
        if proposal is None or load is None:
            return
        weights = self.desk.weights
        moves = explain(proposal, load, weights)
        self._moves = {line.move.person_id: line for line in moves}
        names = {one.person_id: one.name for one in everyone(load)}
        stale = self._stale()
        self.list.show_lines(lines_of(proposal, moves, names, stale))
        self.rows.show_rows(compare(proposal, load, weights))
        self.panel.show_whole(
            say_scenario(proposal.scenario, load.names),
            f"{say_moves(proposal, load)}.\n{say_broken(proposal, load)}\n{self._how_good()}",
            stale or self._in_the_way(proposal),
            may_cover=isinstance(proposal.scenario, Away),
        )
        self._on_line()

    def _how_good(self) -> str:
        proposal = self.proposal
        if proposal is None:
            return ""
        by_hand = proposal.gap == 0 and not proposal.proven
        return "Changed by you." if by_hand else proposal.said

    def _in_the_way(self, proposal: Proposal) -> str:
        if proposal.undecided:
            people = counted(len(proposal.undecided), "person").replace("persons", "people")
            return f"{people} cannot stay and nobody is proposed. Move them first."
        return "" if proposal.moves else "Nobody would move, so there is nothing to apply."

    def _stale(self) -> str:
        """What to say when the roll has changed since it was worked out."""
        if self._now is None or self._load is None or rests_on(self._now) == rests_on(self._load):
            return ""
        return "Something has changed since this was worked out. Ask something else, or ask again."

    def _on_line(self) -> None:
        proposal, load, person = self.proposal, self._load, self._person()
        if proposal is None or load is None or person is None:
            self.panel.show_nobody()
            return
        move = self._moves.get(person.person_id)
        left = next((one for one in proposal.undecided if one.person_id == person.person_id), None)
        taking = [seat for seat in proposal.seats if seat.fte is not None]
        options = [(seat.worker.worker_id, kept_apart(seat.name)) for seat in taking]
        why = f"{move.said}." if move else f"{person.name} {left.why}." if left else ""
        now = person.advisers[0] if person.advisers else ""
        stays = move is not None and any(seat.worker.worker_id == now for seat in taking)
        self.panel.show_line(
            kept_apart(person.name),
            why,
            options,
            move.move.to_worker if move else "",
            may_stay=stays,
            may_pin=stays and not person.pinned,
        )

    def _person(self) -> Borne | None:
        chosen = self.list.chosen()
        if chosen is None or self._load is None:
            return None
        return next((one for one in everyone(self._load) if one.person_id == chosen.about), None)

    def _on_activated(self) -> None:
        if self.person_in_view():
            self.person_opened.emit(self.person_in_view())

    # Changing it

    def _on_moved(self, to: str) -> None:
        person = self._person()
        if person is None or self.proposal is None:
            return
        self.proposal = with_move(self.proposal, person, to)
        self._show()

    def _on_kept(self) -> None:
        person = self._person()
        if person is not None and person.advisers:
            self._on_moved(person.advisers[0])

    def _ask_pin(self) -> None:
        person = self._person()
        if person is not None:
            self.ask_pin(self.panel, person, self._on_kept)

    # What becomes of it

    def apply(self) -> None:
        """Ask for every handover of it, as one change with one way back."""
        proposal, load = self.proposal, self._load
        if proposal is None or load is None or not self.panel.apply.isEnabled():
            return
        scenario = proposal.scenario
        starter: Worker | None = scenario.worker if isinstance(scenario, Starter) else None
        reason = say_scenario(scenario, load.names)
        about = [move.person_id for move in proposal.moves]
        args = (proposal.moves, scenario.on, reason, starter)
        applied: Applied | None = self.do(apply_moves, *args, about=about, team=starter is not None)
        if applied is None:
            return
        self._put_away()
        handovers = counted(len(applied.handovers), "handover")
        says = f"{handovers} asked for. Each begins when the new adviser accepts it."
        self.offer_undo(says, undo_moves, applied, about=about, team=starter is not None)

    def _on_thrown_away(self) -> None:
        self._put_away()
        self.said.emit("Thrown away. Nothing was written.")

    def _put_away(self) -> None:
        self.proposal = self._load = None
        self._ask_anew()
        if self._now is not None:
            self.form.show_load(self._now)

    def _ask_anew(self) -> None:
        self.proposal = None
        self.panel.close_form()
        self.list.show_lines([ListLine("none", "Nothing has been worked out")])
        self.rows.show_rows([])
        self._right.setCurrentIndex(0)
        self._panes.show_panel()
        self.form.setFocus()

    def _ask_cover(self) -> None:
        proposal, load = self.proposal, self._load
        if proposal is None or load is None or not isinstance(proposal.scenario, Away):
            return
        scenario = proposal.scenario
        taking = [seat for seat in proposal.seats if seat.fte is not None]
        options = [(seat.worker.worker_id, kept_apart(seat.name)) for seat in taking]
        form = cover_form(options, self._today)
        self.panel.open_form(form, lambda values: self._cover(scenario, values))
        form.start("Nobody moves, and no relationship ends.", {"back_on": scenario.back_on})

    def _cover(self, scenario: Away, values: dict[str, Any]) -> None:
        cover = Cover(scenario.worker_id, first_on=scenario.on, reason="away", **values)
        row_id = self.do(record_cover, cover, team=True, form=self.panel.form)
        if row_id is None:
            return
        names = self._now.names if self._now else {}
        who = names.get(cover.cover_id, cover.cover_id)
        for_whom = names.get(whose(scenario), whose(scenario))
        self._put_away()
        now = cover._replace(row_id=str(row_id))
        says = f"{kept_apart(who)} stands in for {kept_apart(for_whom)}. Nobody has moved."
        self.offer_undo(says, put_team_fact_back, "covers", now, None, team=True)

    def _today(self) -> Any:
        return self.desk.day

    def _lay_out(self) -> None:
        self.list.setMinimumHeight(LIST_AT_LEAST)
        self.table.setMinimumHeight(TABLE_AT_LEAST)
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.list)
        left.addWidget(self.table)
        left.setChildrenCollapsible(False)
        left.setSizes([320, 240])
        self._right = QStackedWidget()
        self._right.setMinimumWidth(300)
        self._right.addWidget(_scrolled(self.form))
        self._right.addWidget(self.panel)
        self._panes = Sides(left, self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panes)
        self.setFocusProxy(self.form)


def _scrolled(form: ScenarioForm) -> QFrame:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(form)
    panel = QFrame()
    panel.setObjectName("panel")
    held = QVBoxLayout(panel)
    held.setContentsMargins(0, 0, 0, 0)
    held.addWidget(scroll)
    return panel
