from datetime import date

import pytest

from carelink.facts import Event, PlanVersion, Promise, Statement
from carelink.names import kept_apart
from carelink.words import State
from db.health import give_passport
from db.trail import add
from tests.desks import AHMED, AMAL, HANNA, TODAY
from tests.fingers import Fingers
from ui.team.team_lines import LATE_KEY


@pytest.fixture
def team(window):
    window.go_to("team")
    return window.page("team")


def test_the_late_ones_of_everybody_stand_in_one_list_with_the_sum(window, team):
    team.show_pane("waits")
    lines = team.panes["waits"].list.lines.rows()
    assert lines[0].key == LATE_KEY
    assert lines[0].title.endswith(f"({len(lines) - 1})")
    assert window._sum.text().startswith("3 = ")
    assert window._sum.text().endswith(f" · {team.desk.unclaimed().said}")


def test_every_duty_adds_up_to_the_roll_in_the_table(team):
    rows = team.panes["duties"].counts.rows()
    assert len(rows) == len(team.desk.rulebook.rules)
    for row in rows:
        assert sum(row.counts) == row.roll == 3
        assert row.spoken.startswith(f"{row.title}: 3 = ")


def test_a_line_explains_itself_and_opens_its_person(window, team):
    team.show_pane("waits")
    pane = team.panes["waits"]
    pane.list.choose(AMAL)
    assert pane.panel.about[0] == AMAL
    pane.list.activated.emit(pane.list.currentIndex())
    assert window.place == "young_person"


def test_a_worry_in_a_note_is_in_the_managers_sight(window, team):
    from carelink.facts import Contact
    from db.recording import record_contact

    said = Contact("N9", AMAL, "W1", TODAY, "seen", worry="Owes two months of rent.")
    team.desk.do(record_contact, said, about=AMAL)
    team.show_pane("waits")
    lines = team.panes["waits"].list
    worry = next(line for line in lines.lines.rows() if "Owes two months" in line.sentence)
    assert worry.state is State.DUE_SOON
    lines.choose(worry.key)
    assert team.person_in_view() == AMAL
    lines.activated.emit(lines.currentIndex())
    assert window.place == "young_person"


def a_plan_sent(writing):
    version = PlanVersion("V1", AMAL, "P1", begun_on=TODAY, sent_on=TODAY, sent_by="W1")
    add(writing, "plan_versions", [version])


def test_plans_to_read_stand_in_a_list_that_opens_each_at_its_place(window, team):
    assert team.buttons["to_agree"].text() == "To agree (0)"
    pane = team.panes["to_agree"]
    team.show_pane("to_agree")
    assert pane.list.lines.rows()[0].title == "Nothing waits for a manager."
    team.desk.do(a_plan_sent, about=AMAL)
    assert team.buttons["to_agree"].text() == "To agree (1)"
    head, line = pane.list.lines.rows()
    assert head.title == "Plans to read and approve (1)"
    assert (line.title, line.sentence) == (
        "Amal Haddad",
        "Sent on 24 November 2026 by Naomi Price, today",
    )
    assert team.person_in_view() == AMAL
    assert not pane.panel.agree_button.isVisible()
    pane.list.activated.emit(pane.list.currentIndex())
    assert window.place == "young_person"
    section = window.page("young_person").file.section
    assert section.reader.isVisible()
    assert section.reader.approve.isVisible()


def test_who_has_no_health_passport_is_one_press_away(window, team):
    fingers = Fingers()
    fingers.press(team.buttons["passports"])
    assert fingers.clicks == 1
    assert team.buttons["passports"].text() == "18 and no health passport (3)"
    lines = team.panes["passports"].list.lines.rows()
    assert lines[0].title == "18 and no health passport (3)"
    assert {line.key for line in lines[1:]} == {AMAL, HANNA, AHMED}
    team.show_pane("passports")
    person = team.person_in_view()
    team.panes["passports"].list.activated.emit(team.panes["passports"].list.currentIndex())
    assert window.place == "young_person"
    assert window.page("young_person").file.name == "health"
    assert window.page("young_person").person_in_view() == person


def test_whoever_gets_their_passport_leaves_the_list(window, team):
    given = Event("", AMAL, on=TODAY, kind="")
    team.desk.do(give_passport, given, about=AMAL)
    assert team.buttons["passports"].text() == "18 and no health passport (2)"
    team.show_pane("passports")
    assert {line.key for line in team.panes["passports"].list.lines.rows()[1:]} == {HANNA, AHMED}


def test_promises_and_answers_that_wait_stand_in_one_list_the_longest_wait_first(window, team):
    assert team.buttons["promises"].text() == "Promises and answers late (0)"
    team.show_pane("promises")
    assert (
        team.panes["promises"].list.lines.rows()[0].title == "No promise or answer of ours waits."
    )
    promises = [
        Promise("M1", AMAL, "", "ring the bank", TODAY, date(2026, 11, 20)),
        Promise("M2", HANNA, "", "ask about college", TODAY, date(2026, 11, 9)),
        Promise("M3", HANNA, "", "send the form", TODAY, date(2026, 11, 27)),
        Promise("M4", AHMED, "", "mend the lamp", TODAY, TODAY, date(2026, 11, 21)),
    ]
    said = Statement("S1", AHMED, "complaint", date(2026, 10, 1), words="Nobody rang")
    team.desk.do(lambda writing: add(writing, "statements", [said]), about=AHMED)
    for promise in promises:
        team.desk.do(
            lambda writing, promise=promise: add(writing, "promises", [promise]),
            about=promise.person_id,
        )
    assert team.buttons["promises"].text() == "Promises and answers late (3)"
    team.show_pane("promises")
    assert [(line.title, line.sentence) for line in team.panes["promises"].list.lines.rows()] == [
        ("We are late (3)", ""),
        (kept_apart("أحمد علي"), "We are 40 days late with an answer to their complaint"),
        ("ሐና ተስፋዬ", "We are 15 days late with a promise: ask about college"),
        ("Amal Haddad", "We are 4 days late with a promise: ring the bank"),
        ("Due within seven days (1)", ""),
        ("ሐና ተስፋዬ", "A promise is due in 3 days: send the form"),
        ("It has come out, and they have not been told (1)", ""),
        (
            kept_apart("أحمد علي"),
            "They do not know that a promise was kept: mend the lamp, since 21 November 2026",
        ),
    ]
    assert team.person_in_view() == AHMED
    team.panes["promises"].list.activated.emit(team.panes["promises"].list.currentIndex())
    assert window.place == "young_person"
    assert window.page("young_person").file.name == "promises"


def test_a_pane_out_of_sight_says_its_number_at_once_and_makes_its_list_when_it_is_seen(team):
    team.show_pane("promises")
    team.show_pane("decide")
    late = Promise("M1", AMAL, "", "ring the bank", TODAY, date(2026, 11, 20))
    team.desk.do(lambda writing: add(writing, "promises", [late]), about=AMAL)
    assert team.buttons["promises"].text() == "Promises and answers late (1)"
    lines = team.panes["promises"].list.lines
    assert [line.about for line in lines.rows()] == [""], "made before, and not again unseen"
    team.show_pane("promises")
    assert [line.about for line in lines.rows()] == ["", AMAL]
    team.desk.do(
        lambda writing: add(writing, "promises", [late._replace(promise_id="M2")]), about=AMAL
    )
    assert [line.about for line in lines.rows()] == ["", AMAL, AMAL], "in sight it follows at once"
