"""A desk with meetings to hold, and the page of meetings in sight."""

from datetime import date

import pytest

from carelink.facts import Allocation, CarePeriod, Person, Worker
from tests.desks import A_FEW, TODAY, made_desk
from ui.background import Background
from ui.desk_signals import DeskSignals
from ui.meetings.meetings_view import MeetingsView

SOON_18, LATER_18 = "MED-0007", "MED-0008"


def meeting_facts():
    """The few, two of 17, a manager, and two advisers of one name."""
    facts = {kind: list(known) for kind, known in A_FEW.items()}
    facts["workers"] += [
        Worker("W3", "Naomi Price", "personal_adviser"),
        Worker("M1", "Amina Yusuf", "team_manager"),
    ]
    for person_id, name, born in (
        (SOON_18, "Mia Stone", date(2009, 1, 2)),
        (LATER_18, "ياسر علي", date(2009, 4, 2)),
    ):
        facts["people"].append(Person(person_id, name, "", born, uasc=False))
        facts["care_periods"].append(CarePeriod(person_id, date(2020, 1, 1), None, "C2"))
        given = Allocation(person_id, "W2", "personal_adviser", date(2026, 3, 1))
        facts["allocations"].append(given)
    return facts


@pytest.fixture
def background():
    made = Background()
    yield made
    made.close()


@pytest.fixture
def a_page(tmp_path, qtbot, background):
    """Makes the page for a role on these facts; `told` and `offers` keep what it says."""
    desks = []

    def make(facts=None, *, role="team_manager", today=TODAY):
        desk = made_desk(tmp_path, today, meeting_facts() if facts is None else facts, role=role)
        desks.append(desk)
        view = MeetingsView(desk, DeskSignals(desk), background)
        qtbot.addWidget(view)
        view.resize(1180, 700)
        view.told, view.offers, view.sums = [], [], []
        view.said.connect(view.told.append)
        view.sum_said.connect(view.sums.append)
        view.offered.connect(lambda *offer: view.offers.append(offer))
        view.show()
        return view

    yield make
    for desk in desks:
        desk.store.close()


def opened(view, qtbot, kind="transitions", worker_id=""):
    view.open_meeting(kind, worker_id)
    qtbot.waitUntil(lambda: view.pane is not None and view.pane.pack is not None)
    return view.pane


def lines(pane):
    return {line.key: line for line in pane.list.lines.rows()}


def spoken(listed):
    return [line.spoken for line in listed.lines.rows()]


def choose(pane, person_id):
    key = next(
        k for k, line in lines(pane).items() if k.startswith("row") and line.about == person_id
    )
    pane.list.choose(key)
    return pane.person
