"""What does an open bundle say? Its rows as facts, each refused row with every reason."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

from carelink.errors import Refused
from carelink.exchange.bundle_file import BundleFile, open_file
from carelink.exchange.decoding import MIB, Broken, decode, records
from carelink.exchange.fitting import problems_of
from carelink.exchange.reading import Reading, Row, Source, counted, derived_id, listed
from carelink.exchange.values import Unfit, shown
from carelink.facts import KINDS, Provenance
from carelink.rulebook import load_rulebook
from carelink.words import LONGEST_TEXT, UNPRINTABLE

LARGEST_FILE = 200 * MIB
PACKAGE = "datapackage.json"


def kind_of_file(name: str) -> str:
    """Which kind of fact a file of the bundle holds, by its name; empty when it is none."""
    stem, _, ending = name.rpartition("/")[2].lower().rpartition(".")
    return stem if ending == "csv" and stem in KINDS else ""


def read_bundle(files: Source, today: date) -> Reading:
    """Every row of every file of a bundle that can be taken.

    Raises: Refused when a file cannot be read at all, naming each such file.
    """
    reading = Reading("bundle")
    unreadable: list[Refused] = []
    names = {kind_of_file(name): name for name in sorted(files) if kind_of_file(name)}
    for kind in KINDS:
        if kind in names:
            try:
                _read_file(reading, kind, names[kind], files[names[kind]], today)
            except Refused as refused:
                unreadable.append(refused)
    if unreadable:
        raise Refused(*(problem for refused in unreadable for problem in refused.problems))
    _note_duties(reading)
    strange = sorted(set(files) - set(names.values()))
    reading.notes += [
        f"{name} was not read: no file of the open bundle has that name."
        for name in strange
        if name.rpartition("/")[2] != PACKAGE
    ]
    return reading


def _note_duties(reading: Reading) -> None:
    """Name the duties that nobody knows: an answer to one is kept, and answers nothing."""
    named = {
        row.fact.duty for kind in ("duty_answers", "snoozes") for row in reading.rows.get(kind, ())
    }
    strange = sorted(named - {rule.duty for rule in load_rulebook().rules}) if named else []
    if strange:
        names = listed([shown(duty) for duty in strange])
        reading.notes.append(f"No duty is called {names}; what is said of it has no effect.")


def _read_file(reading: Reading, kind: str, name: str, data: bytes, today: date) -> None:
    text = decode(name, data, LARGEST_FILE)
    del data  # the bytes need not stay beside the text
    if text.note:
        reading.notes.append(text.note)
    rows = records(name, text.text)
    file = open_file(name, kind, rows, today)
    reading.notes += file.notes
    if file.makes_ids:
        reading.by_nature |= {kind}
    taken = _Taken(reading, file)
    careful = bool(UNPRINTABLE.search(text.text))
    for line, cells in rows:
        if isinstance(cells, Broken):
            reading.refuse(name, line, cells.says(line))
        elif problems := _shape_problems(file, cells, careful):
            reading.refuse(name, line, *problems)
        else:
            taken.take(line, cells)


def _shape_problems(file: BundleFile, cells: list[str], careful: bool) -> list[str]:
    """What is wrong with a row before its values are looked at."""
    width = len(file.header)
    if len(cells) < width or (len(cells) > width and any(cells[width:])):
        has = counted(len(cells), "column")
        return [f"This row has {has} where the header has {width}; mend it."]
    problems = []
    if sum(map(len, cells)) > LONGEST_TEXT:
        problems += [
            f"{column} is longer than {most:,} characters; shorten it."
            for column, cell in zip(file.header, cells, strict=False)
            if len(cell) > (most := file.longest.get(column, LONGEST_TEXT))
        ]
    if careful:
        problems += [
            f"{column} holds a control character; take it out."
            for column, cell in zip(file.header, cells, strict=False)
            if UNPRINTABLE.search(cell)
        ]
    return problems


class _Taken:
    """The rows taken so far from one file, so that none is taken twice."""

    def __init__(self, reading: Reading, file: BundleFile) -> None:
        self._reading = reading
        self._file = file
        self._rows = reading.rows.setdefault(file.kind, [])
        self._lines: dict[str, int] = {}
        self._same: dict[tuple[object, ...], int] = {}
        self._times: Counter[tuple[object, ...]] = Counter()
        self._make: Callable[[list[object]], Any] = KINDS[file.kind].fact._make
        self._key = file.fields.index(KINDS[file.kind].key)
        self._nature = [file.fields.index(name) for name in KINDS[file.kind].natural]

    def take(self, line: int, cells: list[str]) -> None:
        """Take one row, or refuse it with every reason."""
        file = self._file
        try:
            values = [read(cells[place]) for read, place in file.plan]
            told = file.told(cells)
        except Unfit:
            self._refuse(line, *file.unfit(cells))
            return
        if missing := [name for place, name in file.required if not values[place]]:
            self._refuse(line, *(f"{name} is empty; fill it in." for name in missing))
        elif not values[self._key] and not self._give_id(line, values):
            return
        else:
            self._keep(line, values, told)

    def _give_id(self, line: int, values: list[object]) -> bool:
        """Give a row without an id one made from what it says; refuse the same row twice."""
        first = self._same.setdefault(tuple(values), line)
        if first != line:
            self._refuse(line, f"This row says the same as line {first}; take one of them out.")
            return False
        nature = tuple(values[place] for place in self._nature)
        self._times[nature] += 1
        kind = self._file.kind
        values[self._key] = derived_id("bundle", kind, *nature, self._times[nature])
        return True

    def _keep(self, line: int, values: list[object], told: Provenance | None) -> None:
        fact = self._make(values)
        if problems := problems_of(self._file.kind, fact):
            self._refuse(line, *problems)
            return
        first = self._lines.setdefault(fact[self._key], line)
        if first != line:
            key = KINDS[self._file.kind].key
            self._refuse(line, f"Its {key} stands on line {first} already; give each row its own.")
            return
        self._rows.append(Row(fact, self._file.name, line, told))

    def _refuse(self, line: int, *says: str) -> None:
        self._reading.refuse(self._file.name, line, *says)
