"""How do the changes of a comparison stand in a list? Each figure a heading, each person a line."""

from collections import Counter
from collections.abc import Collection

from carelink.changes import Change, Comparison, FigureChange, Kind
from carelink.changes.change import KIND_LABELS
from carelink.dates import show
from carelink.figures.gatherings import POPULATIONS_SAID
from carelink.said import counted
from carelink.words import State
from ui.lines import ListLine

# No state of a duty: one quiet mark, and the word beside it.
_MARK = State.NOT_REQUIRED


def change_lines(
    comparison: Comparison, kind: Kind | None, folded: Collection[str]
) -> list[ListLine]:
    """Every figure that a change of this kind moved, and who; all kinds where none is given."""
    lines: list[ListLine] = []
    for figure in comparison.figures:
        changes = figure.changes if kind is None else figure.of_kind(kind)
        if not changes:
            continue
        key = key_of(figure)
        lines.append(ListLine(key, heading_of(figure), open=key not in folded))
        if key not in folded:
            lines += [_line(change) for change in changes]
    return lines


def key_of(figure: FigureChange) -> str:
    """The key of a figure's heading."""
    return " ".join(figure.figure)


def heading_of(figure: FigureChange) -> str:
    """Which figure, what it was and is, and how many changes there are."""
    population, _, band = figure.figure
    ages = f", ages {band.replace('-', ' to ')}" if band else ""
    return (
        f"{figure.title}{ages}: {figure.old_number:,} of {figure.old_base:,}, "
        f"now {figure.number:,} of {figure.base:,} · {POPULATIONS_SAID[population]}"
    )


def say_sum(comparison: Comparison) -> str:
    """How many people moved how many figures, and how."""
    between = f"{show(comparison.before)} to {show(comparison.after)}"
    if not comparison.changes:
        return f"{between}: nothing changed in any figure."
    moved = sum(1 for figure in comparison.figures if figure.changes)
    kinds = Counter(change.kind for change in comparison.changes)
    parts = [f"{kinds[kind]:,} {KIND_LABELS[kind].lower()}" for kind in Kind if kinds[kind]]
    who = "1 young person" if comparison.people == 1 else f"{comparison.people:,} young people"
    summed = f"{counted(len(comparison.changes), 'change')} = {' + '.join(parts)}"
    return f"{between}: {who} moved {counted(moved, 'figure')}. {summed}."


def say_still(comparison: Comparison) -> str:
    """Which figures no change moved, so that all of them are spoken for."""
    still = [figure for figure in comparison.figures if not figure.changes]
    if not still:
        return ""
    if len(still) == len(comparison.figures):
        return f"All {len(still)} figures are made of the same young people as then."
    return f"{counted(len(still), 'figure')} did not change."


def say_kept(comparison: Comparison) -> str:
    """Whether the pack shows what was known when it was kept; empty where it does."""
    if comparison.as_kept is not False:
        return ""
    return (
        "The pack kept shows other figures than those known when it was kept: it was counted "
        "before something was recorded, or by other standards. The old figures here are those "
        "known when it was kept."
    )


def key_of_change(change: Change) -> str:
    """The key of one person's line under a figure."""
    return f"{' '.join(change.figure)} {change.person_id} {change.kind}"


def say_whole(change: Change) -> str:
    """All of one line, for where there is room."""
    return f"{change.name}. {KIND_LABELS[change.kind]}: {change.moved_says}. {change.says}."


def _line(change: Change) -> ListLine:
    return ListLine(
        key=key_of_change(change),
        title=change.name,
        sentence=change.says,
        state=_MARK,
        aside=change.moved_says,
        about=change.person_id,
        word=KIND_LABELS[change.kind],
    )
