"""How do three views of the figures come to a list of changes that adds up? Person by person."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from carelink.case import CaseFile
from carelink.changes.change import Change, Comparison, FigureChange, FigureKey, Kind, in_order
from carelink.changes.standing import (
    Parts,
    Seat,
    Standing,
    figures_in_order,
    standing_of,
)
from carelink.changes.touched import TouchedFact
from carelink.changes.weighing import Weighed
from carelink.changes.why import why_another_band, why_entered, why_left, why_moved
from carelink.figures.gatherings import Gatherings
from carelink.figures.indicators import INDICATORS
from carelink.figures.seats import Answers, mark_of
from carelink.money.catalogue import Catalogue
from carelink.rulebook import Rulebook

_TITLES = {one.name: one.title for one in INDICATORS}


class Comparing:
    """Takes everybody one by one and lets go of them; `done` gives what all of it comes to."""

    def __init__(
        self,
        rulebook: Rulebook,
        before: date,
        after: date,
        catalogue: Catalogue | None = None,
    ) -> None:
        self._days = (before, after)
        self._before = Gatherings(rulebook, before, catalogue)
        self._after = Gatherings(rulebook, after, catalogue)
        # How many are in the number, and how many in the base.
        self._then: Counter[tuple[FigureKey, bool]] = Counter()
        self._now: Counter[tuple[FigureKey, bool]] = Counter()
        self._changes: dict[FigureKey, list[Change]] = {}
        self._seats: dict[str, Answers] = {}

    def take(
        self, was: CaseFile | None, now: CaseFile | None, touched: Sequence[TouchedFact] = ()
    ) -> None:
        """One person as known then and as known now, and every fact of theirs touched between."""
        known = now or was
        if known is None:
            return
        then = standing_of(was, self._before)
        again = then if now is was else standing_of(now, self._before)
        today = standing_of(now, self._after)
        self._then.update((seat.figure, seat.counts) for seat in then.seats.values())
        self._now.update((seat.figure, seat.counts) for seat in today.seats.values())
        if then.answers:
            self._seats[mark_of(known.person.person_id)] = then.answers
        if again is not then:
            for change in self._corrected(known, then, again, (was, now, touched)):
                self._changes.setdefault(change.figure, []).append(change)
        for change in self._happened(known, again, today):
            self._changes.setdefault(change.figure, []).append(change)

    def done(self, kept: Mapping[str, Answers] | None = None) -> Comparison:
        """The whole comparison; `kept` is who stood where in the release kept of the first day."""
        before, after = self._days
        figures = (self._figure(figure) for figure in figures_in_order())
        return Comparison(
            before,
            after,
            tuple(one for one in figures if one.old_base or one.base or one.changes),
            None if kept is None else _plain(self._seats) == _plain(kept),
        )

    def _figure(self, figure: FigureKey) -> FigureChange:
        return FigureChange(
            figure,
            _TITLES[figure.indicator],
            *_count(self._then, figure),
            *_count(self._now, figure),
            in_order(self._changes.get(figure, ())),
        )

    def _happened(self, case: CaseFile, before: Standing, after: Standing) -> Iterator[Change]:
        for figure in {**before.seats, **after.seats}:
            was, now = before.parts_in(figure), after.parts_in(figure)
            if was != now:
                kind, says = self._what_happened(case, figure, before, after)
                yield _change(case, figure, kind, was, now, says)

    def _what_happened(
        self, case: CaseFile, figure: FigureKey, before: Standing, after: Standing
    ) -> tuple[Kind, str]:
        first, last = self._days
        old, new = before.seats.get(figure), after.seats.get(figure)
        if old is not None and new is not None:
            return Kind.MOVED, why_moved(old, new)
        if old is not None:
            elsewhere = _elsewhere(figure, after)
            if elsewhere is not None:
                return Kind.MOVED, why_another_band(old, elsewhere)
            return Kind.LEFT, why_left(case, old, after, last)
        assert new is not None
        elsewhere = _elsewhere(figure, before)
        if elsewhere is not None:
            return Kind.MOVED, why_another_band(elsewhere, new)
        return Kind.ENTERED, why_entered(case, before, new, first)

    def _corrected(
        self,
        case: CaseFile,
        then: Standing,
        again: Standing,
        known: tuple[CaseFile | None, CaseFile | None, Sequence[TouchedFact]],
    ) -> Iterator[Change]:
        differing = [
            figure
            for figure in {**then.seats, **again.seats}
            if then.parts_in(figure) != again.parts_in(figure)
        ]
        if not differing:
            return
        weighed = Weighed(*known, self._before)
        for figure in differing:
            was, now = then.parts_in(figure), again.parts_in(figure)
            yield _change(case, figure, Kind.CORRECTED, was, now, weighed.says(figure, now))


def _elsewhere(figure: FigureKey, standing: Standing) -> Seat | None:
    """The seat in the same indicator in another age band."""
    for other, seat in standing.seats.items():
        if other[:2] == figure[:2] and other != figure:
            return seat
    return None


def _change(
    case: CaseFile,
    figure: FigureKey,
    kind: Kind,
    was: Parts,
    now: Parts,
    says: str,
) -> Change:
    person = case.person
    number, base = now[0] - was[0], now[1] - was[1]
    return Change(figure, person.person_id, person.name, kind, number, base, says)


def _count(answers: Mapping[tuple[FigureKey, bool], int], figure: FigureKey) -> tuple[int, int]:
    number = answers.get((figure, True), 0)
    return number, number + answers.get((figure, False), 0)


def _plain(seats: Mapping[str, Answers]) -> dict[str, list[dict[str, str]]]:
    """The seats in one form, however they were kept."""
    return {mark: [dict(answer) for answer in answers] for mark, answers in seats.items()}
