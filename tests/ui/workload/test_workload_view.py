"""The load page: what each adviser carries, said in words, and what can be changed there."""

from datetime import date

import pytest

from carelink.facts import Absence, Cover, Worker
from carelink.names import kept_apart
from carelink.reallocation.scenario import Away, Hours, Leaver, Starter
from db.trail import add
from tests.desks import AHMED, AMAL, HANNA, TODAY, made_desk
from tests.pages import words_on
from ui.places import places_for
from ui.workload.load_rows import unknown_of


@pytest.fixture
def page(window, qtbot):
    window.go_to("workload")
    made = window.page("workload")
    qtbot.waitUntil(lambda: made.load.rows.rowCount() > 0)
    return made


def changed(page, qtbot, verb, **more):
    """Something written, and the page shown anew."""
    before = page.load._load
    page.desk.do(verb, **more)
    qtbot.waitUntil(lambda: page.load._load is not before)


def test_lines_stand_by_name_and_say_what_cannot_be_told(page, window):
    assert [row.name for row in page.load.rows.rows()] == ["Naomi Price", "Tom Ode"]
    naomi, tom = page.load.rows.rows()
    assert "3, weight" in naomi.spoken
    assert "Cannot tell: FTE not recorded" in naomi.spoken
    assert len(tom.people) == 0
    assert window._sum.text() == "3 = 3 with one adviser"


def test_who_has_nobody_and_who_has_two_are_rows_of_their_own(page, qtbot, window):
    from carelink.facts import Allocation

    second = Allocation(AMAL, "W2", "personal_adviser", date(2026, 1, 1), row_id="A9")
    changed(page, qtbot, lambda w: add(w, "allocations", [second]), about=AMAL)
    rows = page.load.rows.rows()
    assert rows[-1].name == "Two personal advisers or more"
    assert rows[0].load.shared[0].person_id == AMAL
    assert window._sum.text() == "3 = 2 with one adviser + 1 with two or more"


def test_each_person_says_what_they_weigh_and_opens(page, window):
    page.load.choose("W1")
    lines = {line.about: line for line in page.load.people.lines.rows()}
    assert set(lines) == {AMAL, HANNA, AHMED}
    assert lines[HANNA].word == "Not all known, weighs 1"
    assert "each young person 1" in lines[AMAL].sentence
    assert lines[AMAL].aside == "20 months"
    page.load.people.choose(AMAL)
    page.load.people.activated.emit(page.load.people.currentIndex())
    assert window.place == "young_person"


def test_hours_languages_and_district_are_changed_with_a_way_back(page, qtbot, window):
    page.load.choose("W1")
    page.load.change.click()
    fields = {field.name: field for field in page.load.panel.form.fields}
    fields["fte"].set_typed("7")
    page.load.panel.form.submit()
    assert "from 0 to 1.5" in fields["fte"].problem
    fields["fte"].set_typed("0.1")
    fields["languages"].set_typed("Arabic, Tigrinya")
    fields["district"].set_typed("me4")
    page.load.panel.form.submit()
    qtbot.waitUntil(lambda: page.load.rows.rows()[0].load.fte == 0.1)
    worker = page.desk.workers()["W1"]
    assert (worker.languages, worker.district) == ("Arabic, Tigrinya", "ME4")
    assert "above the range" in page.load.rows.rows()[0].spoken
    assert "Works from: ME4" in words_on(page.load.panel)
    window.messages.act()
    assert page.desk.workers()["W1"] == Worker("W1", "Naomi Price", "personal_adviser")


def test_a_pair_is_pinned_with_a_reason_and_let_go_again(page, qtbot, window):
    page.load.choose("W1")
    page.load.people.choose(AMAL)
    assert page.load.pin.text() == "Pin Amal Haddad to their adviser…"
    page.load.pin.click()
    form = page.load.panel.form
    form.submit()
    assert "Say why they are to stay together" in form.fields[0].problem
    form.fields[0].set_value("It took a year")
    form.submit()
    qtbot.waitUntil(lambda: any("Pinned" in line.word for line in page.load.people.lines.rows()))
    page.load.people.choose(AMAL)
    page.load.unpin.click()
    form = page.load.panel.form
    assert "It took a year" in words_on(form)
    form.fields[0].set_value("They asked for a change")
    form.submit()
    assert page.desk.case(AMAL).pins[0].ended_why == "They asked for a change"
    window.messages.act()
    assert page.desk.case(AMAL).pins[0].ended_on is None


def test_leave_and_cover_stand_in_the_row(page, qtbot):
    away = Absence("W1", "leave", date(2026, 12, 21), date(2026, 12, 29), "B1")
    cover = Cover("W1", "W2", date(2026, 12, 21), date(2026, 12, 29), row_id="B2")

    def both(writing):
        add(writing, "absences", [away])
        add(writing, "covers", [cover])

    changed(page, qtbot, both, team=True)
    row = page.load.rows.rows()[0]
    assert (
        row.away
        == "2 working days of these four weeks: from 21 December 2026, back 29 December 2026"
    )
    assert row.cover == "Tom Ode, until 28 December 2026"


def test_of_one_person_it_is_said_as_of_one(page):
    said = words_on(page.load)
    assert "People: 3. Their weight: 3." in said
    assert "For a full week: Cannot tell: FTE not recorded." in said
    hanna = [one for one in page.load._load.advisers[0].people if one.person_id == HANNA]
    assert unknown_of(hanna).startswith("Of 1 person something is not known")


def test_continuity_adds_up_to_the_roll(page):
    page.show_pane(page.continuity)
    for model in page.continuity.counts:
        rows = model.rows()
        assert sum(row.number for row in rows) == rows[0].roll == 3
    assert page.continuity.says.text() == ("3 of 3 had one adviser and no other in the last year.")


def test_the_chart_has_its_words_and_its_table(page, qtbot):
    page.show_pane(page.chart)
    chart = page.chart.chart
    assert "Naomi Price: 3 people" in chart.picture.accessibleDescription()
    assert "No FTE is recorded" in str([chart.table.model().index(0, at).data() for at in range(5)])


@pytest.mark.parametrize(
    ("kind", "typed", "scenario"),
    [
        ("leaves", {"worker_id": "W1"}, Leaver("W1", date(2026, 12, 8))),
        (
            "away",
            {"worker_id": "W1", "back_on": "+28"},
            Away("W1", date(2026, 12, 8), date(2026, 12, 22)),
        ),
        ("hours", {"worker_id": "W1", "fte": "0.5"}, Hours("W1", 0.5, date(2026, 12, 8))),
        (
            "begins",
            {"name": "Ana Bell", "fte": "1", "district": "me4"},
            Starter(
                Worker("new worker", "Ana Bell", "personal_adviser", fte=1.0, district="ME4"),
                date(2026, 12, 8),
            ),
        ),
    ],
)
def test_each_kind_of_what_if_asks_for_what_it_needs(page, kind, typed, scenario):
    form = page.what_if.form
    heard = []
    form.asked.disconnect()
    form.asked.connect(lambda *asked: heard.append(asked))
    form.kind.set_value(kind)
    shown = {field.name: field for field in form.fields if not field.isHidden()}
    assert set(typed) <= set(shown)
    form.submit()
    assert "Give the day" in shown["on"].problem
    for name, value in {**typed, "on": "+14"}.items():
        shown[name].set_typed(value)
    form.submit()
    assert heard == [(scenario, False)]


def test_what_cannot_be_worked_out_is_said_and_nothing_stays_busy(page, qtbot):
    form = page.what_if.form
    page.show_pane(page.what_if)
    form.who.set_value("W1")
    form.on.set_typed("+14")
    form.submit()
    assert form.stop.isVisible()
    qtbot.waitUntil(lambda: not form.general.isHidden())
    assert form.general.text().startswith("Nobody is left who could take anyone")
    assert form.go.isEnabled()
    assert form.stop.isHidden()
    assert page.what_if.proposal is None


def test_it_is_stopped_when_asked(page, qtbot, window):
    page.show_pane(page.what_if)
    form = page.what_if.form
    form.who.set_value("W1")
    form.on.set_typed("+14")
    form.submit()
    form.stop.click()
    assert form.go.isEnabled()
    assert page.what_if._stop.is_set()


def test_only_a_manager_sees_whose_load_each_person_is(tmp_path, qtbot, dressed):
    from ui.background import Background
    from ui.desk_signals import DeskSignals
    from ui.workload.workload_view import WorkloadView

    desk = made_desk(tmp_path, role="analyst")
    background = Background()
    made = WorkloadView(desk, DeskSignals(desk), background)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.load.rows.rowCount() > 0)
    assert made.what_if is None
    assert not made.load.people.isVisible()
    assert made.load.change.isHidden()
    for name in ("Amal", "Hanna", "Ahmed", kept_apart("أحمد علي")):
        assert name not in words_on(made)
    background.close()
    desk.store.close()


def test_workload_is_seen_by_whoever_sees_the_team():
    def words(role):
        return [place.word for place in places_for(role)]

    assert "Workload" in words("team_manager")
    assert "Workload" not in words("personal_adviser")
    assert TODAY


def test_in_a_narrow_window_a_button_turns_to_what_can_be_done_and_back(page, window, qtbot):
    sides = page.load._panes
    assert not sides.turn.isVisible()
    window.resize(683, 384)
    qtbot.waitUntil(sides.turn.isVisible)
    assert page.load.table.isVisible()
    sides.turn.click()
    assert page.load.panel.isVisible()
    assert sides.turn.text() == "Back to the list"
    assert page.step_back()
    assert page.load.table.isVisible()
    assert not page.step_back()
