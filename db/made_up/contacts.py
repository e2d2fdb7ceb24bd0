"""When was each made-up young person seen, rung or written to? Their contacts, in date order."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from carelink.facts import Contact, Home
from carelink.words import Rung
from db.made_up.life import Life
from db.made_up.notes import a_note
from db.made_up.twists import Plot, Twist

_TOLD_FOR = timedelta(days=1826)
_NOT_VISITED = {"X", "S", "R", "G", "H"}
_RUNGS_BETWEEN = (Rung.SPOKE, Rung.MESSAGE_ANSWERED, Rung.ATTEMPTED)
_SHARES_BETWEEN = (45, 35, 20)
_SEEN = {Rung.SEEN, Rung.SEEN_AT_HOME}


class Rhythm(NamedTuple):
    """How many days apart they are seen, how often at home, and how often met in between."""

    fewest: int
    most: int
    at_home: float
    between: float


_CHILD = Rhythm(34, 45, 0.8, 0.15)
_GUIDED = Rhythm(36, 54, 0.5, 0.5)
_FOUR_WEEKLY = Rhythm(18, 26, 0.5, 0.2)
_SUPPORTED = Rhythm(45, 70, 0.4, 0.4)
_OFFERED = Rhythm(110, 200, 0.2, 0.5)
_QUALIFYING = Rhythm(60, 110, 0.3, 0.4)


def tell_contacts(life: Life) -> None:
    """Every contact of the last five years, in date order."""
    if life.has(Twist.NO_CONTACT_EVER):
        return
    told = life.facts["contacts"]
    for day, rung in sorted(_with_those_between(life)):
        told.append(_contact(life, day, rung))
    if told and told[-1].rung in _SEEN and life.card.plot is not Plot.DIED:
        ahead = told[-1].on + life.days(28, 55)
        told[-1] = told[-1]._replace(next_on=ahead)


def _with_those_between(life: Life) -> Iterator[tuple[date, Rung]]:
    """The days on which they were seen, and the calls and messages between two of them."""
    rng = life.rng
    before: date | None = None
    for day, rung, rhythm in _seen(life):
        yield day, rung
        apart = (day - before).days if before else 0
        if apart > 8 and rng.random() < rhythm.between:
            (between,) = rng.choices(_RUNGS_BETWEEN, _SHARES_BETWEEN)
            yield day - timedelta(days=rng.randint(2, apart - 3)), between
        before = day


def _seen(life: Life) -> Iterator[tuple[date, Rung, Rhythm]]:
    """Home by home: a visit soon after each move, then one after another in the rhythm."""
    last = max(life.care_from or life.left_on or life.turns_18, life.as_at - _TOLD_FOR)
    last += life.days(2, 14)
    for home, until in _stretches(life, last):
        for day in _soon_after_the_move(life, home, last):
            yield day, Rung.SEEN_AT_HOME, _GUIDED
            last = day
        while True:
            rhythm = _rhythm(life, last)
            day = _on_a_weekday(last + life.days(rhythm.fewest, rhythm.most))
            if life.request_on and last < life.request_on <= day:
                day, rhythm = life.request_on + life.days(3, 15), _SUPPORTED
            if day >= until:
                break
            last = day
            yield day, _rung(life, home, rhythm), rhythm


def _stretches(life: Life, first: date) -> list[tuple[Home | None, date]]:
    """Each home from the first contact on, and the day on which the next begins."""
    ends = life.last_day + timedelta(days=1)
    homes: list[Home | None] = [h for h in life.homes() if h.end is None or h.end > first]
    if not homes:
        return [(None, ends)]
    starts = [home.start or home.known_on or ends for home in homes[1:] if home]
    return list(zip(homes, [*starts, ends], strict=True))


def _soon_after_the_move(life: Life, home: Home | None, last: date) -> Iterator[date]:
    """Within seven days of a move, and again before the review, once they are out of care."""
    start = home.start if home else None
    if home is None or start is None or life.left_on is None or not life.is_leaver:
        return
    moved_out = life.left_on <= start < life.guided_until and home.type not in _NOT_VISITED
    if not moved_out or start < last - timedelta(days=60):
        return
    latest = max(start, last + timedelta(days=54))
    first = max(min(start + life.days(0, 6), latest), last)
    leaves = home.end or life.as_at
    second = first + life.days(9, 15)
    for day in (first, second) if home.provided_by_authority else (first,):
        if day < leaves and life.happened(day):
            yield day


def _rhythm(life: Life, day: date) -> Rhythm:
    if not life.is_leaver:
        return _CHILD if life.care_from and not life.left_on else _QUALIFYING
    if day < life.turns_16:
        return _CHILD
    if day < life.guided_until:
        return _FOUR_WEEKLY if life.has(Twist.EVERY_FOUR_WEEKS) else _GUIDED
    if life.request_on is None or day < life.request_on:
        return _OFFERED
    return _SUPPORTED


def _on_a_weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _rung(life: Life, home: Home | None, rhythm: Rhythm) -> Rung:
    if home is None or home.type in ("S", "R", "X"):
        return Rung.SEEN
    if home.type in ("G", "H"):
        return Rung.SPOKE
    if rhythm is _OFFERED and life.chance(0.6):
        return Rung.SPOKE
    if home.provided_by_authority and rhythm is not _OFFERED:
        return Rung.SEEN_AT_HOME
    return Rung.SEEN_AT_HOME if life.chance(rhythm.at_home) else Rung.SEEN


def _contact(life: Life, day: date, rung: Rung) -> Contact:
    rng = life.rng
    answered = rung in (Rung.SPOKE, Rung.MESSAGE_ANSWERED)
    theirs = rng.random() < (0.3 if answered else 0.03) and rung is not Rung.ATTEMPTED
    worried = rung in _SEEN and rng.random() < 0.012
    return Contact(
        contact_id=life.new_id("contacts"),
        person_id=life.person_id,
        worker_id=_who_had_it(life, day),
        on=day,
        rung=rung,
        begun_by="young_person" if theirs else "worker",
        note=a_note(rng, rung) if rng.random() < 0.98 else "",
        alone=rng.random() < 0.88 if rung in _SEEN else None,
        worry="They are worried about money this month; manager told." if worried else "",
    )


def _who_had_it(life: Life, day: date) -> str:
    """The social worker while in care, more and more often the adviser, who stays."""
    adviser = life.worker_on(day)
    if life.left_on is None or day < life.left_on:
        social_worker = life.worker_on(day, "social_worker")
        if social_worker and (not adviser or life.chance(0.5)):
            return social_worker
    return adviser
