from datetime import date

import pytest

from carelink.facts import Decision
from carelink.oversight.happened import decisions_happened, say_about
from carelink.oversight.still_open import still_open
from tests.people import a_case

DAY = date(2026, 11, 24)
VISIT = "duty:pa_visit_2m:2026-11-10"
TITLES = {"pa_visit_2m": "PA visit every two months", "pathway_review_6m": "Pathway plan review"}


def decided(decision_id="D1", **more):
    known = {"on": date(2026, 11, 10), "answer": "agreed", "about": VISIT, **more}
    return Decision(decision_id, "A1", **known)


@pytest.mark.parametrize(
    ("decision", "state"),
    [
        (decided(again_on=date(2026, 11, 25)), "stands"),
        (decided(again_on=date(2026, 11, 24)), "over"),
        (decided(again_on=None), "over"),
        (decided(on=date(2026, 11, 25), again_on=date(2026, 12, 1)), "over"),
        (decided(answer="action", action="Ring", again_on=date(2026, 11, 25)), "stands"),
        (decided(answer="action", action="Ring", again_on=date(2026, 11, 24)), "due"),
        (
            decided(
                answer="action",
                action="Ring",
                again_on=date(2026, 11, 20),
                done_on=date(2026, 11, 19),
            ),
            "over",
        ),
    ],
)
def test_a_decision_is_open_until_its_day_and_an_action_until_it_is_done(decision, state):
    found = still_open([decision], DAY)
    told = {True: "due", False: "stands"}[found[0].due] if found else "over"
    assert told == state


def test_a_later_decision_on_the_same_takes_its_place_and_what_came_due_is_first():
    first = decided("D1", again_on=date(2026, 12, 1))
    later = decided("D2", on=date(2026, 11, 20), again_on=date(2026, 12, 20))
    due = decided("D3", about="promise:M1", action="Write", again_on=date(2026, 11, 20))
    of_the_case = decided("D4", about="", again_on=date(2026, 12, 2))
    found = still_open([first, later, due, of_the_case], DAY)
    assert [one.decision.decision_id for one in found] == ["D3", "D4", "D2"]


@pytest.mark.parametrize(
    ("about", "says"),
    [
        (VISIT, "PA visit every two months"),
        (
            f"{VISIT} duty:pathway_review_6m:2026-10-01",
            "PA visit every two months and 1 other thing",
        ),
        ("duty:pa_vacancy", "Pa vacancy"),
        ("nights:bed_and_breakfast:2026-07-17", "Nights without a settled home"),
        ("release:2026-01-01:", "Release from custody"),
        ("promise:M1:2026-11-01", "A promise or an answer of ours"),
        ("first_meeting:W1:2026-11-01", "The first meeting with their new adviser"),
        ("meeting:X1", "In supervision"),
        ("something:else", "A matter of theirs"),
        ("", ""),
    ],
)
def test_what_a_decision_is_about_is_said_in_words(about, says):
    assert say_about(decided(about=about), TITLES) == says


def test_the_timeline_tells_a_decision_and_the_day_its_action_was_done():
    case = a_case(
        workers=[{"worker_id": "TM1", "name": "Amina Yusuf"}],
        decisions=[
            {
                "about": VISIT,
                "on": date(2026, 11, 10),
                "answer": "action",
                "again_on": date(2026, 11, 20),
                "words": "They would like to meet in town.",
                "action": "Visit in town",
                "by_whom": "Jo Field",
                "done_on": date(2026, 11, 18),
                "decided_by": "TM1",
            },
        ],
    )
    made, done = decisions_happened(case, TITLES)
    assert (made.on, made.group, made.who) == (date(2026, 11, 10), "Manager", "Amina Yusuf")
    assert made.says == (
        "PA visit every two months: action needed: Visit in town by Jo Field, due "
        "20 November 2026. Done on 18 November 2026"
    )
    assert made.note == "They would like to meet in town."
    assert done.says == "Done, as a manager asked: Visit in town"
    assert done.on == date(2026, 11, 18)
