"""What is due to one person, as lines: grouped by state, the worst first, with their sum."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from carelink.case import CaseFile, has_died
from carelink.duties.duty import Duty
from carelink.known import say_off_roll
from carelink.rulebook import Rulebook
from carelink.status import Standing
from carelink.week import sentence_of, set_aside_on
from carelink.words import STATE_LABELS, State
from ui.lines import ListLine

_FOLDED = frozenset({State.DECLINED, State.ON_TRACK, State.NOT_REQUIRED})


def at_first_folded() -> set[State]:
    """The states whose duties start out folded: what does not press."""
    return set(_FOLDED)


def due_lines(
    case: CaseFile,
    duties: Iterable[Duty],
    rulebook: Rulebook,
    day: date,
    folded: Collection[State],
) -> list[ListLine]:
    """A heading for each state that has any, and its duties unless it is folded."""
    held = list(duties)
    aside = set_aside_on(case, held, day)
    rows: list[ListLine] = []
    for state in State:
        group = [duty for duty in held if duty.state is state]
        group.sort(key=lambda duty: duty.due_on or date.max)
        if not group:
            continue
        rows.append(
            ListLine(f"state {state}", _heading(state, len(group)), open=state not in folded)
        )
        if state not in folded:
            rows += [_line(case, duty, rulebook, day, duty.duty in aside) for duty in group]
    return rows


def state_of_key(key: str) -> State | None:
    """The state a heading stands for; None for a duty's line."""
    return State(key.removeprefix("state ")) if key.startswith("state ") else None


def say_sum(duties: Collection[Duty]) -> str:
    """How the states add up: 33 duties = 2 overdue + 14 on track + 17 not required."""
    counted = Counter(duty.state for duty in duties)
    parts = [f"{counted[state]} {STATE_LABELS[state].lower()}" for state in State if counted[state]]
    return f"{len(duties)} duties = {' + '.join(parts)}"


def say_nothing_due(case: CaseFile, standing: Standing) -> str:
    """Why nothing is due to someone who is not on the roll."""
    why = say_off_roll(case, standing)
    if has_died(case.person):
        return f"{why}. Nothing is due, and nothing will remind of it."
    return f"{why}. {standing.reason}"


def _heading(state: State, number: int) -> str:
    return f"{STATE_LABELS[state]} ({number})"


def _line(case: CaseFile, duty: Duty, rulebook: Rulebook, day: date, aside: bool) -> ListLine:
    rule = rulebook.rule(duty.duty)
    return ListLine(
        key=duty.duty,
        title=rule.title,
        sentence=sentence_of(case, duty, rule, day),
        state=duty.state,
        aside="Snoozed" if aside else "",
        about=duty.duty,
    )
