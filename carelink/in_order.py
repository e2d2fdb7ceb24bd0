"""How do rows stay in order while some come and others go, without sorting all of them anew?"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")


class InOrder(Generic[Row]):
    """Rows in the order of a key; among thousands one comes or goes by a dozen comparisons.

    Rows with one key stand as they came; a key that tells all of them apart makes the order the
    same whichever came first.
    """

    def __init__(self, key: Callable[[Row], Any]) -> None:
        self._key = key
        self._rows: list[Row] = []

    def put_in(self, rows: Iterable[Row]) -> None:
        """These rows stand here from now on."""
        for row in rows:
            insort(self._rows, row, key=self._key)

    def take_out(self, rows: Iterable[Row]) -> None:
        """These rows do so no longer. Raises: ValueError for one that is not here."""
        for row in rows:
            first = bisect_left(self._rows, self._key(row), key=self._key)
            del self._rows[self._rows.index(row, first)]

    def rows(self) -> tuple[Row, ...]:
        """All of them, in order."""
        return tuple(self._rows)
