"""The program's second face: the command line. The same verbs as the window; no Qt."""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from carelink import __version__
from ui.commands.asking import Program, path_of, store_option
from ui.commands.bench import bench
from ui.commands.board import board
from ui.commands.endings import DONE, end
from ui.commands.exchanging import export, import_
from ui.commands.forecasting import forecast
from ui.commands.keeping import check, demo, init
from ui.commands.lists import duties, status
from ui.commands.noting import note
from ui.commands.packs import pack
from ui.commands.papers import passport, plan_copy
from ui.commands.pictures import screenshots


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="CareLink")
@click.option("--demo", "made_up", is_flag=True, help="Open the window on a made-up caseload.")
@store_option
@click.pass_context
def carelink(context: click.Context, made_up: bool, store: str, user: str) -> int:
    """CareLink: leaving-care casework. With no command it opens the window."""
    if context.invoked_subcommand is not None:
        return DONE
    program: Program = context.obj
    return program.open_window(path_of(store), user, made_up)


for command in (
    init,
    demo,
    import_,
    export,
    status,
    duties,
    board,
    forecast,
    note,
    plan_copy,
    passport,
    pack,
    bench,
    check,
    screenshots,
):
    carelink.add_command(command)


def run(
    words: list[str],
    clock: Callable[[], datetime],
    open_window: Callable[[Path, str, bool], int],
) -> int:
    """Run one command; whatever goes wrong ends in plain sentences and an exit code."""
    _settle_streams()
    try:
        answer = carelink.main(
            words, prog_name="carelink", obj=Program(clock, open_window), standalone_mode=False
        )
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # the second is click's own way with the first
        _give_up_output()
        return DONE
    except (Exception, KeyboardInterrupt) as error:  # the last place before the user
        return end(error)
    return answer if isinstance(answer, int) else DONE


def _settle_streams() -> None:
    """Where results and sentences go: as UTF-8, and nowhere when the stream was closed on us."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(nowhere, "w", closefd=False))
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _give_up_output() -> None:
    """Nobody reads on: what is still to be written at the end must not fail there."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
