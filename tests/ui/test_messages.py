import logging
import sys

import pytest

from ui.background import Background
from ui.messages import CrashNotice, MessageBar


def test_the_bar_says_one_thing_and_does_it_once(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    done = []
    bar.say("Snoozed.", "Undo", lambda: done.append("undone"))
    assert bar.text == "Snoozed."
    bar.act()
    bar.act()
    assert done == ["undone"]
    assert bar.text == ""


def test_a_plain_message_offers_nothing(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("Saved.")
    bar.act()
    assert bar.text == "Saved."
    bar.clear()
    assert bar.text == ""


def test_what_can_wait_is_said_when_what_stands_there_is_done_or_dismissed(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    done = []
    bar.say_after("At once.")
    assert bar.text == "At once."
    bar.say_after("Later.", "Do", lambda: done.append("later"))
    assert bar.text == "At once."
    bar.clear()
    assert bar.text == "Later."
    bar.act()
    assert (done, bar.text) == (["later"], "")
    bar.say("Saved.", "Undo", lambda: bar.say("Undone."))
    bar.say_after("Later still.")
    bar.act()
    assert bar.text == "Undone."
    bar.clear()
    assert bar.text == "Later still."


def test_a_fault_is_told_once_with_a_reference_and_nothing_said_of_anyone(
    qtbot, caplog, monkeypatch
):
    from PySide6.QtWidgets import QApplication, QMessageBox

    notice = CrashNotice()
    caplog.set_level(logging.ERROR, "carelink")
    try:
        raise ValueError("Amal Haddad was born on 3 May 2007")
    except ValueError:
        kind, fault, where = sys.exc_info()
    for _ in range(7):
        notice.on_fault(kind, fault, where)

    def boxes():
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]

    qtbot.waitUntil(lambda: len([box for box in boxes() if box.isVisible()]) == 1)
    (box,) = (box for box in boxes() if box.isVisible())
    assert "Everything you had saved is safe" in box.text()
    reference = box.text().rstrip(".").split()[-1]
    assert reference in caplog.text
    assert "ValueError" in caplog.text
    assert "Amal" not in caplog.text
    assert "2007" not in caplog.text
    box.done(0)
    qtbot.waitUntil(lambda: not any(box.isVisible() for box in boxes()))


@pytest.fixture
def background():
    made = Background()
    yield made
    made.close()


def test_work_hands_its_steps_and_its_end_to_the_screens_thread(qtbot, background):
    import threading

    heard = []
    here = threading.get_ident()
    seen_on = []

    def each(value):
        heard.append(value)
        seen_on.append(threading.get_ident())

    background.run_in_steps(
        lambda: iter([1, 2, 3]), each, heard.append, then=lambda _: heard.append("done")
    )
    qtbot.waitUntil(lambda: heard == [1, 2, 3, "done"])
    assert set(seen_on) == {here}


def test_trouble_in_the_work_is_handed_over_and_not_lost(qtbot, background):
    heard = []

    def work():
        raise OSError("the disk is full")

    background.run(work, heard.append, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert isinstance(heard[0], OSError)


def test_after_closing_nothing_new_is_begun(qtbot):
    background = Background()
    background.close()
    heard = []
    background.run(lambda: heard.append("ran"), heard.append, heard.append)
    assert heard == []


def test_what_the_computer_could_not_do_is_said_and_is_no_fault_of_ours(qtbot, caplog):
    from carelink.errors import StoreTrouble

    notice = CrashNotice()
    with qtbot.waitSignal(notice.troubled) as told, qtbot.assertNotEmitted(notice.met):
        notice.on_fault(StoreTrouble, StoreTrouble("The disk is full. Nothing was kept."), None)
    assert told.args == ["The disk is full. Nothing was kept."]
    assert caplog.text == ""
