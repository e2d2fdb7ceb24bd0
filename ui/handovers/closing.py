"""Can this worker be closed? Everything that is still theirs after their last day is listed."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.errors import Refused
from carelink.facts import Handover, Worker
from carelink.handover.theirs import Thing, say_theirs
from carelink.handover.words import KIND_LABELS, Kind
from carelink.names import kept_apart
from carelink.said import counted, worker_told_apart
from carelink.words import State
from db.handing_over import ask_handovers, unask_handovers
from db.leaving import close_worker, open_again, read_theirs
from ui.desk import Desk
from ui.fields import ChoiceField, DateField
from ui.handovers.forms import ask_form
from ui.handovers.pane import Pane
from ui.handovers.ticked_lines import head_key, row_key
from ui.labels import label
from ui.lines import LinesView, ListLine
from ui.look.tokens import SPACE_12, SPACE_16
from ui.worker_options import worker_options

_A_DAY = timedelta(days=1)


class Closing(Pane):
    """Whom to close, their last day, what is left, and the button for when nothing is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.list = LinesView("What is still theirs")
        super().__init__(desk, self.list, parent)
        self._things: list[Thing] = []
        self.who = ChoiceField("worker_id", "Who leaves?", [("", "Choose a worker")])
        self.last_day = DateField(
            "end", "Their last day", lambda: desk.day, ahead=True, hint='"today", "fri" or "3 12"'
        )
        self.says = label("")
        self.problem = label("", "problem")
        self.close_button = QPushButton("Close this worker")
        self.close_button.setObjectName("main")
        self.ask_button = QPushButton("Hand their young people over…")
        self.open_button = QPushButton("Open the file")
        self.heading.setText("Close a worker")
        held = QWidget()
        held.setObjectName("clear")
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        for part in (self.who, self.last_day, self.says, self.problem):
            column.addWidget(part)
        self.body.addWidget(held)
        self.add_buttons([self.close_button, self.ask_button, self.open_button])
        self.body.addStretch(1)
        self.body.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        self.panes.ask_for_panel()
        self.setFocusProxy(self.who)
        self.who.changed.connect(self._look)
        self.last_day.changed.connect(self._look)
        self.close_button.clicked.connect(self._close)
        self.ask_button.clicked.connect(self._ask)
        self.open_button.clicked.connect(self._open)
        self.list.activated.connect(self._on_activated)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)

    def refresh(self) -> None:
        workers = {worker.worker_id: worker for worker in self.desk.of_the_team("workers")}
        self.who.set_options(worker_options(workers, self.desk.day, "Choose a worker"))
        if not self.last_day.typed:
            self.last_day.set_value(self.desk.day)
        self._look()

    def person_in_view(self) -> str:
        chosen = self.list.chosen()
        return chosen.about if chosen else ""

    @property
    def end(self) -> date | None:
        """The first day on which they are not here; None while no day is understood."""
        last = self.last_day.value()
        return last + _A_DAY if last else None

    def _look(self) -> None:
        worker_id, end = self.who.value(), self.end
        self._things = self.desk.ask(read_theirs, worker_id, end) if worker_id and end else []
        self.list.show_lines(_lines(self._things, chosen=bool(worker_id)))
        ready = bool(worker_id and end)
        self.close_button.setEnabled(ready and not self._things)
        self.ask_button.setEnabled(any(t.kind is Kind.PEOPLE for t in self._things))
        self._on_chosen()
        self.problem.hide()
        last = self.last_day.value()
        if not ready or last is None:
            self.says.setText("Choose who leaves, and their last day.")
            return
        left = say_theirs(self._things)
        still = f"Still theirs after {show(last)}: {left}."
        self.says.setText(still if self._things else f"{left}. They can be closed.")

    def _worker(self) -> Worker | None:
        workers: dict[str, Worker] = {w.worker_id: w for w in self.desk.of_the_team("workers")}
        return workers.get(self.who.value())

    def _close(self) -> None:
        before = self._worker()
        if before is None:
            return
        try:
            now = self.desk.do(close_worker, before, self.end, about=self._with(before), team=True)
        except Refused as refused:
            self.problem.setText(str(refused))
            self.problem.show()
            return
        self.desk.take_names(self.desk.names())
        last = self.last_day.value()
        name = worker_told_apart(before.worker_id, self.desk.workers())
        says = f"{kept_apart(name)} is closed" + (f"; last day {show(last)}." if last else ".")
        self.offered.emit(says, "Undo", partial(self._open_again, now, before))
        self.who.setFocus()

    def _open_again(self, now: Worker, before: Worker) -> None:
        if self.do(open_again, now, before, about=self._with(before), team=True):
            self.desk.take_names(self.desk.names())
            self.refresh()
            self.who.set_value(before.worker_id)
            self._look()

    def _with(self, worker: Worker) -> list[str]:
        """Whom they work with today: what is said of them hangs on the worker's last day."""
        return [
            held.line.person_id
            for held in self.desk.all_held()
            if held.line and worker.worker_id in held.line.worker_ids
        ]

    def _ask(self) -> None:
        workers = worker_options(self.desk.workers(), self.desk.day, "Choose a worker")
        form = ask_form(lambda: self.desk.day, workers)
        people = list(dict.fromkeys(t.person_id for t in self._things if t.kind is Kind.PEOPLE))
        self.open_form(form, partial(self._on_asked, people))
        form.start(
            f"For {counted(len(people), 'young person')}".replace("persons", "people"),
            {"starts_on": self.end},
        )
        self.show_in_sight()

    def _on_asked(self, people: list[str], values: dict[str, Any]) -> None:
        going = self.who.value()
        handovers = [
            Handover(
                "",
                person_id,
                going,
                values["to_worker"],
                None,
                values["starts_on"],
                values["reason"],
            )
            for person_id in people
        ]
        asked = self.do(ask_handovers, handovers, about=people)
        if asked:
            self.close_form()
            says = f"Asked for {counted(len(asked), 'handover')}."
            self.offer_undo(says, unask_handovers, asked, about=people)

    def _on_chosen(self, *_: object) -> None:
        self.open_button.setEnabled(bool(self.person_in_view()))

    def _open(self) -> None:
        if self.person_in_view():
            self.person_opened.emit(self.person_in_view())

    def _on_activated(self, index: QModelIndex) -> None:
        self._open()


def _lines(things: list[Thing], *, chosen: bool) -> list[ListLine]:
    """A line for each thing under its kind; that nothing is left, or nobody chosen, is said."""
    if not things:
        says = "Nothing is theirs any more." if chosen else "Choose who leaves."
        return [ListLine("none", says)]
    rows: list[ListLine] = []
    for kind in Kind:
        held = [thing for thing in things if thing.kind is kind]
        if not held:
            continue
        named = KIND_LABELS[kind][len(held) != 1]
        rows.append(ListLine(head_key(kind), f"{len(held):,} {named}"))
        rows += [
            ListLine(
                row_key(f"{at} {thing.person_id}", kind),
                kept_apart(thing.name) or "The team",
                thing.says,
                State.DUE_SOON,
                about=thing.person_id,
                word="Still theirs",
            )
            for at, thing in enumerate(held)
        ]
    return rows
