"""How are a version, a matter and an action of the plan said in the rows of their cards?"""

from collections.abc import Iterable, Sequence
from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import PlanAction, PlanMatter
from carelink.plan.actions import is_late, say_action
from carelink.plan.evidence import Evidence, Since
from carelink.plan.gaps import Gap, gaps_of, say_complete
from carelink.plan.matters import MATTERS, Matter
from carelink.plan.review import say_carried
from carelink.plan.version import WholeVersion, answered, has_ended, say_version
from carelink.plan.words import (
    AGREEMENT_LABELS,
    CHOSE_NOT_TO,
    DONE,
    MATTER_FIELD_LABELS,
    MATTER_FIELDS,
    OUTCOME_LABELS,
    STANDS_LABELS,
    TOOK_PART_LABELS,
    VERSION_STATE_LABELS,
    VersionState,
)
from carelink.said import Line
from carelink.words import State
from ui.young_person.ledger_card import Act, RowWords

_STATES = {
    VersionState.DRAFT: State.DUE_SOON,
    VersionState.SENT: State.DUE_SOON,
    VersionState.RETURNED: State.OVERDUE,
    VersionState.APPROVED: State.DUE_SOON,
    VersionState.COPY_GIVEN: State.ON_TRACK,
}
ANSWER_ACTS = (
    Act("done", "Done", "It is done; today's date is kept with it"),
    Act("not_yet", "Not yet", "Asked today, and not done yet", quiet=True),
    Act("drop", "Drop…", "It is not wanted any more; say why", quiet=True),
)


def state_mark(whole: WholeVersion) -> State:
    """The mark beside a version's state."""
    return _STATES[whole.state]


def say_state(case: CaseFile, whole: WholeVersion) -> str:
    """How far it has come, since when and through whom."""
    version = whole.version
    by = {
        VersionState.SENT: (version.sent_on, version.sent_by),
        VersionState.RETURNED: (version.returned_on, ""),
        VersionState.APPROVED: (version.approved_on, version.approved_by),
        VersionState.COPY_GIVEN: (version.copy_given_on, ""),
    }
    on, who = by.get(whole.state, (None, ""))
    said = VERSION_STATE_LABELS[whole.state] + (f", {show(on)}" if on else "")
    return said + (f", {case.worker_name(who)}" if who else "")


def version_words(case: CaseFile, whole: WholeVersion, day: date, *, first: bool) -> RowWords:
    """One version in the list of versions."""
    acts = [Act("read", "Read", "The whole of this version")]
    if not first:
        acts.append(Act("changes", "What changed", "Only what differs from the version before"))
    return RowWords(
        key=whole.version.version_id,
        title=say_version(whole),
        stands=say_state(case, whole),
        state=state_mark(whole),
        beneath=[say_complete(case, whole, day), say_their_part(whole)],
        acts=acts,
        fact=whole,
    )


def sentences(*parts: str) -> str:
    """The parts one after the other, each ended once; those that say nothing are left out."""
    said = [part if part.endswith((".", "”", "?")) else f"{part}." for part in parts if part]
    return " ".join(said)


def say_their_part(whole: WholeVersion) -> str:
    """How they took part and whether they agree, in a few words."""
    version = whole.version
    if version.took_part in ("", CHOSE_NOT_TO):
        why = f": {version.no_part_why}" if version.no_part_why else ""
        return f"They have not taken part{why}"
    took = f"They took part: {TOOK_PART_LABELS[version.took_part].lower()}"
    if not version.agreement:
        return took
    said = f": “{version.agreement_words}”" if version.agreement_words else ""
    return f"{took}. {AGREEMENT_LABELS[version.agreement]}{said}"


def matter_words(case: CaseFile, whole: WholeVersion, matter: Matter, gaps: list[Gap]) -> RowWords:
    """One matter: their own words, else what is still to be said about it."""
    row = whole.matters.get(matter.key)
    here = [gap for gap in gaps if gap.matter == matter.key]
    must = [gap.says for gap in here if gap.must]
    waits = not whole.version.approved_on and must
    state = State.NEVER if waits and not answered(row) else State.DUE_SOON if waits else None
    stands = " ".join(must) if waits else STANDS_LABELS.get(row.stands, "") if row else ""
    if not stands:
        stands = "Nothing to answer here" if not must else " ".join(must)
    said = f"“{row.words}”" if row and row.words else ""
    return RowWords(
        key=matter.key,
        title=matter.question,
        stands=stands,
        state=state or (State.ON_TRACK if not must else State.NOT_REQUIRED),
        beneath=[said, f"Needed: {row.need}" if row and row.need else ""],
        acts=[],
        fact=matter,
    )


def action_words(action: PlanAction, day: date, acts: tuple[Act, ...] = ANSWER_ACTS) -> RowWords:
    """One action: what will be done, by whom and by when, how often it came across unmet."""
    late = is_late(action, day)
    # A tick would say that it is done: what is neither late nor due soon has a quiet dot.
    state = State.OVERDUE if late else State.NOT_REQUIRED
    if action.due_on is None:
        state = State.NO_DATE
    elif not late and (action.due_on - day).days <= 14:
        state = State.DUE_SOON
    question = MATTERS[action.matter].question if action.matter in MATTERS else ""
    carried = say_carried(action).capitalize()
    asked = f"Asked {show(action.outcome_on)}: not yet" if action.outcome_on else ""
    return RowWords(
        key=action.action_id,
        title=action.what,
        stands=say_action(action, day),
        state=state,
        beneath=[" · ".join(filter(None, (question, carried, asked)))],
        acts=acts,
        fact=action,
    )


def answer_lines(
    answer: PlanMatter | None, actions: Iterable[PlanAction], day: date, waits: str = "To do"
) -> list[Line]:
    """An answer in its fields, then its actions; `waits` is said of one not done yet."""
    lines = [
        Line(MATTER_FIELD_LABELS[field], says)
        for field in MATTER_FIELDS
        if answer is not None and (says := getattr(answer, field))
    ]
    return lines + [_action_line(action, day, waits) for action in actions]


def _action_line(action: PlanAction, day: date, waits: str) -> Line:
    carried = say_carried(action).capitalize()
    if not has_ended(action):
        return Line(waits, action.what, ". ".join(filter(None, (say_action(action, day), carried))))
    assert action.outcome_on is not None
    mark = "✓ " if action.outcome == DONE else ""
    came = f"{mark}{OUTCOME_LABELS[action.outcome]}"
    beneath = (show(action.outcome_on), carried, action.outcome_words)
    return Line(came, action.what, ". ".join(filter(None, beneath)))


def evidence_lines(found: Sequence[Evidence]) -> list[Line]:
    """What is held already, each with its day."""
    return [Line(show(held.on) if held.on else "", held.says) for held in found]


def say_since(found: Sequence[Evidence], since: Since) -> str:
    """From when on we looked, and that there is nothing where there is nothing."""
    return f"{'Since' if found else 'Nothing is recorded since'} {show(since.first)}."


def say_open(actions: Sequence[PlanAction], day: date) -> str:
    """How many actions are open and how many of them are late."""
    if not actions:
        return "No action of the plan is open."
    late = sum(is_late(action, day) for action in actions)
    said = f"{len(actions)} open"
    return f"{said}, {late} of them late." if late else f"{said}, none of them late."


def say_progress(case: CaseFile, whole: WholeVersion, day: date) -> str:
    """How much is answered: 4 of 10 answered, 2 actions to be told."""
    keys = [matter.key for matter in whole.schedule]
    done = sum(answered(whole.matters.get(key)) for key in keys)
    carry = sum(gap.field == "carry" for gap in gaps_of(case, whole, day))
    said = f"{done} of {len(keys)} answered"
    told = "action" if carry == 1 else "actions"
    return f"{said}, {carry} {told} of last time to be told" if carry else said
