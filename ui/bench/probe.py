"""One start of a window or of a part of it, in a process of its own: `python -m ui.bench.probe`.

Says "usable" on standard output when it is, and for the window then one line of JSON. What only
the whole window needs is imported where it is used: the empty window must start with nothing else.
"""

import json
import os
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

if TYPE_CHECKING:
    from ui.window import Window

PLACES = ("people", "team", "board", "my_week")
_BEAT_MS = 2
# Seconds.
_PATIENCE = 120
_FILES = 25
_NOTES = 10
_REST = 0.5


class Painted(QObject):
    """Whether a window has been painted since this began to watch it; asks it to be."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._yes = False
        window.installEventFilter(self)
        window.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._yes = self._yes or event.type() == QEvent.Type.Paint
        return False

    def yes(self) -> bool:
        return self._yes


class Pulse(QObject):
    """Beats every two milliseconds on the screen's thread; the longest pause is what it missed."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._last = perf_counter()
        self._timer.start()

    def take(self) -> float:
        """The longest pause since it was last asked, in seconds."""
        longest, self.longest = self.longest, 0.0
        return longest

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last - _BEAT_MS / 1000)
        self._last = now


def empty_window() -> None:
    """A PySide6 window with nothing in it."""
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    window = QMainWindow()
    window.show()
    _until(Painted(window).yes)
    _say("usable")


def part(name: str, store: str, day: str) -> None:
    """The seconds that the import of SQLAlchemy, or the unlock, takes."""
    from ui.bench.stage import USER, clock_at

    if name == "sqlalchemy":
        begun = perf_counter()
        import_module("sqlalchemy")
    else:
        open_store = import_module("db.store").open_store
        begun = perf_counter()
        open_store(
            Path(store),
            user=USER,
            passphrase=os.environ["CARELINK_PASSPHRASE"],
            clock=clock_at(date.fromisoformat(day)),
        )
    _say(str(perf_counter() - begun))


def whole_window(store: str, day: str) -> None:
    """CareLink itself: unlocked, shown, the roll read, each place visited once."""
    begun = perf_counter()
    from ui.app import Program, make_app
    from ui.bench.stage import USER, clock_at
    from ui.settings import Settings

    settings = Settings(str(Path(store).with_suffix(".ini")))
    app = make_app(settings)
    program = Program(app, settings, Path(store), USER, clock_at(date.fromisoformat(day)))
    program.start()
    found = {"dressed": perf_counter() - begun}
    program.unlock.asked.emit(os.environ["CARELINK_PASSPHRASE"])
    _until(lambda: program.window is not None)
    found["opened"] = perf_counter() - begun
    window = program.window
    assert window is not None
    _until(Painted(window).yes)
    _say("usable")
    begun = perf_counter()
    pulse = Pulse()
    pulse.start()
    _until(lambda: len(set(window.desk.counted())) == 1)
    found["read"] = perf_counter() - begun
    _rest()
    found["loading"] = pulse.take()
    for place in PLACES:
        window.go_to(place)
        _rest()
        found[place] = pulse.take()
    found["team_followed"] = _team_followed(window)
    found["file"] = _files_opened(window)
    found["memory"] = _peak_mib()
    program.close()
    _say(json.dumps(found))


def _team_followed(window: "Window") -> float:
    """The median of the seconds from a note recorded to seeing the team, in view, follow it."""
    from carelink.facts import Contact
    from db.recording import Note, record_note

    desk = window.desk
    window.go_to("team")
    _rest()
    people = [line.person_id for line in desk.week().lines]
    took = []
    for person_id in people[:: max(1, len(people) // _NOTES)][:_NOTES]:
        contact = Contact("", person_id, desk.user.worker_id, desk.day, "seen", "worker")
        begun = perf_counter()
        desk.do(record_note, Note(contact), about=person_id)
        _until(Painted(window.page("team")).yes)
        took.append(perf_counter() - begun)
    return median(took) if took else 0.0


def _files_opened(window: "Window") -> float:
    """The median of the seconds from asking for a file to seeing it, each file another's."""
    people = [person.person_id for person in window.desk.people()]
    took = []
    for person_id in people[:: max(1, len(people) // _FILES)][:_FILES]:
        begun = perf_counter()
        window.open_person(person_id)
        _until(Painted(window.page("young_person")).yes)
        took.append(perf_counter() - begun)
    return median(took)


def _until(so: Callable[[], bool]) -> None:
    """Let the screen's thread work, and sleep when it has nothing to do, until it is so."""
    loop, looks = QEventLoop(), QTimer()
    give_up = perf_counter() + _PATIENCE

    def look() -> None:
        if so() or perf_counter() > give_up:
            loop.quit()

    looks.setTimerType(Qt.TimerType.PreciseTimer)
    looks.timeout.connect(look)
    looks.start(_BEAT_MS)
    loop.exec()
    if not so():
        raise TimeoutError("the window did not come to rest")


def _rest() -> None:
    """Let everything that was asked for happen."""
    until = perf_counter() + _REST
    _until(lambda: perf_counter() > until)


def _peak_mib() -> float:
    """The most memory this process has held, itself alone."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) / 1024
    memory = import_module("psutil").Process().memory_info()
    return float(getattr(memory, "peak_wset", memory.rss)) / 1024 / 1024


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    kind, held, when = sys.argv[1:4]
    if kind == "empty":
        empty_window()
    elif kind == "window":
        whole_window(held, when)
    else:
        part(kind, held, when)
