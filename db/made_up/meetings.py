"""Which meetings has the made-up team held, what did they decide, and what is still to be done?

The days of the meetings hang on the day alone, so that a person is the same whatever the number of
people. A panel is told of only where the event of it is told too.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from carelink.dates import age_on
from carelink.facts import Decision, Meeting, MeetingAction, MeetingItem
from carelink.meetings.outcomes import about_meeting
from carelink.meetings.words import SUPERVISION
from carelink.words import NOT_IN_WORK_OR_LEARNING
from db.made_up.life import Life
from db.made_up.team import A_CASELOAD, FIRST_MANAGER, manager_of, worker_name


class Said(NamedTuple):
    """What a meeting may have decided, from whom, the words kept of it, what is to be done."""

    answer: str
    service: str = ""
    words: str = ""
    action: str = ""


# How many days before the day each meeting was held: some are late by now, some are not.
_HELD: Mapping[str, tuple[int, ...]] = {
    "transitions": (98, 67, 36),
    "near_transition": (90, 57, 22),
    "eet": (106, 48),
    "housing": (75, 45, 17),
    "resources": (64, 30),
    "custody": (71, 41),
    "exploitation": (84, 54, 24),
    "unclaimed": (80,),
}
_THERE: Mapping[str, str] = {
    "transitions": "Adult social care, SEND, the leaving care nurse",
    "near_transition": "The children-in-care team's manager",
    "eet": "Virtual School, Jobcentre, the youth adviser",
    "housing": "The housing officer, the accommodation officer",
    "resources": "Commissioning, the service manager",
    "custody": "Youth offending service, probation",
    "exploitation": "Police, health, the missing co-ordinator",
    "unclaimed": "The team",
}
_DECIDED: Mapping[str, tuple[Said, ...]] = {
    "transitions": (
        Said("no_sign_of_need", words="They manage well with the help they have."),
        Said("eligible", "Shared lives", "They want to stay near their sister.", "Visit two homes"),
        Said("assessment_asked", "Adult social care", action="Send the assessment to adult care"),
        Said("not_eligible", "Floating support", "Agreed to ask again if things change."),
    ),
    "near_transition": (
        Said("adviser_agreed", words="They have met and get on.", action="Have tea with them both"),
        Said("handing_over", action="Write down who matters to them"),
    ),
    "eet": (
        Said("support_agreed", words="Wants to work with animals.", action="Ask the kennels"),
        Said("applying", words="College, from January.", action="Go to the open day with them"),
        Said("not_now", words="Their health comes first for now."),
    ),
    "housing": (
        Said("bidding", words="Band B.", action="Bid with them each Thursday"),
        Said("home_wanted", "Supported housing", action="Ask two providers for a visit"),
        Said("home_offered", words="They like it.", action="Go through the tenancy with them"),
    ),
    "resources": (
        Said("agreed", "Two hours of floating support a week"),
        Said("agreed_in_part", "Four weeks, then looked at again", action="Send the plan"),
    ),
    "custody": (
        Said("release_home_wanted", action="Ask the approved home for a place"),
        Said("release_planned", words="Their aunt meets them at the gate."),
    ),
    "exploitation": (
        Said("safety_plan_stands", words="They ring when they feel unsafe."),
        Said("safety_plan_changes", action="Go through the safety plan with them"),
    ),
    "unclaimed": (Said("to_claim", action="Fill in the form with them"),),
}
_OF_THE_MEETING = ("Ask for a date for joint training", "Bring the figures of the last year")
_SUPERVISED = (
    ("agreed", "A steady month. They trust each other.", ""),
    ("action", "", "Ask health about the wait"),
    ("action", "", "See them with somebody who speaks their language"),
)
_IN_SUPERVISION = 0.12


def tell_meetings(people: int, seed: int, as_at: date) -> Iterator[Meeting]:
    """Every meeting of the team, and the supervisions of its advisers."""
    chair = worker_name(FIRST_MANAGER, seed)
    for kind in _HELD:
        for on in _days(kind, as_at):
            yield Meeting(_meeting_id(kind, on), kind, on, "", chair, _THERE[kind])
    for number in range(1, max(1, -(-people // A_CASELOAD)) + 1):
        for on in _supervised(number, as_at):
            worker_id = f"PA{number:03d}"
            name = _meeting_id(f"supervision-{worker_id}", on)
            yield Meeting(name, SUPERVISION, on, worker_id, chair)


def tell_meeting_actions(seed: int, as_at: date) -> Iterator[MeetingAction]:
    """What some meetings asked for themselves: done, open, or late by now."""
    rng = Random(f"{seed}:meeting actions")
    for kind in ("transitions", "eet", "housing"):
        for what, on in zip(_OF_THE_MEETING, _days(kind, as_at)[-2:], strict=True):
            name = f"{_meeting_id(kind, on)}-1"
            due_on = on + timedelta(days=28)
            done = on + timedelta(days=rng.randint(3, 14)) if rng.random() < 0.4 else None
            who = worker_name(FIRST_MANAGER, seed)
            words = "It is in hand." if done else ""
            yield MeetingAction(name, _meeting_id(kind, on), on, what, who, due_on, done, words)


def tell_meeting_items(life: Life, seed: int) -> None:
    """What meetings and supervision decided about one life."""
    if life.date_of_death is not None or not life.is_leaver:
        return
    rng = Random(f"{seed}:meetings:{life.number}")
    for kind in _HELD:
        for on in _days(kind, life.as_at):
            if _WAS_ON[kind](life, on, rng):
                _item(life, kind, on, seed, rng)
    if rng.random() < _IN_SUPERVISION:
        _decision(life, seed, rng)


def _item(life: Life, kind: str, on: date, seed: int, rng: Random) -> None:
    said = rng.choice(_DECIDED[kind])
    done = None
    if said.action and rng.random() < (0.75 if (life.as_at - on).days > 40 else 0.25):
        done = max(on, min(on + timedelta(days=rng.randint(2, 20)), life.last_day))
    adviser = worker_name(life.worker_on(on) or manager_of(life), seed)
    life.facts["meeting_items"].append(
        MeetingItem(
            life.new_id("meeting_items"),
            life.person_id,
            _meeting_id(kind, on),
            on,
            said.answer,
            said.service,
            adviser if said.service else "",
            said.words,
            said.action,
            adviser if said.action else "",
            on + timedelta(days=rng.choice((14, 21, 42))) if said.action else None,
            done,
            "It is done, and they know." if done else "",
        )
    )


def _decision(life: Life, seed: int, rng: Random) -> None:
    worker_id = life.worker_on(life.last_day)
    if not worker_id.startswith("PA"):
        return
    on = _supervised(int(worker_id[2:]), life.as_at)[-1]
    answer, words, action = rng.choice(_SUPERVISED)
    life.facts["decisions"].append(
        Decision(
            life.new_id("decisions"),
            life.person_id,
            about_meeting(_meeting_id(f"supervision-{worker_id}", on)),
            on,
            answer,
            on + timedelta(days=rng.choice((21, 42, 63))) if action else None,
            words,
            action,
            worker_name(worker_id, seed) if action else "",
            decided_by=manager_of(life),
        )
    )


def _at_a_panel(life: Life, on: date, rng: Random) -> bool:
    """The first panel on or after the day that the event has."""
    days = [event.on for event in life.facts["events"] if event.kind == "transitions_panel"]
    return any(day is not None and timedelta(0) <= on - day < timedelta(days=31) for day in days)


def _is_17(life: Life, on: date, rng: Random) -> bool:
    return life.turns(17) <= on < life.turns_18 and rng.random() < 0.5


def _out_of_work(life: Life, on: date, rng: Random) -> bool:
    now = [a for a in life.facts["activities"] if a.start and a.start <= on]
    return (
        age_on(life.born, on) >= 18
        and bool(now)
        and now[-1].code in NOT_IN_WORK_OR_LEARNING
        and rng.random() < 0.6
    )


def _wants_a_home(life: Life, on: date, rng: Random) -> bool:
    return age_on(life.born, on) >= 17 and (
        _home(life, on) in ("S", "V", "W", "R") or rng.random() < 0.05
    )


def _asks_for_resources(life: Life, on: date, rng: Random) -> bool:
    return age_on(life.born, on) >= 17 and rng.random() < 0.03


def _in_custody(life: Life, on: date, rng: Random) -> bool:
    return _home(life, on) == "X"


def _has_a_flag(life: Life, on: date, rng: Random) -> bool:
    flags = life.facts["safety_flags"]
    return any(f.set_on <= on and (f.ended_on is None or on < f.ended_on) for f in flags)


def _may_claim(life: Life, on: date, rng: Random) -> bool:
    return age_on(life.born, on) >= 18 and rng.random() < 0.06


_WAS_ON: Mapping[str, Callable[[Life, date, Random], bool]] = {
    "transitions": _at_a_panel,
    "near_transition": _is_17,
    "eet": _out_of_work,
    "housing": _wants_a_home,
    "resources": _asks_for_resources,
    "custody": _in_custody,
    "exploitation": _has_a_flag,
    "unclaimed": _may_claim,
}


def _home(life: Life, on: date) -> str:
    there = [
        home
        for home in life.homes()
        if home.start and home.start <= on and (home.end is None or on < home.end)
    ]
    return there[-1].type if there else ""


def _days(kind: str, as_at: date) -> list[date]:
    """The days this meeting was held, never at a weekend."""
    return [_weekday(as_at - timedelta(days=back)) for back in _HELD[kind]]


def _supervised(number: int, as_at: date) -> list[date]:
    """The last two supervisions of an adviser; a few are late with the next."""
    back = 6 + number * 11 % 34
    return [_weekday(as_at - timedelta(days=back + more)) for more in (31, 0)]


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _meeting_id(kind: str, on: date) -> str:
    return f"{kind}-{on.isoformat()}"
