"""What do the rows of flags and of times missing say? In words, each with its mark."""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import MissingEpisode, SafetyFlag
from carelink.reasons import in_words
from carelink.safety.flags import (
    FlagState,
    flag_label,
    flag_state,
    flags_of,
    say_flag,
    say_flag_state,
)
from carelink.safety.missing import (
    LAW,
    Clock,
    Interview,
    episodes_of,
    interview_clock,
    say_clock,
    say_when,
    title_of,
)
from carelink.safety.times import read_time, say_time
from carelink.words import State
from ui.young_person.ledger_card import Act, RowWords

CHANGE_FLAG = Act("change", "Review or change…", "Its plan, tool, level, review and expiry")
END_FLAG = Act("end", "End…", "End this flag, with the reason")
BACK = Act("change", "They are back…", "Record when they came back")
INTERVIEW = Act("change", "Interview…", "Record the offer or the return home interview")
CHANGE = Act("change", "Change…", "Change what is recorded of this time", quiet=True)
_FLAG_STATES = {
    FlagState.STANDS: State.ON_TRACK,
    FlagState.REVIEW_LATE: State.OVERDUE,
    FlagState.RAN_OUT: State.OVERDUE,
    FlagState.ENDED: State.NOT_REQUIRED,
}
_CLOCK_STATES = {
    Interview.NOT_BACK: State.DUE_SOON,
    Interview.NOT_OWED: State.NOT_REQUIRED,
    Interview.CANNOT_TELL: State.CANNOT_TELL,
    Interview.WAITING: State.DUE_SOON,
    Interview.LATE: State.OVERDUE,
    Interview.HELD_IN_TIME: State.ON_TRACK,
    Interview.HELD_LATE: State.ON_TRACK,
    Interview.HELD_TO_CHECK: State.CANNOT_TELL,
}
_OPEN = frozenset({Interview.WAITING, Interview.LATE})


def rows_of_flags(case: CaseFile, day: date, *, may_set: bool) -> list[RowWords]:
    """Every flag: those that stand or ran out first, the ended after."""
    return [_flag_row(case, flag, day, may_set) for flag in flags_of(case, day)]


def say_flags(case: CaseFile, day: date, *, may_set: bool) -> str:
    """How many flags stand, ran out and ended; and who may set one, to those who may not."""
    states = [flag_state(flag, day) for flag in case.safety_flags]
    ended, ran_out = states.count(FlagState.ENDED), states.count(FlagState.RAN_OUT)
    stand = len(states) - ended - ran_out
    said = "No flag was ever set."
    if states:
        said = f"{len(states)} = {stand} standing + {ran_out} run out + {ended} ended."
    only = "" if may_set else " Only a practice manager or a team manager can set or end one."
    return said + only


def rows_of_missing(case: CaseFile, day: date) -> list[RowWords]:
    """Every time missing, the latest first."""
    return [_missing_row(case, episode, day) for episode in episodes_of(case)]


def _flag_row(case: CaseFile, flag: SafetyFlag, day: date, may_set: bool) -> RowWords:
    stands_as = flag_state(flag, day)
    state = _FLAG_STATES[stands_as]
    if stands_as is FlagState.STANDS and flag.plan_on is None:
        state = State.NO_DATE
    ended = stands_as is FlagState.ENDED
    acts = [] if ended else [CHANGE_FLAG, *([END_FLAG] if may_set else [])]
    beneath = [f"{line.about}: {line.says}" for line in say_flag(case, flag, day)[1:]]
    lacks = "" if flag.plan_on or ended else ". There is no safety plan"
    stands = say_flag_state(flag, day) + lacks
    return RowWords(flag.flag_id, flag_label(flag), stands, state, beneath, acts, flag)


def _missing_row(case: CaseFile, episode: MissingEpisode, day: date) -> RowWords:
    clock = interview_clock(case, episode, day)
    title = title_of(case, episode)
    grown = clock.state is Interview.NOT_OWED
    back = "They are back" if episode.found_on else "Not back, as far as we know"
    stands = back if grown else f"Return home interview: {_lower(say_clock(clock))}"
    state = _CLOCK_STATES[clock.state]
    if grown and episode.found_on is None:
        state = State.DUE_SOON
    act = BACK if episode.found_on is None else INTERVIEW if clock.state in _OPEN else CHANGE
    beneath = [say_when(episode, day), _why(clock), _held(episode), episode.detail]
    return RowWords(episode.row_id, title, stands, state, beneath, [act], episode)


def _why(clock: Clock) -> str:
    because = in_words(clock.because)
    return because if clock.state is Interview.NOT_OWED else f"{because} {LAW}."


def _held(episode: MissingEpisode) -> str:
    if episode.interviewed_on is None:
        return ""
    at = read_time(episode.interviewed_time)
    when = f"{show(episode.interviewed_on)}" + (f" at {say_time(at)}" if at else "")
    by = f", by {episode.interviewed_by}" if episode.interviewed_by else ", not recorded by whom"
    return f"Interview held on {when}{by}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
