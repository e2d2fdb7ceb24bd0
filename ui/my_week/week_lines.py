"""How does a week become lines: which groups head it, which are folded, what each row says?"""

from collections.abc import Collection, Iterable

from carelink.duties.duty import Duty
from carelink.handover.first_meeting import explain_first_meeting, first_meeting_of
from carelink.handover.terms import Terms
from carelink.names import kept_apart
from carelink.rulebook import Rulebook
from carelink.said import counted
from carelink.voice.pressing import explain_pressing, pressing_of
from carelink.week import FIRST_MEETING, GROUP_LABELS, PRESSING, RETURNED, Group, Line, Week
from carelink.words import State
from ui.held import Known
from ui.lines import ListLine

GROUP_SAYS = {
    Group.TODAY: "Late already, or due today. The longest wait comes first.",
    Group.THIS_WEEK: "Due within the seven days from today.",
    Group.TO_FIND_OUT: "A fact is missing, so nobody can say whether something is due. "
    "Open the young person and fill it in.",
    Group.COMING_UP: "Due soon, though not this week.",
    Group.FINE: "Nothing presses. The next date is on each line.",
    Group.NOT_REQUIRED: "No duty is owed to them now, or each has a reason why not.",
}
_AT_FIRST_FOLDED = frozenset({Group.COMING_UP, Group.FINE, Group.NOT_REQUIRED})


def at_first_folded() -> set[Group]:
    """The groups that start out folded: what does not press."""
    return set(_AT_FIRST_FOLDED)


def lines_of(week: Week, folded: Collection[Group], *, with_adviser: bool) -> list[ListLine]:
    """A heading for each group that has anyone, and its people unless it is folded."""
    rows: list[ListLine] = []
    heading: Group | None = None
    for line in week.lines:
        if line.group is not heading:
            heading = line.group
            count = f"{GROUP_LABELS[heading]} ({week.counts[heading]:,})"
            rows.append(ListLine(heading_key(heading), count, open=heading not in folded))
        if heading not in folded:
            rows.append(_line(line, with_adviser=with_adviser))
    return rows


def heading_key(group: Group) -> str:
    return f"group {group}"


def group_of_key(key: str) -> Group | None:
    """The group a heading stands for; None for a person's line."""
    return Group(key.removeprefix("group ")) if key.startswith("group ") else None


def everything_else(duties: Iterable[Duty], rulebook: Rulebook, but: str) -> list[ListLine]:
    """A person's other duties that are owed, the worst first, for the fold below the reason."""
    places = {state: place for place, state in enumerate(State)}
    rest = [duty for duty in duties if duty.duty != but and duty.state is not State.NOT_REQUIRED]
    rest.sort(key=lambda duty: (places[duty.state], duty.due_on is None, duty.due_on))
    return [
        ListLine(
            key=duty.duty,
            title=rulebook.rule(duty.duty).title,
            sentence=duty.reason,
            state=duty.state,
            about=duty.duty,
        )
        for duty in rest
    ]


def say_no_duty(known: Known, terms: Terms) -> str:
    """What is said where no duty makes the line: what does, or that nothing is due."""
    line = known.line
    if line is not None and line.waits_for == FIRST_MEETING:
        meeting = first_meeting_of(known.case, known.day, terms)
        return explain_first_meeting(meeting, known.case, known.day) if meeting else line.sentence
    if line is not None and line.waits_for == RETURNED:
        return f"{line.sentence}. Their words stand in the file, under “With the manager”."
    worst = pressing_of(known.case, known.day).worst
    if line is None or not line.waits_for or worst is None:
        return "Nothing is due to them now."
    return explain_pressing(worst)


def _line(line: Line, *, with_adviser: bool) -> ListLine:
    title = kept_apart(line.name) if line.age is None else f"{kept_apart(line.name)}, {line.age}"
    sentence = line.sentence
    if line.group in PRESSING and line.others:
        sentence += f" · {line.others} more"
    if line.promises_late:
        sentence += f" · {counted(line.promises_late, 'promise')} late"
    if line.answers_late:
        sentence += f" · {counted(line.answers_late, 'answer')} late"
    if line.returned:
        sentence += f" · {line.returned:,} returned by the manager"
    if line.meeting:
        sentence += f" · {line.meeting}"
    aside = (line.adviser or "No personal adviser") if with_adviser else ""
    if line.set_aside:
        snoozed = f"{line.set_aside} snoozed"
        aside = f"{aside} · {snoozed}" if aside else snoozed
    return ListLine(line.person_id, title, sentence, line.state, aside, about=line.person_id)
