"""The days a young person was looked after, counted as the law counts them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from carelink.facts import CarePeriod

# The prescribed period: 13 weeks since turning 14. Source: SI 2010/959, regulation 40.
PRESCRIBED_DAYS = 91
_SHORT_BREAK_STATUSES = frozenset({"V3", "V4"})
_ADOPTED = frozenset({"E11", "E12"})


class Stretch(NamedTuple):
    """An unbroken stretch of care; the end is the day it ceased, None while it goes on."""

    start: date
    end: date | None


class CareHistory:
    """Care periods merged into unbroken stretches; short breaks never count.

    Overlapping and same-day-adjacent periods are one. From an adoption on, care before it does
    not count towards the 13 weeks. Source: rules 1.2; SSDA903 rule 1001.
    """

    def __init__(self, periods: Iterable[CarePeriod]) -> None:
        counted = [period for period in periods if not _is_short_break(period)]
        self.lacks_a_start = any(period.start is None for period in counted)
        self.adoptions = sorted({p.end for p in counted if p.end and p.reason_ceased in _ADOPTED})
        self.stretches = _merged(counted)

    def stretch_on(self, day: date) -> Stretch | None:
        """The stretch that covers the day; the day care ceased is not covered."""
        for stretch in self.stretches:
            if stretch.start <= day and (stretch.end is None or day < stretch.end):
                return stretch
        return None

    def days_counted(self, since: date, day: date) -> int:
        """Whole days looked after from `since` up to the day, which is not counted itself."""
        since = max([since, *(adopted for adopted in self.adoptions if adopted <= day)])
        return sum(
            max(0, (min(stretch.end or day, day) - max(stretch.start, since)).days)
            for stretch in self.stretches
        )

    def days_prescribed(self, since: date) -> Iterator[date]:
        """The first day the prescribed period had been completed, and anew after an adoption."""
        starts = [since, *(adopted for adopted in self.adoptions if adopted > since)]
        for first, following in zip(starts, [*starts[1:], date.max], strict=True):
            completed = self._completed(first)
            if completed is not None and completed < following:
                yield completed

    def _completed(self, since: date) -> date | None:
        still_needed = PRESCRIBED_DAYS
        for stretch in self.stretches:
            first = max(stretch.start, since)
            if stretch.end is None or (stretch.end - first).days >= still_needed:
                return first + timedelta(days=still_needed)
            still_needed -= max(0, (stretch.end - first).days)
        return None

    def any_between(self, first: date, until: date) -> bool:
        """Whether there was a day of care from `first` until the day before `until`."""
        return any(
            max(stretch.start, first) < min(stretch.end or until, until)
            for stretch in self.stretches
        )


def _is_short_break(period: CarePeriod) -> bool:
    return period.short_break is True or period.legal_status in _SHORT_BREAK_STATUSES


def _merged(periods: Iterable[CarePeriod]) -> tuple[Stretch, ...]:
    stretches: list[Stretch] = []
    for period in sorted((p for p in periods if p.start), key=lambda p: p.start or date.min):
        assert period.start is not None
        last = stretches[-1] if stretches else None
        if last is not None and (last.end is None or period.start <= last.end):
            end = None if last.end is None or period.end is None else max(last.end, period.end)
            stretches[-1] = Stretch(last.start, end)
        else:
            stretches.append(Stretch(period.start, period.end))
    return tuple(stretches)
