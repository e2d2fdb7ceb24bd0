"""Which periods looked after, and which homes, do the episodes of a return make?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from carelink.dates import show
from carelink.exchange.reading import Reading, Row, counted, derived_id
from carelink.exchange.ssda903.children import Child, Children
from carelink.exchange.ssda903.codes import (
    CARE_ORDERS,
    CARE_TAKEN_ON,
    CONTINUES,
    DIED_IN_CARE,
    SHORT_BREAKS,
)
from carelink.exchange.ssda903.said import Said
from carelink.exchange.values import Unfit
from carelink.exchange.wild_dates import NotADay, read_day
from carelink.facts import CarePeriod, Home


class Episode(NamedTuple):
    """One episode; one that goes on has no end. `said` is its first row, `latest` its last."""

    child: str
    start: date
    end: date | None
    legal: str
    place: str
    postcode: str
    reason: str
    said: Said
    latest: Said

    @property
    def short_break(self) -> bool:
        """Whether it is one of a series of short breaks, which does not count."""
        return self.legal in SHORT_BREAKS


_Same = Callable[[list[Episode], Episode], bool]


def read_episodes(
    rows: Iterable[Said], children: Children, reading: Reading, today: date
) -> Mapping[str, list[Episode]]:
    """The episodes of each child in date order, each once though it stands in several years."""
    found: dict[tuple[str, date], Episode] = {}
    for row in rows:
        try:
            _keep(found, _episode(row, children.child_of(row), today))
        except Unfit as unfit:
            children.refuse(row, str(unfit))
    by_child: dict[str, list[Episode]] = defaultdict(list)
    for episode in sorted(found.values(), key=lambda one: (one.child, one.start)):
        by_child[episode.child].append(episode)
    unended = [e.said for e in found.values() if e.end is None and e.reason not in ("", CONTINUES)]
    if unended:
        reading.notes.append(
            f"{counted(len(unended), 'episode')} with a reason for ceasing (REC) and no end (DEC) "
            f"taken as going on; the first is {unended[0].file}, line {unended[0].line}."
        )
    return {child: list(_closed(episodes)) for child, episodes in by_child.items()}


def add_care(
    reading: Reading, children: Children, care: Mapping[str, list[Episode]], today: date
) -> None:
    """Add what each child's episodes say: periods, homes, a care order, a death."""
    for name, episodes in care.items():
        child, last = children.known[name], episodes[-1]
        child.care_order_now = _care_order(last, today)
        _note_death(child, episodes, reading)
        for period in periods_of(episodes):
            reading.add("care_periods", period)
        for home in homes_of(episodes):
            reading.add("homes", home)


def _care_order(last: Episode, today: date) -> bool | None:
    """Whether a care order is in force: who is under one is looked after, wherever they live.

    So it is not once the last period has ended, unless another authority took the care on.
    """
    if last.end is None or last.end > today:
        return last.legal in CARE_ORDERS
    return None if last.reason in ("", CONTINUES, CARE_TAKEN_ON) else False


def periods_of(episodes: Sequence[Episode]) -> Iterator[Row]:
    """Periods looked after: episodes that follow one another, or overlap, are one period."""
    for short in (False, True):
        kept = [episode for episode in episodes if episode.short_break is short]
        for run in _runs(kept, _same_period):
            first, last = run[0], run[-1]
            ended = max(run, key=_end)
            reason = "" if ended.end is None or ended.reason == CONTINUES else ended.reason
            period = CarePeriod(
                person_id=first.child,
                start=first.start,
                end=ended.end,
                legal_status=last.legal,
                short_break=short,
                reason_ceased=reason,
                row_id=derived_id("ssda903", "care_periods", first.child, first.start, short),
            )
            yield Row(period, first.said.file, first.said.line)


def homes_of(episodes: Sequence[Episode]) -> Iterator[Row]:
    """Homes while looked after: each unbroken run at one placement. A short break is no home."""
    kept = [
        episode
        for episode in episodes
        if not episode.short_break and (episode.place or episode.postcode)
    ]
    for run in _runs(kept, _same_home):
        first, end = run[0], max(map(_end, run))
        home = Home(
            person_id=first.child,
            start=first.start,
            end=None if end == date.max else end,
            postcode=first.postcode,
            placement=first.place,
            row_id=derived_id("ssda903", "homes", first.child, first.start),
        )
        yield Row(home, first.said.file, first.said.line)


def _episode(row: Said, child: Child, today: date) -> Episode:
    """The episode a row tells of. Raises: Unfit when it cannot have been so."""
    try:
        start = read_day(row.cell("DECOM"), today)
        end = read_day(row.cell("DEC"), today, ahead=True)
    except NotADay as error:
        raise Unfit(f"DECOM or DEC: {error}; correct it.") from error
    if start is None:
        raise Unfit("DECOM is empty; give the day the episode began.")
    if end is not None and end < start:
        raise Unfit(f"DEC {show(end)} is before DECOM {show(start)}; correct one of them.")
    if child.born and start < child.born:
        raise Unfit("DECOM is before the date of birth; correct one of them.")
    reason = row.code("REC")
    if reason == DIED_IN_CARE and end is not None and end > today:
        raise Unfit("DEC is the day they died and lies in the future; correct it.")
    where = row.code("PLACE"), row.cell("PL_POST")
    return Episode(child.child, start, end, row.code("LS"), *where, reason, row, row)


def _keep(found: dict[tuple[str, date], Episode], episode: Episode) -> None:
    """Keep an episode once; a later year's row is the newer, but its blanks replace nothing.

    Raises: Unfit for the same episode twice in one file.
    """
    key = (episode.child, episode.start)
    held = found.get(key)
    if held is None:
        found[key] = episode
    elif held.latest.file == episode.said.file:
        line = held.latest.line
        raise Unfit(f"An episode with this DECOM stands on line {line} already; keep one row.")
    else:
        found[key] = _newer(held, episode)


def _newer(held: Episode, episode: Episode) -> Episode:
    """The episode as the later year has it, with what that year left empty as it was."""
    ended = episode if episode.end or held.end is None else held
    return episode._replace(
        end=ended.end,
        reason=ended.reason or held.reason,
        legal=episode.legal or held.legal,
        place=episode.place or held.place,
        postcode=episode.postcode or held.postcode,
        said=held.said,
    )


def _closed(episodes: Sequence[Episode]) -> Iterator[Episode]:
    """A child has one episode at a time: one without an end ends as the next begins."""
    for episode, after in zip(episodes, [*episodes[1:], None], strict=True):
        if episode.end is None and after is not None:
            yield episode._replace(end=after.start, reason=CONTINUES)
        else:
            yield episode


def _runs(episodes: Sequence[Episode], same: _Same) -> Iterator[list[Episode]]:
    run: list[Episode] = []
    for episode in episodes:
        if run and not same(run, episode):
            yield run
            run = []
        run.append(episode)
    if run:
        yield run


def _end(episode: Episode) -> date:
    return episode.end or date.max


def _same_period(run: list[Episode], after: Episode) -> bool:
    last = max(run, key=_end)
    return after.start < _end(last) or (after.start == last.end and last.reason in ("", CONTINUES))


def _same_home(run: list[Episode], after: Episode) -> bool:
    end = max(map(_end, run))
    where = (run[-1].place, run[-1].postcode)
    return after.start <= end and where == (after.place, after.postcode)


def _note_death(child: Child, episodes: Sequence[Episode], reading: Reading) -> None:
    """A child who died in care: the day is the day the last episode ended."""
    for episode in episodes[:-1]:
        if episode.reason == DIED_IN_CARE:
            where = f"{episode.latest.file}, line {episode.latest.line}"
            reading.notes.append(
                f"No death was recorded from {where}: REC is E2, but a later episode follows it."
            )
    if episodes[-1].reason == DIED_IN_CARE:
        child.died_on = episodes[-1].end
