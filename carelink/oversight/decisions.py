"""What has a manager decided, on what does it stand on a day, and what of it comes back?"""

from collections.abc import Collection, Iterable
from datetime import date

from carelink.dates import show
from carelink.facts import Decision
from carelink.oversight.words import ACCEPTED, ACTION, DECISION_LABELS


def latest_by_key(decisions: Iterable[Decision], day: date) -> dict[str, Decision]:
    """The last decision up to the day on each thing, by its key; of two on a day, the later id."""
    made = [one for one in decisions if one.on is not None and one.on <= day]
    made.sort(key=lambda one: (one.on or date.min, one.decision_id))
    return {key: one for one in made for key in one.about.split()}


def stands_on(decision: Decision, day: date) -> bool:
    """Whether it still holds its matter back: its day has not come, its action is not done.

    A decision without a day to come back holds nothing back: nothing is put away for ever.
    """
    done = decision.done_on is not None and decision.done_on <= day
    return not done and decision.again_on is not None and day < decision.again_on


def decided_keys(decisions: Iterable[Decision], day: date) -> frozenset[str]:
    """The keys of what a decision stands on, on the day."""
    latest = latest_by_key(decisions, day)
    return frozenset(key for key, one in latest.items() if stands_on(one, day))


def come_back(decisions: Collection[Decision], day: date) -> list[Decision]:
    """Decisions with an action that is not done and whose day has come, nothing decided since."""
    latest = latest_by_key(decisions, day)
    found = []
    for one in decisions:
        over = one.done_on is not None and one.done_on <= day
        if over or not one.action or one.again_on is None or one.again_on > day:
            continue
        if one.on is not None and one.on <= day and _is_latest(one, latest):
            found.append(one)
    return sorted(found, key=lambda one: (one.again_on or date.max, one.decision_id))


def last_decision(
    decisions: Iterable[Decision], keys: Collection[str], day: date
) -> Decision | None:
    """The last decision on any of these things; None where nothing was ever decided."""
    latest = latest_by_key(decisions, day)
    found = [one for key, one in latest.items() if key in keys]
    return max(found, key=lambda one: (one.on or date.min, one.decision_id), default=None)


def say_decision(decision: Decision) -> str:
    """A decision in words: what, and the day it comes back or the action is due."""
    label = DECISION_LABELS.get(decision.answer, "Decided")
    again = show(decision.again_on) if decision.again_on else ""
    if decision.answer == ACTION:
        who = f" by {decision.by_whom}" if decision.by_whom else ""
        what = f"{label}: {decision.action}{who}" if decision.action else f"{label}{who}"
        said = f"{what}, due {again}" if again else f"{what}; no day is set"
    elif decision.answer == ACCEPTED:
        said = f"{label} until {again}" if again else label
    else:
        said = f"{label}; to be looked at again on {again}" if again else label
    return f"{said}. Done on {show(decision.done_on)}" if decision.done_on else said


def _is_latest(decision: Decision, latest: dict[str, Decision]) -> bool:
    keys = decision.about.split()
    return not keys or any(latest.get(key) == decision for key in keys)
