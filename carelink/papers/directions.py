"""In which direction does each character of a line run, and in which order are runs drawn?"""

import unicodedata
from collections.abc import Sequence

from bidi import algorithm

_RIGHT = frozenset(("R", "AL", "AN"))
_OBEYED = frozenset(("L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "WS", "ON"))
# Goes with whatever stands before it, as an unseen character should.
_MARK = "\u0300"


def levels_of(text: str, right: bool) -> list[int]:
    """The level of each character: even runs from the left, odd from the right.

    `right` says which way the paragraph runs. Source: Unicode's bidirectional algorithm, without
    its explicit codes, which papers do not obey.
    """
    kinds = [unicodedata.bidirectional(one) for one in text]
    if not right and _RIGHT.isdisjoint(kinds):
        return [0] * len(text)
    obeyed = (one if kind in _OBEYED else _MARK for one, kind in zip(text, kinds, strict=True))
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = int(right), "R" if right else "L"
    algorithm.get_embedding_levels("".join(obeyed), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [one["level"] for one in storage["chars"]]


def drawn_order(levels: Sequence[int]) -> list[int]:
    """In which order runs of these levels stand from the left. Source: Unicode's rule L2."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    for level in range(max(levels, default=0), min(odd, default=1) - 1, -1):
        start = None
        for place in range(len(order) + 1):
            within = place < len(order) and levels[order[place]] >= level
            if within and start is None:
                start = place
            elif not within and start is not None:
                order[start:place] = reversed(order[start:place])
                start = None
    return order
