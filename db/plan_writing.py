"""How is a version of the plan written in? Each matter answered or confirmed, and their view."""

from typing import Any

from carelink.errors import ChangedMeanwhile, Problem, Refused
from carelink.facts import PlanMatter, PlanVersion
from carelink.plan.checks import check_matter, check_their_view
from carelink.plan.review import can_confirm, confirmed, stands_of
from carelink.plan.version import answered, version_before
from db.plan_rows import case_of, writable
from db.trail import Writing, add, amend

_THEIR_VIEW = (
    "took_part",
    "took_part_how",
    "others_took_part",
    "no_part_why",
    "agreement",
    "agreement_words",
)


def save_matter(writing: Writing, before: PlanMatter | None, after: PlanMatter) -> str:
    """Keep the answer to one matter; how it stands to last time is worked out here.

    `before` is the answer as it was read, None where there was none. Returns the row's id; empty
    where there was nothing and nothing was said.

    Raises: Refused with every problem at once; ChangedMeanwhile, with `now`, when somebody else
    has answered since; nothing of either text is then lost.
    """
    case = case_of(writing, "plan_versions", after.version_id)
    whole = writable(case, after.version_id)
    now = whole.matters.get(after.matter)
    if now != before:
        raise _written_meanwhile(now)
    last = version_before(case, whole)
    stood = stands_of(last.matters.get(after.matter) if last else None, after)
    kept = after._replace(stands=stood, person_id=case.person.person_id)
    check_matter(case, kept, writing.today)
    if now is None:
        if not answered(kept):
            return ""
        (row_id,) = add(writing, "plan_matters", [kept._replace(row_id="")])
        return row_id
    amend(writing, "plan_matters", now.row_id, kept._replace(row_id=now.row_id)._asdict())
    return now.row_id


def confirm_matter(writing: Writing, version_id: str, matter: str) -> str:
    """Say of one answer of last time that it is still right. Returns the row's id.

    Raises: Refused when there is none, or the matter has an answer of this time already.
    """
    case = case_of(writing, "plan_versions", version_id)
    whole = writable(case, version_id)
    before = version_before(case, whole)
    last = before.matters.get(matter) if before else None
    now = whole.matters.get(matter)
    if last is None or not can_confirm(last):
        raise Refused(Problem(matter, "There is no answer of last time to confirm."))
    if now is not None and any((now.need, now.words, now.goal, now.no_action_why)):
        raise Refused(Problem(matter, "This has an answer of this time already."))
    kept = confirmed(last, version_id)
    if now is None:
        (row_id,) = add(writing, "plan_matters", [kept])
        return row_id
    amend(writing, "plan_matters", now.row_id, kept._replace(row_id=now.row_id)._asdict())
    return now.row_id


def save_their_view(writing: Writing, before: PlanVersion, after: PlanVersion) -> str:
    """Keep how they took part, who else did, and whether they agree. Returns the version's id.

    Raises: Refused with every problem; ChangedMeanwhile, with `now`, when it is not as read.
    """
    case = case_of(writing, "plan_versions", after.version_id)
    now = writable(case, after.version_id).version
    if any(getattr(now, field) != getattr(before, field) for field in _THEIR_VIEW):
        raise _written_meanwhile(now)
    check_their_view(case, after, writing.today)
    changes = {field: getattr(after, field) for field in _THEIR_VIEW}
    amend(writing, "plan_versions", after.version_id, changes)
    return after.version_id


def _written_meanwhile(now: Any) -> ChangedMeanwhile:
    says = "Somebody else wrote here while you had it open. Nothing is lost: both texts are "
    return ChangedMeanwhile(says + "shown, choose what is to stand.", now)
