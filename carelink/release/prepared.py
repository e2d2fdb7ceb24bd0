"""What came of preparing a release? The release, and what only a manager may see of it."""

from collections.abc import Mapping
from typing import NamedTuple

from carelink.attack import Verdict
from carelink.disclosure import Cell, Mode, Protected
from carelink.figures.levels import Level
from carelink.release.earlier import Seats
from carelink.release.release import Release


class Tried(NamedTuple):
    """A form that was tried and could not be made safe, and why."""

    level: Level
    mode: Mode
    says: str


class Prepared(NamedTuple):
    """A release that is safe, or none, with what was tried on the way to it.

    Shape: `counts` are the true counts behind `protected` and `unknown` the people of whom each
    indicator does not know enough: both are for a manager's eyes and never in the release.
    """

    release: Release | None
    protected: Protected | None
    counts: Mapping[Cell, int]
    verdict: Verdict | None
    level: Level
    mode: Mode
    tried: tuple[Tried, ...]
    offers: tuple[str, ...]
    unknown: Mapping[str, list[str]]
    seats: Seats
