"""Who has no adviser, or soon will have none; and a handover asked for, for one or for many."""

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QPushButton, QWidget

from carelink.dates import show
from carelink.facts import Handover
from carelink.handover.orphans import Orphan, Why, say_orphan
from carelink.names import kept_apart
from carelink.said import counted
from db.handing_over import ask_handovers, unask_handovers
from ui.desk import Desk
from ui.handovers.forms import ask_form
from ui.handovers.handover_lines import orphan_lines
from ui.handovers.pane import Pane
from ui.handovers.ticked_lines import TickedLines, own_key
from ui.labels import label
from ui.worker_options import worker_options

_NOBODY = "Nobody is without an adviser"


class Nobodys(Pane):
    """The list of those without an adviser; a handover is asked for those ticked, or the chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.list = TickedLines("Without a personal adviser, or soon to be")
        super().__init__(desk, self.list, parent)
        self._held: dict[str, Orphan] = {}
        self.says = label("")
        self.body.addWidget(self.says)
        self.open_button = QPushButton("Open the file")
        self.ask_button = QPushButton("Ask for a handover…")
        self.add_buttons([self.open_button, self.ask_button])
        self.body.addStretch(1)
        self.open_button.clicked.connect(self._open)
        self.ask_button.clicked.connect(self._ask)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.list.ticks_changed.connect(self._show_chosen)
        self.list.activated.connect(self._on_activated)

    def refresh(self) -> None:
        self._held = {
            held.orphan.person_id: held.orphan for held in self.desk.all_held() if held.orphan
        }
        self.list.show_lines(orphan_lines(self._held.values(), self.desk.day))
        if self.list.chosen() is None:
            self.list.choose_first()
        self._show_chosen()

    @property
    def number(self) -> int:
        """How many have no adviser today."""
        return sum(orphan.today for orphan in self._held.values())

    def person_in_view(self) -> str:
        chosen = self.list.chosen()
        return chosen.about if chosen else ""

    def about(self) -> list[Orphan]:
        """Those ticked, else the one chosen."""
        ticked = [self._held[own_key(line.key)] for line in self.list.ticked()]
        chosen = self._held.get(self.person_in_view())
        return ticked or ([chosen] if chosen else [])

    def _show_chosen(self, *_: object) -> None:
        about = self.about()
        self.open_button.setEnabled(bool(self.person_in_view()))
        self.ask_button.setEnabled(bool(about))
        if len(about) > 1:
            self.heading.setText(f"{len(about)} young people ticked")
            self.says.setText("What you ask for now is asked for all of them.")
            return
        self.heading.setText(kept_apart(about[0].name) if about else _NOBODY)
        said = say_orphan(about[0], self.desk.day) if about else ""
        self.says.setText(f"{said}." if said else "Everybody on the roll has a personal adviser.")

    def _ask(self) -> None:
        about = self.about()
        workers = worker_options(self.desk.workers(), self.desk.day, "Choose a worker")
        form = ask_form(lambda: self.desk.day, workers)
        self.open_form(form, partial(self._on_asked, about))
        many = f"all {len(about)} that are ticked" if len(about) > 1 else about[0].name
        form.start(f"For {kept_apart(many)}", {"starts_on": self._first_day(about)})
        self.show_in_sight()

    def _first_day(self, about: list[Orphan]) -> Any:
        """Today where somebody has none; else the first day on which one would be without."""
        ahead = [one.on for one in about if not one.today and one.on]
        return self.desk.day if len(ahead) < len(about) else min(ahead)

    def _on_asked(self, about: list[Orphan], values: dict[str, Any]) -> None:
        handovers = [_handover(one, values) for one in about]
        people = [one.person_id for one in about]
        asked = self.do(ask_handovers, handovers, about=people)
        if asked:
            self.close_form()
            first = values["starts_on"]
            says = f"Asked for {counted(len(asked), 'handover')}"
            says += f", first day {show(first)}." if first else "."
            self.offer_undo(says, unask_handovers, asked, about=people)

    def _open(self) -> None:
        if self.person_in_view():
            self.person_opened.emit(self.person_in_view())

    def _on_activated(self, index: QModelIndex) -> None:
        self._open()


def _handover(orphan: Orphan, values: dict[str, Any]) -> Handover:
    """From the worker whose allocation still stands, where there is one; else from nobody."""
    stands = orphan.why in (Why.LEFT, Why.LEAVES)
    return Handover(
        handover_id="",
        person_id=orphan.person_id,
        from_worker=orphan.worker_id if stands else "",
        to_worker=values["to_worker"],
        starts_on=values["starts_on"],
        reason=values["reason"],
    )
