"""The timeline of a case: newest first, plainly worded."""

from datetime import date

from carelink.case import CaseFile
from carelink.facts import (
    Activity,
    Allocation,
    Approval,
    Assessment,
    CarePeriod,
    Circumstance,
    Confirmation,
    Contact,
    DutyAnswer,
    EducationPlan,
    Entitlement,
    Event,
    HealthItem,
    Home,
    Immigration,
    LearningLevel,
    MeetingItem,
    Opportunity,
    Person,
    Plan,
    PlanAction,
    PlanReview,
    PlanVersion,
    Promise,
    Saving,
    SkillRating,
    Spending,
    Statement,
    StatusOverride,
    Worker,
)
from carelink.timeline import timeline_of

NAOMI = Worker("W1", "Naomi Price", "personal_adviser")


def said(**facts):
    case = CaseFile(Person("P1", "Amal"), workers={"W1": NAOMI}, **facts)
    return [(row.on, row.says) for row in timeline_of(case, {"turning_21_plan": "Turning 21"})]


def test_the_newest_comes_first_and_the_undated_last():
    rows = said(
        contacts=(Contact("C1", "P1", on=date(2026, 3, 1), rung="spoke"),),
        plans=(Plan("L1", "P1"),),
        plan_reviews=(PlanReview("R1", "P1", held_on=date(2026, 5, 3)),),
    )
    assert rows == [
        (date(2026, 5, 3), "Plan review held"),
        (date(2026, 3, 1), "Spoke"),
        (None, "Pathway plan, no date recorded"),
    ]


def test_a_contact_says_how_it_went_who_had_it_and_what_was_found():
    contact = Contact(
        "C1",
        "P1",
        "W1",
        date(2026, 11, 20),
        "seen_at_home",
        "young_person",
        "What they said\nAll well.",
        True,
        "Cold flat",
        date(2027, 1, 14),
    )
    found = (
        Confirmation("P1", "C1", "home", "same"),
        Confirmation("P1", "C1", "money", "not_asked"),
    )
    case = CaseFile(Person("P1"), contacts=(contact,), confirmations=found, workers={"W1": NAOMI})
    (row,) = timeline_of(case)
    assert row.says == "Seen at home, they got in touch with us, seen alone"
    assert row.who == "Naomi Price"
    assert row.note == (
        "What they said\nAll well.\nHome: same. Money: did not ask.\n"
        "Next contact planned for 14 January 2027."
    )
    assert row.worry == "Cold flat"


def test_a_move_is_said_once_and_not_as_leaving_and_arriving():
    moved = date(2026, 6, 10)
    homes = (
        Home("P1", date(2025, 1, 1), moved, "D", "1", True, row_id="H1"),
        Home("P1", moved, date(2026, 9, 1), "U", "", None, "ME4 4TR", "", "own", row_id="H2"),
        Home("P1", type="S", known_on=date(2024, 4, 1), row_id="H3"),
    )
    assert said(homes=homes) == [
        (
            date(2026, 9, 1),
            "Left: Own home (tenancy, university or shared flat), not known whether suitable, "
            "who provides it is not known, own tenancy, ME4 4TR",
        ),
        (
            moved,
            "Moved to: Own home (tenancy, university or shared flat), not known whether suitable, "
            "who provides it is not known, own tenancy, ME4 4TR",
        ),
        (
            date(2025, 1, 1),
            "Moved to: Semi-independent home with support, suitable, provided by us",
        ),
        (
            date(2024, 4, 1),
            "Known to live at: No fixed home, not known whether suitable, "
            "who provides it is not known",
        ),
    ]


def test_a_promise_is_made_and_kept():
    promise = Promise(
        "M1", "P1", "C1", "ring the college", date(2026, 3, 1), date(2026, 3, 8), date(2026, 3, 7)
    )
    assert said(promises=(promise,)) == [
        (date(2026, 3, 7), "We kept our promise: ring the college"),
        (date(2026, 3, 1), "We promised: ring the college, by 8 March 2026"),
    ]


def test_a_promise_not_kept_says_why_and_when_they_were_told():
    promise = Promise(
        "M1",
        "P1",
        what="find a course",
        made_on=date(2026, 3, 1),
        broken_on=date(2026, 3, 9),
        broken_why="It is full",
        did="We look for another",
        told_on=date(2026, 3, 10),
        source="review",
        said="I want to weld",
    )
    rows = timeline_of(CaseFile(Person("P1", "Amal"), promises=(promise,)))
    assert [(row.says, row.note) for row in rows] == [
        ("They were told what came of it: find a course", ""),
        (
            "We said that we could not keep our promise: find a course",
            "It is full\nInstead: We look for another",
        ),
        (
            "We promised: find a course, no date set (at a review of the plan)",
            "They said: I want to weld",
        ),
    ]


def test_what_they_told_us_is_there_in_their_words_with_our_answer():
    told = Statement(
        "S1",
        "P1",
        "complaint",
        date(2026, 3, 1),
        words="Nobody rang back",
        to_whom="Complaints team",
        answered_on=date(2026, 3, 9),
        answer="We are sorry",
        told_on=date(2026, 3, 10),
    )
    rows = timeline_of(CaseFile(Person("P1", "Amal"), statements=(told,)))
    assert {row.group for row in rows} == {"What they told us"}
    assert [(row.says, row.note) for row in rows] == [
        ("They had our answer", ""),
        ("We answered: complaint", "We are sorry"),
        ("Complaint, to Complaints team", "Nobody rang back"),
    ]


def test_support_care_and_people_are_said_plainly():
    rows = said(
        activities=(Activity("P1", date(2026, 9, 1), date(2026, 10, 1), "F4", row_id="A1"),),
        events=(Event("E1", "P1", "support_offer", date(2026, 8, 1), "declined", "W1"),),
        assessments=(Assessment("P1", "needs", date(2026, 7, 1)), Assessment("P1", "health")),
        entitlements=(
            Entitlement("P1", "setting_up_home_allowance", "granted", date(2026, 6, 1), 300_050),
        ),
        immigration=(Immigration("P1", "limited", date(2026, 5, 1), date(2028, 5, 1)),),
        duty_answers=(
            DutyAnswer("P1", "turning_21_plan", "declined", date(2026, 4, 1), "Not now", "W1"),
        ),
        care_periods=(
            CarePeriod("P1", date(2020, 1, 1), date(2021, 1, 1), "C1", row_id="K1"),
            CarePeriod("P1", date(2021, 1, 1), date(2024, 1, 1), "C2", row_id="K2"),
        ),
        circumstances=(
            Circumstance("P1", "staying_put", date(2024, 1, 1), None, "Mrs Osei", row_id="X1"),
        ),
        allocations=(
            Allocation("P1", "W1", "personal_adviser", date(2023, 1, 1), date(2023, 6, 1)),
        ),
        plan_reviews=(PlanReview("R1", "P1", "L1", date(2022, 5, 1), "young_person"),),
    )
    assert [says for _, says in rows] == [
        "Ended: Apprenticeship, full time",
        "Began: Apprenticeship, full time",
        "Offer of support made: declined",
        "Needs assessment completed",
        "Setting up home allowance: granted, £3,000.50",
        "Limited leave to remain, until 1 May 2028",
        "They declined: Turning 21",
        "No longer looked after",
        "Staying put with their carer (Mrs Osei)",
        "Naomi Price was no longer their personal adviser",
        "Naomi Price became their personal adviser",
        "Plan review asked for by young person",
        "Looked after (full care order)",
        "Looked after (interim care order)",
        "Health assessment begun, not completed",
    ]


def test_one_who_died_is_said_to_have_died():
    case = CaseFile(Person("P1", "Amal", date_of_death=date(2026, 2, 1)))
    assert [row.says for row in timeline_of(case)] == ["Died"]


def test_a_plan_tells_each_day_it_has():
    plan = Plan(
        *("L1", "P1", date(2026, 1, 5), date(2026, 2, 5), date(2026, 2, 9)),
        ended_on=date(2026, 8, 1),
    )
    assert said(plans=(plan,)) == [
        (date(2026, 8, 1), "Pathway plan ended"),
        (date(2026, 2, 9), "Copy of the pathway plan given to them"),
        (date(2026, 2, 5), "Pathway plan approved"),
        (date(2026, 1, 5), "Pathway plan started"),
    ]


def test_a_version_tells_its_own_steps_and_what_came_of_its_actions():
    version = PlanVersion(
        *("V1", "P1", "L1", "R1", date(2026, 3, 1)),
        took_part="phone",
        agreement="partly",
        agreement_words="Mostly.",
        sent_on=date(2026, 3, 2),
        approved_on=date(2026, 3, 4),
        copy_given_on=date(2026, 3, 5),
    )
    action = PlanAction(
        *("A1", "P1", "V1", "health", "Ring the dentist"),
        outcome="done",
        outcome_on=date(2026, 4, 1),
    )
    facts = {"plan_versions": (version,), "plan_actions": (action,)}
    assert said(**facts) == [
        (date(2026, 4, 1), "Action of the plan. Done: Ring the dentist"),
        (date(2026, 3, 5), "Copy of version 1 of the pathway plan given to them"),
        (date(2026, 3, 4), "Version 1 of the pathway plan approved"),
        (date(2026, 3, 2), "Version 1 of the pathway plan sent to the manager"),
        (date(2026, 3, 1), "Version 1 of the pathway plan begun"),
    ]
    (sent,) = [row for row in timeline_of(CaseFile(Person("P1"), **facts)) if "sent" in row.says]
    assert sent.note == "They took part: by telephone or video. I agree with parts: “Mostly.”"
    plan = Plan("L1", "P1", approved_on=date(2026, 3, 4), copy_given_on=date(2026, 3, 5))
    both = [says for _, says in said(plans=(plan,), plan_versions=(version,))]
    assert both.count("Version 1 of the pathway plan approved") == 0


def test_what_followed_at_once_is_not_said_to_have_ended_and_what_is_over_is():
    moved_on = date(2026, 6, 1)
    rows = said(
        activities=(
            Activity("P1", date(2026, 1, 1), moved_on, "F2", row_id="A1"),
            Activity("P1", moved_on, None, "F4", row_id="A2"),
        ),
        circumstances=(
            Circumstance("P1", "staying_put", date(2025, 1, 1), date(2025, 12, 1), row_id="X1"),
        ),
        allocations=(Allocation("P1", "W9", "nurse", date(2024, 6, 1)),),
        promises=(Promise("M1", "P1", "C1", "ring the college", date(2024, 1, 1)),),
    )
    assert [says for _, says in rows] == [
        "Began: Apprenticeship, full time",
        "Began: Other education, full time",
        "Ended: Staying put with their carer",
        "Staying put with their carer",
        "W9 became their nurse",
        "We promised: ring the college, no date set",
    ]


def test_an_event_that_was_done_says_no_more_than_that():
    rows = said(
        events=(
            Event("E1", "P1", "suitability_check", date(2026, 5, 2), "done"),
            Event("E2", "P1", "housing_plan_agreed", date(2026, 5, 1), "", detail="With her aunt"),
        )
    )
    assert [says for _, says in rows] == [
        "Checked that the home is suitable",
        "Housing plan agreed. With her aunt",
    ]


def test_leave_and_awards_are_said_as_far_as_they_are_known():
    rows = said(
        immigration=(Immigration("P1", "", applied_on=date(2026, 5, 1)),),
        entitlements=(
            Entitlement("P1", "council_tax_relief", "", date(2026, 4, 1)),
            Entitlement("P1", "bursary", "received", date(2026, 3, 1), 120_000),
            Entitlement("P1", "bursary", "refused", date(2026, 2, 1)),
        ),
    )
    assert [says for _, says in rows] == [
        "Leave to remain, kind not known",
        "Council tax relief: step not known",
        "Bursary: received, £1,200",
        "Bursary: not granted",
    ]


def test_money_spent_given_back_and_saved_is_told_with_its_amount():
    grant = "setting_up_home_allowance"
    rows = said(
        spending=(
            Spending("P1", grant, date(2026, 6, 1), "spent", 25_050, "Bed", "missing", "W1", "L1"),
            Spending("P1", grant, date(2026, 5, 1), "returned", 2_000, "Flex", row_id="L2"),
            Spending("P1", "", date(2026, 4, 1), row_id="L3"),
        ),
        savings=(
            Saving("P1", "child_trust_fund", "OneFamily", date(2026, 3, 1), 91_200, row_id="V1"),
            Saving("P1", "", "", date(2026, 2, 1), row_id="V2"),
        ),
    )
    assert [says for _, says in rows] == [
        "Spent (setting up home allowance): Bed, £250.50, receipt missing",
        "Given back (setting up home allowance): Flex, £20",
        "Spent or given back (grant not recorded): not recorded what for, amount not recorded",
        "Child Trust Fund with OneFamily: £912",
        "Savings: how much is not known",
    ]


JUNE = date(2026, 6, 1)


def test_health_learning_and_skills_are_said_each_in_its_group():
    rows = said(
        health_items=(
            HealthItem(
                "P1", "gp", "recorded", "Delce", date(2026, 5, 3), ended_on=date(2026, 6, 1)
            ),
            HealthItem("P1", "allergies", "none", on=date(2026, 5, 2)),
            HealthItem("P1", "nhs_number", "recorded", on=date(2026, 5, 1), shared=True),
        ),
        learning_levels=(LearningLevel("P1", "maths", "level_1", date(2026, 4, 9)),),
        education_plans=(EducationPlan("P1", "pep", date(2026, 4, 8)),),
        opportunities=(
            Opportunity(
                "P1",
                "job",
                "Kitchen hand",
                date(2026, 4, 1),
                date(2026, 4, 2),
                "started",
                date(2026, 4, 3),
            ),
        ),
        skill_ratings=(
            SkillRating("P1", "laundry", "worker", date(2026, 3, 2), "with_help", "One load", True),
            SkillRating("P1", "gp", "worker", date(2026, 3, 2), "not_yet"),
        ),
    )
    assert rows == [
        (date(2026, 6, 1), "No longer so: GP surgery: Delce"),
        (date(2026, 5, 3), "GP surgery: Delce"),
        (date(2026, 5, 2), "Allergies: No allergies"),
        (date(2026, 4, 9), "Maths: Level 1 (GCSE 1 to 3, D to G)"),
        (date(2026, 4, 8), "Personal education plan"),
        (date(2026, 4, 3), "Started: Job: Kitchen hand"),
        (date(2026, 4, 2), "They applied: Job: Kitchen hand"),
        (date(2026, 4, 1), "Told them of: Job: Kitchen hand"),
        (date(2026, 3, 2), "We tried: I can wash, dry and iron my clothes"),
        (date(2026, 3, 2), "Worker went through the skills"),
    ]


def test_a_meeting_tells_what_it_decided_what_is_to_be_done_and_that_it_was_done():
    panel, asked = date(2026, 10, 5), date(2026, 10, 19)
    item = MeetingItem(
        "I1",
        "P1",
        "M1",
        panel,
        "eligible",
        "supported living",
        "W1",
        "They want to stay near their sister",
        "Visit two homes with them",
        "W1",
        asked,
        date(2026, 10, 12),
        "They liked the second",
    )
    plain = MeetingItem("I2", "P1", "M9", date(2026, 9, 1), action="Ring health", by_whom="Nurse")
    case = CaseFile(Person("P1"), workers={"W1": NAOMI}, meeting_items=(item, plain))
    done, held, other = timeline_of(case, {"M1": "Transitions panel"})
    assert (done.on, done.says) == (
        date(2026, 10, 12),
        "Done, as the meeting asked: Visit two homes with them",
    )
    assert done.note == "They liked the second"
    assert held.says == "Transitions panel: Eligible for care and support, supported living"
    assert held.who == "Naomi Price"
    assert held.note == (
        "They want to stay near their sister\n"
        "To do: Visit two homes with them, Naomi Price, by 19 October 2026"
    )
    assert (other.says, other.group) == ("A meeting: considered", "Meetings")
    assert other.note == "To do: Ring health, Nurse, no date set"
    (only,) = said(meeting_items=(MeetingItem("I3", "P1", "M1", panel, "noted"),))
    assert only == (panel, "A meeting: Noted")


def test_what_was_asked_of_a_manager_and_the_answer_are_notes_of_that_day():
    start, end, asked_on = date(2026, 5, 1), date(2026, 9, 1), date(2026, 6, 1)
    asked = [
        StatusOverride("P1", "qualifying", start, end, "So it was", "A letter", asked_on, "W1", row)
        for row in ("O1", "O2")
    ]
    answers = (
        Approval("1", "P1", "status", "O1", date(2026, 6, 3), "agreed", "Seen.", "W1"),
        Approval("2", "P1", "status", "O2", date(2026, 6, 2), "returned", "No.", "W1"),
        Approval("3", "P1", "grant", "gone", None, "agreed"),
    )
    case = CaseFile(
        *(Person("P1", "Amal"),),
        workers={"W1": NAOMI},
        status_overrides=tuple(asked),
        approvals=answers,
    )
    about = "Qualifying from 1 May 2026, in place of what is worked out"
    rows = timeline_of(case)
    assert [(row.on, row.says, row.who, row.note) for row in rows] == [
        (end, f"Until 1 September 2026: {about}", "", ""),
        (date(2026, 6, 3), f"Agreed: {about}", "Naomi Price", "Seen."),
        (date(2026, 6, 2), f"Returned: {about}", "Naomi Price", "No."),
        (asked_on, f"Asked for another status: {about}", "Naomi Price", "So it was\nA letter"),
        (asked_on, f"Asked for another status: {about}", "Naomi Price", "So it was\nA letter"),
        (None, "Agreed: A high grant", "", ""),
    ]
    assert {row.group for row in rows} == {"Manager"}
