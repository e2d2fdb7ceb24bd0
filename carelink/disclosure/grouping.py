"""Are the categories too fine for so few people?"""

from carelink.disclosure.frozen import Frozen


def small_share(frozen: Frozen) -> float:
    """The share of small counts among the counts of the lowest cells that are not nought.

    A lowest cell has no sum over any dimension of its table. Units: 0 to 1; nought where nobody is.
    """
    inner = _lowest(frozen)
    counts = [frozen.counts[cell] for cell in frozen.cells if cell in inner and frozen.counts[cell]]
    small = sum(count <= frozen.limits.small_up_to for count in counts)
    return small / len(counts) if counts else 0.0


def _lowest(frozen: Frozen) -> set[tuple[tuple[str, str], ...]]:
    """The cells that are no line's whole."""
    wholes = {line.whole for line in frozen.lines}
    return {cell for cell in frozen.cells if cell not in wholes}
