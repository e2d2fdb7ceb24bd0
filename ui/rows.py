"""How is a list of frozen rows shown? One model for every list and table of the program."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
ROW = int(Qt.ItemDataRole.UserRole)
SORT = ROW + 1
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_NOWHERE = QModelIndex()
# More rows out of place than this are put right in one layout change, else one move each.
_FEW_MOVES = 8

SortKey = str | float | int | None


class Column(NamedTuple):
    """What one column shows of a row, and by what it is sorted (text or number, never a date)."""

    title: str
    show: Callable[[Any], str]
    sort: Callable[[Any], SortKey] | None = None
    right: bool = False


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows in the order shown; new rows are merged by their id, so place and choice survive."""

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Row], Hashable],
        *,
        spoken: Callable[[Row], str] | None = None,
        tip: Callable[[Row], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._spoken = spoken
        self._tip = tip
        self._rows: list[Row] = []
        self._sorted_by: tuple[int, bool] | None = None

    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows)

    def row_of(self, key: Hashable) -> int:
        """The place of the row with this id; -1 when it is not here."""
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), -1)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Become these rows, signalling exactly what was removed, moved, added and changed."""
        wanted = self._in_order(rows)
        keys = [self._key(row) for row in wanted]
        if not self._rows or not wanted:
            self._replace(wanted)
            return
        self._take_out(set(keys))
        self._bring_into_order(keys)
        self._put_in(wanted, keys)
        self._renew(wanted)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        wanted = self._in_order(self._rows)
        self._lay_out_anew([self._key(row) for row in wanted])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        column = self._columns[index.column()]
        if role == _DISPLAY:
            return column.show(row)
        if role == ROW:
            return row
        if role == _SPOKEN and self._spoken is not None:
            return self._spoken(row)
        if role == _TIP and self._tip is not None:
            return self._tip(row)
        if role == SORT:
            return (column.sort or column.show)(row)
        return _RIGHT if role == _ALIGN and column.right else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | int | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self._columns[section].title
        return _RIGHT if role == _ALIGN and self._columns[section].right else None

    def _in_order(self, rows: Sequence[Row]) -> list[Row]:
        if self._sorted_by is None:
            return list(rows)
        at, descending = self._sorted_by
        by = self._columns[at].sort or self._columns[at].show
        known = [row for row in rows if by(row) is not None]
        known.sort(key=by, reverse=descending)  # type: ignore[arg-type]  # None is left out
        return known + [row for row in rows if by(row) is None]

    def _replace(self, wanted: list[Row]) -> None:
        if self._rows:
            self.beginRemoveRows(_NOWHERE, 0, len(self._rows) - 1)
            self._rows = []
            self.endRemoveRows()
        if wanted:
            self.beginInsertRows(_NOWHERE, 0, len(wanted) - 1)
            self._rows = wanted
            self.endInsertRows()

    def _take_out(self, staying: set[Hashable]) -> None:
        at = len(self._rows) - 1
        while at >= 0:
            if self._key(self._rows[at]) in staying:
                at -= 1
                continue
            last = at
            while at > 0 and self._key(self._rows[at - 1]) not in staying:
                at -= 1
            self.beginRemoveRows(_NOWHERE, at, last)
            del self._rows[at : last + 1]
            self.endRemoveRows()
            at -= 1

    def _bring_into_order(self, keys: list[Hashable]) -> None:
        here = [self._key(row) for row in self._rows]
        present = set(here)
        target = [key for key in keys if key in present]
        if here == target:
            return
        staying = _longest_run_in_order(here, target)
        if len(here) - len(staying) > _FEW_MOVES:
            self._lay_out_anew(target)
            return
        for place, key in enumerate(target):
            if key not in staying:
                self._move(key, target[place - 1] if place else None)

    def _move(self, key: Hashable, after: Hashable | None) -> None:
        source = self.row_of(key)
        before = 0 if after is None else self.row_of(after) + 1
        if before in (source, source + 1):
            return
        self.beginMoveRows(_NOWHERE, source, source, _NOWHERE, before)
        row = self._rows.pop(source)
        self._rows.insert(before - (before > source), row)
        self.endMoveRows()

    def _lay_out_anew(self, target: list[Hashable]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        was = [self._key(self._rows[index.row()]) for index in old]
        by_key = {self._key(row): row for row in self._rows}
        place = {key: at for at, key in enumerate(target)}
        self._rows = [by_key[key] for key in target]
        new = [self.index(place[key], index.column()) for key, index in zip(was, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _put_in(self, wanted: list[Row], keys: list[Hashable]) -> None:
        at = 0
        while at < len(wanted):
            if at < len(self._rows) and self._key(self._rows[at]) == keys[at]:
                at += 1
                continue
            here = self._key(self._rows[at]) if at < len(self._rows) else None
            end = at + 1
            while end < len(wanted) and (at >= len(self._rows) or keys[end] != here):
                end += 1
            self.beginInsertRows(_NOWHERE, at, end - 1)
            self._rows[at:at] = wanted[at:end]
            self.endInsertRows()
            at = end

    def _renew(self, wanted: list[Row]) -> None:
        last_column = len(self._columns) - 1
        at = 0
        while at < len(wanted):
            first = at
            while at < len(wanted) and self._rows[at] != wanted[at]:
                self._rows[at] = wanted[at]
                at += 1
            if at > first:
                self.dataChanged.emit(self.index(first, 0), self.index(at - 1, last_column))
            at += 1


def _longest_run_in_order(here: list[Hashable], target: list[Hashable]) -> set[Hashable]:
    """The most rows that can stay where they are: the longest increasing subsequence."""
    from bisect import bisect_left

    place = {key: at for at, key in enumerate(target)}
    ends: list[int] = []
    end_keys: list[Hashable] = []
    before: dict[Hashable, Hashable | None] = {}
    for key in here:
        at = bisect_left(ends, place[key])
        before[key] = end_keys[at - 1] if at else None
        ends[at : at + 1] = [place[key]]
        end_keys[at : at + 1] = [key]
    staying: set[Hashable] = set()
    last: Hashable | None = end_keys[-1] if end_keys else None
    while last is not None:
        staying.add(last)
        last = before[last]
    return staying
