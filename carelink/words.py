"""The statutory vocabulary: every code CareLink stores, and the words it is shown by."""

import re
from enum import StrEnum

# What any text may hold: this much, and no control character. Word leaves vertical tabs and form
# feeds in what is pasted from it, so those may stand, like tabs and line ends.
LONGEST_TEXT = 100_000
UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


class Status(StrEnum):
    """Where a young person stands in leaving-care law on a day. Source: rules of status.py."""

    PRE_16 = "pre_16"
    NOT_YET_ELIGIBLE = "looked_after_not_yet_eligible"
    ELIGIBLE = "eligible"
    RELEVANT = "relevant"
    FORMER_RELEVANT = "former_relevant"
    PROGRAMME_CONTINUES = "former_relevant_programme_continues"
    EDUCATION_SUPPORT = "education_support"
    SUPPORT_21_TO_25 = "support_21_to_25"
    OFFER_21_TO_25 = "offer_21_to_25"
    QUALIFYING = "qualifying"
    QUALIFYING_21_TO_25 = "qualifying_21_25_education"
    DIED = "died"
    NONE = "none"
    CANNOT_TELL = "cannot_tell"


OFF_THE_ROLL = frozenset({Status.DIED, Status.NONE, Status.PRE_16})


class State(StrEnum):
    """The one state a person is in for a duty on a day."""

    NEVER = "never"
    OVERDUE = "overdue"
    NO_DATE = "no_date"
    CANNOT_TELL = "cannot_tell"
    DUE_SOON = "due_soon"
    DECLINED = "declined"
    ON_TRACK = "on_track"
    NOT_REQUIRED = "not_required"


LATE = frozenset({State.NEVER, State.OVERDUE})


class Basis(StrEnum):
    """Where a duty comes from. Only the first two are law that no local answer can set aside."""

    STATUTE = "statute"
    REGULATION = "regulation"
    GUIDANCE = "statutory_guidance"
    RETURN = "dfe_return"
    LOCAL = "local_standard"
    GOOD_PRACTICE = "good_practice"


LAW = frozenset({Basis.STATUTE, Basis.REGULATION})


class Rung(StrEnum):
    """How far a contact got, low to high; a higher rung satisfies a lower demand.

    `UNKNOWN` is a contact that another system dates without saying how far it got: it counts as
    answered, never as seen.
    """

    UNKNOWN = ""
    ATTEMPTED = "attempted"
    MESSAGE_ANSWERED = "message_answered"
    SPOKE = "spoke"
    SEEN = "seen"
    SEEN_AT_HOME = "seen_at_home"


RUNGS = (
    Rung.ATTEMPTED,
    Rung.MESSAGE_ANSWERED,
    Rung.SPOKE,
    Rung.SEEN,
    Rung.SEEN_AT_HOME,
)

STATUS_LABELS = {
    Status.PRE_16: "Under 16",
    Status.NOT_YET_ELIGIBLE: "Looked after, not yet eligible",
    Status.ELIGIBLE: "Eligible",
    Status.RELEVANT: "Relevant",
    Status.FORMER_RELEVANT: "Former relevant",
    Status.PROGRAMME_CONTINUES: "Former relevant, programme continues",
    Status.EDUCATION_SUPPORT: "Support in education, 21 to 25",
    Status.SUPPORT_21_TO_25: "Support asked for, 21 to 25",
    Status.OFFER_21_TO_25: "Offer of support stands, 21 to 25",
    Status.QUALIFYING: "Qualifying",
    Status.QUALIFYING_21_TO_25: "Qualifying, 21 to 25",
    Status.DIED: "Died",
    Status.NONE: "No leaving-care status",
    Status.CANNOT_TELL: "Cannot tell",
}

STATE_LABELS = {
    State.NEVER: "Never",
    State.OVERDUE: "Overdue",
    State.NO_DATE: "No date",
    State.CANNOT_TELL: "Cannot tell",
    State.DUE_SOON: "Due soon",
    State.DECLINED: "Declined",
    State.ON_TRACK: "On track",
    State.NOT_REQUIRED: "Not required",
}

# A shape for each state, so that it reads the same in black and white. Source: the look.
STATE_MARKS = {
    State.NEVER: "○",
    State.OVERDUE: "▲",
    State.NO_DATE: "–",
    State.CANNOT_TELL: "?",
    State.DUE_SOON: "●",
    State.DECLINED: "◇",
    State.ON_TRACK: "✓",
    State.NOT_REQUIRED: "·",
}

BASIS_LABELS = {
    Basis.STATUTE: "Statute",
    Basis.REGULATION: "Regulation",
    Basis.GUIDANCE: "Statutory guidance",
    Basis.RETURN: "Department for Education return",
    Basis.LOCAL: "Local standard",
    Basis.GOOD_PRACTICE: "Good practice",
}

RUNG_LABELS = {
    Rung.UNKNOWN: "Contact, how is not recorded",
    Rung.ATTEMPTED: "Tried, no answer",
    Rung.MESSAGE_ANSWERED: "Message answered",
    Rung.SPOKE: "Spoke",
    Rung.SEEN: "Seen, not at home",
    Rung.SEEN_AT_HOME: "Seen at home",
}

BEGUN_LABELS = {"worker": "we began it", "young_person": "they began it"}

# Homes by their OC3 letter. Source: SSDA903 guide, ACCOM; in plain words.
HOME_LABELS = {
    "B": "With parents or relatives",
    "C": "Children's home or other residential care",
    "D": "Semi-independent home with support",
    "E": "Supported lodgings",
    "G": "Gone abroad",
    "H": "Deported",
    "K": "Ordinary lodgings",
    "R": "Address not known",
    "S": "No fixed home",
    "T": "Foyer or similar",
    "U": "Own home (tenancy, university or shared flat)",
    "V": "Emergency accommodation",
    "W": "Bed and breakfast",
    "X": "In custody",
    "Y": "Somewhere else",
    "Z": "With former foster carer",
}

# Work and learning by OC3 code. Source: SSDA903 guide, ACTIV; F3 and P3 ended in 2021/22.
ACTIVITY_LABELS = {
    "F1": "Higher education, full time",
    "P1": "Higher education, part time",
    "F2": "Other education, full time",
    "P2": "Other education, part time",
    "F3": "Training or work, full time (before 2022)",
    "P3": "Training or work, part time (before 2022)",
    "F4": "Apprenticeship, full time",
    "P4": "Apprenticeship, part time",
    "F5": "Training or work, full time",
    "P5": "Training or work, part time",
    "G4": "Not in work or learning: illness or disability",
    "G5": "Not in work or learning: other reasons",
    "G6": "Not in work or learning: pregnancy or parenting",
    "0": "Not known",
}

IN_WORK_OR_LEARNING = frozenset({"F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5"})
NOT_IN_WORK_OR_LEARNING = frozenset({"G4", "G5", "G6"})

# Source: validation rule 133: no fixed home and custody can only be recorded as unsuitable.
NEVER_SUITABLE = frozenset({"S", "X"})

CIRCUMSTANCES = (
    "detained_or_in_hospital",
    "living_with_parent",
    "special_guardianship",
    "other_s24",
    "staying_put",
    "programme_in_plan",
    "education_request",
    "support_request",
)
# Kinds whose `end` is the last day in, counted. Source: the open bundle.
END_COUNTED = frozenset({"programme_in_plan", "education_request"})

EVENTS = (
    "transitions_panel",
    "housing_plan_agreed",
    "health_history_prepared",
    "health_history_given",
    "health_history_discussed",
    "health_history_refreshed",
    "staying_put_decision",
    "move_on_plan",
    "support_offer",
    "turning_21_talk",
    "closure_summary",
    "pa_introduction",
    "suitability_check",
    "legal_appointment",
)
OUTCOMES = ("", "yes", "no", "declined", "done")
BEGUN_BY = ("", "worker", "young_person")
SUBJECTS = ("home", "activity", "money", "health")
CONFIRMED = ("same", "changed", "not_asked")
ANSWERS = ("declined", "not_required")
TENANCIES = ("", "own", "joint", "licence", "none")
STAGES = ("told", "applied", "granted", "received", "refused")
LEAVE_TYPES = (
    "",
    "uasc_leave",
    "limited",
    "refugee",
    "humanitarian",
    "settled",
    "british",
    "none_applied",
)
# How a release is protected, the last as it was before all figures of one were rounded together,
# and how fine its categories are.
RELEASE_MODES = ("rounded", "exact", "nearest")
RELEASE_LEVELS = ("full", "grouped", "headline")
ADVISER, MANAGER = "personal_adviser", "team_manager"
ROLES = (
    ADVISER,
    "duty",
    MANAGER,
    "nurse",
    "eet_officer",
    "housing_officer",
    "qa",
    "analyst",
    "board_viewer",
    "ig_officer",
    "administrator",
)
