"""How does a list come out of the roll? In words, with what cannot be told said too."""

from carelink.meetings.asked import Asked


def say_list(asked: Asked, listed: set[str], because: str, unknown: set[str], lacks: str) -> str:
    """The sum: "4 of the 166 on the roll are on this list because they turn 18. …".

    `unknown` are those of whom it cannot be told, for want of what `lacks` says.
    """
    roll = {one.case.person.person_id for one in asked.roll}
    on, doubt = len(listed & roll), len((unknown - listed) & roll)
    verb = "is" if on == 1 else "are"
    parts = [f"{on:,} of the {len(roll):,} on the roll {verb} on this list because {because}."]
    if doubt:
        parts.append(f"Of {doubt:,} more we cannot tell: {lacks}.")
    rest = len(roll) - on - doubt
    parts.append(f"The other {rest:,} are not." if rest != 1 else "The other one is not.")
    off = len(listed - roll)
    if off:
        parts.append(f"{off:,} who {'is' if off == 1 else 'are'} not on the roll stand here too.")
    return " ".join(parts)
