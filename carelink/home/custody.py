"""Who is in custody, until when, and is there a plan for the day they come out?"""

from datetime import date, timedelta
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.home.history import begun
from carelink.said import Line, counted

# How long before release the plan is to be agreed. Source: a setting; Volume 3 asks for it early.
PLAN_BEFORE_RELEASE = timedelta(days=28)


class Custody(NamedTuple):
    """A time in custody that runs: since when, the expected release, and the plan for it.

    `plan_due_on` is the last day in time for the plan; None while no release day is expected.
    """

    since: date | None
    expected: date | None
    plan_due_on: date | None
    plan_agreed_on: date | None


def custody_of(case: CaseFile, day: date) -> Custody | None:
    """The time in custody that covers the day; None when they are not in custody."""
    home = case.home_on(day)
    if home is None or home.type != "X":
        return None
    agreed = [
        step.on
        for step in case.housing_steps
        if step.kind == "release_plan" and step.outcome == "agreed" and step.on
        if step.on >= begun(home)
    ]
    expected = home.expected_end
    due_on = expected - PLAN_BEFORE_RELEASE if expected else None
    return Custody(home.start, expected, due_on, max(agreed, default=None))


def say_custody(case: CaseFile, day: date) -> list[Line]:
    """The countdown to release and the plan for it; no line at all for who is not in custody."""
    held = custody_of(case, day)
    if held is None:
        return []
    return [Line("Release", *_release(held, day)), Line("Plan for release", *_plan(held, day))]


def _release(held: Custody, day: date) -> tuple[str, str]:
    if held.expected is None:
        return "The expected day is not recorded", "Ask the prison or the probation officer"
    days = (held.expected - day).days
    if days < 0:
        since = f"{show(held.expected)} was {counted(-days, 'day')} ago"
        return f"Expected, and not recorded: {since}", "Find out where they are"
    when = "today" if days == 0 else f"in {counted(days, 'day')}"
    return f"Expected on {show(held.expected)}, {when}", ""


def _plan(held: Custody, day: date) -> tuple[str, str]:
    if held.plan_agreed_on:
        return f"Agreed on {show(held.plan_agreed_on)}", ""
    if held.plan_due_on is None:
        return "Not agreed yet", "Due 28 days before release, which has no day"
    late = (day - held.plan_due_on).days
    if late > 0:
        return f"We are {counted(late, 'day')} late with it", f"due {show(held.plan_due_on)}"
    return "Not agreed yet", f"due {show(held.plan_due_on)}"
