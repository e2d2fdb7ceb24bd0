"""How is what waits for a manager, or was answered by one, said in one line?"""

from carelink.approvals.words import ANSWER, GRANT, HOME, SNOOZE, STATUS, SUBJECT_LABELS
from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import DutyAnswer, Entitlement, Home, Snooze, Spending, StatusOverride
from carelink.money.words import pounds
from carelink.said import say_kind, words_of
from carelink.words import STATUS_LABELS, Status


def status_words(code: str) -> str:
    """A status as it is shown; a code of another system as it stands."""
    return STATUS_LABELS[Status(code)] if code in set(Status) else code or "Status not recorded"


def say_override(asked: StatusOverride) -> str:
    """Which status is to stand, from when."""
    start = f"from {show(asked.start)}" if asked.start else "from a day that is not recorded"
    return f"{status_words(asked.status)} {start}, in place of what is worked out"


def say_sudden(home: Home) -> str:
    """An emergency home: which kind, since when; no address is in it."""
    since = home.start or home.known_on
    return f"{say_kind(home)}, since {show(since) if since else 'when is not recorded'}"


def say_set_aside(title: str, snooze: Snooze) -> str:
    """Which duty's line was set aside, until when."""
    return f"{title} set aside until {show(snooze.until) if snooze.until else 'no day recorded'}"


def say_decided(title: str, answer: DutyAnswer) -> str:
    """Which duty was decided as not required, until when."""
    until = f", until {show(answer.ask_again_on)}" if answer.ask_again_on else ""
    return f"{title} decided as not required{until}"


def say_given(step: Entitlement) -> str:
    """What was granted or received, and how much."""
    return f"{words_of(step.entitlement)}: {_amount(step.amount_pence)} {step.stage}"


def say_spent(line: Spending) -> str:
    """What was spent on what, from which grant."""
    grant = words_of(line.entitlement).lower() or "a grant that is not recorded"
    return f"{_amount(line.amount_pence)} spent from {grant}: {line.what or 'not said what for'}"


def say_subject(case: CaseFile, subject: str, subject_id: str) -> str:
    """What an answer was about; where that is no longer in the file, its kind alone."""
    for fact in facts_about(case, subject):
        if fact.row_id == subject_id:
            return _say(fact)
    return SUBJECT_LABELS.get(subject, "Something that waited")


def facts_about(
    case: CaseFile, subject: str
) -> tuple[StatusOverride | Home | Snooze | DutyAnswer | Entitlement | Spending, ...]:
    """Every fact of the kinds that an answer on this subject can be about."""
    return tuple(fact for kind in KINDS_OF.get(subject, ()) for fact in getattr(case, kind))


# In which kinds of fact each subject is found.
KINDS_OF = {
    SNOOZE: ("snoozes",),
    ANSWER: ("duty_answers",),
    GRANT: ("entitlements", "spending"),
    HOME: ("homes",),
    STATUS: ("status_overrides",),
}


def _say(fact: StatusOverride | Home | Snooze | DutyAnswer | Entitlement | Spending) -> str:
    if isinstance(fact, StatusOverride):
        return say_override(fact)
    if isinstance(fact, Home):
        return say_sudden(fact)
    if isinstance(fact, Snooze):
        return say_set_aside(words_of(fact.duty), fact)
    if isinstance(fact, DutyAnswer):
        return say_decided(words_of(fact.duty), fact)
    return say_given(fact) if isinstance(fact, Entitlement) else say_spent(fact)


def _amount(pence: int | None) -> str:
    return pounds(pence) if pence is not None else "how much is not recorded,"
