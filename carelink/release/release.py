"""A release: three texts, and everything that is read from them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from carelink.disclosure.cells import Cell
from carelink.release.rows import COUNT, PERCENT, Row, read_rows


@dataclass(frozen=True)
class Release:
    """What was published, and nothing else: every paper, screen and chart is made from this.

    Shape: `figures` is the text of figures.csv, `meta` that of figures.meta.json and `about`
    that of release.json. Made from what was kept, it is checked by `whole`.
    """

    figures: str
    meta: str
    about: str

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the figures; every file of the release carries it."""
        return hashlib.sha256(self.figures.encode()).hexdigest()

    @cached_property
    def said(self) -> Mapping[str, Any]:
        """What release.json says: as_at, period, definitions, tables, labels, attack and more."""
        found: dict[str, Any] = json.loads(self.about)
        return found

    @cached_property
    def shape(self) -> Mapping[str, Any]:
        """What figures.meta.json says: hierarchies, total_labels, dimensions and more."""
        found: dict[str, Any] = json.loads(self.meta)
        return found

    @property
    def as_at(self) -> date:
        """The day the figures speak of."""
        return date.fromisoformat(self.said["as_at"])

    @property
    def audience(self) -> str:
        """Whom it was made for."""
        return str(self.said["audience"])

    @property
    def mode(self) -> str:
        """How it is protected: rounded or exact."""
        return str(self.said["mode"])

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every published figure, in the order of the file."""
        return tuple(read_rows(self.figures, self.shape["total_labels"]))

    @cached_property
    def counts(self) -> Mapping[Cell, str]:
        """The published count of each cell, as it is written: a whole number or a symbol."""
        return {row.at: row.value for row in self.rows if row.measure == COUNT}

    def percents(self, table: str) -> tuple[Row, ...]:
        """The percentages of a table, in the order of the file."""
        return self._shares.get(table, ())

    @cached_property
    def _shares(self) -> Mapping[str, tuple[Row, ...]]:
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if row.measure == PERCENT:
                found.setdefault(row.table, []).append(row)
        return {table: tuple(rows) for table, rows in found.items()}

    @cached_property
    def bases(self) -> Mapping[Cell, str]:
        """What each count was rounded to, such as 5a; a count that is not rounded is absent."""
        return {row.at: row.base for row in self.rows if row.measure == COUNT and row.base}

    @property
    def whole(self) -> bool:
        """Whether the texts belong together and are as they were written."""
        try:
            named = {self.said["hash"], self.shape["hash"]}
            return named == {self.hash} and bool(self.rows) and self.as_at is not None
        except (ValueError, KeyError, TypeError):
            return False
