"""The words of homes: support packages, steps towards a home of their own, and what came of them.

Source: the Medway documents, 1E (support packages, bidding, choice, trial stays, preparation).
"""

from collections.abc import Mapping
from typing import NamedTuple

SUPPORT_LABELS: Mapping[str, str] = {
    "standard": "Standard support",
    "enhanced": "Enhanced support",
    "intensive": "Intensive support",
}
# More hours of support than a week has cannot be meant.
HOURS_IN_A_WEEK = 168
OC3_LABELS: Mapping[str, str] = {"1": "suitable", "2": "not suitable"}


class Step(NamedTuple):
    """One kind of housing step: what it is called, how it may come out, what its detail holds."""

    label: str
    outcomes: tuple[str, ...]
    detail: str = "More about it"


STEPS: Mapping[str, Step] = {
    "tenancy_preparation": Step(
        "Tenancy preparation", ("took_part", "not_able", "not_wanted"), "What the session was about"
    ),
    "homechoice_registered": Step(
        "Registered with Homechoice", ("done", "waiting"), "Reference and where"
    ),
    "homechoice_priority": Step(
        "Priority on Homechoice", ("waiting", "granted", "not_granted"), "Which band"
    ),
    "bid": Step(
        "Bid for a home",
        ("waiting", "shortlisted", "offered", "not_this_time", "withdrawn"),
        "Which home",
    ),
    "offer": Step(
        "Offered a home",
        ("waiting", "accepted", "not_wanted", "withdrawn"),
        "Which home, and what they said",
    ),
    "option_offered": Step(
        "Offered a choice of home", ("waiting", "liked", "not_wanted"), "Which home"
    ),
    "option_visited": Step(
        "Visited a home before deciding", ("liked", "not_wanted"), "Which home, and what they said"
    ),
    "trial_stay": Step(
        "Trial stay", ("planned", "went_well", "ended_early"), "Where, and for how long"
    ),
    "rent_guarantor": Step(
        "Rent guarantor",
        ("asked", "granted", "not_granted", "ended"),
        "Up to how much, and until when",
    ),
    "temporary_check": Step(
        "Temporary home checked before use", ("fit", "not_fit"), "What was checked"
    ),
    "resources_panel": Step(
        "Access to Resources panel", ("agreed", "not_agreed", "put_off"), "What was decided"
    ),
    "package_review": Step(
        "Support package reviewed", ("stepped_down", "kept", "stepped_up"), "From what to what"
    ),
    "release_plan": Step(
        "Plan for release", ("begun", "agreed"), "Where they will live, and who helps"
    ),
    "moving_help": Step("Help moving home", ("waiting", "given"), "What help"),
    "staying_close": Step(
        "Help to keep a home, of the staying close kind",
        ("waiting", "given", "not_wanted"),
        "What help",
    ),
}
OUTCOME_LABELS: Mapping[str, str] = {
    "accepted": "they took it",
    "agreed": "agreed",
    "asked": "asked for",
    "begun": "begun",
    "done": "done",
    "ended": "ended",
    "ended_early": "ended early",
    "fit": "fit to be used",
    "given": "given",
    "granted": "granted",
    "kept": "stays as it is",
    "liked": "they liked it",
    "not_able": "was not able to come",
    "not_agreed": "not agreed",
    "not_fit": "not fit to be used",
    "not_granted": "not granted",
    "not_this_time": "not this time",
    "not_wanted": "chose not to",
    "offered": "offered",
    "planned": "planned",
    "put_off": "put off",
    "shortlisted": "on the shortlist",
    "stepped_down": "stepped down",
    "stepped_up": "stepped up",
    "took_part": "took part",
    "waiting": "waiting to hear",
    "went_well": "went well",
    "withdrawn": "withdrawn",
}
# Steps that ask something of somebody and have not come out yet.
WAITING = frozenset({"asked", "begun", "planned", "shortlisted", "waiting"})
# Those that brought them nearer to a home.
WENT_WELL = frozenset(
    {
        *("accepted", "agreed", "done", "fit", "given", "granted", "kept", "liked", "offered"),
        *("stepped_down", "took_part", "went_well"),
    }
)
STEP_KINDS = tuple(STEPS)
STEP_OUTCOMES = ("", *OUTCOME_LABELS)
