"""What of one person's facts waits for a manager? Only what still runs, and what is lately given.

The rule in words. A line set aside on a basis that is no law, a duty decided as not required, and
an emergency home wait while they run; a status asked for in place of the one worked out waits
until it is answered or has ended; a grant above the council's amount waits for thirteen weeks,
unless the council says otherwise. So nothing that is over, and nothing that came with the records
of earlier years, asks for an answer now. A duty that a team manager decided away is answered by
that. Whoever has died has nothing waiting.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from carelink.approvals.limits import Limits
from carelink.approvals.said import (
    say_decided,
    say_given,
    say_override,
    say_set_aside,
    say_spent,
    say_sudden,
)
from carelink.approvals.words import ANSWER, GRANT, HOME, SNOOZE, STATUS
from carelink.case import CaseFile, has_died
from carelink.dates import months_after
from carelink.duties.duty import Duty
from carelink.facts import DutyAnswer, Entitlement
from carelink.home.nights import BED_AND_BREAKFAST, EMERGENCY, kind_of_night
from carelink.rulebook import Rulebook
from carelink.said import adviser_told_apart
from carelink.words import LAW, MANAGER, State

_SUDDEN = frozenset({EMERGENCY, BED_AND_BREAKFAST})


class Waiting(NamedTuple):
    """One thing that waits for a manager: of which kind, which one, since when, in one sentence.

    `asked_by` is who asked for it or did it as the fact itself says: a worker's id or a name,
    empty where it says nobody. `until` is the first day on which it no longer runs of itself.
    """

    person_id: str
    name: str
    adviser: str
    subject: str
    subject_id: str
    since: date | None
    asked_by: str
    says: str
    why: str = ""
    until: date | None = None


class _Asked(NamedTuple):
    """A case file on a day, with what it is measured by."""

    case: CaseFile
    duties: Collection[Duty]
    rulebook: Rulebook
    limits: Limits
    day: date


def waiting_of(
    case: CaseFile, duties: Collection[Duty], rulebook: Rulebook, limits: Limits, day: date
) -> tuple[Waiting, ...]:
    """What waits for a manager on the day, the longest wait first.

    Shape: `duties` are the person's duties on that day; none for somebody off the roll, of whom
    only a status asked for can wait.
    """
    if has_died(case.person):
        return ()
    asked = _Asked(case, duties, rulebook, limits, day)
    found = [*_statuses(asked)]
    if duties:
        found += [*_homes(asked), *_snoozes(asked), *_answers(asked), *_grants(asked)]
    if not found:
        return ()
    answered = {(a.subject, a.subject_id) for a in case.approvals if not _is_ahead(a.on, day)}
    waits = [one for one in found if (one.subject, one.subject_id) not in answered]
    return tuple(sorted(waits, key=longest_first))


def longest_first(one: Waiting) -> tuple[date, str, str]:
    """The order of a list; what has no day has waited nobody knows how long, and comes first."""
    return one.since or date.min, one.name.casefold(), one.subject_id


def say_waits(one: Waiting, day: date) -> str:
    """What waits and for how long: "…; 3 days ago"."""
    if one.since is None:
        return f"{one.says}; since when is not recorded"
    days = (day - one.since).days
    ago = "today" if days <= 0 else "yesterday" if days == 1 else f"{days:,} days ago"
    return f"{one.says}; {ago}"


def _waiting(
    asked: _Asked, subject: str, subject_id: str, since: date | None, by: str, says: str
) -> Waiting:
    person, adviser = asked.case.person, adviser_told_apart(asked.case, asked.day)
    return Waiting(person.person_id, person.name, adviser, subject, subject_id, since, by, says)


def _statuses(asked: _Asked) -> Iterator[Waiting]:
    for one in asked.case.status_overrides:
        over = one.end is not None and one.end <= asked.day
        if over or _is_ahead(one.asked_on, asked.day) or one.start is None:
            continue
        by = one.asked_by
        made = _waiting(asked, STATUS, one.row_id, one.asked_on, by, say_override(one))
        yield made._replace(why=one.reason, until=one.end)


def _homes(asked: _Asked) -> Iterator[Waiting]:
    """Where they live now; an older home that was never ended does not run on beside it."""
    home = asked.case.home_on(asked.day)
    if home is not None and kind_of_night(home) in _SUDDEN:
        since = home.start or home.known_on
        made = _waiting(asked, HOME, home.row_id, since, "", say_sudden(home))
        yield made._replace(why=home.moved_why)


def _snoozes(asked: _Asked) -> Iterator[Waiting]:
    owed = {duty.duty: duty for duty in asked.duties} if asked.case.snoozes else {}
    for snooze in asked.case.snoozes:
        duty, until = owed.get(snooze.duty), snooze.until
        if duty is None or duty.state is State.NOT_REQUIRED or duty.basis in LAW:
            continue
        if until is None or until <= asked.day or _is_ahead(snooze.on, asked.day):
            continue
        says = say_set_aside(asked.rulebook.rule(snooze.duty).title, snooze)
        made = _waiting(asked, SNOOZE, snooze.row_id, snooze.on, snooze.worker_id, says)
        yield made._replace(why=snooze.reason, until=until)


def _answers(asked: _Asked) -> Iterator[Waiting]:
    known = {duty.duty for duty in asked.duties} if asked.case.duty_answers else ()
    for answer in asked.case.duty_answers:
        until = _ends_on(answer)
        if answer.answer != "not_required" or answer.duty not in known or answer.on is None:
            continue
        if _is_ahead(answer.on, asked.day) or until is None or until <= asked.day:
            continue
        worker = asked.case.workers.get(answer.decided_by)
        if worker is not None and worker.role == MANAGER:
            continue
        says = say_decided(asked.rulebook.rule(answer.duty).title, answer)
        made = _waiting(asked, ANSWER, answer.row_id, answer.on, answer.decided_by, says)
        yield made._replace(why=answer.reason, until=until)


def _ends_on(answer: DutyAnswer) -> date | None:
    return answer.ask_again_on or (months_after(answer.on, 12) if answer.on else None)


def _grants(asked: _Asked) -> Iterator[Waiting]:
    """What was lately given: above the amount, or so that nobody can tell whether it is."""
    case, first = asked.case, asked.day - timedelta(days=asked.limits.grant_asked_for_days)
    for step in case.entitlements:
        given = step.stage == "granted" or (step.stage == "received" and step.amount_pence)
        if not given or step.on is None or not first <= step.on <= asked.day:
            continue
        if _is_high(step.amount_pence, asked) and not _follows_a_grant(case, step):
            made = _waiting(asked, GRANT, step.row_id, step.on, "", say_given(step))
            yield made._replace(why=step.detail)
    for line in case.spending:
        if line.on is None or not first <= line.on <= asked.day or line.kind != "spent":
            continue
        if _is_high(line.amount_pence, asked):
            yield _waiting(asked, GRANT, line.row_id, line.on, line.worker_id, say_spent(line))


def _is_high(pence: int | None, asked: _Asked) -> bool:
    return pence is None or pence > asked.limits.grant_above_pence


def _follows_a_grant(case: CaseFile, step: Entitlement) -> bool:
    """Money received on a grant that was itself recorded: the grant is what is agreed to."""
    return step.stage == "received" and any(
        held.entitlement == step.entitlement
        and held.stage == "granted"
        and held.on is not None
        and step.on is not None
        and held.on <= step.on
        for held in case.entitlements
    )


def _is_ahead(on: date | None, day: date) -> bool:
    return on is not None and on > day
