"""How many are in each cell? Everybody is asked once, and every figure comes from that."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product

from carelink.case import CaseFile
from carelink.disclosure import Cell, Dimension, Table, cells_of
from carelink.disclosure.cells import cell_at
from carelink.figures.at_most import AT_MOST
from carelink.figures.gatherings import ROLL, Gatherings, Period
from carelink.figures.indicators import Definition, Indicator, define
from carelink.figures.seats import POPULATION, Answers, answers_of, mark_of, stands_in
from carelink.figures.whitelist import TABLES
from carelink.money.catalogue import Catalogue
from carelink.rulebook import Rulebook

UNKNOWN = frozenset({"not_known", "not_recorded", "no_date", "cannot_tell"})
_BY_TABLE = {table.name: table for table in TABLES}
_Answer = Mapping[str, str]


class Counting:
    """Takes everybody one by one and lets go of them; keeps where each stood."""

    def __init__(self, rulebook: Rulebook, as_at: date, catalogue: Catalogue | None = None) -> None:
        self.as_at = as_at
        self._gatherings = Gatherings(rulebook, as_at, catalogue)
        self._answers: dict[str, Answers] = {}
        self._born: dict[str, date | None] = {}
        self._alike: dict[tuple[str, ...], dict[str, str]] = {}

    def take(self, case: CaseFile) -> None:
        """Ask one person where they stand in everything."""
        answers = answers_of(case, self._gatherings)
        if answers:
            person = case.person
            self._answers[person.person_id] = tuple(self._one_of(one) for one in answers)
            self._born[person.person_id] = person.date_of_birth

    def _one_of(self, answer: dict[str, str]) -> _Answer:
        """Many stand in the same categories: one copy of each is kept."""
        return self._alike.setdefault(tuple(f"{k}={v}" for k, v in answer.items()), answer)

    @property
    def people(self) -> int:
        """How many are on the roll."""
        return sum(1 for answers in self._answers.values() if answers[0][POPULATION] == ROLL)

    @property
    def periods(self) -> Mapping[str, Period]:
        """What days each population speaks of."""
        return self._gatherings.periods

    @property
    def seats(self) -> Mapping[str, Answers]:
        """Who stood where, by marks that are no names."""
        return {mark_of(person_id): answers for person_id, answers in self._answers.items()}

    @property
    def digest(self) -> bytes:
        """What only we know of the roll: it settles which way a figure is rounded."""
        lines = (f"{one} {born or ''}" for one, born in sorted(self._born.items()))
        return hashlib.sha256("\n".join(lines).encode()).digest()

    def definition_of(self, indicator: Indicator) -> Definition:
        """The whole contract of an indicator."""
        return define(indicator, self._gatherings.window)

    def counts(
        self, tables: Iterable[Table], dimensions: Mapping[str, Dimension]
    ) -> dict[Cell, int]:
        """How many are in each cell of these tables, noughts too."""
        listed = tuple(tables)
        counts: dict[Cell, int] = dict.fromkeys(cells_of(listed, dimensions), 0)
        together = Counter(id(one) for answers in self._answers.values() for one in answers)
        alike = {id(one): one for one in self._alike.values()}
        for table in listed:
            counts |= _of_table(table, dimensions, alike, together)
        return counts

    def at_most(
        self, tables: Iterable[Table], dimensions: Mapping[str, Dimension]
    ) -> tuple[tuple[tuple[Cell, ...], Cell], ...]:
        """Parts that together are never more than a whole, of the cells these tables show."""
        counts = self.counts(tables, dimensions)
        return tuple(
            (parts, whole)
            for parts, whole in AT_MOST
            if whole in counts and all(part in counts for part in parts)
            if sum(counts[part] for part in parts) <= counts[whole]
        )

    def unknown(self, indicator: Indicator) -> list[str]:
        """Of whom an indicator does not know enough, by their references."""
        table, name = _BY_TABLE[indicator.table], indicator.counted[0]
        fixed = dict(table.fixed)
        return sorted(
            person_id
            for person_id, answers in self._answers.items()
            for answer in answers
            if answer[POPULATION] == fixed[POPULATION] and answer.get(name) in UNKNOWN
        )


def _of_table(
    table: Table,
    dimensions: Mapping[str, Dimension],
    alike: Mapping[int, _Answer],
    together: Mapping[int, int],
) -> Counter[Cell]:
    """What one table counts; a cell that another shows too comes out the same there."""
    found: Counter[Cell] = Counter()
    for place, answer in alike.items():
        if stands_in(answer, table, dimensions):
            nodes = (dimensions[name].above(answer[name]) for name in table.across)
            for held in product(*nodes):
                at = cell_at((*table.fixed, *zip(table.across, held, strict=True)))
                found[at] += together[place]
    return found
