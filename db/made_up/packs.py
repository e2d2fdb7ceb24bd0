"""Which packs did the made-up team prepare for its Board? Those of two years and the last meetings.

So that there is something to look back on: each is counted from the facts as they stand, made safe
and attacked as any other, and of a few homes it was wrongly known whether they were suitable until
after the last pack.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from carelink.case import CaseFile
from carelink.dates import age_on
from carelink.errors import Refused
from carelink.facts import Home, Provenance
from carelink.figures.levels import Level
from carelink.figures.populations import year_before
from carelink.money.catalogue import load_catalogue
from carelink.rulebook import load_rulebook
from db.counting import count_everybody
from db.made_up.team import worker_name
from db.reading import read_cases, read_rows
from db.trail import Writing, add, amend

if TYPE_CHECKING:
    from carelink.release.earlier import Earlier

# A larger roll is made to be measured, and has the packs of no one team.
A_TEAM = 500
# Whoever answers for the team next door approves what was prepared here.
_APPROVER = "TM02"
_WRONGLY_KNOWN = 3
_COUNTED = (19, 20)
_OTHER = {"1": "2", "2": "1"}


def pack_days(as_at: date) -> list[date]:
    """The last meetings of a Board that meets every two months, and the ends of two years."""
    last_year = year_before(as_at)[1]
    ends = [year_before(last_year - timedelta(days=1))[1], last_year]
    meetings = [as_at - timedelta(days=61 * back) for back in (3, 2, 1)]
    return sorted({*ends, *meetings})


def tell_packs(writing: Writing, seed: int, as_at: date) -> None:
    """Prepare the packs, and put right afterwards what they had wrong."""
    days = pack_days(as_at)
    wrongly = _wrongly_known(read_cases(writing.connection), days[-1])
    said = {home.row_id: said for home, said in read_rows(writing.connection, "homes")}
    for home in wrongly:
        wrong = {"suitable": _OTHER[home.suitable]}
        amend(writing, "homes", home.row_id, wrong, provenance=said[home.row_id])
    earlier: list[Earlier] = []
    for day in days:
        earlier += _prepare(writing, day, earlier, "" if day == days[-1] else _approver(seed))
    for home in wrongly:
        right = {"suitable": home.suitable}
        amend(writing, "homes", home.row_id, right, provenance=said[home.row_id])


def _approver(seed: int) -> str:
    return worker_name(_APPROVER, seed)


def _prepare(
    writing: Writing, day: date, earlier: "list[Earlier]", approver: str
) -> "list[Earlier]":
    """Keep the pack of a day, the earlier ones being headlines; none where too few are counted."""
    from carelink.release.kept import earlier_of, kept_of
    from carelink.release.safe import safe_release

    counting = count_everybody(writing.connection, load_rulebook(), load_catalogue(), day)
    level = Level.HEADLINE if approver else None
    try:
        prepared = safe_release(counting, day, level=level, earlier=earlier)
    except Refused:
        return []
    if prepared.release is None:
        return []
    at = datetime.combine(day + timedelta(days=7), time(10), UTC)
    kept = kept_of(
        prepared.release,
        level=prepared.level,
        seats=prepared.seats,
        prepared_by=writing.who,
        prepared_at=at,
    )
    if approver:
        kept = kept._replace(approved_by=approver, approved_on=day + timedelta(days=14))
    add(writing, "releases", [kept], [Provenance(at, writing.who, writing.origin)])
    return [earlier_of(kept)]


def _wrongly_known(cases: Iterable[CaseFile], day: date) -> list[Home]:
    """The homes, on the day of the last pack, of a few who were then 19 or 20."""
    found = []
    for case in cases:
        born, home = case.person.date_of_birth, case.home_on(day)
        if born and age_on(born, day) in _COUNTED and home and home.suitable in _OTHER:
            found.append(home)
    return found[:_WRONGLY_KNOWN]
