"""What is to be done about each entry: got, told of, found out, waited for? Everybody adds up."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from carelink.money.entitled import Entitled
from carelink.money.words import Stands


class Group(StrEnum):
    """Where an entry stands on the page, what we can do something about first."""

    TO_GET = "to_get"
    TO_TELL = "to_tell"
    CANNOT_TELL = "cannot_tell"
    REACHED = "reached"
    LATER = "later"
    NOT_YET_LAW = "not_yet_law"
    ENDED = "ended"
    NOT_FOR_THEM = "not_for_them"


GROUP_WORDS: Mapping[Group, str] = {
    Group.TO_GET: "to get",
    Group.TO_TELL: "to tell them of",
    Group.CANNOT_TELL: "we cannot tell",
    Group.REACHED: "they have or know of",
    Group.LATER: "later",
    Group.NOT_YET_LAW: "not yet law",
    Group.ENDED: "over",
    Group.NOT_FOR_THEM: "not for them",
}
_OTHERWISE: Mapping[Stands, Group] = {
    Stands.CANNOT_TELL: Group.CANNOT_TELL,
    Stands.LATER: Group.LATER,
    Stands.NOT_YET_LAW: Group.NOT_YET_LAW,
    Stands.ENDED: Group.ENDED,
    Stands.NOT_FOR_THEM: Group.NOT_FOR_THEM,
}


def group_of(held: Entitled) -> Group:
    """The one group an entry is in."""
    if held.stands is not Stands.NOW:
        return _OTHERWISE[held.stands]
    if held.has_reached_them:
        return Group.REACHED
    return Group.TO_GET if held.entry.is_claimed else Group.TO_TELL


def grouped(stands: Iterable[Entitled]) -> dict[Group, list[Entitled]]:
    """The entries of each group; in each the greatest amount first, then as in the catalogue."""
    held: dict[Group, list[Entitled]] = {group: [] for group in Group}
    for entitled in stands:
        held[group_of(entitled)].append(entitled)
    for listed in held.values():
        listed.sort(key=lambda entitled: -(entitled.left_pence or 0))
    return held


def say_sum(groups: Mapping[Group, list[Entitled]]) -> str:
    """How they add up: "44 = 3 to get + 12 to tell them of + 29 later"."""
    parts = [f"{len(held):,} {GROUP_WORDS[group]}" for group, held in groups.items() if held]
    return f"{sum(map(len, groups.values())):,} = {' + '.join(parts)}"
