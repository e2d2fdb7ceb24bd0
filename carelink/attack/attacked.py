"""Is everything safe that was ever published, with the new release among it?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from carelink.attack.held import Known, Published
from carelink.attack.limits import Form, settle
from carelink.attack.reading import Read, Unreadable, cell_of, read
from carelink.attack.scene import Figure, Scene
from carelink.attack.solver import Clock, OutOfTime
from carelink.attack.system import Contradiction, System
from carelink.attack.verdict import Bound, Failure, Unused, Verdict

_TOTALS = ("", "Total")
_NOTHING_FITS = "No true counts fit all that is published, so nothing can be said of its safety."
_OUT_OF_TIME = "Time ran out before every protected figure was settled."


def attack(
    published: Sequence[Published],
    *,
    known: Sequence[Known] = (),
    changed: Mapping[int, Mapping[str, int]] = {},
    values: int = 5,
    hold_up_to: int = 2,
    seconds: float = 60.0,
) -> Verdict:
    """What a reader can work out who holds all of this; the last of `published` is the new one.

    Shape: `changed` has, for a release by its place, how many people's cell in a table changed
    since the release before it; a table that is not named there is not followed over time.
    Units: `values` whole numbers that each protected figure must keep, `hold_up_to` people,
    `seconds` of the solver's time.
    """
    reads: list[Read] = []
    damaged: list[Failure] = []
    for release, one in enumerate(published):
        try:
            reads.append(read(one))
        except Unreadable as wrong:
            damaged.append(Failure("damaged", release, "", "", str(wrong)))
    if damaged or not reads:
        return Verdict(False, 0, 0, tuple(damaged), (), (), False, 0.0)
    scene = Scene(reads, changed)
    return _Attack(scene, known, values, hold_up_to, Clock(seconds)).run()


@dataclass
class _Attack:
    scene: Scene
    known: Sequence[Known]
    values: int
    hold_up_to: int
    clock: Clock
    failures: list[Failure] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    complete: bool = True

    def run(self) -> Verdict:
        """Everything in turn; what stands in the files first, then what follows from them."""
        self._as_written()
        self._use_known()
        newest = len(self.scene.reads) - 1
        protected = [one for one in self.scene.figures if self._protects(one)]
        forms = [
            Form({one.column: 1}, None if one.release == newest else self.values)
            for one in protected
        ]
        one_category = list(self._one_category())
        small = list(self._small_changes())
        try:
            system = self.scene.system
            system.propagate()
            asked = [*forms, *(form for _, form in one_category), *(form for _, form in small)]
            settle(system, asked, self.clock)
        except Contradiction:
            self._fail("does_not_add_up", newest, "", "", _NOTHING_FITS)
            self.complete = False
        except OutOfTime:
            self._fail("out_of_time", newest, "", "", _OUT_OF_TIME)
            self.complete = False
        for one, form in zip(protected, forms, strict=True):
            self._judge(one, form)
        for failure, form in one_category:
            if self.complete and form.high == 0:
                self.failures.append(failure)
        for failure, form in small:
            if self.complete and (form.low > 0 or form.high < 0):
                self.failures.append(failure)
        widths = [form.high - form.low + 1 for form in forms if form.high < inf]
        return Verdict(
            not self.failures and self.complete,
            len(protected),
            int(min(widths, default=self.values if forms else 0)),
            tuple(self.failures),
            tuple(
                _bound(one, form)
                for one, form in zip(protected, forms, strict=True)
                if one.release == newest
            ),
            tuple(self.unused),
            self.complete,
            self.clock.used,
        )

    def _fail(self, kind: str, release: int, table: str, at: str, says: str) -> None:
        self.failures.append(Failure(kind, release, table, at, says))  # type: ignore[arg-type]

    def _as_written(self) -> None:
        for clash in self.scene.clashes:
            self._fail("does_not_add_up", *clash)
        for one in self.scene.figures:
            number = one.said.number if one.said and one.said.exact else None
            small = self.scene.reads[one.release].small_up_to
            if number is not None and 0 < number <= small:
                says = f"The exact figure {number} is shown."
                self._fail("small_shown", one.release, one.table, one.at, says)

    def _use_known(self) -> None:
        """Every known total that fits what is published and the others before it."""
        for known in self.known:
            cell = cell_of(known.at, _TOTALS)
            column = self.scene.columns.get((known.release, cell))
            if column is None:
                self.unused.append(Unused(known, "No published figure has to do with it."))
                continue
            tried = self.scene.system.copy()
            tried.narrow(column, known.count, known.count)
            if _fits(tried, self.clock):
                self.scene.system.narrow(column, known.count, known.count)
                self.told.add(column)
            else:
                why = "It does not fit what is published: it must count other people."
                self.unused.append(Unused(known, why))

    def _protects(self, one: Figure) -> bool:
        if one.column in self.told:
            return False
        return one.said is None or not one.said.exact

    def _one_category(self) -> Iterator[tuple[Failure, Form]]:
        """For every line of a sensitive dimension and category: how many are not in it at most?"""
        for release, shapes in enumerate(self.scene.shapes):
            for shape in shapes:
                for name, top, lowest in shape.runs:
                    if name not in self.scene.reads[release].sensitive or len(lowest) < 2:
                        continue
                    whole = self.scene.column(release, top)
                    for cell in lowest:
                        column = self.scene.column(release, cell)
                        says = "Everybody in this line is in one category, for certain."
                        failure = Failure(
                            "one_category", release, shape.name, shape.says(cell), says
                        )
                        yield failure, Form({whole: 1, column: -1}, 2)

    def _small_changes(self) -> Iterator[tuple[Failure, Form]]:
        """For every lowest cell of a table in which very few people changed: by how many?"""
        for release in range(1, len(self.scene.reads)):
            for table in self.scene.changed.get(release, {}):
                people = 0
                for before in range(release - 1, -1, -1):
                    people += self.scene.changed.get(before + 1, {}).get(table, inf)  # type: ignore
                    if not 0 < people <= self.hold_up_to:
                        continue
                    for at, was, now in self.scene.pairs(before, release, table):
                        says = "A change since an earlier release shows, and few people changed."
                        failure = Failure("small_change", release, table, at, says)
                        yield failure, Form({now: 1, was: -1}, 2)

    def _judge(self, one: Figure, form: Form) -> None:
        low, high = form.low, form.high
        if form.enough is not None and form.seen_high - form.seen_low + 1 >= form.enough:
            return
        width = high - low + 1
        if width >= self.values:
            return
        kind = "pinned" if width <= 1 else "too_few"
        says = (
            f"It can only be {low:.0f}."
            if width <= 1
            else f"It can only be {low:.0f} to {high:.0f}."
        )
        self._fail(kind, one.release, one.table, one.at, says)


def _fits(system: System, clock: Clock) -> bool:
    try:
        system.propagate()
        settle(system, (), clock)
    except Contradiction:
        return False
    return True


def _bound(one: Figure, form: Form) -> Bound:
    high = None if form.high == inf else int(form.high)
    return Bound(one.release, one.table, one.at, one.shown, int(max(0, form.low)), high)
