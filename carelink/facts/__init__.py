"""What is known of a young person, one class a kind of fact, named as in the open bundle.

Named tuples and not frozen dataclasses, because a roll of 3,000 people is read as some 150,000 of
them and a named tuple is made three times as fast. An empty text and None both mean: not known.
"""

from carelink.facts.care import CarePeriod, Circumstance, Immigration
from carelink.facts.cover import Absence, Cover, Handover, Message, Pin
from carelink.facts.duty import DutyAnswer, Event, Snooze
from carelink.facts.health import HealthItem
from carelink.facts.home import Home, HousingStep, Suitability
from carelink.facts.kinds import KINDS, OF_THE_TEAM, Kind, Provenance
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

__all__ = [
    "KINDS",
    "OF_THE_TEAM",
    "Absence",
    "Activity",
    "Allocation",
    "Approval",
    "Assessment",
    "CarePeriod",
    "Circumstance",
    "Confirmation",
    "Contact",
    "Cover",
    "Decision",
    "DutyAnswer",
    "EducationPlan",
    "Entitlement",
    "Event",
    "Handover",
    "HealthItem",
    "Home",
    "HousingStep",
    "Immigration",
    "Kind",
    "LearningLevel",
    "Meeting",
    "MeetingAction",
    "MeetingItem",
    "Message",
    "MissingEpisode",
    "Opportunity",
    "Person",
    "Pin",
    "Plan",
    "PlanAction",
    "PlanMatter",
    "PlanReview",
    "PlanVersion",
    "Promise",
    "Provenance",
    "Released",
    "SafetyFlag",
    "Saving",
    "SkillRating",
    "Snooze",
    "Spending",
    "Statement",
    "StatusOverride",
    "Suitability",
    "Supporter",
    "Worker",
]
