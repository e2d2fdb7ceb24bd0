"""Were they told of what they may have, has it reached them, and was the allowance spent?"""

from carelink.figures.contract import Indicator, contract, table_of
from carelink.figures.dividing import IN, OUT, Category, Division, base_of
from carelink.figures.gatherings import ROLL, Member
from carelink.figures.populations import LEFT_CARE
from carelink.figures.subjects.people import LEFT
from carelink.figures.themes import SUPPORT
from carelink.money.claims import claims_of
from carelink.money.ledger import Ledger, ledger_of

TOLD, RECEIVED, ALLOWANCE = "entitlements_told", "entitlements_received", "allowance"
CLAIMS_BASE, ALLOWANCE_BASE = "entitlements_base", "allowance_base"
_GRANT = "setting_up_home_allowance"
_AWARDED = ("granted", "received")
_CANNOT_TELL = Category("cannot_tell", "A fact is missing")
_OPEN = "All who may have something now"
DIVISIONS = (
    base_of("entitlements", "May have something now", "May have something", "Nothing to claim"),
    Division(
        TOLD,
        "Told of what they may have now",
        (
            Category("told_all", "Told of all of it"),
            Category(
                "not_told_all",
                "Not told of all of it",
                (
                    Category("told_some", "Told of some of it"),
                    Category("told_none", "Told of none of it"),
                ),
            ),
            _CANNOT_TELL,
        ),
        total=_OPEN,
    ),
    Division(
        RECEIVED,
        "What they may have now has reached them",
        (
            Category("received_all", "All of it"),
            Category(
                "not_received_all",
                "Not all of it",
                (
                    Category("received_some", "Some of it"),
                    Category("received_none", "None of it"),
                ),
            ),
            _CANNOT_TELL,
        ),
        total=_OPEN,
    ),
    base_of(ALLOWANCE, "Setting-up home allowance awarded", "Awarded", "Not awarded"),
    Division(
        ALLOWANCE,
        "Setting-up home allowance spent",
        (
            Category("all_spent", "All of it"),
            Category(
                "not_all_spent",
                "Not all of it",
                (
                    Category("half_or_more", "Half or more, not all"),
                    Category("under_half", "Less than half"),
                    Category("nothing_spent", "Nothing yet"),
                ),
            ),
            Category("not_known", "An amount is not recorded"),
        ),
        total="All to whom it was awarded",
    ),
)
TABLES = (
    table_of(
        CLAIMS_BASE,
        "Care leavers who may have something now",
        SUPPORT,
        ROLL,
        (CLAIMS_BASE,),
        status=LEFT,
    ),
    table_of(
        TOLD,
        "Told of what they may have",
        SUPPORT,
        ROLL,
        (TOLD,),
        status=LEFT,
        entitlements_base=IN,
    ),
    table_of(
        RECEIVED,
        "What they may have has reached them",
        SUPPORT,
        ROLL,
        (RECEIVED,),
        status=LEFT,
        entitlements_base=IN,
    ),
    table_of(
        ALLOWANCE_BASE,
        "Care leavers to whom the setting-up home allowance was awarded",
        SUPPORT,
        ROLL,
        (ALLOWANCE_BASE,),
        status=LEFT,
    ),
    table_of(
        ALLOWANCE,
        "How much of the setting-up home allowance is spent",
        SUPPORT,
        ROLL,
        (ALLOWANCE,),
        status=LEFT,
        allowance_base=IN,
    ),
)
_CLAIMED = (
    "those to whom something is open on the day that is to be claimed, by the national catalogue "
    "and the council's own offer"
)
_NOT_KNOWN = (
    "those of whom only a missing fact could tell whether they had all of it stay in the base"
)
INDICATORS = (
    Indicator(
        TOLD,
        1,
        "Told of everything they may have",
        SUPPORT,
        TOLD,
        (TOLD, "told_all"),
        contract(
            "those for whom it is recorded of each such thing that they were told, asked for it or "
            "had it",
            base=_CLAIMED,
            not_required="those to whom nothing is open are left out of the base",
            not_known=_NOT_KNOWN,
        ),
        "higher",
    ),
    Indicator(
        RECEIVED,
        1,
        "Received everything they may have",
        SUPPORT,
        RECEIVED,
        (RECEIVED, "received_all"),
        contract(
            "those whom each such thing has reached, in full where its amount is known",
            base=_CLAIMED,
            not_required="those to whom nothing is open are left out of the base",
            not_known=_NOT_KNOWN,
        ),
        "higher",
    ),
    Indicator(
        "allowance_spent",
        1,
        "Setting-up home allowance spent in full",
        SUPPORT,
        ALLOWANCE,
        (ALLOWANCE, "all_spent"),
        contract(
            "those for whom as much was spent as was awarded, less what was given back",
            base="those to whom the allowance was granted or paid by the day",
            not_required="those to whom it was not awarded are left out of the base",
            not_known="those whose award or spending has no amount on record stay in the base",
        ),
        "higher",
    ),
)


def answers(one: Member) -> dict[str, str]:
    """Where one person stands in these."""
    if one.population != ROLL or one.status not in LEFT_CARE:
        return {}
    return {**_claims(one), **_allowance(one)}


def _claims(one: Member) -> dict[str, str]:
    claims = list(claims_of(one.case, one.day, one.gatherings.catalogue))
    known = [claim for claim in claims if not claim.cannot_tell]
    if not claims:
        return {CLAIMS_BASE: OUT}
    if not known:
        return {CLAIMS_BASE: IN, TOLD: "cannot_tell", RECEIVED: "cannot_tell"}
    told, received = sum(c.told for c in known), sum(c.reached for c in known)
    return {
        CLAIMS_BASE: IN,
        TOLD: _how_many("told", told, len(known), len(claims)),
        RECEIVED: _how_many("received", received, len(known), len(claims)),
    }


def _how_many(what: str, some: int, known: int, of: int) -> str:
    """All, some or none; where only what is not known stands between them and all, no answer."""
    if some == known:
        return f"{what}_all" if known == of else "cannot_tell"
    return f"{what}_some" if some else f"{what}_none"


def _allowance(one: Member) -> dict[str, str]:
    awarded = any(
        step.entitlement == _GRANT
        and step.stage in _AWARDED
        and (step.on is None or step.on <= one.day)
        for step in one.case.entitlements
    )
    if not awarded:
        return {ALLOWANCE_BASE: OUT}
    held = ledger_of(one.case, _GRANT, one.day, one.gatherings.catalogue)
    return {ALLOWANCE_BASE: IN, ALLOWANCE: _spent(held)}


def _spent(held: Ledger) -> str:
    if not held.awarded_pence or held.without_amount:
        return "not_known"
    spent = held.spent_pence - held.returned_pence
    if spent >= held.awarded_pence:
        return "all_spent"
    if spent <= 0:
        return "nothing_spent"
    return "half_or_more" if 2 * spent >= held.awarded_pence else "under_half"
