"""What changed since the last pack? Who entered, left, moved or was put right, figure by figure."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from carelink.changes import Comparison, Kind
from carelink.changes.change import KIND_LABELS
from carelink.dates import show
from carelink.errors import Refused, StoreTrouble
from ui.background import Background, Job
from ui.comparing import HowFar, Since, compare
from ui.desk import Desk
from ui.fields import ChoiceField, DateField
from ui.labels import label
from ui.lines import LinesView
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.release.change_lines import (
    change_lines,
    key_of_change,
    say_kept,
    say_still,
    say_sum,
    say_whole,
)
from ui.side_by_side import SideBySide

_A_DAY = "a day"
_SHOW, _STOP = "Show what changed", "Stop"
_OLDER = "Something was recorded since this was worked out."
_NO_PACK = "No pack has been prepared here yet. Choose a day to compare with."


class ChangesPane(QWidget):
    """The comparison asked for. It is worked out when asked, and again only when asked again.

    `person_opened(person_id)` asks for somebody's page, `sum_said(text)` tells how it adds up.
    """

    person_opened = Signal(str)
    sum_said = Signal(str)

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._background = background
        self._job: Job | None = None
        self._folded: set[str] = set()
        self._packs: dict[str, Since] = {}
        self.comparison: Comparison | None = None
        self._older = False
        desk.on_change(self._grow_old)
        self.sum = ""
        self.since = ChoiceField("since", "Since", [])
        self.day = DateField("day", "Which day", lambda: desk.day, hint="")
        self.until = DateField("until", "Up to", lambda: desk.day, hint="")
        self.until.set_value(desk.day)
        self.button = QPushButton(_SHOW)
        self.button.setObjectName("main")
        self.kinds = ChoiceField(
            "kind",
            "Which changes",
            [("", "All"), *((str(kind), KIND_LABELS[kind]) for kind in Kind)],
            across=len(Kind) + 1,
        )
        self.kinds.set_value("")
        self.list = LinesView("What changed, figure by figure")
        self.whole = label("", "quiet")
        self.note = label("", "small")
        self.empty = label("", "quiet")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        """Offer the packs there are; the first time, set the last one beside today."""
        self._offer_packs()
        if self.comparison is None and self._job is None:
            if self._packs:
                self.ask()
            else:
                self._say(_NO_PACK)

    def ask(self) -> None:
        """Compare anew by what the fields say."""
        since, until = self._asked()
        if since is None or until is None:
            return
        self.stop()
        self.button.setText(_STOP)
        self._say("Comparing…")
        self._job = self._background.run_in_steps(
            lambda: compare(self.desk, since, until), self._take, self._on_trouble
        )

    @property
    def at_rest(self) -> bool:
        """Whether nothing is being compared."""
        return self._job is None

    def stop(self) -> None:
        """Give up what is being compared; what was found before stays."""
        if self._job is not None:
            self._job.give_up()
        self._at_rest()
        if self.comparison is not None:
            self._say_found(self.comparison)
        else:
            self._say("Stopped: nothing was compared.")

    def _at_rest(self) -> None:
        self._job = None
        self.button.setText(_SHOW)

    def _on_button(self) -> None:
        if self._job is None:
            self.ask()
        else:
            self.stop()

    def _asked(self) -> tuple[Since | None, date | None]:
        """The two ends asked for; None where one will not do, which is then said beside it."""
        since = self._packs.get(self.since.value())
        for field in (self.day, self.until):
            field.show_problem("")
        if since is None:
            day = self.day.value()
            if day is None or day > self.desk.day:
                self.day.show_problem("Give a day up to today, for example 31 3 2026.")
                return None, None
            since = Since(day)
        until = self.until.value()
        if until is None or until > self.desk.day or until < since.day:
            self.until.show_problem(f"Give a day from {show(since.day)} up to today.")
            return since, None
        return since, until

    def _take(self, found: HowFar | Comparison) -> None:
        if isinstance(found, HowFar):
            self._say(f"Comparing: {found.done:,} of {found.of:,}")
            return
        self._at_rest()
        self.comparison, self._older = found, False
        self._folded.clear()
        self._show()
        self.list.choose_first()
        # Whoever types a day meanwhile goes on typing; else the keyboard is with what was found.
        if self.isVisible() and not isinstance(self.focusWidget(), QLineEdit):
            (self.list if self.list.isVisible() else self.button).setFocus()

    def _show(self) -> None:
        found = self.comparison
        if found is None:
            return
        wanted = self.kinds.value()
        lines = change_lines(found, Kind(wanted) if wanted else None, self._folded)
        self.kinds.show()
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.whole.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        word = KIND_LABELS[Kind(wanted)].lower() if wanted else ""
        self.empty.setText(f"Nobody {word} between the two days." if word else say_still(found))
        notes = (say_kept(found), say_still(found) if lines else "")
        self.note.setText(" ".join(note for note in notes if note))
        self.note.setVisible(bool(self.note.text()))
        self._say_found(found)
        self._say_chosen()

    def _say_found(self, found: Comparison) -> None:
        self._say(f"{say_sum(found)} {_OLDER}" if self._older else say_sum(found))

    def _grow_old(self, person_id: str) -> None:
        """Something was recorded: what is shown stands as it was worked out, and says so."""
        if self.comparison is not None and not self._older:
            self._older = True
            self._say_found(self.comparison)

    def _say(self, says: str) -> None:
        self.sum = says
        self.sum_said.emit(says)
        if self.comparison is None:
            self.empty.setText(says)

    def step_back(self) -> bool:
        """Esc: from the fields back to the list."""
        if self.list.isVisible() and not self.list.hasFocus():
            self.list.setFocus()
            return True
        return False

    def person_in_view(self) -> str:
        """Whom the chosen line is about; empty for nobody."""
        line = self.list.chosen()
        return line.about if line else ""

    def _say_chosen(self) -> None:
        line = self.list.chosen()
        found = self.comparison.changes if self.comparison else ()
        chosen = [one for one in found if line and line.key == key_of_change(one)]
        heading = f"{line.title}." if line else ""
        self.whole.setText(say_whole(chosen[0]) if chosen else heading)

    def _offer_packs(self) -> None:
        """Newest first, then a day of one's own."""
        newest = sorted(
            self.desk.releases(), key=lambda one: (one.prepared_at, one.as_at), reverse=True
        )
        kept = {one.hash: one for one in newest}
        packs = {one.hash: Since(one.as_at, one.hash) for one in kept.values()}
        if packs.keys() == self._packs.keys() and self.since.value():
            return
        had = self.since.value()
        self._packs = packs
        said = [
            (one.hash, f"The pack of {show(one.as_at)}, prepared by {one.prepared_by}")
            for one in kept.values()
        ]
        self.since.set_options([*said, (_A_DAY, "Another day" if said else "A day")])
        stays = had in packs or (had == _A_DAY and not packs)
        self.since.set_value(had if stays else next(iter(packs), _A_DAY))
        self._on_since()

    def _on_since(self) -> None:
        self.day.setVisible(self.since.value() == _A_DAY)

    def _on_activated(self, index: QModelIndex) -> None:
        line = self.list.chosen()
        if line is None:
            return
        if line.state is None:
            self._fold(line.key)
        else:
            self.person_opened.emit(line.about)

    def _on_pressed(self) -> None:
        line = self.list.chosen()
        if line is not None and line.state is None:
            self._fold(line.key)

    def _on_kind(self) -> None:
        """Other lines: the keyboard is on the first of them, unless the one it was on is here."""
        self._show()
        line = self.list.chosen()
        if line is None or line.state is None:
            self.list.choose_first()

    def _fold(self, key: str) -> None:
        self._folded ^= {key}
        self._show()

    def _on_trouble(self, trouble: Exception) -> None:
        self._at_rest()
        if not isinstance(trouble, StoreTrouble | Refused):
            raise trouble
        self._say(str(trouble))

    def _connect(self) -> None:
        self.button.clicked.connect(self._on_button)
        self.since.changed.connect(self._on_since)
        self.kinds.changed.connect(self._on_kind)
        self.list.activated.connect(self._on_activated)
        self.list.clicked.connect(self._on_pressed)
        self.list.selectionModel().currentChanged.connect(self._say_chosen)
        fold = QShortcut(QKeySequence(Qt.Key.Key_Space), self.list)
        fold.setContext(Qt.ShortcutContext.WidgetShortcut)
        fold.activated.connect(self._on_pressed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(
            SideBySide((self.since, self.day, self.until), (340, 180, 180), fill=False)
        )
        column.addWidget(SideBySide((self.button,), 160, gap=SPACE_8, fill=False))
        column.addWidget(self.kinds)
        column.addWidget(self.note)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.whole)
        column.addStretch(0)
        for part in (self.kinds, self.note, self.list, self.whole):
            part.hide()
