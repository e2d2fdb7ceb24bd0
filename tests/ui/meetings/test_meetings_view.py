"""The page of meetings: what it says of each, what it takes in, refuses and gives back."""

from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

from PySide6.QtWidgets import QApplication

from carelink.facts import Absence, Meeting, MeetingAction, MeetingItem, Worker
from carelink.meetings.roles import SEES_MEETINGS, may_record, meetings_of
from carelink.meetings.words import MEETING_LABELS
from tests.desks import TODAY
from tests.pages import field_of, words_on
from tests.ui.meetings.conftest import (
    LATER_18,
    SOON_18,
    choose,
    lines,
    meeting_facts,
    opened,
    spoken,
)
from ui.meetings.minutes import TypedMinutes, say_action


def test_every_meeting_says_when_it_was_held_and_whether_we_are_late(a_page):
    facts = meeting_facts()
    facts["meetings"] = [
        Meeting("m1", "transitions", TODAY - timedelta(days=40)),
        Meeting("m2", "eet", TODAY - timedelta(days=10)),
        Meeting("m3", "supervision", TODAY - timedelta(days=40), "W1"),
    ]
    view = a_page(facts)
    said = spoken(view.list)
    late = "We are 9 days late. Last held on 15 October 2026, due by 15 November 2026"
    assert f"Transitions panel. Overdue. {late}" in said
    assert "Housing meeting. Never. We have not held one yet" in said
    assert any(says.startswith("Into work and learning group. On track") for says in said)
    assert "Access to resources panel. When needed. Never held; when needed" in said
    assert "Supervision: 3 advisers = 2 never held + 1 late" in said
    adds_up = "9 late or never held + 0 due soon + 2 in time or held when needed"
    assert view.sums[-1] == f"11 meetings = {adds_up}"


def test_two_advisers_of_one_name_are_told_apart_and_the_one_without_anybody_says_so(a_page, qtbot):
    view = a_page()
    named = {line.about: line.title for line in view.list.lines.rows() if line.about}
    assert named["W1"] != named["W3"]
    assert "Naomi Price" in named["W1"]
    pane = opened(view, qtbot, "supervision", "W3")
    assert any("Nobody on the roll has this adviser" in says for says in spoken(pane.list))
    assert named["W3"] in view.opened.head._title.text()


def test_a_team_without_a_manager_or_an_adviser_says_so(a_page):
    facts = meeting_facts()
    facts["workers"] = [Worker("W9", "Jo", "nurse")]
    facts["allocations"] = []
    view = a_page(facts)
    assert view.sums[-1].endswith("No team manager is recorded")
    assert "Nobody is an adviser here, so no supervision is due." in spoken(view.list)


def test_with_nobody_on_the_roll_every_meeting_opens_and_says_that_nobody_is_on_it(a_page, qtbot):
    view = a_page({"workers": [Worker("W1", "Naomi Price", "personal_adviser")]})
    for kind in MEETING_LABELS:
        pane = opened(view, qtbot, kind, "W1" if kind == "supervision" else "")
        assert not any(key.startswith("row") for key in lines(pane)), kind
        assert lines(pane)["hold"].sentence.startswith("0 people = 0 decided + 0 not yet")


def test_dates_that_are_missing_are_said_and_nothing_falls_over(a_page, qtbot):
    facts = meeting_facts()
    facts["people"] = [person._replace(date_of_birth=None) for person in facts["people"]]
    facts["meetings"] = [Meeting("m1", "transitions"), Meeting("m2", "")]
    facts["meeting_items"] = [MeetingItem("i1", SOON_18, "m1", action="Ring her")]
    facts["meeting_actions"] = [MeetingAction("a1", "m1", what="Write to health")]
    facts["absences"] = [Absence("W1", row_id="x")]
    view = a_page(facts)
    pane = opened(view, qtbot)
    assert "Transitions panel. Never. We have not held one yet" in spoken(view.list)
    assert any("Mia Stone: Ring her. Open, no day" in says for says in spoken(pane.list))
    assert any(says.startswith("Cannot tell") for says in spoken(pane.list))
    choose(pane, SOON_18)
    assert "Day not recorded" in words_on(pane.person)


def test_what_is_typed_about_one_does_not_stay_for_the_next(a_page, qtbot):
    view = a_page()
    pane = opened(view, qtbot)
    person = choose(pane, SOON_18)
    field_of(person, "words").set_value("She wants to stay near her sister")
    choose(pane, LATER_18)
    assert field_of(person, "words").value() == ""
    assert field_of(person, "answer").value() == ""
    choose(pane, SOON_18)
    assert field_of(person, "words").value() == "She wants to stay near her sister"
    assert view.desk.drafts()[0].content["people"] == {
        SOON_18: {"words": "She wants to stay near her sister"}
    }


def test_an_action_begun_has_their_adviser_and_a_day_put_in_which_alone_decide_nothing(
    a_page, qtbot
):
    pane = opened(a_page(), qtbot)
    person = choose(pane, SOON_18)
    qtbot.keyClicks(field_of(person, "action").input, "Ring")
    assert field_of(person, "by_whom").value() == "Tom Ode"
    assert field_of(person, "due_on").value() == TODAY + timedelta(days=14)
    assert pane.minutes.decided(SOON_18) == "To do: Ring"
    field_of(person, "action").set_value("")
    assert pane.minutes.decided(SOON_18) == ""
    assert lines(pane)["hold"].sentence.startswith("2 people = 0 decided + 2 not yet")


def test_the_same_number_again_takes_the_decision_back(a_page, qtbot):
    pane = opened(a_page(), qtbot)
    choose(pane, SOON_18)
    pane.list.numbered.emit(2)
    assert pane.minutes.about(SOON_18) == {"answer": "not_eligible"}
    assert "Care Act 2014, section 13" in words_on(pane.person)
    pane.list.numbered.emit(9)
    pane.list.numbered.emit(2)
    assert pane.minutes.about(SOON_18) == {}


def test_what_is_wrong_is_shown_where_it_was_typed_and_nothing_is_kept(a_page, qtbot):
    view = a_page()
    pane = opened(view, qtbot)
    person = choose(pane, SOON_18)
    field_of(person, "action").set_value("Ring her")
    field_of(person, "due_on").set_typed("soonish")
    pane.list.choose("hold")
    pane.hold.button.click()
    assert pane.person.person_id == SOON_18
    assert "not a date we understand" in field_of(person, "due_on").problem
    field_of(person, "due_on").set_typed("+7")
    pane.list.choose("hold")
    pane.hold.button.click()
    assert field_of(person, "by_whom").problem == "Say who does it."
    field_of(person, "by_whom").set_value("Tom")
    pane.list.choose("hold")
    pane.hold.on.set_typed("+3")
    pane.hold.button.click()
    assert "must be today or in the past" in pane.hold.on.problem
    assert view.desk.of_the_team("meetings") == []
    pane.hold.on.set_typed("gibberish")
    pane.hold.button.click()
    assert "not a date we understand" in pane.hold.on.problem
    pane.hold.on.set_typed("today")
    pane.hold.button.click()
    assert [meeting.kind for meeting in view.desk.of_the_team("meetings")] == ["transitions"]


def test_actions_of_the_meeting_are_added_taken_out_and_recorded_with_the_one_being_typed(
    a_page, qtbot
):
    view = a_page()
    pane = opened(view, qtbot, "housing")
    pane.list.choose("actions")
    for what in ("Ask for the list", "Bring the figures"):
        qtbot.keyClicks(pane.general.fields[0].input, what)
        pane.general.fields[1].set_value("Jo")
        pane.general.add_button.click()
    assert "Ask for the list, Jo, by 8 December 2026" in words_on(pane.general)
    assert lines(pane)["actions"].sentence == "2 actions"
    pane.general.taken_out.emit(0)
    qtbot.keyClicks(pane.general.fields[0].input, "Write")
    pane.general.fields[1].set_value("Amina")
    pane.list.choose("hold")
    pane.hold.button.click()
    actions = view.desk.of_the_team("meeting_actions")
    assert sorted(action.what for action in actions) == ["Bring the figures", "Write"]
    assert view.offers[-1][0] == "Recorded: 0 decisions and 2 actions."


def test_a_wrong_action_of_the_meeting_is_shown_there(a_page, qtbot):
    pane = opened(a_page(), qtbot, "housing")
    pane.list.choose("actions")
    pane.general.fields[0].set_value("Write")
    pane.list.choose("hold")
    pane.hold.button.click()
    assert pane.general.fields[1].problem == "Say who does it."


def test_more_decided_on_the_day_is_added_to_the_meeting_of_that_day(a_page, qtbot):
    facts = meeting_facts()
    facts["meetings"] = [Meeting("m1", "transitions", TODAY)]
    facts["meeting_items"] = [MeetingItem("i1", LATER_18, "m1", TODAY, "eligible")]
    view = a_page(facts)
    pane = opened(view, qtbot)
    held = next(line for line in lines(pane).values() if line.about == LATER_18)
    assert (held.word, held.sentence) == ("Recorded", "Eligible for care and support")
    choose(pane, SOON_18)
    pane.list.numbered.emit(1)
    pane.list.choose("hold")
    assert "is recorded" in words_on(pane.hold)
    assert pane.hold.button.text() == "Add to this meeting"
    pane.hold.button.click()
    assert len(view.desk.of_the_team("meetings")) == 1
    assert len(view.desk.case(SOON_18).meeting_items) == 1
    assert view.offers[-1][0].startswith("Added: 1 decision and 0 actions.")


def test_what_was_typed_can_be_thrown_away_and_had_again(a_page, qtbot):
    view = a_page()
    pane = opened(view, qtbot)
    choose(pane, SOON_18)
    pane.list.numbered.emit(1)
    view.close_meeting()
    pane = opened(view, qtbot)
    (throw,) = view.opened.notice.buttons()
    throw.click()
    assert view.desk.drafts() == []
    assert pane.minutes.to_draft() == {}
    view.offers[-1][2]()
    assert pane.minutes.about(SOON_18) == {"answer": "eligible"}


def test_a_pack_is_saved_for_the_audience_chosen(a_page, qtbot, tmp_path):
    view = a_page()
    opened(view, qtbot)
    head = view.opened.head
    folder = tmp_path / "out"
    folder.mkdir()
    for ending, code in (("pdf", "team"), ("xlsx", "without_names")):
        head.audience.setCurrentIndex(head.audience.findData(code))
        before = len(view.told)
        head.save(ending, folder / f"pack.{ending}")
        qtbot.waitUntil(lambda n=before: len(view.told) > n + 1)
    assert sorted(path.name for path in folder.iterdir()) == ["pack.html", "pack.pdf", "pack.xlsx"]
    assert "Mia Stone" in (folder / "pack.html").read_text(encoding="utf-8")
    with ZipFile(folder / "pack.xlsx") as book:
        assert not any(b"Mia Stone" in book.read(name) for name in book.namelist())
    assert view.told[-1].startswith("Saved pack.xlsx in out.")
    head.save("pdf", Path("/proc/nowhere/pack.pdf"))
    qtbot.waitUntil(lambda: "could not be saved" in view.told[-1])


def test_who_only_looks_writes_nothing_down(a_page, qtbot):
    view = a_page(role="qa")
    pane = opened(view, qtbot)
    assert not {"hold", "actions"} & lines(pane).keys()
    person = choose(pane, SOON_18)
    assert not person.answer.isVisible()
    assert not view.opened.head.hold.isVisible()
    pane.list.numbered.emit(1)
    assert pane.minutes.to_draft() == {}


def test_each_role_sees_the_meetings_that_are_theirs():
    assert meetings_of("team_manager") == tuple(MEETING_LABELS)
    assert meetings_of("eet_officer") == ("eet",)
    assert meetings_of("housing_officer") == ("housing", "resources")
    assert meetings_of("personal_adviser") == ()
    assert may_record("eet_officer")
    assert not may_record("qa")
    assert may_record("administrator")
    assert not may_record("administrator", "supervision")
    assert may_record("team_manager", "supervision")
    assert not may_record("personal_adviser")
    assert "board_viewer" not in SEES_MEETINGS


def test_an_officer_sees_the_meeting_that_is_theirs_and_no_other(a_page, qtbot):
    view = a_page(role="eet_officer")
    assert [line.key for line in view.list.lines.rows() if line.state] == ["eet"]
    view.open_meeting("supervision", "W1")
    assert view.pane is None


def test_esc_goes_from_the_panel_to_the_list_and_from_there_to_the_meetings(a_page, qtbot):
    view = a_page()
    view.activateWindow()
    pane = opened(view, qtbot)
    choose(pane, SOON_18)
    pane.explain()
    qtbot.waitUntil(lambda: not pane.list.hasFocus())
    assert view.step_back()
    assert view.pane is pane
    assert view.step_back()
    assert view.pane is None
    assert not view.step_back()
    assert view.person_in_view() == ""


def test_many_changes_in_one_gesture_work_the_list_out_once(a_page, qtbot, monkeypatch):
    view = a_page()
    opened(view, qtbot)
    asked = []
    worked = view.desk.asked
    monkeypatch.setattr(view.desk, "asked", lambda *given: asked.append(1) or worked(*given))
    for _ in range(20):
        view.refresh()
    with qtbot.waitSignal(view.pack_shown):
        QApplication.processEvents()
    assert len(asked) == 1


def test_typed_minutes_come_back_from_their_draft_as_they_were():
    actions, adding = [{"what": "Write"}], {"what": "R"}
    typed = TypedMinutes({"p1": {"answer": "eligible"}}, actions, adding, {"on": "today"})
    assert TypedMinutes.from_draft(typed.to_draft()) == typed
    assert TypedMinutes.from_draft({}).to_draft() == {}
    assert typed.all_actions == [{"what": "Write"}, {"what": "R"}]
    assert say_action({"what": "Write", "due_on": "whenever"}, TODAY) == "Write, whenever"
