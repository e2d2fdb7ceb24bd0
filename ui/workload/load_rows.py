"""How does the load become a table? One row an adviser by name, and rows for nobody and for two."""

from collections.abc import Sequence
from typing import NamedTuple

from carelink.names import kept_apart
from carelink.said import counted
from carelink.words import State
from carelink.workload.bearing import Borne
from carelink.workload.continuity import whole_months
from carelink.workload.load import AdviserLoad, Workload, say_away, say_cover, say_fte
from carelink.workload.weighing import say_weight
from carelink.workload.weights import Weights
from ui.lines import ListLine
from ui.rows import Column

NOBODY, SEVERAL = "nobody", "several"


class LoadRow(NamedTuple):
    """A row: an adviser with what they carry, or people without one, or with two."""

    key: str
    name: str
    load: AdviserLoad | None
    people: tuple[Borne, ...]
    away: str = ""
    cover: str = ""

    @property
    def spoken(self) -> str:
        """The row as one sentence."""
        if self.load is None:
            return f"{self.name}: {counted(len(self.people), 'person')}".replace(
                "persons", "people"
            )
        one = self.load
        parts = [
            f"{self.name}: {say_people(one)}, weight {one.weight:g}",
            f"FTE {say_fte(one.worker)}",
            say_per_fte(one),
            f"{one.due} due in four weeks",
            f"away {self.away}" if self.away else "",
            f"covered by {self.cover}" if self.cover else "",
        ]
        return ". ".join(part for part in parts if part)


def rows_of(load: Workload) -> list[LoadRow]:
    """Every adviser by name; then who has none, and who has two, so that all add up to the roll."""
    rows = [
        LoadRow(
            one.worker.worker_id,
            one.name,
            one,
            one.people,
            say_away(one),
            say_cover(one, load.names),
        )
        for one in load.advisers
    ]
    if load.nobody:
        rows.append(LoadRow(NOBODY, "No personal adviser", None, load.nobody))
    if load.several:
        rows.append(LoadRow(SEVERAL, "Two personal advisers or more", None, load.several))
    return rows


def say_people(one: AdviserLoad) -> str:
    """How many people, and how many more are shared with another adviser."""
    shared = f" and {len(one.shared)} shared" if one.shared else ""
    return f"{len(one.people):,}{shared}"


def say_per_fte(one: AdviserLoad) -> str:
    """Weight for a full week, and where it lies beside the range; what cannot be told is said."""
    if one.per_fte is None:
        return "Cannot tell: no hours" if one.worker.fte == 0 else "Cannot tell: FTE not recorded"
    return f"{one.per_fte:g}, {one.band}"


_COLUMNS = (
    Column("Weight for a full week", lambda row: say_per_fte(row.load) if row.load else ""),
    Column(
        "People",
        lambda row: say_people(row.load) if row.load else f"{len(row.people):,}",
        right=True,
    ),
    Column("Weight", lambda row: f"{row.load.weight:g}" if row.load else "", right=True),
    Column("FTE", lambda row: say_fte(row.load.worker) if row.load else "", right=True),
    Column("Due in 4 weeks", lambda row: f"{row.load.due:,}" if row.load else "", right=True),
    Column("Leave booked", lambda row: row.away),
    Column("Cover", lambda row: row.cover),
)
COLUMNS = (
    Column("Adviser", lambda row: kept_apart(row.name)),
    *_COLUMNS,
)
BAR_COLUMN = 1


def person_lines(row: LoadRow, load: Workload, weights: Weights) -> list[ListLine]:
    """The people of a row by name: what each weighs, and how long they have had their adviser."""
    if not row.people:
        return [ListLine("none", "No young people")]
    worker = row.load.worker if row.load else None
    lines = []
    for one in sorted(row.people, key=lambda one: (one.name.casefold(), one.person_id)):
        further = one.further_with(worker, weights)
        lines.append(
            ListLine(
                one.person_id,
                kept_apart(one.name),
                say_weight(one.weighed, further),
                State.CANNOT_TELL if one.weighed.unknown else State.NOT_REQUIRED,
                say_months(one, load),
                about=one.person_id,
                word=_word(one, one.weight_with(worker, weights)),
            )
        )
    return lines


def say_months(one: Borne, load: Workload) -> str:
    """How long they and their adviser have worked together."""
    if not one.advisers:
        return "Nobody's"
    if len(one.advisers) > 1:
        return ", ".join(load.names.get(key, key) for key in one.advisers)
    if one.since is None:
        return "since a day not recorded"
    months = whole_months(one.since, load.day)
    return counted(months, "month") if months else "under a month"


def said_about(row: LoadRow, load: Workload, weights: Weights) -> list[str]:
    """What the panel says of a row, line by line."""
    if row.load is None:
        return ["They are counted in no adviser's load."]
    one, target = row.load, weights.target
    lines = [
        f"People: {say_people(one)}. Their weight: {one.weight:g}.",
        f"FTE: {say_fte(one.worker)}. For a full week: {say_per_fte(one)}.",
        f"The range is {target.low:g} to {target.high:g} for a full week: {target.says}"
        f" ({target.source}{'; a local number' if target.local else ''}).",
        f"Due in four weeks: {one.due}.",
        f"Leave booked: {row.away or 'none in the next four weeks'}.",
        f"Cover: {row.cover or 'none'}.",
        f"Speaks beside English: {one.worker.languages or 'not recorded'}.",
        f"Works from: {one.worker.district or 'not recorded'}.",
    ]
    if one.shared:
        names = ", ".join(kept_apart(held.name) for held in one.shared)
        lines.append(f"Shared with another adviser and counted apart: {names}.")
    return lines


def _word(one: Borne, weight: float) -> str:
    pinned = one.pinned and one.pinned in one.advisers
    parts = [
        "pinned" if pinned else "",
        "being handed over" if one.moving else "",
        "not all known" if one.weighed.unknown else "",
        f"weighs {weight:g}",
    ]
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def unknown_of(people: Sequence[Borne]) -> str:
    """How many of them have something that could not be weighed."""
    number = sum(bool(one.weighed.unknown) for one in people)
    if not number:
        return ""
    whom = counted(number, "person").replace("persons", "people")
    return f"Of {whom} something is not known, and what is not known weighs nothing."
