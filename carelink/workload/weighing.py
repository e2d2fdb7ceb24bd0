"""How much of an adviser's week does one young person take, and because of what?"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import birthday
from carelink.facts import Home
from carelink.home.postcode import is_postcode, normalised, stands_for_nowhere
from carelink.safety.flags import FlagState, flag_state
from carelink.said import counted
from carelink.workload.weights import Weights

_PARENTING = "G6"
_CUSTODY = "X"
_ABROAD = frozenset("GH")
_NO_DOOR = frozenset("RS")


class Reason(NamedTuple):
    """One matter that weighs with somebody: what it adds and why, in words."""

    matter: str
    adds: float
    says: str


class Weighed(NamedTuple):
    """What one person weighs and why; `unknown` says what could not be weighed, each in words.

    `district` is the postcode district of a home whose address is not protected, else empty.
    """

    reasons: tuple[Reason, ...]
    unknown: tuple[str, ...]
    district: str = ""

    @property
    def weight(self) -> float:
        """All of it added up, in people."""
        return round(sum(reason.adds for reason in self.reasons), 2)


class _Found(NamedTuple):
    """What was found of one matter: how often it holds (None: not known), and the words for it."""

    matter: str
    times: int | None
    says: str


def weigh(case: CaseFile, day: date, weights: Weights) -> Weighed:
    """Everything about one person that weighs on the day, whoever their adviser is."""
    home = case.home_on(day)
    reasons, unknown = [], []
    for found in (*_who_they_are(case, day), *_lately(case, day, weights), *_home(home, weights)):
        matter = weights.matters[found.matter]
        if found.times is None:
            unknown.append(found.says)
            adds = matter.if_unknown
        else:
            adds = min(matter.adds * found.times, matter.at_most)
        if adds:
            reasons.append(Reason(found.matter, adds, found.says))
    return Weighed(tuple(reasons), tuple(unknown), district_of(home))


def apart(district: str, works_from: str, weights: Weights) -> Reason | None:
    """What it adds that they live in another district than this adviser works from.

    Outside our area the whole distance is weighed already.
    """
    known = district in weights.districts and works_from
    adds = weights.matters["another_district"].adds
    if not known or district == works_from or not adds:
        return None
    return Reason("another_district", adds, f"lives in {district}, the adviser is in {works_from}")


def district_of(home: Home | None) -> str:
    """The postcode district of a home; empty when it is protected, not known, or no door."""
    if home is None or home.protected or home.type in (_NO_DOOR | _ABROAD | {_CUSTODY}):
        return ""
    written = normalised(home.postcode)
    if not is_postcode(written) or stands_for_nowhere(written):
        return ""
    return written.split(" ")[0]


def say_weight(weighed: Weighed, further: Reason | None = None) -> str:
    """The sum in words: 1.25 = each young person 1 + came to this country alone 0.25.

    `further` is what the way to their adviser adds.
    """
    reasons = [*weighed.reasons, *([further] if further else [])]
    parts = " + ".join(f"{reason.says} {reason.adds:g}" for reason in reasons)
    return f"{round(sum(reason.adds for reason in reasons), 2):g} = {parts}"


def _who_they_are(case: CaseFile, day: date) -> Iterator[_Found]:
    person = case.person
    yield _Found("base", 1, "each young person")
    born = person.date_of_birth
    if born is None:
        says = "the date of birth is not recorded, so the first year after 18 is not weighed"
        yield _Found("first_year", None, says)
    elif birthday(born, 18) <= day < birthday(born, 19):
        yield _Found("first_year", 1, "first year after 18")
    if person.uasc is None:
        yield _Found("uasc", None, "whether they came to this country alone is not recorded")
    elif person.uasc:
        yield _Found("uasc", 1, "came to this country alone")
    doing = case.activity_on(day)
    if doing is not None and doing.code == _PARENTING:
        yield _Found("parenting", 1, "pregnancy or parenting")


def _lately(case: CaseFile, day: date, weights: Weights) -> Iterator[_Found]:
    flags = [
        flag
        for flag in case.safety_flags
        if (flag.set_on is None or flag.set_on <= day)
        and flag_state(flag, day) is not FlagState.ENDED
    ]
    if flags:
        yield _Found("safety_flag", len(flags), counted(len(flags), "safety flag"))
    since = _back(day, weights.matters["missing"].within_days)
    missing = [
        gone
        for gone in case.missing_episodes
        if (gone.missing_on or date.min) <= day and (gone.found_on or day) >= since
    ]
    if missing:
        yield _Found("missing", 1, f"missing {counted(len(missing), 'time')} lately")
    matter = weights.matters["moves"]
    year = _back(day, matter.within_days)
    moves = {home.start for home in case.homes if home.start and year < home.start <= day}
    if matter.from_moves and len(moves) >= matter.from_moves:
        yield _Found("moves", 1, f"{counted(len(moves), 'move')} in a year")


def _home(home: Home | None, weights: Weights) -> Iterator[_Found]:
    if home is None:
        yield _Found("outside_area", None, "no home is recorded now, so distance is not weighed")
        return
    if home.type == _CUSTODY:
        yield _Found("custody", 1, "in custody")
        return
    if home.protected:
        yield _Found("outside_area", None, "the address is protected, so distance is not weighed")
        return
    district = district_of(home)
    if (
        home.type in _ABROAD
        or home.host_authority
        or (district and district not in weights.districts)
    ):
        where = home.host_authority or district or "another country"
        yield _Found("outside_area", 1, f"lives outside our area, in {where}")
    elif not district:
        yield _Found("outside_area", None, "no postcode is recorded, so distance is not weighed")


def _back(day: date, days: int) -> date:
    return day - timedelta(days=days)
