import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.desks import AMAL, made_desk
from tests.stores import PASSPHRASE, USER, clock_at


@pytest.fixture
def program(tmp_path, qapp, qtbot):
    from ui.app import Program
    from ui.settings import Settings

    desk = made_desk(tmp_path)
    store, day = desk.store.path, desk.day
    desk.store.close()
    made = Program(qapp, Settings(str(tmp_path / "own.ini")), store, USER, clock_at(day))
    qtbot.addWidget(made.unlock)
    made.start()
    yield made
    made.close()


def unlock(program, qtbot, passphrase):
    program.unlock.passphrase.set_value(passphrase)
    qtbot.keyClick(program.unlock.passphrase.input, Qt.Key.Key_Return)


def opened(program, qtbot):
    unlock(program, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not program.window.desk.still_reading)
    return program.window


def test_the_passphrase_opens_the_window_and_stays_nowhere(program, qtbot):
    window = opened(program, qtbot)
    assert window.isVisible()
    assert not program.unlock.isVisible()
    assert program.unlock.passphrase.value() == ""
    assert window.page("my_week").list.lines.rowCount() > 0


def test_a_wrong_passphrase_is_one_sentence_beside_the_field_and_can_be_mended(program, qtbot):
    unlock(program, qtbot, "not this one at all")
    qtbot.waitUntil(lambda: bool(program.unlock.passphrase.problem), timeout=20_000)
    assert program.window is None
    assert program.unlock.passphrase.problem.count(".") == 1
    assert program.unlock.passphrase.value() == "not this one at all"
    opened(program, qtbot)


def test_no_passphrase_asks_for_one(program, qtbot):
    unlock(program, qtbot, "")
    assert program.unlock.passphrase.problem == "Type your passphrase, or paste it."


def test_a_passphrase_can_be_pasted_and_shown(program, qtbot, qapp):
    qapp.clipboard().setText(PASSPHRASE)
    field = program.unlock.passphrase.input
    assert field.echoMode() == QLineEdit.EchoMode.Password
    field.paste()
    assert program.unlock.passphrase.value() == PASSPHRASE
    program.unlock._shown.click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    qapp.clipboard().clear()


def test_locking_puts_everything_away(program, qtbot):
    window = opened(program, qtbot)
    desk = window.desk
    window.open_person(AMAL)
    window.lock_asked.emit()
    assert program.window is None
    assert program.unlock.isVisible()
    assert desk.people() == []
    said = [label.text() for label in program.unlock.findChildren(QLabel)]
    assert not any("Amal" in text for text in said)
    opened(program, qtbot)


def test_what_is_being_typed_is_kept_as_a_draft_when_the_window_locks(program, qtbot):
    window = opened(program, qtbot)
    window.record_contact(AMAL)
    said = window.page("contact").pane.note.prompts["they_said"]
    said.set_value("College is going well")
    window.lock_asked.emit()
    again = opened(program, qtbot)
    qtbot.waitUntil(lambda: "left unfinished" in again.messages.text)


def test_a_store_that_has_gone_is_said_in_plain_words(program, qtbot):
    program._store.unlink()
    unlock(program, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(program.unlock.passphrase.problem), timeout=20_000)
    assert program._store.name in program.unlock.passphrase.problem
