"""What is carried on from one meeting to the next, and what others have changed meanwhile."""

from datetime import date, timedelta

from carelink.case import CaseFile
from carelink.facts import Decision, Meeting, MeetingAction, MeetingItem, Person
from db.meeting import carry_action
from db.reading import read_case
from tests.desks import TODAY
from tests.pages import field_of
from tests.ui.meetings.conftest import (
    LATER_18,
    SOON_18,
    choose,
    lines,
    meeting_facts,
    opened,
)
from ui.meetings.decided_before import decided_before


def test_what_supervision_asked_for_is_carried_to_the_next_and_done_there(a_page, qtbot):
    facts = meeting_facts()
    on = TODAY - timedelta(days=30)
    facts["meetings"] = [Meeting("s1", "supervision", on, "W2")]
    asked = Decision("d1", SOON_18, "meeting:s1", on, "action", TODAY, "", "Ring her aunt", "Tom")
    agreed = Decision("d2", LATER_18, "meeting:s1", on, "agreed", None, "It goes well")
    facts["decisions"] = [asked, agreed]
    view = a_page(facts)
    pane = opened(view, qtbot, "supervision", "W2")
    assert lines(pane)["carried d1"].title == "Mia Stone: Ring her aunt"
    assert [one.says for one in pane.pack.decided] == [
        "Action needed",
        "Seen and agreed. It goes well",
    ]
    pane.list.choose("carried d1")
    pane.carried.words.set_value("She visits on Sunday")
    pane.carried.done_button.click()
    (decision,) = view.desk.case(SOON_18).decisions
    assert decision.done_on == TODAY
    assert decision.words == "What came of it: She visits on Sunday"
    view.offers[-1][2]()
    assert view.desk.case(SOON_18).decisions == (asked,)


def carried_facts():
    facts = meeting_facts()
    on = TODAY - timedelta(days=30)
    facts["meetings"] = [Meeting("m1", "transitions", on)]
    facts["meeting_items"] = [
        MeetingItem("i1", SOON_18, "m1", on, action="Ring her", by_whom="Tom", due_on=TODAY)
    ]
    facts["meeting_actions"] = [MeetingAction("a1", "m1", on, "Write to health", "Amina", TODAY)]
    return facts


def test_an_action_that_somebody_else_has_changed_meanwhile_is_left_as_it_is_now(a_page, qtbot):
    view = a_page(carried_facts())
    pane = opened(view, qtbot)
    (item,) = view.desk.case(SOON_18).meeting_items
    view.desk.do(carry_action, item, TODAY + timedelta(days=3))
    pane.list.choose("carried i1")
    pane.list.numbered.emit(1)
    assert "Someone else changed this" in view.told[-1]
    with view.desk.store.reading() as connection:
        (now,) = read_case(connection, SOON_18).meeting_items
    assert now.done_on is None


def test_an_action_goes_on_only_to_a_day_ahead_and_that_is_said_beside_the_field(a_page, qtbot):
    view = a_page(carried_facts())
    pane = opened(view, qtbot)
    pane.list.choose("carried a1")
    for typed, says in (
        ("", "Give a day after today"),
        ("whenever", "not a date we understand"),
        ("today", "Give a day after today"),
    ):
        pane.carried.due_on.set_typed(typed)
        pane.carried.carry_button.click()
        assert says in pane.carried.due_on.problem
    pane.carried.due_on.set_typed("+5")
    pane.carried.carry_button.click()
    (action,) = view.desk.of_the_team("meeting_actions")
    assert action.due_on == TODAY + timedelta(days=5)
    assert lines(pane)["carried a1"].word == "Carried on"
    view.offers[-1][2]()
    assert view.desk.of_the_team("meeting_actions")[0].due_on == TODAY
    view.offers[-1][2]()
    assert "Someone else changed this" in view.told[-1]


def test_what_is_wrong_in_two_places_is_shown_in_the_first_and_the_other_is_counted(a_page, qtbot):
    view = a_page()
    pane = opened(view, qtbot)
    for person_id in (SOON_18, LATER_18):
        field_of(choose(pane, person_id), "action").set_value("Ring them")
    pane.list.choose("hold")
    pane.hold.button.click()
    assert pane.person.person_id == SOON_18
    assert view.told[-1] == "Not recorded yet: 1 more to put right after this."


def test_a_meeting_taken_back_twice_says_that_it_is_gone(a_page, qtbot):
    view = a_page()
    pane = opened(view, qtbot)
    choose(pane, SOON_18)
    pane.list.numbered.emit(1)
    pane.list.choose("hold")
    pane.hold.button.click()
    undo = view.offers[-1][2]
    undo()
    assert view.told[-1] == "Taken back. What was typed is kept as a draft."
    undo()
    assert view.told[-1] != "Taken back. What was typed is kept as a draft."
    assert view.desk.of_the_team("meetings") == []


def test_what_was_decided_before_is_told_the_newest_first_and_what_does_not_fit_is_counted():
    meetings = [Meeting("m1", "housing", date(2026, 9, 1))]
    items = (
        MeetingItem("i1", "p1", "m1", date(2026, 9, 1), "bidding", words="Band B."),
        MeetingItem("i2", "p1", "m9", None, action="Ring", done_on=date(2026, 9, 9)),
        MeetingItem("i3", "p1", "m1", TODAY + timedelta(days=1), "stays"),
    )
    decisions = (
        Decision("d1", "p1", "x", date(2026, 10, 1), "accepted", TODAY, "They are abroad"),
        Decision("d2", "p1", "x", date(2026, 11, 1), "action", TODAY, "", "Ring", "Jo", TODAY),
    )
    case = CaseFile(Person("p1"), meeting_items=items, decisions=decisions)
    assert decided_before(case, meetings, TODAY) == [
        "1 November 2026, manager: Action needed. To do: Ring, Jo, by 24 November 2026 "
        "(done 24 November 2026).",
        "1 October 2026, manager: Reason accepted. They are abroad. "
        "To be looked at again on 24 November 2026.",
        "1 September 2026, Housing meeting: Bidding for a home. Band B.",
        "and 1 earlier",
    ]
    alone = CaseFile(Person("p1"), meeting_items=items[1:2])
    (says,) = decided_before(alone, meetings, TODAY)
    assert says.startswith(
        "Day not recorded, A meeting: considered. To do: Ring, no date set (done"
    )


def test_a_change_elsewhere_works_the_list_out_anew_and_leaves_what_is_being_typed_alone(
    a_page, qtbot
):
    view = a_page(carried_facts())
    pane = opened(view, qtbot)
    (action,) = view.desk.of_the_team("meeting_actions")
    pane.list.choose("carried i1")
    pane.carried.words.set_value("She said that")
    with qtbot.waitSignal(view.pack_shown):
        view.desk.do(carry_action, action, TODAY + timedelta(days=9), team=True)
    assert pane.carried.words.value() == "She said that"
    assert "due by 3 December 2026" in lines(pane)["carried a1"].sentence


def test_after_the_meeting_is_held_or_thrown_away_no_field_holds_what_was_typed(a_page, qtbot):
    view = a_page()
    pane = opened(view, qtbot)
    person = choose(pane, SOON_18)
    pane.list.numbered.emit(1)
    view.close_meeting()
    pane = opened(view, qtbot)
    person = choose(pane, SOON_18)
    assert person.answer.value() == "eligible"
    view.opened.notice.buttons()[0].click()
    assert person.answer.value() == ""
