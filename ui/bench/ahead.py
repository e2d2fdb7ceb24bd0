"""How long does it take to look ahead? The Christmas test, the forecast, and a chart of them."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from carelink.charts import Look, draw
from carelink.forecast import forecast_of, homes_wanted
from carelink.pace import DUTIES, WEEKS_AHEAD, Outlook, outlook_of, trend_of
from ui.ahead.taken import Taken, take_all
from ui.assets import font_files
from ui.bench.stage import Stage
from ui.bench.timing import Timed, timed
from ui.desk import Desk
from ui.look.tokens import LIGHT, TYPE_SMALL

TAKEN = "ahead_taken"
CHRISTMAS = "christmas_test"
FORECAST = "forecast"
CHART = "chart"
_YEARS, _WIDTH = 3, 900


def ahead_on(stage: Stage, desk: Desk, times: int) -> Iterator[Timed]:
    """Everybody taken from the store, then each thing worked out from what was taken."""
    everyone = [person.person_id for person in desk.people()]

    def taken(_: object) -> list[Taken]:
        return [held for some in take_all(desk, everyone) for held in some.values()]

    yield timed(TAKEN, stage.people, taken, times=min(times, 3))
    held = taken(None)
    yield timed(CHRISTMAS, stage.people, partial(_christmas, held, desk), times=times)
    yield timed(FORECAST, stage.people, partial(_forecast, held, desk), times=times)
    outlook = _outlook(held, desk, DUTIES[0])
    shown, look = trend_of(outlook), _look()

    def drawn(_: object) -> object:
        draw.cache_clear()
        return draw(shown, look)

    yield timed(CHART, stage.people, drawn, times=times)


def _outlook(held: list[Taken], desk: Desk, duty: str) -> Outlook:
    seats = (one.seat for one in held)
    until = desk.day + timedelta(weeks=WEEKS_AHEAD)
    return outlook_of(duty, seats, desk.workers(), desk.of_the_team("absences"), desk.day, until)


def _christmas(held: list[Taken], desk: Desk, _: object) -> object:
    return [_outlook(held, desk, duty) for duty in DUTIES]


def _forecast(held: list[Taken], desk: Desk, _: object) -> object:
    lives = [one.lived for one in held]
    wants = (one.want for one in held if one.lived.on_roll)
    return forecast_of(lives, desk.day, _YEARS, attrition=True), homes_wanted(wants, desk.day)


def _look() -> Look:
    """In the light colours with the bundled fonts, as the window draws it, and without Qt."""
    fonts = tuple(str(path) for path in font_files() if path.stem.endswith("-Regular"))
    return Look(
        paper=LIGHT.card,
        ink=LIGHT.ink,
        quiet=LIGHT.quiet,
        line=LIGHT.line,
        fill=LIGHT.chosen,
        ours=LIGHT.accent,
        width=_WIDTH,
        fonts=fonts,
        size=TYPE_SMALL,
    )
