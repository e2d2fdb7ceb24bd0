"""A small team's facts of every kind as a bundle may bring them in: odd days, shared ids, gaps."""

from datetime import date, timedelta
from random import Random
from typing import Any

from carelink.duties import FINDERS
from carelink.exchange.columns import COLUMNS, Column
from carelink.exchange.fitting import problems_of
from carelink.facts import KINDS

DAY = date(2026, 11, 24)
PEOPLE, WORKERS, MEETINGS = ("P1", "P2", "P3"), ("W1", "W2", "W3"), ("M1", "M2", "M3")
_IDS = {"people": PEOPLE, "workers": WORKERS, "meetings": MEETINGS}
_MANY = {"contacts": 9, "allocations": 6}
_NAMES_WORKERS = frozenset(
    {"worker_id", "cover_id", "from_worker", "to_worker", "taken_by", "done_by", "accepted_by"}
    | {"told_by", "asked_by", "decided_by", "chair", "lead", "by_whom"}
)
# What one fact says of another, by name: mostly of one that is there, at times of none.
_SAID = {
    "nhs_number": ("", "9434765919"),
    "about": ("", " ", "duty:pa_contact_8w", "promise:promises0", "duty:nothing", "release::"),
    "duty": (*FINDERS, "nothing"),
    "role": ("personal_adviser", "personal_adviser", "team_manager", "nurse", "", "gardener"),
    "time": ("", "14:05"),
    "subject_id": ("", "snoozes0", "homes0", "entitlements0", "spending1", "status_overrides0"),
}
_HOLDS = {
    "yes_no": (None, True, False),
    "whole": (None, 0, 1, 28, 366, 999_999_999),
    "number": (None, 0.0, 1e-300, 0.5, 1.0, 999_999_999.0),
    "text": ("", "", "Sam", "W1", "=1+1", "\u202eabc\u2066", "أمل زوي", "x" * 3000, "<b>&", "a\nb"),
}
_LONG_AGO, _FAR_AHEAD = date(1900, 1, 2), date(2126, 11, 23)


def any_facts(seed: int) -> dict[str, list[Any]]:
    """Facts by kind, none of which the bundle would refuse by itself."""
    dice = Random(seed)
    facts = {kind: [*_rows(dice, kind)] for kind in KINDS}
    here = {person.person_id for person in facts["people"]}
    return {
        kind: [row for row in rows if getattr(row, "person_id", next(iter(here))) in here]
        for kind, rows in facts.items()
    }


def _rows(dice: Random, kind: str) -> Any:
    ids = _IDS.get(kind, [f"{kind}{at}" for at in range(dice.randint(0, _MANY.get(kind, 3)))])
    for key in ids:
        tries = (_row(dice, kind, key) for _ in range(30))
        fitting = (row for row in tries if not problems_of(kind, row))
        if (row := next(fitting, None)) is not None:
            yield row


def _row(dice: Random, kind: str, key: str) -> Any:
    made = KINDS[kind].fact(**{one.name: _value(dice, one) for one in COLUMNS[kind]})
    return made._replace(**{KINDS[kind].key: key})


def _value(dice: Random, column: Column) -> Any:
    name = column.name
    if name == "date_of_birth":
        return dice.choice(
            [None, *(DAY - timedelta(days=dice.randint(5000, 9500)) for _ in "12345")]
        )
    if name == "person_id":
        return dice.choice(PEOPLE)
    if name == "meeting_id":
        return dice.choice((*MEETINGS, "", "M9"))
    if name in _NAMES_WORKERS:
        return dice.choice((*WORKERS, "W9") if column.required else (*WORKERS, "W9", ""))
    if name in _SAID:
        return dice.choice(_SAID[name])
    if column.codes:
        return dice.choice(column.codes if column.required else ("", *column.codes))
    if column.holds == "day":
        return _day(dice, ahead=column.ahead)
    return dice.choice(_HOLDS[column.holds])


def _day(dice: Random, *, ahead: bool) -> date | None:
    at = dice.random()
    if at < 0.2:
        return None
    if at < 0.3:
        return dice.choice((DAY, _LONG_AGO, date(2008, 2, 29)))
    if ahead and at < 0.6:
        return dice.choice((_FAR_AHEAD, DAY + timedelta(days=dice.randint(-30, 120))))
    return DAY - timedelta(days=int(dice.random() ** 3 * 4000))
