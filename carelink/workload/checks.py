"""What must hold before a worker's facts are changed, or a pair is pinned and let go again?"""

from collections.abc import Mapping
from datetime import date

from carelink.case import CaseFile
from carelink.errors import Problem
from carelink.facts import Pin, Worker
from carelink.problems import not_ahead, refuse_if, text_problems
from carelink.workload.weights import is_district

# The most that somebody works: a full week and a half, for those who have two posts.
MOST_FTE = 1.5


def check_worker(workers: Mapping[str, Worker], worker: Worker, today: date) -> None:
    """A worker: a name, hours that can be, a district as it is written.

    Raises: Refused with every problem at once.
    """
    problems = []
    if not worker.name.strip():
        problems.append(Problem("name", "Give the worker's name."))
    if worker.fte is not None and not 0 <= worker.fte <= MOST_FTE:
        says = f"The part of a full week is from 0 to {MOST_FTE:g}: 1 is full time, 0.6 three days."
        problems.append(Problem("fte", says))
    if worker.district and not is_district(worker.district):
        says = "Give the postcode district alone, the part before the space: ME4."
        problems.append(Problem("district", says))
    for field in ("name", "languages", "district"):
        problems += text_problems(field, getattr(worker, field))
    refuse_if(problems)


def check_pin(case: CaseFile, pin: Pin, today: date) -> None:
    """A pair to stay together: with one who is their adviser, and because of something.

    Raises: Refused with every problem at once.
    """
    problems = text_problems("reason", pin.reason)
    if not pin.reason.strip():
        problems.append(Problem("reason", "Say why they are to stay together."))
    present = case.adviser_on(today)
    if present is None or present.worker_id != pin.worker_id:
        says = "Only the adviser somebody has now can be pinned to them."
        problems.append(Problem("worker_id", says))
    others = [held for held in case.pins if held.ended_on is None and held.row_id != pin.row_id]
    if others:
        problems.append(Problem("", "They are pinned already; let that pin go first."))
    refuse_if([*problems, *not_ahead("on", pin.on, today, "pin")])


def check_unpin(case: CaseFile, pin: Pin, today: date) -> None:
    """A pin let go: because of something, on a day that has been.

    Raises: Refused with every problem at once.
    """
    problems = text_problems("ended_why", pin.ended_why)
    if not pin.ended_why.strip():
        problems.append(Problem("ended_why", "Say why the pair no longer has to stay together."))
    refuse_if([*problems, *not_ahead("ended_on", pin.ended_on, today, "change")])
