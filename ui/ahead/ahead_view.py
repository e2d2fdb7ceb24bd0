"""Ahead: what is to come, worked out from what is on record, each with what it rests on."""

from datetime import date

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from carelink.errors import StoreTrouble
from ui.ahead.christmas_pane import ChristmasPane
from ui.ahead.forecast_pane import ForecastPane
from ui.ahead.homes_pane import HomesPane
from ui.ahead.journeys_pane import JourneysPane
from ui.ahead.pane import AheadPane
from ui.ahead.taken import Taken, take, take_all
from ui.background import Background, Job
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.look.tokens import SPACE_8, SPACE_16
from ui.page import Page
from ui.side_by_side import SideBySide

_PANES = (ChristmasPane, ForecastPane, HomesPane, JourneysPane)


class AheadView(Page):
    """Everybody is taken once a day, off the screen's thread; whoever changes is taken anew."""

    title = "Ahead"

    def __init__(
        self,
        desk: Desk,
        signals: DeskSignals,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, signals, parent)
        self._background = background
        self._job: Job | None = None
        self._taken: dict[str, Taken] = {}
        self._everyone: list[str] = []
        self._begun_on: date | None = None
        self._whole_on: date | None = None
        self._changed: set[str] = set()
        self.panes: tuple[AheadPane, ...] = tuple(pane(desk, background) for pane in _PANES)
        self._buttons = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._lay_out()
        for pane in self.panes:
            pane.person_opened.connect(self.person_opened)
            pane.said.connect(self.said)
            pane.sum_said.connect(self._on_sum)
        self._buttons.idClicked.connect(self._on_pane)
        self.setFocusProxy(self._buttons.button(0))

    @property
    def whole(self) -> bool:
        """Whether everybody has been taken for the desk's day."""
        return self._whole_on == self.desk.day

    @property
    def pane(self) -> AheadPane:
        """The one that is shown."""
        return self.panes[self._stack.currentIndex()]

    def show_pane(self, word: str) -> None:
        """Turn to the pane with this word on its button."""
        at = next(at for at, pane in enumerate(self.panes) if pane.word == word)
        self._buttons.button(at).click()

    def refresh(self) -> None:
        if self.desk.still_reading:
            self.sum_said.emit(f"Waiting: {self.desk.still_reading}")
        elif not self.whole:
            if self._job is None:
                self._start()
        else:
            for person_id in self._changed:
                self._taken[person_id] = take(
                    self.desk.case(person_id), self.desk.rulebook, self.desk.day
                )
            self._changed.clear()
            self.pane.show_taken(self._taken)

    def step_back(self) -> bool:
        if self._job is None:
            return False
        self._job.give_up()
        self._job = None
        self._stale = True
        self.sum_said.emit("Stopped. Open Ahead again to go on.")
        return True

    def _start(self) -> None:
        self._taken, self._begun_on = {}, self.desk.day
        self._changed.clear()
        self._everyone = [person.person_id for person in self.desk.people()]
        self._on_some({})
        self._job = self._background.run_in_steps(
            lambda: take_all(self.desk, self._everyone),
            self._on_some,
            self._on_trouble,
            self._on_done,
        )

    def _on_some(self, taken: dict[str, Taken]) -> None:
        self._taken |= taken
        self.sum_said.emit(f"Looking ahead: {len(self._taken):,} of {len(self._everyone):,}")

    def _on_done(self, nothing: object) -> None:
        self._job = None
        self._whole_on = self._begun_on
        self._mark_stale()

    def _on_case_changed(self, person_id: str) -> None:
        if person_id:
            self._changed.add(person_id)
        super()._on_case_changed(person_id)

    def _on_pane(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        if self.whole:
            self.refresh()

    def _on_sum(self, says: str) -> None:
        if self.sender() is self.pane:
            self.sum_said.emit(says)

    def _on_trouble(self, trouble: Exception) -> None:
        self._job = None
        if not isinstance(trouble, StoreTrouble):
            raise trouble
        self.sum_said.emit(str(trouble))

    def _lay_out(self) -> None:
        buttons = []
        for at, pane in enumerate(self.panes):
            button = QPushButton(pane.word)
            button.setObjectName("option")
            button.setCheckable(True)
            button.setChecked(at == 0)
            self._buttons.addButton(button, at)
            self._stack.addWidget(pane)
            buttons.append(button)
        widths = [button.sizeHint().width() + SPACE_16 for button in buttons]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        top.addWidget(SideBySide(buttons, widths, gap=SPACE_8, fill=False))
        column.addLayout(top)
        column.addWidget(self._stack, 1)
