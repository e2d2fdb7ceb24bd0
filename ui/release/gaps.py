"""Of whom is not enough known, and for which figures? Figures of one question stand together."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from carelink.figures.indicators import INDICATORS
from carelink.words import State
from ui.lines import ListLine
from ui.release.in_hand import InHand

_ALL_KNOWN = "Enough is known of everybody for every figure."


class Gap(NamedTuple):
    """One question that is not answered for everybody; `titles` are the figures made from it."""

    key: str
    titles: tuple[str, ...]
    people: tuple[str, ...]

    @property
    def says(self) -> str:
        """The figures it is asked for, in short."""
        first, *more = self.titles
        if not more:
            return first
        return f"{first}, and {len(more)} more figure{'s' if len(more) > 1 else ''}"


def gaps_of(in_hand: InHand) -> list[Gap]:
    """Every question with the people whom it is not answered for, in the order of the figures."""
    unknown = in_hand.prepared.unknown
    found: dict[tuple[str, ...], Gap] = {}
    for indicator in INDICATORS:
        people = tuple(unknown.get(indicator.name, ()))
        if people:
            asked = (indicator.table, indicator.counted[0])
            gap = found.setdefault(asked, Gap(" ".join(asked), (), people))
            found[asked] = gap._replace(titles=(*gap.titles, indicator.title))
    return list(found.values())


def say_gaps(gaps: Collection[Gap]) -> str:
    """How many people are not known for how many figures."""
    if not gaps:
        return _ALL_KNOWN
    people = len({person for gap in gaps for person in gap.people})
    figures = sum(len(gap.titles) for gap in gaps)
    who = "1 young person is" if people == 1 else f"{people:,} young people are"
    return f"{who} not known for {figures} of {len(INDICATORS)} figures."


def gap_lines(
    gaps: Collection[Gap], names: Mapping[str, str], folded: Collection[str]
) -> list[ListLine]:
    """Each question a heading, each person under it a line."""
    lines: list[ListLine] = []
    for gap in gaps:
        is_open = gap.key not in folded
        heading = f"{gap.says}: {len(gap.people):,} not known"
        lines.append(ListLine(gap.key, heading, open=is_open))
        for person_id in gap.people if is_open else ():
            lines.append(
                ListLine(
                    f"{gap.key} {person_id}",
                    names.get(person_id, person_id),
                    gap.says,
                    State.CANNOT_TELL,
                    about=person_id,
                    word="Not known",
                )
            )
    return lines
