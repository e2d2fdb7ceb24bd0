"""What a young person may be told before a review: what went well first, and never an address."""

from datetime import date

from carelink.plan.evidence import Since, evidence_of, time_since
from carelink.plan.since import say_invitation, say_since, since_last_time
from carelink.plan.version import open_version
from tests.people import a_former_relevant

SINCE = Since(date(2026, 5, 1), date(2026, 11, 24))
CASE = a_former_relevant(
    contacts=[
        {"on": date(2026, 4, 30), "rung": "seen"},
        {"on": date(2026, 6, 1), "rung": "seen_at_home"},
        {"on": date(2026, 8, 1), "rung": "attempted"},
    ],
    homes=[{"start": date(2026, 7, 1), "type": "U", "postcode": "ME4 4TR", "protected": True}],
    activities=[{"start": date(2026, 9, 1), "code": "F4"}],
    promises=[
        {"what": "Ring the bank", "due_on": date(2026, 6, 1), "kept_on": date(2026, 6, 9)},
        {"what": "Find a mentor", "due_on": date(2026, 10, 1)},
    ],
    skill_ratings=[{"skill": "cook_meals", "on": date(2026, 8, 1), "by": "worker", "tried": True}],
    plan_versions=[
        {"version_id": "V1", "begun_on": date(2026, 5, 1), "approved_on": date(2026, 5, 3)},
        {"version_id": "V2", "begun_on": date(2026, 11, 20)},
    ],
    plan_actions=[
        {"action_id": "a", "version_id": "V1", "what": "Join the gym", "outcome": "done"}
        | {"outcome_on": date(2026, 7, 1)},
        {"action_id": "b", "version_id": "V1", "what": "Order the passport"},
    ],
)


def test_the_page_begins_with_what_went_well_and_ends_with_what_we_have_not_done() -> None:
    assert since_last_time(CASE, SINCE) == [
        ("What went well", ("Done: Join the gym", "You tried: cook meals")),
        ("What we did", ("We met 1 time", "We kept our promise: Ring the bank")),
        (
            "What changed",
            (
                "You moved: own home (tenancy, university or shared flat)",
                "You began: Apprenticeship, full time",
            ),
        ),
        (
            "What we have not done yet",
            ("We are late with our promise: Find a mentor", "Still to do: Order the passport"),
        ),
    ]
    assert "ME4" not in say_since(since_last_time(CASE, SINCE))


def test_a_file_with_nothing_new_says_so() -> None:
    nothing = since_last_time(a_former_relevant(), SINCE)
    assert say_since(nothing) == "Nothing is recorded since last time."


def test_we_look_back_to_the_last_version_or_review_or_half_a_year() -> None:
    day = date(2026, 11, 24)
    assert time_since(CASE, open_version(CASE), day) == SINCE
    reviewed = a_former_relevant(plan_reviews=[{"held_on": date(2026, 6, 2)}])
    assert time_since(reviewed, None, day).first == date(2026, 6, 2)
    assert time_since(a_former_relevant(), None, day).first == date(2026, 5, 24)


def test_what_we_hold_stands_beside_its_matter() -> None:
    said = {
        matter: [found.says for found in evidence_of(CASE, matter, SINCE)]
        for matter in ("support", "accommodation", "employment", "skills")
    }
    assert said == {
        "support": [
            "We are late with our promise: Find a mentor",
            "2 contacts: 1 seen at home, 1 tried without an answer",
            "We kept our promise late: Ring the bank",
        ],
        "accommodation": [
            "Lives now: Own home (tenancy, university or shared flat), not known whether "
            "suitable, who provides it is not known, protected address"
        ],
        "employment": ["Apprenticeship, full time, from 1 September 2026"],
        "skills": ["Cook meals: we say tried"],
    }


def test_the_invitation_lets_them_choose() -> None:
    says = say_invitation("Sam", "Jo Price")
    assert says.startswith("Hello Sam,")
    assert says.endswith("Jo Price")
    assert "who should be there" in says
