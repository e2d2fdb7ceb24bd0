"""What is printed under every figure? Its period, its day, its definition, what is not known."""

from collections.abc import Iterator, Mapping
from typing import Any

from carelink.dates import show
from carelink.release.grids import definition_of, indicator_named, not_known_of
from carelink.release.release import Release


def under_table(release: Release, table: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines that stand under a table, each a sentence."""
    return tuple(_under(release, table))


def definition_lines(definition: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The contract of a figure: what each point is about, and what holds."""
    return tuple(definition["points"].items()) or (("What holds", definition["title"]),)


def named(definition: Mapping[str, Any]) -> str:
    """A definition's id and version, as they are printed."""
    return f"{definition['id']}, version {definition['version']}"


def _under(release: Release, table: Mapping[str, Any]) -> Iterator[str]:
    yield f"Counted: {table['period']}. As at {show(release.as_at)}."
    for name in table["indicators"]:
        indicator = indicator_named(release, name)
        says = named(definition_of(release, indicator))
        yield f"{indicator['title']}: definition {says}."
    if unknown := not_known_of(release, table):
        yield f"Not known, as shown: {'; '.join(unknown)}."
