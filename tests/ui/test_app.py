from pathlib import Path

import pytest

from tests.desks import TODAY
from tests.stores import clock_at
from ui.app import run_app


@pytest.fixture
def no_display(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


def test_without_a_display_one_line_says_so_and_nothing_is_opened(no_display, capsys, tmp_path):
    code = run_app(tmp_path / "S", "Sam", clock=clock_at(TODAY))
    said = capsys.readouterr()
    assert code == 1
    assert said.err.count("\n") == 1
    assert "no display" in said.err
    assert list(tmp_path.iterdir()) == []


def test_the_settings_are_kept_and_a_strange_one_counts_as_not_set(tmp_path):
    from ui.settings import Settings

    path = str(tmp_path / "own.ini")
    settings = Settings(path)
    assert (settings.scheme, settings.scale, settings.single_keys) == ("system", 100, True)
    settings.scheme, settings.scale, settings.single_keys = "dark", 150, False
    again = Settings(path)
    assert (again.scheme, again.scale, again.single_keys) == ("dark", 150, False)
    again.scheme, again.scale = "sepia", 9000
    assert (again.scheme, again.scale) == ("system", 100)
    again.scale = 125
    del settings, again
    assert "Amal" not in Path(path).read_text() if Path(path).exists() else True


def test_a_choice_of_settings_is_kept_as_it_is_made(window):
    window.go_to("settings")
    page = window.page("settings")
    page.scheme.button("dark").click()
    page.scale.button("150").click()
    page.keys.button("off").click()
    kept = page._settings
    assert (kept.scheme, kept.scale, kept.single_keys) == ("dark", 150, False)
    page.scheme.button("light").click()
    assert kept.scheme == "light"
