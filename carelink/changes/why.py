"""Why does somebody stand elsewhere in a figure than they did? What happened, in one sentence."""

from datetime import date

from carelink.case import CaseFile
from carelink.changes.change import FigureKey
from carelink.changes.standing import Seat, Standing
from carelink.dates import age_on, birthday, show
from carelink.facts import Activity, Home
from carelink.figures.dimensions import LABELS
from carelink.figures.dividing import IN, OUT
from carelink.figures.gatherings import ROLL, Member
from carelink.figures.indicators import INDICATORS
from carelink.figures.populations import LEFT_CARE
from carelink.figures.subjects.duties_in_time import DUTY_OF
from carelink.figures.whitelist import TABLES
from carelink.said import say_activity, say_kind
from carelink.status import status_of
from carelink.words import STATUS_LABELS, Rung, Status

_YOUNGEST, _OLDEST = 16, 24
_SUITABLE = {"1": "suitable", "2": "not suitable"}
_DIMENSIONS = {one.name: one.counted[0] for one in INDICATORS}
_FIXED = {
    one.name: dict(table.fixed) for one in INDICATORS for table in TABLES if table.name == one.table
}
_OF_A_HOME = frozenset({"home", "suitable", "area", "staying_put"})


def why_another_band(before: Seat, after: Seat) -> str:
    """They are counted in another age band."""
    turned = _reached(after.one)
    return f"{turned}: counted among ages {_ages(after)} and no longer among {_ages(before)}"


def why_entered(case: CaseFile, before: Standing, after: Seat, was_day: date) -> str:
    """They were outside the base and are in it."""
    one, figure = after.one, after.figure
    was = before.members.get(figure.population)
    if was is not None and _same_people(was, figure):
        return f"Now in the base. {_base(after.one, figure, IN)}"
    if figure.population != ROLL:
        return f"{_reached(one)}, in the time now counted"
    born = case.person.date_of_birth
    if was is None and born and age_on(born, was_day) < _YOUNGEST:
        return f"Turned {_YOUNGEST} on {show(birthday(born, _YOUNGEST))}"
    return _status(case, one.day)


def why_left(case: CaseFile, before: Seat, after: Standing, now_day: date) -> str:
    """They were in the base and are outside it."""
    figure = before.figure
    now = after.members.get(figure.population)
    if now is not None and _same_people(now, figure):
        return f"Left out of the base. {_base(now, figure, OUT)}"
    if figure.population != ROLL:
        return f"{_reached(before.one)}, which the time now counted does not hold"
    born = case.person.date_of_birth
    died = status_of(case, now_day).status is Status.DIED
    if born and not died and age_on(born, now_day) > _OLDEST:
        return f"Turned {_OLDEST + 1} on {show(birthday(born, _OLDEST + 1))}"
    return _status(case, now_day)


def why_moved(before: Seat, after: Seat) -> str:
    """They are in the base as before, and are counted towards the figure or no longer."""
    was, now = before.one.counted, after.one.counted
    dimension = _DIMENSIONS[after.figure.indicator]
    if dimension == "activity":
        return f"Was: {_activity(was.activity)}. Now: {_activity(now.activity)}"
    if dimension in _OF_A_HOME:
        return f"Was: {_home(was.home)}. Now: {_home(now.home)}"
    if dimension == "in_touch":
        return _touch(after.one)
    words = LABELS[dimension].nodes
    says = f"{LABELS[dimension].title}. Was: {words[before.leaf]}. Now: {words[after.leaf]}"
    duty = after.one.duties.get(DUTY_OF.get(dimension, ""))
    return f"{says}. {duty.reason}".removesuffix(".") if duty else says


def _same_people(one: Member, figure: FigureKey) -> bool:
    """Whether they are of the people the figure is about, in or out of its base."""
    fixed = _FIXED[figure.indicator]
    return "status" not in fixed or one.status in LEFT_CARE


def _base(one: Member, figure: FigureKey, node: str) -> str:
    """What brought them into the base, or keeps them out of it."""
    fixed = _FIXED[figure.indicator]
    if "home" in fixed:
        return f"Home: {_home(one.counted.home)}"
    name = next(name for name in fixed if name.endswith("_base"))
    return f"{LABELS[name].title}: {LABELS[name].nodes[node]}"


def _reached(one: Member) -> str:
    """The birthday by which they stand in their band, or in a year."""
    born = one.case.person.date_of_birth
    if born is None:
        return "Date of birth not known"
    age = age_on(born, one.day)
    return f"Turned {age} on {show(birthday(born, age))}"


def _ages(seat: Seat) -> str:
    return seat.figure.age_band.replace("-", " to ")


def _status(case: CaseFile, day: date) -> str:
    standing = status_of(case, day)
    if standing.status is Status.DIED:
        died = case.person.date_of_death
        return f"Died on {show(died)}" if died else "Died"
    since = f" since {show(standing.since)}" if standing.since else ""
    return f"{STATUS_LABELS[standing.status]}{since}"


def _activity(activity: Activity | None) -> str:
    if activity is None:
        return "work or learning not known"
    return f"{say_activity(activity)}{_since(activity)}"


def _home(home: Home | None) -> str:
    if home is None:
        return "home not known"
    judged = _SUITABLE.get(home.suitable, "not known whether suitable")
    return f"{say_kind(home)}, {judged}{_since(home)}"


def _since(fact: Home | Activity) -> str:
    if fact.start:
        return f", from {show(fact.start)}"
    return f", known on {show(fact.known_on)}" if fact.known_on else ""


def _touch(one: Member) -> str:
    now = one.counted
    days = one.case.contacts_between(Rung.MESSAGE_ANSWERED, now.first, now.last)
    if days:
        return f"In touch with us on {show(days[-1])}"
    last = one.case.last_contact(Rung.MESSAGE_ANSWERED)
    said = f"we were last in touch on {show(last)}" if last else "no contact is recorded"
    return f"Nothing got through from {show(now.first)} to {show(now.last)}: {said}"
