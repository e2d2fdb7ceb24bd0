"""One made-up life: the few days that settle it, and the facts told of it so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from carelink.dates import birthday
from carelink.facts import KINDS, Allocation, CarePeriod, Circumstance, Home
from db.made_up.deck import Card
from db.made_up.twists import Plot, Twist

_AFTER_21 = {Plot.EDUCATION_SUPPORT, Plot.SUPPORT_21_TO_25}
_LETTERS = {
    "people": "p",
    "care_periods": "cp",
    "circumstances": "ci",
    "allocations": "al",
    "contacts": "c",
    "assessments": "as",
    "plans": "pl",
    "plan_reviews": "rv",
    "events": "ev",
    "duty_answers": "an",
    "homes": "ho",
    "activities": "ac",
    "immigration": "im",
    "entitlements": "en",
    "snoozes": "sn",
    "confirmations": "cf",
    "promises": "pr",
    "supporters": "su",
    "statements": "st",
    "plan_versions": "pv",
    "plan_matters": "pm",
    "plan_actions": "pa",
    "suitability": "sb",
    "housing_steps": "hs",
    "learning_levels": "ll",
    "education_plans": "ep",
    "opportunities": "op",
    "skill_ratings": "sk",
    "health_items": "hi",
    "spending": "sp",
    "savings": "sv",
    "safety_flags": "sf",
    "missing_episodes": "me",
    "meeting_items": "mi",
    "decisions": "de",
    "approvals": "ap",
    "status_overrides": "so",
    "messages": "ms",
    "handovers": "hn",
    "pins": "pn",
}


@dataclass
class Life:
    """A life being made up. Nothing in it is dated after `last_day`, the eve of the day asked for.

    `left_on` is the first day out of care; `guided_until` the first day on which we no longer owe
    visits and reviews every few weeks (21, or the death). Both stay None for who never got there.
    """

    number: int
    person_id: str
    card: Card
    as_at: date
    rng: Random
    born: date
    last_day: date
    care_from: date | None = None
    left_on: date | None = None
    eligible_on: date | None = None
    relevant_on: date | None = None
    request_on: date | None = None
    date_of_death: date | None = None
    facts: dict[str, list[Any]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    _taken: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.turns_16, self.turns_18 = birthday(self.born, 16), birthday(self.born, 18)
        self.turns_21 = birthday(self.born, 21)

    def has(self, *twists: Twist) -> bool:
        """Whether the card has any of these twists."""
        return not self.card.twists.isdisjoint(twists)

    def turns(self, age: int) -> date:
        """That birthday."""
        return birthday(self.born, age)

    @property
    def is_leaver(self) -> bool:
        """Whether they were ever eligible or relevant."""
        return self.eligible_on is not None or self.relevant_on is not None

    @property
    def owed_from(self) -> date | None:
        """The first day of being eligible or relevant."""
        return self.eligible_on or self.relevant_on

    @property
    def guided_until(self) -> date:
        """The first day without the duties of former relevant; a programme carries them on."""
        return self.as_at if self.card.plot is Plot.PROGRAMME_CONTINUES else self.turns_21

    @property
    def asked_for_support(self) -> bool:
        """Whether they are past 21 and a request of theirs runs on the day."""
        return self.card.plot in _AFTER_21

    def happened(self, day: date | None) -> bool:
        """Whether the day lies in what may be told."""
        return day is not None and day <= self.last_day

    def new_id(self, kind: str) -> str:
        """The next id for a fact of this kind: the person's own, a letter or two, a number."""
        taken = self._taken[kind] = self._taken.get(kind, 0) + 1
        return f"{self.person_id}-{_LETTERS[kind]}{taken:03d}"

    def day_between(self, first: date, last: date) -> date:
        """A day from first to last, both counted; `first` where there is none between."""
        return first + timedelta(days=int(self.rng.random() * max(1, (last - first).days + 1)))

    def days(self, fewest: int, most: int) -> timedelta:
        """Some days, both counted."""
        return timedelta(days=self.rng.randint(fewest, most))

    def chance(self, part: float) -> bool:
        """True in that part of lives."""
        return self.rng.random() < part

    def homes(self) -> Iterable[Home]:
        """The homes told so far, in the order lived in."""
        return self.facts["homes"]

    def worker_on(self, day: date, role: str = "personal_adviser") -> str:
        """Who worked with them in this role on the day; empty when nobody did."""
        held: list[Allocation] = self.facts["allocations"]
        for allocation in reversed(held):
            if allocation.role == role and allocation.start and allocation.start <= day:
                return allocation.worker_id if not _over(allocation, day) else ""
        return ""

    def was_in_care(self, start: date, end: date | None, legal_status: str, ceased: str) -> None:
        """Tell of a period looked after."""
        self.facts["care_periods"].append(
            CarePeriod(
                self.person_id,
                start,
                end,
                legal_status,
                legal_status in ("V3", "V4"),
                ceased if end else "",
                self.new_id("care_periods"),
            )
        )

    def was_so(self, kind: str, start: date | None, end: date | None, detail: str = "") -> None:
        """Tell of a circumstance."""
        self.facts["circumstances"].append(
            Circumstance(self.person_id, kind, start, end, detail, self.new_id("circumstances"))
        )


def _over(allocation: Allocation, day: date) -> bool:
    return allocation.end is not None and allocation.end <= day
