"""How do the screens hear that a case or the day has changed? The desk's thin Qt coat."""

from PySide6.QtCore import QObject, QTimer, Signal

from ui.desk import Desk

_A_MINUTE = 60_000


class DeskSignals(QObject):
    """`case_changed` fires after a gesture about a person, with "" after one about the team.

    `day_changed` fires when a day begins, `roll_read` whenever more of
    the roll has been read.
    """

    case_changed = Signal(str)
    day_changed = Signal()
    roll_read = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.on_change(self._say_changed)
        self._clock = QTimer(self)
        self._clock.setInterval(_A_MINUTE)
        self._clock.timeout.connect(self.look_at_the_day)
        self._clock.start()

    def look_at_the_day(self) -> None:
        """Called each minute and when the window comes forward: a laptop sleeps."""
        if self._desk.turn_day():
            self.day_changed.emit()

    def _say_changed(self, person_id: str) -> None:
        self.case_changed.emit(person_id)
