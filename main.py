"""Starts CareLink: the one place that knows what time it is and which face is asked for."""

import gc
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path


def now() -> datetime:
    """The present instant, UTC: the only clock in the program."""
    return datetime.now(UTC)


def open_window(store: Path, user: str, demo: bool) -> int:
    """Open the desktop program; imported here so that the command line never loads Qt."""
    from ui.app import run_app

    return run_app(store, user, clock=now, demo=demo)


def let_facts_rest() -> None:
    """Keep the collector of cycles from walking every fact again and again.

    A roll is hundreds of thousands of tuples that form no cycles; without this the collector
    takes longer than working out every duty.
    """
    gc.set_threshold(100_000, 50, 100)


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line, or the window where no command is given; returns the exit code."""
    from ui.commands import run

    let_facts_rest()
    return run(list(sys.argv[1:] if words is None else words), now, open_window)


if __name__ == "__main__":
    sys.exit(main())
