"""Who is in the made-up roll, and in what proportions? Two hundred cards, dealt over and over.

The first sixty hold every status, the two hundred every edge of the duties. About a quarter of
the cards carry something left undone, so that the rest look like a decently run team. Ages are
spread as in a team like Medway's: most people are 18 to 20.
"""

from random import Random
from typing import NamedTuple

from db.made_up.twists import Plot, Twist

P, T = Plot, Twist


class Card(NamedTuple):
    """One kind of life: its plot, the ages it may have on the day, and what is unusual in it."""

    plot: Plot
    youngest: float
    oldest: float
    twists: frozenset[Twist] = frozenset()


def _cards(count: int, plot: Plot, youngest: float, oldest: float, *twists: Twist) -> list[Card]:
    return [Card(plot, youngest, oldest, frozenset(twists))] * count


# Every status, in what would be a small team of sixty.
_FIRST: list[Card] = [
    *_cards(3, P.ELIGIBLE, 16.5, 17.9),
    *_cards(2, P.ELIGIBLE, 16.3, 17.9, T.FOSTERED),
    *_cards(1, P.ELIGIBLE, 16.02, 16.2),
    *_cards(1, P.ELIGIBLE, 16.6, 17.4, T.LEAVE_AS_A_CHILD),
    *_cards(1, P.ELIGIBLE, 16.4, 16.9, T.PLAN_LATE),
    *_cards(1, P.ELIGIBLE, 17.6, 17.9, T.PANEL_LATE),
    *_cards(1, P.NOT_YET_ELIGIBLE, 16.5, 17.7),
    *_cards(1, P.RELEVANT, 16.8, 17.9, T.WITH_PARENT),
    *_cards(1, P.RELEVANT, 16.6, 17.4, T.CUSTODY_AT_16),
    *_cards(17, P.FORMER_RELEVANT, 18.02, 20.95),
    *_cards(2, P.FORMER_RELEVANT, 18.1, 20.6, T.FOSTERED, T.STAYING_PUT),
    *_cards(2, P.FORMER_RELEVANT, 18.3, 20.9, T.CONTACT_LATE),
    *_cards(2, P.FORMER_RELEVANT, 18.8, 20.9, T.REVIEW_LATE),
    *_cards(1, P.FORMER_RELEVANT, 18.8, 20.9, T.CHECK_LATE),
    *_cards(1, P.FORMER_RELEVANT, 18.8, 20.9, T.IN_CUSTODY),
    *_cards(1, P.FORMER_RELEVANT, 18.8, 20.5, T.LEFT_AT_17, T.HOME_LODGINGS),
    *_cards(1, P.FORMER_RELEVANT, 18.4, 20.5, T.LEAVE_REFUGEE),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.5, T.PROVIDED_NOT_KNOWN, T.HOME_SEMI_INDEPENDENT),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.5, T.NO_CONTACT_EVER),
    *_cards(2, P.PROGRAMME_CONTINUES, 21.05, 22.9),
    *_cards(2, P.EDUCATION_SUPPORT, 21.3, 23.9),
    *_cards(2, P.SUPPORT_21_TO_25, 21.3, 23.9),
    *_cards(4, P.OFFER_21_TO_25, 21.1, 24.9),
    *_cards(1, P.OFFER_21_TO_25, 22.3, 24.5, T.OFFER_LATE),
    *_cards(1, P.QUALIFYING, 16.3, 20.5, T.GUARDIANSHIP),
    *_cards(1, P.QUALIFYING, 17.8, 20.5, T.HOME_SIX_MONTHS),
    *_cards(1, P.QUALIFYING_21_TO_25, 21.2, 24.5, T.TOO_FEW_DAYS),
    *_cards(1, P.DIED, 18.5, 20.5),
    *_cards(1, P.NONE, 25.1, 25.8, T.PAST_25),
    *_cards(1, P.PRE_16, 14.5, 15.9),
    *_cards(1, P.CANNOT_TELL, 18.2, 20.5, T.NO_DATE_OF_BIRTH),
    *_cards(1, P.CANNOT_TELL, 18.2, 20.5, T.NO_HISTORY),
]

_ELIGIBLE: list[Card] = [
    *_cards(4, P.ELIGIBLE, 16.4, 17.95),
    *_cards(3, P.ELIGIBLE, 16.3, 17.95, T.FOSTERED),
    *_cards(1, P.ELIGIBLE, 16.02, 16.24),
    *_cards(1, P.ELIGIBLE, 17.05, 17.45, T.LEAVE_AS_A_CHILD, T.LEGAL_HELP_LATE),
    *_cards(1, P.ELIGIBLE, 17.1, 17.9, T.LEAVE_REFUGEE),
    *_cards(1, P.ELIGIBLE, 16.5, 17.5, T.LEAVE_PENDING),
    *_cards(1, P.ELIGIBLE, 16.5, 17.9, T.LATE_ENTRY),
    *_cards(1, P.ELIGIBLE, 17.3, 17.9, T.RETURNED_TO_CARE, T.SHORT_BREAKS_TOO),
    *_cards(1, P.ELIGIBLE, 16.6, 17.4, T.FOSTERED, T.PLACEMENT_NOT_KNOWN),
    *_cards(1, P.ELIGIBLE, 16.45, 16.9, T.ASSESSMENT_LATE),
    *_cards(1, P.ELIGIBLE, 17.6, 17.9, T.HOUSING_PLAN_LATE, T.INTRODUCTION_LATE),
    *_cards(1, P.ELIGIBLE, 17.6, 17.9, T.FOSTERED, T.DECISION_LATE),
    *_cards(1, P.ELIGIBLE, 17.1, 17.35, T.FOSTERED, T.DECISION_DECLINED, T.PANEL_NOT_REQUIRED),
    *_cards(1, P.ELIGIBLE, 16.4, 17.3, T.NEVER_ALLOCATED),
    *_cards(1, P.ELIGIBLE, 17.1, 17.9, T.SECURE_HOME),
]

_RELEVANT: list[Card] = [
    *_cards(2, P.NOT_YET_ELIGIBLE, 16.4, 17.8),
    *_cards(1, P.RELEVANT, 17.2, 17.9, T.BROKE_DOWN),
    *_cards(1, P.RELEVANT, 16.8, 17.9, T.HOME_SEMI_INDEPENDENT),
    *_cards(1, P.RELEVANT, 16.5, 16.9, T.CUSTODY_AT_16, T.ASSESSMENT_LATE),
]

_FORMER_RELEVANT: list[Card] = [
    *_cards(27, P.FORMER_RELEVANT, 18.02, 20.95),
    *_cards(3, P.FORMER_RELEVANT, 18.1, 20.4, T.FOSTERED, T.STAYING_PUT),
    *_cards(1, P.FORMER_RELEVANT, 20.1, 20.9, T.FOSTERED, T.STAYING_PUT, T.REVIEW_LATE),
    *_cards(1, P.FORMER_RELEVANT, 20.6, 20.9, T.FOSTERED, T.STAYING_PUT, T.MOVE_ON_LATE),
    *_cards(1, P.FORMER_RELEVANT, 18.4, 20.5, T.FOSTERED, T.STAYING_PUT_MISSING),
    *_cards(1, P.FORMER_RELEVANT, 19.4, 20.8, T.FOSTERED, T.STAYING_PUT_ENDED, T.OWN_TENANCY),
    *_cards(2, P.FORMER_RELEVANT, 19.0, 20.9, T.OWN_TENANCY),
    *_cards(1, P.FORMER_RELEVANT, 19.0, 20.9, T.JOINT_TENANCY, T.LEAVE_BRITISH),
    *_cards(1, P.FORMER_RELEVANT, 18.4, 20.9, T.LEFT_AT_17, T.LEAVE_HUMANITARIAN),
    *_cards(1, P.FORMER_RELEVANT, 18.3, 20.9, T.LEFT_AT_17, T.OVERLAPPING_PERIODS),
    *_cards(1, P.FORMER_RELEVANT, 17.0, 20.99, T.LEAP_DAY),
    *_cards(1, P.FORMER_RELEVANT, 18.3, 20.9, T.CONTACT_LATE),
    *_cards(1, P.FORMER_RELEVANT, 18.3, 20.9, T.CONTACT_LATE, T.SNOOZED),
    *_cards(1, P.FORMER_RELEVANT, 18.3, 20.9, T.CONTACT_LATE, T.HOME_SEMI_INDEPENDENT),
    *_cards(1, P.FORMER_RELEVANT, 18.8, 20.9, T.REVIEW_LATE),
    *_cards(1, P.FORMER_RELEVANT, 18.8, 20.9, T.REVIEW_LATE, T.CONTACT_LATE),
    *_cards(1, P.FORMER_RELEVANT, 18.8, 20.9, T.OUT_OF_TOUCH),
    *_cards(1, P.FORMER_RELEVANT, 18.8, 20.9, T.OUT_OF_TOUCH, T.ADDRESS_NOT_KNOWN),
    *_cards(1, P.FORMER_RELEVANT, 18.8, 20.9, T.HOME_SEMI_INDEPENDENT, T.VISIT_LATE),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.9, T.HOME_SEMI_INDEPENDENT, T.MOVE_NOT_VISITED),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.9, T.HOME_SEMI_INDEPENDENT, T.MOVE_NOT_REVIEWED),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.9, T.HOME_SEMI_INDEPENDENT, T.JUST_MOVED),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.9, T.OWN_TENANCY, T.JUST_MOVED),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.9, T.NO_FIXED_HOME),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.9, T.BED_AND_BREAKFAST),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.9, T.EMERGENCY_HOME),
    *_cards(1, P.FORMER_RELEVANT, 18.9, 20.9, T.GONE_ABROAD),
    *_cards(1, P.FORMER_RELEVANT, 18.9, 20.9, T.DEPORTED, T.LEAVE_EXPIRED),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.9, T.NO_HOME),
    *_cards(1, P.FORMER_RELEVANT, 19.0, 20.9, T.TENANCY_NOT_KNOWN),
    *_cards(1, P.FORMER_RELEVANT, 19.0, 20.9, T.HOME_START_NOT_KNOWN),
    *_cards(1, P.FORMER_RELEVANT, 19.0, 20.9, T.OWN_TENANCY, T.TAX_LATE),
    *_cards(1, P.FORMER_RELEVANT, 19.0, 20.9, T.OWN_TENANCY, T.JUST_SETTLED, T.AWARDS_LATE),
    *_cards(1, P.FORMER_RELEVANT, 19.0, 20.9, T.OWN_TENANCY, T.JUST_SETTLED, T.AWARDS_REFUSED),
    *_cards(1, P.FORMER_RELEVANT, 19.0, 20.9, T.OWN_TENANCY, T.JUST_MOVED, T.AWARDS_DECLINED),
    *_cards(1, P.FORMER_RELEVANT, 18.3, 18.9, T.HISTORY_LATE),
    *_cards(1, P.FORMER_RELEVANT, 20.78, 20.95, T.TALK_AT_21_LATE, T.REVIEW_LATE),
    *_cards(1, P.FORMER_RELEVANT, 20.3, 20.7, T.TALK_NOT_REQUIRED, T.OWN_TENANCY),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.9, T.VACANCY),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.9, T.VACANCY_NEW),
    *_cards(1, P.FORMER_RELEVANT, 19.3, 19.6, T.BIRTHDAY_CONTACT_LATE, T.CHECK_LATE),
    *_cards(1, P.FORMER_RELEVANT, 18.9, 20.9, T.PLAN_UNDATED),
    *_cards(1, P.FORMER_RELEVANT, 18.9, 20.9, T.NO_PLAN),
    *_cards(1, P.FORMER_RELEVANT, 18.9, 20.9, T.REVIEW_ASKED, T.LEAVE_SETTLED),
    *_cards(1, P.FORMER_RELEVANT, 18.9, 20.9, T.REVIEW_ASKED_LATE),
    *_cards(1, P.FORMER_RELEVANT, 18.6, 20.9, T.EVERY_FOUR_WEEKS),
    *_cards(1, P.FORMER_RELEVANT, 18.6, 20.9, T.EVERY_TWELVE_WEEKS, T.LEAVE_NOT_KNOWN),
    *_cards(1, P.FORMER_RELEVANT, 18.5, 20.9, T.LEAVE_LIMITED, T.LEAVE_APPLIED),
    *_cards(1, P.FORMER_RELEVANT, 18.3, 20.9, T.LEAVE_LIMITED, T.LEAVE_EXPIRING),
]

_FROM_21: list[Card] = [
    *_cards(3, P.PROGRAMME_CONTINUES, 21.05, 22.9),
    *_cards(2, P.EDUCATION_SUPPORT, 21.3, 23.9),
    *_cards(1, P.EDUCATION_SUPPORT, 21.7, 23.9, T.REQUEST_NOT_ANSWERED),
    *_cards(1, P.EDUCATION_SUPPORT, 24.3, 24.7, T.EVERY_TWELVE_WEEKS),
    *_cards(2, P.SUPPORT_21_TO_25, 21.3, 23.9),
    *_cards(1, P.SUPPORT_21_TO_25, 22.3, 23.9, T.ASKED_AGAIN),
    *_cards(1, P.SUPPORT_21_TO_25, 21.8, 23.9, T.REQUEST_NOT_ANSWERED),
    *_cards(1, P.SUPPORT_21_TO_25, 24.8, 24.95, T.CLOSURE_LATE),
    *_cards(6, P.OFFER_21_TO_25, 21.1, 24.9),
    *_cards(2, P.OFFER_21_TO_25, 21.3, 24.9, T.OFFER_REFUSED),
    *_cards(2, P.OFFER_21_TO_25, 22.3, 24.9, T.SUPPORT_DECLINED),
    *_cards(1, P.OFFER_21_TO_25, 21.2, 24.9, T.NEVER_OFFERED),
    *_cards(1, P.OFFER_21_TO_25, 21.2, 21.7, T.LEFT_AT_17),
]

_OTHERS: list[Card] = [
    *_cards(1, P.QUALIFYING, 18.3, 20.5, T.GUARDIANSHIP),
    *_cards(1, P.QUALIFYING, 18.2, 20.5, T.HOME_SIX_MONTHS),
    *_cards(1, P.QUALIFYING, 18.1, 20.5, T.TOO_FEW_DAYS),
    *_cards(1, P.QUALIFYING, 18.1, 20.5, T.OTHER_GROUND),
    *_cards(2, P.QUALIFYING_21_TO_25, 21.2, 24.5, T.GUARDIANSHIP),
    *_cards(1, P.DIED, 18.5, 20.5, T.DAY_OF_DEATH_NOT_KNOWN),
    *_cards(1, P.NONE, 16.5, 19.5, T.SHORT_BREAKS_ONLY),
    *_cards(1, P.NONE, 17.0, 20.0, T.ADOPTED),
    *_cards(2, P.PRE_16, 14.2, 15.97),
    *_cards(1, P.CANNOT_TELL, 17.2, 20.5, T.NO_HISTORY),
    *_cards(1, P.CANNOT_TELL, 18.2, 20.5, T.NO_FIRST_DAY),
]
_REST = [*_ELIGIBLE, *_RELEVANT, *_FORMER_RELEVANT, *_FROM_21, *_OTHERS]


def shuffled_deck(seed: int) -> list[Card]:
    """The deck in the order it is dealt: the first sixty stay first, each part shuffled."""
    rng = Random(f"{seed}:deck")
    first, rest = list(_FIRST), list(_REST)
    rng.shuffle(first)
    rng.shuffle(rest)
    return first + rest
