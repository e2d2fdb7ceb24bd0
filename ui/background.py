"""How is long work kept off the screen's thread? One worker thread, answers handed back here."""

import gc
import threading
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class _Answers(QObject):
    """Lives on the screen's thread; what the worker emits arrives there in order."""

    step = Signal(object)
    done = Signal(object)
    failed = Signal(object)


class _Endings(QObject):
    """Fires once for every job, however it ended."""

    ended = Signal()


class _UnderWay(QObject):
    """Counts the jobs under way. A QObject, so that nothing on its way to it outlives it."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def begin(self) -> None:
        self.number += 1
        gc.disable()

    def end(self) -> None:
        self.number -= 1
        if not self.number:
            gc.enable()


class Job(QRunnable):
    """One piece of work: every value it yields is a step, then it is done or has failed."""

    def __init__(self, work: Callable[[], Iterable[Any]], stopping: threading.Event) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.answers = _Answers()
        self.endings = _Endings()
        self._work = work
        self._stopping = stopping
        self._given_up = False

    def give_up(self) -> None:
        """Take no more steps; those already on their way are not delivered either."""
        self._given_up = True
        self.answers.blockSignals(True)

    def run(self) -> None:
        try:
            for value in self._work():
                if self._given_up or self._stopping.is_set():
                    return
                self.answers.step.emit(value)
            self.answers.done.emit(None)
        except Exception as trouble:  # carried to the screen's thread, which decides what to say
            self.answers.failed.emit(trouble)
        finally:
            self.endings.ended.emit()


class Background:
    """The one worker thread. Work opens its own reading, touches no widget, gives frozen values.

    While work is under way Python's own collector rests: it runs on whichever thread happens to
    allocate, and on the worker it would take down Qt objects, which only the screen's thread may.
    """

    def __init__(self) -> None:
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._stopping = threading.Event()
        self._jobs: list[Job] = []
        self._under_way = _UnderWay()

    def run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Job:
        """Do it and hand its answer to `then`, on the screen's thread."""
        return self.run_in_steps(lambda: (work(),), then, failed)

    def run_in_steps(
        self,
        work: Callable[[], Iterable[Any]],
        each: Callable[[Any], None],
        failed: Callable[[Exception], None],
        then: Callable[[Any], None] | None = None,
    ) -> Job:
        """Hand each value the work yields to `each`, on the screen's thread."""
        job = Job(work, self._stopping)
        job.answers.step.connect(each)
        job.answers.failed.connect(failed)
        if then is not None:
            job.answers.done.connect(then)
        job.endings.ended.connect(self._under_way.end)
        # Held for a while after it ended: an answer on its way needs its sender alive.
        self._jobs = [*self._jobs[-8:], job]
        if not self._stopping.is_set():
            self._under_way.begin()
            self._pool.start(job)
        return job

    def close(self) -> None:
        """Refuse new work and wait for what is under way to notice."""
        self._stopping.set()
        for job in self._jobs:
            job.give_up()
            job.endings.blockSignals(True)
        self._pool.waitForDone()
        self._under_way.number = 0
        gc.enable()
