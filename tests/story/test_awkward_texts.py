"""Several hundred awkward texts in every field of a file: kept as typed, shown, printed, no fault.

Each round puts another text in every free field of one person's file, so that after all rounds
each text has stood in many fields, and each field has held many texts.
"""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from carelink.errors import Refused
from carelink.exchange.columns import CODES
from carelink.facts import KINDS
from carelink.plan.matters import SCHEDULE_1
from carelink.timeline import timeline_of
from carelink.words import UNPRINTABLE
from db.trail import add
from tests.awkward import AWKWARD
from tests.desks import A_FEW, AMAL, TODAY, made_desk
from ui.background import Background
from ui.papers import PAPERS, save_paper
from ui.settings import Settings
from ui.window import Window
from ui.young_person.sections import SECTIONS

# Texts that a form or a reader would refuse or change are held by their own tests.
TEXTS = [text for text in AWKWARD.values() if text.strip() and not UNPRINTABLE.search(text)]
# Fields that hold a code, an id or a day and so no free text.
_CODED = {name for _, name in CODES} | {
    *("role", "legal_status", "reason_ceased", "placement", "provenance", "entitlement", "duty"),
    *("matter", "level", "part", "skill", "rating", "theme", "source", "by", "subject", "tenancy"),
    *("missing_time", "found_time", "interviewed_time", "stands", "took_part", "agreement"),
    *("support_level", "postcode", "nhs_number", "oc3", "receipt", "copy_given_how", "outcome"),
    *("sex", "ethnicity", "recorded_status", "set_by_role", "decided_by", "sent_by", "approved_by"),
}
_ROUNDS = 6


def free_fields(kind):
    """The names of the fields of a fact in which anything may be written."""
    return [
        name
        for name, said in KINDS[kind].fact.__annotations__.items()
        if said is str and name not in _CODED and not name.endswith("_id")
    ]


def awkward_file(number):
    """A file in which every free field holds an awkward text, another in each round."""
    at = number * len(TEXTS) // _ROUNDS
    texts = iter(TEXTS[at:] + TEXTS[:at])

    def fact(kind, /, **given):
        fields = {name: next(texts) for name in free_fields(kind)}
        key = KINDS[kind].key
        named = {} if key == "person_id" else {key: f"X-{kind}"}
        return KINDS[kind].fact(**{**fields, **named, "person_id": AMAL, **given})

    day = date(2026, 11, 2)
    person = A_FEW["people"][0]._replace(**{name: next(texts) for name in free_fields("people")})
    return person, {
        "contacts": [fact("contacts", on=day, rung="spoke", worker_id="W1")],
        "homes": [fact("homes", start=date(2026, 10, 1), type="D", suitable="1")],
        "activities": [fact("activities", start=day, code="G5")],
        "promises": [fact("promises", made_on=day, due_on=day, kept_on=day, told_on=day)],
        "statements": [fact("statements", kind="complaint", on=day)],
        "supporters": [fact("supporters", in_copy=True)],
        "plan_versions": [
            fact("plan_versions", plan_id="P1", begun_on=day, approved_on=day, version_id="V1")
        ],
        "plan_matters": [
            fact("plan_matters", version_id="V1", matter=one.key, stands="new", row_id=one.key)
            for one in SCHEDULE_1
        ],
        "plan_actions": [fact("plan_actions", version_id="V1", matter="health")],
        "suitability": [fact("suitability", home_id="X-homes", on=day, suitable=True)],
        "housing_steps": [fact("housing_steps", kind="offer", on=day)],
        "learning_levels": [fact("learning_levels", subject="maths", level="level_1", on=day)],
        "education_plans": [fact("education_plans", kind="ehcp", held_on=day)],
        "opportunities": [fact("opportunities", kind="job", told_on=day)],
        "skill_ratings": [fact("skill_ratings", skill="cook_meals", by="worker", on=day)],
        "health_items": [fact("health_items", part="allergies", answer="recorded", on=day)],
        "entitlements": [
            fact("entitlements", entitlement="setting_up_home_allowance", stage="granted", on=day)
        ],
        "spending": [
            fact("spending", entitlement="setting_up_home_allowance", on=day, amount_pence=1)
        ],
        "savings": [fact("savings", kind="junior_isa", on=day, amount_pence=1)],
        "safety_flags": [fact("safety_flags", kind="online", set_on=day)],
        "missing_episodes": [fact("missing_episodes", missing_on=day, found_on=day)],
        "events": [fact("events", kind="support_offer", on=day)],
        "immigration": [fact("immigration", leave_type="limited", granted_on=day)],
    }


@pytest.fixture(params=range(_ROUNDS), ids=lambda number: f"round {number + 1}")
def held(request, tmp_path):
    """A desk on a store with the file of one round, and what was written there."""
    person, facts = awkward_file(request.param)
    everyone = {kind: list(rows) for kind, rows in A_FEW.items()}
    everyone["people"] = [person, *everyone["people"][1:]]
    desk = made_desk(tmp_path, facts=everyone)

    def write(writing):
        for kind, rows in facts.items():
            add(writing, kind, rows)

    desk.do(write, about=AMAL)
    yield desk, person, facts
    desk.store.close()


def test_what_was_written_is_what_is_read(held):
    desk, person, facts = held
    case = desk.case(AMAL)
    assert case.person == person
    for kind, rows in facts.items():
        assert set(rows) <= set(getattr(case, kind)), kind


def test_the_timeline_tells_all_of_it(held):
    desk, _, facts = held
    rows = timeline_of(desk.case(AMAL))
    assert len(rows) >= sum(map(len, facts.values())) - len(SCHEDULE_1) - 2


def test_every_section_and_the_brief_show_it(held, qtbot, tmp_path):
    desk, _, _ = held
    background = Background()
    window = Window(desk, background, Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(window)
    window.show()
    window.open_person(AMAL)
    for name, _ in SECTIONS:
        window.page("young_person").show_section(name)
        QApplication.processEvents()
    window.show_brief()
    QApplication.processEvents()
    assert window.windowTitle() == "CareLink"
    background.close()


def test_every_paper_prints_it(held, tmp_path):
    desk, _, _ = held
    known = desk.known(AMAL)
    for kind in PAPERS:
        try:
            files = save_paper(kind, kind.make(known, desk), tmp_path / f"{kind.name}.pdf")
        except Refused as refused:
            pytest.fail(f"{kind.name}: {refused}")
        assert all(path.stat().st_size > 500 for path in files)


def test_every_text_comes_up_in_some_round():
    written = set()
    for number in range(_ROUNDS):
        person, facts = awkward_file(number)
        for fact in [person, *(fact for rows in facts.values() for fact in rows)]:
            written |= {value for value in fact if isinstance(value, str)}
    assert set(TEXTS) <= written


def test_the_day_of_the_tests_is_after_what_was_written():
    assert date(2026, 11, 2) < TODAY
