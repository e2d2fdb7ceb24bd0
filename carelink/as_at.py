"""What a case file held on a day: whatever is dated later is left out, as if not yet written."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from carelink.case import CaseFile
from carelink.facts import KINDS, Immigration, Plan, PlanReview, Promise

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
}
_PARTLY_DATED = {
    "plans": ("started_on", "approved_on", "copy_given_on"),
    "plan_reviews": ("asked_on", "held_on"),
    "immigration": ("granted_on", "applied_on"),
    "promises": ("made_on", "kept_on"),
}
# Where those columns stand in a fact. Contacts are left out: they are many, and in date order.
_PLACES: dict[str, tuple[int, ...]] = {
    group: tuple(KINDS[group].fact._fields.index(column) for column in columns)
    for group, columns in (*_DATED_BY.items(), *_PARTLY_DATED.items())
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
    kept["plans"] = _each(case.plans, lambda plan: _plan_on(plan, day))
    kept["plan_reviews"] = _each(case.plan_reviews, lambda review: _review_on(review, day))
    kept["immigration"] = _each(case.immigration, lambda leave: _leave_on(leave, day))
    kept["promises"] = _each(case.promises, lambda promise: _promise_on(promise, day))
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


def _each(facts: Iterable[Any], on_the_day: Callable[[Any], Any]) -> tuple[Any, ...]:
    return tuple(kept for fact in facts if (kept := on_the_day(fact)) is not None)


def _plan_on(plan: Plan, day: date) -> Plan | None:
    """The plan without its later dates; nothing of it when every date it has is later."""
    dates = (plan.started_on, plan.approved_on)
    if any(dates) and all(when is None or when > day for when in dates):
        return None
    return plan._replace(
        started_on=_unless_later(plan.started_on, day),
        approved_on=_unless_later(plan.approved_on, day),
        copy_given_on=_unless_later(plan.copy_given_on, day),
    )


def _review_on(review: PlanReview, day: date) -> PlanReview | None:
    asked, held = _unless_later(review.asked_on, day), _unless_later(review.held_on, day)
    if (review.asked_on or review.held_on) and not (asked or held):
        return None
    return review._replace(asked_on=asked, held_on=held)


def _leave_on(leave: Immigration, day: date) -> Immigration | None:
    if leave.granted_on is not None and leave.granted_on > day:
        return None
    return leave._replace(applied_on=_unless_later(leave.applied_on, day))


def _promise_on(promise: Promise, day: date) -> Promise | None:
    if promise.made_on is not None and promise.made_on > day:
        return None
    return promise._replace(kept_on=_unless_later(promise.kept_on, day))


def _unless_later(when: date | None, day: date) -> date | None:
    return when if when is not None and when <= day else None
