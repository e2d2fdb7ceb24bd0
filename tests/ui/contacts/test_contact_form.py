"""The note's form: problems beside their fields, the receipt, undo, and nobody mixed up."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from carelink.words import Rung
from tests.desks import AHMED, AMAL, HANNA, JAMIE
from tests.fingers import Fingers
from ui.contacts.answers import Answers
from ui.contacts.contact_form import ContactForm
from ui.desk_signals import DeskSignals
from ui.fields import DateField

CTRL = Qt.KeyboardModifier.ControlModifier


def begin(form, person_id=AMAL):
    """Ask about somebody, as the window does: the keyboard goes to the page."""
    form.start(person_id)
    form.setFocus()
    return form.pane.note


def contacts(desk, person_id=AMAL):
    return desk.case(person_id).contacts


def saved(form, note, rung=Rung.SEEN_AT_HOME):
    note.happened.rung.set_value(rung)
    form.save()


def test_saving_keeps_the_whole_note_under_its_three_headings(form, desk):
    note = begin(form)
    note.prompts["they_said"].set_value("The flat is good.")
    note.prompts["we_agreed"].set_value("I ring the bank.")
    note.happened.alone.set_value("yes")
    saved(form, note)
    kept = contacts(desk)[-1]
    assert kept.note == "What they said\nThe flat is good.\n\nWhat we agreed\nI ring the bank."
    assert (kept.on, kept.rung, kept.begun_by, kept.alone) == (
        desk.day,
        "seen_at_home",
        "worker",
        True,
    )
    assert str(kept.next_on) == "2027-01-18"


def test_the_receipt_says_what_was_answered_and_what_is_still_open(form, qtbot):
    note = begin(form)
    with qtbot.waitSignal(form.offered) as told:
        saved(form, note)
    says, word, _ = told.args
    assert word == "Undo"
    assert says.startswith("Saved. This answered: Second PA visit")
    assert "PA contact every eight weeks (was due 5 November 2026)" in says
    assert "Still open: Home checked for suitability (never, due 8 July 2025)" in says
    assert form.receipt.isVisible()
    assert form.receipt.heading.text() == "Saved: a contact with Amal Haddad"


def test_problems_stand_beside_their_fields_all_at_once_and_nothing_is_lost(form, desk):
    note = begin(form)
    note.prompts["i_saw"].set_value("A warm room.")
    note.happened.on.set_typed("+3")
    note.still.subjects["home"].set_value("changed")
    note.ends.worry.set_value("yes")
    before = note.answers()
    form.save()
    wrong = {field.name: field.problem for field in note.fields() if field.problem}
    assert wrong == {
        "rung": "Choose what happened.",
        "on": "The day of the contact must be today or in the past.",
        "home_since": "Give the day of the move.",
        "home_type": "Choose what kind of home it is.",
        "worry_text": "Say what the worry is; your manager reads it.",
    }
    assert QApplication.focusWidget() is note.happened.rung.button("seen_at_home")
    assert note.answers() == before
    assert len(contacts(desk)) == 1


def test_a_problem_goes_when_its_field_is_put_right(form):
    note = begin(form)
    form.save()
    assert note.happened.rung.problem
    note.happened.rung.set_value("spoke")
    assert not note.happened.rung.problem


def test_without_anybody_chosen_the_form_asks_whom(form):
    note = begin(form, "")
    form.save()
    assert note.who.problem == "Choose whom this is about."
    assert QApplication.focusWidget() is note.who.input


def test_what_the_store_refuses_is_shown_too(form, desk):
    note = begin(form)
    note.still.subjects["home"].set_value("changed")
    note.still.home_type.set_value("U")
    note.still.home_since.set_typed("1 7 25")
    saved(form, note)
    assert note.still.home_since.problem == "A home that began that day is recorded already."


def test_nothing_of_the_last_note_remains_in_the_form(form, desk):
    note = begin(form)
    for field in note.fields():
        if field.name in Answers._fields and isinstance(field, DateField):
            field.set_typed("-1")
    note.ends.next_on.set_typed("+9")
    note.ends.promise_by.set_typed("+9")
    note.ends.promise_2_by.set_typed("+9")
    for field in (*note.prompts.values(), note.ends.promise, note.ends.promise_2):
        field.set_value("words about Amal")
    for subject in note.still.subjects.values():
        subject.set_value("changed")
    note.still.home_type.set_value("U")
    note.still.activity_code.set_value("F4")
    note.ends.worry.set_value("yes")
    note.ends.worry_text.set_value("words about Amal")
    saved(form, note)
    assert form.receipt.isVisible()
    begin(form, HANNA)
    assert note.answers() == Answers(HANNA, on="24 November 2026", next_on="18 January 2027")
    assert note.still.new_home.isHidden()
    assert note.ends.worry_text.isHidden()


def test_undo_takes_the_note_back_and_gives_back_what_was_typed(form, desk):
    note = begin(form)
    note.prompts["they_said"].set_value("The flat is good.")
    note.still.subjects["home"].set_value("changed")
    note.still.home_type.set_value("X")
    note.still.home_since.set_typed("-2")
    before = desk.case(AMAL)
    states = [duty[:5] for duty in desk.duties(AMAL)]
    saved(form, note)
    assert [duty[:5] for duty in desk.duties(AMAL)] != states
    form.receipt.to_undo.click()
    after = desk.case(AMAL)
    assert (after.contacts, after.homes, after.confirmations) == (
        before.contacts,
        before.homes,
        (),
    )
    assert [duty[:5] for duty in desk.duties(AMAL)] == states
    assert form.pane.isVisible()
    assert note.prompts["they_said"].value() == "The flat is good."
    assert form.pane.notice.text == "A draft from today, 12:00."


def test_undo_a_second_time_says_that_it_is_gone(form, qtbot):
    note = begin(form)
    with qtbot.waitSignal(form.offered) as told:
        saved(form, note)
    undo = told.args[2]
    undo()
    with qtbot.waitSignal(form.said) as said:
        undo()
    assert said.args[0]
    assert "Taken back" not in said.args[0]


def test_changing_whom_keeps_the_text_and_says_whom_it_is_about_now(form, desk):
    note = begin(form)
    note.prompts["they_said"].set_value("All is well.")
    fingers = pick(note, "hann")
    assert fingers.clicks == 1
    assert note.prompts["they_said"].value() == "All is well."
    assert form.pane.bar.name.text() == "ሐና ተስፋዬ"
    assert form.pane.notice.text == (
        "What you have typed is now about ሐና ተስፋዬ, not about Amal Haddad."
    )
    saved(form, note)
    assert len(contacts(desk, AMAL)) == 1
    assert contacts(desk, HANNA)[-1].note == "What they said\nAll is well."


def test_while_another_name_is_typed_the_note_is_about_nobody(form):
    note = begin(form)
    note.prompts["they_said"].set_value("All is well.")
    note.who.input.setFocus()
    note.who.input.selectAll()
    Fingers().type("ha")
    assert form.pane.bar.says.text() == "Nobody is chosen yet"
    form.save()
    assert note.who.problem == "Choose whom this is about."


def test_what_we_hold_stands_beside_each_question(form):
    note = begin(form)
    hints = {name: field._hint.text() for name, field in note.still.subjects.items()}
    assert hints == {
        "home": "Own home (tenancy, university or shared flat), since 1 July 2025",
        "activity": "Other education, full time, since 1 September 2025",
        "money": "Not asked before",
        "health": "Not asked before",
    }


def test_nothing_recorded_cannot_be_the_same(form):
    note = begin(form, HANNA)
    assert note.still.subjects["home"]._hint.text() == "No home is recorded"
    assert not note.still.subjects["home"].button("same").isEnabled()
    assert note.still.subjects["money"].button("same").isEnabled()


def test_what_was_confirmed_is_said_the_next_time(form):
    note = begin(form)
    note.still.subjects["money"].set_value("same")
    saved(form, note)
    note = begin(form)
    assert note.still.subjects["money"]._hint.text() == "Same on 24 November 2026"


def test_the_keys_one_to_five_choose_what_happened(form):
    note = begin(form)
    keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
    chosen = []
    for key in keys:
        Fingers().key(key)
        chosen.append(note.happened.rung.value())
    assert chosen == ["seen_at_home", "seen", "spoke", "message_answered", "attempted"]


def test_a_number_typed_into_the_note_chooses_nothing(form):
    note = begin(form)
    note.prompts["they_said"].setFocus()
    Fingers().type("3 of us")
    assert note.prompts["they_said"].value() == "3 of us"
    assert note.happened.rung.value() == ""


def test_control_enter_saves_from_inside_the_text(form, desk):
    note = begin(form)
    note.happened.rung.set_value("spoke")
    note.prompts["they_said"].setFocus()
    Fingers().key(Qt.Key.Key_Return, CTRL)
    assert len(contacts(desk)) == 2


def test_seen_alone_is_asked_only_of_those_who_were_seen(form):
    note = begin(form)
    note.happened.rung.set_value("spoke")
    assert note.happened.alone.isHidden()
    note.happened.rung.set_value("seen")
    assert not note.happened.alone.isHidden()


def test_a_late_record_says_how_late(form):
    note = begin(form)
    note.happened.on.set_typed("-3")
    assert note.happened.late.text() == "Recorded 3 days after"
    note.happened.on.set_typed("today")
    assert note.happened.late.isHidden()


def test_a_contact_after_someone_died_is_refused(form, desk):
    note = begin(form, JAMIE)
    saved(form, note)
    assert note.happened.on.problem == "The day is after they died on 1 February 2026."
    assert contacts(desk, JAMIE) == ()


def test_the_keyboard_goes_through_the_form_from_top_to_bottom(form):
    note = begin(form)
    note.still.subjects["home"].set_value("changed")
    note.still.subjects["activity"].set_value("changed")
    note.ends.worry.set_value("yes")
    note.who.setFocus()
    fingers = Fingers()
    passed = []
    while QApplication.focusWidget() is not form.pane.save_button:
        inside = QApplication.focusWidget()
        name = next(field.name for field in note.fields() if field.isAncestorOf(inside))
        if name not in passed:
            passed.append(name)
        fingers.tab()
        assert fingers.tabs < 80, f"never reached Save: {passed}"
    assert passed == [field.name for field in note.fields()]


def test_everything_that_takes_the_keyboard_has_a_name(form):
    begin(form)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    nameless = [
        widget
        for kind in kinds
        for widget in form.findChildren(kind)
        if not widget.accessibleName() and not (hasattr(widget, "text") and widget.text())
    ]
    assert nameless == []


def test_open_and_record_another_go_where_they_say(form, qtbot):
    saved(form, begin(form))
    with qtbot.waitSignal(form.person_opened) as opened:
        form.receipt.to_person.click()
    assert opened.args == [AMAL]
    form.receipt.to_another.click()
    assert form.pane.isVisible()
    assert form.pane.bar.says.text() == "Nobody is chosen yet"


def test_the_arabic_name_is_found_and_shown(form):
    note = begin(form, "")
    pick(note, "احمد")
    assert note.answers().person_id == AHMED
    assert "أحمد علي" in form.pane.bar.name.text()


def pick(note, letters):
    """Find somebody in the form by letters and Enter."""
    note.who.input.setFocus()
    note.who.input.selectAll()
    fingers = Fingers()
    fingers.type(letters)
    fingers.key(Qt.Key.Key_Return)
    return fingers


class Shown(QObject):
    """Hears of every window that comes up."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.windows.append(watched.metaObject().className())
        return False


def test_making_and_filling_the_form_opens_no_window_of_its_own(desk, qtbot, qapp):
    heard = Shown()
    qapp.installEventFilter(heard)
    form = ContactForm(desk, DeskSignals(desk))
    qtbot.addWidget(form)
    note = begin(form)
    note.prompts["they_said"].set_value("All well.")
    saved(form, note)
    begin(form)
    form.save()
    qapp.removeEventFilter(heard)
    assert heard.windows == []


def test_a_kinder_word_is_offered_for_ours_and_never_for_theirs(form):
    note = form.pane.note
    note.prompts["they_said"].set_value("I hate this placement")
    note.prompts["i_saw"].set_value("The placement is warm")
    assert note.prompts["they_said"].kinder.text() == ""
    assert "“placement”" in note.prompts["i_saw"].kinder.text()
