"""How long until the window can be used, against its parts? Each start in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from carelink.errors import Problem, Refused
from ui.bench.stage import PASSPHRASE, Stage
from ui.bench.timing import Timed, told

EMPTY = "empty_window"
SQLALCHEMY = "import_sqlalchemy"
UNLOCK = "unlock"
USABLE = "window_usable"
READ = "roll_loaded"
LOADING = "hold_up_loading"
PEOPLE = "hold_up_people"
TEAM = "hold_up_team"
BOARD = "hold_up_board"
MY_WEEK = "hold_up_my_week"
TEAM_FOLLOWED = "team_followed"
DRESSED = "window_dressed"
OPENED = "window_opened"
FILE = "file_shown"
MEMORY = "memory"
_TOP = Path(__file__).resolve().parent.parent.parent


class Started(NamedTuple):
    """One start: seconds until it said it was usable, and what it said after that."""

    usable: float
    said: str


def start_windows(stage: Stage, times: int) -> list[Timed]:
    """The parts and the whole, taking turns so that a busy moment strikes all of them alike."""
    took: dict[str, list[float]] = {}

    def note(what: str, value: float) -> None:
        took.setdefault(what, []).append(value)

    for kind in ("empty", "window"):
        _start(kind, stage)  # what is read from the disk and compiled once is done with now
    for _ in range(times):
        note(EMPTY, _start("empty", stage).usable)
        note(SQLALCHEMY, float(_start("sqlalchemy", stage).said))
        note(UNLOCK, float(_start("unlock", stage).said))
        window = _start("window", stage)
        found: Mapping[str, float] = json.loads(window.said)
        note(USABLE, window.usable)
        for what, name in _FOUND.items():
            note(what, found[name])
    units = {MEMORY: "MiB"}
    return [told(what, stage.people, took[what], units.get(what, "s")) for what in took]


_FOUND = {
    DRESSED: "dressed",
    OPENED: "opened",
    READ: "read",
    LOADING: "loading",
    PEOPLE: "people",
    TEAM: "team",
    BOARD: "board",
    MY_WEEK: "my_week",
    TEAM_FOLLOWED: "team_followed",
    FILE: "file",
    MEMORY: "memory",
}


def _start(kind: str, stage: Stage) -> Started:
    words = [sys.executable, "-m", "ui.bench.probe", kind, str(stage.store), str(stage.day)]
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", CARELINK_PASSPHRASE=PASSPHRASE)
    # An installed program starts from compiled files; without them it would compile every time.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = perf_counter()
    with subprocess.Popen(
        words, cwd=_TOP, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline().strip()
        usable = perf_counter() - begun
        rest = process.stdout.read().strip()
    if process.returncode:
        raise Refused(Problem("bench", f"The start of {kind} to be measured did not succeed."))
    return Started(usable, rest or first)
