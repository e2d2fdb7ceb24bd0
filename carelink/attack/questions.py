"""What is to be found out? Each figure's ends, lines in one category, changes of few."""

from collections.abc import Container, Iterator
from math import inf
from typing import NamedTuple

from carelink.attack.forms import Form
from carelink.attack.scene import Figure, Scene
from carelink.attack.verdict import Bound, Failure, Kind


class Question(NamedTuple):
    """One thing that somebody might work out, and how one would say that they can.

    Shape: `about` names the figure; `small_up_to` is set where it was left out of the file and
    matters only where it is small.
    """

    kind: Kind
    about: Bound
    form: Form
    says: str = ""
    small_up_to: int | None = None

    @property
    def figure(self) -> bool:
        """Whether it is asked how far a protected figure goes."""
        return self.kind in ("pinned", "too_few")

    def answers_badly(self, values: int) -> bool:
        """Whether it can be worked out."""
        form = self.form
        if self.kind == "one_category":
            return form.high <= 0
        if self.kind == "small_change":
            return form.low > 0 or form.high < 0
        if self.small_up_to is not None and (form.low > self.small_up_to or form.high <= 0):
            return False
        return form.values < values

    def counts(self, values: int) -> bool:
        """Whether it is a protected figure; one that was left out is where it can be worked out."""
        return self.figure and (self.small_up_to is None or self.answers_badly(values))

    def failure(self) -> Failure:
        """It, said."""
        low, high = self.form.low, self.form.high
        kind, says = self.kind, self.says
        if self.figure:
            kind = "pinned" if low >= high else "too_few"
            says = (
                f"It can only be {low:.0f}." if low >= high else f"It is {low:.0f} to {high:.0f}."
            )
        return Failure(kind, self.about.release, self.about.table, self.about.at, says)


def written_in(scene: Scene) -> Iterator[Failure]:
    """What is wrong as it stands: sums that are none, small exact figures, per cents that tell."""
    for clash in scene.clashes:
        yield Failure("does_not_add_up", *clash)
    for clash in dict.fromkeys(scene.telling):
        yield Failure("percent", *clash)
    for one in scene.figures:
        number = one.said.number if one.said and one.said.exact else None
        if number is not None and 0 < number <= scene.reads[one.release].small_up_to:
            says = f"The exact figure {number} is shown."
            yield Failure("small_shown", one.release, one.table, one.at, says)


def figures_in(
    scene: Scene, told: Container[int], values: int, *, full: bool
) -> Iterator[Question]:
    """Every figure that is not exact as shown: in full for the new release where that is asked.

    For the rest it is enough that as many values are left as each must keep.
    """
    newest = len(scene.reads) - 1
    for one in scene.figures:
        if one.column in told or (one.said is not None and one.said.exact):
            continue
        form = Form({one.column: 1}, None if full and one.release == newest else values)
        small = scene.reads[one.release].small_up_to if one.said is None else None
        yield Question("too_few", _about(one), form, small_up_to=small)


def lines_in(scene: Scene) -> Iterator[Question]:
    """For each category of a sensitive line that has somebody in it: how many are not in it?"""
    for release, shapes in enumerate(scene.shapes):
        sensitive = scene.reads[release].sensitive
        for shape in shapes:
            for name, top, lowest in shape.runs:
                whole = scene.column(release, top)
                if name not in sensitive or len(lowest) < 2 or not scene.somebody(whole):
                    continue
                for cell in lowest:
                    if dict(cell).get(name) in scene.reads[release].harmless:
                        continue
                    about = Bound(release, shape.name, shape.says(cell), "", 0, None)
                    form = Form({whole: 1, scene.column(release, cell): -1}, down_to=inf, up_to=1)
                    says = "Everybody in this line is in this one category, for certain."
                    yield Question("one_category", about, form, says)


def changes_in(scene: Scene, hold_up_to: int) -> Iterator[Question]:
    """For each lowest cell of a table in which very few people changed: by how much did it?"""
    for release in range(1, len(scene.reads)):
        for table in scene.changed.get(release, {}):
            people: float = 0
            for before in range(release - 1, -1, -1):
                people += scene.changed.get(before + 1, {}).get(table, inf)
                if not 0 < people <= hold_up_to:
                    continue
                for at, was, now in scene.pairs(before, release, table):
                    about = Bound(release, table, at, "", 0, None)
                    says = "Its change since an earlier release shows, and very few people changed."
                    yield Question(
                        "small_change", about, Form({now: 1, was: -1}, down_to=0, up_to=0), says
                    )


def _about(one: Figure) -> Bound:
    return Bound(one.release, one.table, one.at, one.shown, 0, None)
