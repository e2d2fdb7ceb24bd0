"""When did each made-up life come into care, and in which rows is the time told?"""

from datetime import date, timedelta

from db.made_up.leave import FROM_ABROAD
from db.made_up.life import Life
from db.made_up.twists import Twist


def came_in(life: Life) -> date:
    """The day they last came into care: many as teenagers, some as small children."""
    if life.has(Twist.LATE_ENTRY):
        latest = min(life.as_at - timedelta(days=140), life.turns_18 - timedelta(days=140))
        return life.day_between(life.turns_16 + timedelta(days=15), latest)
    if life.has(*FROM_ABROAD):
        return life.turns(15) + life.days(-60, 120)
    if life.chance(0.35):
        return life.turns(14) + life.days(0, 420)
    youngest = 8 if life.chance(0.6) else 2
    return life.day_between(life.turns(youngest), life.turns(14))


def in_care(life: Life, start: date, end: date | None, ceased: str = "") -> None:
    """One stretch of care, told in the rows that each change of legal status makes."""
    life.care_from, life.left_on = start, end
    if life.has(Twist.SHORT_BREAKS_TOO):
        short_breaks(life, start - timedelta(days=400))
    if life.has(Twist.RETURNED_TO_CARE):
        earlier = start - life.days(700, 900)
        life.was_in_care(earlier, earlier + life.days(90, 250), "V2", "E4A")
    order = start + life.days(120, 260)
    if life.chance(0.65) and not life.has(*FROM_ABROAD) and order < (end or life.as_at):
        life.was_in_care(start, order, "C1", "X1")
        life.was_in_care(order, end, "C2", ceased)
    else:
        life.was_in_care(start, end, "V2", ceased)


def short_breaks(life: Life, first: date) -> None:
    """A few nights every other month, which never count."""
    for stay in range(4):
        start = first + timedelta(days=60 * stay)
        life.was_in_care(start, start + life.days(2, 6), "V4", "E4A")
