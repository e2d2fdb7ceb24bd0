"""What does each column of the open bundle hold? Its type, its codes, what it points at."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple, get_args, get_type_hints

from carelink.approvals.words import APPROVAL_LABELS
from carelink.approvals.words import SUBJECT_LABELS as APPROVAL_SUBJECTS
from carelink.cover.words import ABSENCE_LABELS
from carelink.facts import KINDS
from carelink.health.parts import PART
from carelink.health.words import ANSWERS as HEALTH_ANSWERS
from carelink.home.words import STEP_KINDS, STEP_OUTCOMES, SUPPORT_LABELS
from carelink.learning.words import (
    BARRIER_LABELS,
    LEVEL_LABELS,
    OPPORTUNITY_LABELS,
    PLAN_LABELS,
    SUBJECT_LABELS,
)
from carelink.learning.words import OUTCOME_LABELS as OPPORTUNITY_OUTCOMES
from carelink.meetings.words import MEETING_LABELS
from carelink.money.words import RECEIPTS, SAVING_KINDS, SPENDING_KINDS
from carelink.oversight.words import DECISION_LABELS
from carelink.plan.matters import MATTERS
from carelink.plan.words import (
    AGREEMENT_LABELS,
    COPY_HOW_LABELS,
    OUTCOME_LABELS,
    STANDS_LABELS,
    TOOK_PART_LABELS,
)
from carelink.safety.words import FLAG_LABELS
from carelink.skills.words import BY, RATINGS
from carelink.voice.words import SOURCES, STATEMENTS, THEMES
from carelink.voice.words import STAGES as COMPLAINT_STAGES
from carelink.words import (
    ACTIVITY_LABELS,
    ANSWERS,
    BEGUN_BY,
    CIRCUMSTANCES,
    CONFIRMED,
    EVENTS,
    HOME_LABELS,
    LEAVE_TYPES,
    LONGEST_TEXT,
    OUTCOMES,
    RELEASE_LEVELS,
    RELEASE_MODES,
    RUNGS,
    STAGES,
    STATUS_LABELS,
    SUBJECTS,
    TENANCIES,
)

PROVENANCE = ("recorded_at", "recorded_by", "origin")
# A period's end and what is planned or expires lies ahead by nature; nothing else may.
AHEAD = frozenset(
    {
        *("end", "expires_on", "ask_again_on", "until", "due_on", "next_on", "ended_on"),
        *("support_until", "expected_end", "next_step_on", "respond_by", "ends_on", "review_on"),
        *("again_on", "first_on", "back_on", "starts_on", "joint_visit_on"),
    }
)  # Source: the open bundle.
CODES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("circumstances", "kind"): CIRCUMSTANCES,
    ("contacts", "rung"): tuple(str(rung) for rung in RUNGS),
    ("contacts", "begun_by"): BEGUN_BY,
    ("events", "kind"): EVENTS,
    ("events", "outcome"): OUTCOMES,
    ("duty_answers", "answer"): ANSWERS,
    ("homes", "type"): tuple(HOME_LABELS),
    ("homes", "suitable"): ("1", "2"),
    ("homes", "tenancy"): TENANCIES,
    ("homes", "support_level"): tuple(SUPPORT_LABELS),
    ("suitability", "oc3"): ("1", "2"),
    ("housing_steps", "kind"): STEP_KINDS,
    ("housing_steps", "outcome"): STEP_OUTCOMES,
    ("activities", "code"): tuple(ACTIVITY_LABELS),
    ("immigration", "leave_type"): LEAVE_TYPES,
    ("entitlements", "stage"): STAGES,
    ("spending", "kind"): SPENDING_KINDS,
    ("spending", "receipt"): RECEIPTS,
    ("savings", "kind"): SAVING_KINDS,
    ("confirmations", "subject"): SUBJECTS,
    ("confirmations", "answer"): CONFIRMED,
    ("health_items", "part"): tuple(PART),
    ("health_items", "answer"): HEALTH_ANSWERS,
    ("activities", "barrier"): tuple(BARRIER_LABELS),
    ("learning_levels", "subject"): tuple(SUBJECT_LABELS),
    ("learning_levels", "level"): tuple(LEVEL_LABELS),
    ("education_plans", "kind"): tuple(PLAN_LABELS),
    ("opportunities", "kind"): tuple(OPPORTUNITY_LABELS),
    ("opportunities", "outcome"): tuple(OPPORTUNITY_OUTCOMES),
    ("skill_ratings", "by"): BY,
    ("skill_ratings", "rating"): RATINGS,
    ("plan_versions", "took_part"): tuple(TOOK_PART_LABELS),
    ("plan_versions", "agreement"): tuple(AGREEMENT_LABELS),
    ("plan_versions", "copy_given_how"): tuple(COPY_HOW_LABELS),
    ("plan_matters", "matter"): tuple(MATTERS),
    ("plan_matters", "stands"): tuple(STANDS_LABELS),
    ("plan_actions", "matter"): tuple(MATTERS),
    ("plan_actions", "outcome"): tuple(OUTCOME_LABELS),
    ("promises", "source"): SOURCES,
    ("statements", "kind"): STATEMENTS,
    ("statements", "theme"): THEMES,
    ("statements", "stage"): COMPLAINT_STAGES,
    # A flag's level is the council's own text, and any council's may arrive.
    ("safety_flags", "kind"): tuple(FLAG_LABELS),
    ("absences", "kind"): tuple(ABSENCE_LABELS),
    ("decisions", "answer"): tuple(DECISION_LABELS),
    ("approvals", "subject"): tuple(APPROVAL_SUBJECTS),
    ("approvals", "answer"): tuple(APPROVAL_LABELS),
    ("status_overrides", "status"): tuple(str(status) for status in STATUS_LABELS),
    ("meetings", "kind"): tuple(MEETING_LABELS),
    ("releases", "mode"): RELEASE_MODES,
    ("releases", "level"): RELEASE_LEVELS,
}
# Whole files that are kept in a cell are longer than anything that people write.
_LONGEST_FILE = 20_000_000
_FILES = frozenset({"figures", "meta", "about", "seats"})
# What a column points at: the row it names is in that file, or in the store already.
POINTS_AT: Mapping[str, str] = {"person_id": "people"}


class Column(NamedTuple):
    """One column. `holds` is one of text, day, instant, yes_no, whole and number.

    Units: `longest` is in characters.
    """

    name: str
    holds: str
    codes: tuple[str, ...] = ()
    required: bool = False
    ahead: bool = False
    longest: int = LONGEST_TEXT


_HOLDS = {str: "text", date: "day", datetime: "instant", bool: "yes_no", int: "whole"}


def _column(kind: str, name: str, said: object, required: bool) -> Column:
    known = next(part for part in get_args(said) or (said,) if part is not type(None))
    codes = tuple(code for code in CODES.get((kind, name), ()) if code)
    longest = _LONGEST_FILE if kind == "releases" and name in _FILES else LONGEST_TEXT
    return Column(name, _HOLDS.get(known, "number"), codes, required, name in AHEAD, longest)


def _columns(kind: str) -> tuple[Column, ...]:
    fact = KINDS[kind].fact
    said = get_type_hints(fact)
    return tuple(
        _column(kind, name, said[name], name not in fact._field_defaults) for name in fact._fields
    )


# Each kind's own columns in the order of its fact; the provenance stands behind them.
COLUMNS: Mapping[str, tuple[Column, ...]] = {kind: _columns(kind) for kind in KINDS}
ENDING = (Column("recorded_at", "instant"), Column("recorded_by", "text"), Column("origin", "text"))
