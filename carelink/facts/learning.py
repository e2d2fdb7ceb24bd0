"""What do they work at or learn?"""

from datetime import date
from typing import NamedTuple


class Activity(NamedTuple):
    """Work or learning by OC3 code. With no `start`, `known_on` is a day it is known for."""

    person_id: str
    start: date | None = None
    end: date | None = None
    code: str = ""
    known_on: date | None = None
    detail: str = ""
    hours: float | None = None
    evidence: str = ""
    barrier: str = ""
    next_step: str = ""
    next_step_on: date | None = None
    row_id: str = ""


class LearningLevel(NamedTuple):
    """The level reached in English, maths or digital skills, and what shows it."""

    person_id: str
    subject: str = ""
    level: str = ""
    on: date | None = None
    evidence: str = ""
    row_id: str = ""


class EducationPlan(NamedTuple):
    """A personal education plan or an education, health and care plan; `ends_on` may lie ahead."""

    person_id: str
    kind: str = ""
    held_on: date | None = None
    next_on: date | None = None
    ends_on: date | None = None
    detail: str = ""
    consent: bool | None = None
    row_id: str = ""


class Opportunity(NamedTuple):
    """A job, course or offer they were told about, and what came of it."""

    person_id: str
    kind: str = ""
    what: str = ""
    told_on: date | None = None
    applied_on: date | None = None
    outcome: str = ""
    outcome_on: date | None = None
    row_id: str = ""


class SkillRating(NamedTuple):
    """How one person rated one skill on a day; `tried` says we tried, whether or not it went."""

    person_id: str
    skill: str = ""
    by: str = ""
    on: date | None = None
    rating: str = ""
    evidence: str = ""
    tried: bool | None = None
    worker_id: str = ""
    row_id: str = ""
