"""What does a TOML file hold that somebody wrote by hand? What cannot be read is said in words."""

import tomllib
from typing import Any

from carelink.errors import RulebookError

# Some editors put it before the first word; it says nothing.
_BYTE_ORDER_MARK = "\ufeff"


def read_toml(text: str, named: str) -> dict[str, Any]:
    """The tables of the text; `named` is what the file is called where it cannot be read.

    Raises: RulebookError, naming the file and the line.
    """
    try:
        return tomllib.loads(text.removeprefix(_BYTE_ORDER_MARK))
    except tomllib.TOMLDecodeError as wrong:
        raise RulebookError(f"{named} is not a TOML file that can be read: {wrong}.") from wrong
    except RecursionError:
        says = "has brackets inside brackets far too deep to be rules"
        raise RulebookError(f"{named} {says}.") from None
