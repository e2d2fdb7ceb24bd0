"""Which help with money did each made-up young person get, and how far did each award come?"""

from datetime import date

from carelink.facts import Entitlement, Home
from db.made_up.life import Life

_TENANT = {"own", "joint"}
_ALLOWANCE, _INSURANCE = "setting_up_home_allowance", "home_contents_insurance"
_TAX = "council_tax_relief"


def tell_money(life: Life) -> None:
    """Told, applied and granted for each tenancy; council tax again each March."""
    if not life.is_leaver:
        return
    tenancies = [home for home in life.homes() if home.tenancy in _TENANT and home.start]
    for place, home in enumerate(tenancies):
        assert home.start is not None
        if place == 0:
            _award(life, _ALLOWANCE, home.start, 300_000)
            _award(life, _INSURANCE, home.start, 4_200)
        _tax_relief(life, home)
    _bursary(life)


def _tax_relief(life: Life, home: Home) -> None:
    """Awarded in the month after the move, and in March for each year that follows."""
    assert home.start is not None
    first = max(home.start, life.turns_18)
    until = min(home.end or life.as_at, life.turns(25))
    awarded = _award(life, _TAX, first, None)
    year = awarded.year + (awarded.month >= 3)
    while (day := date(year, 3, life.rng.randint(3, 29))) < until:
        _step(life, _TAX, "granted", day)
        year += 1


def _award(life: Life, entitlement: str, first: date, pence: int | None) -> date:
    """Told at once, applied within days, granted within the month."""
    _step(life, entitlement, "told", first)
    applied = first + life.days(2, 9)
    _step(life, entitlement, "applied", applied)
    granted = applied + life.days(4, 15)
    _step(life, entitlement, "granted", granted, pence)
    if pence and life.chance(0.7):
        _step(life, entitlement, "received", granted + life.days(1, 3), pence)
    return granted


def _bursary(life: Life) -> None:
    for activity in life.facts["activities"]:
        if activity.code == "F1" and activity.start >= life.turns_18:
            _step(life, "higher_education_bursary", "granted", activity.start, 200_000)
            return


def _step(life: Life, entitlement: str, stage: str, day: date, pence: int | None = None) -> None:
    told = life.facts["entitlements"]
    # Two homes within days of each other: one application, written down once.
    if not life.happened(day) or any(step[1:4] == (entitlement, stage, day) for step in told):
        return
    told.append(
        Entitlement(
            life.person_id, entitlement, stage, day, pence, row_id=life.new_id("entitlements")
        )
    )
