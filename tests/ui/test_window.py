import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.desks import AMAL, HANNA, made_desk
from ui.places import places_for
from ui.young_person.sections import SECTIONS

PLACES = ("my_week", "people", "team", "board", "ahead", "settings")
_FOCUSED = Qt.FocusPolicy.TabFocus


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def every_page(window):
    for place in PLACES:
        window.go_to(place)
        yield place
    window.open_person(AMAL)
    yield "young_person"
    window.record_contact(AMAL)
    yield "contact"


def test_a_manager_sees_team_and_board_and_an_adviser_does_not():
    for_a_manager = [place.word for place in places_for("team_manager")]
    for_an_adviser = [place.word for place in places_for("personal_adviser")]
    assert for_a_manager[:4] == ["My week", "People", "Team", "Board"]
    assert for_an_adviser[:2] == ["My week", "People"]
    assert not {"Team", "Board"} & set(for_an_adviser)


def test_whoever_answers_the_telephone_opens_at_the_duty_desk_and_who_works_with_nobody_has_none():
    at_the_desk = [place.place_id for place in places_for("duty")]
    assert at_the_desk[:2] == ["duty_desk", "my_week"]
    assert at_the_desk.count("duty_desk") == 1
    for role in ("analyst", "board_viewer"):
        assert "duty_desk" not in [place.place_id for place in places_for(role)]


def test_every_page_can_be_reached_and_its_title_stands(window):
    for place in every_page(window):
        page = window.page(place)
        assert window.place == place
        assert page.isVisible()
        assert window._title.text() == page.title != ""


def test_the_title_of_the_window_never_holds_a_name(window):
    for _ in every_page(window):
        assert window.windowTitle() == "CareLink"


def test_everything_that_takes_the_keyboard_has_a_name(window, qtbot):
    nameless = []
    for place in every_page(window):
        qtbot.waitUntil(window.page(place).isVisible)
        for widget in window.findChildren(QWidget):
            if not widget.isVisible() or not widget.focusPolicy() & _FOCUSED:
                continue
            if widget.focusProxy() or widget.objectName() == "qt_spinbox_lineedit":
                continue
            spoken = QAccessible.queryAccessibleInterface(widget)
            name = widget.accessibleName() or (spoken.text(QAccessible.Text.Name) if spoken else "")
            if not name:
                nameless.append((place, type(widget).__name__, widget.objectName()))
    assert nameless == []


def test_no_label_reads_markup(window):
    for _ in every_page(window):
        for label in window.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


def test_every_button_is_large_enough_to_hit(window, qtbot):
    small = []
    for place in every_page(window):
        for button in window.page(place).findChildren(QAbstractButton):
            if button.isVisible() and min(button.width(), button.height()) < 24:
                small.append((place, button.text(), button.width(), button.height()))
    assert small == []


@pytest.mark.parametrize(("key", "place"), [("1", "my_week"), ("2", "people"), ("3", "team")])
def test_ctrl_and_a_number_go_to_a_place(window, qtbot, key, place):
    press(qtbot, window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    assert window.place == place


def test_n_records_about_the_chosen_one_and_esc_goes_back(window, qtbot):
    week = window.page("my_week")
    week.list.choose(HANNA)
    week.list.setFocus()
    press(qtbot, window, Qt.Key.Key_N)
    assert window.place == "contact"
    assert window.page("contact").person_in_view() == HANNA
    window.go_back()
    assert window.place == "my_week"


def test_n_is_a_letter_while_somebody_is_typing(window, qtbot):
    window.finder.ask()
    qtbot.keyClicks(window.finder, "n")
    assert window.place == "my_week"
    assert window.finder.text() == "n"


def test_the_single_letter_keys_can_be_switched_off(desk, qtbot, tmp_path):
    from ui.background import Background
    from ui.settings import Settings
    from ui.window import Window

    settings = Settings(str(tmp_path / "own.ini"))
    settings.single_keys = False
    background = Background()
    window = Window(desk, background, settings)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    press(qtbot, window, Qt.Key.Key_N)
    assert window.place == "my_week"
    background.close()


def test_ctrl_k_finds_anyone_by_two_letters_and_enter_opens(window, qtbot):
    press(qtbot, window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.finder.hasFocus()
    qtbot.keyClicks(window.finder, "am")
    assert window.finder.found()[0].key == AMAL
    qtbot.keyClick(window.finder, Qt.Key.Key_Return)
    assert window.place == "young_person"


def test_ctrl_k_finds_any_action(window, qtbot):
    window.finder.ask()
    qtbot.keyClicks(window.finder, "sett")
    qtbot.keyClick(window.finder, Qt.Key.Key_Return)
    assert window.place == "settings"
    assert window.finder.text() == ""


def test_f9_blanks_the_window_and_brings_it_back(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F9)
    assert in_sight(window) == ["Press F9 to go on."]
    assert window.windowTitle() == "CareLink"
    press(qtbot, window, Qt.Key.Key_F9)
    assert window.page("my_week").isVisible()


def in_sight(window):
    """Every text that can be read on the window, whatever bears it."""
    QApplication.processEvents()
    said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    said += [b.text() for b in window.findChildren(QAbstractButton) if b.isVisible()]
    said += [f.text() for f in window.findChildren(QLineEdit) if f.isVisible()]
    return [text for text in said if text]


def test_hiding_takes_what_was_found_and_what_is_said_with_it(window, qtbot):
    window.messages.say("Amal Haddad is kept.")
    window.finder.ask()
    qtbot.keyClicks(window.finder, "am")
    assert window.finder._frame.isVisible()
    press(qtbot, window, Qt.Key.Key_F9)
    assert in_sight(window) == ["Press F9 to go on."]
    assert not window.finder._frame.isVisible()
    press(qtbot, window, Qt.Key.Key_F9)
    assert window.messages.text == "Amal Haddad is kept."


def test_while_hidden_no_key_reaches_what_is_behind(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F9)
    for key in (Qt.Key.Key_N, Qt.Key.Key_W, Qt.Key.Key_B, Qt.Key.Key_F1):
        press(qtbot, window, key)
    press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window, "amal")
    press(qtbot, window, Qt.Key.Key_F9)
    assert window.place == "my_week"
    assert window.finder.text() == ""


def test_esc_twice_hides_and_brings_back(window, qtbot):
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.curtain.is_down
    press(qtbot, window, Qt.Key.Key_Escape)
    assert in_sight(window) == ["Press F9 to go on."]
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.curtain.is_open


def test_one_esc_and_another_later_only_go_back(window, qtbot):
    press(qtbot, window, Qt.Key.Key_Escape)
    window._escaped.stop()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.curtain.is_open


def test_what_is_being_typed_is_kept_when_it_is_hidden_and_is_there_after(window, qtbot):
    window.record_contact(AMAL)
    said = window.page("contact").pane.note.prompts["they_said"]
    said.input.setFocus()
    qtbot.keyClicks(said.input, "half a sent")
    press(qtbot, window, Qt.Key.Key_F9)
    (draft,) = window.desk.drafts()
    assert "half a sent" in str(draft.content)
    press(qtbot, window, Qt.Key.Key_F9)
    assert said.value() == "half a sent"
    assert said.input.hasFocus()


def test_locking_while_hidden_keeps_what_was_typed(window, qtbot):
    window.record_contact(AMAL)
    said = window.page("contact").pane.note.prompts["they_said"]
    qtbot.keyClicks(said.input, "half a sent")
    press(qtbot, window, Qt.Key.Key_F9)
    with qtbot.waitSignal(window.lock_asked):
        press(qtbot, window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window.leave()
    assert "half a sent" in str(window.desk.drafts()[0].content)


def test_ctrl_l_asks_to_lock(window, qtbot):
    with qtbot.waitSignal(window.lock_asked):
        press(qtbot, window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("place", [*PLACES, "young_person", "contact"])
def test_at_200_per_cent_on_a_small_screen_nothing_is_lost(window, qtbot, place):
    window.resize(683, 384)
    if place == "young_person":
        window.open_person(AMAL)
    elif place == "contact":
        window.record_contact(AMAL)
    else:
        window.go_to(place)
    for _ in range(6):
        QApplication.processEvents()
    assert (window.width(), window.height()) == (683, 384)
    lost = []
    for kind in (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit):
        for widget in window.findChildren(kind):
            if not widget.isVisible():
                continue
            squeezed = widget.height() < widget.minimumSizeHint().height()
            if squeezed or not _reachable(widget):
                lost.append((type(widget).__name__, widget.accessibleName(), widget.height()))
    assert lost == []


def test_on_a_small_screen_the_panel_takes_the_lists_place_and_gives_it_back(window, qtbot):
    window.resize(683, 384)
    week = window.page("my_week")
    week.list.choose_first()
    week.list.setFocus()
    assert not week.panel.isVisible()
    press(qtbot, window, Qt.Key.Key_W)
    assert week.panel.isVisible()
    assert not week.list.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert week.list.isVisible()


class _Windows(QObject):
    """Notes what opens as a window of its own."""

    def __init__(self, but):
        super().__init__()
        self.but = but
        self.opened = []

    def eventFilter(self, watched, event):
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and watched is not self.but:
            self.opened.append(watched)
        return False


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_no_part_of_a_page_opens_as_a_window_and_takes_the_keyboard_away(window, qapp, size):
    window.resize(*size)
    seen = _Windows(window)
    qapp.installEventFilter(seen)
    for place in every_page(window):
        if place == "young_person":
            for name, _ in SECTIONS:
                window.page(place).show_section(name)
                QApplication.processEvents()
        QApplication.processEvents()
        assert seen.opened == [], place
        assert window.isAncestorOf(QApplication.focusWidget()), place
    qapp.removeEventFilter(seen)


def test_an_unfinished_note_is_offered_after_unlocking(window, qtbot, desk):
    from db.drafts import Draft, keep_draft

    window.offer_drafts()
    assert window.messages.text == ""
    desk.do(keep_draft, Draft("D1", "contact", HANNA, {"they_said": "The flat is good"}))
    window.offer_drafts()
    assert window.messages.text == "A note was left unfinished."
    window.messages.act()
    assert window.place == "contact"
    answers = window.page("contact").pane.note.answers()
    assert (answers.person_id, answers.they_said) == (HANNA, "The flat is good")


def test_an_unfinished_note_about_nobody_yet_is_opened_as_it_was(window, desk):
    from db.drafts import Draft, keep_draft

    assert window.page("my_week").person_in_view()
    desk.do(keep_draft, Draft("D1", "contact", "", {"they_said": "The flat is good"}))
    window.offer_drafts()
    window.messages.act()
    answers = window.page("contact").pane.note.answers()
    assert (answers.person_id, answers.they_said) == ("", "The flat is good")


def test_the_roll_is_read_while_the_window_stands(tmp_path, qtbot):
    from ui.background import Background
    from ui.desk import Desk
    from ui.settings import Settings
    from ui.window import Window

    made = made_desk(tmp_path)
    desk = Desk(made.store, made.rulebook, lambda: made.day)
    background = Background()
    window = Window(desk, background, Settings(str(tmp_path / "own.ini")))
    qtbot.addWidget(window)
    window.show()
    assert "reading the roll" in window._sum.text()
    with qtbot.waitSignal(window.reading.finished):
        window.reading.start()
    assert window._sum.text().startswith("3 = ")
    assert AMAL in {line.about for line in window.page("my_week").list.lines.rows()}
    background.close()
    made.store.close()


def _reachable(widget):
    """Inside the window, or inside something that scrolls to it."""
    from PySide6.QtWidgets import QAbstractScrollArea

    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    window = widget.window()
    corner = widget.mapTo(window, widget.rect().bottomRight())
    return window.rect().contains(corner)
