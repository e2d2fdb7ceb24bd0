"""Why does somebody stand elsewhere in a figure than they did? What happened, in one sentence."""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import age_on, birthday, show
from carelink.facts import Activity, Home
from carelink.figures.membership import Seat
from carelink.figures.populations import AGE_BANDS, SNAPSHOT, Counted
from carelink.said import say_activity, say_kind
from carelink.status import status_of
from carelink.words import STATUS_LABELS, Rung, Status

_YOUNGEST, _OLDEST = min(AGE_BANDS), max(AGE_BANDS)
_SUITABLE = {"1": "suitable", "2": "not suitable"}


def why_another_band(before: Seat, after: Seat) -> str:
    """They are counted in another age band."""
    turned = _reached(after.one)
    return f"{turned}: counted among ages {_ages(after)} and no longer among {_ages(before)}"


def why_entered(case: CaseFile, before: Seat | None, after: Seat, was_day: date) -> str:
    """They were outside the base and are in it."""
    if before is not None:
        return f"Their home counts again: {_home(after.one.home)}"
    one = after.one
    if one.measure != SNAPSHOT:
        return f"{_reached(one)}, in the year now counted"
    born = case.person.date_of_birth
    if born and age_on(born, was_day) < _YOUNGEST:
        return f"Turned {_YOUNGEST} on {show(birthday(born, _YOUNGEST))}"
    return _status(case, one.day)


def why_left(case: CaseFile, before: Seat, after: Seat | None, now_day: date) -> str:
    """They were in the base and are outside it."""
    if after is not None:
        return f"Their home is left out of the base: {_home(after.one.home)}"
    died = status_of(case, now_day).status is Status.DIED
    if died and before.one.measure == SNAPSHOT:
        return _status(case, now_day)
    born = case.person.date_of_birth
    if before.one.measure != SNAPSHOT:
        return f"{_reached(before.one)}, which the year now counted does not hold"
    if born and age_on(born, now_day) > _OLDEST:
        return f"Turned {_OLDEST + 1} on {show(birthday(born, _OLDEST + 1))}"
    return _status(case, now_day)


def why_moved(before: Seat, after: Seat) -> str:
    """They are in the base as before, and are counted towards the figure or no longer."""
    was, now = before.one, after.one
    if after.figure.indicator == "eet":
        return f"Was: {_activity(was.activity)}. Now: {_activity(now.activity)}"
    if after.figure.indicator == "suitable_accommodation":
        return f"Was: {_home(was.home)}. Now: {_home(now.home)}"
    return _touch(now)


def _reached(one: Counted) -> str:
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


def _touch(now: Counted) -> str:
    days = now.case.contacts_between(Rung.MESSAGE_ANSWERED, now.first, now.last)
    if days:
        return f"In touch with us on {show(days[-1])}"
    last = now.case.last_contact(Rung.MESSAGE_ANSWERED)
    said = f"we were last in touch on {show(last)}" if last else "no contact is recorded"
    return f"Nothing got through from {show(now.first)} to {show(now.last)}: {said}"
