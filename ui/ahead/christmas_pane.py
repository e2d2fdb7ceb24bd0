"""What will each duty's rate be at the present pace, and which visits keep it up?"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QPushButton, QWidget

from carelink.errors import Refused
from carelink.pace import (
    DUTIES,
    WEEKS_AHEAD,
    Outlook,
    notes_of,
    outlook_of,
    say_keeping,
    say_outlook,
    trend_of,
)
from carelink.pace.outlook import CALLED
from carelink.papers.ahead_paper import VISIT_HEADERS, christmas_paper, visit_rows
from ui.ahead.pane import AheadPane
from ui.ahead.tables import GivenTable
from ui.ahead.taken import MOST_AHEAD, Taken
from ui.background import Background, Job
from ui.chart_view import ChartView
from ui.desk import Desk
from ui.fields import DateField
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_16
from ui.number_fields import NumberField
from ui.papers import save_sheet
from ui.side_by_side import SideBySide

_TARGET = 90
_PAUSE_MS = 300
_FIELD = 260


class ChristmasPane(AheadPane):
    """The sentence first, then the weeks as a line, then the visits, then what it rests on."""

    word = "Christmas test"

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(desk, background, parent)
        self._taken: Mapping[str, Taken] = {}
        self._job: Job | None = None
        self.outlook: Outlook | None = None
        self.until = DateField("until", "Up to", lambda: desk.day, hint="")
        self.until.set_value(desk.day + timedelta(weeks=WEEKS_AHEAD))
        self.target = NumberField("target", "Target, per cent")
        self.target.set_value(_TARGET)
        self.duties = QButtonGroup(self)
        self.says = label("", "strong")
        self.keeps = label("")
        self.chart = ChartView(background)
        self.visits = GivenTable(
            "What keeps it up: each opens its person", VISIT_HEADERS, numbers=False
        )
        self.notes = label("", "small")
        self.paper = QPushButton("Save as a paper…")
        self.paper.setToolTip("All three duties, as PDF and as a page for any reader")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self._work_out)
        self.until.changed.connect(self._pause.start)
        self.target.changed.connect(self._pause.start)
        self.duties.idClicked.connect(self._on_duty)
        self.visits.person_opened.connect(self.person_opened)
        self.paper.clicked.connect(self._on_paper)

    def show_taken(self, taken: Mapping[str, Taken]) -> None:
        self._taken = taken
        self._work_out()

    def write_to(self, out: Path) -> None:
        """Save the paper: the PDF, and the page beside it."""
        asked = self._asked()
        if asked is None:
            return
        outlooks = [self._outlook(duty, *asked) for duty in DUTIES]
        try:
            files = save_sheet(christmas_paper(outlooks, self.desk.day), out)
        except Refused as refused:
            self.said.emit(str(refused))
            return
        names = " and ".join(path.name for path in files)
        self.said.emit(f"Saved {names} in {out.parent.name}. The store does not protect them.")

    def _asked(self) -> tuple[date, int] | None:
        """Up to which day and at which target, where both can be meant; else that is said."""
        day, until, target = self.desk.day, self.until.value(), self.target.value()
        right = until is not None and day < until <= day + MOST_AHEAD
        meant = target is not None and 1 <= target <= 100
        self.until.show_problem("" if right else "Give a day within the next 26 weeks.")
        self.target.show_problem("" if meant else "Give a number from 1 to 100.")
        if until is None or target is None or not (right and meant):
            return None
        return until, int(target)

    def _outlook(self, duty: str, until: date, target: int) -> Outlook:
        desk = self.desk
        absences = desk.of_the_team("absences")
        seats = [held.seat for held in self._taken.values()]
        return outlook_of(duty, seats, desk.workers(), absences, desk.day, until, target)

    def _work_out(self) -> None:
        asked = self._asked()
        if asked is None:
            return
        duty = DUTIES[self.duties.checkedId()]
        self.desk.of_the_team("absences")  # read on this thread, and at hand for the other
        if self._job is not None:
            self._job.give_up()
        self._job = self.background.run(
            lambda: self._outlook(duty, *asked), self._show, self.on_trouble
        )

    def _show(self, outlook: Outlook) -> None:
        self.outlook = outlook
        self.says.setText(say_outlook(outlook))
        self.keeps.setText(say_keeping(outlook))
        self.keeps.setVisible(bool(self.keeps.text()))
        self.chart.setVisible(any(outlook.projection.owed))
        self.chart.show_chart(trend_of(outlook))
        visits = outlook.keeping.visits
        self.visits.show_rows(visit_rows(outlook), [visit.person_id for visit in visits])
        self.visits.setVisible(bool(visits))
        self.notes.setText("\n".join(notes_of(outlook)))
        last = outlook.last
        self.say_sum(f"Today {outlook.today.said} · on the last day {last.said}")

    def _on_duty(self, at: int) -> None:
        self._work_out()

    def _on_paper(self) -> None:
        dialog = QFileDialog(self, "Save the paper")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF, with a web page beside it (*.pdf)")
        dialog.selectFile("what-is-to-come.pdf")
        dialog.fileSelected.connect(self._on_place)
        dialog.open()

    def _on_place(self, chosen: str) -> None:
        self.write_to(Path(chosen))

    def _lay_out(self) -> None:
        buttons = []
        for at, duty in enumerate(DUTIES):
            button = QPushButton(CALLED[duty][:1].upper() + CALLED[duty][1:])
            button.setObjectName("option")
            button.setCheckable(True)
            button.setChecked(at == 0)
            self.duties.addButton(button, at)
            buttons.append(button)
        widths = [button.sizeHint().width() + SPACE_16 for button in buttons]
        self.column.addWidget(SideBySide(buttons, widths, gap=SPACE_8, fill=False))
        self.column.addWidget(self.says)
        self.column.addWidget(self.keeps)
        for field in (self.until, self.target):
            field.setMinimumWidth(_FIELD)
        fields = SideBySide((self.until, self.target), _FIELD, fill=False)
        self.column.addWidget(fields)
        for part in (self.chart, self.visits, self.notes):
            self.column.addWidget(part)
        below = SideBySide((self.paper,), [self.paper.sizeHint().width()], fill=False)
        self.column.addWidget(below)
        self.column.addStretch(1)
        self.setFocusProxy(buttons[0])
