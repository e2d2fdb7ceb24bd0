"""How do three views of the figures come to a list of changes that adds up? Person by person."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from carelink.case import CaseFile
from carelink.changes.change import Change, Comparison, FigureChange, Kind, in_order
from carelink.changes.touched import TouchedFact
from carelink.changes.weighing import Parts, Seats, Weighed, parts_in, seats_by_figure
from carelink.changes.why import why_another_band, why_entered, why_left, why_moved
from carelink.figures.first_headlines import INDICATORS
from carelink.figures.membership import Answers, FigureKey, Seat, figures_of
from carelink.figures.populations import populations
from carelink.figures.release import release_of
from carelink.rulebook import Rulebook


class Comparing:
    """Takes everybody one by one and lets go of them; `done` gives what all of it comes to."""

    def __init__(self, rulebook: Rulebook, before: date, after: date) -> None:
        self._rulebook = rulebook
        self._days = (before, after)
        self._before = populations(rulebook, before)
        self._after = populations(rulebook, after)
        self._then: Answers = Counter()
        self._now: Answers = Counter()
        self._changes: dict[FigureKey, list[Change]] = {}

    def take(
        self, was: CaseFile | None, now: CaseFile | None, touched: Sequence[TouchedFact] = ()
    ) -> None:
        """One person as known then and as known now, and every fact of theirs touched between."""
        then = seats_by_figure(was, self._before)
        again = then if now is was else seats_by_figure(now, self._before)
        today = seats_by_figure(now, self._after)
        self._then.update((seat.figure, seat.counts) for seat in then.values())
        self._now.update((seat.figure, seat.counts) for seat in today.values())
        known = now or was
        if known is None:
            return
        if again is not then:
            for change in self._corrected(known, then, again, (was, now, touched)):
                self._changes.setdefault(change.figure, []).append(change)
        for change in self._happened(known, again, today):
            self._changes.setdefault(change.figure, []).append(change)

    def done(self, kept_hash: str = "") -> Comparison:
        """The whole comparison; `kept_hash` is that of the pack kept of the first day."""
        before, after = self._days
        made = release_of(self._then, self._rulebook, before).hash
        return Comparison(
            before,
            after,
            tuple(self._figure(figure) for figure in figures_of(self._after)),
            made == kept_hash if kept_hash else None,
        )

    def _figure(self, figure: FigureKey) -> FigureChange:
        return FigureChange(
            figure,
            next(one.title for one in INDICATORS if one.name == figure.indicator),
            *_count(self._then, figure),
            *_count(self._now, figure),
            in_order(self._changes.get(figure, ())),
        )

    def _happened(self, case: CaseFile, before: Seats, after: Seats) -> Iterator[Change]:
        for figure in {**before, **after}:
            was, now = parts_in(before, figure), parts_in(after, figure)
            if was == now:
                continue
            kind, says = self._what_happened(case, figure, before, after)
            yield _change(case, figure, kind, was, now, says)

    def _what_happened(
        self, case: CaseFile, figure: FigureKey, before: Seats, after: Seats
    ) -> tuple[Kind, str]:
        first, last = self._days
        old, new = before.get(figure), after.get(figure)
        other_old, other_new = _elsewhere(figure, before), _elsewhere(figure, after)
        if _in_base(old) and not _in_base(new):
            assert old is not None
            if other_new is not None:
                return Kind.MOVED, why_another_band(old, other_new)
            return Kind.LEFT, why_left(case, old, new, last)
        assert new is not None
        if _in_base(old):
            assert old is not None
            return Kind.MOVED, why_moved(old, new)
        if other_old is not None:
            return Kind.MOVED, why_another_band(other_old, new)
        return Kind.ENTERED, why_entered(case, old, new, first)

    def _corrected(
        self,
        case: CaseFile,
        then: Seats,
        again: Seats,
        known: tuple[CaseFile | None, CaseFile | None, Sequence[TouchedFact]],
    ) -> Iterator[Change]:
        differing = [
            figure
            for figure in {**then, **again}
            if parts_in(then, figure) != parts_in(again, figure)
        ]
        if not differing:
            return
        weighed = Weighed(*known, self._before)
        for figure in differing:
            was, now = parts_in(then, figure), parts_in(again, figure)
            says = weighed.says(figure, now)
            yield _change(case, figure, Kind.CORRECTED, was, now, says)


def _in_base(seat: Seat | None) -> bool:
    return seat is not None and seat.counts is not None


def _elsewhere(figure: FigureKey, seats: Seats) -> Seat | None:
    """The seat in the same measure and indicator in another age band, if in its base."""
    for other, seat in seats.items():
        if other[:2] == figure[:2] and other != figure and _in_base(seat):
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


def _count(answers: Answers, figure: FigureKey) -> tuple[int, int]:
    number = answers[figure, True]
    return number, number + answers[figure, False]
