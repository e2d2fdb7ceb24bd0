from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from carelink.facts import (
    Absence,
    Allocation,
    CarePeriod,
    Contact,
    Cover,
    Entitlement,
    Event,
    Home,
    Person,
    Plan,
    PlanReview,
    Promise,
    Worker,
)
from carelink.week import Group
from db.covering import record_absence, record_cover
from db.money import record_step
from db.promising import keep_promise
from db.recording import link_user, record_contact
from db.trail import add
from tests.desks import AHMED, AMAL, HANNA, TODAY, made_desk
from tests.fingers import Fingers
from tests.teams import IN_TIME, in_order
from ui.desk_signals import DeskSignals
from ui.my_week.my_week_view import MyWeekView
from ui.my_week.week_lines import heading_key


def one_visit_late(person, seen):
    """Somebody with everything done but one visit."""
    born = date(2006, 8, 10)
    return {
        "people": [Person(person, date_of_birth=born, uasc=False)],
        "care_periods": [CarePeriod(person, date(2018, 6, 1), date(2024, 8, 10), "C2")],
        "allocations": [Allocation(person, "W1", "personal_adviser", date(2022, 8, 10))],
        "plans": [Plan(f"P{person}", person, None, date(2022, 9, 1))],
        "plan_reviews": [PlanReview(f"R{person}", person, held_on=date(2026, 10, 1))],
        "homes": [Home(person, date(2025, 9, 1), None, "U", "1", False, tenancy="licence")],
        "events": [
            Event(f"E1{person}", person, "health_history_given", date(2024, 1, 1)),
            Event(f"E2{person}", person, "suitability_check", date(2025, 9, 2)),
            Event(f"E3{person}", person, "suitability_check", date(2026, 10, 1)),
        ],
        "contacts": [
            Contact(f"C1{person}", person, "W1", date(2025, 9, 3), "seen_at_home"),
            Contact(f"C2{person}", person, "W1", seen, "seen_at_home"),
            Contact(f"C3{person}", person, "W1", date(2026, 10, 12), "spoke"),
        ],
    }


def _both(one, other):
    return {kind: [*one[kind], *other[kind]] for kind in one}


ONE_VISIT_LATE = {
    "workers": [Worker("W1", "Naomi Price", "personal_adviser")],
    **_both(one_visit_late("A", date(2026, 9, 10)), one_visit_late("B", date(2026, 9, 1))),
}


@pytest.fixture
def week(window):
    page = window.page("my_week")
    page.list.setFocus()
    return page


def people_shown(week):
    return [line.about for line in week.list.lines.rows() if line.about]


def test_each_group_has_a_heading_that_counts_it_and_the_sum_is_said(window, week):
    headings = [line.title for line in week.list.lines.rows() if line.state is None]
    assert headings[0] == f"Needs us today ({len(people_shown(week))})"
    assert window._sum.text() == desk_sum(week)
    assert window._sum.text().startswith("3 = ")


def desk_sum(week):
    unclaimed = week.desk.unclaimed().said
    return f"{week.desk.week().said} · 1 more not on the roll · {unclaimed}"


def test_what_is_unclaimed_is_said_and_follows_a_payment(window, week):
    assert " · £3,000 unclaimed, " in window._sum.text()
    paid = Entitlement(AMAL, "setting_up_home_allowance", "received", TODAY, 200_000)
    week.desk.do(record_step, paid, about=AMAL)
    assert " · £1,000 unclaimed, " in window._sum.text()


def test_the_figure_of_a_caseload_is_that_of_its_people(week):
    desk = week.desk
    assert desk.unclaimed("W1") == desk.unclaimed()
    assert desk.unclaimed("W2").said == "£0 unclaimed"


def test_recording_a_visit_takes_the_line_and_changes_the_sum_without_a_reload(tmp_path, qtbot):
    desk = made_desk(tmp_path, facts=ONE_VISIT_LATE)
    page = MyWeekView(desk, DeskSignals(desk))
    qtbot.addWidget(page)
    sums, resets = [], []
    page.sum_said.connect(sums.append)
    page.show()
    page.list.lines.modelReset.connect(lambda: resets.append("reset"))
    assert counts(sums[-1]) == "2 = 2 today"
    assert people_shown(page) == ["B", "A"], "the longer wait first"
    page.list.choose("B")
    late = next(line for line in page.list.lines.rows() if line.about == "A")
    assert late.sentence == "We are 19 days late with a visit"
    desk.do(record_contact, Contact("N1", "A", "W1", TODAY, "seen"), about="A")
    assert counts(sums[-1]) == "2 = 1 today + 1 fine"
    assert people_shown(page) == ["B"], "Fine is folded"
    assert page.list.chosen().about == "B", "the chosen line stays chosen"
    desk.do(record_contact, Contact("N2", "B", "W1", TODAY, "seen"), about="B")
    assert counts(sums[-1]) == "2 = 2 fine"
    assert people_shown(page) == []
    assert resets == []
    desk.store.close()


def counts(said):
    """How the lines add up, without the money after it."""
    return said.partition(" · ")[0]


def test_the_panel_says_the_rule_the_inputs_the_source_and_what_would_change_it(week):
    week.list.choose(AMAL)
    person_id, duty_id = week.panel.about
    rule = week.desk.rule(duty_id)
    told = {asks: text.text() for asks, (_, text) in week.panel._parts.items()}
    duty = next(duty for duty in week.desk.duties(AMAL) if duty.duty == duty_id)
    assert person_id == AMAL
    assert rule.says in told["The rule"]
    assert told["What it rests on"] == duty.reason
    assert duty.source in told["Where it comes from"]
    assert told["What would change it"] == rule.changes
    assert "overdue (due " in week.panel._due.text()


def test_everything_else_is_folded_below_and_each_can_be_explained(week):
    week.list.choose(AMAL)
    assert not week._rest.isVisible()
    week._rest_fold.click()
    assert week._rest.isVisible()
    other = week._rest.lines.rows()[0]
    week._rest.choose(other.key)
    week._rest.activated.emit(week._rest.currentIndex())
    assert week.panel.about == (AMAL, other.about)


def test_enter_opens_the_person_and_space_folds_a_group(window, week, qtbot):
    week.list.choose(heading_key(Group.TODAY))
    qtbot.keyClick(week.list, Qt.Key.Key_Space)
    assert people_shown(week) == []
    qtbot.keyClick(week.list, Qt.Key.Key_Space)
    week.list.choose(AMAL)
    qtbot.keyClick(week.list, Qt.Key.Key_Return)
    assert window.place == "young_person"
    window.go_back()
    assert window.place == "my_week"
    assert week.list.chosen().about == AMAL


def test_from_open_to_why_takes_two_clicks(week, qtbot):
    hands = Fingers()
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_W)
    assert week.panel.about[0]
    assert hands.clicks == 2


def snooze(week, reason, until):
    week.panel._to_snooze.click()
    week.snooze.reason.set_value(reason)
    week.snooze.until.set_typed(until)
    week.snooze.submit()


def test_a_snooze_without_a_reason_is_refused_beside_the_field(week):
    week.list.choose(AMAL)
    snooze(week, "", "+3")
    assert week.snooze.isVisible()
    assert week.snooze.reason.problem
    assert week.desk.case(AMAL).snoozes == ()


def test_a_snooze_with_no_day_we_understand_is_refused_beside_the_field(week):
    week.list.choose(AMAL)
    snooze(week, "They are away.", "some day")
    assert "not a date" in week.snooze.until.problem


def test_a_statutory_date_cannot_be_snoozed_past(week):
    week.list.choose(AMAL)
    duties = {duty.duty: duty for duty in week.desk.duties(AMAL)}
    assert duties["pa_visit_2m"].is_late
    week._explain_chosen("pa_visit_2m")
    snooze(week, "They are away.", "+30")
    assert week.snooze.until.problem
    assert week.desk.case(AMAL).snoozes == ()


def test_a_snooze_leaves_the_line_to_the_next_duty_and_can_be_undone(window, week):
    week.list.choose(HANNA)
    week._explain_chosen("pa_contact_8w")
    first = week.desk.known(HANNA).line
    snooze(week, "She is with family until Friday.", "fri")
    assert week.snooze.isHidden()
    (kept,) = week.desk.case(HANNA).snoozes
    assert kept.reason == "She is with family until Friday."
    assert kept.until == TODAY + timedelta(days=3)
    assert week.desk.known(HANNA).line.set_aside == 1
    assert "Snoozed until 27 November 2026" in window.messages.text
    window.messages.act()
    assert week.desk.case(HANNA).snoozes == ()
    assert week.desk.known(HANNA).line == first


def test_an_advisers_week_is_their_own_caseload(window, week):
    week.show_whose("W2")
    assert people_shown(week) == []
    assert week._empty.isVisible()
    assert week._empty.text() == "Nobody is allocated here today."
    week.show_whose("W1")
    assert set(people_shown(week)) == {AMAL, HANNA, AHMED}


def test_with_nobody_recorded_the_page_says_what_to_do(tmp_path, qtbot):
    desk = made_desk(tmp_path, facts={})
    page = MyWeekView(desk, DeskSignals(desk))
    qtbot.addWidget(page)
    page.show()
    assert page._empty.text().startswith("Nobody is recorded yet.")
    desk.store.close()


def test_a_line_is_one_sentence_to_a_screen_reader(week):
    at = week.list.lines.row_of(AMAL)
    spoken = week.list.lines.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Amal Haddad" in spoken
    assert "Overdue" in spoken or "Never" in spoken
    assert week.desk.known(AMAL).line.sentence in spoken


def test_until_somebody_chooses_the_first_line_is_chosen_however_the_list_grows(tmp_path, qtbot):
    desk = made_desk(tmp_path, facts=ONE_VISIT_LATE)
    page = MyWeekView(desk, DeskSignals(desk))
    qtbot.addWidget(page)
    page.show()
    assert page.list.chosen().about == "B"
    desk.do(record_contact, Contact("N1", "B", "W1", TODAY, "seen"), about="B")
    assert page.list.chosen().about == "A"
    desk.store.close()


def with_a_promise(due_on, seen=TODAY):
    promise = Promise("M1", "A", "", "ring the bank", date(2026, 10, 1), due_on)
    facts = one_visit_late("A", seen)
    return {"workers": ONE_VISIT_LATE["workers"], **facts, "promises": [promise]}


def test_a_late_promise_stands_beside_the_duty_and_makes_the_line_where_none_presses(
    tmp_path, qtbot
):
    desk = made_desk(tmp_path, facts=with_a_promise(date(2026, 11, 20), date(2026, 9, 10)))
    view = MyWeekView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    (line,) = people_lines(view)
    assert line.sentence.endswith("· 1 promise late")

    desk.do(record_contact, Contact("", "A", "W1", TODAY, "seen_at_home"), about="A")
    view.refresh()
    (line,) = people_lines(view)
    assert line.sentence == "We are 4 days late with a promise: ring the bank"
    view.list.choose(line.key)
    assert "We promised on 1 October 2026: ring the bank." in said_by(view.panel)

    desk.do(keep_promise, desk.case("A").promises[0], TODAY, about="A")
    view.refresh()
    assert view._week.counts[Group.FINE] == 1
    desk.store.close()


def people_lines(view):
    return [line for line in view.list.lines.rows() if line.state is not None]


def said_by(widget):
    return " ".join(found.text() for found in widget.findChildren(QLabel))


def test_who_stands_in_sees_the_others_people_while_the_cover_lasts(tmp_path, qtbot, dressed):
    desk = made_desk(tmp_path, role="personal_adviser")
    desk.do(link_user, "W2")
    desk.user = desk.user._replace(worker_id="W2")
    view = MyWeekView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    sums = []
    view.sum_said.connect(sums.append)
    view.show()
    assert not view.list.lines.rows()
    desk.do(record_absence, Absence("W1", "sickness", TODAY), team=True)
    desk.do(record_cover, Cover("W1", "W2", TODAY, date(2026, 11, 30)), team=True)
    people = [line for line in view.list.lines.rows() if line.state is not None]
    assert {line.aside for line in people} == {"Naomi Price"}
    assert "Standing in for Naomi Price until 30 November 2026" in sums[-1]
    desk._today = lambda: date(2026, 11, 30)
    assert desk.turn_day()
    desk.read_all()
    view.refresh()
    assert not view.list.lines.rows()
    assert "Standing in" not in sums[-1]
    desk.store.close()


def test_the_first_meeting_with_a_new_adviser_is_a_line_and_is_explained(desk, qtbot, dressed):
    """Everything else is in time: what presses is the new adviser's own clock."""
    facts = in_order("MED-0009", "Cai", IN_TIME)
    facts["allocations"] = [
        Allocation("MED-0009", "W1", "personal_adviser", date(2022, 8, 10), date(2026, 11, 2)),
        Allocation("MED-0009", "W2", "personal_adviser", date(2026, 11, 2)),
    ]
    with desk.store.writing() as writing:
        for kind, known in facts.items():
            add(writing, kind, known)
    desk.read_all()
    view = MyWeekView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    (line,) = [line for line in view.list.lines.rows() if line.about == "MED-0009"]
    assert line.sentence == "We are 8 days late with the first meeting with their new adviser"
    view.list.choose("MED-0009")
    said = " ".join(found.text() for found in view.panel.findChildren(QLabel))
    assert "Tom Ode is their personal adviser since 2 November 2026." in said
