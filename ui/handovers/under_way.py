"""The handovers under way: each step is taken for one person, or for all that are ticked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from carelink.dates import show
from carelink.errors import Refused
from carelink.facts import Handover
from carelink.handover.steps import Progress, progress_of, say_progress, say_told, say_visit
from carelink.names import kept_apart
from carelink.said import Line, counted, worker_told_apart
from carelink.words import MANAGER
from db.handing_over import (
    Gone,
    accept_handovers,
    book_visits,
    give_packs,
    go_through,
    put_handovers_back,
    tell_them,
    withdraw_handovers,
)
from ui.desk import Desk
from ui.handovers.forms import (
    accept_form,
    pack_form,
    through_form,
    told_form,
    visit_form,
    withdraw_form,
)
from ui.handovers.handover_lines import handover_lines, say_sum
from ui.handovers.packs import choose_folder, save_pack
from ui.handovers.pane import Pane
from ui.handovers.ticked_lines import TickedLines, own_key
from ui.labels import label
from ui.small_form import SmallForm
from ui.worker_options import worker_options

_ACTS = (
    ("pack", "Give the packs…"),
    ("through", "One after another…"),
    ("visit", "Book the visit…"),
    ("told", "They have been told…"),
    ("accept", "Accept…"),
    ("withdraw", "Withdraw…"),
)

_ALL_SEEN_BY = frozenset({MANAGER, "qa", "administrator", "duty"})


class UnderWay(Pane):
    """The list by who gives over, and what can be done about those ticked or the one chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.list = TickedLines("Handovers under way, by who they go from")
        super().__init__(desk, self.list, parent)
        self.choose_folder: Callable[[], Path | None] = partial(choose_folder, self)
        self._held: dict[str, Handover] = {}
        self._to_save: list[Handover] = []
        self.says = label("")
        self.body.addWidget(self.says)
        self.open_button = QPushButton("Open the file")
        self.all_button = QPushButton("Tick everyone")
        self.acts = {act: QPushButton(word) for act, word in _ACTS}
        self.add_buttons([self.open_button, self.all_button, *self.acts.values()])
        self.body.addStretch(1)
        self.open_button.clicked.connect(self._open)
        self.all_button.clicked.connect(self._tick)
        for act, button in self.acts.items():
            button.clicked.connect(partial(self._ask, act))
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.list.activated.connect(self._on_activated)
        self.list.ticks_changed.connect(self._show_chosen)

    def refresh(self) -> None:
        own = self.desk.user.worker_id
        every = self.desk.user.role in _ALL_SEEN_BY
        self._held = {
            one.handover_id: one
            for held in self.desk.all_held()
            for one in held.handovers
            if every or own in (one.from_worker, one.to_worker)
        }
        people = {person.person_id: person.name for person in self.desk.people()}
        workers, day = self.desk.workers(), self.desk.day
        self.list.show_lines(handover_lines(self._held.values(), people, workers, day))
        if self.list.chosen() is None:
            self.list.choose_first()
        self._show_chosen()

    @property
    def number(self) -> int:
        """How many are under way."""
        return len(self._held)

    @property
    def sum(self) -> str:
        """How they stand, in one line."""
        workers = self.desk.workers()
        return say_sum([progress_of(o, self.desk.day, workers) for o in self._held.values()])

    def person_in_view(self) -> str:
        chosen = self.list.chosen()
        return chosen.about if chosen else ""

    def about(self) -> list[Handover]:
        """Those ticked, else the one chosen."""
        ticked = [self._held[own_key(line.key)] for line in self.list.ticked()]
        chosen = self._chosen()
        return ticked or ([chosen] if chosen else [])

    def save_packs(self, folder: Path, on: Any) -> None:
        """Save every pack into the folder, one a turn of the loop, then note the day."""
        every = self.about()
        self._to_save = list(every)
        QTimer.singleShot(0, self, partial(self._save_next, folder, on, every))

    def _save_next(self, folder: Path, on: Any, every: list[Handover]) -> None:
        if not self._to_save:
            self._give(folder, on, every)
            return
        one = self._to_save.pop(0)
        try:
            save_pack(self.desk, one, folder)
        except Refused as refused:
            self._to_save.clear()
            self.said.emit(str(refused))
            return
        self.said.emit(f"Saving the packs: {len(every) - len(self._to_save)} of {len(every)}")
        QTimer.singleShot(0, self, partial(self._save_next, folder, on, every))

    def _give(self, folder: Path, on: Any, every: list[Handover]) -> None:
        people = [one.person_id for one in every]
        gone = self.do(give_packs, every, on, about=people)
        if gone:
            self.close_form()
            many = counted(len(every), "pack")
            says = f"Saved {many} in {folder.name}. The store does not protect them there."
            self._offer(says, gone)

    def _show_chosen(self, *_: object) -> None:
        one = self._chosen()
        ticked = self.list.ticked()
        for button in (self.open_button, *self.acts.values()):
            button.setEnabled(one is not None or bool(ticked))
        self.all_button.setText("Tick nobody" if ticked else "Tick everyone")
        self.all_button.setEnabled(bool(self._held))
        if ticked:
            self.heading.setText(f"{counted(len(ticked), 'handover')} ticked")
            self.says.setText("What you do now is done for all of them.")
        elif one is None:
            self.heading.setText("Nobody is chosen")
            self.says.setText("A handover is asked for here, in the what-if, or on a file.")
        else:
            self.heading.setText(kept_apart(self._name(one)))
            self.says.setText(self._say(one))
        if self.form is None and not self._held:
            self.panes.ask_for_panel(False)

    def _say(self, one: Handover) -> str:
        """Everything known of one handover, a line each."""
        workers = self.desk.workers()
        progress: Progress = progress_of(one, self.desk.day, workers)
        case = self.desk.case(one.person_id)
        told_by = worker_told_apart(one.told_by, workers)
        pack = f"Given on {show(one.pack_on)}" if one.pack_on else "Not given yet"
        giver = kept_apart(worker_told_apart(one.from_worker, workers)) or "Nobody"
        lines = [
            Line("From", giver),
            Line("To", kept_apart(worker_told_apart(one.to_worker, workers)) or "Nobody yet"),
            Line("Where it stands", say_progress(progress)),
            Line("Pack", pack),
            Line("Visit together", say_visit(one, case, self.desk.day)),
            Line("Do they know", say_told(one, told_by)),
        ]
        lines += [Line("Why", one.reason)] if one.reason else []
        return "\n".join(f"{line.about}: {line.says}" for line in lines)

    def _chosen(self) -> Handover | None:
        chosen = self.list.chosen()
        return self._held.get(own_key(chosen.key)) if chosen else None

    def _name(self, one: Handover) -> str:
        return self.desk.case(one.person_id).person.name

    def _ask(self, act: str) -> None:
        about = self.about()
        if not about:
            return
        if act == "through":
            self._go_through(about)
            return
        form, values = self._form(act, about[0])
        self.open_form(form, partial(self._on_asked, act, about))
        form.start(self._for_whom(about), values)
        self.show_in_sight()

    def _for_whom(self, about: list[Handover]) -> str:
        return (
            f"For {kept_apart(self._name(about[0]))}"
            if len(about) == 1
            else (f"For all {len(about)} that are ticked")
        )

    def _form(self, act: str, one: Handover) -> tuple[SmallForm, dict[str, Any]]:
        day = self._today
        workers = worker_options(self.desk.workers(), self.desk.day)
        told = {"told_on": self.desk.day, "told_by": one.told_by or one.from_worker}
        if act == "pack":
            return pack_form(day), {"pack_on": self.desk.day}
        if act == "visit":
            return visit_form(day), {"joint_visit_on": one.joint_visit_on}
        if act == "told":
            return told_form(day, workers), told
        if act == "accept":
            return accept_form(day), {"accepted_on": self.desk.day}
        return withdraw_form(day), {}

    def _on_asked(self, act: str, about: list[Handover], values: dict[str, Any]) -> None:
        if act == "pack":
            folder = self.choose_folder()
            if folder is not None:
                self.save_packs(folder, values["pack_on"])
            return
        people = [one.person_id for one in about]
        verbs: dict[str, tuple[Callable[..., Gone], tuple[Any, ...], str]] = {
            "visit": (book_visits, (values.get("joint_visit_on"),), "Visit noted"),
            "told": (
                tell_them,
                (values.get("told_on"), values.get("told_by"), values.get("view_words", "")),
                "Noted that they know",
            ),
            "accept": (
                accept_handovers,
                (values.get("accepted_on"), values.get("starts_on")),
                "Accepted",
            ),
            "withdraw": (withdraw_handovers, (values.get("withdrawn_why"),), "Withdrawn"),
        }
        verb, args, says = verbs[act]
        gone = self.do(verb, about, *args, about=people)
        if gone:
            self.close_form()
            self._offer(f"{says}{self._of_how_many(about)}.", gone)

    def _of_how_many(self, about: list[Handover]) -> str:
        return (
            f" for {kept_apart(self._name(about[0]))}"
            if len(about) == 1
            else (f" for {len(about)} young people")
        )

    def _go_through(self, waiting: list[Handover]) -> None:
        """One after another: the visit together and the telling, each in their own words."""
        one, *rest = waiting
        form = through_form(self._today, worker_options(self.desk.workers(), self.desk.day))
        self.open_form(form, partial(self._on_through, one, rest))
        values = one._asdict()
        values["told_by"] = one.told_by or one.from_worker
        left = f", then {len(rest)} more" if rest else ""
        form.start(f"For {kept_apart(self._name(one))}{left}", values)
        self.show_in_sight()

    def _on_through(self, one: Handover, rest: list[Handover], values: dict[str, Any]) -> None:
        told_on = values["told_on"]
        after = one._replace(**{**values, "told_by": values["told_by"] if told_on else ""})
        gone = self.do(go_through, one, after, about=[one.person_id])
        if not gone:
            return
        self._offer(f"Saved{self._of_how_many([one])}.", gone)
        if rest:
            self._go_through(rest)
        else:
            self.close_form()

    def _offer(self, says: str, gone: Gone) -> None:
        self.offer_undo(says, put_handovers_back, gone, about=gone.people)

    def _tick(self) -> None:
        if self.list.ticked():
            self.list.tick(())
        else:
            self.list.tick_all()

    def _open(self) -> None:
        if self.person_in_view():
            self.person_opened.emit(self.person_in_view())

    def _on_activated(self, index: QModelIndex) -> None:
        self._open()

    def _today(self) -> Any:
        return self.desk.day
