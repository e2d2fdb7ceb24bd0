"""What did made-up young people tell us, what came of it, and how did each promise end?"""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from carelink.facts import Promise, Statement
from carelink.voice.words import DAYS_TO_ANSWER
from carelink.working_days import working_days_after
from db.made_up.life import Life

_SINCE = timedelta(days=400)
# By then we have said of nearly every promise not kept that we could not keep it.
_LONG_AGO = timedelta(days=45)
_KINDS = {"mind_of_my_own": 46, "challenge_card": 24, "complaint": 12, "compliment": 18}
_TO_WHOM = {
    "mind_of_my_own": "My personal adviser",
    "challenge_card": "Corporate Parenting Board",
    "complaint": "Complaints team",
    "compliment": "The team",
}


class _Voice(NamedTuple):
    """What was said, what it is about, what was promised on it, and what came of it."""

    theme: str
    said: str
    promised: str
    did: str


_ASKED = (
    _Voice(
        "support",
        "I would like one person to ring who knows me, not whoever is free.",
        "Give the name of one other person who knows you",
        "You met the second person who answers when your adviser is away.",
    ),
    _Voice(
        "information",
        "Nobody told me about the rail card until my friend had one.",
        "Send a list of everything you may have",
        "We went through the list with you and sent off the rail card.",
    ),
    _Voice(
        "home",
        "The window in my room does not shut and it is cold.",
        "Get the window looked at",
        "The window was mended and we came to see it.",
    ),
    _Voice(
        "listening",
        "I said I want evening appointments because of work.",
        "Ask for evening appointments",
        "Your appointments are now after five.",
    ),
    _Voice(
        "belief",
        "I want to try the plumbing course even if my English is not there yet.",
        "Ask the college what they would accept",
        "The college takes you with English beside the course.",
    ),
    _Voice(
        "identity",
        "I want somebody to cook with who knows the food I grew up with.",
        "Find a cooking group near you",
        "There is a group on Saturdays; we paid the first term.",
    ),
    _Voice(
        "champion",
        "Will anybody come when I get my certificate?",
        "Put the day in our diaries",
        "Two of us came and the photograph is yours.",
    ),
    _Voice(
        "information",
        "I do not understand the letter about council tax.",
        "Go through the letter with you",
        "We rang them together; nothing is to be paid.",
    ),
)
_THANKED = (
    "Thank you for sitting with me at the hospital.",
    "The moving day went well because of you.",
    "It helped that you rang before the exam.",
    "Good that you said what you did not know yet.",
)
_DID = (
    "Done, and we wrote to say so.",
    "We rang and it is sorted.",
    "We did it together.",
    "It is in the post to you.",
    "Asked and answered; we told you what they said.",
)
_BROKEN = (
    ("They do not offer it any more.", "We looked for another and sent you the address."),
    ("The money for it has run out this year.", "We ask again in April and tell you."),
    ("It is not ours to decide.", "We wrote to those who decide and sent you the letter."),
)


def tell_voice(life: Life, seed: int) -> None:
    """What they told us, and how the promises ended. A stream of random numbers of its own."""
    rng = Random(f"{seed}:voice:{life.number}")
    life.facts["promises"] = [_ended(life, rng, promise) for promise in life.facts["promises"]]
    first = max(life.turns_16, life.as_at - _SINCE)
    last = min(life.last_day, life.date_of_death or life.last_day)
    for _ in range(rng.choices((0, 1, 2, 3), (44, 34, 16, 6))[0]):
        if first < last:
            on = first + timedelta(days=rng.randrange((last - first).days))
            _tell(life, rng, on)


def _ended(life: Life, rng: Random, promise: Promise) -> Promise:
    """A promise from a note: whose it is, what was done, and whether they were told."""
    made, due = promise.made_on, promise.due_on
    assert made is not None
    assert due is not None
    promise = promise._replace(source="note", worker_id=life.worker_on(made))
    if promise.kept_on:
        told = promise.kept_on + timedelta(days=rng.randint(0, 12))
        did = rng.choice(_DID) if rng.random() < 0.6 else ""
        return promise._replace(did=did, told_on=_told(life, rng, told, 0.85))
    ended = due + timedelta(days=rng.randint(1, 9))
    if rng.random() < (0.93 if life.as_at - due > _LONG_AGO else 0.4) and _in_time(life, ended):
        why, instead = rng.choice(_BROKEN)
        told_on = _told(life, rng, ended, 0.8)
        return promise._replace(broken_on=ended, broken_why=why, did=instead, told_on=told_on)
    return promise


def _tell(life: Life, rng: Random, on: date) -> None:
    (kind,) = rng.choices(list(_KINDS), list(_KINDS.values()))
    statement_id = life.new_id("statements")
    if kind == "compliment":
        words = rng.choice(_THANKED)
        life.facts["statements"].append(
            Statement(statement_id, life.person_id, kind, on, "support", words, _TO_WHOM[kind])
        )
        return
    asked = rng.choice(_ASKED)
    # A complaint's day is law's and worked out; for the rest one is agreed.
    by = None if kind == "complaint" else working_days_after(on, 10)
    usual = by or working_days_after(on, DAYS_TO_ANSWER[""][0])
    answered = usual + timedelta(days=rng.choice((-6, -4, -3, -2, -1, 0, 0, 3, 9)))
    done = _in_time(life, answered) and rng.random() < 0.93
    told = answered + timedelta(days=rng.choice((0, 0, 1, 4)))
    promised = done and rng.random() < 0.6
    life.facts["statements"].append(
        Statement(
            statement_id,
            life.person_id,
            kind,
            on,
            asked.theme,
            asked.said,
            _TO_WHOM[kind],
            by,
            answered if done else None,
            _answer(kind, asked, promised=promised) if done else "",
            "1" if kind == "complaint" else "",
            _told(life, rng, told, 0.9) if done else None,
        )
    )
    if promised:
        _promise(life, rng, asked, statement_id, kind, answered)


def _answer(kind: str, asked: _Voice, *, promised: bool) -> str:
    lead = "We are sorry. " if kind == "complaint" else "Thank you for telling us. "
    return lead + (f"We will: {asked.promised.lower()}." if promised else asked.did)


def _promise(
    life: Life, rng: Random, asked: _Voice, statement_id: str, kind: str, made: date
) -> None:
    due = made + timedelta(days=rng.randint(7, 28))
    kept = due - timedelta(days=rng.randint(-6, 5))
    done = _in_time(life, kept) and (rng.random() < 0.8 or life.as_at - due > _LONG_AGO)
    told = kept + timedelta(days=rng.randint(0, 9))
    life.facts["promises"].append(
        Promise(
            promise_id=life.new_id("promises"),
            person_id=life.person_id,
            what=asked.promised,
            made_on=made,
            due_on=due,
            kept_on=kept if done else None,
            source=kind,
            statement_id=statement_id,
            said=asked.said,
            did=asked.did if done else "",
            told_on=_told(life, rng, told, 0.85) if done else None,
            worker_id=life.worker_on(made),
        )
    )


def _told(life: Life, rng: Random, day: date, often: float) -> date | None:
    """The day they were told; some wait for it, but none for long."""
    told = rng.random() < often or life.as_at - day > _LONG_AGO
    return day if told and _in_time(life, day) else None


def _in_time(life: Life, day: date) -> bool:
    """Whether the day may be told of: it has been, and they lived."""
    return day <= min(life.last_day, life.date_of_death or life.last_day)
