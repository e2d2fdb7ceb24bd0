"""A team with no manager, with nobody on its roll, or with no dates at all: every pane says so."""

import pytest

from carelink.facts import Allocation, Person, Worker
from tests.desks import made_desk
from ui.desk_signals import DeskSignals
from ui.team.team_view import TeamView

DATELESS = {
    "workers": [Worker("W1", "", "personal_adviser"), Worker("W2", "Jo", "personal_adviser")],
    "people": [Person(f"P{at}", "", "") for at in range(3)],
    "allocations": [Allocation(f"P{at}", "W1", "personal_adviser", None) for at in range(2)],
}


@pytest.fixture
def team_of(tmp_path, qtbot):
    desks = []

    def make(facts, **store):
        desks.append(made_desk(tmp_path, facts=facts, **store))
        page = TeamView(desks[-1], DeskSignals(desks[-1]))
        qtbot.addWidget(page)
        page.said_sums = []
        page.sum_said.connect(page.said_sums.append)
        page.show()
        return page

    yield make
    for desk in desks:
        desk.store.close()


def test_with_no_manager_it_says_that_nothing_can_be_decided(team_of):
    page = team_of(DATELESS, role="qa")
    assert "Nobody here is recorded as a team manager" in page.said_sums[-1]


def test_with_a_manager_elsewhere_it_says_who_decides(team_of):
    facts = {**DATELESS, "workers": [Worker("T1", "Amina Yusuf", "team_manager")]}
    page = team_of(facts, role="qa")
    assert page.said_sums[-1].endswith("Decided here by Amina Yusuf")


def test_with_all_dates_missing_everybody_is_in_one_piece_of_each_bar(team_of):
    page = team_of(DATELESS)
    for name in page.panes:
        page.show_pane(name)
    rows = page.panes["duties"].bars.bars.rows()
    assert rows
    for row in rows:
        assert sum(row.counts) == row.roll == 3
    alarms, decided = page.desk.alarms()
    assert {alarm.person_id for alarm in alarms} == {"P0", "P1", "P2"}
    assert decided == 0


def test_with_nobody_on_the_roll_every_pane_says_so(team_of):
    page = team_of({"workers": DATELESS["workers"]})
    page.show_pane("duties")
    assert page.panes["duties"].heading.text() == "Nobody is on the roll."
    assert page.said_sums[-1].startswith("0 young people")
    for name in ("promises", "passports"):
        page.show_pane(name)
        assert page.panes[name].list.lines.rowCount() == 1
