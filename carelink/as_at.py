"""What a case file held on a day: whatever is dated later is left out, as if not yet written."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from carelink.case import CaseFile
from carelink.facts import KINDS

# The column that dates each kind of row. An end or an expiry looks ahead by nature and does not.
_DATED_BY: dict[str, tuple[str, ...]] = {
    "care_periods": ("start",),
    "circumstances": ("start",),
    "allocations": ("start",),
    "contacts": ("on",),
    "assessments": ("completed_on",),
    "events": ("on",),
    "duty_answers": ("on",),
    "homes": ("start", "known_on"),
    "activities": ("start", "known_on"),
    "entitlements": ("on",),
    "snoozes": ("on",),
    "supporters": ("start",),
    "suitability": ("on",),
    "housing_steps": ("on",),
    "learning_levels": ("on",),
    "education_plans": ("held_on",),
    "skill_ratings": ("on",),
    "spending": ("on",),
    "savings": ("on",),
    "approvals": ("on",),
    "status_overrides": ("asked_on",),
}
# Kinds dated in steps: the columns of which one must have come, and those that may come later.
_IN_STEPS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "plans": (("started_on", "approved_on"), ("copy_given_on",)),
    "plan_reviews": (("asked_on", "held_on"), ()),
    "immigration": (("granted_on",), ("applied_on",)),
    "promises": (("made_on",), ("kept_on", "told_on", "broken_on")),
    "statements": (("on",), ("answered_on", "told_on")),
    "plan_versions": (("begun_on",), ("sent_on", "returned_on", "approved_on", "copy_given_on")),
    "opportunities": (("told_on",), ("applied_on", "outcome_on")),
    "health_items": (("on",), ("ended_on",)),
    "safety_flags": (("set_on",), ("tool_on", "plan_on", "ended_on")),
    "missing_episodes": (("missing_on",), ("found_on", "interview_offered_on", "interviewed_on")),
    "plan_actions": ((), ("outcome_on",)),
    "messages": (("on",), ("done_on",)),
    "handovers": (
        ("asked_on",),
        ("pack_on", "told_on", "accepted_on", "withdrawn_on"),
    ),
    "pins": (("on",), ("ended_on",)),
    "meeting_items": (("on",), ("done_on",)),
    "decisions": (("on",), ("done_on",)),
}
# What such a date says more of, and what therefore goes with it.
_WITH_IT: dict[str, dict[str, tuple[str, ...]]] = {
    "promises": {"broken_on": ("broken_why",)},
    "statements": {"answered_on": ("answer",)},
    "plan_versions": {
        "sent_on": ("sent_by",),
        "returned_on": ("returned_why",),
        "approved_on": ("approved_by",),
        "copy_given_on": ("copy_given_how",),
    },
    "opportunities": {"outcome_on": ("outcome",)},
    "safety_flags": {"tool_on": ("tool",), "ended_on": ("ended_why",)},
    "missing_episodes": {
        "found_on": ("found_time",),
        "interviewed_on": ("interviewed_time", "interviewed_by"),
    },
    "plan_actions": {"outcome_on": ("outcome", "outcome_words")},
    "messages": {"done_on": ("done_by", "done_words")},
    "handovers": {
        "told_on": ("told_by", "view_words"),
        "accepted_on": ("accepted_by",),
        "withdrawn_on": ("withdrawn_why",),
    },
    "pins": {"ended_on": ("ended_why",)},
    "meeting_items": {"done_on": ("done_words",)},
}
# Kinds with no date of their own, which are as old as the version they belong to.
_OF_A_VERSION = ("plan_matters", "plan_actions")
# Where those columns stand in a fact. Contacts are left out: they are many, and in date order.
_PLACES: dict[str, tuple[int, ...]] = {
    group: tuple(KINDS[group].fact._fields.index(column) for column in columns)
    for group, columns in (
        *_DATED_BY.items(),
        *((group, first + later) for group, (first, later) in _IN_STEPS.items()),
    )
    if group != "contacts"
}


def up_to(case: CaseFile, day: date) -> CaseFile:
    """The case file as it would stand on the day. Source: duties, section 1.1."""
    if _latest_date(case) <= day:
        return case
    kept: dict[str, Any] = {
        group: tuple(fact for fact in getattr(case, group) if not _is_later(fact, columns, day))
        for group, columns in _DATED_BY.items()
    }
    for group in _IN_STEPS:
        stood = (_as_it_stood(group, fact, day) for fact in getattr(case, group))
        kept[group] = tuple(fact for fact in stood if fact is not None)
    gone = {version.version_id for version in case.plan_versions}
    gone -= {version.version_id for version in kept["plan_versions"]}
    for group in _OF_A_VERSION:
        facts = kept.get(group, getattr(case, group))
        kept[group] = tuple(fact for fact in facts if fact.version_id not in gone)
    return replace(case, **kept, worked_out={})


def _latest_date(case: CaseFile) -> date:
    """The latest date that could be left out; worked out once for the file."""
    latest: date | None = case.worked_out.get("latest_date")
    if latest is None:
        latest = case.contacts[-1].on or date.max if case.contacts else date.min
        for group, places in _PLACES.items():
            for fact in getattr(case, group):
                for place in places:
                    day = fact[place]
                    if day is not None and day > latest:
                        latest = day
        case.worked_out["latest_date"] = latest
    return latest


def _is_later(fact: Any, columns: Iterable[str], day: date) -> bool:
    return any((value := getattr(fact, column)) is not None and value > day for column in columns)


def _as_it_stood(group: str, fact: Any, day: date) -> Any:
    """The fact without its later dates; None when every date that would begin it is later."""
    first, later = _IN_STEPS[group]
    begun = [getattr(fact, column) for column in first]
    if any(begun) and all(when is None or when > day for when in begun):
        return None
    changed: dict[str, Any] = {
        column: None
        for column in (*first, *later)
        if (when := getattr(fact, column)) is not None and when > day
    }
    for column in tuple(changed):
        changed |= dict.fromkeys(_WITH_IT.get(group, {}).get(column, ()), "")
    return fact._replace(**changed) if changed else fact
