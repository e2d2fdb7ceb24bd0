"""Which totals does a reader know from elsewhere, and what follows from those alone?"""

from collections.abc import Sequence
from math import inf

from carelink.attack.forms import Form
from carelink.attack.held import Known
from carelink.attack.limits import settle
from carelink.attack.questions import Question
from carelink.attack.reading import cell_of
from carelink.attack.scene import Scene
from carelink.attack.solver import Clock
from carelink.attack.system import Contradiction, System
from carelink.attack.verdict import Unused

_TOTALS = ("", "Total")
_NO_FIGURE = "No published figure has to do with it."
_NO_FIT = "It does not fit what is published, so it must count other people."
_OTHERS = "Too many of the totals known of this release do not fit it: they count other people."
# Where more than one in so many totals of a release do not fit, none of them says anything of it.
_ONE_IN = 5


class Told:
    """Known totals as they are put into the system, those that fit.

    Shape: `columns` are the numbers that are known so, with their counts.
    """

    def __init__(self, scene: Scene, clock: Clock) -> None:
        self._scene, self._clock = scene, clock
        self.columns: dict[int, int] = {}
        self.unused: list[Unused] = []

    def use(self, known: Sequence[Known]) -> None:
        """Takes every total that fits what is published and those before it, and narrows all.

        Totals that mostly do not fit a release count other people, and none of them is taken.

        Raises: Contradiction where what is published does not fit itself, OutOfTime.
        """
        system = self._scene.system
        system.propagate()
        for release in sorted({one.release for one in known}):
            of_it = [one for one in known if one.release == release]
            lows, highs, columns = list(system.lows), list(system.highs), dict(self.columns)
            unused = [says for one in of_it if (says := self._take(one))]
            strangers = [one for one in unused if one.why == _NO_FIT]
            if len(strangers) * _ONE_IN > len(of_it):
                system.lows, system.highs, self.columns = lows, highs, columns
                unused = [Unused(one, _OTHERS) for one in of_it]
            self.unused += unused

    def _take(self, one: Known) -> Unused | None:
        """Takes a total if it fits; else why not."""
        system = self._scene.system
        column = self._scene.columns.get((one.release, cell_of(one.at, _TOTALS)))
        if column is None:
            return Unused(one, _NO_FIGURE)
        tried = system.copy()
        tried.narrow(column, one.count, one.count)
        if not self._fits(tried):
            return Unused(one, _NO_FIT)
        system.lows, system.highs = tried.lows, tried.highs
        self.columns[column] = one.count
        return None

    def _fits(self, system: System) -> bool:
        try:
            system.propagate()
            settle(system, (), self._clock)
        except Contradiction:
            return False
        return True

    def not_known_anyway(self, wrong: Sequence[Question]) -> list[Question]:
        """Those that the totals do not give away as far by themselves.

        Raises: OutOfTime.
        """
        if not self.columns or not wrong:
            return list(wrong)
        system = self._scene.system
        many = len(system.lows)
        apart = System([0.0] * many, [inf] * many, list(self._scene.additive), system.near)
        for column, count in self.columns.items():
            apart.narrow(column, count, count)
        apart.propagate()
        forms = [Form(one.form.terms) for one in wrong]
        settle(apart, forms, self._clock)
        return [
            one
            for one, form in zip(wrong, forms, strict=True)
            if form.high - form.low > one.form.high - one.form.low
        ]
