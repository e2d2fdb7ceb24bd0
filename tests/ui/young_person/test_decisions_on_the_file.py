"""A manager's decisions on the case show on the file until they are done or their day has come."""

from datetime import date, timedelta

from carelink.facts import Decision
from db.trail import add
from tests.desks import AMAL, TODAY
from tests.pages import a_page, section, undo, words_on


def put(desk, *decisions):
    desk.do(lambda writing: add(writing, "decisions", list(decisions)), about=AMAL)


def an_action(again_on, decision_id="D1"):
    about = "duty:pa_visit_2m:2026-11-10"
    on = date(2026, 11, 1)
    return Decision(decision_id, AMAL, about, on, "action", again_on, "", "Visit her", "Naomi")


def test_an_open_action_is_on_the_overview_marked_as_done_and_undone(desk, qtbot):
    put(desk, an_action(TODAY))
    view = a_page(desk, qtbot)
    card = section(view).manager
    said = words_on(card)
    assert "Came due: Action needed: Visit her by Naomi, due 24 November 2026" in said
    assert "PA visit every two months" in said
    card.asked.emit("done", desk.case(AMAL).decisions[0])
    assert desk.case(AMAL).decisions[0].done_on == TODAY
    assert not card.isVisible()
    assert "Done, as a manager asked: Visit her" in words_on(section(view).timeline)
    undo(view)
    assert desk.case(AMAL).decisions[0].done_on is None
    assert card.isVisible()


def test_a_decision_that_stands_shows_until_the_day_it_comes_back(desk, qtbot):
    about = "duty:pa_visit_2m:2026-11-10"
    agreed = Decision("D2", AMAL, about, TODAY, "agreed", TODAY + timedelta(days=14), "Go gently.")
    put(desk, agreed)
    view = a_page(desk, qtbot)
    said = words_on(section(view).manager)
    assert "Seen and agreed; to be looked at again on 8 December 2026" in said
    assert "Go gently." in said
    assert "Manager" in words_on(section(view).timeline)
