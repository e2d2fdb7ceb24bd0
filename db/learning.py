"""How are work, learning and skills written? What one gesture changes, it changes whole."""

from datetime import date
from typing import NamedTuple

from carelink.errors import Problem, Refused
from carelink.facts import Activity, Opportunity, SkillRating
from carelink.learning.checks import check_activity, check_opportunity
from carelink.skills.checks import check_skill_rating
from db.one_fact import AT_ONCE, change_fact, record_fact
from db.reading import read_case
from db.recording import record_activity
from db.trail import Writing, amend, remove


class ActivityWritten(NamedTuple):
    """What a change of work or learning did, so that it can be taken back whole."""

    row_id: str
    ended: tuple[str, ...]


class Rated(NamedTuple):
    """What one rating did; `before` is None for a new one, else what it was."""

    row_id: str
    before: SkillRating | None


class Started(NamedTuple):
    """What the start of an opportunity wrote: itself as it was, and the activity it became."""

    after: Opportunity
    before: Opportunity
    activity: ActivityWritten


def turn_to(writing: Writing, activity: Activity) -> ActivityWritten:
    """Record what they do from a day on; what was open till then ends that day.

    Raises: Refused with every problem at once.
    """
    before = read_case(writing.connection, activity.person_id).activities
    row_id = record_activity(writing, activity)
    now = read_case(writing.connection, activity.person_id).activities
    open_before = {held.row_id for held in before if held.end is None}
    ended = tuple(held.row_id for held in now if held.end and held.row_id in open_before)
    return ActivityWritten(row_id, ended)


def undo_turn(writing: Writing, written: ActivityWritten) -> None:
    """Take back a change just recorded; what it ended goes on."""
    remove(writing, "activities", written.row_id, AT_ONCE)
    for key in written.ended:
        amend(writing, "activities", key, {"end": None})


def end_activity(writing: Writing, activity: Activity, end: date) -> Activity:
    """Say that it is over and that we do not know what came after. Returns it as it is now.

    Raises: Refused for a day ahead or before its start; ChangedMeanwhile.
    """
    if end > writing.today:
        raise Refused(Problem("end", "The day must be today or in the past."))
    after = activity._replace(end=end)
    change_fact(writing, "activities", activity, after, check_activity)
    return after


def undo_end(writing: Writing, before: Activity, after: Activity) -> None:
    """What was just ended goes on. Raises: ChangedMeanwhile when it was changed since."""
    change_fact(writing, "activities", after, before, check_activity)


def start_opportunity(
    writing: Writing, before: Opportunity, after: Opportunity, activity: Activity
) -> Started:
    """An opportunity has become what they do: both are recorded, typed once.

    Raises: Refused with every problem at once; ChangedMeanwhile.
    """
    change_fact(writing, "opportunities", before, after, check_opportunity)
    return Started(after, before, turn_to(writing, activity))


def undo_start(writing: Writing, started: Started) -> None:
    """Take back that it was started, and what they were said to do from then on."""
    undo_turn(writing, started.activity)
    amend(writing, "opportunities", started.before.row_id, started.before._asdict())


def rate_skill(writing: Writing, rating: SkillRating) -> Rated:
    """Record one side's rating of a skill; a second one on the same day takes its place.

    Raises: Refused with every problem at once.
    """
    rating = rating._replace(on=rating.on or writing.today)
    case = read_case(writing.connection, rating.person_id)
    same = (rating.skill, rating.by, rating.on)
    held = next((one for one in case.skill_ratings if (one.skill, one.by, one.on) == same), None)
    if held is None:
        return Rated(record_fact(writing, "skill_ratings", rating, check_skill_rating), None)
    after = held._replace(
        rating=rating.rating or held.rating,
        evidence=rating.evidence or held.evidence,
        tried=held.tried if rating.tried is None else rating.tried,
        worker_id=rating.worker_id or held.worker_id,
    )
    return Rated(change_fact(writing, "skill_ratings", held, after, check_skill_rating), held)


def undo_rating(writing: Writing, rated: Rated) -> None:
    """Take back a rating just given: gone, or as it was."""
    if rated.before is None:
        remove(writing, "skill_ratings", rated.row_id, AT_ONCE)
    else:
        amend(writing, "skill_ratings", rated.row_id, rated.before._asdict())
