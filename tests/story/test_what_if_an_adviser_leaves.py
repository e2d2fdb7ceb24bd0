"""An adviser leaves: what if, worked out, changed by hand, applied with one way back."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from carelink.facts import Handover, Pin, Worker
from db.handing_over import accept_handovers
from db.pinning import pin
from db.tables import TRAIL
from db.trail import add
from tests.desks import TODAY, made_desk
from tests.fingers import Fingers
from tests.teams import AMAL, BELA, PEOPLE, a_team

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    """The team of the stories, with two more advisers and hours for all three."""
    facts = a_team()
    naomi = facts["workers"][0]._replace(fte=1.0)
    others = [
        Worker("W2", "Tom Ode", "personal_adviser", "", 1.0, None, None, "Arabic", "ME4"),
        Worker("W3", "Ana Bell", "personal_adviser", "", 0.6),
    ]
    facts["workers"] = [naomi, *others]
    made = made_desk(tmp_path, facts=facts)
    yield made
    made.store.close()


@pytest.fixture
def asked(window, qtbot):
    """What if: asked with the keyboard alone, until there is an answer; and the fingers."""
    window.go_to("my_week")
    hands = Fingers()
    hands.key(Qt.Key.Key_5, CTRL)
    page = window.page("workload")
    qtbot.waitUntil(lambda: page.load.rows.rowCount() == 3)
    hands.press(page._buttons[-1])
    what_if = page.what_if
    what_if.form.who.setFocus()
    hands.type("Naomi")
    what_if.form.on.setFocus()
    hands.type("+14")
    hands.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: what_if.proposal is not None)
    return what_if, hands


def handovers(desk):
    people = [one.person_id for one in desk.people()]
    return [held for case in desk.read(people) for held in case.handovers]


def written(desk):
    with desk.store.reading() as connection:
        return len(connection.execute(select(TRAIL)).all())


def test_everyone_of_a_leaver_is_proposed_somebody_and_nothing_is_written_until_applied(
    window, desk, asked
):
    what_if, hands = asked
    assert len(what_if.proposal.moves) == PEOPLE
    assert handovers(desk) == []
    before = written(desk)
    texts = [line.spoken for line in what_if.list.lines.rows()]
    assert f"Would have a new adviser ({PEOPLE})" in texts[0]
    assert all("Naomi Price to" in text and "share" in text for text in texts[1:])
    assert [row.name for row in what_if.rows.rows()] == ["Ana Bell", "Naomi Price", "Tom Ode"]
    assert written(desk) == before

    hands.press(what_if.panel.apply)
    assert 3 <= hands.clicks <= 6
    made = handovers(desk)
    assert len(made) == PEOPLE
    assert {one.from_worker for one in made} == {"W1"}
    assert {one.to_worker for one in made} == {"W2", "W3"}
    assert {one.reason for one in made} == {"Naomi Price leaves, from 8 December 2026"}
    assert all(desk.case(one).adviser_on(TODAY).worker_id == "W1" for one in (AMAL, BELA))
    assert what_if.proposal is None


def test_one_undo_takes_all_of_it_back_unless_somebody_has_been_accepted(window, desk, asked):
    what_if, hands = asked
    hands.press(what_if.panel.apply)
    hands.key(Qt.Key.Key_Z, CTRL)
    assert handovers(desk) == []

    what_if.form.submit()
    what_if._on_worked_out(None)
    assert "Stopped" in window.messages.text


def test_what_was_accepted_meanwhile_is_said_when_it_is_to_be_undone(window, desk, asked):
    what_if, hands = asked
    hands.press(what_if.panel.apply)
    first = desk.case(AMAL).handovers[0]
    undo = window.messages._then
    desk.do(accept_handovers, [first], TODAY, about=AMAL)
    undo()
    assert "Amal Haddad has been taken further" in window.messages.text
    assert len(handovers(desk)) == PEOPLE


def test_thrown_away_it_has_written_nothing(window, desk, asked):
    what_if, hands = asked
    before = written(desk)
    hands.press(what_if.panel.throw)
    assert "Nothing was written" in window.messages.text
    assert what_if.proposal is None
    assert written(desk) == before


def test_a_line_is_moved_elsewhere_by_the_keyboard_and_goes_there(window, desk, asked):
    what_if, hands = asked
    what_if.list.choose(AMAL)
    move = next(move for move in what_if.proposal.moves if move.person_id == AMAL)
    other = {"W2": "W3", "W3": "W2"}[move.to_worker]
    what_if.panel.to.setFocus()
    hands.type({"W2": "Tom", "W3": "Ana"}[other])
    hands.press(what_if.panel.move_button)
    assert "Changed by you." in what_if.panel.says.text()
    hands.press(what_if.panel.apply)
    (held,) = desk.case(AMAL).handovers
    assert held.to_worker == other


def test_who_is_pinned_to_the_leaver_waits_for_the_manager_and_nothing_is_applied_before(
    window, desk, qtbot
):
    desk.do(pin, Pin(BELA, "W1", reason="They asked for it"), about=BELA)
    window.go_to("workload")
    page = window.page("workload")
    qtbot.waitUntil(lambda: page.load.rows.rowCount() == 3)
    page.show_pane(page.what_if)
    what_if = page.what_if
    what_if.form.who.set_value("W1")
    what_if.form.on.set_typed("+14")
    what_if.form.submit()
    qtbot.waitUntil(lambda: what_if.proposal is not None)
    line = what_if.list.lines.rows()[1]
    assert (line.about, line.word) == (BELA, "To decide")
    assert line.sentence == "Is to stay with Naomi Price: They asked for it"
    assert not what_if.panel.apply.isEnabled()
    what_if.list.choose(BELA)
    what_if.panel.to.set_value("W2")
    what_if.panel.move_button.click()
    assert what_if.proposal.undecided == ()
    what_if.panel.apply.click()
    assert "Bela Kovacs is pinned" in window.messages.text
    assert handovers(desk) == []


def test_what_has_changed_since_is_said_and_not_applied(window, desk, asked, qtbot):
    what_if, _ = asked
    going = Handover("HX", AMAL, "W1", "W2", TODAY, TODAY)
    desk.do(lambda writing: add(writing, "handovers", [going]), about=AMAL)
    qtbot.waitUntil(lambda: not what_if.panel.apply.isEnabled())
    assert what_if.list.lines.rows()[0].title.startswith("Something has changed")


def a_what_if(window, qtbot, kind, **typed):
    """What if, asked by its fields, until there is an answer."""
    window.go_to("workload")
    page = window.page("workload")
    qtbot.waitUntil(lambda: page.load.rows.rowCount() == 3)
    page.show_pane(page.what_if)
    form = page.what_if.form
    form.kind.set_value(kind)
    fields = {field.name: field for field in form.fields}
    for name, value in {"on": "+14", **typed}.items():
        fields[name].set_typed(value)
    form.submit()
    qtbot.waitUntil(lambda: page.what_if.proposal is not None)
    return page.what_if


def test_for_a_sickness_somebody_stands_in_and_nobody_moves(window, desk, qtbot):
    what_if = a_what_if(window, qtbot, "away", worker_id="W1", back_on="+28")
    assert len(what_if.proposal.moves) == PEOPLE
    what_if.panel.cover.click()
    form = what_if.panel.form
    form.fields[0].set_value("W2")
    form.submit()
    (held,) = desk.of_the_team("covers")
    assert (held.worker_id, held.cover_id) == ("W1", "W2")
    assert (held.first_on.day, held.back_on.day) == (8, 22)
    assert handovers(desk) == []
    assert what_if.proposal is None
    assert "Tom Ode stands in for Naomi Price" in window.messages.text
    window.messages.act()
    assert desk.of_the_team("covers") == []


def test_a_starter_is_written_down_with_the_handovers_and_goes_with_the_undo(window, desk, qtbot):
    what_if = a_what_if(window, qtbot, "begins", name="Eve Hart", fte="1")
    moves = len(what_if.proposal.moves)
    assert 0 < moves < PEOPLE
    what_if.panel.apply.click()
    (eve,) = [one for one in desk.workers().values() if one.name == "Eve Hart"]
    assert {one.to_worker for one in handovers(desk)} == {eve.worker_id}
    assert len(handovers(desk)) == moves
    window.messages.act()
    assert handovers(desk) == []
    assert "Eve Hart" not in {one.name for one in desk.workers().values()}


def test_with_other_hours_somebody_pinned_in_the_answer_stays(window, desk, qtbot):
    what_if = a_what_if(window, qtbot, "hours", worker_id="W1", fte="0.5")
    stays = what_if.proposal.moves[0].person_id
    what_if.list.choose(stays)
    what_if.panel.pin.click()
    form = what_if.panel.form
    form.fields[0].set_value("They asked for it")
    form.submit()
    assert stays not in {move.person_id for move in what_if.proposal.moves}
    assert desk.case(stays).pins[0].reason == "They asked for it"
    assert what_if.panel.apply.isEnabled()
    what_if.panel.apply.click()
    assert handovers(desk)
    assert stays not in {one.person_id for one in handovers(desk)}
