"""What is an indicator, what does it promise, and which table is it read from?"""

from typing import NamedTuple

from carelink.disclosure import Cell, Table

# Every contract has these points; the first five are those of its population.
OF_PEOPLE = ("Basis", "Who is in", "Who is out", "Died", "Returned home")
OF_THE_COUNT = (
    "Counted towards it",
    "Chose not to",
    "Not required",
    "Not known",
    "Gone abroad",
)
Points = tuple[tuple[str, str], ...]


class Definition(NamedTuple):
    """What a figure means: its id and version, and each point of its contract in a sentence.

    Shape: `points` are pairs of what the point is about and what holds.
    """

    id: str
    version: int
    title: str
    points: Points

    @property
    def named(self) -> str:
        """The id with its version, as it is printed under the figure."""
        return f"{self.id}, version {self.version}"


class FigureTable(NamedTuple):
    """A table that may be published: its theme, whom it counts, and what it divides them by.

    Shape: `fixed` are the categories all of them share, `population` among them; `across` at most
    two dimensions; `headline` tables are published of the smallest roll too.
    """

    name: str
    title: str
    theme: str
    population: str
    fixed: Cell
    across: tuple[str, ...]
    headline: bool = False

    @property
    def plain(self) -> Table:
        """The table as what protects it knows it."""
        return Table(self.name, self.fixed, self.across)


class Indicator(NamedTuple):
    """A per cent: those of one category among everybody of its table.

    Shape: `table` names the FigureTable, `counted` the dimension and its category; `points` are its
    part of the contract; `better` is "higher", "lower", or empty where neither is.
    """

    name: str
    version: int
    title: str
    theme: str
    table: str
    counted: tuple[str, str]
    points: Points
    better: str = ""


def contract(
    counted: str,
    *,
    chose_not: str = "they stay in the base, and are counted by the same test",
    not_required: str = "no answer that something is not required changes who is counted",
    not_known: str = "those of whom it is not known stay in the base",
    abroad: str = "stays in the base, by what we know of them",
    base: str = "",
) -> Points:
    """The points of what is counted, in the order of OF_THE_COUNT; `base` says who is left."""
    says = (counted, chose_not, not_required, not_known, abroad)
    points = tuple(zip(OF_THE_COUNT, says, strict=True))
    return (("Base", base), *points) if base else points


def table_of(
    name: str,
    title: str,
    theme: str,
    population: str,
    across: tuple[str, ...],
    headline: bool = False,
    **fixed: str,
) -> FigureTable:
    """A table with its fixed categories in the order of their names, the population among them."""
    cell = tuple(sorted({"population": population, **fixed}.items()))
    return FigureTable(name, title, theme, population, cell, across, headline)
