"""Ahead: what is to come, worked out from what is on record, each with what it rests on."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

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
from ui.one_of_several import OneOfSeveral
from ui.page import Page

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
        self._several = OneOfSeveral([(pane.word, pane) for pane in self.panes])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._several)
        for pane in self.panes:
            pane.person_opened.connect(self.person_opened)
            pane.said.connect(self.said)
            pane.sum_said.connect(self._on_sum)
        self._several.turned.connect(self._on_turned)
        self.setFocusProxy(self._several.buttons[0])

    @property
    def whole(self) -> bool:
        """Whether everybody has been taken for the desk's day."""
        return self._whole_on == self.desk.day

    @property
    def pane(self) -> AheadPane:
        """The one that is shown."""
        return self.panes[self._several.at]

    def show_pane(self, word: str) -> None:
        """Turn to the pane with this word on its button."""
        at = next(at for at, pane in enumerate(self.panes) if pane.word == word)
        self._several.show_pane(at)

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

    def _on_turned(self) -> None:
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
