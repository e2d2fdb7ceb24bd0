"""What is a cliff edge? Something that stops, when, when to start, and what comes in its place."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import Span, birthday
from carelink.money.catalogue import Catalogue
from carelink.money.question import Question
from carelink.reasons import Because, in_words
from carelink.rulebook import Rulebook
from carelink.words import Basis, State

# How long what has stopped stays in sight while nothing is recorded in its place.
IN_SIGHT = timedelta(days=90)


class Edge(NamedTuple):
    """One thing that stops, as the file has it. Exactly one of `lead` and `lead_of` is given."""

    edge: str
    title: str
    stops: str
    instead: str
    lead: Span | None
    lead_of: str
    basis: Basis
    law: str
    link: str
    verified: bool
    checked_on: date


class Stop(NamedTuple):
    """What one edge found in a file: the first day without it, why, and what replaces it.

    `on` is None where the day is not recorded; `replaced_by` is empty where nothing is;
    `about` says which of several; `key` tells them apart.
    """

    on: date | None
    because: Because
    replaced_by: str = ""
    about: str = ""
    key: str = ""


class When(StrEnum):
    """Where an edge stands on a day, the most pressing first."""

    STOPPED = "stopped"
    START_NOW = "start_now"
    NO_DATE = "no_date"
    IN_HAND = "in_hand"
    AHEAD = "ahead"


WHEN_LABELS: Mapping[When, str] = {
    When.STOPPED: "Stopped, nothing in its place",
    When.START_NOW: "Time to start",
    When.NO_DATE: "No date recorded",
    When.IN_HAND: "In hand",
    When.AHEAD: "Ahead",
}
# Whose shape and colour each takes, so that it reads the same in black and white.
WHEN_AS: Mapping[When, State] = {
    When.STOPPED: State.OVERDUE,
    When.START_NOW: State.DUE_SOON,
    When.NO_DATE: State.NO_DATE,
    When.IN_HAND: State.ON_TRACK,
    When.AHEAD: State.DECLINED,
}


class CliffEdge(NamedTuple):
    """One line of the calendar. `start_by` is the day by which we must have started."""

    edge: Edge
    when: When
    on: date | None
    start_by: date | None
    replaced_by: str
    about: str
    key: str
    because: Because

    @property
    def title(self) -> str:
        """What stops, and which of several."""
        return f"{self.edge.title}: {self.about}" if self.about else self.edge.title

    @property
    def reason(self) -> str:
        """Why on that day, in words."""
        return in_words(self.because)


class Asked(NamedTuple):
    """Whose edges are asked for, on which day, by which rules."""

    case: CaseFile
    day: date
    rulebook: Rulebook
    catalogue: Catalogue
    question: Question

    def turned(self, age: int) -> date:
        """That birthday; asked only where the date of birth is known."""
        assert self.case.person.date_of_birth is not None
        return birthday(self.case.person.date_of_birth, age)
