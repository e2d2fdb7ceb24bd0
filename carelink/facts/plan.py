"""What does the pathway plan hold, and when was it reviewed?"""

from datetime import date
from typing import NamedTuple


class Assessment(NamedTuple):
    """An assessment (`needs`, `health`, `dental`, ...); not done until `completed_on`."""

    person_id: str
    kind: str
    completed_on: date | None = None
    row_id: str = ""


class Plan(NamedTuple):
    """A pathway plan and its dates; `contact_every_days` is agreed with the young person."""

    plan_id: str
    person_id: str
    started_on: date | None = None
    approved_on: date | None = None
    copy_given_on: date | None = None
    contact_every_days: int | None = None
    ended_on: date | None = None


class PlanReview(NamedTuple):
    """A review of the plan; asked for and not held is a request still open."""

    review_id: str
    person_id: str
    plan_id: str = ""
    asked_on: date | None = None
    asked_by: str = ""
    held_on: date | None = None


class PlanVersion(NamedTuple):
    """One version of a plan, kept whole; its matters and actions name it.

    `took_part` is how the young person did, `no_part_why` why not; `agreement` in their own words.
    """

    version_id: str
    person_id: str
    plan_id: str = ""
    review_id: str = ""
    begun_on: date | None = None
    took_part: str = ""
    took_part_how: str = ""
    others_took_part: str = ""
    no_part_why: str = ""
    agreement: str = ""
    agreement_words: str = ""
    sent_on: date | None = None
    sent_by: str = ""
    returned_on: date | None = None
    returned_why: str = ""
    approved_on: date | None = None
    approved_by: str = ""
    copy_given_on: date | None = None
    copy_given_how: str = ""


class PlanMatter(NamedTuple):
    """One matter of a version: the need, their own words, the goal, and how it came to stand.

    `stands` is how it relates to the version before: new, changed, unchanged (confirmed) or
    skipped; empty while nobody has answered. `no_action_why` says why nothing is to be done.
    """

    person_id: str
    version_id: str
    matter: str
    need: str = ""
    words: str = ""
    goal: str = ""
    no_action_why: str = ""
    stands: str = ""
    row_id: str = ""


class PlanAction(NamedTuple):
    """What will be done about a matter, by whom and by when, and what came of it.

    `from_action` is the action of the version before that it carries on, `carried` how often it
    came across unmet.
    """

    action_id: str
    person_id: str
    version_id: str
    matter: str = ""
    what: str = ""
    by_whom: str = ""
    due_on: date | None = None
    carried: int | None = None
    from_action: str = ""
    outcome: str = ""
    outcome_on: date | None = None
    outcome_words: str = ""
