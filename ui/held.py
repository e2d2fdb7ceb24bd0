"""What does the desk keep of each case? Little: the case itself is read again when it is opened.

A whole roll of case files with every reason takes some 260 MB at 3,000 people; what the lists say
of them takes 20, and one case is read and worked out in about ten milliseconds.
"""

from datetime import date
from typing import NamedTuple

from carelink.approvals.limits import Limits, load_limits
from carelink.approvals.returned import returned_of
from carelink.approvals.waiting import Waiting, waiting_of
from carelink.case import CaseFile
from carelink.duties import duties_of
from carelink.duties.duty import Duty
from carelink.facts import Handover
from carelink.handover.orphans import Orphan, orphan_of
from carelink.handover.steps import open_on
from carelink.handover.terms import Terms
from carelink.known import say_off_roll
from carelink.money.catalogue import Catalogue
from carelink.money.unclaimed import Unclaimed, unclaimed_of
from carelink.names import folded
from carelink.oversight.alarms import Alarms, alarms_of
from carelink.rulebook import Rulebook
from carelink.said import adviser_told_apart
from carelink.status import Standing, status_of
from carelink.team import Part, part_of
from carelink.week import Line, line_of, with_returned
from carelink.workload.bearing import Borne, borne_of
from carelink.workload.weights import Weights


class Known(NamedTuple):
    """A case and all that follows from it on `day`; no duties and no line when off the roll."""

    day: date
    case: CaseFile
    standing: Standing
    duties: tuple[Duty, ...]
    line: Line | None


class Held(NamedTuple):
    """What the lists need of a case on `day`; line and part are None for those off the roll.

    `says` is the line's sentence, or why somebody is off the roll. `unclaimed` is nothing for them.
    `waiting` is what of theirs a manager has yet to answer, `borne` what they add to their
    adviser's load, `orphan` whether they have no adviser or soon will have none, `handovers` those
    under way, `alarms` what a manager must decide on.
    """

    day: date
    standing: Standing
    line: Line | None
    adviser: str
    says: str
    part: Part | None
    unclaimed: Unclaimed
    waiting: tuple[Waiting, ...] = ()
    borne: Borne | None = None
    orphan: Orphan | None = None
    handovers: tuple[Handover, ...] = ()
    alarms: Alarms = Alarms()


def work_out(
    case: CaseFile,
    rulebook: Rulebook,
    day: date,
    terms: Terms | None = None,
    limits: Limits | None = None,
) -> Known:
    """All that follows from a case; about a millisecond."""
    duties = duties_of(case, rulebook, day)
    line = line_of(case, duties, rulebook, day, terms) if duties else None
    if line is not None and case.approvals:
        line = with_returned(line, returned_of(case, limits or load_limits(), day), day)
    return Known(day, case, status_of(case, day), duties, line)


def held_of(
    known: Known,
    rulebook: Rulebook,
    catalogue: Catalogue,
    limits: Limits,
    weights: Weights,
    terms: Terms | None = None,
) -> Held:
    """What is kept of it when the case is put away."""
    case, day, line = known.case, known.day, known.line
    for name in (case.person.known_as, case.person.legal_name, case.person.person_id):
        folded(name)  # remembered there: the first letters typed must not wait for 3,000 names
    part = part_of(case, known.duties, rulebook, day)
    if part is not None and part.late is not None:
        part = part._replace(late=part.late._replace(duty=_bare(part.late.duty)))
    if part is not None and part.passport is not None:
        bare = part.passport._replace(duty=_bare(part.passport.duty))
        part = part._replace(passport=bare)
    if line is not None and line.duty is not None:
        line = line._replace(duty=_bare(line.duty))
    return Held(
        day=day,
        standing=known.standing,
        line=line,
        adviser=line.adviser if line else adviser_told_apart(case, day),
        says=line.sentence if line else say_off_roll(case, known.standing),
        part=part,
        unclaimed=unclaimed_of(case, day, catalogue) if part else Unclaimed(),
        waiting=waiting_of(case, known.duties, rulebook, limits, day),
        borne=borne_of(case, known.duties, day, weights) if part else None,
        orphan=orphan_of(case, day) if part else None,
        handovers=tuple([progress.handover for progress in open_on(case, day)]),
        alarms=alarms_of(case, known.duties, rulebook, day, terms),
    )


def _bare(duty: Duty) -> Duty:
    """Without its reason, which holds on to the case it speaks of."""
    return duty._replace(because=())
