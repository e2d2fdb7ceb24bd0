"""How does the team's page become lines and a table?"""

from typing import NamedTuple

from carelink.dates import show
from carelink.names import kept_apart
from carelink.rulebook import Rulebook
from carelink.team import Team, TeamLine
from carelink.words import STATE_LABELS, State
from ui.lines import ListLine
from ui.rows import Column

LATE_KEY, WORRIES_KEY = "group late", "group worries"
PASSPORT_KEY, SOON_KEY = "group passport", "group passport soon"
# The order in which a manager reads them: what alarms first.
STATES = (
    State.NEVER,
    State.OVERDUE,
    State.NO_DATE,
    State.CANNOT_TELL,
    State.DUE_SOON,
    State.DECLINED,
    State.ON_TRACK,
    State.NOT_REQUIRED,
)


class DutyCount(NamedTuple):
    """One duty and how many of the roll are in each state; the counts add up to `roll`."""

    duty: str
    title: str
    counts: tuple[int, ...]
    roll: int

    @property
    def spoken(self) -> str:
        """The row as one sentence."""
        return f"{self.title}: {self.roll} = {', '.join(self._parts)}"

    @property
    def sum(self) -> str:
        """How the states add up: "159 = 8 overdue + 151 on track"."""
        return f"{self.roll:,} = {' + '.join(self._parts)}"

    @property
    def _parts(self) -> list[str]:
        return [
            f"{count:,} {STATE_LABELS[state].lower()}"
            for state, count in zip(STATES, self.counts, strict=True)
            if count
        ]


def _counter(at: int) -> Column:
    def show_count(row: DutyCount) -> str:
        return f"{row.counts[at]:,}" if row.counts[at] else ""

    def sort_count(row: DutyCount) -> int:
        return row.counts[at]

    return Column(STATE_LABELS[STATES[at]], show_count, sort_count, right=True)


COUNT_COLUMNS = (
    Column("Duty", lambda row: row.title),
    *(_counter(at) for at in range(len(STATES))),
    Column("Roll", lambda row: f"{row.roll:,}", lambda row: row.roll, right=True),
)


def counts_of(team: Team, rulebook: Rulebook) -> list[DutyCount]:
    """Every duty in rule order with its count by state."""
    return [
        DutyCount(
            duty,
            rulebook.rule(duty).title,
            tuple(states.get(state, 0) for state in STATES),
            sum(states.values()),
        )
        for duty, states in team.states.items()
    ]


def lines_of(team: Team) -> list[ListLine]:
    """Who waits, the longest first; below it the worries written in notes."""
    rows = [ListLine(LATE_KEY, f"Late with a contact, a review or an adviser ({len(team.late):,})")]
    rows += [_line_of(line) for line in team.late]
    if team.worries:
        head = f"Worries written in notes in the last eight weeks ({len(team.worries):,})"
        rows.append(ListLine(WORRIES_KEY, head))
    for worry in team.worries:
        rows.append(
            ListLine(
                f"worry {worry.person_id} {worry.contact_id}",
                kept_apart(worry.name),
                f"{show(worry.on)}: {worry.worry}",
                State.DUE_SOON,
                worry.adviser or "No personal adviser",
                about="worry",
            )
        )
    return rows


def passport_lines_of(team: Team) -> list[ListLine]:
    """Who has no health passport: those who are 18 already, then those who soon will be."""
    late = [line for line in team.passports if line.duty.is_late]
    soon = [line for line in team.passports if not line.duty.is_late]
    if not team.passports:
        return [ListLine(PASSPORT_KEY, "Everybody who is 18, or soon will be, has theirs.")]
    rows = [ListLine(PASSPORT_KEY, f"18 and no health passport ({len(late):,})")]
    rows += [_line_of(line) for line in late]
    if soon:
        rows.append(ListLine(SOON_KEY, f"18 soon and no health passport ({len(soon):,})"))
    return rows + [_line_of(line) for line in soon]


def say_passports(team: Team) -> str:
    """How many are 18 and have no health passport, on the button that shows them."""
    late = sum(line.duty.is_late for line in team.passports)
    return f"18 and no health passport ({late:,})"


def _line_of(line: TeamLine) -> ListLine:
    more = f" · {line.others} more" if line.others else ""
    return ListLine(
        line.person_id,
        kept_apart(line.name),
        line.sentence + more,
        line.duty.state,
        line.adviser or "No personal adviser",
        about=line.duty.duty,
    )


def person_of(line: ListLine) -> str:
    """Whose line it is; empty for a heading."""
    if line.state is None:
        return ""
    return line.key.split(" ")[1] if line.key.startswith("worry ") else line.key
