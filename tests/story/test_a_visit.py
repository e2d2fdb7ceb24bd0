"""One visit, from the form to the Board, with nothing put in the place of anything."""

from PySide6.QtCore import Qt

from carelink.disclosure.cells import cell_at
from carelink.figures.dimensions import dimensions_at
from carelink.figures.indicators import INDICATORS
from carelink.figures.levels import Level
from carelink.figures.whitelist import TABLES
from carelink.week import Group
from carelink.words import State
from tests.fingers import Fingers
from tests.stores import USER
from tests.teams import AMAL, BELA, PEOPLE
from ui.releasing import count_for

CTRL = Qt.KeyboardModifier.ControlModifier


def record_a_visit(window):
    """As a worker does it: the line chosen on My week, N, what happened, Ctrl Enter."""
    window.go_to("my_week")
    week = window.page("my_week")
    week.list.choose(AMAL)
    week.list.setFocus()
    hands = Fingers()
    hands.key(Qt.Key.Key_N)
    note = window.page("contact").pane.note
    assert note.answers().person_id == AMAL
    hands.key(Qt.Key.Key_1)
    note.prompts["they_said"].setFocus()
    hands.type("College is going well.")
    hands.key(Qt.Key.Key_Return, CTRL)
    return hands


def lines_of_my_week(window):
    return {line.about: line for line in window.page("my_week").list.lines.rows() if line.about}


def sum_of_lines(window):
    """How the lines of My week add up, without the money after it."""
    return window._sum.text().partition(" · ")[0]


def in_touch(desk):
    """How many of how many are counted as in touch with us today: true counts, for us alone."""
    counting = count_for(desk.ask, desk.store.path, desk.day)
    indicator = next(one for one in INDICATORS if one.name == "in_touch")
    (table,) = (one for one in TABLES if one.name == indicator.table)
    counts = counting.counts([table.plain], dimensions_at(Level.FULL))
    return counts[cell_at((*table.fixed, indicator.counted))], counts[cell_at(table.fixed)]


def test_the_line_goes_and_every_sum_follows(window, desk):
    week = window.page("my_week")
    assert lines_of_my_week(window)[AMAL].state is State.OVERDUE
    assert desk.week().said == f"{PEOPLE} = 2 today + {PEOPLE - 2} fine"
    assert sum_of_lines(window) == desk.week().said
    window.go_to("team")
    team = window.page("team")
    assert desk.team().counts[Group.TODAY] == 2
    assert in_touch(desk) == (PEOPLE - 2, PEOPLE)

    record_a_visit(window)

    receipt = window.messages.text
    assert receipt.startswith("Saved. This answered: ")
    assert "PA visit every two months (was due 10 November 2026)" in receipt
    assert receipt.endswith("Nothing is still open.")
    assert desk.case(AMAL).contacts[-1].note == "What they said\nCollege is going well."

    window.go_to("my_week")
    shown = lines_of_my_week(window)
    assert AMAL not in shown
    assert shown[BELA].state is State.OVERDUE
    assert sum_of_lines(window) == f"{PEOPLE} = 1 today + {PEOPLE - 1} fine"
    assert week.list.lines.rows()[0].title == "Needs us today (1)"

    window.go_to("team")
    assert desk.team().counts[Group.TODAY] == 1
    team.show_pane("waits")
    waiting = [line.about for line in team.panes["waits"].list.lines.rows() if line.about]
    assert len(waiting) == 1
    assert in_touch(desk) == (PEOPLE - 1, PEOPLE)


def test_the_command_says_the_same_as_the_window(window, desk, duties_command):
    before = duties_command()
    record_a_visit(window)
    after = duties_command()
    assert (before[AMAL, "pa_visit_2m"]["state"], after[AMAL, "pa_visit_2m"]["state"]) == (
        "overdue",
        "on_track",
    )
    assert after[AMAL, "pa_visit_2m"]["due_on"] == "2027-01-24"
    for (person_id, duty_id), row in after.items():
        held = next(duty for duty in desk.duties(person_id) if duty.duty == duty_id)
        due_on = held.due_on.isoformat() if held.due_on else ""
        assert (row["state"], row["due_on"] or "", row["reason"]) == (
            str(held.state),
            due_on,
            held.reason,
        )
    changed = {
        person_id for (person_id, duty), row in after.items() if before[person_id, duty] != row
    }
    assert changed == {AMAL}


def test_the_trail_has_the_visit_and_nobody_elses_name(window, desk, trail):
    before = trail()
    record_a_visit(window)
    left = trail()[len(before) :]
    contact = desk.case(AMAL).contacts[-1]
    assert (USER, "add", "contacts", contact.contact_id) in left
    assert {who for who, *_ in left} == {USER}
    assert {kind for _, _, kind, _ in left} == {"contacts", "drafts"}


def test_taking_the_visit_back_brings_the_line_back(window, desk):
    record_a_visit(window)
    window.messages.act()
    window.go_to("my_week")
    assert lines_of_my_week(window)[AMAL].state is State.OVERDUE
    assert desk.week().said == f"{PEOPLE} = 2 today + {PEOPLE - 2} fine"
    window.record_contact(AMAL)
    note = window.page("contact").pane.note
    assert note.prompts["they_said"].value() == "College is going well."
