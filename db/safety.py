"""Who sets, reviews and ends a flag, and what is recorded of a time missing?"""

from datetime import date

from sqlalchemy import select

from carelink.facts import MissingEpisode, SafetyFlag
from carelink.safety.checks import check_end, check_episode, check_flag, check_may_set
from carelink.safety.times import with_kept_times
from db.one_fact import AT_ONCE, as_it_was, change_fact, record_fact, take_back
from db.tables import USERS
from db.trail import Writing

# What only those who may set a flag may change; everything else any worker keeps up to date.
_THEIRS = (
    "kind",
    "level",
    "set_on",
    "set_by",
    "set_by_role",
    "expires_on",
    "ended_on",
    "ended_why",
)


def set_flag(writing: Writing, flag: SafetyFlag) -> str:
    """Set a flag; who set it, and in which role, is the user's own. Returns the flag's id.

    Raises: Refused for a user who may not set one, and with every problem at once.
    """
    role = role_of(writing)
    check_may_set(role)
    who = flag.set_by or writing.who
    return record_fact(
        writing, "safety_flags", flag._replace(set_by=who, set_by_role=role), check_flag
    )


def change_flag(writing: Writing, before: SafetyFlag, after: SafetyFlag) -> str:
    """Change a flag: its plan, tool and review by any worker, the rest by those who may set one.

    Raises: Refused for a user who may not, and with every problem at once; ChangedMeanwhile.
    """
    if any(getattr(before, field) != getattr(after, field) for field in _THEIRS):
        check_may_set(role_of(writing))
    return change_fact(writing, "safety_flags", before, after, check_flag)


def end_flag(writing: Writing, before: SafetyFlag, ended_on: date | None, why: str) -> str:
    """End a flag, with the reason.

    Raises: Refused for a user who may not, and with every problem at once; ChangedMeanwhile.
    """
    check_may_set(role_of(writing))
    after = before._replace(ended_on=ended_on, ended_why=why)
    return change_fact(writing, "safety_flags", before, after, check_end)


def put_flag_back(writing: Writing, now: SafetyFlag, before: SafetyFlag) -> str:
    """Undo a change of a flag, or its end: it is as it was.

    Raises: Refused for a user who may not; ChangedMeanwhile when someone has changed it since.
    """
    if any(getattr(before, field) != getattr(now, field) for field in _THEIRS):
        check_may_set(role_of(writing))
    return change_fact(writing, "safety_flags", now, before, as_it_was)


def take_flag_back(writing: Writing, flag_id: str) -> str:
    """Take back a flag set by mistake.

    Raises: Refused for a user who may not; ChangedMeanwhile when it is gone.
    """
    check_may_set(role_of(writing))
    return take_back(writing, "safety_flags", flag_id, AT_ONCE)


def record_missing(writing: Writing, episode: MissingEpisode) -> str:
    """Record a time missing, or whereabouts unknown from 18 on. Returns the id.

    Raises: Refused with every problem at once.
    """
    return record_fact(writing, "missing_episodes", with_kept_times(episode), check_episode)


def change_missing(writing: Writing, before: MissingEpisode, after: MissingEpisode) -> str:
    """Record the return, the offer of an interview or the interview itself.

    Raises: Refused with every problem at once; ChangedMeanwhile.
    """
    return change_fact(writing, "missing_episodes", before, with_kept_times(after), check_episode)


def put_missing_back(writing: Writing, now: MissingEpisode, before: MissingEpisode) -> str:
    """Undo a change of a time missing: it is as it was.

    Raises: ChangedMeanwhile when someone has changed it since.
    """
    return change_fact(writing, "missing_episodes", now, before, as_it_was)


def role_of(writing: Writing) -> str:
    """The role of the user at the keyboard; empty for one the store does not know."""
    wanted = select(USERS.c.role).where(USERS.c.user_id == writing.user_id)
    return writing.connection.scalar(wanted) or ""
