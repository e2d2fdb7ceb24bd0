"""What work or learning did each made-up life do? One activity after another from 16."""

from collections.abc import Mapping
from datetime import timedelta

from carelink.facts import Activity
from db.made_up.life import Life
from db.made_up.twists import Plot, Twist

_SHARES: Mapping[int, Mapping[str, int]] = {
    16: {"F2": 64, "P2": 6, "F4": 8, "F5": 6, "P5": 3, "G5": 10, "G4": 3},
    18: {"F2": 22, "F1": 9, "F4": 8, "F5": 20, "P5": 8, "P2": 5, "G5": 17, "G4": 6, "G6": 5},
    21: {"F1": 9, "F5": 34, "P5": 10, "F4": 5, "P2": 4, "G5": 20, "G4": 9, "G6": 9},
}
_LEARNING = {Plot.PROGRAMME_CONTINUES: ("F1", "F2"), Plot.EDUCATION_SUPPORT: ("F1", "F2", "P2")}
_TOLD_FOR = timedelta(days=1830)


def tell_activities(life: Life) -> None:
    """Every activity, oldest first, mostly without a gap; the last one goes on."""
    day = max(life.turns_16, life.as_at - _TOLD_FOR)
    if not (life.care_from or life.left_on) or life.card.plot is Plot.PRE_16:
        return
    while life.happened(day):
        code = _code(life, (day - life.born).days // 365)
        until = day + life.days(120, 420)
        last = not life.happened(until)
        if last and life.has(Twist.OUT_OF_TOUCH):
            code = "0"
        if last and life.card.plot in _LEARNING:
            code = life.rng.choice(_LEARNING[life.card.plot])
        life.facts["activities"].append(
            Activity(
                life.person_id,
                day,
                None if last else until,
                code,
                row_id=life.new_id("activities"),
            )
        )
        day = until + (life.days(10, 60) if life.chance(0.05) else timedelta())


def _code(life: Life, age: int) -> str:
    shares = _SHARES[16 if age < 18 else 18 if age < 21 else 21]
    return life.rng.choices(list(shares), list(shares.values()))[0]
