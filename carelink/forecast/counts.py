"""How are numbers by age read that somebody gives instead of the store's people?"""

import csv
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from carelink.errors import Problem, Refused

_COLUMNS = ("year", "age", "count")
_OLDEST = 120
_MOST = 10_000_000
_NOT_WHOLE = "year, age and count must be whole numbers, 0 or more, and nothing else on the line"


class Given(NamedTuple):
    """Numbers as given: the first year is the start and fixes the ages, later years' enter.

    Shape: `entering` by year, then by age.
    """

    year: int
    start: Mapping[int, int]
    entering: Mapping[int, Mapping[int, int]]

    @property
    def left_out(self) -> list[int]:
        """The ages between the youngest and the oldest that the first year does not have."""
        return [age for age in range(min(self.start), max(self.start)) if age not in self.start]

    def entering_in(self, step: int) -> Mapping[int, int]:
        """The numbers given for the year that is so many after the start."""
        return self.entering.get(self.year + step, {})


def read_counts(text: str) -> Given:
    """Read a CSV with the columns year, age and count, in any order of rows.

    Raises: Refused with every line that cannot be read, by its number.
    """
    problems: list[Problem] = []
    by_year: dict[int, dict[int, int]] = {}
    for line, row in _rows(text):
        cells = [_whole(row.get(column)) for column in _COLUMNS]
        year, age, count = cells
        if year is None or age is None or count is None:
            problems.append(_problem(line, _NOT_WHOLE))
        elif not 1900 <= year <= 2199 or age > _OLDEST or count > _MOST:
            problems.append(_problem(line, "a year, an age or a count like this cannot be meant"))
        elif age in by_year.setdefault(year, {}):
            problems.append(_problem(line, f"age {age} in {year} has been given before"))
        else:
            by_year[year][age] = count
    if not by_year and not problems:
        problems.append(Problem("counts", "The file of numbers has no row below its heading."))
    if problems:
        raise Refused(*problems)
    return _given(by_year)


def _given(by_year: dict[int, dict[int, int]]) -> Given:
    first = min(by_year)
    start = dict(sorted(by_year[first].items()))
    strange = [
        Problem("counts", f"Age {age} is given in {year} and not in {first}, which fixes the ages.")
        for year in sorted(by_year)
        for age in sorted(by_year[year])
        if age not in start
    ]
    if strange:
        raise Refused(*strange)
    return Given(first, start, {year: ages for year, ages in by_year.items() if year != first})


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    lines = csv.reader(text.removeprefix("\ufeff").splitlines(), strict=True)
    try:
        heading = [cell.strip().casefold() for cell in next(lines, [])]
        if missing := [column for column in _COLUMNS if column not in heading]:
            says = f"The file of numbers needs the column {' and '.join(missing)}."
            raise Refused(Problem("counts", says))
        if twice := [column for column in _COLUMNS if heading.count(column) > 1]:
            says = f"The file of numbers has the column {' and '.join(twice)} more than once."
            raise Refused(Problem("counts", says))
        for cells in lines:
            if any(cell.strip() for cell in cells):
                yield lines.line_num, _row(heading, cells)
    except csv.Error as error:
        says = f"Line {lines.line_num} of the file of numbers is not CSV."
        raise Refused(Problem("counts", says)) from error


def _row(heading: list[str], cells: list[str]) -> dict[str, str]:
    """A row's cells by column; of one with more of them nobody knows which is which: 1,234."""
    if any(cell.strip() for cell in cells[len(heading) :]):
        return {}
    return dict(zip(heading, cells, strict=False))


def _whole(cell: str | None) -> int | None:
    text = (cell or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


def _problem(line: int, says: str) -> Problem:
    return Problem("counts", f"Line {line} of the file of numbers: {says}.")
