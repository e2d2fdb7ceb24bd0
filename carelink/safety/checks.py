"""What must hold before a flag is set or ended, or a time missing is recorded?"""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import months_after, show
from carelink.errors import Problem
from carelink.facts import MissingEpisode, SafetyFlag
from carelink.problems import day_that_has_been, not_ahead, one_of, refuse_if, text_problems
from carelink.safety.times import never_was, read_time
from carelink.safety.words import FLAG_LABELS, LEVELS, SETS_FLAGS, levels_on

_LONGEST_MONTHS = 12
_ROLE = "Only a practice manager or a team manager can set or end a flag. Ask yours to do it."


def check_may_set(role: str) -> None:
    """Who may set or end a flag. Source: Medway, 2017, 5.30."""
    refuse_if([] if role in SETS_FLAGS else [Problem("", _ROLE)])


def check_flag(case: CaseFile, flag: SafetyFlag, today: date) -> None:
    """A flag: what about, at which level, after a tool, with a review and a day it runs out."""
    problems = day_that_has_been("set_on", flag.set_on, today, "flag")
    problems += one_of("kind", flag.kind, FLAG_LABELS, "Choose what the flag is about.")
    problems += _level(case, flag)
    if not flag.concerns.strip():
        problems.append(Problem("concerns", "Say what gives concern."))
    problems += [*_tool(flag, today), *not_ahead("plan_on", flag.plan_on, today, "safety plan")]
    problems += [*_ahead(flag), *_ending(flag, today)]
    for field in ("concerns", "tool", "ended_why"):
        problems += text_problems(field, getattr(flag, field))
    refuse_if(problems)


def check_end(case: CaseFile, flag: SafetyFlag, today: date) -> None:
    """The end of a flag, whatever else it lacks: a day that has been, and why."""
    problems = day_that_has_been("ended_on", flag.ended_on, today, "end")
    refuse_if(problems or [*_ending(flag, today), *text_problems("ended_why", flag.ended_why)])


def check_episode(case: CaseFile, episode: MissingEpisode, today: date) -> None:
    """A time missing: days in their order, times that were, and no two at once."""
    problems = day_that_has_been("missing_on", episode.missing_on, today, "day they went missing")
    if problems and episode.missing_on is None:
        problems = [Problem("missing_on", "Give the day from which they were missing.")]
    problems += not_ahead("found_on", episode.found_on, today, "return")
    problems += not_ahead("interview_offered_on", episode.interview_offered_on, today, "offer")
    problems += not_ahead("interviewed_on", episode.interviewed_on, today, "interview")
    for day_field, time_field in _MOMENTS:
        problems += _time(episode, day_field, time_field)
    problems += [*_in_order(episode), *_beside_the_others(case, episode)]
    for field in ("detail", "interviewed_by"):
        problems += text_problems(field, getattr(episode, field))
    refuse_if(problems)


_MOMENTS = (
    ("missing_on", "missing_time"),
    ("found_on", "found_time"),
    ("interviewed_on", "interviewed_time"),
)


def _level(case: CaseFile, flag: SafetyFlag) -> list[Problem]:
    """A level in use on the day it was set; a flag changed later may keep the words it has."""
    was = next((held for held in case.safety_flags if held.flag_id == flag.flag_id), None)
    if was is not None and was.level == flag.level:
        return []
    allowed = levels_on(flag.set_on) if flag.set_on else LEVELS
    return one_of("level", flag.level, allowed, "Choose the level by the council's own words.")


def _tool(flag: SafetyFlag, today: date) -> list[Problem]:
    problems = []
    if not flag.tool.strip():
        problems.append(Problem("tool", "Say which tool was used; a flag comes after it."))
    problems += day_that_has_been("tool_on", flag.tool_on, today, "tool")
    if flag.tool_on and flag.set_on and flag.tool_on > flag.set_on:
        says = f"The tool comes before the flag, which was set on {show(flag.set_on)}."
        problems.append(Problem("tool_on", says))
    return problems


def _ahead(flag: SafetyFlag) -> list[Problem]:
    problems = []
    for field, asks in (("review_on", "it is reviewed"), ("expires_on", "it runs out")):
        day = getattr(flag, field)
        if day is None:
            problems.append(Problem(field, f"Give the day on which {asks}."))
        elif flag.set_on and day <= flag.set_on:
            problems.append(Problem(field, "This day must be after the day it was set."))
    if flag.review_on and flag.expires_on and flag.review_on > flag.expires_on:
        problems.append(Problem("review_on", "Review it before it runs out."))
    latest = max((day for day in (flag.set_on, flag.plan_on, flag.tool_on) if day), default=None)
    if latest and flag.expires_on and flag.expires_on > months_after(latest, _LONGEST_MONTHS):
        says = "A flag runs out within twelve months of its tool or plan, unless it is reviewed."
        problems.append(Problem("expires_on", says))
    return problems


def _ending(flag: SafetyFlag, today: date) -> list[Problem]:
    if flag.ended_on is None:
        says = "Give the day it ended too."
        return [Problem("ended_on", says)] if flag.ended_why.strip() else []
    problems = not_ahead("ended_on", flag.ended_on, today, "end")
    if flag.set_on and flag.ended_on < flag.set_on:
        problems.append(Problem("ended_on", "The end is before the day it was set."))
    if not flag.ended_why.strip():
        problems.append(Problem("ended_why", "Say why it ends."))
    return problems


def _time(episode: MissingEpisode, day_field: str, time_field: str) -> list[Problem]:
    typed, day = getattr(episode, time_field).strip(), getattr(episode, day_field)
    if not typed:
        return []
    at = read_time(typed)
    if at is None:
        return [Problem(time_field, f'"{typed}" is not a time of day. Try, say, 21:40 or 9.40pm.')]
    if day is None:
        return [Problem(day_field, "Give the day of this time.")]
    if never_was(day, at):
        says = "The clocks went forward over this time that night; there was no such time."
        return [Problem(time_field, says)]
    return []


def _in_order(episode: MissingEpisode) -> list[Problem]:
    since, found = episode.missing_on, episode.found_on
    problems = []
    if (
        since
        and found
        and _moment(found, episode.found_time)
        < _moment(since, episode.missing_time if found == since and episode.found_time else "")
    ):
        problems.append(Problem("found_on", "They came back before they went missing: check both."))
    for field, what in (("interview_offered_on", "offered"), ("interviewed_on", "held")):
        day = getattr(episode, field)
        if day and found is None:
            problems.append(Problem(field, "Give the day they came back first."))
        elif day and found and day < found:
            says = f"The interview cannot be {what} before they came back on {show(found)}."
            problems.append(Problem(field, says))
    return problems


def _moment(day: date, time_text: str) -> tuple[date, str]:
    at = read_time(time_text)
    return day, f"{at:%H:%M}" if at else ""


def _beside_the_others(case: CaseFile, episode: MissingEpisode) -> list[Problem]:
    if episode.missing_on is None:
        return []
    first, last = episode.missing_on, episode.found_on or date.max
    for other in case.missing_episodes:
        if other.row_id == episode.row_id or other.missing_on is None:
            continue
        if first < (other.found_on or date.max) and other.missing_on < last:
            says = f"They are recorded as missing from {show(other.missing_on)} already. "
            says += "Say when they came back from that first."
            return [Problem("missing_on", says)]
    return []
