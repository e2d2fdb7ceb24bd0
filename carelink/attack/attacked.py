"""Is everything safe that was ever published, with the new release among it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from carelink.attack.held import Known, Published
from carelink.attack.limits import settle
from carelink.attack.questions import Question, changes_in, figures_in, lines_in, written_in
from carelink.attack.reading import Read, Unreadable, read
from carelink.attack.scene import Scene
from carelink.attack.solver import Clock, OutOfTime
from carelink.attack.system import Contradiction
from carelink.attack.told import Told
from carelink.attack.verdict import Bound, Failure, Kind, Verdict

_NOTHING_FITS = "No true counts fit all that is published, so nothing can be said of its safety."
_OUT_OF_TIME = "Time ran out before every protected figure was settled."


def attack(
    published: Sequence[Published],
    *,
    known: Sequence[Known] = (),
    changed: Mapping[int, Mapping[str, int]] = {},
    values: int = 5,
    hold_up_to: int = 2,
    seconds: float = 60.0,
    full: bool = True,
) -> Verdict:
    """What a reader can work out who holds all of this; the last of `published` is the new one.

    Shape: `changed` has, for a release by its place, how many people's cell in a table changed
    since the release before it; a table that is not named there is not followed over time.
    Units: `values` whole numbers that each protected figure must keep, `hold_up_to` people,
    `seconds` of the solver's time. `full` asks for both ends of every figure of the new release;
    without it as many values as each must keep are enough, which is much quicker.
    """
    reads, damaged = _read_all(published)
    if damaged or not reads:
        return Verdict(False, 0, 0, tuple(damaged), (), (), False, 0.0)
    asking = _Asking(known, values, hold_up_to, full)
    verdict = _seen(reads, changed, asking, Clock(seconds))
    if verdict.complete and any(one.release < len(reads) - 1 for one in verdict.failures):
        return _of_the_new(
            verdict,
            attack(
                published[:-1],
                known=[one for one in known if one.release < len(reads) - 1],
                changed=changed,
                values=values,
                hold_up_to=hold_up_to,
                seconds=seconds,
                full=full,
            ),
        )
    return verdict


def _read_all(published: Sequence[Published]) -> tuple[list[Read], list[Failure]]:
    reads: list[Read] = []
    damaged: list[Failure] = []
    for release, one in enumerate(published):
        try:
            reads.append(read(one))
        except Unreadable as wrong:
            damaged.append(Failure("damaged", release, "", "", str(wrong)))
    return reads, damaged


class _Asking(NamedTuple):
    """What is known beside the files, and what is asked of them."""

    known: Sequence[Known]
    values: int
    hold_up_to: int
    full: bool


def _seen(
    reads: Sequence[Read],
    changed: Mapping[int, Mapping[str, int]],
    asking: _Asking,
    clock: Clock,
) -> Verdict:
    scene = Scene(reads, changed)
    verdict = _Attack(scene, asking, clock).run()
    if verdict.complete or scene.clashes or verdict.failures[-1].kind != "does_not_add_up":
        return verdict
    # A reader who finds no counts that fit learns that some figures are held, and not which.
    return _Attack(Scene(reads, changed, True), asking, clock).run()


def _of_the_new(verdict: Verdict, before: Verdict) -> Verdict:
    """What could be worked out without the new release is no reason to withhold it."""
    failures = tuple(one for one in verdict.failures if one not in before.failures)
    return verdict._replace(safe=not failures, failures=failures)


@dataclass
class _Attack:
    scene: Scene
    asking: _Asking
    clock: Clock
    failures: list[Failure] = field(default_factory=list)
    complete: bool = True

    def run(self) -> Verdict:
        """Everything in turn; what stands in the files first, then what follows from them."""
        self.failures += written_in(self.scene)
        told = Told(self.scene, self.clock)
        asked: list[Question] = []
        try:
            told.use(self.asking.known)
            asked = [
                *figures_in(self.scene, told.columns, self.asking.values, full=self.asking.full),
                *lines_in(self.scene),
                *changes_in(self.scene, self.asking.hold_up_to),
            ]
            settle(self.scene.system, [one.form for one in asked], self.clock)
            self._judge(asked, told)
        except Contradiction:
            self._give_up("does_not_add_up", _NOTHING_FITS)
        except OutOfTime:
            self._judge_by_bounds(asked)
            self._give_up("out_of_time", _OUT_OF_TIME)
        figures = [one for one in asked if one.counts(self.asking.values)]
        widths = [one.form.values for one in figures]
        narrowest = min(widths, default=0)
        return Verdict(
            not self.failures,
            len(figures),
            self.asking.values if narrowest == inf else int(narrowest),
            tuple(self.failures),
            tuple(_bound(one) for one in figures if one.about.release == self._newest),
            tuple(told.unused),
            self.complete,
            self.clock.used,
        )

    @property
    def _newest(self) -> int:
        return len(self.scene.reads) - 1

    def _judge(self, asked: Sequence[Question], told: Told) -> None:
        wrong = [one for one in asked if one.answers_badly(self.asking.values)]
        for one in told.not_known_anyway(wrong):
            self.failures.append(one.failure())

    def _judge_by_bounds(self, asked: Sequence[Question]) -> None:
        """What was proven before time ran out still counts."""
        self.failures += [
            one.failure() for one in asked if one.figure and one.answers_badly(self.asking.values)
        ]

    def _give_up(self, kind: Kind, says: str) -> None:
        self.failures.append(Failure(kind, self._newest, "", "", says))
        self.complete = False


def _bound(one: Question) -> Bound:
    high = None if one.form.high == inf else int(one.form.high)
    return one.about._replace(low=int(max(0, one.form.low)), high=high)
