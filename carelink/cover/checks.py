"""What must hold before an absence, a cover or a message may be recorded, or a message be done?"""

import re
from collections.abc import Mapping
from datetime import date

from carelink.case import CaseFile
from carelink.cover.words import ABSENCE_LABELS
from carelink.dates import show
from carelink.errors import Problem
from carelink.facts import Absence, Cover, Message, Worker
from carelink.problems import day_that_has_been, not_ahead, one_of, refuse_if, text_problems

_CHOOSE = "Choose one of the team's workers."
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def check_absence(workers: Mapping[str, Worker], absence: Absence, today: date) -> None:
    """An absence: whose, which kind and from when; the day back may not be known yet.

    Raises: Refused with every problem at once.
    """
    problems = one_of("worker_id", absence.worker_id, workers, _CHOOSE)
    problems += one_of("kind", absence.kind, ABSENCE_LABELS, "Choose why they are away.")
    refuse_if([*problems, *_from_until(absence.first_on, absence.back_on)])


def check_cover(workers: Mapping[str, Worker], cover: Cover, today: date) -> None:
    """A cover: one worker for another, who works here on those days, from when until when.

    Raises: Refused with every problem at once.
    """
    problems = one_of("worker_id", cover.worker_id, workers, _CHOOSE)
    problems += one_of("cover_id", cover.cover_id, workers, _CHOOSE)
    if cover.worker_id and cover.worker_id == cover.cover_id:
        problems.append(Problem("cover_id", "Nobody stands in for themselves; choose another."))
    stands_in = workers.get(cover.cover_id)
    if stands_in is not None and stands_in.end and stands_in.end <= (cover.first_on or today):
        says = f"They no longer work here since {show(stands_in.end)}; choose another."
        problems.append(Problem("cover_id", says))
    problems += text_problems("reason", cover.reason)
    if cover.back_on is None:
        problems.append(Problem("back_on", "Give the first day on which they no longer stand in."))
    refuse_if([*problems, *_from_until(cover.first_on, cover.back_on)])


def check_message(case: CaseFile, message: Message, today: date) -> None:
    """A message: its words, on a day that has been, for a worker of the team or for their adviser.

    Raises: Refused with every problem at once.
    """
    problems = day_that_has_been("on", message.on, today, "call")
    if not message.words.strip():
        problems.append(Problem("words", "Write down what was said."))
    for field in ("words", "caller"):
        problems += text_problems(field, getattr(message, field))
    if message.worker_id and message.worker_id not in case.workers:
        problems.append(Problem("worker_id", _CHOOSE))
    if message.time and not _TIME.fullmatch(message.time):
        problems.append(Problem("time", "Write the time as 14:05."))
    refuse_if(problems)


def check_done(case: CaseFile, message: Message, today: date) -> None:
    """A message is done on a day that has been, not before it came in.

    Raises: Refused with every problem at once.
    """
    problems = not_ahead("done_on", message.done_on, today, "answer")
    done, on = message.done_on, message.on
    if done is not None and on is not None and done < on:
        problems.append(Problem("done_on", f"The message came in on {show(on)}, after that day."))
    refuse_if([*problems, *text_problems("done_words", message.done_words)])


def _from_until(first_on: date | None, back_on: date | None) -> list[Problem]:
    if first_on is None:
        return [Problem("first_on", "Give the first day.")]
    if back_on is not None and back_on <= first_on:
        return [Problem("back_on", "The day back must be after the first day.")]
    return []
