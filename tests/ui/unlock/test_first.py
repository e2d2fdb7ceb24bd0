import pytest
from PySide6.QtCore import Qt

from tests.stores import PASSPHRASE, USER, clock_at


@pytest.fixture
def program(tmp_path, qapp, qtbot, today):
    from ui.app import Program
    from ui.settings import Settings

    store = tmp_path / "new" / "carelink.db"
    made = Program(qapp, Settings(str(tmp_path / "own.ini")), store, USER, clock_at(today))
    qtbot.addWidget(made.unlock)
    made.start()
    qtbot.addWidget(made.first)
    yield made
    made.close()


def choose(program, qtbot, passphrase, again):
    program.first.passphrase.set_value(passphrase)
    program.first.again.set_value(again)
    qtbot.keyClick(program.first.again.input, Qt.Key.Key_Return)


def test_two_passphrases_that_differ_make_nothing(program, qtbot):
    choose(program, qtbot, PASSPHRASE, "something else")
    assert "not the same" in program.first.again.problem
    assert not program._store.exists()


def test_a_passphrase_too_short_is_refused_beside_the_field(program, qtbot):
    choose(program, qtbot, "short", "short")
    qtbot.waitUntil(lambda: bool(program.first.passphrase.problem), timeout=20_000)
    assert not program._store.exists()


def test_the_code_is_typed_back_before_the_window_opens(program, qtbot):
    choose(program, qtbot, PASSPHRASE, PASSPHRASE)
    first = program.first
    qtbot.waitUntil(lambda: bool(first.code.text()), timeout=20_000)
    first.typed.set_value("not the code")
    first.go_on.click()
    assert "not the code" in first.typed.problem
    assert program.window is None

    first.typed.set_value(first.code.text().replace("-", " ").lower())
    first.go_on.click()
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    assert program.window.isVisible()
    assert program.window.desk.people() == []
