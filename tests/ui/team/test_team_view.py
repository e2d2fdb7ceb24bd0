import pytest

from carelink.words import State
from tests.desks import AMAL
from ui.team.team_lines import LATE_KEY


@pytest.fixture
def team(window, qtbot):
    window.go_to("team")
    page = window.page("team")
    qtbot.waitUntil(lambda: page.counts.rowCount() > 0)
    return page


def test_the_late_ones_of_everybody_stand_in_one_list_with_the_sum(window, team):
    lines = team.list.lines.rows()
    assert lines[0].key == LATE_KEY
    assert lines[0].title.endswith(f"({len(lines) - 1})")
    assert window._sum.text().startswith("3 = ")
    assert window._sum.text().endswith(f" · {team.desk.unclaimed().said}")


def test_every_duty_adds_up_to_the_roll_in_the_table(team):
    rows = team.counts.rows()
    assert len(rows) == len(team.desk.rulebook.rules)
    for row in rows:
        assert sum(row.counts) == row.roll == 3
        assert row.spoken.startswith(f"{row.title}: 3 = ")


def test_a_line_explains_itself_and_opens_its_person(window, team):
    team.list.choose(AMAL)
    assert team.panel.about[0] == AMAL
    team.list.activated.emit(team.list.currentIndex())
    assert window.place == "young_person"


def test_a_worry_in_a_note_is_in_the_managers_sight(window, team, qtbot):
    from carelink.facts import Contact
    from db.recording import record_contact
    from tests.desks import TODAY

    said = Contact("N9", AMAL, "W1", TODAY, "seen", worry="Owes two months of rent.")
    team.desk.do(record_contact, said, about=AMAL)
    qtbot.waitUntil(
        lambda: any("Owes two months" in line.sentence for line in team.list.lines.rows())
    )
    worry = next(line for line in team.list.lines.rows() if "Owes" in line.sentence)
    assert worry.state is State.DUE_SOON
    team.list.choose(worry.key)
    assert team.person_in_view() == AMAL
    team.list.activated.emit(team.list.currentIndex())
    assert window.place == "young_person"
