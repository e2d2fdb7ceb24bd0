"""Is this a postcode, and how is it written? `me44tr.` is ME4 4TR."""

import re

# Source: BS 7666: one or two letters, one or two digits or a digit and a letter; then a digit and
# two letters, of which C, I, K, M, O and V are never used.
_POSTCODE = re.compile(
    r"([A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[A-HK-Y]?[0-9][A-Z]))([0-9][ABD-HJLNP-UW-Z]{2})"
)
# What the health service writes for nobody's door: a state, and no postcode.
_NOWHERE = re.compile(r"ZZ99[0-9][A-Z]{2}")


def normalised(text: str) -> str:
    """The postcode as it is written, ME4 4TR; what is none is given back as it was typed."""
    bare = re.sub(r"[\s.,-]", "", text).upper()
    found = _POSTCODE.fullmatch(bare)
    return f"{found[1]} {found[2]}" if found else text.strip()


def is_postcode(text: str) -> bool:
    """Whether this is a postcode, however it is spaced."""
    return bool(_POSTCODE.fullmatch(re.sub(r"[\s.,-]", "", text).upper()))


def stands_for_nowhere(text: str) -> bool:
    """Whether it is one of those made up for people with no fixed home."""
    return bool(_NOWHERE.fullmatch(re.sub(r"[\s.,-]", "", text).upper()))
