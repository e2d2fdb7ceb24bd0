"""What does each adviser carry? A table by name; the chosen row explained, with its people."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from carelink.facts import Worker
from carelink.names import kept_apart
from carelink.workload.bearing import Borne
from carelink.workload.checks import check_worker
from carelink.workload.load import Workload
from db.covering import put_team_fact_back
from db.pinning import undo_unpin, unpin
from db.team_facts import change_team_fact
from ui.desk import Desk
from ui.labels import label
from ui.lines import LinesView
from ui.rows import ROW, RowsModel
from ui.small_form import SmallForm
from ui.tables import PlainTable
from ui.workload.bars import LoadBars
from ui.workload.forms import unpin_form, worker_form
from ui.workload.load_rows import (
    BAR_COLUMN,
    COLUMNS,
    LoadRow,
    person_lines,
    rows_of,
    said_about,
    unknown_of,
)
from ui.workload.pane import LIST_AT_LEAST, TABLE_AT_LEAST, Pane, Panel, Sides

_WIDTHS = (276, 96, 66, 96, 120, 300, 240)


class LoadPane(Pane):
    """The table above, the people of the chosen row below for who may see them, and the panel."""

    word = "Load"

    def __init__(self, desk: Desk, *, sees_people: bool, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._load: Workload | None = None
        self._sees_people = sees_people
        target = desk.weights.target
        self.rows: RowsModel[LoadRow] = RowsModel(
            COLUMNS, lambda row: row.key, spoken=lambda row: row.spoken, parent=self
        )
        self.table = PlainTable(
            self.rows, "What each adviser carries, by name", _WIDTHS, first_at_least=160
        )
        self._bars = LoadBars(target.low, target.high, self)
        self.table.setItemDelegateForColumn(BAR_COLUMN, self._bars)
        self.people = LinesView("The young people of the chosen row, by name")
        self.panel = Panel()
        self._says = label("")
        self.change = QPushButton("Change hours, languages, district…")
        self.pin = QPushButton("Pin to their adviser…")
        self.unpin = QPushButton("Let the pin go…")
        self._lay_out()
        self.table.selectionModel().currentChanged.connect(self._on_row)
        self.people.selectionModel().currentChanged.connect(self._on_person)
        self.people.activated.connect(self._on_activated)
        self.change.clicked.connect(self._ask_change)
        self.pin.clicked.connect(self._ask_pin)
        self.unpin.clicked.connect(self._ask_unpin)
        self.setFocusProxy(self.table)

    def show_load(self, load: Workload) -> None:
        self._load = load
        longest = max((one.per_fte or 0.0 for one in load.advisers), default=0.0)
        self._bars.longest = max(longest, self.desk.weights.target.high * 1.2)
        self.rows.show_rows(rows_of(load))
        if not self.table.currentIndex().isValid() and self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, 0))
        self._on_row()

    def chosen(self) -> LoadRow | None:
        """The row the keyboard is on."""
        index = self.table.currentIndex()
        row = index.data(ROW) if index.isValid() else None
        return row if isinstance(row, LoadRow) else None

    def choose(self, key: str) -> None:
        """Put the keyboard on this adviser's row."""
        at = self.rows.row_of(key)
        if at >= 0:
            self.table.setCurrentIndex(self.rows.index(at, 0))

    def person_in_view(self) -> str:
        chosen = self.people.chosen() if self._sees_people and self.people.hasFocus() else None
        return chosen.about if chosen else ""

    def step_back(self) -> bool:
        if self.panel.close_form():
            self.table.setFocus()
            return True
        return self._panes.step_back()

    def explain(self) -> None:
        """W: the panel comes forward where there is room for one side only."""
        self._panes.show_panel()

    def _on_row(self) -> None:
        row, load = self.chosen(), self._load
        if row is None or load is None:
            self.panel.heading.setText("No adviser is recorded")
            self._says.setText("Nobody works here as a personal adviser, and nobody has one.")
            self.people.show_lines([])
            self._show_buttons(None, None)
            return
        self.panel.heading.setText(kept_apart(row.name))
        lines = said_about(row, load, self.desk.weights)
        if self._sees_people:
            lines.append(unknown_of(row.people))
            self.people.show_lines(person_lines(row, load, self.desk.weights))
        self._says.setText("\n".join(line for line in lines if line))
        self._on_person()

    def _on_person(self) -> None:
        self._show_buttons(self.chosen(), self._person())

    def _person(self) -> Borne | None:
        row, chosen = self.chosen(), self.people.chosen()
        if row is None or chosen is None or not self._sees_people:
            return None
        return next((one for one in row.people if one.person_id == chosen.about), None)

    def _show_buttons(self, row: LoadRow | None, person: Borne | None) -> None:
        self.change.setVisible(self._sees_people and row is not None and row.load is not None)
        one = person if person is not None and len(person.advisers) == 1 else None
        pinned = one is not None and bool(one.pinned)
        name = kept_apart(one.name) if one else ""
        self.pin.setVisible(one is not None and not pinned)
        self.unpin.setVisible(pinned)
        self.pin.setText(f"Pin {name} to their adviser…")
        self.unpin.setText(f"Let {name}'s pin go…")

    def _on_activated(self, index: QModelIndex) -> None:
        person = self._person()
        if person is not None:
            self.person_opened.emit(person.person_id)

    # What can be changed

    def _ask_change(self) -> None:
        row = self.chosen()
        if row is None or row.load is None:
            return
        worker = row.load.worker
        form = worker_form()
        self._open(form, lambda values: self._change(worker, values))
        held = {name: getattr(worker, name) for name in ("fte", "languages", "district")}
        form.start(f"{kept_apart(row.name)}, as it is from today", held)

    def _change(self, before: Worker, values: dict[str, Any]) -> None:
        district = values["district"].strip().upper()
        after = before._replace(**{**values, "district": district})
        args = ("workers", before, after, check_worker)
        if self.do(change_team_fact, *args, team=True, form=self.panel.form) is None:
            return
        self._closed()
        says = f"{kept_apart(before.name or before.worker_id)}: hours, languages, district saved."
        self.offer_undo(says, put_team_fact_back, "workers", after, before, team=True)

    def _ask_pin(self) -> None:
        person = self._person()
        if person is not None:
            self._panes.show_panel()
            self.ask_pin(self.panel, person, self._closed)

    def _ask_unpin(self) -> None:
        person = self._person()
        if person is None:
            return
        form = unpin_form()
        self._open(form, lambda values: self._unpin(person, values["ended_why"]))
        form.start(f"Pinned because: {person.pin_reason or 'no reason is recorded'}", {})

    def _unpin(self, person: Borne, why: str) -> None:
        pins = self.desk.case(person.person_id).pins
        before = next((held for held in pins if held.ended_on is None), None)
        about = (person.person_id,)
        if before is None:
            self.said.emit("The pin is gone already.")
            return
        now = self.do(unpin, before, why, about=about, form=self.panel.form)
        if now is None:
            return
        self._closed()
        says = f"{kept_apart(person.name)} may go to another adviser."
        self.offer_undo(says, undo_unpin, now, before, about=about)

    def _open(self, form: SmallForm, then: Any) -> None:
        self.panel.open_form(form, then)
        self._panes.show_panel()

    def _closed(self) -> None:
        self.panel.close_form()
        self._panes.show_panel(False)

    def _lay_out(self) -> None:
        self.table.setMinimumHeight(TABLE_AT_LEAST)
        self.people.setMinimumHeight(LIST_AT_LEAST)
        left: QWidget = self.table
        if self._sees_people:
            split = QSplitter(Qt.Orientation.Vertical)
            split.addWidget(self.table)
            split.addWidget(self.people)
            split.setChildrenCollapsible(False)
            split.setSizes([320, 240])
            left = split
        else:
            self.people.setParent(self)
            self.people.hide()
        buttons = (self.change, self.pin, self.unpin)
        self.panel.body.addWidget(self._says)
        for button in buttons:
            self.panel.body.addWidget(button)
        self.panel.body.addStretch(1)
        self._panes = Sides(left, self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panes)
