"""Which packs did the made-up team prepare for its Board? Those of the last meetings, kept.

So that there is something to look back on: each is counted from the facts as they stand, and of a
few homes it was wrongly known whether they were suitable until after the last pack.
"""

import json
from collections.abc import Iterable
from datetime import date, timedelta

from carelink.case import CaseFile
from carelink.dates import age_on
from carelink.facts import Home, Released
from carelink.figures import Release, headline_release
from carelink.figures.populations import year_before
from carelink.rulebook import load_rulebook
from db.reading import read_cases, read_rows
from db.tables import instant_text
from db.trail import Writing, add, amend

# A larger roll is made to be measured, and has the packs of no one team.
A_TEAM = 500
_WRONGLY_KNOWN = 3
_COUNTED = (19, 20)
_OTHER = {"1": "2", "2": "1"}


def pack_days(as_at: date) -> list[date]:
    """The last meetings of a Board that meets every two months, and the ends of two years."""
    last_year = year_before(as_at)[1]
    ends = [year_before(last_year - timedelta(days=1))[1], last_year]
    meetings = [as_at - timedelta(days=61 * back) for back in (3, 2, 1)]
    return sorted({*ends, *meetings})


def tell_packs(writing: Writing, as_at: date) -> None:
    """Prepare the packs, and put right afterwards what they had wrong."""
    wrongly = _wrongly_known(read_cases(writing.connection), pack_days(as_at)[-1])
    said = {home.row_id: said for home, said in read_rows(writing.connection, "homes")}
    for home in wrongly:
        wrong = {"suitable": _OTHER[home.suitable]}
        amend(writing, "homes", home.row_id, wrong, provenance=said[home.row_id])
    rulebook, cases = load_rulebook(), read_cases(writing.connection)
    for day in pack_days(as_at):
        add(writing, "releases", [_pack(writing, headline_release(cases, rulebook, day))])
    for home in wrongly:
        right = {"suitable": home.suitable}
        amend(writing, "homes", home.row_id, right, provenance=said[home.row_id])


def _pack(writing: Writing, release: Release) -> Released:
    meant = [f"{one.id} {one.version}" for one in release.definitions]
    return Released(
        release.hash,
        release.as_at,
        release.audience,
        "nearest",
        "headline",
        writing.who,
        instant_text(writing.at),
        figures=release.figures.decode(),
        about=json.dumps({"hash": release.hash, "definitions": meant}),
    )


def _wrongly_known(cases: Iterable[CaseFile], day: date) -> list[Home]:
    """The homes, on the day of the last pack, of a few who were then 19 or 20."""
    found = []
    for case in cases:
        born, home = case.person.date_of_birth, case.home_on(day)
        if born and age_on(born, day) in _COUNTED and home and home.suitable in _OTHER:
            found.append(home)
    return found[:_WRONGLY_KNOWN]
