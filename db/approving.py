"""How does a plan become the plan? Sent, returned with a comment, approved, its copy given."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from carelink.case import CaseFile
from carelink.errors import Problem, Refused
from carelink.facts import PlanVersion
from carelink.plan.gaps import gaps_of
from carelink.plan.version import WholeVersion, plan_of
from carelink.plan.words import COPY_HOW_LABELS, VersionState
from carelink.problems import day_that_has_been, one_of, refuse_if, text_problems
from carelink.words import MANAGER
from db.plan_rows import Author, author_of, case_of, whole_of, writable
from db.tables import FACTS
from db.trail import Writing, amend


class Waiting(NamedTuple):
    """A version that waits for a manager, with the names of whom it is about and of who sent it."""

    version: PlanVersion
    known_as: str
    legal_name: str
    sent_by: str


def send_to_manager(writing: Writing, version_id: str) -> str:
    """Send a version to the manager. Returns its id.

    Raises: Refused with everything that must be said first, each named `matter.field`.
    """
    case = case_of(writing, "plan_versions", version_id)
    whole = writable(case, version_id)
    gaps = [gap for gap in gaps_of(case, whole, writing.today) if gap.must]
    refuse_if([Problem(f"{gap.matter}.{gap.field}", gap.says) for gap in gaps])
    sent = {"sent_on": writing.today, "sent_by": author_of(writing).name, "returned_on": None}
    amend(writing, "plan_versions", version_id, sent)
    return version_id


def return_with_comment(writing: Writing, version_id: str, why: str) -> str:
    """Return a version with what is to be put right. Returns its id.

    Raises: Refused for anybody but a team manager, without a comment, or when it was not sent.
    """
    case = case_of(writing, "plan_versions", version_id)
    _sent(writing, whole_of(case, version_id))
    problems = text_problems("returned_why", why)
    if not why.strip():
        problems.append(Problem("returned_why", "Say what is to be put right."))
    refuse_if(problems)
    amend(writing, "plan_versions", version_id, {"returned_on": writing.today, "returned_why": why})
    return version_id


def approve(writing: Writing, version_id: str) -> str:
    """Approve a version; with the first, the plan itself is approved. Returns its id.

    Raises: Refused for anybody but a team manager, for what they sent themselves, for a first
    plan with no needs assessment before it, or when it was not sent.
    """
    case = case_of(writing, "plan_versions", version_id)
    whole = whole_of(case, version_id)
    author = _sent(writing, whole)
    version = whole.version
    if version.sent_by in author.names:
        says = "You sent this plan yourself. Somebody else has to read and approve it."
        raise Refused(Problem("", says))
    plan = plan_of(case, version)
    if plan is not None and plan.approved_on is None:
        _check_assessed(case, writing.today)
        dates = {"started_on": plan.started_on or writing.today, "approved_on": writing.today}
        amend(writing, "plans", plan.plan_id, dates)
    approved = {"approved_on": writing.today, "approved_by": author.name}
    amend(writing, "plan_versions", version_id, approved)
    return version_id


def give_copy(writing: Writing, version_id: str, how: str, on: date | None) -> str:
    """Record that they were given their copy of an approved version, and how. Returns its id.

    Raises: Refused with every problem at once.
    """
    case = case_of(writing, "plan_versions", version_id)
    whole = whole_of(case, version_id)
    version = whole.version
    problems = one_of("copy_given_how", how, COPY_HOW_LABELS, "Choose how the copy was given.")
    problems += day_that_has_been("copy_given_on", on, writing.today, "copy")
    if version.approved_on is None:
        problems.append(Problem("", "A copy is given of a version that is approved."))
    elif on and on < version.approved_on:
        problems.append(Problem("copy_given_on", "The day is before the plan was approved."))
    refuse_if(problems)
    given = {"copy_given_on": on, "copy_given_how": how}
    amend(writing, "plan_versions", version_id, given)
    plan = plan_of(case, version)
    if plan is not None and plan.copy_given_on is None:
        amend(writing, "plans", plan.plan_id, {"copy_given_on": on})
    return version_id


def read_waiting(connection: Connection) -> list[Waiting]:
    """Every version that waits for a manager, the longest first, by one question to the store."""
    versions, people, workers = FACTS["plan_versions"], FACTS["people"], FACTS["workers"]
    columns = [versions.c[field] for field in PlanVersion._fields]
    wanted = (
        select(*columns, people.c.known_as, people.c.legal_name, workers.c.name)
        .join(people, people.c.person_id == versions.c.person_id)
        .outerjoin(workers, workers.c.worker_id == versions.c.sent_by)
        .where(versions.c.sent_on.is_not(None))
        .where(versions.c.returned_on.is_(None), versions.c.approved_on.is_(None))
        .order_by(versions.c.sent_on, versions.c.version_id)
    )
    waiting = []
    for row in connection.execute(wanted):
        version = PlanVersion._make(row[:-3])
        sent_by = row.name or version.sent_by
        waiting.append(Waiting(version, row.known_as, row.legal_name, sent_by))
    return waiting


def _sent(writing: Writing, whole: WholeVersion) -> Author:
    """The manager at the keyboard, with a version before them that was sent."""
    author = author_of(writing)
    if author.role != MANAGER:
        raise Refused(Problem("", "Only a team manager can approve or return a plan."))
    if whole.state is not VersionState.SENT:
        raise Refused(Problem("", "This version is not with the manager."))
    return author


def _check_assessed(case: CaseFile, today: date) -> None:
    if not any(on <= today for on in case.needs_assessed):
        says = "No needs assessment is recorded. It comes before the first plan: record the day "
        raise Refused(Problem("", says + "it was completed, then approve."))
