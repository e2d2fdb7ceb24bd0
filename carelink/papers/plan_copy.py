"""The young person's copy of their plan: their words first, then what we will do about each."""

from collections.abc import Iterator
from datetime import date

from carelink.case import CaseFile, has_died
from carelink.dates import show
from carelink.errors import Problem, Refused
from carelink.facts import PlanAction
from carelink.papers.blocks import (
    Block,
    Box,
    Bullets,
    Heading,
    Lines,
    PageBreak,
    Paper,
    Para,
    ParaKind,
    Signatures,
    Table,
)
from carelink.papers.who_can_help import changes_and_complaints
from carelink.plan.matters import Matter
from carelink.plan.version import WholeVersion, current_version, open_version
from carelink.plan.words import (
    AGREEMENT_LABELS,
    CHOSE_NOT_TO,
    DONE,
    DROPPED,
    SKIPPED,
    TOOK_PART_LABELS,
)
from carelink.said import say_kind, words_of
from carelink.voice.promises import ledger_of, say_standing

_LEAD = (
    "This is your plan. It says what matters to you and what we will do. "
    "You can keep it, show it to people you trust, and ask us to change it."
)
_DRAFT = "This is a draft. It has not been agreed yet."


def plan_copy(case: CaseFile, day: date, *, own_words_only: bool = False) -> Paper:
    """The plan that holds, else the one being written, in plain words for its owner.

    Raises: Refused when there is no plan with anything in it.
    """
    whole = current_version(case) or open_version(case)
    if whole is None:
        says = "There is no plan written in CareLink yet, so there is no copy to give."
        raise Refused(Problem("plan", says))
    blocks: tuple[Block, ...] = (
        *_opening(whole),
        *(
            block
            for matter in whole.schedule
            for block in _matter(case, whole, matter, day, own_words_only)
        ),
        *people_around_me(case, day),
        *_promises(case, day),
        *_their_view(case, whole),
        PageBreak(),
        *changes_and_complaints(),
    )
    return Paper(
        title="My pathway plan",
        made_on=day,
        blocks=blocks,
        person_name=case.person.name,
        born=case.person.date_of_birth,
        reference=f"version {whole.number}",
    )


def _opening(whole: WholeVersion) -> Iterator[Block]:
    version = whole.version
    yield Para(_LEAD, ParaKind.LEAD)
    if version.approved_on is None:
        yield Para(_DRAFT, ParaKind.LEAD)
    rows = []
    if version.approved_on:
        rows.append(("Agreed by our manager", show(version.approved_on)))
    elif version.begun_on:
        rows.append(("Begun", show(version.begun_on)))
    rows.append(("How you took part", _took_part(whole)))
    if version.others_took_part:
        rows.append(("Who else took part", version.others_took_part))
    yield Lines(tuple(rows))


def _took_part(whole: WholeVersion) -> str:
    version = whole.version
    label = TOOK_PART_LABELS.get(version.took_part, "")
    if version.took_part == CHOSE_NOT_TO or not label:
        said, more = label or "You did not take part", version.no_part_why
    else:
        said, more = label, version.took_part_how
    return f"{said}: {more}" if more.strip() else said


def _matter(
    case: CaseFile, whole: WholeVersion, matter: Matter, day: date, own_words_only: bool
) -> Iterator[Block]:
    """One matter: the question, their words, then what is needed and what will happen."""
    held = whole.matters.get(matter.key)
    yield Heading(matter.question)
    if held and held.words:
        yield Para(held.words, ParaKind.QUOTE, by=case.person.name)
    if own_words_only:
        if not (held and held.words):
            yield Para("You have not said anything about this yet.")
        return
    if matter.key == "accommodation":
        yield from _home(case, day)
    if held is None or held.stands in ("", SKIPPED):
        yield Para("We have not talked about this yet.")
    else:
        rows = (("What you need", held.need), ("What you want to reach", held.goal))
        yield Lines(tuple((about, says) for about, says in rows if says))
    actions = whole.actions_of(matter.key)
    if actions:
        yield Table(
            ("What will happen", "Who does it", "By when"),
            tuple(_action(action, day) for action in actions),
            shares=(3, 2, 2),
        )
    elif held and held.no_action_why:
        yield Para(f"Nothing is to be done here now: {held.no_action_why}")


def _action(action: PlanAction, day: date) -> tuple[str, str, str]:
    when = show(action.due_on) if action.due_on else "No day set"
    if action.due_on and action.due_on < day:
        when = f"Still to do. It was for {show(action.due_on)}"
    if action.outcome == DONE and action.outcome_on:
        when = f"Done on {show(action.outcome_on)}"
    elif action.outcome == DROPPED and action.outcome_on:
        when = f"No longer needed since {show(action.outcome_on)}"
    return action.what, action.by_whom or "Not settled yet", when


def _home(case: CaseFile, day: date) -> Iterator[Block]:
    """What kind of home it is, and never its address: a copy may lie about."""
    home = case.home_on(day)
    if home is None:
        yield Lines((("Where you live now", "We have no home written down for you."),))
        return
    since = f", since {show(home.start)}" if home.start else ""
    kind = say_kind(home)
    yield Lines((("Where you live now", f"{kind}{since}"),))


def people_around_me(case: CaseFile, day: date) -> Iterator[Block]:
    """The workers now, and those of their own people whom they agreed to name."""
    rows = [
        (words_of(given.role or "worker"), case.worker_name(given.worker_id))
        for given in case.allocations
        if (given.start is None or given.start <= day)
        and ((end := case.allocation_end(given)) is None or day < end)
    ]
    rows += [
        (known.relationship or "Someone I trust", _reached(known.name, known.how_to_reach))
        for known in case.supporters
        if known.in_copy and (known.end is None or day < known.end)
    ]
    yield Heading("Who are the people around me?")
    if rows:
        yield Lines(tuple(rows))
    else:
        yield Para("Nobody is written down here yet.")


def _reached(name: str, how: str) -> str:
    return f"{name}: {how}" if how else name


def _promises(case: CaseFile, day: date) -> Iterator[Block]:
    """What we said we would do and still owe; nothing is promised to someone who has died."""
    owed = [standing for standing in ledger_of(case, day).standings if standing.open]
    if owed and not has_died(case.person):
        yield Heading("What have we promised you?")
        yield Bullets(
            tuple(f"{standing.promise.what}. {say_standing(standing)}." for standing in owed)
        )


def _their_view(case: CaseFile, whole: WholeVersion) -> Iterator[Block]:
    version = whole.version
    yield Heading("Do you agree with this plan?")
    label = AGREEMENT_LABELS.get(version.agreement)
    yield Para(label or "We have not asked you yet.")
    if version.agreement_words:
        yield Para(version.agreement_words, ParaKind.QUOTE, by=case.person.name)
    yield Box("If you see something differently, write it here. It will be kept.", empty_lines=6)
    yield Signatures((case.person.name, "Personal adviser"))
