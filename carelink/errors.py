"""What can go wrong, split by who can put it right."""

from typing import Any, NamedTuple


class Problem(NamedTuple):
    """One thing to put right: the field it stands beside (may be empty) and one plain sentence."""

    field: str
    says: str


class Refused(Exception):
    """What was asked cannot be taken as it stands; whoever asked can put it right.

    Carries every problem at once, so that all can be mended in one go. Nothing has been kept.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__(" ".join(problem.says for problem in problems))
        self.problems = problems


class RulebookError(Exception):
    """A rules file cannot be used as it stands; names the file, the rule and what to do."""


class StoreTrouble(Exception):
    """The computer's fault: full, locked, damaged, newer. Says what happened and what was kept."""


class WrongKey(StoreTrouble):
    """The passphrase, the recovery code or the user does not open this store."""


class NotWhole(StoreTrouble):
    """The store, its keys or its trail are damaged."""


class ChangedMeanwhile(StoreTrouble):
    """Someone else changed the record after it was read; nothing has been kept.

    `now` is the fact as it stands now, where whoever asked can set both side by side.
    """

    def __init__(self, says: str, now: Any = None) -> None:
        super().__init__(says)
        self.now = now
