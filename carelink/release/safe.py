"""How is a release made that nobody can unpick? Protected, attacked, made coarser until safe."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from carelink.attack import Known, Published, Verdict, attack
from carelink.dates import show
from carelink.disclosure import Cell, Frozen, Limits, Mode, Protected
from carelink.disclosure.grouping import small_share
from carelink.disclosure.holding import held_cells
from carelink.disclosure.rounded import rounded
from carelink.disclosure.unsafe import Unsafe
from carelink.errors import Problem, Refused
from carelink.figures.counting import Counting
from carelink.figures.dimensions import dimensions_at
from carelink.figures.indicators import INDICATORS
from carelink.figures.levels import Level
from carelink.figures.whitelist import FigureTable, tables_at
from carelink.release.about import AUDIENCE, Asked, about_of, proof_of
from carelink.release.attacks import Standing, attacked
from carelink.release.earlier import Answers, Earlier, Seats
from carelink.release.long_form import rows_of
from carelink.release.meta import columns_of, meta_of
from carelink.release.prepared import Prepared, Tried
from carelink.release.release import Release
from carelink.release.rows import write_rows

# A smaller roll gets the headline measures alone. Source: rules of the Board export, a setting.
HEADLINE_UNDER = 30
# On a smaller roll full lists of categories are mostly noughts and ones, and say little when safe.
FULL_FROM = 100
# Above this share of small counts, exact figures would be mostly hidden: categories are grouped.
SMALL_SHARE = 0.2
LIMITS = Limits()
_LEVELS = (Level.FULL, Level.GROUPED, Level.HEADLINE)


def safe_release(
    counting: Counting,
    as_at: date,
    *,
    mode: Mode | None = None,
    level: Level | None = None,
    earlier: Sequence[Earlier] = (),
    audience: str = AUDIENCE,
    known: Sequence[Known] = (),
    only: Sequence[str] = (),
    limits: Limits = LIMITS,
) -> Prepared:
    """The release as asked, or the first coarser form of it that is safe, or none.

    Without a mode it is that of the earlier releases, at first rounded; without a level the finest
    that the size of the roll allows. `only` names the tables wanted, all where it is empty.

    Raises: Refused when nobody or too few are counted, a table is not on the list, an earlier
    release is damaged, or the other mode was used before.
    """
    _refuse_damaged(earlier)
    if not counting.people:
        raise Refused(Problem("as_at", f"Nobody is on the roll on {show(as_at)}."))
    if counting.people <= limits.small_up_to:
        says = f"So few people are on the roll on {show(as_at)} that nothing can be published."
        raise Refused(Problem("as_at", says))
    _refuse_unlisted(only)
    wanted = _mode(mode, earlier)
    making = _Making(counting, as_at, earlier, audience, known, only, limits)
    return making.first_safe(wanted, level)


@dataclass
class _Making:
    counting: Counting
    as_at: date
    earlier: Sequence[Earlier]
    audience: str
    known: Sequence[Known]
    only: Sequence[str]
    limits: Limits
    tried: list[Tried] = field(default_factory=list)

    def first_safe(self, mode: Mode, level: Level | None) -> Prepared:
        """Each form in turn, from what was asked to the coarsest."""
        best: Prepared | None = None
        for form_mode, form in self._forms(mode, level):
            best = self._try(form_mode, form)
            if best.release is not None:
                return best
        assert best is not None
        return best

    def _forms(self, mode: Mode, level: Level | None) -> Iterator[tuple[Mode, Level]]:
        """The forms to try; the other mode only where no figure was ever released in this one."""
        finest = self._finest(mode)
        start = max(_LEVELS.index(finest), _LEVELS.index(level) if level else 0)
        if level and _LEVELS.index(level) < start:
            says = f"The roll of {self.counting.people} is too small for lists this fine."
            self.tried.append(Tried(level, mode, says))
        yield from ((mode, form) for form in _LEVELS[start:])
        if mode is Mode.EXACT and not self.earlier:
            yield from ((Mode.ROUNDED, form) for form in _LEVELS[start:])

    def _finest(self, mode: Mode) -> Level:
        if self.counting.people < HEADLINE_UNDER:
            return Level.HEADLINE
        if self.counting.people < FULL_FROM:
            return Level.GROUPED
        if mode is Mode.EXACT and small_share(self._frozen(Level.FULL)) >= SMALL_SHARE:
            return Level.GROUPED
        return Level.FULL

    def _try(self, mode: Mode, level: Level) -> Prepared:
        """One form; where rounded figures held from before are found unsafe, once without them."""
        frozen = self._frozen(level)
        made = self._made(mode, level, frozen)
        if made.release is None and mode is Mode.ROUNDED and frozen.held:
            said = list(self.tried)
            again = self._made(mode, level, frozen._replace(held=frozenset()))
            self.tried[:] = said if again.release is None else said[:-1]
            made = made if again.release is None else again._replace(tried=tuple(self.tried))
        return made

    def _made(self, mode: Mode, level: Level, frozen: Frozen) -> Prepared:
        try:
            protected = _protect(frozen, mode)
        except Unsafe as unsafe:
            self.tried.append(Tried(level, mode, unsafe.says))
            return self._prepared(mode, level, None, None, None, frozen.counts)
        release, verdict = self._release(mode, level, frozen, protected)
        if not verdict.safe:
            self.tried.append(Tried(level, mode, _why_not(verdict)))
        safe = release if verdict.safe else None
        return self._prepared(mode, level, safe, protected, verdict, frozen.counts)

    def _prepared(
        self,
        mode: Mode,
        level: Level,
        release: Release | None,
        protected: Protected | None,
        verdict: Verdict | None,
        counts: Mapping[Cell, int],
    ) -> Prepared:
        unknown = {one.name: self.counting.unknown(one) for one in INDICATORS}
        return Prepared(
            release,
            protected,
            counts,
            verdict,
            level,
            mode,
            tuple(self.tried),
            () if release else tuple(_offers(mode, level, self.earlier)),
            unknown,
            self.counting.seats,
        )

    def _frozen(self, level: Level) -> Frozen:
        tables = self._tables(level)
        plain = tuple(table.plain for table in tables)
        dimensions = dimensions_at(level)
        held: set[Cell] = set()
        for one in self.earlier:
            held |= held_cells(
                plain, dimensions, self.counting.seats, one.seats, self.limits.hold_up_to
            )
        return Frozen(
            plain,
            dimensions,
            self.counting.counts(plain, dimensions),
            self.counting.at_most(plain, dimensions),
            self._last,
            frozenset(held),
            self._key,
            self.limits,
        )

    def _tables(self, level: Level) -> tuple[FigureTable, ...]:
        return tuple(one for one in tables_at(level) if not self.only or one.name in self.only)

    @cached_property
    def _last(self) -> Mapping[Cell, int | None]:
        """What was shown of each cell, hidden ones too, when people stood most nearly as now."""
        if not self.earlier:
            return {}
        nearest = min(reversed(self.earlier), key=lambda one: _differ(one.seats, self._seats))
        shown = nearest.release.counts
        return {cell: int(value) if value.isdigit() else None for cell, value in shown.items()}

    @cached_property
    def _seats(self) -> Seats:
        return self.counting.seats

    @cached_property
    def _key(self) -> bytes:
        return sha256(b"which way a figure is rounded" + self.counting.digest).digest()

    def _release(
        self, mode: Mode, level: Level, frozen: Frozen, protected: Protected
    ) -> tuple[Release, Verdict]:
        """The release in its three texts, and what the attack on all that was published says."""
        tables = self._tables(level)
        names = {table.name for table in tables}
        indicators = [one for one in INDICATORS if one.table in names]
        columns = columns_of(frozen.dimensions, tables)
        rows = rows_of(tables, frozen.dimensions, indicators, protected.shown, mode)
        figures = write_rows(self.as_at.isoformat(), rows, columns)
        hash = sha256(figures.encode()).hexdigest()
        meta = meta_of(frozen, mode, columns, hash)
        verdict = self._attacked(figures, meta, frozen, level)
        asked = Asked(self.as_at, self.audience, mode, level, self.counting.periods)
        defined = [(one, self.counting.definition_of(one)) for one in indicators]
        proof = self._proof(figures, meta, verdict)
        about = about_of(asked, tables, defined, frozen, protected, columns, proof, hash)
        return Release(figures, meta, about), verdict

    def _attacked(self, figures: str, meta: str, frozen: Frozen, level: Level) -> Verdict:
        """Everything ever published, by somebody who knows how many people changed in between."""
        releases = [
            *(
                Standing(
                    Published(one.release.figures, one.release.meta),
                    Level(one.release.said["level"]),
                    one.seats,
                )
                for one in self.earlier
            ),
            Standing(Published(figures, meta), level, self.counting.seats),
        ]
        return attacked(releases, frozen.tables, dimensions_at, self.known, self.limits)

    def _proof(self, figures: str, meta: str, verdict: Verdict) -> dict[str, Any]:
        """What any reader can work out of this release: no inside knowledge goes into print."""
        if not verdict.safe:
            return {}
        alone = attack([Published(figures, meta)], values=self.limits.values)
        return proof_of(alone, verdict, len(self.earlier))


def _differ(before: Seats, now: Seats) -> int:
    """How many people stand otherwise in anything, or came or went."""
    none: Answers = ()
    marks = {*before, *now}
    return sum(list(before.get(one, none)) != list(now.get(one, none)) for one in marks)


def _protect(frozen: Frozen, mode: Mode) -> Protected:
    if mode is Mode.EXACT:
        from carelink.disclosure.exact import exact

        return exact(frozen)
    return rounded(frozen)


def _mode(asked: Mode | None, earlier: Sequence[Earlier]) -> Mode:
    """The mode of what was released before; the two are never mixed for one figure."""
    before = {Mode(one.release.mode) for one in earlier}
    if asked is None:
        return next(iter(before), Mode.ROUNDED) if len(before) == 1 else Mode.ROUNDED
    if before and asked not in before:
        was = next(iter(before))
        raise Refused(
            Problem(
                "mode",
                f"These figures were released before as {was.value} ones. One figure is never "
                f"shown both ways: prepare this release as {was.value} too.",
            )
        )
    return asked


def _refuse_damaged(earlier: Iterable[Earlier]) -> None:
    damaged = [one for one in earlier if not one.release.whole]
    if damaged:
        days = ", ".join(show(one.prepared_at.date()) for one in damaged)
        raise Refused(
            Problem(
                "ledger",
                f"A release prepared on {days} is damaged in the ledger. Without it nobody can say "
                "whether a new one is safe: put the ledger right from a backup first.",
            )
        )


def _refuse_unlisted(only: Sequence[str]) -> None:
    listed = {table.name for table in tables_at(Level.FULL)}
    unlisted = [name for name in only if name not in listed]
    if unlisted:
        raise Refused(
            *(Problem("table", f"There is no table {name} on the list.") for name in unlisted)
        )


def _why_not(verdict: Verdict) -> str:
    """The first reasons the attack gives; they name cells, so they are for a manager."""
    first = [f"{one.table}, {one.at}: {one.says}" for one in verdict.failures[:3]]
    more = len(verdict.failures) - len(first)
    return "; ".join(first) + (f"; and {more} more" if more > 0 else "")


def _offers(mode: Mode, level: Level, earlier: Sequence[Earlier]) -> Iterator[str]:
    if level is not Level.HEADLINE:
        yield "Show fewer, wider categories."
    yield "Choose a later day, so that more has changed since the last release."
    if mode is Mode.EXACT and not earlier:
        yield "Round the figures instead of hiding them."
