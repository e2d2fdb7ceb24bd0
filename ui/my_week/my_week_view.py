"""My week: who needs us first, and why?"""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.cover.covering import Stand, say_covering
from carelink.dates import show
from carelink.errors import Refused, StoreTrouble
from carelink.facts import Snooze
from carelink.week import GROUP_LABELS, Week
from carelink.words import ADVISER, MANAGER, State
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.labels import label
from ui.lines import LinesView
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_16
from ui.my_week.week_lines import (
    GROUP_SAYS,
    at_first_folded,
    everything_else,
    group_of_key,
    lines_of,
    say_no_duty,
)
from ui.page import Page
from ui.snooze_form import SnoozeForm
from ui.standing_in import covered_today
from ui.two_panes import TwoPanes
from ui.why_panel import WhyPanel

_EVERYBODY = "Everyone"
_LOOK_AFTER_ALL = frozenset({MANAGER, "qa", "analyst", "duty", "administrator"})


class MyWeekView(Page):
    """The list that matters and the panel that explains the chosen line."""

    title = "My week"

    def __init__(self, desk: Desk, signals: DeskSignals, parent: QWidget | None = None) -> None:
        super().__init__(desk, signals, parent)
        self.setObjectName("page")
        self._sees_all = desk.user.role in _LOOK_AFTER_ALL or not desk.user.worker_id
        self._worker_id: str | None = None if self._sees_all else desk.user.worker_id
        self._folded = at_first_folded()
        self._week = Week((), {})
        self._covering: list[Stand] = []
        self.list = LinesView("My week")
        self.panel = WhyPanel()
        self._whose = QComboBox()
        self._whose.setAccessibleName("Whose week")
        self._whose.setMinimumWidth(220)
        self._empty = label("", "quiet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.snooze = SnoozeForm(lambda: desk.day)
        self._rest = LinesView("Everything else about them")
        self._rest_fold = QPushButton()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        chosen = self.list.chosen()
        was_at = self.list.currentIndex().row()
        self._covering = covered_today(self.desk, self._worker_id)
        self._week = self.desk.week(self._whose_lines())
        self._show_lines()
        self.sum_said.emit(self._sum())
        self._say_if_empty()
        if not self.list.touched:
            self.list.choose_first()
        elif chosen is None or self.list.chosen() is None:
            self._choose_near(was_at)
        self._explain_chosen()

    def show_whose(self, worker_id: str | None) -> None:
        """Show this worker's week, or everyone's."""
        self._whose.setCurrentIndex(self._whose.findData(worker_id or ""))

    def explain(self) -> None:
        """W: bring the reason forward and put the keyboard there."""
        if self.list.chosen() is not None:
            self._panes.ask_for_panel()
            self.panel.take_keyboard()

    def person_in_view(self) -> str:
        chosen = self.list.chosen()
        return chosen.about if chosen else ""

    def step_back(self) -> bool:
        """Esc: close what stands open; whether there was anything to close."""
        if not self.snooze.isHidden():
            self._close_snooze()
            return True
        if self._panes.panel_covers or not self.list.hasFocus():
            self._panes.ask_for_panel(False)
            self.list.setFocus()
            return True
        return False

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        top.addWidget(label("Whose week", "small"))
        top.addWidget(self._whose)
        top.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        if self._sees_all:
            column.addLayout(top)
        else:
            self._whose.setParent(left)
            self._whose.hide()
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        self._rest_fold.setObjectName("link")
        self._rest_fold.setCheckable(True)
        self._rest.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        at = self.panel.body.count() - 1
        for part in (self.snooze, self._rest_fold, self._rest):
            self.panel.body.insertWidget(at, part)
            at += 1
        self.snooze.hide()
        self._rest.hide()
        self._panes = TwoPanes(left, self.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_line_chosen)
        self.list.activated.connect(self._on_activated)
        self.list.clicked.connect(self._on_clicked)
        self._rest.activated.connect(self._on_rest_chosen)
        self._rest.clicked.connect(self._on_rest_chosen)
        self._rest_fold.toggled.connect(self._on_rest_folded)
        self._whose.currentIndexChanged.connect(self._on_whose)
        self.panel.contact_asked.connect(self.contact_asked)
        self.panel.person_opened.connect(self.person_opened)
        self.panel.snooze_asked.connect(self._on_snooze_asked)
        self.panel.left.connect(self.step_back)
        self.snooze.asked.connect(self._on_snooze)
        self.snooze.closed.connect(self._close_snooze)
        self._panes.turned.connect(self.panel.show_way_back)
        fold = QShortcut(QKeySequence(Qt.Key.Key_Space), self.list)
        fold.setContext(Qt.ShortcutContext.WidgetShortcut)
        fold.activated.connect(self._fold_chosen)

    def _whose_lines(self) -> frozenset[str] | None:
        """The worker's own people and those of whoever they stand in for; None for everybody."""
        if self._worker_id is None:
            return None
        return frozenset({self._worker_id, *(stand.worker_id for stand in self._covering)})

    def _show_lines(self) -> None:
        with_adviser = self._sees_all or bool(self._covering)
        self.list.show_lines(lines_of(self._week, self._folded, with_adviser=with_adviser))

    def _sum(self) -> str:
        """How the lines add up, what of the caseload's money is unclaimed, and what is left out."""
        if self.desk.still_reading:
            return f"{self._week.said} · {self.desk.still_reading}"
        parts = [self._week.said]
        off_roll = self.desk.counted()[1] - len(self._week.lines)
        if self._worker_id is None and off_roll:
            parts.append(f"{off_roll:,} more not on the roll")
        if self._week.lines:
            parts.append(self.desk.unclaimed(self._whose_lines()).said)
        covering = say_covering(self._covering, self.desk.workers())
        if covering:
            parts.append(covering)
        return " · ".join(parts)

    def _say_if_empty(self) -> None:
        read, everyone = self.desk.counted()
        if not everyone:
            says = "Nobody is recorded yet. Bring in a list with the import command."
        elif read < everyone:
            says = "Reading the roll…"
        else:
            says = "Nobody is allocated here today."
        self._empty.setText(says)
        self._empty.setVisible(not self._week.lines)
        self.list.setVisible(bool(self._week.lines))
        self._panes.want_panel(bool(self._week.lines))
        self._fill_whose()

    def _fill_whose(self) -> None:
        if self._whose.count() or not self._sees_all:
            return
        self._whose.blockSignals(True)
        self._whose.addItem(_EVERYBODY, "")
        advisers = [w for w in self.desk.workers().values() if w.role == ADVISER]
        for worker in sorted(advisers, key=lambda worker: worker.name.casefold()):
            if worker.end is None or worker.end > self.desk.day:
                self._whose.addItem(worker.name or worker.worker_id, worker.worker_id)
        self._whose.blockSignals(False)

    def _choose_near(self, row: int) -> None:
        """The chosen line is gone: stay at its place, or begin at the top."""
        lines = self.list.lines.rows()
        if 0 <= row < len(lines) and lines[row].state is not None:
            self.list.setCurrentIndex(self.list.lines.index(row, 0))
        else:
            self.list.choose_first()

    def _explain_chosen(self, duty_id: str = "") -> None:
        chosen = self.list.chosen()
        group = group_of_key(chosen.key) if chosen else None
        self._rest_fold.setVisible(bool(chosen and not group))
        if chosen is None or group is not None:
            self._rest.hide()
            heading = GROUP_LABELS[group] if group else "Nothing is chosen"
            self.panel.say_only(heading, GROUP_SAYS[group] if group else "")
            return
        self._explain_person(chosen.about, duty_id)

    def _explain_person(self, person_id: str, duty_id: str) -> None:
        known = self.desk.known(person_id)
        line = known.line
        worst = line.duty if line else None
        duty = next((held for held in known.duties if held.duty == duty_id), worst)
        if duty is None or duty.state is State.NOT_REQUIRED:
            self.panel.say_only(
                known.case.person.name, say_no_duty(known, self.desk.terms), person_id=person_id
            )
            self.panel.show_reach(known.case.person)
        else:
            self.panel.explain(known.case, duty, self.desk.rule(duty.duty), self.desk.day)
        rest = everything_else(known.duties, self.desk.rulebook, duty.duty if duty else "")
        self._rest.show_lines(rest)
        self._rest.setFixedHeight(max(1, len(rest)) * self._rest.sizeHintForRow(0) if rest else 0)
        self._rest_fold.setText(f"Everything else about them ({len(rest)})")
        self._rest_fold.setVisible(bool(rest))
        self._rest.setVisible(bool(rest) and self._rest_fold.isChecked())

    def _on_line_chosen(self) -> None:
        if not self.snooze.isHidden():
            self.snooze.hide()
        self._explain_chosen()

    def _on_activated(self, index: QModelIndex) -> None:
        chosen = self.list.chosen()
        if chosen is None:
            return
        if group_of_key(chosen.key):
            self._fold_chosen()
        else:
            self.person_opened.emit(chosen.about)

    def _on_clicked(self, index: QModelIndex) -> None:
        chosen = self.list.chosen()
        if chosen is not None and group_of_key(chosen.key):
            self._fold_chosen()

    def _fold_chosen(self) -> None:
        chosen = self.list.chosen()
        group = group_of_key(chosen.key) if chosen else None
        if group is not None:
            self._folded ^= {group}
            self._show_lines()

    def _on_rest_folded(self, opened: bool) -> None:
        self._rest.setVisible(opened)

    def _on_rest_chosen(self, index: QModelIndex) -> None:
        line = self._rest.chosen()
        if line is not None:
            self._explain_chosen(line.about)

    def _on_whose(self) -> None:
        self._worker_id = self._whose.currentData() or None
        self.refresh()

    def _on_snooze_asked(self, person_id: str, duty: str) -> None:
        self.snooze.show()
        self.snooze.start(person_id, duty)

    def _on_snooze(self, snooze: Snooze) -> None:
        from db.answering import snooze_duty

        try:
            row_id = self.desk.do(snooze_duty, snooze, self.desk.rulebook, about=snooze.person_id)
        except Refused as refused:
            self.snooze.show_problems(refused.problems)
            return
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))
            return
        self._close_snooze()
        until = f" until {show(snooze.until)}" if snooze.until else ""
        undo = partial(self._undo_snooze, snooze.person_id, row_id)
        self.offered.emit(f"Snoozed{until}. The duty itself is unchanged.", "Undo", undo)

    def _undo_snooze(self, person_id: str, row_id: str) -> None:
        from db.one_fact import AT_ONCE
        from db.trail import remove

        self.desk.do(remove, "snoozes", row_id, AT_ONCE, about=person_id)
        self.said.emit("The line is back.")

    def _close_snooze(self) -> None:
        self.snooze.hide()
        self.list.setFocus()
