"""A transitions panel from its list to the duty it answers, its action to the next panel and done.

And a supervision in two clicks, whose decision stands on the case.
"""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from carelink.facts import Allocation, CarePeriod, Person, Worker
from carelink.meetings.packs import pack_of
from carelink.timeline import timeline_of
from carelink.words import State
from tests.desks import TODAY, made_desk, opened_desk
from tests.fingers import Fingers
from tests.teams import a_team
from ui.desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier
CERYS, DAWIT = "MED-0101", "MED-0102"


def facts():
    """The team, and two who turn 18 within six months and have been to no panel."""
    held = a_team()
    held["workers"] += [Worker("W2", "Naomi Price", "personal_adviser", "Castle")]
    for person_id, name, born in (
        (CERYS, "Cerys Vaughan", date(2009, 1, 12)),
        (DAWIT, "ዳዊት ተስፋዬ", date(2009, 3, 30)),
    ):
        held["people"].append(Person(person_id, name, "", born, uasc=False))
        held["care_periods"].append(CarePeriod(person_id, date(2019, 5, 1), None, "C2"))
        given = Allocation(person_id, "W1", "personal_adviser", date(2026, 2, 1))
        held["allocations"].append(given)
    return held


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, facts=facts())
    yield made
    made.store.close()


@pytest.fixture
def meetings(window, qtbot):
    """The page of meetings, reached by its key."""
    hands = Fingers()
    hands.key(Qt.Key.Key_6, CTRL)
    view = window.page("meetings")
    assert view.isVisible()
    return view


def shown(view, qtbot):
    """The list of the meeting just opened, once it is worked out."""
    qtbot.waitUntil(lambda: view.pane is not None and view.pane.pack is not None)
    return view.pane


def settled(view, qtbot):
    """After something was recorded: the list as it is then."""
    with qtbot.waitSignal(view.pack_shown):
        QApplication.processEvents()


def spoken(pane):
    return [line.spoken for line in pane.list.lines.rows()]


def line_of(pane, start):
    return next(line for line in pane.list.lines.rows() if line.spoken.startswith(start))


def duty_of(desk, person_id, name="transitions_panel"):
    return next(duty for duty in desk.duties(person_id) if duty.duty == name)


def read(widget):
    return " ".join(found.text() for found in widget.findChildren(QLabel) if found.isVisible())


def panel_by_keyboard(view, qtbot, hands):
    """From the list of meetings to the panel held, without the mouse."""
    hands.key(Qt.Key.Key_Return)
    pane = shown(view, qtbot)
    assert pane.list.hasFocus()
    assert pane.person.person_id == CERYS, "the first person waits for a decision"
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_Return)
    hands.type("Visit two homes with her")
    hands.key(Qt.Key.Key_Return, CTRL)
    assert pane.person.person_id == DAWIT
    hands.key(Qt.Key.Key_6)
    hands.key(Qt.Key.Key_Return, CTRL)
    assert pane.list.chosen().key == "hold"
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return, CTRL)
    return pane


def test_a_panel_held_by_keyboard_answers_the_duty(window, meetings, desk, qtbot):
    assert duty_of(desk, CERYS).is_late
    hands = Fingers()
    pane = panel_by_keyboard(meetings, qtbot, hands)

    assert hands.clicks == 8
    assert not duty_of(desk, CERYS).is_late
    assert duty_of(desk, CERYS).state is State.ON_TRACK
    assert duty_of(desk, DAWIT).is_late, "put off to the next panel is no panel"
    (meeting,) = desk.of_the_team("meetings")
    assert (meeting.kind, meeting.on, meeting.chair) == ("transitions", TODAY, desk.user.name)
    (item,) = desk.case(CERYS).meeting_items
    assert (item.answer, item.action) == ("eligible", "Visit two homes with her")
    assert item.due_on == TODAY + timedelta(days=14)
    assert item.by_whom == "Naomi Price (W1)"
    assert "This answered: Transitions panel for 1" in read(window.messages)
    assert desk.drafts() == []
    settled(meetings, qtbot)
    assert line_of(pane, "Cerys Vaughan").word == "Recorded"


def test_what_was_decided_stands_on_the_timeline_of_the_young_person(window, meetings, desk, qtbot):
    panel_by_keyboard(meetings, qtbot, Fingers())
    window.open_person(CERYS)
    says = read(window.page("young_person").file.section.timeline)
    assert "Transitions panel: Eligible for care and support" in says
    assert "Visit two homes with her" in says


def test_undone_everything_is_typed_text_again(window, meetings, desk, qtbot):
    pane = panel_by_keyboard(meetings, qtbot, Fingers())
    Fingers().key(Qt.Key.Key_Z, CTRL)
    assert duty_of(desk, CERYS).is_late
    assert desk.of_the_team("meetings") == []
    assert desk.case(CERYS).meeting_items == desk.case(CERYS).events == ()
    assert pane.minutes.about(CERYS)["action"] == "Visit two homes with her"
    assert line_of(pane, "Cerys Vaughan").word == "Decided"
    (draft,) = desk.drafts()
    assert draft.form == "meeting transitions"


def test_what_is_typed_outlives_the_window_and_is_gone_on_with(window, meetings, desk, qtbot):
    hands = Fingers()
    hands.key(Qt.Key.Key_Return)
    pane = shown(meetings, qtbot)
    hands.key(Qt.Key.Key_3)
    window.leave()
    window.go_to("my_week")
    assert [draft.form for draft in desk.drafts()] == ["meeting transitions"]
    meetings.close_meeting()
    window.offer_drafts()
    assert "Something was left unfinished" in read(window.messages)
    hands.key(Qt.Key.Key_Z, CTRL)
    assert window.place == "meetings"
    pane = shown(meetings, qtbot)
    assert line_of(pane, "Cerys Vaughan").sentence == "To be assessed"
    assert "left unfinished" in meetings.opened.notice.text


def test_the_action_is_carried_into_the_next_panel_and_done(
    window, meetings, desk, qtbot, tmp_path
):
    panel_by_keyboard(meetings, qtbot, Fingers())
    next_month = TODAY + timedelta(days=28)
    later = opened_desk(desk.store, next_month)
    pack = pack_of("transitions", later.asked(["transitions"], next_month))
    (carried,) = [one for one in pack.carried if not one.done]
    assert (carried.name, carried.what) == ("Cerys Vaughan", "Visit two homes with her")
    assert "We are late with it" in carried.stands


def test_a_carried_action_is_done_with_one_key_or_goes_on_to_another_day(
    window, meetings, desk, qtbot
):
    held_last_month(desk)
    hands = Fingers()
    hands.key(Qt.Key.Key_Return)
    pane = shown(meetings, qtbot)
    assert pane.list.chosen().key.startswith("carried")
    assert line_of(pane, "Cerys Vaughan: Ask adult care").word == "We are late"
    hands.key(Qt.Key.Key_2)
    hands.type("+14")
    hands.press(pane.carried.carry_button)
    settled(meetings, qtbot)
    (item,) = desk.case(CERYS).meeting_items
    assert item.due_on == TODAY + timedelta(days=14)
    assert line_of(pane, "Cerys Vaughan: Ask adult care").word == "Open"

    assert pane.person.person_id == DAWIT, "the keyboard has gone on to who is next"
    pane.list.choose(line_of(pane, "Cerys Vaughan: Ask adult care").key)
    hands.key(Qt.Key.Key_1)
    assert desk.case(CERYS).meeting_items[0].done_on == TODAY
    assert line_of(pane, "Cerys Vaughan: Ask adult care").word == "Done", "said at once"
    settled(meetings, qtbot)
    assert line_of(pane, "Cerys Vaughan: Ask adult care").word == "Done"
    hands.key(Qt.Key.Key_Z, CTRL)
    assert desk.case(CERYS).meeting_items[0].done_on is None
    assert hands.clicks == 5


def test_a_supervision_stands_open_in_two_clicks_and_its_decision_is_on_the_case(
    window, desk, qtbot
):
    hands = Fingers()
    hands.press(window.rail._buttons["meetings"])
    view = window.page("meetings")
    at = view.list.lines.row_of("supervision W1")
    view.list.scrollTo(view.list.lines.index(at, 0))
    names = [line.title for line in view.list.lines.rows() if line.about]
    assert len(set(names)) == len(names) == 2, "two of one name are told apart"
    box = view.list.visualRect(view.list.lines.index(at, 0))
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    hands.clicks += 1
    pane = shown(view, qtbot)
    assert hands.clicks == 2
    assert sum(line.key.startswith("row") for line in pane.list.lines.rows()) == 26

    pane.list.choose(line_of(pane, "Amal Haddad").key)
    pane.list.setFocus()
    hands.key(Qt.Key.Key_2)
    hands.key(Qt.Key.Key_Return)
    hands.type("See her this week")
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.press(view.opened.head.hold)
    hands.key(Qt.Key.Key_Return, CTRL)
    (decision,) = desk.case("MED-0001").decisions
    assert (decision.answer, decision.action) == ("action", "See her this week")
    assert decision.about.startswith("meeting:")
    assert desk.of_the_team("meetings")[0].worker_id == "W1"
    assert hands.clicks == 7


def held_last_month(desk: Desk):
    """A panel of a month ago whose action is late by now."""
    from carelink.facts import Meeting, MeetingItem
    from db.trail import add

    on = TODAY - timedelta(days=30)
    item = MeetingItem(
        "i1", CERYS, "m1", on, "eligible", action="Ask adult care", by_whom="W1",
        due_on=TODAY - timedelta(days=5),
    )  # fmt: skip
    with desk.store.writing() as writing:
        add(writing, "meetings", [Meeting("m1", "transitions", on)])
        add(writing, "meeting_items", [item])
    desk._of_the_team.clear()
    desk._read_again(CERYS)


def test_the_timeline_has_it_without_a_screen_too(desk):
    held_last_month(desk)
    says = [row.says for row in timeline_of(desk.case(CERYS), {"m1": "Transitions panel"})]
    assert "Transitions panel: Eligible for care and support" in says
