"""What was done at the ages that ask for something? Before 18, in each home, at 21 and after."""

from datetime import date, timedelta

from carelink.facts import Event, Home
from db.made_up.life import Life
from db.made_up.team import manager_of, nurse_of
from db.made_up.twists import Plot, Twist

_DAY = timedelta(days=1)
_NOT_CHECKED = {"X", "G", "H"}
_CHECKED_AT_ONCE = {"S", "V", "W"}
_OFFERED_TO = {
    Plot.OFFER_21_TO_25,
    Plot.EDUCATION_SUPPORT,
    Plot.SUPPORT_21_TO_25,
    Plot.NONE,
}


def tell_milestones(life: Life) -> None:
    """Every event, in the order of the subjects; all in time, unless a slip takes one away."""
    if life.is_leaver:
        _before_18(life)
        _staying_put(life)
        _at_21_and_25(life)
        _offers(life)
        _checks(life)


def _before_18(life: Life) -> None:
    """The half-year before 18: panel, housing plan, adviser, health history, legal help."""
    at_17, at_18 = life.turns(17), life.turns_18
    half = at_18 - timedelta(days=184)
    _event(life, "transitions_panel", _by(life, at_17 + _DAY, half), "done", manager_of(life))
    planned = _by(life, life.turns_16 + timedelta(days=200), half)
    _event(life, "housing_plan_agreed", planned, "done")
    if life.eligible_on and (life.left_on is None or life.left_on > half):
        _event(life, "pa_introduction", _by(life, at_17 - timedelta(days=90), half), "done")
    given = _by(life, at_18 - timedelta(days=250), at_18 - timedelta(days=8))
    _event(life, "health_history_given", given, "done", nurse_of(life))
    if life.has(Twist.LEAVE_AS_A_CHILD):
        heard = _by(life, life.turns_16 + timedelta(days=10), at_17 - timedelta(days=30))
        _event(life, "legal_appointment", heard, "done", detail="Solicitor, with interpreter")


def _staying_put(life: Life) -> None:
    """Decided at 16 and again at 17 with those in a foster home, and a plan before 21."""
    for age, last in ((16, 165), (17, 165)):
        first = life.turns(age)
        asked = _by(life, first + timedelta(days=40), first + timedelta(days=last))
        if asked < (life.left_on or life.as_at) and _is_fostered(life, asked):
            _event(life, "staying_put_decision", asked, "yes" if life.chance(0.6) else "no")
    at_20 = life.turns(20)
    planned = life.day_between(at_20 + _DAY, at_20 + timedelta(days=160))
    if any(home.type == "Z" and (home.end or life.as_at) > planned for home in life.homes()):
        _event(life, "move_on_plan", planned, "done")


def _is_fostered(life: Life, day: date) -> bool:
    home = _home_on(life, day)
    return home is not None and (
        home.placement.startswith("U") or life.has(Twist.PLACEMENT_NOT_KNOWN)
    )


def _home_on(life: Life, day: date) -> Home | None:
    return next(
        (
            home
            for home in life.homes()
            if home.start and home.start <= day and (home.end is None or day < home.end)
        ),
        None,
    )


def _by(life: Life, first: date, last: date) -> date:
    """A day in time; who came late to these duties has it done as they come under them."""
    owed_from = life.owed_from or first
    if owed_from > last:
        return max(owed_from - life.days(0, 9), life.turns_16)
    return life.day_between(max(first, owed_from), last)


def _at_21_and_25(life: Life) -> None:
    at_20, at_24 = life.turns(20), life.turns(24)
    talked = life.day_between(at_20 + timedelta(days=20), at_20 + timedelta(days=255))
    _event(life, "turning_21_talk", talked, "done")
    if life.asked_for_support:
        summed_up = life.day_between(at_24 + timedelta(days=20), at_24 + timedelta(days=250))
        _event(life, "closure_summary", summed_up, "done")


def _offers(life: Life) -> None:
    """From 21 an offer each year, until they ask for support."""
    if life.card.plot not in _OFFERED_TO:
        return
    day = life.turns_21 + life.days(2, 25)
    until = min(life.request_on or life.as_at, life.turns(25))
    while day < until:
        outcome = "no" if life.chance(0.35) else "yes" if life.chance(0.3) else ""
        _event(life, "support_offer", day, outcome)
        day += life.days(300, 358)


def _checks(life: Life) -> None:
    """Each home out of care is looked at within a week, then at least every six months."""
    if life.left_on is None:
        return
    for home in life.homes():
        day = _first_check(life, home)
        while day is not None and day < min(home.end or life.as_at, life.guided_until):
            _event(life, "suitability_check", day, "no" if home.suitable == "2" else "yes")
            day += life.days(140, 176)


def _first_check(life: Life, home: Home) -> date | None:
    start = home.start or home.known_on
    if start is None or life.left_on is None or home.type in _NOT_CHECKED:
        return None
    if home.end is not None and home.end <= life.left_on:
        return None
    if start < life.left_on:
        return max(start, life.left_on - life.days(5, 100))
    return start if home.type in _CHECKED_AT_ONCE else start + life.days(0, 7)


def _event(
    life: Life, kind: str, day: date, outcome: str, worker_id: str = "", detail: str = ""
) -> None:
    if not life.happened(day):
        return
    life.facts["events"].append(
        Event(
            life.new_id("events"),
            life.person_id,
            kind,
            day,
            outcome,
            worker_id or life.worker_on(day) or life.worker_on(day, "social_worker"),
            detail,
        )
    )
