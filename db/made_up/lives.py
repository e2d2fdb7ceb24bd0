"""How does a made-up life reach the status on its card? Birth, care and what the law asks."""

from datetime import date, timedelta
from random import Random

from carelink.dates import birthday
from db.made_up.care import PATHS
from db.made_up.deck import Card
from db.made_up.life import Life
from db.made_up.twists import Plot, Twist

_YEAR = 365.2425


def a_life(number: int, card: Card, seed: int, as_at: date) -> Life:
    """A life with its care history and circumstances; the other facts are told after."""
    rng = Random(f"{seed}:life:{number}")
    if Twist.LEAP_DAY in card.twists:
        card, born = _born_on_a_leap_day(card, as_at)
    else:
        age = rng.uniform(card.youngest, card.oldest)
        born = as_at - timedelta(days=round(age * _YEAR))
    life = Life(
        number=number,
        person_id=f"MW{number:05d}",
        card=card,
        as_at=as_at,
        rng=rng,
        born=born,
        last_day=as_at - timedelta(days=1),
    )
    PATHS[card.plot](life)
    if Twist.OVERLAPPING_PERIODS in card.twists:
        _overlap(life)
    return life


def _born_on_a_leap_day(card: Card, as_at: date) -> tuple[Card, date]:
    """The latest 29 February that makes them 17 or more; at 17 they are still in care."""
    year = next(year for year in range(as_at.year - 17, 0, -1) if year % 4 == 0)
    born = date(year, 2, 29)
    while as_at < birthday(born, 17):
        born = date(born.year - 4, 2, 29)
    plot = Plot.ELIGIBLE if as_at < birthday(born, 18) else Plot.FORMER_RELEVANT
    return card._replace(plot=plot), born


def _overlap(life: Life) -> None:
    """A second row for days already covered, as records merged from two systems have them."""
    held = life.facts["care_periods"][0]
    if held.end is not None and (held.end - held.start).days > 60:
        life.was_in_care(
            held.start + timedelta(days=30), held.end - timedelta(days=20), held.legal_status, "X1"
        )
