"""One published figure, with everything that must stand beside it."""

from typing import NamedTuple

from carelink.figures.benchmarks import Benchmark, latest
from carelink.figures.contract import Definition
from carelink.figures.rounding import HIDDEN, SMALLEST_BASE


class FigureLine(NamedTuple):
    """A shown figure; nothing in it is a true count.

    Where `hidden`, the shown numbers are None and `percent` is `c`: hidden is never nought.
    Shape: `benchmarks` are all areas and years published; `rest` names the remainder and
    `population` the people that make the base.
    """

    indicator: str
    measure: str
    age_band: str
    shown_n: int | None
    shown_base: int | None
    percent: str
    hidden: bool
    definition: Definition
    period: str
    benchmarks: tuple[Benchmark, ...]
    rest: str
    population: str

    @property
    def table(self) -> str:
        """The name of the table it stands in: one an indicator and measure."""
        return f"{self.indicator}_{self.measure}"

    @property
    def shown_rest(self) -> int | None:
        """The remainder as shown: the shown base less the shown number."""
        if self.shown_n is None or self.shown_base is None:
            return None
        return self.shown_base - self.shown_n

    @property
    def percent_says(self) -> str:
        """The percentage as it is read: 64%, low, or c."""
        return f"{self.percent}%" if self.percent.isdigit() else self.percent

    @property
    def says(self) -> str:
        """The figure in one plain sentence."""
        if self.percent == HIDDEN:
            return f"Hidden: fewer than {SMALLEST_BASE} young people are counted."
        share = "Above nought, less than half of one per cent" if self.percent == "low" else ""
        return f"{share or self.percent_says}: {self.shown_n} of {self.shown_base} young people."

    def beside(self, area: str) -> Benchmark | None:
        """The latest published percentage for an area."""
        return latest(self.benchmarks, area)
