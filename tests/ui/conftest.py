"""A desk on a real store and, for those who ask, the whole window on it."""

import pytest

from tests.desks import made_desk


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture(scope="session")
def dressed(qapp):
    """The application in our look, put on once: each change restyles every widget there is."""
    from ui.look.dress import load_fonts, wear

    load_fonts(qapp)
    wear(qapp, "light")
    return qapp


@pytest.fixture
def window(desk, qtbot, tmp_path, dressed):
    """The frame with everything read, as a team manager sees it."""
    from ui.background import Background
    from ui.settings import Settings
    from ui.window import Window

    background = Background()
    made = Window(desk, background, Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    yield made
    background.close()
