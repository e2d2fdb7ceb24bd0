"""The command line as a script meets it: words in; exit code, results and sentences out."""

from datetime import date
from typing import NamedTuple

import pytest

from tests.stores import PASSPHRASE, USER, clock_at, made_store
from ui.commands import run


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def say(capsys, monkeypatch, today):
    """Run the command line with these words, on the tests' day."""
    monkeypatch.setenv("CARELINK_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("CARELINK_USER", USER)

    def said(*words: object, day: date = today) -> Ended:
        def no_window(store, user, made_up):
            raise AssertionError("a command opened the window")

        code = run([str(word) for word in words], clock_at(day), no_window)
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return Ended(code, told.out, told.err)

    return said


@pytest.fixture
def path(tmp_path, today):
    """The path of an empty store, closed."""
    made_store(tmp_path, today, name="S").close()
    return tmp_path / "S"
