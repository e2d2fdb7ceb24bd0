"""One of several panes: the buttons take only the width they need, also when their words change."""

from PySide6.QtWidgets import QApplication, QWidget

from ui.one_of_several import OneOfSeveral


def rows(several):
    return len({button.y() for button in several.buttons})


def test_the_pane_whose_button_is_pressed_is_shown(qtbot):
    panes = [QWidget(), QWidget()]
    several = OneOfSeveral([("First", panes[0]), ("Second", panes[1])])
    qtbot.addWidget(several)
    several.show()
    assert (several.at, panes[0].isVisible(), several.buttons[0].isChecked()) == (0, True, True)
    with qtbot.waitSignal(several.turned) as turned:
        several.show_pane(1)
    assert turned.args == [1]
    assert (several.at, panes[1].isVisible(), panes[0].isVisible()) == (1, True, False)


def test_words_that_grow_move_a_button_below_and_none_covers_another(qtbot):
    several = OneOfSeveral([("First", QWidget()), ("Second", QWidget())])
    qtbot.addWidget(several)
    several.resize(several.sizeHint().width() + 16, 200)
    several.show()
    QApplication.processEvents()
    assert rows(several) == 1
    several.buttons[0].setText("First, and how many wait there (1,234)")
    several.buttons[1].setText("Second, and how many wait there (1,234)")
    qtbot.waitUntil(lambda: rows(several) == 2)
    first, second = several.buttons
    assert not first.geometry().intersects(second.geometry())
