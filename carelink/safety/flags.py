"""Which flags stand, which ran out, and what does each lack? Said in words, never scored."""

from datetime import date
from enum import StrEnum

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import SafetyFlag
from carelink.safety.words import FLAG_LABELS, say_level
from carelink.said import Line, counted, words_of


class FlagState(StrEnum):
    """Where a flag stands on a day; one that ran out is said, it does not go by itself."""

    STANDS = "stands"
    REVIEW_LATE = "review is late"
    RAN_OUT = "has run out"
    ENDED = "ended"


def flag_state(flag: SafetyFlag, day: date) -> FlagState:
    """The flag on the day: the end it was given first, then its expiry, then its review."""
    if flag.ended_on is not None and flag.ended_on <= day:
        return FlagState.ENDED
    if flag.expires_on is not None and flag.expires_on <= day:
        return FlagState.RAN_OUT
    if flag.review_on is not None and flag.review_on < day:
        return FlagState.REVIEW_LATE
    return FlagState.STANDS


def flags_of(case: CaseFile, day: date) -> list[SafetyFlag]:
    """Every flag ever set: those not ended first, the newest first within each."""
    ordered = sorted(case.safety_flags, key=lambda f: f.set_on or date.min, reverse=True)
    return sorted(ordered, key=lambda f: flag_state(f, day) is FlagState.ENDED)


def flag_label(flag: SafetyFlag) -> str:
    """What the flag is about."""
    return FLAG_LABELS.get(flag.kind, words_of(flag.kind)) or "Not recorded what it is about"


def say_flag_state(flag: SafetyFlag, day: date) -> str:
    """How the flag stands, said as our duty."""
    state = flag_state(flag, day)
    if state is FlagState.ENDED:
        why = f": {flag.ended_why}" if flag.ended_why else ""
        return f"Ended on {show(flag.ended_on or day)}{why}"
    if state is FlagState.RAN_OUT and flag.expires_on:
        ago = counted((day - flag.expires_on).days, "day")
        return f"Ran out on {show(flag.expires_on)}, {ago} ago. Review it or end it"
    if state is FlagState.REVIEW_LATE and flag.review_on:
        late = counted((day - flag.review_on).days, "day")
        return f"Stands. We are {late} late with its review, due {show(flag.review_on)}"
    return "Stands"


def say_flag(case: CaseFile, flag: SafetyFlag, day: date) -> list[Line]:
    """Everything about one flag, what it lacks said."""
    who = case.worker_name(flag.set_by) or "not recorded by whom"
    role = f", {words_of(flag.set_by_role).lower()}" if flag.set_by_role else ", role not recorded"
    set_on = show(flag.set_on) if flag.set_on else "day not recorded"
    return [
        Line("How it stands", say_flag_state(flag, day)),
        Line("Level", say_level(flag.level)),
        Line("What gives concern", flag.concerns or "Not recorded"),
        Line("Set", f"{set_on}, by {who}{role}" if flag.set_by else f"{set_on}, {who}{role}"),
        Line("Tool", _tool(flag)),
        Line("Safety plan", show(flag.plan_on) if flag.plan_on else "None yet"),
        Line("Next review", show(flag.review_on) if flag.review_on else "No day is set"),
        Line("Runs out", show(flag.expires_on) if flag.expires_on else "No day is set"),
    ]


def say_set(flag: SafetyFlag) -> str:
    """That it was set, and at which level, in one line."""
    return (
        f"Flag set: {flag_label(flag)[:1].lower()}{flag_label(flag)[1:]}. {say_level(flag.level)}"
    )


def say_ended(flag: SafetyFlag) -> str:
    """That it was ended, and why, in one line."""
    why = f": {flag.ended_why}" if flag.ended_why else ""
    return f"Flag ended, {flag_label(flag)[:1].lower()}{flag_label(flag)[1:]}{why}"


def _tool(flag: SafetyFlag) -> str:
    if not flag.tool and flag.tool_on is None:
        return "No tool is recorded"
    on = f", {show(flag.tool_on)}" if flag.tool_on else ", day not recorded"
    return (flag.tool or "Tool not named") + on
