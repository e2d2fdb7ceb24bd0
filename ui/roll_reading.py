"""How does a large roll come to the desk without holding up the screen? In slices, ours first.

Rows are read on the worker thread, a few hundred people at a time; what follows from them is
worked out on the screen's own thread in slices of a fixed length between its other work. Working
it out on the worker too was slower and made the screen wait up to 0.4 s at 3,000 people: two
threads of Python only take turns.
"""

import gc
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from carelink.case import CaseFile
from carelink.errors import StoreTrouble
from carelink.facts import Person, Worker
from ui.background import Background, Job
from ui.desk import Desk
from ui.desk_signals import DeskSignals

_FIRST_READ, _READ_AT_ONCE = 50, 250
_SLICE_SECONDS = 0.02
# The lists are shown anew this often while the roll is being read, not at every slice.
_SHOW_SECONDS = 1.0


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
        self._waiting: list[str] = []
        self._read: list[CaseFile] = []
        self._many = _FIRST_READ
        self._shown_at = 0.0
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._work_slice)
        signals.day_changed.connect(self.start)

    def start(self) -> None:
        """Read whoever is not on the desk for its day, whatever was under way before."""
        self.stop()
        self._read = []
        self._job = self._background.run(self._desk.names, self._on_names, self._on_trouble)

    def stop(self) -> None:
        """Take no more; what has been worked out stays on the desk."""
        self._slices.stop()
        if self._job is not None:
            self._job.give_up()
            self._job = None

    def _on_names(self, names: tuple[dict[str, Person], dict[str, Worker]]) -> None:
        self._desk.take_names(names)
        self._waiting = self._desk.unread()
        self._many = _FIRST_READ
        self._signals.roll_read.emit()
        self._read_on()

    def _read_on(self) -> None:
        # What is on the desk stays there: set apart from what Python's collector walks through,
        # which with a whole roll on the desk would hold up the screen for 0.2 s now and then.
        gc.freeze()
        some, self._waiting = self._waiting[: self._many], self._waiting[self._many :]
        self._many = _READ_AT_ONCE
        if some:
            self._job = self._background.run(
                lambda: self._desk.read(some), self._on_read, self._on_trouble
            )
        else:
            self._signals.roll_read.emit()
            self.finished.emit()

    def _on_read(self, cases: list[CaseFile]) -> None:
        self._read = cases[::-1]
        self._slices.start()

    def _work_slice(self) -> None:
        ends = perf_counter() + _SLICE_SECONDS
        while self._read and perf_counter() < ends:
            self._desk.take([self._desk.hold(self._read.pop())])
        if not self._read:
            self._slices.stop()
            self._read_on()
        if not self._shown_at or (self._waiting and ends - self._shown_at > _SHOW_SECONDS):
            self._shown_at = ends
            self._signals.roll_read.emit()

    def _on_trouble(self, trouble: Exception) -> None:
        self.stop()
        if not isinstance(trouble, StoreTrouble):
            raise trouble
        self.troubled.emit(str(trouble))
