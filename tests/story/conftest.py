"""A whole team in order but for two visits, on a real store, in the real window."""

import json

import pytest

from tests.desks import TODAY, made_desk
from tests.stores import PASSPHRASE, USER, clock_at
from tests.teams import a_team


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, facts=a_team())
    yield made
    made.store.close()


@pytest.fixture
def window(desk, qtbot, tmp_path):
    """The window as a team manager has it, the keyboard on My week."""
    from PySide6.QtWidgets import QApplication

    from ui.background import Background
    from ui.settings import Settings
    from ui.window import Window

    background = Background()
    made = Window(desk, background, Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield made
    background.close()


@pytest.fixture
def duties_command(tmp_path, capsys, monkeypatch):
    """The rows of `carelink duties` for the same store, by person and duty."""
    from ui.commands import run

    monkeypatch.setenv("CARELINK_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("CARELINK_USER", USER)

    def rows():
        words = ["duties", "--store", str(tmp_path / "carelink.store"), "--format", "json"]
        capsys.readouterr()
        assert run(words, clock_at(TODAY), lambda *_: 1) == 0
        return {(row["person_id"], row["duty"]): row for row in json.loads(capsys.readouterr().out)}

    return rows


@pytest.fixture
def trail(desk):
    """What the trail holds: who did what to which row, in order."""
    from sqlalchemy import select

    from db.tables import TRAIL

    def rows():
        with desk.store.reading() as connection:
            return [
                (row.who, row.action, row.kind, row.object_id)
                for row in connection.execute(select(TRAIL).order_by(TRAIL.c.seq))
            ]

    return rows
