"""What is being prepared? Frozen as at a day, made safe and attacked; nothing is kept of it yet."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from carelink.dates import show
from carelink.release.prepared import Prepared
from ui.releasing import Wish, count_for, prepare

if TYPE_CHECKING:
    from carelink.figures.counting import Counting
    from ui.desk import Desk

MODES = {
    "rounded": "Rounded: every figure within 4 of the truth, nothing hidden",
    "exact": "Exact, small figures hidden",
}
MODES_COST = (
    "Rounded figures add up in every line and hide nothing; a shown 0 can mean up to 4. Exact ones "
    'cost "c" for 1 to 5, and others hidden to protect those. What was once released one way is '
    "never released the other way."
)
LEVELS = {
    "": "As fine as the roll allows",
    "full": "Full lists",
    "grouped": "Grouped lists",
    "headline": "Headline measures alone",
}


class InHand(NamedTuple):
    """A frozen set with what came of protecting it; the true counts in it are a manager's alone."""

    wish: Wish
    counting: "Counting"
    prepared: Prepared

    @property
    def says(self) -> str:
        """What is frozen, in a sentence or two."""
        people, done = self.counting.people, self.prepared
        who = "1 young person" if people == 1 else f"{people:,} young people"
        frozen = f"Frozen: {who} as at {show(self.wish.as_at)}."
        if done.release is None:
            return f"{frozen} No safe release was found."
        level = LEVELS[done.level.value].lower()
        return f"{frozen} {done.mode.value.capitalize()}, {level}. Hash {done.release.hash[:12]}…"

    @property
    def proof(self) -> str:
        """What the attack found; empty where nothing was attacked."""
        if self.prepared.release is None:
            return ""
        return str(self.prepared.release.said.get("attack_says", ""))


def freeze(
    desk: "Desk", wish: Wish, counting: "Counting | None" = None
) -> Iterator["str | InHand"]:
    """How far it has come, in words, and the frozen set last; any thread.

    Raises: Refused as `prepare` does.
    """
    if counting is None:
        yield "Counting everybody…"
        counting = count_for(desk.ask, desk.store.path, wish.as_at)
    yield "Making the figures safe, and attacking them…"
    yield InHand(wish, counting, prepare(desk.ask, desk.store.path, counting, wish))


def last_month_end(day: date) -> date:
    """The last day of the month before."""
    return day.replace(day=1) - timedelta(days=1)
