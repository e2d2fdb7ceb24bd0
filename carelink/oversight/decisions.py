"""What has a manager decided, on what does it stand on a day, and what of it comes back?"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from carelink.dates import show
from carelink.facts import Decision
from carelink.oversight.words import ACCEPTED, ACTION, DECISION_LABELS, OF_A_MEETING


def matters_of(decision: Decision) -> tuple[str, ...]:
    """The key of each thing it is about: a later decision on the same takes its place.

    One on the case as a whole, or taken in supervision, is a matter of its own: a second one in
    the same meeting leaves the first as open as it was.
    """
    about = decision.about.split()
    if not about or about[0].startswith(OF_A_MEETING):
        return (f"decision:{decision.decision_id}",)
    return tuple(about)


def latest_by_key(decisions: Iterable[Decision], day: date) -> dict[str, Decision]:
    """The last decision up to the day on each thing, by its key; of two on a day, the later id.

    One whose day is not recorded counts as older than every other.
    """
    made = [one for one in decisions if one.on is None or one.on <= day]
    made.sort(key=lambda one: (one.on or date.min, one.decision_id))
    return {key: one for one in made for key in matters_of(one)}


def is_latest(decision: Decision, latest: Mapping[str, Decision]) -> bool:
    """Whether nothing later was decided on all it is about. Shape: `latest` is `latest_by_key`."""
    return any(latest.get(key) == decision for key in matters_of(decision))


def is_done(decision: Decision, day: date) -> bool:
    """Whether its action had been done by the day."""
    return decision.done_on is not None and decision.done_on <= day


def stands_on(decision: Decision, day: date) -> bool:
    """Whether it still holds its matter back: its day has not come, its action is not done.

    A decision without a day to come back holds nothing back: nothing is put away for ever.
    """
    return not is_done(decision, day) and decision.again_on is not None and day < decision.again_on


def decided_keys(decisions: Iterable[Decision], day: date) -> frozenset[str]:
    """The keys of what a decision stands on, on the day."""
    latest = latest_by_key(decisions, day)
    return frozenset(key for key, one in latest.items() if stands_on(one, day))


def come_back(decisions: Collection[Decision], day: date) -> list[Decision]:
    """Decisions with an action that is not done and whose day has come, nothing decided since."""
    latest = latest_by_key(decisions, day)
    found = []
    for one in decisions:
        if is_done(one, day) or not one.action or one.again_on is None or one.again_on > day:
            continue
        if is_latest(one, latest):
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
