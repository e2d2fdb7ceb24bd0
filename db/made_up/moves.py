"""Which homes did each made-up life move to, and when? In care, then out of it, without a gap."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from db.made_up.life import Life
from db.made_up.twists import Twist

_TOLD_FOR = timedelta(days=2200)
_STAYS: Mapping[str, tuple[int, int]] = {"U": (500, 1300), "Z": (280, 1000), "X": (60, 180)}
_STAY = (200, 420)
_FORCED: Mapping[Twist, str] = {
    Twist.OWN_TENANCY: "U",
    Twist.JOINT_TENANCY: "U",
    Twist.TENANCY_NOT_KNOWN: "U",
    Twist.HOME_SEMI_INDEPENDENT: "D",
    Twist.HOME_LODGINGS: "K",
    Twist.IN_CUSTODY: "X",
    Twist.NO_FIXED_HOME: "S",
    Twist.ADDRESS_NOT_KNOWN: "R",
    Twist.GONE_ABROAD: "G",
    Twist.DEPORTED: "H",
    Twist.BED_AND_BREAKFAST: "W",
    Twist.EMERGENCY_HOME: "V",
}
_BEGAN: Mapping[Twist, tuple[int, int]] = {
    Twist.JUST_MOVED: (2, 18),
    Twist.JUST_SETTLED: (40, 85),
    Twist.MOVE_NOT_VISITED: (10, 24),
    Twist.MOVE_NOT_REVIEWED: (33, 50),
}
_TENANCIES: Mapping[str, str] = {"B": "none", "Z": "none", "C": "licence", "W": "licence"}
NOWHERE = {"X", "S", "R", "G", "H"}


class Move(NamedTuple):
    """A move into a home of this OC3 type, before it is known when they left."""

    start: date
    type: str
    placement: str = ""
    tenancy: str = ""


def moves_of(life: Life) -> list[Move]:
    """Every move, oldest first."""
    moves = _homes_in_care(life) if life.care_from is not None else []
    if life.left_on is not None and life.happened(life.left_on):
        _homes_after(life, moves)
    return moves


def _homes_in_care(life: Life) -> list[Move]:
    assert life.care_from is not None
    day = max(life.care_from, life.as_at - _TOLD_FOR)
    until = min(life.left_on or life.as_at, life.last_day)
    fostered = life.chance(0.55) or life.has(Twist.FOSTERED)
    moves: list[Move] = []
    while day < until:
        moves.append(_move_in_care(life, day, fostered))
        day += life.days(240, 900)
    if not fostered and moves and life.is_leaver:
        day = life.day_between(life.turns_16 + timedelta(days=30), life.turns(17))
        if moves[-1].start < day < until and life.chance(0.6):
            moves.append(Move(day, "D", "H5", "licence"))
    if life.has(Twist.SECURE_HOME):
        moves[-1] = moves[-1]._replace(type="C", placement="K1")
    if life.has(Twist.PLACEMENT_NOT_KNOWN):
        moves[-1] = moves[-1]._replace(placement="")
    return moves


def _move_in_care(life: Life, day: date, fostered: bool) -> Move:
    if fostered or day < life.turns(10):
        return Move(day, "", life.rng.choice(("U1", "U4", "U4", "U4", "U6")))
    return Move(day, "C", "K2")


def _homes_after(life: Life, moves: list[Move]) -> None:
    """The homes since care ended; the card may say what the last one is and when it began."""
    assert life.left_on is not None
    day, until = life.left_on, life.as_at
    last = _forced_move(life)
    if last is not None:
        until = last.start
    if moves and moves[-1].type == "D" and life.chance(0.6):
        day += life.days(90, 280)
    kind = _first_kind(life, moves)
    while day < until and life.happened(day):
        moves.append(Move(day, kind, tenancy=_tenancy(life, kind, day)))
        day = _moved_on(life, day, kind)
        kind = _next_kind(life, kind)
    if last is not None:
        moves.append(last)


def _first_kind(life: Life, moves: list[Move]) -> str:
    if life.has(Twist.CUSTODY_AT_16):
        return "X"
    if life.has(Twist.WITH_PARENT, Twist.BROKE_DOWN, Twist.HOME_SIX_MONTHS, Twist.GUARDIANSHIP):
        return "B"
    if life.has(Twist.STAYING_PUT, Twist.STAYING_PUT_MISSING, Twist.STAYING_PUT_ENDED):
        return "Z"
    fostered = bool(moves) and moves[-1].placement.startswith("U")
    if fostered and life.left_on == life.turns_18 and life.chance(0.4):
        return "Z"
    return life.rng.choices("DUEBTK", (36, 27, 14, 13, 5, 5))[0]


def _next_kind(life: Life, kind: str) -> str:
    if kind == "X" or life.has(Twist.BROKE_DOWN):
        return "D"
    return life.rng.choices("UDBTKEY", (68, 8, 9, 4, 6, 3, 2))[0]


def _moved_on(life: Life, day: date, kind: str) -> date:
    detained = life.facts["circumstances"] if life.has(Twist.CUSTODY_AT_16) else []
    if kind == "X" and detained:
        return detained[0].end or life.as_at
    if kind == "B" and life.has(Twist.BROKE_DOWN) and life.relevant_on:
        return life.relevant_on
    if kind == "B" and life.has(Twist.WITH_PARENT, Twist.HOME_SIX_MONTHS, Twist.GUARDIANSHIP):
        return life.as_at
    if kind == "Z" and life.has(Twist.STAYING_PUT, Twist.STAYING_PUT_MISSING):
        return life.turns_21
    later = day + life.days(*_STAYS.get(kind, _STAY))
    return min(later, life.turns_21) if kind == "Z" else later


def _forced_move(life: Life) -> Move | None:
    kind = next((_FORCED[twist] for twist in _FORCED if life.has(twist)), "")
    if not kind:
        return None
    assert life.left_on is not None
    ago = next((_BEGAN[twist] for twist in _BEGAN if life.has(twist)), None)
    if ago is None:
        ago = (200, 420) if kind in "UK" else (65, 150)
    start = max(life.as_at - life.days(*ago), life.left_on + timedelta(days=1))
    return Move(start, kind, tenancy=_tenancy(life, kind, start, is_last=True))


def _tenancy(life: Life, kind: str, day: date, is_last: bool = False) -> str:
    if kind in NOWHERE:
        return "none"
    if kind != "U":
        return _TENANCIES.get(kind, "licence")
    if life.has(Twist.TENANCY_NOT_KNOWN):
        return ""
    if life.has(Twist.JOINT_TENANCY):
        return "joint"
    first_tenancy_lately = life.has(Twist.JUST_SETTLED, Twist.JUST_MOVED) and not is_last
    if day < life.turns_18 or first_tenancy_lately:
        return "licence"
    if life.has(Twist.OWN_TENANCY):
        return "own"
    return life.rng.choices(("own", "joint", "licence"), (70, 14, 16))[0]
