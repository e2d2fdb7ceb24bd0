"""Which kinds of fact are there? Each with its class, its id, and where a row came from."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from carelink.facts.care import CarePeriod, Circumstance, Immigration
from carelink.facts.cover import Absence, Cover, Handover, Message, Pin
from carelink.facts.duty import DutyAnswer, Event, Snooze
from carelink.facts.health import HealthItem
from carelink.facts.home import Home, HousingStep, Suitability
from carelink.facts.learning import Activity, EducationPlan, LearningLevel, Opportunity, SkillRating
from carelink.facts.money import Entitlement, Saving, Spending
from carelink.facts.oversight import (
    Approval,
    Decision,
    Meeting,
    MeetingAction,
    MeetingItem,
    StatusOverride,
)
from carelink.facts.plan import Assessment, Plan, PlanAction, PlanMatter, PlanReview, PlanVersion
from carelink.facts.released import Released
from carelink.facts.safety import MissingEpisode, SafetyFlag
from carelink.facts.touch import Confirmation, Contact, Promise, Statement
from carelink.facts.who import Allocation, Person, Supporter, Worker


class Provenance(NamedTuple):
    """When a fact was recorded (None: the source does not say), by whom, and where it came from."""

    recorded_at: datetime | None
    recorded_by: str
    origin: str


class Kind(NamedTuple):
    """How one kind of fact is kept: its class, its id, and what tells rows apart without one."""

    fact: type[NamedTuple]
    key: str
    natural: tuple[str, ...]


# By table name, which is also the bundle's file name. Order: what others point at comes first.
KINDS: Mapping[str, Kind] = {
    "people": Kind(Person, "person_id", ("person_id",)),
    "workers": Kind(Worker, "worker_id", ("worker_id",)),
    "care_periods": Kind(CarePeriod, "row_id", ("person_id", "start")),
    "circumstances": Kind(Circumstance, "row_id", ("person_id", "kind", "start")),
    "allocations": Kind(Allocation, "row_id", ("person_id", "worker_id", "role", "start")),
    "contacts": Kind(Contact, "contact_id", ("contact_id",)),
    "assessments": Kind(Assessment, "row_id", ("person_id", "kind", "completed_on")),
    "plans": Kind(Plan, "plan_id", ("plan_id",)),
    "plan_reviews": Kind(PlanReview, "review_id", ("review_id",)),
    "events": Kind(Event, "event_id", ("event_id",)),
    "duty_answers": Kind(DutyAnswer, "row_id", ("person_id", "duty", "on")),
    "homes": Kind(Home, "row_id", ("person_id", "start", "known_on")),
    "activities": Kind(Activity, "row_id", ("person_id", "start", "known_on")),
    "immigration": Kind(Immigration, "row_id", ("person_id", "leave_type", "granted_on")),
    "entitlements": Kind(Entitlement, "row_id", ("person_id", "entitlement", "stage", "on")),
    "snoozes": Kind(Snooze, "row_id", ("person_id", "duty", "on")),
    "confirmations": Kind(Confirmation, "row_id", ("person_id", "contact_id", "subject")),
    "promises": Kind(Promise, "promise_id", ("promise_id",)),
    "supporters": Kind(Supporter, "row_id", ("person_id", "name", "relationship")),
    "statements": Kind(Statement, "statement_id", ("statement_id",)),
    "plan_versions": Kind(PlanVersion, "version_id", ("version_id",)),
    "plan_matters": Kind(PlanMatter, "row_id", ("version_id", "matter")),
    "plan_actions": Kind(PlanAction, "action_id", ("action_id",)),
    "suitability": Kind(Suitability, "row_id", ("person_id", "home_id", "on")),
    "housing_steps": Kind(HousingStep, "row_id", ("person_id", "kind", "on", "detail")),
    "learning_levels": Kind(LearningLevel, "row_id", ("person_id", "subject", "on")),
    "education_plans": Kind(EducationPlan, "row_id", ("person_id", "kind", "held_on")),
    "opportunities": Kind(Opportunity, "row_id", ("person_id", "what", "told_on")),
    "skill_ratings": Kind(SkillRating, "row_id", ("person_id", "skill", "by", "on")),
    "health_items": Kind(HealthItem, "row_id", ("person_id", "part", "says", "on")),
    "spending": Kind(
        Spending, "row_id", ("person_id", "entitlement", "on", "what", "amount_pence")
    ),
    "savings": Kind(Saving, "row_id", ("person_id", "kind", "on")),
    "safety_flags": Kind(SafetyFlag, "flag_id", ("flag_id",)),
    "missing_episodes": Kind(MissingEpisode, "row_id", ("person_id", "missing_on", "missing_time")),
    "absences": Kind(Absence, "row_id", ("worker_id", "kind", "first_on")),
    "covers": Kind(Cover, "row_id", ("worker_id", "cover_id", "first_on")),
    "messages": Kind(Message, "message_id", ("message_id",)),
    "handovers": Kind(Handover, "handover_id", ("handover_id",)),
    "pins": Kind(Pin, "row_id", ("person_id", "worker_id", "on")),
    "decisions": Kind(Decision, "decision_id", ("decision_id",)),
    "approvals": Kind(Approval, "approval_id", ("approval_id",)),
    "status_overrides": Kind(StatusOverride, "row_id", ("person_id", "status", "start")),
    "meetings": Kind(Meeting, "meeting_id", ("meeting_id",)),
    "meeting_items": Kind(MeetingItem, "item_id", ("item_id",)),
    "meeting_actions": Kind(MeetingAction, "action_id", ("action_id",)),
    "releases": Kind(Released, "release_hash", ("release_hash",)),
}
# Kinds that are about a worker, a meeting or the team's figures, and about no young person.
OF_THE_TEAM = frozenset(
    name for name, kind in KINDS.items() if "person_id" not in kind.fact._fields
)
