"""What stops for this young person, when, when must we start, and what comes in its place?"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from carelink.case import CaseFile
from carelink.cliff_edges import by_age, by_fact
from carelink.cliff_edges.edge import (
    IN_SIGHT,
    WHEN_LABELS,
    Asked,
    CliffEdge,
    Edge,
    Stop,
    When,
)
from carelink.cliff_edges.reading import packaged_edges
from carelink.money.catalogue import Catalogue
from carelink.money.question import Question
from carelink.rulebook import Rulebook
from carelink.status import is_on_roll
from carelink.words import Status

FINDERS: Mapping[str, Callable[[Asked], Iterator[Stop]]] = {
    finder.__name__: finder
    for finder in (
        by_age.care_at_18,
        by_age.money_from_us_at_18,
        by_age.savings_at_18,
        by_age.nurse_at_19,
        by_fact.bursary_16_19_ends,
        by_fact.staying_put_ends,
        by_age.duties_at_21,
        by_age.housing_priority_at_21,
        by_age.qualifying_help_at_21,
        by_age.everything_at_25,
        by_age.one_bedroom_rate_at_25,
        by_age.council_tax_at_25,
        by_fact.council_tax_year,
        by_fact.insurance_year,
        by_fact.home_ends,
        by_fact.release_from_custody,
        by_fact.support_package_steps_down,
        by_fact.vacation,
        by_fact.mental_health_support,
        by_fact.health_line_ends,
        by_fact.ehcp_ends,
        by_fact.leave_to_remain,
        by_fact.programme_ends,
        by_fact.award_ends,
    )
}


def cliff_edges_of(
    case: CaseFile, day: date, rulebook: Rulebook, catalogue: Catalogue
) -> list[CliffEdge]:
    """Everything that stops for this person, by date; what has no date stands at the end.

    What has stopped stays for a while if nothing is recorded in its place. Nobody off the roll
    has any; whose status cannot be told has those that a recorded day brings.
    """
    question = Question(case, day)
    status = question.standing.status
    if question.born is None or not is_on_roll(status):
        return []
    asked = Asked(question.case, day, rulebook, catalogue, question)
    edges = packaged_edges()
    found = [
        line
        for name, finder in FINDERS.items()
        for stop in finder(asked)
        if (line := _line(edges[name], stop, day, rulebook)) is not None
    ]
    found.sort(key=lambda line: (line.on is None, line.on or date.max))
    return found


def say_none(case: CaseFile, day: date) -> str:
    """Why a calendar is empty, or what it leaves out; empty when there is nothing to say."""
    standing = Question(case, day).standing
    if standing.status is Status.CANNOT_TELL:
        return f"What ends on a birthday cannot be told. {standing.reason}"
    return "" if is_on_roll(standing.status) else standing.reason


def say_sum(edges: Iterable[CliffEdge]) -> str:
    """How they add up: "9 = 2 time to start + 1 no date recorded + 6 ahead"."""
    counted = Counter(edge.when for edge in edges)
    parts = [f"{counted[when]:,} {WHEN_LABELS[when].lower()}" for when in When if counted[when]]
    return f"{counted.total():,} = {' + '.join(parts)}." if parts else ""


def _line(edge: Edge, stop: Stop, day: date, rulebook: Rulebook) -> CliffEdge | None:
    start_by = None
    if stop.on is not None:
        lead = edge.lead or rulebook.rule(edge.lead_of).lead
        start_by = lead.before(stop.on)
    when = _when(stop, start_by, day)
    if when is None:
        return None
    return CliffEdge(
        edge, when, stop.on, start_by, stop.replaced_by, stop.about, stop.key, stop.because
    )


def _when(stop: Stop, start_by: date | None, day: date) -> When | None:
    """Where it stands; None for what has stopped and is replaced, or stopped long ago."""
    if stop.on is None or start_by is None:
        return When.NO_DATE
    if stop.on <= day:
        return None if stop.replaced_by or stop.on + IN_SIGHT < day else When.STOPPED
    if stop.replaced_by:
        return When.IN_HAND
    return When.START_NOW if start_by <= day else When.AHEAD
