"""What is one change of a figure, and what is said of all of them together?"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class FigureKey(NamedTuple):
    """Which figure: its population, indicator and age band.

    Shape: `age_band` is empty where the figure is not divided by age.
    """

    population: str
    indicator: str
    age_band: str


class Kind(StrEnum):
    """How a person came to stand elsewhere in a figure."""

    ENTERED = "entered"
    LEFT = "left"
    MOVED = "moved"
    CORRECTED = "corrected"


KIND_LABELS = {
    Kind.ENTERED: "Entered",
    Kind.LEFT: "Left",
    Kind.MOVED: "Moved",
    Kind.CORRECTED: "Corrected",
}


class Change(NamedTuple):
    """One person's step in one figure: by how much it moved the number and the base, and why."""

    figure: FigureKey
    person_id: str
    name: str
    kind: Kind
    number: int
    base: int
    says: str

    @property
    def moved_says(self) -> str:
        """By how much, as it is read: number +1, base +1."""
        parts = (("number", self.number), ("base", self.base))
        return ", ".join(f"{what} {by:+}".replace("-", "−") for what, by in parts if by)


class FigureChange(NamedTuple):
    """One figure then and now by its true counts, and every change between.

    Shape: `changes` in the order of KIND_LABELS, within a kind by name.
    """

    figure: FigureKey
    title: str
    old_number: int
    old_base: int
    number: int
    base: int
    changes: tuple[Change, ...]

    def of_kind(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)

    @property
    def reconciles(self) -> bool:
        """Whether the old figure and the changes make the new one exactly."""
        return (self.number, self.base) == (
            self.old_number + sum(change.number for change in self.changes),
            self.old_base + sum(change.base for change in self.changes),
        )


class Comparison(NamedTuple):
    """Every figure then and now, and whether the release kept was made of what was known then.

    Shape: `as_kept` is None where no release was given to compare with.
    """

    before: date
    after: date
    figures: tuple[FigureChange, ...]
    as_kept: bool | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """All of them, figure by figure."""
        return tuple(change for figure in self.figures for change in figure.changes)

    @property
    def people(self) -> int:
        """How many young people moved a figure."""
        return len({change.person_id for change in self.changes})


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """By kind, then by name: never by whose work it is."""
    kinds = list(Kind)
    return tuple(
        sorted(changes, key=lambda one: (kinds.index(one.kind), one.name.casefold(), one.person_id))
    )
