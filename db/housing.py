"""What does a move, a judgement of a home, or staying put write? Each one gesture."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import uuid4

from carelink.case import CaseFile
from carelink.facts import Circumstance, Event, Home, Suitability
from carelink.home.checks import check_home, check_staying_put, check_suitability
from carelink.home.history import ends_of_change, ends_of_move
from carelink.home.judgement import latest_judgement
from carelink.home.postcode import normalised
from carelink.home.support import staying_put_on
from db.one_fact import AT_ONCE, as_it_was, change_fact, record_fact
from db.reading import read_case
from db.trail import Writing, add, amend, remove


def record_move(writing: Writing, home: Home, carer: str = "") -> str:
    """They live here from its first day on; what was open till then ends that day.

    With a `carer` the staying put arrangement is recorded in the same gesture; leaving the carer
    ends the one that ran. Returns the home's id.

    Raises: Refused with every problem at once, an overlap with what is recorded among them.
    """
    home = home._replace(postcode=normalised(home.postcode), row_id=home.row_id or uuid4().hex)
    case = read_case(writing.connection, home.person_id)
    record_fact(writing, "homes", home, check_home)
    if carer.strip():
        held = Circumstance(home.person_id, "staying_put", home.start, None, carer.strip())
        record_fact(writing, "circumstances", held, check_staying_put)
    end_till_then(writing, case, home)
    return home.row_id


def end_till_then(writing: Writing, case: CaseFile, home: Home) -> None:
    """End what was open until the move: the homes, and staying put where they leave the carer."""
    for row_id, day in ends_of_move(case, home).items():
        amend(writing, "homes", row_id, {"end": day})
    if home.start is None or home.type == "Z":
        return
    running = staying_put_on(case, home.start)
    if running is not None and running.end is None and running.start != home.start:
        amend(writing, "circumstances", running.row_id, {"end": home.start})


def undo_move(writing: Writing, home_id: str, before: CaseFile) -> str:
    """Take a move just recorded back; what it ended goes on. `before` is the case without it.

    Raises: ChangedMeanwhile when it is gone; nothing is then taken back.
    """
    now = read_case(writing.connection, before.person.person_id)
    was = {held.row_id for held in before.circumstances}
    for held in now.circumstances:
        if held.kind == "staying_put" and held.row_id not in was:
            remove(writing, "circumstances", held.row_id, AT_ONCE)
    remove(writing, "homes", home_id, AT_ONCE)
    open_again(writing, before)
    return home_id


def open_again(writing: Writing, before: CaseFile) -> None:
    """Let what a move had ended go on, as it stood before."""
    for home in before.homes:
        if home.end is None:
            amend(writing, "homes", home.row_id, {"end": None})
    for held in before.circumstances:
        if held.kind == "staying_put" and held.end is None:
            amend(writing, "circumstances", held.row_id, {"end": None})


def change_home(writing: Writing, before: Home, after: Home) -> str:
    """Change what is recorded of a home; the home before it ends when this one now begins.

    Raises: Refused with every problem at once; ChangedMeanwhile, with `now`, when the home is no
    longer what was read.
    """
    after = after._replace(postcode=normalised(after.postcode))
    ends = ends_of_change(read_case(writing.connection, before.person_id), before, after)

    def check(case: CaseFile, home: Home, today: date) -> None:
        check_home(_with_ends(case, ends), home, today)

    key = change_fact(writing, "homes", before, after, check)
    for row_id, day in ends.items():
        amend(writing, "homes", row_id, {"end": day})
    return key


def put_home_back(writing: Writing, now: Home, before: Home) -> str:
    """Undo a change of a home: it, and the end of the one before it, are as they were.

    Raises: ChangedMeanwhile when someone has changed it since.
    """
    ends = ends_of_change(read_case(writing.connection, before.person_id), now, before)
    key = change_fact(writing, "homes", now, before, as_it_was)
    for row_id, day in ends.items():
        amend(writing, "homes", row_id, {"end": day})
    return key


def judge_suitability(writing: Writing, judged: Suitability) -> str:
    """Record a judgement of a home, and with it the check that a duty asks for.

    The home's own suitability for the return becomes that of its latest judgement. Returns the id.

    Raises: Refused with every problem at once.
    """
    judged = judged._replace(row_id=judged.row_id or uuid4().hex)
    record_fact(writing, "suitability", judged, check_suitability)
    outcome = "yes" if judged.suitable else "no"
    event_id = _check_id(judged.row_id)
    add(
        writing,
        "events",
        [
            Event(
                event_id,
                judged.person_id,
                "suitability_check",
                judged.on,
                outcome,
                judged.worker_id,
            )
        ],
    )
    _say_the_latest(writing, judged.person_id, judged.home_id)
    return judged.row_id


def undo_judgement(writing: Writing, row_id: str, home: Home) -> str:
    """Take a judgement just recorded back, its check too; `home` is as it was before.

    Raises: ChangedMeanwhile when any of it is gone; nothing is then taken back.
    """
    remove(writing, "suitability", row_id, AT_ONCE)
    remove(writing, "events", _check_id(row_id), AT_ONCE)
    amend(writing, "homes", home.row_id, {"suitable": home.suitable})
    return row_id


def _say_the_latest(writing: Writing, person_id: str, home_id: str) -> None:
    case = read_case(writing.connection, person_id)
    home = next(held for held in case.homes if held.row_id == home_id)
    latest = latest_judgement(case, home)
    assert latest is not None
    amend(writing, "homes", home_id, {"suitable": latest.oc3})


def _check_id(judgement_id: str) -> str:
    """The id of the check that a judgement is: the same wherever it arrives."""
    return f"check-{judgement_id}"


def _with_ends(case: CaseFile, ends: Mapping[str, date]) -> CaseFile:
    """The case as it is once these homes end on their new days."""
    if not ends:
        return case
    homes = (home._replace(end=ends.get(home.row_id, home.end)) for home in case.homes)
    return replace(case, homes=tuple(homes), worked_out={})
