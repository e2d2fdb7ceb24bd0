"""What stops on a birthday: 18, 19, 21 and 25."""

from collections.abc import Iterator
from datetime import date, timedelta

from carelink.cliff_edges.edge import Asked, Stop
from carelink.dates import show
from carelink.money.entitled import entitled_to
from carelink.money.words import SAVING_LABELS, Stands
from carelink.words import Status

_IN_CARE = frozenset({Status.NOT_YET_ELIGIBLE, Status.ELIGIBLE})
_OURS_BEFORE_18 = frozenset({*_IN_CARE, Status.RELEVANT})
_CARE_LEAVERS = frozenset(
    {
        *(Status.ELIGIBLE, Status.RELEVANT, Status.FORMER_RELEVANT, Status.PROGRAMME_CONTINUES),
        *(Status.EDUCATION_SUPPORT, Status.SUPPORT_21_TO_25, Status.OFFER_21_TO_25),
    }
)
_DAY = timedelta(days=1)
_TO_21 = frozenset({Status.ELIGIBLE, Status.RELEVANT, Status.FORMER_RELEVANT})


def care_at_18(q: Asked) -> Iterator[Stop]:
    """Being looked after, for whoever is."""
    if _until(q, 18) in _IN_CARE:
        agreed = _done_since(q, "housing_plan_agreed", q.turned(16), "A home for after 18 agreed")
        yield _birthday(q, 18, agreed)


def money_from_us_at_18(q: Asked) -> Iterator[Stop]:
    """What we pay them to live on before 18."""
    if _until(q, 18) in _OURS_BEFORE_18:
        claim = _claimed(q, "universal_credit_advance_claim") or _claimed(q, "universal_credit")
        yield _birthday(q, 18, claim)


def savings_at_18(q: Asked) -> Iterator[Stop]:
    """A Junior ISA or Child Trust Fund, for those who will have one or may."""
    for name in ("junior_isa", "child_trust_fund"):
        entry = q.catalogue.entry(name)
        if entry is None or q.day >= q.turned(18):
            continue
        held = entitled_to(q.question, entry)
        if held.stands is Stands.CANNOT_TELL:
            yield Stop(q.turned(18), held.because, "", SAVING_LABELS[name], name)
        elif held.stands is Stands.LATER:
            yield _birthday(q, 18, _held_by(q, name))._replace(about=SAVING_LABELS[name], key=name)


def nurse_at_19(q: Asked) -> Iterator[Stop]:
    """The leaving-care nurse; a GP of their own is looked for in the health passport."""
    if _until(q, 19) in _TO_21:
        doctors = [item for item in q.case.health_items if item.part == "gp"]
        known = [item for item in doctors if item.answer == "recorded" and not item.ended_on]
        yield _birthday(q, 19, "Registered with a GP." if known else "")


def duties_at_21(q: Asked) -> Iterator[Stop]:
    """What is owed without being asked; a programme or a request of theirs carries it on."""
    if _until(q, 21) in _TO_21:
        talked = _done_since(q, "turning_21_talk", q.turned(20), "Talked about what comes after")
        yield _birthday(q, 21, _goes_on(q) or talked)


def _goes_on(q: Asked) -> str:
    running = q.question.history.circumstances.running
    if running("programme_in_plan", q.day):
        return "A programme in the plan goes on past 21."
    if running("education_request", q.day) or running("support_request", q.day):
        return "They asked for support past 21."
    return ""


def housing_priority_at_21(q: Asked) -> Iterator[Stop]:
    """Priority need of itself, and the council's housing priority."""
    if _until(q, 21) in {*_TO_21, Status.QUALIFYING}:
        home = q.question.home
        own = home is not None and home.tenancy in ("own", "joint")
        yield _birthday(q, 21, "They hold a tenancy of their own." if own else "")


def qualifying_help_at_21(q: Asked) -> Iterator[Stop]:
    """Advice and help for a qualifying person."""
    if _until(q, 21) is Status.QUALIFYING:
        talked = _done_since(q, "turning_21_talk", q.turned(20), "Talked about what comes after")
        yield _birthday(q, 21, talked)


def everything_at_25(q: Asked) -> Iterator[Stop]:
    """The last of it all."""
    if _until(q, 25) in _CARE_LEAVERS:
        written = _done_since(q, "closure_summary", q.turned(24), "Closing summary written")
        yield _birthday(q, 25, written)


def one_bedroom_rate_at_25(q: Asked) -> Iterator[Stop]:
    """The rate of housing help that counts for private renting."""
    if _until(q, 25) in _CARE_LEAVERS:
        yield _birthday(q, 25, "")


def council_tax_at_25(q: Asked) -> Iterator[Stop]:
    """Relief as a care leaver, for those who are liable where they live."""
    home = q.question.home
    if _until(q, 25) in _CARE_LEAVERS and home is not None and home.tenancy in ("own", "joint"):
        yield _birthday(q, 25, "")


def _until(q: Asked, age: int) -> Status:
    """The status on the day; once they are that old, what it was on the eve."""
    return q.question.history.standing(min(q.day, q.turned(age) - _DAY)).status


def _birthday(q: Asked, age: int, replaced_by: str) -> Stop:
    on = q.turned(age)
    return Stop(on, (f"They turn {age} on ", on, "."), replaced_by)


def _done_since(q: Asked, kind: str, first: date, says: str) -> str:
    days = [event.on for event in q.case.events_of(kind) if event.on and event.on >= first]
    return f"{says} on {show(days[-1])}." if days else ""


def _claimed(q: Asked, entitlement: str) -> str:
    steps = q.question.steps.get(entitlement, ())
    days = [s.on for s in steps if s.stage in ("applied", "granted", "received") and s.on]
    return f"{q.catalogue.title(entitlement)}: claimed on {show(days[-1])}." if days else ""


def _held_by(q: Asked, kind: str) -> str:
    held = [saving for saving in q.case.savings if saving.kind == kind and saving.provider]
    return f"Held by {held[-1].provider}." if held else ""
