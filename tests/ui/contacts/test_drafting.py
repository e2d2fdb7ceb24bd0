"""What is typed is kept: from the first letter, through closing, killing, changing the mind."""

import os
import signal
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from db.drafts import read_drafts
from db.store import open_store
from tests.desks import AMAL, HANNA, TODAY, made_desk, opened_desk
from tests.fingers import Fingers
from tests.stores import PASSPHRASE, USER, clock_at
from ui.contacts.contact_form import ContactForm
from ui.desk_signals import DeskSignals
from ui.drafting import say_when

ROOT = Path(__file__).resolve().parents[3]


def drafts(desk):
    """What the store holds, as another who opened it now would read it."""
    with desk.store.reading() as connection:
        return {draft.person_id: draft.content for draft in read_drafts(connection)}


def begin(form, person_id=AMAL):
    form.start(person_id)
    form.setFocus()
    form.pane.note.prompts["they_said"].setFocus()
    return form.pane.note


def test_the_first_letter_is_kept_at_once(form, desk):
    begin(form)
    assert drafts(desk) == {}
    Fingers().type("T")
    assert drafts(desk)[AMAL]["they_said"] == "T"


def test_the_letters_after_it_are_kept_within_the_half_second(form, desk, qtbot):
    begin(form)
    Fingers().type("The flat is good")
    assert drafts(desk)[AMAL]["they_said"] == "T"
    qtbot.waitUntil(lambda: drafts(desk)[AMAL]["they_said"] == "The flat is good", timeout=2000)
    assert form.drafting.at_most_every <= 400


def test_hiding_the_form_keeps_every_letter(form, desk):
    begin(form)
    Fingers().type("The flat is good")
    form.hide()
    assert drafts(desk)[AMAL]["they_said"] == "The flat is good"


def test_locking_or_closing_keeps_every_letter(form, desk):
    begin(form)
    Fingers().type("The flat is good")
    form.keep_drafts()
    assert drafts(desk)[AMAL]["they_said"] == "The flat is good"


def test_looking_at_somebody_leaves_no_draft(form, desk):
    begin(form)
    begin(form, HANNA)
    form.hide()
    assert drafts(desk) == {}


def test_a_draft_is_offered_again_at_the_next_opening(form, desk, qtbot):
    begin(form)
    Fingers().type("The flat is good")
    form.keep_drafts()
    again = ContactForm(desk, DeskSignals(desk))
    qtbot.addWidget(again)
    again.show()
    again.start(AMAL)
    assert again.pane.note.prompts["they_said"].value() == "The flat is good"
    assert again.pane.notice.text == "A draft from today, 12:00."


def test_a_day_left_as_it_was_offered_is_still_that_day_next_morning(form, desk, qtbot):
    begin(form)
    Fingers().type("The flat is good")
    form.keep_drafts()
    tomorrow = opened_desk(desk.store, TODAY + timedelta(days=1))
    again = ContactForm(tomorrow, DeskSignals(tomorrow))
    qtbot.addWidget(again)
    again.show()
    again.start(AMAL)
    assert again.pane.note.happened.on.value() == TODAY
    assert again.pane.note.happened.late.text() == "Recorded 1 day after"
    assert again.pane.notice.text == "A draft from Tuesday, 12:00."


def test_two_drafts_for_two_people_stand_side_by_side(form, desk):
    note = begin(form)
    Fingers().type("About Amal")
    begin(form, HANNA)
    assert note.prompts["they_said"].value() == ""
    Fingers().type("About Hanna")
    begin(form, AMAL)
    assert note.prompts["they_said"].value() == "About Amal"
    kept = {person: content["they_said"] for person, content in drafts(desk).items()}
    assert kept == {AMAL: "About Amal", HANNA: "About Hanna"}


def test_asking_again_about_the_same_person_goes_on_where_one_was(form):
    note = begin(form)
    Fingers().type("About Amal")
    form.start(AMAL)
    assert note.prompts["they_said"].value() == "About Amal"
    form.start("")
    assert note.prompts["they_said"].value() == "About Amal"


def test_saving_lets_the_draft_go(form, desk):
    note = begin(form)
    Fingers().type("The flat is good")
    note.happened.rung.set_value("seen")
    form.save()
    assert drafts(desk) == {}


def test_a_draft_emptied_by_hand_goes(form, desk):
    note = begin(form)
    Fingers().type("T")
    note.prompts["they_said"].set_value("")
    form.keep_drafts()
    assert drafts(desk) == {}


def test_a_draft_follows_the_person_it_is_turned_to(form, desk):
    note = begin(form)
    Fingers().type("All is well")
    note.who.set_person(desk.case(HANNA).person)
    form.keep_drafts()
    assert list(drafts(desk)) == [HANNA]


def test_starting_afresh_can_be_undone(form, desk, qtbot):
    note = begin(form)
    Fingers().type("The flat is good")
    form.keep_drafts()
    begin(form, HANNA)
    begin(form, AMAL)
    (afresh,) = form.pane.notice.buttons()
    with qtbot.waitSignal(form.offered) as told:
        afresh.click()
    assert note.prompts["they_said"].value() == ""
    assert drafts(desk) == {}
    says, word, undo = told.args
    assert (says, word) == ("The draft is thrown away.", "Undo")
    undo()
    assert note.prompts["they_said"].value() == "The flat is good"
    assert AMAL in drafts(desk)


def test_unfinished_notes_are_named_when_nobody_is_asked_about(form, qtbot):
    begin(form)
    Fingers().type("About Amal")
    form.drafting.begin(None)
    form._load("", None)
    form.start("")
    (waiting,) = form.pane.notice.buttons()
    assert waiting.text() == "Amal Haddad, today, 12:00"
    waiting.click()
    assert form.pane.note.prompts["they_said"].value() == "About Amal"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 11, 24, 17, 40, tzinfo=UTC), "today, 17:40"),
        (datetime(2026, 11, 20, 17, 40, tzinfo=UTC), "Friday, 17:40"),
        (datetime(2026, 7, 3, 16, 40, tzinfo=UTC), "3 July 2026, 17:40"),
        (None, "before"),
    ],
)
def test_when_a_draft_was_kept_is_said_as_people_say_it(at, said):
    assert say_when(at, date(2026, 11, 24)) == said


TYPIST = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from db.store import open_store
from tests.desks import AMAL, opened_desk
from tests.fingers import Fingers
from tests.stores import PASSPHRASE, USER, clock_at
from tests.desks import TODAY
from ui.contacts.contact_form import ContactForm
from ui.desk_signals import DeskSignals

app = QApplication([])
store = open_store(Path(sys.argv[1]), user=USER, passphrase=PASSPHRASE, clock=clock_at(TODAY))
desk = opened_desk(store)
form = ContactForm(desk, DeskSignals(desk))
form.show()
form.start(AMAL)
form.activateWindow()
form.pane.note.prompts["they_said"].input.setFocus()
app.processEvents()
Fingers().type("The flat is go")
form.drafting.flushed.connect(lambda: print("kept", flush=True))
Fingers().type("od")
app.exec()
"""


def test_a_process_killed_in_mid_note_loses_less_than_half_a_second(tmp_path):
    desk = made_desk(tmp_path)
    desk.store.close()
    path = tmp_path / "carelink.store"
    typist = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    with typist:
        assert typist.stdout.readline() == "kept\n"
        typist.send_signal(signal.SIGKILL)
    store = open_store(path, user=USER, passphrase=PASSPHRASE, clock=clock_at(TODAY))
    with store.reading() as connection:
        (draft,) = read_drafts(connection)
    store.close()
    assert draft.content["they_said"] == "The flat is good"
