"""At every start whoever has no adviser is counted, shown, and can be given one at once."""

import json
from datetime import date

import pytest

from carelink.facts import Allocation, CarePeriod, Person, Worker
from tests.desks import TODAY, made_desk
from tests.fingers import Fingers
from tests.stores import PASSPHRASE, USER, clock_at

PA = "personal_adviser"


def without_an_adviser():
    """Amal, whose adviser has left; Bela, who never had one; Cai, whose adviser leaves soon."""
    workers = [
        Worker("W1", "Naomi Price", PA, end=date(2026, 11, 10)),
        Worker("W2", "Tom Ode", PA),
        Worker("W3", "Jo Bell", PA, end=date(2026, 12, 5)),
    ]
    names = {"p1": "Amal", "p2": "Bela", "p3": "Cai", "p4": "Didi"}
    return {
        "workers": workers,
        "people": [Person(p, name, "", date(2006, 5, 3), uasc=False) for p, name in names.items()],
        "care_periods": [CarePeriod(p, date(2018, 1, 1), date(2024, 5, 3), "C2") for p in names],
        "allocations": [
            Allocation(p, w, PA, date(2024, 1, 1))
            for p, w in zip(("p1", "p3", "p4"), ("W1", "W3", "W2"), strict=True)
        ],
    }


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, facts=without_an_adviser())
    yield made
    made.store.close()


def started(window, qtbot):
    with qtbot.waitSignal(window.reading.finished):
        window.reading.start()


def test_the_start_says_how_many_have_nobody_and_shows_them(window, qtbot):
    started(window, qtbot)
    assert window.messages.text == (
        "2 young people have no personal adviser. 1 soon will have none."
    )
    hands = Fingers()
    hands.press(window.messages._act)
    assert window.place == "handovers"
    pane = window.page("handovers").nobodys
    rows = [(line.title, line.sentence) for line in pane.list.lines.rows() if line.state]
    assert rows == [
        ("☐ Bela", "No personal adviser has been allocated"),
        ("☐ Amal", "No personal adviser for 14 days: Naomi Price left on 10 November 2026"),
        ("☐ Cai", "Jo Bell is their adviser until 5 December 2026, and nobody follows"),
    ]


def test_a_handover_is_asked_for_accepted_and_nobody_is_without_any_more(window, desk, qtbot):
    started(window, qtbot)
    window.show_nobodys()
    view = window.page("handovers")
    pane = view.nobodys
    pane.list.tick(
        line.key for line in pane.list.lines.rows() if line.state and "Cai" not in line.title
    )
    pane.ask_button.click()
    pane.form.fields[0].set_value("W2")
    pane.form.submit()
    assert view.under_way.number == 2
    view.show_under_way()
    view.under_way.list.tick_all()
    view.under_way.acts["accept"].click()
    view.under_way.form.submit()
    for person_id in ("p1", "p2"):
        assert desk.case(person_id).adviser_on(TODAY).worker_id == "W2"
    window.messages.clear()
    started(window, qtbot)
    assert window.messages.text == "1 soon will have none: an adviser is leaving."


def test_an_adviser_is_not_told_of_it_and_the_check_command_names_the_same_people(
    window, desk, qtbot, tmp_path, capsys, monkeypatch
):
    desk.user = desk.user._replace(role=PA)
    started(window, qtbot)
    assert window.messages.text == ""
    from ui.commands import run

    monkeypatch.setenv("CARELINK_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("CARELINK_USER", USER)
    desk.store.close()
    capsys.readouterr()
    words = ["check", "--store", str(tmp_path / "carelink.store"), "--format", "json"]
    run(words, clock_at(TODAY), lambda *_: 1)
    said = json.loads(capsys.readouterr().out)
    assert said["orphans"] == "p1;p2"
