"""Would this person and this adviser suit each other? Each thing with its price and words."""

from datetime import date
from itertools import takewhile
from typing import NamedTuple

from carelink.facts import Worker
from carelink.reallocation.question import POINT
from carelink.reallocation.scenario import Seat
from carelink.said import counted
from carelink.workload.bearing import Borne, Link, speaks
from carelink.workload.weights import Weights


class Mark(NamedTuple):
    """One thing for (a price below nothing) or against it, in points and in words."""

    price: float
    says: str


def marks_of(
    person: Borne, seat: Seat, now: Worker | None, weights: Weights, *, must: bool
) -> list[Mark]:
    """Everything that speaks for or against this adviser for them.

    `now` is the adviser they have; `must` says that they cannot stay with them.
    """
    costs = weights.moving
    marks = [
        _distance(person, seat.worker, weights),
        _language(person, seat.worker, costs["language"]),
    ]
    stays = now is not None and now.worker_id == seat.worker.worker_id
    if not stays:
        if now is not None and not must:
            months = min(person.continuity.months or 0, costs["months_at_most"])
            price = costs["relationship"] + costs["relationship_month"] * months
            marks.append(Mark(price, f"ends {say_together(person)}"))
        if now is not None and now.team and seat.worker.team and now.team != seat.worker.team:
            marks.append(Mark(costs["another_team"], f"is in another team, {seat.worker.team}"))
        before = link_with(person, seat.worker.worker_id)
        if before is not None:
            marks.append(Mark(-costs["past_link"], f"worked with them {_years(before)}"))
    return [mark for mark in marks if mark.says]


def price_in_points(marks: list[Mark]) -> int:
    """The marks added up, as the solver counts."""
    return round(sum(mark.price for mark in marks) * POINT)


def link_with(person: Borne, worker_id: str) -> Link | None:
    """When this adviser was theirs before; the latest time of several."""
    return next((link for link in reversed(person.past) if link.worker_id == worker_id), None)


def say_together(person: Borne) -> str:
    """How long they and their adviser have worked together."""
    months = person.continuity.months
    if months is None:
        return "a relationship of unknown length"
    return counted(months, "month") + " together" if months else "less than a month together"


def _distance(person: Borne, worker: Worker, weights: Weights) -> Mark:
    """How far the adviser works from where they live; what is not known is said."""
    costs, home, works = weights.moving, person.weighed.district, worker.district
    if not home:
        return Mark(costs["district_unknown"], "where they live cannot be weighed")
    if not works:
        return Mark(costs["district_unknown"], "the district they work from is not recorded")
    if home == works:
        return Mark(0.0, f"works from {works}, where they live")
    near = _area(home) == _area(works)
    return Mark(
        costs["near_district" if near else "far_district"],
        f"works from {works}, they live in {home}",
    )


def _language(person: Borne, worker: Worker, price: float) -> Mark:
    spoken = speaks(worker, person.language)
    if spoken is None:
        return Mark(0.0, "")
    if spoken:
        return Mark(0.0, f"speaks {person.language}")
    if worker.languages:
        return Mark(price, f"does not speak {person.language}")
    return Mark(price, f"has no languages recorded, and {person.language} is wanted")


def _area(district: str) -> str:
    """The letters a district begins with: ME of ME4."""
    return "".join(takewhile(str.isalpha, district))


def _years(link: Link) -> str:
    first, last = _year(link.start), _year(link.end)
    if first and last:
        return f"in {first}" if first == last else f"{first} to {last}"
    return f"until {last}" if last else "before"


def _year(day: date | None) -> str:
    return str(day.year) if day else ""
