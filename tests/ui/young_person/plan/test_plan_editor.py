"""The plan's editor: drafts from the first letter, two windows, leafing, gaps, skipping."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from carelink.facts import PlanMatter
from carelink.plan.version import versions_of
from db.drafts import Draft, keep_draft
from db.plan_writing import save_matter
from db.reading import read_case
from tests.desks import AMAL, made_desk
from tests.fingers import Fingers
from tests.plans import a_few_with_a_plan
from ui.desk_signals import DeskSignals
from ui.young_person.plan.difference_text import DifferenceText
from ui.young_person.young_person_view import YoungPersonView

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, facts=a_few_with_a_plan())
    yield made
    made.store.close()


def a_view(desk, qtbot):
    made = YoungPersonView(desk, DeskSignals(desk))
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    made.activateWindow()
    made.show_person(AMAL)
    made.show_section("plan")
    return made


@pytest.fixture
def view(desk, qtbot, dressed):
    return a_view(desk, qtbot)


@pytest.fixture
def section(view):
    """The section with the editor open on a review just begun."""
    view.file.section.write()
    QApplication.processEvents()
    return view.file.section


def typed_into(field, words):
    field.setFocus()
    Fingers().type(words)


def drafts(desk):
    return [draft for draft in desk.drafts() if draft.form.startswith("plan ")]


def test_the_first_letter_is_kept_as_a_draft_and_comes_back(section, desk, qtbot):
    typed_into(section.editor.matter.words, "I")
    assert drafts(desk)[0].content["words"] == "I"
    typed_into(section.editor.matter.words, " like it")
    section.editor.keep_draft()
    view = a_view(desk, qtbot)
    again = view.file.section
    again.write()
    assert again.editor.matter.words.value() == "I like it"
    assert again.editor.notice.text.startswith("A draft from today")


def test_going_on_keeps_the_answer_and_lets_the_draft_go(section, desk):
    typed_into(section.editor.matter.words, "I like it")
    typed_into(section.editor.matter.need, "More of it")
    section.editor.turn(1)
    row = versions_of(desk.case(AMAL))[-1].matters["support"]
    assert (row.words, row.need, row.stands) == ("I like it", "More of it", "changed")
    assert drafts(desk) == []
    section.editor.turn(-1)
    assert section.editor.matter.words.value() == "I like it"


def test_what_is_typed_of_an_action_is_a_draft_too_and_is_kept_with_the_page(section, desk):
    box = section.editor.matter.box
    typed_into(box.what, "Ring the college")
    typed_into(box.due_on, "1 3 2027")
    section.editor.keep_draft()
    assert drafts(desk)[0].content["action.what"] == "Ring the college"
    section.editor.turn(1)
    (action,) = versions_of(desk.case(AMAL))[-1].actions
    assert (action.what, action.by_whom, action.matter) == (
        "Ring the college",
        "Naomi Price",
        "support",
    )


def test_a_day_that_is_none_is_said_beside_it_and_the_page_stays(section, desk):
    box = section.editor.matter.box
    typed_into(box.what, "Ring the college")
    typed_into(box.due_on, "soonish")
    section.editor.turn(1)
    assert section.editor.at == 0
    assert "is not a date" in box.due_on.problem


def test_ctrl_and_an_arrow_leaf_where_the_text_ends_and_else_move_by_a_word(section):
    editor, hands = section.editor, Fingers()
    typed_into(editor.matter.words, "Two words")
    hands.key(Qt.Key.Key_Left, CTRL)
    assert editor.at == 0
    hands.key(Qt.Key.Key_Right, CTRL)
    assert editor.at == 0
    hands.key(Qt.Key.Key_Right, CTRL)
    assert editor.at == 1
    hands.key(Qt.Key.Key_Left, CTRL)
    assert editor.at == 0


def test_leaving_the_editor_begins_at_the_top_with_the_keyboard_on_the_plan(section, view):
    scroll = view.file.currentWidget()
    scroll.verticalScrollBar().setValue(400)
    section.editor.close_editor()
    QApplication.processEvents()
    assert scroll.verticalScrollBar().value() == 0
    assert section.overview.state.button("write").hasFocus()
    section.read("V1", "whole")
    QApplication.processEvents()
    assert section.reader.isAncestorOf(QApplication.focusWidget())


def test_nothing_is_confirmed_by_leafing_through(section, desk):
    for _ in range(10):
        section.editor.turn(1)
    assert versions_of(desk.case(AMAL))[-1].matters == {}
    assert section.editor.view.isVisible()


def test_still_right_is_not_offered_for_what_is_being_typed(section):
    assert section.editor.steps.confirm.isVisible()
    typed_into(section.editor.matter.words, "Other")
    assert not section.editor.steps.confirm.isVisible()


def test_a_matter_is_skipped_for_now_and_stands_among_what_is_still_to_be_said(section, desk):
    section.editor.skip()
    assert versions_of(desk.case(AMAL))[-1].matters["support"].stands == "skipped"
    section.editor._turn_to(10)
    links = section.editor.view.links()
    assert links[0].text() == "Who will be there for me?"
    links[0].click()
    assert section.editor.at == 0
    assert section.editor.matter.words.input.hasFocus()
    section.editor.confirm()
    assert versions_of(desk.case(AMAL))[-1].matters["support"].stands == "unchanged"


def test_what_stops_it_going_is_said_and_nothing_is_sent(section, desk):
    section.editor._turn_to(10)
    section.editor.send()
    assert "Say how they took part" in section.editor.view.took_part.problem
    assert "Nobody has answered this yet." in section.editor.view.general.text()
    assert versions_of(desk.case(AMAL))[-1].version.sent_on is None


def test_who_has_not_taken_part_is_kept_with_the_reason_and_is_not_complete(section, desk):
    section.editor._turn_to(10)
    view = section.editor.view
    view.took_part.set_value("not_yet")
    view.no_part_why.set_value("In hospital until Friday.")
    section.editor.turn(-1)
    version = versions_of(desk.case(AMAL))[-1].version
    assert (version.took_part, version.no_part_why) == ("", "In hospital until Friday.")
    section.editor.close_editor()
    assert "Without their part" in section.overview.state._lines.text()


def test_an_action_is_split_into_its_lines(section, desk):
    editor = section.editor
    editor.go_to("skills")
    editor.matter.unmet.row("A skills").button("split").click()
    editor.matter.box.what.set_value("Cook rice\nCook beans")
    editor.matter.box.add.click()
    made = [a.what for a in versions_of(desk.case(AMAL))[-1].actions]
    assert made == ["Cook rice", "Cook beans"]
    assert not editor.matter.unmet.isVisible()


def test_dropping_asks_why(section, desk):
    editor = section.editor
    editor.go_to("finance")
    editor.matter.unmet.row("A finance").button("drop").click()
    editor.matter.box.what.set_value("They have a better idea now.")
    editor.matter.box.add.click()
    dropped = next(a for a in desk.case(AMAL).plan_actions if a.action_id == "A finance")
    assert (dropped.outcome, dropped.outcome_words) == ("dropped", "They have a better idea now.")


def test_two_windows_keep_both_texts_and_show_the_difference(section, desk, tmp_path):
    editor = section.editor
    typed_into(editor.matter.words, "I want to stay here")
    theirs = PlanMatter(AMAL, editor.open.version_id, "support", words="I want to move")
    with desk.store.writing() as writing:  # the other window, which this desk knows nothing of
        save_matter(writing, None, theirs)
    editor.turn(1)
    assert editor.at == 0
    assert editor.both.isVisible()
    assert editor.matter.words.value() == "I want to stay here"
    kept = versions_of(_read(desk))[-1].matters["support"].words
    assert kept == "I want to move"
    shown = editor.both.findChild(DifferenceText)
    assert shown.accessibleDescription() == "I want to taken out: move put in: stay here"
    editor.both.button("words", "both").click()
    editor.turn(1)
    both = versions_of(desk.case(AMAL))[-1].matters["support"].words
    assert both == "I want to move\n\nI want to stay here"


def test_what_the_other_window_alone_wrote_is_taken_in(section, desk):
    editor = section.editor
    typed_into(editor.matter.words, "My words")
    theirs = PlanMatter(AMAL, editor.open.version_id, "support", need="Their need")
    with desk.store.writing() as writing:
        save_matter(writing, None, theirs)
    editor.turn(1)
    assert editor.matter.need.value() == "Their need"
    assert not editor.both.isVisible()
    editor.turn(1)
    row = versions_of(desk.case(AMAL))[-1].matters["support"]
    assert (row.words, row.need) == ("My words", "Their need")


def _read(desk):
    with desk.store.reading() as connection:
        return read_case(connection, AMAL)


def test_after_unlocking_what_was_left_unfinished_is_opened_at_its_page(window, desk):
    window.open_section(AMAL, "plan")
    section = window.page("young_person").file.section
    section.write()
    section.editor.go_to("health")
    typed_into(section.editor.matter.words, "I sleep")
    window.leave()
    section.step_back()
    section.editor.drafting.forget()
    desk.do(begun_elsewhere, AMAL, section.editor.open.version_id)
    window.go_to("my_week")
    window.offer_drafts()
    assert window.messages.text.startswith("Something was left unfinished.")
    window.messages.act()
    assert section.editor.isVisible()
    assert section.editor.matter.words.value() == "I sleep on"
    assert section.editor.open.review(section.editor.at).matter.key == "health"


def begun_elsewhere(writing, person_id, version_id):
    keep_draft(
        writing, Draft("D1", f"plan {version_id} health", person_id, {"words": "I sleep on"})
    )


def test_a_draft_begun_before_somebody_else_wrote_never_takes_their_words_away(section, desk):
    editor = section.editor
    typed_into(editor.matter.words, "Mine")
    editor.keep_draft()
    theirs = PlanMatter(AMAL, editor.open.version_id, "support", words="Theirs", need="A need")
    desk.do(save_matter, None, theirs, about=AMAL)
    editor.open_version(desk.known(AMAL), editor.open.version_id)
    assert editor.both.isVisible()
    assert editor.matter.words.value() == "Mine"
    assert editor.matter.need.value() == "A need"
    editor.both.button("words", "theirs").click()
    editor.turn(1)
    row = versions_of(desk.case(AMAL))[-1].matters["support"]
    assert (row.words, row.need) == ("Theirs", "A need")


def test_a_draft_version_is_thrown_away_with_what_was_typed_and_can_be_had_back(section, desk):
    typed_into(section.editor.matter.words, "Half a sen")
    section.editor.keep_draft()
    section.editor.matter.box.due_on.set_typed("soonish")  # cannot be kept: it stays a draft
    section.step_back()
    assert len(drafts(desk)) == 1
    undone = []
    section.offered.connect(lambda says, word, then: undone.append(then))
    section.overview.state.button("drop").click()
    assert len(versions_of(desk.case(AMAL))) == 1
    assert drafts(desk) == []
    undone[-1]()
    assert len(versions_of(desk.case(AMAL))) == 2
    assert drafts(desk)[0].content["words"] == "Half a sen"


def test_what_waits_in_the_matters_is_not_said_of_their_own_part(desk, view):
    section = view.file.section
    section.write()
    editor = section.editor
    for matter in editor.open.whole.schedule:
        for action in editor.open.review(editor.at).unmet:
            editor.matter.act_asked.emit("done", action)
        typed_into(editor.matter.box.what, f"Next step with {matter.key}")
        typed_into(editor.matter.box.due_on.input, "1 3 2027")
        typed_into(editor.matter.words, "This is how I see it now.")
        typed_into(editor.matter.need, "Somebody to talk to.")
        editor.turn(1)
    said = {held.text() for held in editor.view.findChildren(QLabel)}
    assert "Nothing in the matters stops it going." in said
    editor.send()
    assert "Say how they took part" in editor.view.took_part.problem
