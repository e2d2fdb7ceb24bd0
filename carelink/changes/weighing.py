"""Which of a person's corrected facts moved a figure? Each is tried by itself, both ways."""

from collections.abc import Callable, Sequence

from carelink.case import CaseFile
from carelink.changes.change import FigureKey
from carelink.changes.standing import Parts, Standing, standing_of
from carelink.changes.touched import TouchedFact, put_back, put_in, say_facts
from carelink.figures.gatherings import Gatherings

# More facts of one person than this are not tried one by one: all of them are said.
_TRIED = 40


class Weighed:
    """The touched facts of one person, and where each alone would put them in the figures."""

    def __init__(
        self,
        was: CaseFile | None,
        now: CaseFile | None,
        touched: Sequence[TouchedFact],
        gatherings: Gatherings,
    ) -> None:
        self._was, self._now = was, now
        self._touched = touched
        self._alone: list[Standing] = []
        self._without: list[Standing] = []
        if was is not None and now is not None and len(touched) <= _TRIED:
            self._alone = [standing_of(put_in(was, fact), gatherings) for fact in touched]
            self._without = [standing_of(put_back(now, fact), gatherings) for fact in touched]

    def says(self, figure: FigureKey, now: Parts) -> str:
        """The facts that moved this figure to what it is now, in words.

        They are those that would have by themselves, else those without which it would not have.
        """
        if self._was is None:
            return f"Was not in the store then. {self._said_of_them}".strip()
        if self._now is None:
            return f"Was taken out of the store. {self._said_of_them}".strip()
        moved = (
            self._those(self._alone, figure, lambda parts: parts == now)
            or self._those(self._without, figure, lambda parts: parts != now)
            or self._touched
        )
        return say_facts(moved) or "Which fact was put right is not known"

    @property
    def _said_of_them(self) -> str:
        return say_facts(fact for fact in self._touched if fact.kind == "people")

    def _those(
        self, tried: Sequence[Standing], figure: FigureKey, so: Callable[[Parts], bool]
    ) -> list[TouchedFact]:
        found = zip(self._touched, tried, strict=False)
        return [fact for fact, standing in found if so(standing.parts_in(figure))]
