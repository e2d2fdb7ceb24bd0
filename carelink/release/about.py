"""What does a release say of itself? Its tables, definitions and protection, with the proof."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from carelink.attack import Verdict
from carelink.disclosure import Dimension, Frozen, Mode, Protected
from carelink.figures.dimensions import LABELS
from carelink.figures.indicators import Definition, Indicator
from carelink.figures.levels import Level
from carelink.figures.whitelist import THEMES, FigureTable
from carelink.release.meta import as_json, said_cell

AUDIENCE = "Corporate Parenting Board"
# The nodes that say something is not known of somebody.
UNKNOWN = ("not_known", "not_recorded", "no_date", "cannot_tell")


class Asked(NamedTuple):
    """What was asked for: the day, for whom, how protected, how finely.

    Shape: `periods` has for each population the first day, the last day and the words for them.
    """

    as_at: date
    audience: str
    mode: Mode
    level: Level
    periods: Mapping[str, tuple[date, date, str]]


def about_of(
    asked: Asked,
    tables: Sequence[FigureTable],
    indicators: Sequence[tuple[Indicator, Definition]],
    frozen: Frozen,
    protected: Protected,
    columns: Sequence[str],
    proof: Mapping[str, Any],
    hash: str,
) -> str:
    """The text of release.json; nothing in it is more than the shown figures say."""
    used = {table.theme for table in tables}
    return as_json(
        {
            "as_at": asked.as_at.isoformat(),
            "period": {name: _period(*asked.periods[name]) for name in _populations(tables)},
            "audience": asked.audience,
            "mode": asked.mode.value,
            "level": asked.level.value,
            "hash": hash,
            "hash_of": "SHA-256 of figures.csv",
            "themes": [{"id": i, "title": title} for i, title in THEMES.items() if i in used],
            "tables": [_table(table, indicators, asked) for table in tables],
            "indicators": [_indicator(*pair) for pair in indicators],
            "definitions": [_definition(definition) for _, definition in indicators],
            "labels": _labels(columns, frozen.dimensions),
            "quality": list(_quality(tables, indicators, frozen.dimensions, protected, columns)),
            "protection": list(protection_of(asked.mode, frozen)),
            **proof,
        }
    )


def protection_of(mode: Mode, frozen: Frozen) -> tuple[str, ...]:
    """How the figures are protected, in sentences that are printed with them."""
    limits = frozen.limits
    shared = (
        "Only tables of an agreed list are published, none by adviser, and percentages are made "
        "from the shown figures alone: whole per cent, halves up, none on a shown base under 20; "
        '"low" means above nought but less than half of one per cent, "z" that it does not apply.',
    )
    if mode is Mode.ROUNDED:
        return (
            f"Every figure is rounded to a multiple of {limits.base} beside the truth, all at "
            f"once, so that every line adds up. Each is within {limits.within} of the truth: a "
            f"shown 0 can mean up to {limits.within}.",
            "A figure stays as it was in the last release while that is still within "
            f"{limits.within} of the truth, so it may lag by up to {limits.within} people. Where "
            "only one or two people's records changed since an earlier release, the line is held "
            f"as it was, and then may lag by up to {limits.within + limits.hold_up_to} people. "
            # To name the figures that are held would say in which lines somebody changed.
            "Which lines are held is not told.",
            *shared,
        )
    return (
        f'Figures are exact; "c" is a hidden figure, not to be read as nought. A figure from 1 to '
        f"{limits.small_up_to} is hidden, and as many others as it takes that no hidden one can be "
        f"worked out to fewer than {limits.values} possible numbers. A shown 0 is nought.",
        "Where only one or two people's records changed since an earlier release, the line is "
        "hidden.",
        *shared,
    )


def proof_of(alone: Verdict, joint: Verdict, earlier: int) -> dict[str, Any]:
    """The attack's result as it travels with the release: no time in it, so the same again.

    Shape: `alone` is what any reader can work out of the release, `joint` was attacked with what
    an insider and what others published add to it, of which no number goes into print.
    """
    says = (
        f"Attacked as a reader would who holds this release and {_earlier(earlier)}, and what the "
        f"Department for Education printed of the council: {alone.figures:,} protected figures, "
        f"each left with at least {alone.narrowest} possible whole numbers by this release; none "
        "can be worked out."
    )
    return {
        "attack": {
            "safe": joint.safe,
            "complete": joint.complete and alone.complete,
            "figures": alone.figures,
            "narrowest": alone.narrowest,
            "earlier_releases": earlier,
            "not_used": [str(one) for one in joint.not_used],
            "bounds": [
                {"table": one.table, "at": one.at, "shown": one.shown}
                | {"least": one.low, "greatest": one.high}
                for one in alone.bounds
            ],
        },
        "attack_says": says,
    }


def _earlier(count: int) -> str:
    return {0: "no earlier one", 1: "the earlier one"}.get(count, f"the {count} earlier ones")


def _period(first: date, last: date, says: str) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat(), "says": says}


def _populations(tables: Iterable[FigureTable]) -> list[str]:
    return list(dict.fromkeys(table.population for table in tables))


def _table(
    table: FigureTable, indicators: Iterable[tuple[Indicator, Definition]], asked: Asked
) -> dict[str, Any]:
    return {
        "table": table.name,
        "title": table.title,
        "theme": table.theme,
        "population": table.population,
        "period": asked.periods[table.population][2],
        "fixed": dict(table.fixed),
        "dimensions": list(table.across),
        "indicators": [one.name for one, _ in indicators if one.table == table.name],
    }


def _indicator(indicator: Indicator, definition: Definition) -> dict[str, Any]:
    return {
        "name": indicator.name,
        "title": indicator.title,
        "theme": indicator.theme,
        "table": indicator.table,
        "counted": list(indicator.counted),
        "better": indicator.better,
        "definition": definition.id,
        "version": definition.version,
    }


def _definition(definition: Definition) -> dict[str, Any]:
    return {
        "id": definition.id,
        "version": definition.version,
        "title": definition.title,
        "points": dict(definition.points),
    }


def _labels(columns: Sequence[str], dimensions: Mapping[str, Dimension]) -> dict[str, Any]:
    return {
        name: {
            "title": LABELS[name].title,
            "nodes": {node: LABELS[name].nodes[node] for node in dimensions[name].nodes},
        }
        for name in columns
        if name in dimensions
    }


def _quality(
    tables: Sequence[FigureTable],
    indicators: Sequence[tuple[Indicator, Definition]],
    dimensions: Mapping[str, Dimension],
    protected: Protected,
    columns: Sequence[str],
) -> Iterable[dict[str, Any]]:
    """How many are not known for each indicator, as shown; nothing where nobody can be."""
    by_name = {table.name: table for table in tables}
    for indicator, _ in indicators:
        table, name = by_name[indicator.table], indicator.counted[0]
        for node in dimensions[name].nodes:
            if node in UNKNOWN:
                at = tuple(sorted((*table.fixed, (name, node))))
                shown = protected.shown[at]
                yield {
                    "indicator": indicator.name,
                    "category": node,
                    "at": said_cell(at, columns),
                    "shown": "c" if shown is None else str(shown),
                }
