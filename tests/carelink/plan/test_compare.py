from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from carelink.plan.compare import ADDED, SAME, TAKEN, changes_between, words_apart
from carelink.plan.version import versions_of
from tests.people import a_former_relevant

TEXTS = st.lists(st.sampled_from(["I", "like", "home", "the", " ", "\n", "سلام", "e\u0301", "😀"]))


@given(TEXTS, TEXTS)
def test_no_letter_of_either_text_is_lost_in_the_difference(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    runs = words_apart(before, after)
    assert "".join(run.text for run in runs if run.kind in (SAME, TAKEN)) == before
    assert "".join(run.text for run in runs if run.kind in (SAME, ADDED)) == after


def test_texts_with_little_in_common_are_read_one_after_the_other() -> None:
    runs = words_apart("Ask me next time, not today.", "They are my family really.")
    assert [(run.kind, run.text) for run in runs] == [
        (TAKEN, "Ask me next time, not today."),
        (ADDED, "They are my family really."),
    ]
    assert words_apart("", "") == ()


def test_a_long_text_is_compared_by_lines() -> None:
    before = "\n".join(f"line {number} of many" for number in range(3_000))
    runs = words_apart(before, before.replace("line 5 of", "line five of"))
    assert [run.kind for run in runs] == [SAME, TAKEN, ADDED, SAME]
    assert runs[1].text == "line 5 of many\n"


def test_what_changed_is_said_matter_by_matter_and_action_by_action() -> None:
    case = a_former_relevant(
        plan_versions=[
            {"version_id": "V1", "begun_on": date(2026, 1, 1), "approved_on": date(2026, 1, 2)},
            {"version_id": "V2", "begun_on": date(2026, 6, 1)},
        ],
        plan_matters=[
            {"version_id": "V1", "matter": "health", "need": "See the dentist"},
            {"version_id": "V2", "matter": "health", "need": "See the optician"},
            {"version_id": "V1", "matter": "skills", "need": "Cook"},
            {"version_id": "V2", "matter": "skills", "need": "Cook"},
            {"version_id": "V1", "matter": "adviser", "words": "Naomi is all right"},
        ],
        plan_actions=[
            {"action_id": "a", "version_id": "V1", "matter": "health", "what": "Ring"},
            {"action_id": "b", "version_id": "V2", "matter": "health", "what": "Ring"}
            | {"from_action": "a", "carried": 1, "by_whom": "Jo", "due_on": date(2026, 7, 1)},
            {"action_id": "c", "version_id": "V1", "matter": "finance", "what": "Budget"}
            | {"outcome": "dropped", "outcome_on": date(2026, 5, 1), "outcome_words": "Not now"},
        ],
    )
    changes = changes_between(*versions_of(case))
    assert [change.matter.key for change in changes] == ["finance", "health", "adviser"]
    finance, health, adviser = changes
    assert finance.actions == (("Dropped", "Budget", "Not now"),)
    assert health.actions == (("Carried once", "Ring", "Jo, by 1 July 2026"),)
    assert [run.text for run in health.fields[0].runs] == ["See the ", "dentist", "optician"]
    assert adviser.fields[0].field == "words"
    skills, health = changes_between(None, versions_of(case)[1])
    assert (skills.matter.key, health.actions[0].says) == ("skills", "New")
