"""What does CareLink already hold beside each matter, since last time? Nothing typed again."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import months_after, show
from carelink.facts import Promise
from carelink.plan.version import WholeVersion, held_on, version_before
from carelink.said import (
    say_activity,
    say_assessment,
    say_circumstance,
    say_entitlement,
    say_event,
    say_from_to,
    say_home,
    say_immigration,
    words_of,
)
from carelink.words import Rung


class Evidence(NamedTuple):
    """One thing that is known already: its day, where it has one, and what it says."""

    on: date | None
    says: str


class Since(NamedTuple):
    """The time looked back on: from the first day, not counted, to the last."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Whether the day lies in it."""
        return day is not None and self.first < day <= self.last


_Found = Iterator[Evidence]
_LOOKED_BACK = -6
_RUNGS = (
    (Rung.SEEN_AT_HOME, "seen at home"),
    (Rung.SEEN, "seen elsewhere"),
    (Rung.SPOKE, "spoke"),
    (Rung.MESSAGE_ANSWERED, "message answered"),
    (Rung.ATTEMPTED, "tried without an answer"),
)


def time_since(case: CaseFile, whole: WholeVersion | None, day: date) -> Since:
    """From the last review, else from when the last version was begun, else six months back."""
    before = version_before(case, whole) if whole else None
    version = before.version if before else None
    first = (held_on(case, version) or version.begun_on) if version else None
    reviews = [on for on in case.reviews_held if on < day]
    return Since(first or (reviews[-1] if reviews else months_after(day, _LOOKED_BACK)), day)


def evidence_of(case: CaseFile, matter: str, since: Since) -> list[Evidence]:
    """What is held beside this matter, newest first; what has no day stands at the end."""
    found = [e for look in _BESIDE.get(matter, ()) for e in look(case, since)]
    return sorted(found, key=lambda e: e.on or date.min, reverse=True)


def _contacts(case: CaseFile, since: Since) -> _Found:
    held = [c for c in case.contacts if since.holds(c.on)]
    rungs = Counter(contact.rung for contact in held)
    said = ", ".join(f"{rungs[rung]} {words}" for rung, words in _RUNGS if rungs[rung])
    last = max((c.on for c in held if c.on), default=None)
    number = len(held)
    if number:
        yield Evidence(last, f"{number} {'contact' if number == 1 else 'contacts'}: {said}")
    else:
        yield Evidence(None, f"No contact recorded since {show(since.first)}")


def _statements(case: CaseFile, since: Since) -> _Found:
    for said in case.statements:
        if since.holds(said.on):
            theme = f" about {words_of(said.theme).lower()}" if said.theme else ""
            yield Evidence(said.on, f"They told us{theme}: “{said.words}”")


def _promises(case: CaseFile, since: Since) -> _Found:
    for promise in case.promises:
        if (says := _how_kept(promise, since)) is not None:
            yield says


def _how_kept(promise: Promise, since: Since) -> Evidence | None:
    if promise.broken_on:
        on, says = promise.broken_on, "We did not keep our promise"
    elif promise.kept_on:
        late = promise.due_on is not None and promise.kept_on > promise.due_on
        on, says = promise.kept_on, "We kept our promise late" if late else "We kept our promise"
    elif promise.due_on and promise.due_on < since.last:
        return Evidence(promise.due_on, f"We are late with our promise: {promise.what}")
    else:
        return None
    return Evidence(on, f"{says}: {promise.what}") if since.holds(on) else None


def _homes(case: CaseFile, since: Since) -> _Found:
    now = case.home_on(since.last)
    for home in case.homes:
        first = home.start or home.known_on
        if home is now or since.holds(first):
            yield Evidence(first, f"{'Lives now' if home is now else 'Lived'}: {say_home(home)}")
    if now is None:
        yield Evidence(None, "No home is recorded now")
    for judged in case.suitability:
        if since.holds(judged.on):
            suits = "suitable" if judged.suitable else "not suitable"
            yield Evidence(judged.on, f"Home judged {suits}. {judged.reasons}".strip())
    for step in case.housing_steps:
        if since.holds(step.on):
            outcome = f": {words_of(step.outcome).lower()}" if step.outcome else ""
            yield Evidence(step.on, f"{words_of(step.kind)}{outcome}. {step.detail}".strip())


def _learning(case: CaseFile, since: Since) -> _Found:
    yield from _activities(case, since)
    for level in case.learning_levels:
        if since.holds(level.on):
            says = f"{words_of(level.subject)}: {words_of(level.level).lower()}"
            yield Evidence(level.on, says)
    for plan in case.education_plans:
        if since.holds(plan.held_on):
            yield Evidence(plan.held_on, f"{words_of(plan.kind)}: meeting held")


def _work(case: CaseFile, since: Since) -> _Found:
    yield from _activities(case, since)
    for told in case.opportunities:
        if since.holds(told.told_on):
            came = f", {words_of(told.outcome).lower()}" if told.outcome else ""
            yield Evidence(told.told_on, f"Told about: {told.what}{came}")


def _activities(case: CaseFile, since: Since) -> _Found:
    now = case.activity_on(since.last)
    for activity in case.activities:
        first = activity.start or activity.known_on
        if activity is now or since.holds(first):
            when = say_from_to(activity.start, activity.end, activity.known_on)
            yield Evidence(first, f"{say_activity(activity)}, {when}")
    if now is None:
        yield Evidence(None, "No work or learning is recorded now")


def _people(case: CaseFile, since: Since) -> _Found:
    for ally in case.supporters:
        if ally.end is None or ally.end > since.last:
            yield Evidence(ally.start, f"{ally.name}, {words_of(ally.relationship).lower()}")


def _skills(case: CaseFile, since: Since) -> _Found:
    for rated in case.skill_ratings:
        if since.holds(rated.on):
            by = "they say" if rated.by == "young_person" else "we say"
            said = words_of(rated.rating).lower() if rated.rating else "tried"
            yield Evidence(rated.on, f"{words_of(rated.skill)}: {by} {said}")


def _money(case: CaseFile, since: Since) -> _Found:
    for step in case.entitlements:
        if since.holds(step.on):
            yield Evidence(step.on, say_entitlement(step))
    spent = [line for line in case.spending if since.holds(line.on) and line.amount_pence]
    if spent:
        pounds, pence = divmod(sum(line.amount_pence or 0 for line in spent), 100)
        last = max(line.on for line in spent if line.on)
        yield Evidence(last, f"Spent from grants: £{pounds:,}.{pence:02d}")


def _health(case: CaseFile, since: Since) -> _Found:
    for done in case.assessments:
        if done.kind != "needs" and since.holds(done.completed_on):
            yield Evidence(done.completed_on, f"{say_assessment(done)} completed")
    for item in case.health_items:
        if since.holds(item.on):
            yield Evidence(item.on, f"{words_of(item.part)}: {item.says or words_of(item.answer)}")


def _needs(case: CaseFile, since: Since) -> _Found:
    for done in case.assessments:
        if done.kind == "needs" and since.holds(done.completed_on):
            yield Evidence(done.completed_on, "Needs assessment completed")
    for event in case.events:
        if since.holds(event.on):
            yield Evidence(event.on, say_event(event))
    for held in case.circumstances:
        if since.holds(held.start):
            yield Evidence(held.start, say_circumstance(held))


def _identity(case: CaseFile, since: Since) -> _Found:
    person = case.person
    for about, says in (("Language", person.language), ("In their words", person.about_me)):
        if says:
            yield Evidence(None, f"{about}: {says}")
    for leave in case.immigration:
        yield Evidence(leave.granted_on or leave.applied_on, say_immigration(leave))


_BESIDE: Mapping[str, tuple[Callable[[CaseFile, Since], _Found], ...]] = {
    "adviser": (_contacts,),
    "support": (_contacts, _promises, _statements),
    "education_training": (_learning,),
    "employment": (_work,),
    "contingency": (_needs,),
    "accommodation": (_homes,),
    "relationships": (_people,),
    "skills": (_skills,),
    "finance": (_money,),
    "health": (_health,),
    "identity": (_identity,),
}
