"""How does a large roll come to the desk without holding up the screen? In chunks, ours first."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from ui.background import Background, Job
from ui.desk import Desk, Known
from ui.desk_signals import DeskSignals

_CHUNK = 50
# Lists are shown anew this often while the roll is being read, not at every chunk.
_SHOW_EVERY_MS = 400


class RollReading(QObject):
    """`finished` fires when everybody is on the desk; `troubled(text)` if the store failed us."""

    finished = Signal()
    troubled = Signal(str)

    def __init__(self, desk: Desk, signals: DeskSignals, background: Background) -> None:
        super().__init__(signals)
        self._desk = desk
        self._signals = signals
        self._background = background
        self._job: Job | None = None
        self._shows = QTimer(self)
        self._shows.setInterval(_SHOW_EVERY_MS)
        self._shows.timeout.connect(signals.roll_read)
        signals.day_changed.connect(self.start)

    def start(self) -> None:
        """Read whoever is not on the desk for its day, whatever was under way before."""
        self.stop()
        self._shows.start()
        self._job = self._background.run_in_steps(
            self._chunks, self._desk.take, self._on_trouble, self._on_done
        )

    def stop(self) -> None:
        """Take no more; what has been read stays on the desk."""
        self._shows.stop()
        if self._job is not None:
            self._job.give_up()
            self._job = None

    def _chunks(self) -> Iterator[list[Known]]:
        waiting = self._desk.unread()
        for first in range(0, len(waiting), _CHUNK):
            yield self._desk.read(waiting[first : first + _CHUNK])

    def _on_done(self) -> None:
        self._shows.stop()
        self._signals.roll_read.emit()
        self.finished.emit()

    def _on_trouble(self, trouble: Exception) -> None:
        self._shows.stop()
        self.troubled.emit(str(trouble))
