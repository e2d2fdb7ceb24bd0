"""Who is away, who stands in, and what was rung in about? The verbs of the duty desk."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from carelink.cover.checks import check_absence, check_cover, check_done, check_message
from carelink.errors import Problem, Refused
from carelink.facts import Absence, Cover, Message
from db.one_fact import AT_ONCE, as_it_was, change_fact, record_fact, take_back
from db.plan_rows import author_of
from db.tables import FACTS
from db.team_facts import change_team_fact, record_team_fact
from db.trail import Writing, remove

_HERE = ZoneInfo("Europe/London")


def record_absence(writing: Writing, absence: Absence) -> str:
    """Record that a worker is or will be away. Returns the row's id.

    Raises: Refused with every problem at once.
    """
    return record_team_fact(writing, "absences", absence, check_absence)


def change_absence(writing: Writing, before: Absence, after: Absence) -> str:
    """Change it from what was read, as when they come back sooner. Returns the row's id.

    Raises: Refused with every problem at once; ChangedMeanwhile.
    """
    return change_team_fact(writing, "absences", before, after, check_absence)


def record_cover(writing: Writing, cover: Cover) -> str:
    """Record who stands in for a worker; it ends by itself. Returns the row's id.

    Raises: Refused with every problem at once.
    """
    return record_team_fact(writing, "covers", cover, check_cover)


def change_cover(writing: Writing, before: Cover, after: Cover) -> str:
    """Change it from what was read, as when it lasts longer. Returns the row's id.

    Raises: Refused with every problem at once; ChangedMeanwhile.
    """
    return change_team_fact(writing, "covers", before, after, check_cover)


def record_away(writing: Writing, absence: Absence, cover: Cover | None) -> tuple[str, str]:
    """Record that a worker is away and who stands in meanwhile, both or neither. Their ids.

    Raises: Refused with every problem at once; one of the cover's last day names `cover_until`.
    """
    problems: list[Problem] = []
    absence_id = cover_id = ""
    try:
        absence_id = record_absence(writing, absence)
    except Refused as refused:
        problems += refused.problems
    try:
        cover_id = record_cover(writing, cover) if cover is not None else ""
    except Refused as refused:
        problems += [_of_cover(problem) for problem in refused.problems]
    if problems:
        raise Refused(*dict.fromkeys(problems))
    return absence_id, cover_id


def take_away_back(writing: Writing, ids: tuple[str, str]) -> None:
    """Undo: neither the absence nor the cover was meant.

    Raises: ChangedMeanwhile when one of them is gone.
    """
    for kind, row_id in zip(("absences", "covers"), ids, strict=True):
        if row_id:
            remove(writing, kind, row_id, AT_ONCE)


def read_messages(connection: Connection) -> list[Message]:
    """Every message that waits, whoever it is about, by one question to the store."""
    table = FACTS["messages"]
    wanted = select(*(table.c[field] for field in Message._fields))
    rows = connection.execute(wanted.where(table.c.done_on.is_(None)))
    return [Message._make(row) for row in rows]


def put_team_fact_back(writing: Writing, kind: str, now: Any, before: Any) -> str:
    """Undo: an absence or a cover stands as it did, or is taken out where there was none.

    Raises: ChangedMeanwhile when someone else has changed it since; nothing is then undone.
    """
    if before is None:
        remove(writing, kind, now.row_id, AT_ONCE)
        return str(now.row_id)
    return change_team_fact(writing, kind, now, before, _anything)


def take_message(writing: Writing, message: Message) -> str:
    """Write down a message for a worker, on the day of writing unless it says when. Its id.

    Raises: Refused with every problem at once.
    """
    at = writing.at.astimezone(_HERE)
    on = message.on or writing.today
    taken = message._replace(on=on, taken_by=message.taken_by or author_of(writing).name)
    if not taken.time and on == writing.today:
        taken = taken._replace(time=f"{at:%H:%M}")
    return record_fact(writing, "messages", taken, check_message)


def take_message_back(writing: Writing, message_id: str) -> str:
    """Undo: the message was not meant to be written down.

    Raises: ChangedMeanwhile when it is gone.
    """
    return take_back(writing, "messages", message_id, AT_ONCE)


def answer_message(
    writing: Writing, message: Message, done_on: date | None, words: str = ""
) -> Message:
    """Say that a message has been seen to, and what came of it. Returns it as it now stands.

    Raises: Refused without a day or for one that has not been; ChangedMeanwhile.
    """
    if done_on is None:
        raise Refused(Problem("done_on", "Give a day that has been, or today."))
    done = message._replace(done_on=done_on, done_by=author_of(writing).name, done_words=words)
    change_fact(writing, "messages", message, done, check_done)
    return done


def put_message_back(writing: Writing, now: Message, before: Message) -> Message:
    """Undo: the message waits as it did.

    Raises: ChangedMeanwhile when someone else has changed it since.
    """
    change_fact(writing, "messages", now, before, as_it_was)
    return before


def _of_cover(problem: Problem) -> Problem:
    """The days of a cover stand beside a field of their own, its worker's beside who is away."""
    if problem.field == "back_on":
        return Problem("cover_until", problem.says)
    return problem


def _anything(workers: Any, fact: Any, today: date) -> None:
    """What stood before may stand again, however it came in: nothing is checked."""
