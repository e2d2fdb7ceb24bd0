"""What did the attack find?"""

from typing import Literal, NamedTuple

from carelink.attack.held import Known

Kind = Literal[
    "pinned",
    "too_few",
    "small_change",
    "one_category",
    "does_not_add_up",
    "small_shown",
    "percent",
    "out_of_time",
    "damaged",
]


class Bound(NamedTuple):
    """The least and the greatest whole number that a protected figure can be, for all one knows.

    Shape: `high` is None where there is no greatest.
    """

    release: int
    table: str
    at: str
    shown: str
    low: int
    high: int | None

    @property
    def values(self) -> int | None:
        """How many whole numbers lie from the least to the greatest; None for without end."""
        return None if self.high is None else self.high - self.low + 1


class Failure(NamedTuple):
    """One reason why the release is not safe, in a plain sentence."""

    kind: Kind
    release: int
    table: str
    at: str
    says: str


class Unused(NamedTuple):
    """A known total that had to be left out, and why."""

    known: Known
    why: str

    def __str__(self) -> str:
        where = ", ".join(f"{name} {node}" for name, node in self.known.at.items())
        return f"{self.known.count} ({where}; {self.known.source}): {self.why}"


class Verdict(NamedTuple):
    """Whether everything published stays safe with the new release.

    Shape: `figures` counts the protected figures of all releases and `narrowest` the fewest whole
    numbers that one of them keeps (0 where there is none); `bounds` are those of the new release
    in full; `complete` is whether every protected figure was settled in time.
    Units: `seconds` of the solver's own time.
    """

    safe: bool
    figures: int
    narrowest: int
    failures: tuple[Failure, ...]
    bounds: tuple[Bound, ...]
    not_used: tuple[Unused, ...]
    complete: bool
    seconds: float
