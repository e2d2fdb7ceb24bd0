"""What has happened to and with one young person, newest first, each thing in one plain line."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from carelink.approvals.happened import approvals_happened
from carelink.case import CaseFile
from carelink.cover.happened import messages_happened
from carelink.dates import show
from carelink.facts import Activity, Confirmation, Contact, Home
from carelink.handover.happened import handover_happened
from carelink.happened import Happened
from carelink.health.parts import PART
from carelink.health.passport import say_item
from carelink.health.words import RECORDED
from carelink.home.judgement import say_judged
from carelink.home.steps import say_step
from carelink.learning.levels import say_level, say_opportunity, say_outcome, say_plan
from carelink.meetings.happened import meetings_happened
from carelink.money.said import say_saving, say_spending
from carelink.oversight.happened import decisions_happened
from carelink.plan.happened import plan_happened
from carelink.safety.flags import say_ended, say_set
from carelink.safety.missing import say_back, say_missing, title_of
from carelink.said import (
    say_activity,
    say_assessment,
    say_care_period,
    say_circumstance,
    say_confirmation,
    say_contact,
    say_entitlement,
    say_event,
    say_home,
    say_immigration,
    words_of,
)
from carelink.skills.checklist import load_checklist
from carelink.skills.ratings import say_rating
from carelink.skills.words import BY_LABELS
from carelink.voice.happened import voice_happened

GROUPS = (
    "Keeping in touch",
    "Promise",
    "What they told us",
    "Plan",
    "Home",
    "Work and learning",
    "Skills",
    "Health",
    "Safety",
    "Money",
    "Support",
    "Meetings",
    "Manager",
    "Care",
)
_Rows = Iterator[Happened]


def timeline_of(case: CaseFile, titles: Mapping[str, str] | None = None) -> list[Happened]:
    """Everything dated in the case file, newest first; what has no date stands at the end.

    Shape: `titles` gives each duty's title by its id, for what was decided on it, the words of each
    skill of a council's own list, and what each meeting is called by its id.
    """
    named = titles or {}
    rows = [row for group in _GROUPS for row in group(case)]
    rows += [*_answers(case, named), *_skills(case, named), *meetings_happened(case, named)]
    rows += decisions_happened(case, named)
    rows.sort(key=lambda row: (row.on is not None, row.on or date.min), reverse=True)
    return rows


def _contacts(case: CaseFile) -> _Rows:
    for contact in reversed(case.contacts):
        found = [fact for fact in case.confirmations if fact.contact_id == contact.contact_id]
        yield Happened(
            f"contact {contact.contact_id}",
            contact.on,
            "Keeping in touch",
            say_contact(contact),
            case.worker_name(contact.worker_id),
            _note_of(contact, found),
            contact.worry,
        )


def _note_of(contact: Contact, found: list[Confirmation]) -> str:
    lines = [contact.note] if contact.note else []
    if found:
        lines.append(". ".join(say_confirmation(fact) for fact in found) + ".")
    if contact.next_on:
        lines.append(f"Next contact planned for {show(contact.next_on)}.")
    return "\n".join(lines)


def _homes(case: CaseFile) -> _Rows:
    began = {home.start for home in case.homes}
    for home in case.homes:
        moved = "Moved to" if home.start else "Known to live at"
        yield _at(home, "home", home.start or home.known_on, "Home", f"{moved}: {say_home(home)}")
        if home.end and home.end not in began:
            left = f"Left: {say_home(home)}"
            yield _at(home, "home left", home.end, "Home", left)


def _housing(case: CaseFile) -> _Rows:
    for judged in case.suitability:
        who, says = case.worker_name(judged.worker_id), say_judged(judged)
        key = f"suitability {judged.row_id}"
        yield Happened(key, judged.on, "Home", says, who, judged.reasons)
    for step in case.housing_steps:
        key, who = f"housing step {step.row_id}", case.worker_name(step.worker_id)
        yield Happened(key, step.on, "Home", say_step(step), who)


def _safety(case: CaseFile) -> _Rows:
    for flag in case.safety_flags:
        key, who = f"flag {flag.flag_id}", case.worker_name(flag.set_by)
        yield Happened(key, flag.set_on, "Safety", say_set(flag), who, flag.concerns)
        if flag.ended_on:
            yield Happened(f"{key} end", flag.ended_on, "Safety", say_ended(flag))
    for missing in case.missing_episodes:
        key, title = f"missing {missing.row_id}", title_of(case, missing)
        says = say_missing(title, missing)
        yield Happened(key, missing.missing_on, "Safety", says, note=missing.detail)
        if missing.found_on:
            yield Happened(f"{key} back", missing.found_on, "Safety", say_back(missing))


def _activities(case: CaseFile) -> _Rows:
    group = "Work and learning"
    began = {activity.start for activity in case.activities}
    for activity in case.activities:
        started = "Began" if activity.start else "Known"
        first = activity.start or activity.known_on
        said = say_activity(activity)
        yield _at(activity, "activity", first, group, f"{started}: {said}")
        if activity.end and activity.end not in began:
            yield _at(activity, "activity ended", activity.end, group, f"Ended: {said}")


def _at(fact: Home | Activity, kind: str, on: date | None, group: str, says: str) -> Happened:
    return Happened(f"{kind} {fact.row_id or (fact.start, fact.known_on)}", on, group, says)


def _learning(case: CaseFile) -> _Rows:
    group = "Work and learning"
    for level in case.learning_levels:
        key = f"level {level.row_id or (level.subject, level.on)}"
        yield Happened(key, level.on, group, say_level(level), note=level.evidence)
    for plan in case.education_plans:
        key = f"education plan {plan.row_id or (plan.kind, plan.held_on)}"
        yield Happened(key, plan.held_on, group, say_plan(plan), note=plan.detail)
    for one in case.opportunities:
        key = f"opportunity {one.row_id or (one.what, one.told_on)}"
        said = say_opportunity(one)
        yield Happened(key, one.told_on, group, f"Told them of: {said}")
        if one.applied_on:
            yield Happened(f"{key} applied", one.applied_on, group, f"They applied: {said}")
        if one.outcome:
            came = f"{say_outcome(one)}: {said}"
            yield Happened(f"{key} outcome", one.outcome_on, group, came)


def _skills(case: CaseFile, titles: Mapping[str, str]) -> _Rows:
    """A going-through of the checklist is one line, what was tried or shown another."""
    checklist = load_checklist()
    gone_through: dict[tuple[date | None, str], list[str]] = {}
    for rating in case.skill_ratings:
        skill = titles.get(rating.skill) or checklist.words_of(rating.skill)
        if rating.rating:
            said = f"{skill}: {say_rating(rating.rating)}"
            gone_through.setdefault((rating.on, rating.by), []).append(said)
        if rating.tried or rating.evidence:
            key = f"tried {rating.row_id or (rating.skill, rating.by, rating.on)}"
            did = "We tried" if rating.tried else "What shows it"
            yield Happened(key, rating.on, "Skills", f"{did}: {skill}", note=rating.evidence)
    for (on, by), ratings in gone_through.items():
        says = f"{BY_LABELS.get(by, by)} went through the skills"
        yield Happened(f"skills {on} {by}", on, "Skills", says, note="\n".join(ratings))


def _health(case: CaseFile) -> _Rows:
    for item in case.health_items:
        if item.part not in PART or not (item.says or item.answer != RECORDED):
            continue
        key = f"health {item.row_id or (item.part, item.says, item.on)}"
        said = say_item(item)
        yield Happened(key, item.on, "Health", said)
        if item.ended_on:
            yield Happened(f"{key} end", item.ended_on, "Health", f"No longer so: {said}")


def _money(case: CaseFile) -> _Rows:
    for award in case.entitlements:
        key = f"entitlement {award.row_id or (award.entitlement, award.stage, award.on)}"
        yield Happened(key, award.on, "Money", say_entitlement(award))
    for line in case.spending:
        key = f"spending {line.row_id or (line.entitlement, line.on, line.what)}"
        who = case.worker_name(line.worker_id)
        yield Happened(key, line.on, "Money", say_spending(line), who)
    for saving in case.savings:
        key = f"saving {saving.row_id or (saving.kind, saving.on)}"
        yield Happened(key, saving.on, "Money", say_saving(saving), "", saving.detail)


def _support(case: CaseFile) -> _Rows:
    for event in case.events:
        who = case.worker_name(event.worker_id)
        yield Happened(f"event {event.event_id}", event.on, "Support", say_event(event), who)
    for assessment in case.assessments:
        done = f"{say_assessment(assessment)} " + (
            "completed" if assessment.completed_on else "begun, not completed"
        )
        key = f"assessment {assessment.row_id or assessment.kind}"
        yield Happened(key, assessment.completed_on, "Support", done)
    for leave in case.immigration:
        key = f"immigration {leave.row_id or leave.granted_on}"
        first = leave.granted_on or leave.applied_on
        yield Happened(key, first, "Support", say_immigration(leave))


def _care(case: CaseFile) -> _Rows:
    began = {period.start for period in case.care_periods}
    for period in case.care_periods:
        key = f"care {period.row_id or period.start}"
        yield Happened(key, period.start, "Care", say_care_period(period))
        if period.end and period.end not in began:
            yield Happened(f"{key} end", period.end, "Care", "No longer looked after")
    for circumstance in case.circumstances:
        key = f"circumstance {circumstance.row_id or (circumstance.kind, circumstance.start)}"
        said = say_circumstance(circumstance)
        yield Happened(key, circumstance.start, "Care", said)
        if circumstance.end:
            yield Happened(f"{key} end", circumstance.end, "Care", f"Ended: {said}")
    if case.person.date_of_death:
        yield Happened("died", case.person.date_of_death, "Care", "Died")


def _workers(case: CaseFile) -> _Rows:
    for given in case.allocations:
        key = f"allocation {given.row_id or (given.worker_id, given.role, given.start)}"
        role, name = words_of(given.role).lower(), case.worker_name(given.worker_id)
        yield Happened(key, given.start, "Support", f"{name} became their {role}")
        if given.end:
            ended = f"{name} was no longer their {role}"
            yield Happened(f"{key} end", given.end, "Support", ended)


def _answers(case: CaseFile, titles: Mapping[str, str]) -> _Rows:
    for answer in case.duty_answers:
        key = f"answer {answer.row_id or (answer.duty, answer.on)}"
        said = "They declined" if answer.answer == "declined" else "Decided as not required"
        says = f"{said}: {titles.get(answer.duty, words_of(answer.duty))}"
        who = case.worker_name(answer.decided_by)
        yield Happened(key, answer.on, "Support", says, who, answer.reason)


_GROUPS: tuple[Callable[[CaseFile], _Rows], ...] = (
    _contacts,
    _homes,
    _housing,
    _activities,
    _learning,
    _health,
    _safety,
    _money,
    plan_happened,
    voice_happened,
    approvals_happened,
    messages_happened,
    handover_happened,
    _support,
    _care,
    _workers,
)
