"""What leave to remain has each made-up young person from abroad? One grant after another."""

from datetime import date, timedelta

from carelink.facts import Immigration
from db.made_up.life import Life
from db.made_up.twists import Twist

FROM_ABROAD = (
    Twist.LEAVE_AS_A_CHILD,
    Twist.LEAVE_LIMITED,
    Twist.LEAVE_REFUGEE,
    Twist.LEAVE_HUMANITARIAN,
    Twist.LEAVE_SETTLED,
    Twist.LEAVE_BRITISH,
    Twist.LEAVE_PENDING,
    Twist.LEAVE_EXPIRED,
)
_FIVE_YEARS = timedelta(days=1826)


def tell_leave(life: Life) -> None:
    """Every grant of leave, oldest first."""
    if not life.has(*FROM_ABROAD) or life.care_from is None:
        return
    arrived = life.care_from
    if life.has(Twist.LEAVE_PENDING):
        applied = min(arrived + life.days(10, 40), life.last_day)
        _grant(life, "none_applied", None, None, applied)
    elif life.has(Twist.LEAVE_AS_A_CHILD):
        until = max(life.turns(17) + timedelta(days=182), life.as_at + timedelta(days=200))
        _grant(life, "uasc_leave", min(arrived + life.days(60, 150), life.last_day), until, None)
    else:
        _after_the_first(life, arrived)


def _after_the_first(life: Life, arrived: date) -> None:
    """Leave as a child, then what it was followed by; who has settled needs no more."""
    first = arrived + life.days(60, 150)
    over = first + timedelta(days=912)
    if life.has(Twist.LEAVE_REFUGEE, Twist.LEAVE_HUMANITARIAN):
        kind = "refugee" if life.has(Twist.LEAVE_REFUGEE) else "humanitarian"
        granted = max(first, life.as_at - life.days(200, 1200))
        _grant(life, kind, granted, granted + _FIVE_YEARS, None)
    elif life.has(Twist.LEAVE_SETTLED, Twist.LEAVE_BRITISH):
        _grant(life, "uasc_leave", first, over, over - life.days(5, 25))
        granted = min(over + life.days(20, 90), life.last_day)
        _grant(life, "british" if life.has(Twist.LEAVE_BRITISH) else "settled", granted, None, None)
    else:
        ends = life.as_at + life.days(8, 20)
        applied: date | None = None
        if life.has(Twist.LEAVE_EXPIRED):
            ends = life.as_at - life.days(15, 60)
        elif life.has(Twist.LEAVE_APPLIED):
            applied = max(ends - timedelta(days=27), life.as_at - timedelta(days=7))
        elif life.has(Twist.LEAVE_EXPIRING):
            ends = life.as_at + life.days(30, 120)
        _grant(life, "limited", ends - timedelta(days=912), ends, applied)


def _grant(
    life: Life, kind: str, granted: date | None, expires: date | None, applied: date | None
) -> None:
    if applied is not None and not life.happened(applied):
        applied = None
    number = life.rng.randint(100000, 999999)
    life.facts["immigration"].append(
        Immigration(
            life.person_id,
            kind,
            granted,
            expires,
            applied,
            f"INVENTED-{number}",
            life.new_id("immigration"),
        )
    )
