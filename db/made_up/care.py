"""How did each made-up life come into care and out of it? One path for each plot."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from db.made_up.into_care import came_in, in_care, short_breaks
from db.made_up.life import Life
from db.made_up.twists import Plot, Twist

PRESCRIBED = timedelta(days=91)
_DAY = timedelta(days=1)


def _pre_16(life: Life) -> None:
    in_care(life, life.day_between(life.turns(8), life.turns(13)), None)


def _eligible(life: Life) -> None:
    start = came_in(life)
    in_care(life, start, None)
    life.eligible_on = max(life.turns_16, start + PRESCRIBED)


def _not_yet_eligible(life: Life) -> None:
    start = life.as_at - life.days(10, 80)
    life.care_from = start
    life.was_in_care(start, None, "V2", "")


def _relevant(life: Life) -> None:
    start = came_in(life)
    if life.has(Twist.CUSTODY_AT_16):
        _custody_at_16(life, start)
        return
    life.eligible_on = max(life.turns_16, start + PRESCRIBED)
    if life.has(Twist.BROKE_DOWN):
        left = life.turns_16 + life.days(25, 60)
        over = left + life.days(190, 250)
        life.was_so("living_with_parent", left, over)
        life.relevant_on = over
    else:
        left = max(life.as_at - life.days(25, 150), life.turns_16 + timedelta(days=35))
        life.relevant_on = left
    if life.has(Twist.WITH_PARENT):
        life.was_so("living_with_parent", left, None)
    in_care(life, start, left, "E4A" if life.has(Twist.WITH_PARENT, Twist.BROKE_DOWN) else "E6")


def _custody_at_16(life: Life, start: date) -> None:
    detained = life.turns_16 - life.days(30, 120)
    released = life.turns_16 + life.days(60, 150)
    life.care_from, life.left_on, life.relevant_on = start, detained, life.turns_16
    life.was_in_care(start, detained, "V2", "E9")
    life.was_so("detained_or_in_hospital", detained, released if life.happened(released) else None)


def _former_relevant(life: Life) -> None:
    start = came_in(life)
    life.eligible_on = max(life.turns_16, start + PRESCRIBED)
    left = life.turns_18
    if life.has(Twist.LEFT_AT_17):
        left = life.day_between(life.turns(17) - timedelta(days=60), left - timedelta(days=60))
        life.relevant_on = left
    in_care(life, start, left, "E5" if left == life.turns_18 else "E6")


def _programme_continues(life: Life) -> None:
    _former_relevant(life)
    begun = life.day_between(life.turns(19), life.turns_21 - timedelta(days=30))
    until = life.as_at + life.days(60, 400)
    life.was_so("programme_in_plan", begun, until, "Course named in the pathway plan")


def _education_support(life: Life) -> None:
    _asked_for(life, "education_request", "Wishes to study")


def _support_21_to_25(life: Life) -> None:
    if life.has(Twist.ASKED_AGAIN):
        first = life.turns_21 + life.days(30, 90)
        life.was_so("support_request", first, first + life.days(60, 150))
    _asked_for(life, "support_request")


def _asked_for(life: Life, kind: str, detail: str = "") -> None:
    _former_relevant(life)
    earliest = life.turns_21 + timedelta(days=250 if life.has(Twist.ASKED_AGAIN) else 20)
    asked = life.day_between(earliest, life.as_at - timedelta(days=20))
    if life.has(Twist.REQUEST_NOT_ANSWERED):
        asked = max(life.as_at - life.days(110, 170), life.turns_21 + _DAY)
    life.request_on = asked
    life.was_so(kind, asked, None, detail)


def _offer_21_to_25(life: Life) -> None:
    _former_relevant(life)
    if life.has(Twist.SUPPORT_DECLINED):
        asked = life.turns_21 + life.days(40, 150)
        life.was_so("support_request", asked, asked + life.days(60, 200))


def _qualifying(life: Life) -> None:
    if life.has(Twist.GUARDIANSHIP):
        order = life.day_between(life.turns(10), life.turns(15))
        in_care(life, life.day_between(life.turns(3), life.turns(9)), order, "E43")
        life.was_so("special_guardianship", order, None, "was_looked_after")
    elif life.has(Twist.HOME_SIX_MONTHS):
        left = life.turns_16 + life.days(60, 380)
        in_care(life, came_in(life), left, "E4A")
        life.was_so("living_with_parent", left, None)
    elif life.has(Twist.TOO_FEW_DAYS):
        life.care_from, life.left_on = life.turns_18 - life.days(40, 90), life.turns_18
        life.was_in_care(life.care_from, life.left_on, "V2", "E5")
    else:
        life.left_on = life.turns(17) + life.days(0, 150)
        life.was_so("other_s24", life.turns_16 - life.days(20, 200), life.left_on, "Hospital")


def _died(life: Life) -> None:
    _former_relevant(life)
    day = max(life.as_at - life.days(60, 300), life.turns_18 + timedelta(days=40))
    life.last_day = day - _DAY
    if not life.has(Twist.DAY_OF_DEATH_NOT_KNOWN):
        life.date_of_death = day


def _none(life: Life) -> None:
    if life.has(Twist.PAST_25):
        _former_relevant(life)
        life.last_day = life.turns(25) - _DAY
    elif life.has(Twist.ADOPTED):
        adopted = life.day_between(life.turns(7), life.turns(11))
        in_care(life, life.day_between(life.turns(2), life.turns(6)), adopted, "E12")
    else:
        short_breaks(life, life.turns(15))


def _cannot_tell(life: Life) -> None:
    if life.has(Twist.NO_DATE_OF_BIRTH):
        _former_relevant(life)
    elif life.has(Twist.NO_FIRST_DAY):
        life.facts["care_periods"].clear()
        life.left_on = life.turns_18
        life.was_in_care(life.turns_16, life.turns_18, "V2", "E5")
        life.facts["care_periods"][0] = life.facts["care_periods"][0]._replace(start=None)
    else:
        life.left_on = life.turns_18


PATHS: Mapping[Plot, Callable[[Life], None]] = {
    Plot.PRE_16: _pre_16,
    Plot.NOT_YET_ELIGIBLE: _not_yet_eligible,
    Plot.ELIGIBLE: _eligible,
    Plot.RELEVANT: _relevant,
    Plot.FORMER_RELEVANT: _former_relevant,
    Plot.PROGRAMME_CONTINUES: _programme_continues,
    Plot.EDUCATION_SUPPORT: _education_support,
    Plot.SUPPORT_21_TO_25: _support_21_to_25,
    Plot.OFFER_21_TO_25: _offer_21_to_25,
    Plot.QUALIFYING: _qualifying,
    Plot.QUALIFYING_21_TO_25: _qualifying,
    Plot.DIED: _died,
    Plot.NONE: _none,
    Plot.CANNOT_TELL: _cannot_tell,
}
