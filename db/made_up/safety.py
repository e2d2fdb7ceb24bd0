"""Which few made-up young people have a flag, or were missing for a time? Told with restraint."""

from datetime import date, timedelta
from random import Random

from carelink.facts import MissingEpisode, SafetyFlag
from db.made_up.life import Life
from db.made_up.team import FIRST_MANAGER

_CONCERNS = (
    ("criminal_exploitation", "Older men wait for them outside the home; new things, no money."),
    ("online", "Messages from somebody they have never met, asking to meet."),
    ("gangs", "They were told not to walk through one part of the town."),
    ("sexual_exploitation", "Picked up by car late at night by people we do not know."),
    ("trafficking", "They fear those who brought them here."),
)
_LEVELS = ("medway_2017_1", "medway_2017_1", "medway_2017_2", "medway_2017_3")
_HELD = ("Return interview worker", "Advocate")
_WITH_FLAG = 0.045
_WAS_MISSING_AT_17 = 0.25
_UNKNOWN_SINCE_18 = 0.012


def tell_safety(life: Life, seed: int) -> None:
    """A flag for a few, times missing for some of those under 18, whereabouts for very few."""
    rng = Random(f"{seed}:safety:{life.number}")
    alive = life.date_of_death is None and life.happened(life.turns_16)
    if not alive or not life.is_leaver:
        return
    if rng.random() < _WITH_FLAG:
        _flag(life, rng)
    if life.as_at < life.turns_18:
        if rng.random() < _WAS_MISSING_AT_17:
            _missing(life, rng, life.as_at - timedelta(days=rng.randint(4, 90)))
    elif rng.random() < _UNKNOWN_SINCE_18:
        _missing(life, rng, life.as_at - timedelta(days=rng.randint(4, 60)))


def _flag(life: Life, rng: Random) -> None:
    kind, concerns = rng.choice(_CONCERNS)
    set_on = life.as_at - timedelta(days=rng.randint(20, 260))
    if set_on <= life.turns_16:
        return
    planned = set_on + timedelta(days=rng.randint(0, 10))
    ended = rng.random() < 0.25
    life.facts["safety_flags"].append(
        SafetyFlag(
            flag_id=life.new_id("safety_flags"),
            person_id=life.person_id,
            kind=kind,
            level=rng.choice(_LEVELS),
            concerns=concerns,
            set_on=set_on,
            set_by=FIRST_MANAGER,
            set_by_role="team_manager",
            tool="Screening tool",
            tool_on=set_on - timedelta(days=rng.randint(0, 4)),
            plan_on=planned if rng.random() < 0.75 else None,
            review_on=set_on + timedelta(days=90),
            expires_on=set_on + timedelta(days=180),
            ended_on=_between(rng, planned, life.last_day) if ended else None,
            ended_why="They and we see it has stopped; the plan is done." if ended else "",
        )
    )


def _missing(life: Life, rng: Random, since: date) -> None:
    back = since + timedelta(days=rng.choice((0, 1, 1, 2, 4)))
    held_on = back + timedelta(days=rng.choice((1, 2, 3, 5)))
    home_again = back <= life.last_day
    held = home_again and held_on <= life.last_day and rng.random() < 0.7
    timed = rng.random() < 0.7
    life.facts["missing_episodes"].append(
        MissingEpisode(
            person_id=life.person_id,
            missing_on=since,
            missing_time=f"{rng.randint(17, 20)}:{rng.choice((10, 30, 45))}" if timed else "",
            found_on=back if home_again else None,
            found_time=f"{rng.randint(21, 23)}:{rng.choice((10, 30, 45))}"
            if timed and home_again
            else "",
            interview_offered_on=back if home_again and rng.random() < 0.8 else None,
            interviewed_on=held_on if held else None,
            interviewed_time=f"{rng.randint(10, 17)}:30" if held and timed else "",
            interviewed_by=rng.choice(_HELD) if held else "",
            detail="They were with friends and are well." if home_again else "",
            row_id=life.new_id("missing_episodes"),
        )
    )


def _between(rng: Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randrange(max(1, (last - first).days + 1)))
