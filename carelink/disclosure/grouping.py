"""Are the categories too fine for so few people?"""

from carelink.disclosure.frozen import Frozen


def small_share(frozen: Frozen) -> float:
    """The share of small counts among the lowest cells that are not nought; 0 where all are."""
    wholes = {line.whole for line in frozen.lines}
    inner = [frozen.counts[cell] for cell in frozen.cells if cell not in wholes]
    counted = [count for count in inner if count]
    small = sum(count <= frozen.limits.small_up_to for count in counted)
    return small / len(counted) if counted else 0.0
