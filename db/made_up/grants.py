"""What came of each made-up young person's money: told of, claimed, spent line by line, saved?"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random

from carelink.facts import Entitlement, Saving, Spending
from db.made_up.health import told_in_full
from db.made_up.leave import FROM_ABROAD
from db.made_up.life import Life

_ALLOWANCE = "setting_up_home_allowance"
# What a first home needs, and about how many pounds it costs.
_BOUGHT: Sequence[tuple[str, int, int]] = (
    ("Bed and mattress", 180, 320),
    ("Cooker", 190, 340),
    ("Fridge freezer", 170, 300),
    ("Washing machine", 180, 290),
    ("Sofa, from the furniture project", 60, 180),
    ("Bedding and towels", 45, 110),
    ("Curtains and a rail", 30, 85),
    ("Carpet for the bedroom", 90, 210),
    ("Pots, plates and cutlery", 35, 95),
    ("Television licence", 169, 170),
    ("Table and two chairs", 40, 120),
    ("Paint and brushes", 25, 70),
)
_TOLD: Sequence[str] = (
    "local_offer",
    "local_housing_allowance",
    "nhs_low_income_scheme",
    "homelessness_priority_need",
    "care_leaver_covenant",
    "rent_guarantor",
)
_FULL_TIME = frozenset({"F1", "F2", "F4", "F5"})
_HOLDERS = ("OneFamily", "The Share Foundation", "Foresters", "A building society")
_APPRENTICE_RAISED = date(2023, 8, 1)
_EARLIER: Mapping[bool, int] = {True: 300_000, False: 100_000}


def tell_grants(life: Life, seed: int) -> None:
    """What was told of, claimed, spent and saved. A random stream of its own."""
    rng = Random(f"{seed}:grants:{life.number}")
    if life.owed_from is None or not life.happened(life.owed_from):
        return
    _tell_papers(life, rng)
    _tell_benefits(life, rng)
    _tell_bursaries(life, rng)
    _tell_savings(life, rng)
    if told_in_full(life):
        _tell_offer(life, rng)
        _tell_spending(life, rng)


def _step(
    life: Life,
    entitlement: str,
    stage: str,
    day: date,
    pence: int | None = None,
    until: date | None = None,
) -> None:
    if not life.happened(day) or day >= (life.date_of_death or date.max):
        return
    step = Entitlement(life.person_id, entitlement, stage, day, pence, until)
    life.facts["entitlements"].append(step._replace(row_id=life.new_id("entitlements")))


def _tell_papers(life: Life, rng: Random) -> None:
    """Identity papers by about 17 and a half; for some they are still to come."""
    day = life.turns_16 + timedelta(days=rng.randint(200, 700))
    if day < life.turns_18 and rng.random() < 0.8:
        _step(life, "identity_documents", "received", day)


def _tell_benefits(life: Life, rng: Random) -> None:
    """Universal Credit for those not in full-time work or learning at 18."""
    at_18 = [a for a in life.facts["activities"] if a.start <= life.turns_18]
    if not at_18 or at_18[-1].code in _FULL_TIME or rng.random() > 0.85:
        return
    ready = life.turns_18 - timedelta(days=rng.randint(3, 27))
    _step(life, "universal_credit_advance_claim", "applied", ready)
    _step(life, "universal_credit", "applied", life.turns_18)
    if rng.random() < 0.8:
        first = life.turns_18 + timedelta(days=rng.randint(33, 48))
        _step(life, "universal_credit", "received", first)


def _tell_bursaries(life: Life, rng: Random) -> None:
    """Each bursary by the activity that opens it; part of them has not come yet."""
    told: set[str] = set()
    for activity in life.facts["activities"]:
        began = activity.start
        if activity.code == "F4" and "F4" not in told:
            told.add("F4")
            pence = _EARLIER[began >= _APPRENTICE_RAISED]
            _claim(life, rng, "apprenticeship_bursary", began, pence, parts=3)
        if activity.code == "F2" and began < life.turns(19) and "F2" not in told:
            told.add("F2")
            pence = rng.choice((60_000, 90_000, 120_000))
            _claim(life, rng, "bursary_16_19", began + timedelta(days=20), pence, parts=1)
        if activity.code == "F1" and began >= life.turns_18 and "F1" not in told:
            told.add("F1")
            if rng.random() < 0.7:
                paid = began + timedelta(days=rng.randint(5, 60))
                _step(life, "higher_education_bursary", "received", paid, 200_000)
            if rng.random() < 0.6:
                christmas = date(life.last_day.year + 1, 1, 10)
                asked = life.last_day - timedelta(days=rng.randint(5, 50))
                if activity.end is None and asked >= began:
                    _step(life, "vacation_accommodation", "granted", asked, until=christmas)


def _claim(
    life: Life, rng: Random, entitlement: str, first: date, pence: int, *, parts: int
) -> None:
    """Applied for, granted, and paid in so many parts; it may stop at any of these."""
    reached = rng.random()
    if reached > 0.25:
        _step(life, entitlement, "applied", first + timedelta(days=7))
    if reached > 0.4:
        _step(life, entitlement, "granted", first + timedelta(days=30), pence)
    for part in range(parts if reached > 0.5 else 0):
        paid = first + timedelta(days=40 + 100 * part)
        _step(life, entitlement, "received", paid, pence // parts)


def _tell_savings(life: Life, rng: Random) -> None:
    """Who holds the account, what the council saved, and whether it was taken over at 18."""
    fund = "junior_isa" if life.has(*FROM_ABROAD) else "child_trust_fund"
    found = life.turns_18 - timedelta(days=rng.randint(20, 300))
    if rng.random() < 0.6:
        pence = rng.randint(21_000, 160_000) if rng.random() < 0.7 else None
        _saved(life, fund, rng.choice(_HOLDERS), found, pence)
        if rng.random() < 0.65:
            _step(life, fund, "received", life.turns_18 + timedelta(days=rng.randint(5, 200)))
    if rng.random() < 0.5:
        _saved(life, "council_savings", "", found, rng.randint(8_000, 240_000))
        if rng.random() < 0.8:
            handed = life.turns_18 + timedelta(days=rng.randint(0, 60))
            _step(life, "council_savings", "received", handed)


def _saved(life: Life, kind: str, provider: str, on: date, pence: int | None) -> None:
    if life.happened(on):
        row_id = life.new_id("savings")
        saving = Saving(life.person_id, kind, provider, on, pence, row_id=row_id)
        life.facts["savings"].append(saving)


def _tell_offer(life: Life, rng: Random) -> None:
    """The local offer gone through with them once, within the last year."""
    day = life.last_day - timedelta(days=rng.randint(10, 360))
    if day > life.turns_18 and rng.random() < 0.7:
        for entitlement in _TOLD[: rng.randint(2, len(_TOLD))]:
            _step(life, entitlement, "told", day)


def _tell_spending(life: Life, rng: Random) -> None:
    """Some things bought from the setting-up-home allowance; a few went a little over."""
    granted = [
        step
        for step in life.facts["entitlements"]
        if step.entitlement == _ALLOWANCE and step.stage == "granted"
    ]
    if not granted:
        return
    left = granted[0].amount_pence or 0
    day = granted[0].on
    for what, least, most in rng.sample(_BOUGHT, rng.randint(3, 9)):
        day += timedelta(days=rng.randint(1, 25))
        pence = rng.randint(least, most) * 100 - rng.choice((0, 1, 5, 50))
        if pence > left or not life.happened(day):
            break
        left -= pence
        receipt = rng.choices(("seen", "missing", "not_needed"), (85, 10, 5))[0]
        _spent(life, day, "spent", pence, what, receipt)
        if rng.random() < 0.04:
            back = day + timedelta(days=rng.randint(3, 20))
            _spent(life, back, "returned", pence, f"{what}, taken back to the shop", "seen")
    if rng.random() < 0.05:
        more = left + rng.randint(1_000, 6_000)
        _spent(life, day, "spent", more, "Carpet and fitting", "missing")


def _spent(life: Life, on: date, kind: str, pence: int, what: str, receipt: str) -> None:
    if life.happened(on):
        worker, row_id = life.worker_on(on), life.new_id("spending")
        line = Spending(life.person_id, _ALLOWANCE, on, kind, pence, what, receipt, worker, row_id)
        life.facts["spending"].append(line)
