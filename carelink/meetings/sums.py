"""How does a list come out of the roll? In words, with what cannot be told said too."""

from collections.abc import Iterable

from carelink.dates import show
from carelink.meetings.asked import Asked, Someone
from carelink.said import are


def say_list(
    asked: Asked,
    listed: Iterable[Someone],
    because: str,
    unknown: Iterable[Someone] = (),
    lacks: str = "",
) -> str:
    """The sum: "4 of the 166 on the roll are on this list because they turn 18. …".

    `unknown` are those of whom it cannot be told, for want of what `lacks` says.
    """
    roll, here = _ids(asked.roll), _ids(listed)
    if not roll and not here:
        return f"Nobody is on the roll on {show(asked.day)}, so nobody can be on this list."
    on, doubt = len(here & roll), len((_ids(unknown) - here) & roll)
    parts = [f"{on:,} of the {len(roll):,} on the roll {are(on)} on this list because {because}."]
    if doubt:
        parts.append(f"Of {doubt:,} more we cannot tell: {lacks}.")
    rest = len(roll) - on - doubt
    if rest and (on or doubt):
        parts.append(f"The other {rest:,} {are(rest)} not.")
    off = len(here - roll)
    if off:
        parts.append(f"{off:,} not on the roll {'stands' if off == 1 else 'stand'} here too.")
    return " ".join(parts)


def _ids(people: Iterable[Someone]) -> set[str]:
    return {one.case.person.person_id for one in people}
