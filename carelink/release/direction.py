"""Which way has a shown figure gone since an earlier release?

Said from shown figures alone, and only where one step of rounding could not have made it.
"""

from carelink.dates import show
from carelink.figures.populations import BIRTHDAY_COHORT
from carelink.release.release import Release
from carelink.release.shown import Shown, shown_of

_ANEW = "not to be compared with that {when}: it is counted by another definition since"
_ANOTHER_MODE = "not to be compared with that {when}: figures are shown in another way since"


def direction(
    now: Release, before: Release | None, indicator: str, age_band: str | None = None
) -> str:
    """Such as "up from 55% on 26 September 2026, the way we want it"; empty where nothing is said.

    Nothing is said where either is hidden, or the earlier release did not show the indicator.
    """
    pair = _pair(now, before, indicator, age_band)
    if pair is None:
        return ""
    shown, earlier = pair
    when = _when(earlier)
    if (shown.definition, shown.version) != (earlier.definition, earlier.version):
        return _ANEW.format(when=when)
    if shown.mode != earlier.mode:
        return _ANOTHER_MODE.format(when=when)
    points = points_moved(shown, earlier)
    if points is None:
        return ""
    if points == 0:
        return f"about the same as {when}"
    way = "up" if points > 0 else "down"
    return f"{way} from {earlier.row.value}% {when}{_wanted(points, shown.better)}"


def points_moved(now: Shown, before: Shown) -> int | None:
    """By how many points a shown per cent moved; nought within one step of rounding.

    None where either is hidden, or low, or they are not the same thing shown in the same way.
    """
    same = (now.definition, now.version, now.mode) == (
        before.definition,
        before.version,
        before.mode,
    )
    if not same or not (now.row.value.isdigit() and before.row.value.isdigit()):
        return None
    points = int(now.row.value) - int(before.row.value)
    return 0 if abs(points) <= _one_step(now, before) else points


def _one_step(now: Shown, before: Shown) -> int:
    """The points that one step of rounding makes on the smaller base, in whole points upwards."""
    of = min(int(now.row.of), int(before.row.of))
    return -(-100 * max(now.unit, before.unit) // of)


def _pair(
    now: Release, before: Release | None, indicator: str, age_band: str | None
) -> tuple[Shown, Shown] | None:
    if before is None:
        return None
    shown = shown_of(now, indicator, age_band)
    earlier = shown_of(before, indicator, age_band)
    # Around one and the same birthday year there is nothing to compare.
    if shown is None or earlier is None or shown.at == earlier.at:
        return None
    return shown, earlier


def _when(earlier: Shown) -> str:
    if earlier.population == BIRTHDAY_COHORT:
        return f"in the year to {show(earlier.at)}"
    return f"on {show(earlier.at)}"


def _wanted(points: int, better: str) -> str:
    """Whether it went the way we want; nothing where neither way is better."""
    if better not in ("higher", "lower"):
        return ""
    wanted = (points > 0) == (better == "higher")
    return ", the way we want it" if wanted else ", not the way we want it"
