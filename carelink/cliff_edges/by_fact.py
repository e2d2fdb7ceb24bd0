"""What stops on a day that is recorded, or ought to be: a home, a service, leave, an award."""

from collections.abc import Iterator
from datetime import date

from carelink.cliff_edges.edge import Asked, Stop
from carelink.dates import show
from carelink.facts import HealthItem, Home, Immigration
from carelink.health.parts import PART
from carelink.home.custody import custody_of
from carelink.money.entitled import Entitled, entitled_to
from carelink.money.words import Stands
from carelink.said import CIRCUMSTANCE_LABELS
from carelink.words import HOME_LABELS

_WITH_A_LAST_DAY = frozenset("CDETVWX")
_FOR_GOOD = frozenset({"settled", "british"})
_ALREADY_TOLD = frozenset(
    {"council_tax_relief", "home_contents_insurance", "vacation_accommodation"}
)
_MENTAL_HEALTH = "mental_health_now"


def staying_put_ends(q: Asked) -> Iterator[Stop]:
    """At 21, or earlier where its end is recorded."""
    for held in q.question.history.circumstances.of("staying_put"):
        if (held.end is None or held.end >= q.day) and q.day < q.turned(21):
            on = min(held.end or date.max, q.turned(21))
            plans = [e.on for e in q.case.events_of("move_on_plan") if e.on]
            made = [day for day in plans if day >= q.turned(20)]
            replaced = f"Plan for moving on made on {show(made[-1])}." if made else ""
            yield Stop(on, ("At 21 at the latest.",), replaced, held.detail, held.row_id)


def bursary_16_19_ends(q: Asked) -> Iterator[Stop]:
    """While they have or may have it: the end of the last academic year it covers."""
    held = _entitled(q, "bursary_16_19")
    if held is not None and held.stands is Stands.NOW:
        yield Stop(held.until, ("They are 19 by the 31 August before the next year.",))


def council_tax_year(q: Asked) -> Iterator[Stop]:
    """Each award runs to its last day, else to the next 1 April."""
    held = _entitled(q, "council_tax_relief")
    if held is None or held.stands is not Stands.NOW or not held.has_reached_them:
        return
    until = max((step.until for step in held.steps if step.until), default=None)
    april = date(q.day.year + (q.day >= date(q.day.year, 4, 1)), 4, 1)
    march = date(april.year, 3, 1)
    again = [s.on for s in held.steps if s.stage in ("applied", "granted") and s.on]
    asked = [day for day in again if day >= march]
    replaced = f"Asked for anew on {show(asked[-1])}." if asked else ""
    yield Stop(until or april, ("The year of the award ends.",), replaced)


def insurance_year(q: Asked) -> Iterator[Stop]:
    """The first year in the first tenancy, for which we pay; or the policy's own last day."""
    held = _entitled(q, "home_contents_insurance")
    if held is None or held.stands not in (Stands.NOW, Stands.ENDED):
        return
    if held.has_reached_them:
        until = max((step.until for step in held.steps if step.until), default=held.until)
        yield Stop(until, held.because)


def home_ends(q: Asked) -> Iterator[Stop]:
    """The last day of a tenancy, licence or home that is for a time; said also where not known."""
    home = q.question.home
    if home is None:
        yield Stop(None, ("No home is recorded for the day (homes.start).",))
    elif home.type != "X" and (home.tenancy not in ("", "none") or _is_for_a_time(home)):
        says = "Last day recorded." if home.expected_end else "No last day is recorded."
        about = HOME_LABELS.get(home.type, "").lower()
        yield Stop(home.expected_end, (says,), _next_home(q, home), about, home.row_id)


def release_from_custody(q: Asked) -> Iterator[Stop]:
    """The expected release; a plan for it that was agreed since they went in."""
    held = custody_of(q.case, q.day)
    if held is not None:
        plan = held.plan_agreed_on
        replaced = f"Plan for release agreed on {show(plan)}." if plan else ""
        says = "Expected release." if held.expected else "No release day is recorded."
        yield Stop(held.expected, (says,), replaced)


def support_package_steps_down(q: Asked) -> Iterator[Stop]:
    """The support that comes with the home."""
    home = q.question.home
    if home is not None and (home.support_level or home.support_hours or home.support_until):
        says = "Recorded with the home." if home.support_until else "No day is recorded."
        yield Stop(home.support_until, (says,), key=home.row_id)


def vacation(q: Asked) -> Iterator[Stop]:
    """For students: the home agreed for a vacation, or that none is recorded for the next."""
    held = _entitled(q, "vacation_accommodation")
    if held is None or held.stands is not Stands.NOW:
        return
    until = max((s.until for s in held.steps if s.until and s.until >= q.day), default=None)
    says = "Agreed until then." if until else "No vacation is recorded: ask for the term dates."
    yield Stop(until, (says,))


def mental_health_support(q: Asked) -> Iterator[Stop]:
    """Each service for how they feel now; support after 18 is looked for in the passport."""
    after = [i for i in _running(q, "mental_health_after_18") if i.answer == "recorded"]
    replaced = f"{after[-1].says.rstrip('.')}." if after else ""
    for item in _running(q, _MENTAL_HEALTH):
        if item.answer == "recorded":
            says = "As recorded in the passport." if item.until else "No last day is recorded."
            yield Stop(item.until, (says,), replaced, item.says, item.row_id)


def health_line_ends(q: Asked) -> Iterator[Stop]:
    """Whatever else in the passport has a last day."""
    for item in q.case.health_items:
        if item.until and not item.ended_on and item.part != _MENTAL_HEALTH:
            title = PART[item.part].title if item.part in PART else item.part
            about = f"{title}, {item.says}" if item.says else title
            yield Stop(item.until, ("As recorded in the passport.",), "", about, item.row_id)


def ehcp_ends(q: Asked) -> Iterator[Stop]:
    """The plan's own last day, as the latest row has it."""
    plans = [plan for plan in q.case.education_plans if plan.kind == "ehcp"]
    latest = max(plans, key=lambda plan: plan.held_on or date.min, default=None)
    if latest is not None:
        says = "As recorded." if latest.ends_on else "No last day is recorded; 25 is the latest."
        yield Stop(latest.ends_on, (says,), key=latest.row_id)


def leave_to_remain(q: Asked) -> Iterator[Stop]:
    """The latest leave; nothing for those who may stay for good or never needed it."""
    leaves = q.case.immigration
    if any(leave.leave_type in _FOR_GOOD for leave in leaves):
        return
    if not leaves:
        if q.case.person.uasc:
            yield Stop(None, ("No leave to remain is recorded (immigration.expires_on).",))
        elif q.case.person.uasc is None:
            says = "Whether they came to the country on their own is not recorded (people.uasc)."
            yield Stop(None, (says,))
        return
    latest = max(leaves, key=lambda leave: leave.expires_on or date.min)
    says = "As recorded." if latest.expires_on else "No last day is recorded."
    yield Stop(latest.expires_on, (says,), _applied(leaves, latest), key=latest.row_id)


def programme_ends(q: Asked) -> Iterator[Stop]:
    """A programme or a request that support past 21 rests on."""
    for kind in ("programme_in_plan", "education_request", "support_request"):
        running = q.question.history.circumstances.running(kind, q.day)
        if running is not None and (running.end or kind != "support_request"):
            says = "As recorded." if running.end else "No last day is recorded."
            about = CIRCUMSTANCE_LABELS.get(kind, "").lower()
            yield Stop(running.end, (says,), "", about, running.row_id)


def award_ends(q: Asked) -> Iterator[Stop]:
    """Any other award that is recorded with a last day."""
    for name, steps in q.question.steps.items():
        until = max((step.until for step in steps if step.until), default=None)
        if until is not None and name not in _ALREADY_TOLD:
            title = q.catalogue.title(name)
            yield Stop(until, ("As recorded with the award.",), "", title, name)


def _entitled(q: Asked, entitlement: str) -> Entitled | None:
    entry = q.catalogue.entry(entitlement)
    return None if entry is None else entitled_to(q.question, entry)


def _is_for_a_time(home: Home) -> bool:
    return home.type in _WITH_A_LAST_DAY or bool(home.emergency) or bool(home.expected_end)


def _next_home(q: Asked, home: Home) -> str:
    begun = home.start or home.known_on or date.min
    accepted = [
        step.on
        for step in q.case.housing_steps
        if step.kind == "offer" and step.outcome == "accepted" and step.on and step.on >= begun
    ]
    return f"An offer of a home accepted on {show(max(accepted))}." if accepted else ""


def _running(q: Asked, part: str) -> list[HealthItem]:
    return [item for item in q.case.health_items if item.part == part and not item.ended_on]


def _applied(leaves: tuple[Immigration, ...], latest: Immigration) -> str:
    """An application for what follows the latest leave."""
    days = [leave.applied_on for leave in leaves if leave.applied_on]
    for_it = [day for day in days if latest.granted_on is None or day > latest.granted_on]
    return f"Applied for on {show(max(for_it))}." if for_it else ""
