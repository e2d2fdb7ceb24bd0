"""What will be done, and what came of it? The verbs for the actions of a plan."""

from collections.abc import Sequence
from datetime import date
from uuid import uuid4

from carelink.case import CaseFile
from carelink.errors import ChangedMeanwhile, Problem, Refused
from carelink.facts import PlanAction
from carelink.plan.actions import ActionAnswer
from carelink.plan.checks import check_action, check_answer
from carelink.plan.review import carried_on, must_change, unmet
from carelink.plan.version import WholeVersion, open_version
from carelink.plan.words import DONE, DROPPED, NOT_YET, OUTCOME_LABELS, REWORDED, SPLIT
from db.plan_rows import case_of, writable
from db.trail import Writing, add, amend, remove

_TAKEN_OUT = "taken out of a version being written"


def save_action(writing: Writing, before: PlanAction | None, after: PlanAction) -> str:
    """Keep an action of a version being written. Returns its id.

    Other words for one that came across are a change: it is then carried no longer.

    Raises: Refused with every problem; ChangedMeanwhile, with `now`, when it is not as read.
    """
    case = case_of(writing, "plan_versions", after.version_id)
    whole = writable(case, after.version_id)
    now = _in(whole, after.action_id) if before else None
    if now != before:
        raise _written_meanwhile(now)
    check_action(case, after, writing.today)
    after = after._replace(person_id=case.person.person_id)
    if before is None:
        after = after._replace(action_id=after.action_id or uuid4().hex)
        return add(writing, "plan_actions", [after])[0]
    if after.carried and after.what.strip() != before.what.strip():
        after = after._replace(carried=None)
        _end(writing, after.from_action, REWORDED)
    amend(writing, "plan_actions", after.action_id, after._asdict())
    return after.action_id


def remove_action(writing: Writing, action_id: str) -> str:
    """Take an action out of a version being written; what it came from is to be answered again.

    Raises: Refused when the version can no longer be written in.
    """
    case = case_of(writing, "plan_actions", action_id)
    action = _one(case, action_id)
    whole = writable(case, action.version_id)
    remove(writing, "plan_actions", action_id, _TAKEN_OUT)
    others = [a for a in whole.actions if a.from_action == action.from_action and a is not action]
    origin = next((a for a in case.plan_actions if a.action_id == action.from_action), None)
    if origin is not None and not others and origin.outcome in (REWORDED, SPLIT):
        amend(writing, "plan_actions", origin.action_id, {"outcome": "", "outcome_on": None})
    return action_id


def carry_action(
    writing: Writing, version_id: str, action_id: str, due_on: date | None = None
) -> str:
    """Bring an unmet action across as it stands, by a new day if one is given. Returns its id.

    Raises: Refused when it has come across twice already, or is not waiting to be told.
    """
    _, whole, action = _waiting(writing, version_id, action_id)
    if must_change(action):
        says = "This has come across twice already. Change it, split it, or drop it with a reason."
        raise Refused(Problem("carry", says))
    carried = carried_on(action, whole)._replace(action_id=uuid4().hex)
    carried = carried._replace(due_on=due_on or carried.due_on)
    return add(writing, "plan_actions", [carried])[0]


def change_action(writing: Writing, version_id: str, action_id: str, after: PlanAction) -> str:
    """Put another action in the place of an unmet one. Returns the new one's id.

    Raises: Refused with every problem, also when the words are the same.
    """
    case, whole, action = _waiting(writing, version_id, action_id)
    if after.what.strip() == action.what.strip():
        raise Refused(Problem("what", "Say it in other words, or carry it on as it is."))
    (changed,) = _in_its_place(writing, case, whole, action, [after])
    _end(writing, action_id, REWORDED)
    return changed


def split_action(
    writing: Writing, version_id: str, action_id: str, parts: Sequence[PlanAction]
) -> list[str]:
    """Put two or more smaller actions in the place of an unmet one. Returns their ids.

    Raises: Refused with every problem, also for fewer than two.
    """
    case, whole, action = _waiting(writing, version_id, action_id)
    if len(parts) < 2:
        raise Refused(Problem("what", "Say at least two smaller actions."))
    made = _in_its_place(writing, case, whole, action, parts)
    _end(writing, action_id, SPLIT)
    return made


def answer_action(writing: Writing, answer: ActionAnswer, on: date | None = None) -> str:
    """Record what came of an action: done, not yet, or dropped with a reason. Returns its id.

    One that has come across into a version being written is answered there too.

    Raises: Refused with every problem at once, also for a day that has not been.
    """
    case = case_of(writing, "plan_actions", answer.action_id)
    check_answer(case, answer, writing.today)
    action = _one(case, answer.action_id)
    if action.outcome in (DONE, DROPPED):
        said = OUTCOME_LABELS[action.outcome].lower()
        raise Refused(
            Problem("outcome", f'This has been answered already, {said}: "{action.what}".')
        )
    on = on or writing.today
    if on > writing.today:
        raise Refused(Problem("on", "The day must be today or in the past."))
    for action_id in (answer.action_id, *_copies(case, answer)):
        came = {"outcome": answer.outcome, "outcome_on": on, "outcome_words": answer.words}
        amend(writing, "plan_actions", action_id, came)
    return answer.action_id


def _copies(case: CaseFile, answer: ActionAnswer) -> list[str]:
    """The action as it came across into the version being written."""
    following = open_version(case)
    if following is None or answer.outcome == NOT_YET:
        return []
    return [
        a.action_id for a in following.actions if a.carried and a.from_action == answer.action_id
    ]


def _waiting(
    writing: Writing, version_id: str, action_id: str
) -> tuple[CaseFile, WholeVersion, PlanAction]:
    case = case_of(writing, "plan_versions", version_id)
    whole = writable(case, version_id)
    for action in unmet(case, whole):
        if action.action_id == action_id:
            return case, whole, action
    raise Refused(Problem("carry", "What becomes of this is said already."))


def _in_its_place(
    writing: Writing,
    case: CaseFile,
    whole: WholeVersion,
    action: PlanAction,
    parts: Sequence[PlanAction],
) -> list[str]:
    across = carried_on(action, whole)
    made = [
        across._replace(
            # Smaller steps stand in the order in which they were said.
            action_id=f"{number:02d}-{uuid4().hex}",
            what=part.what,
            by_whom=part.by_whom or action.by_whom,
            due_on=part.due_on,
            carried=None,
        )
        for number, part in enumerate(parts, 1)
    ]
    for part in made:
        check_action(case, part, writing.today)
    return add(writing, "plan_actions", made)


def _end(writing: Writing, action_id: str, outcome: str) -> None:
    came = {"outcome": outcome, "outcome_on": writing.today}
    amend(writing, "plan_actions", action_id, came)


def _in(whole: WholeVersion, action_id: str) -> PlanAction | None:
    return next((a for a in whole.actions if a.action_id == action_id), None)


def _one(case: CaseFile, action_id: str) -> PlanAction:
    return next(a for a in case.plan_actions if a.action_id == action_id)


def _written_meanwhile(now: PlanAction | None) -> ChangedMeanwhile:
    says = "Somebody else changed this action while you had it open. Both are shown."
    return ChangedMeanwhile(says, now)
