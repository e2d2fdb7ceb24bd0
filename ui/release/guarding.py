"""What must not stand in the words beside the figures? Said for each box, in plain sentences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from carelink.errors import RulebookError
from carelink.release.commentary import Found, check_commentary
from carelink.release.comparators import beside
from carelink.release.shown import age_bands_of
from ui.release.in_hand import InHand
from ui.standards import comparators_beside, targets_beside

if TYPE_CHECKING:
    from carelink.release import Release
    from ui.desk import Desk

# The boxes beside those of the themes; the last is why a number may stand, and is never printed.
QUALITY, ACTIONS, YOU_SAID, LET_STAND = "quality", "actions", "you_said", "let_stand"


class Roll(NamedTuple):
    """Whom the words must not name, and the per cents that may be named beside the figures."""

    names: tuple[str, ...]
    ids: tuple[str, ...]
    also: tuple[int, ...]


def roll_of(desk: "Desk", release: "Release") -> Roll:
    """Everybody on the roll by every name, and the targets and published per cents."""
    people = desk.people()
    names = (name for one in people for name in (one.known_as, one.legal_name, one.previous_names))
    return Roll(
        tuple(dict.fromkeys(name for name in names if name)),
        tuple(one.person_id for one in people),
        tuple(sorted(_beside(desk, release))),
    )


def guarded(in_hand: InHand, roll: Roll, box: str, text: str) -> tuple[Found, ...]:
    """What is wrong in one box."""
    release = in_hand.prepared.release
    if release is None or not text:
        return ()
    found = check_commentary(
        {box: text},
        release,
        roll.names,
        ids=roll.ids,
        counts=in_hand.prepared.counts,
        also=roll.also,
    )
    return tuple(found)


def in_the_way(found: Mapping[str, tuple[Found, ...]], let_stand: str) -> list[str]:
    """The boxes in which something must go; a number may stand where it is said why."""
    return [
        box
        for box, wrong in found.items()
        if any(not (one.may_stand and let_stand) for one in wrong)
    ]


def _beside(desk: "Desk", release: "Release") -> set[int]:
    """The per cents of targets and of others; none while the council's own lists cannot be used."""
    try:
        targets = targets_beside(desk.store.path)
        others = comparators_beside(desk.store.path)
    except RulebookError:
        return set()
    found = {target.percent for target in targets}
    for indicator in release.said["indicators"]:
        for band in (None, *age_bands_of(release, indicator["name"])):
            published = beside(release, indicator["name"], band, others)
            found |= {int(one.percent) for one in published if one.percent.isdigit()}
    return found
