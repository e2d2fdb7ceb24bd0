"""Who is in custody, since when, when are they expected out, and is there a plan for that day?

A release that is near or has passed comes first, and one without a day is said.
Source: seeds 1D2; rules, release from custody.
"""

from datetime import date

from carelink.facts import HousingStep
from carelink.home.custody import PLAN_BEFORE_RELEASE, Custody, custody_of
from carelink.meetings.asked import Asked, Someone
from carelink.meetings.cells import adviser_of, answer_of, latest_item, lead_of
from carelink.meetings.draft import DAYS, TYPED, Draft, DraftColumn, DraftGroup, DraftRow
from carelink.meetings.marked import Cell, On, Typed
from carelink.meetings.sums import say_list

_COLUMNS = (
    DraftColumn("In custody since", 2),
    DraftColumn("Release expected", 2),
    DraftColumn("Days to release", 2, DAYS),
    DraftColumn("Plan for release", 3),
    DraftColumn("Where to, and who helps", 3, TYPED),
    DraftColumn("Last decided", 3),
    DraftColumn("Lead", 2),
    DraftColumn("Personal adviser", 2),
)
_Held = tuple[Someone, Custody]


def custody(asked: Asked) -> Draft:
    """By the expected release: passed or within the time for the plan, later, without a day."""
    held = [(one, now) for one in asked.roll if (now := custody_of(one.case, asked.day))]
    held.sort(key=lambda pair: (pair[1].expected or date.max, pair[0].order))
    soon = asked.day + PLAN_BEFORE_RELEASE
    near = [pair for pair in held if pair[1].expected and pair[1].expected <= soon]
    later = [pair for pair in held if pair[1].expected and pair[1].expected > soon]
    undated = [pair for pair in held if pair[1].expected is None]
    unknown = [one for one in asked.roll if one.case.home_on(asked.day) is None]
    return Draft(
        "custody",
        say_list(
            asked,
            [one for one, _ in held],
            "they are in custody",
            unknown,
            "no home is recorded for the day",
        ),
        _COLUMNS,
        (
            _group(asked, "Release within 28 days, or past", near, "Nobody's release is so near."),
            _group(asked, "Release later", later, "Nobody is expected out later than that."),
            _group(asked, "No release day recorded", undated, "Every release has a day."),
        ),
    )


def _group(asked: Asked, title: str, held: list[_Held], empty: str) -> DraftGroup:
    return DraftGroup(title, tuple(_row(asked, *pair) for pair in held), empty)


def _row(asked: Asked, one: Someone, now: Custody) -> DraftRow:
    item = latest_item(asked, one, "custody")
    cells: tuple[Cell, ...] = (
        now.since or "Not recorded",
        now.expected or "Not recorded",
        (now.expected - asked.day).days if now.expected else "Cannot tell",
        _plan(now, asked.day),
        _where_to(one, now),
        answer_of(item, "Not talked about yet"),
        lead_of(asked, item),
        adviser_of(asked, one),
    )
    return DraftRow(one.case, cells, _because(now, asked.day))


def _because(now: Custody, day: date) -> Cell:
    if now.expected is None:
        return "In custody; the day of release is not recorded."
    if now.expected < day:
        return ("Release was expected ", On(now.expected), "; where they are is not recorded.")
    return ("Release is expected ", On(now.expected), ".")


def _plan(now: Custody, day: date) -> Cell:
    if now.plan_agreed_on:
        return ("Agreed ", On(now.plan_agreed_on))
    if now.plan_due_on is None:
        return "Not agreed; due 28 days before a release that has no day"
    if now.plan_due_on < day:
        return ("We are late with it, due by ", now.plan_due_on)
    return ("Not agreed yet, due by ", now.plan_due_on)


def _where_to(one: Someone, now: Custody) -> Cell:
    """What was written of the plan for this time in custody, the latest first."""
    steps = [s for s in one.case.housing_steps if s.kind == "release_plan" and _is_of(s, now)]
    latest = max(steps, key=lambda step: (step.on or date.min, step.row_id), default=None)
    return Typed(latest.detail) if latest and latest.detail else "Nothing is written yet"


def _is_of(step: HousingStep, now: Custody) -> bool:
    return step.on is not None and (now.since is None or step.on >= now.since)
