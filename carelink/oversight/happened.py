"""What did a manager decide on the case, about what, and was it done? Each as one thing."""

from collections.abc import Iterator, Mapping

from carelink.case import CaseFile
from carelink.facts import Decision
from carelink.happened import Happened
from carelink.oversight.decisions import say_decision
from carelink.said import counted, words_of

GROUP = "Manager"
_ABOUT: Mapping[str, str] = {
    "nights": "Nights without a settled home",
    "release": "Release from custody",
    "promise": "A promise or an answer of ours",
    "first_meeting": "The first meeting with their new adviser",
    "approval": "What waits for a manager to agree",
    "meeting": "In supervision",
    "decision": "What was decided before",
}


def decisions_happened(case: CaseFile, titles: Mapping[str, str]) -> Iterator[Happened]:
    """Each decision on the day it was made, and the action of it on the day it was done.

    Shape: `titles` gives each duty's title by its id.
    """
    for decision in case.decisions:
        key, who = f"decision {decision.decision_id}", case.worker_name(decision.decided_by)
        about = say_about(decision, titles)
        says = f"{about}: {_small(say_decision(decision))}" if about else say_decision(decision)
        yield Happened(key, decision.on, GROUP, says, who, decision.words)
        if decision.done_on:
            done = f"Done, as a manager asked: {decision.action or about}"
            yield Happened(f"{key} done", decision.done_on, GROUP, done)


def say_about(decision: Decision, titles: Mapping[str, str]) -> str:
    """What a decision is about, the first thing of several named; empty where it is of the case."""
    named = list(dict.fromkeys(_named(key, titles) for key in decision.about.split()))
    if not named:
        return ""
    more = len(named) - 1
    return named[0] + (f" and {counted(more, 'other thing')}" if more else "")


def _named(key: str, titles: Mapping[str, str]) -> str:
    kind, _, rest = key.partition(":")
    if kind != "duty":
        return _ABOUT.get(kind, "A matter of theirs")
    duty = rest.partition(":")[0]
    return titles.get(duty) or words_of(duty)


def _small(says: str) -> str:
    return says[:1].lower() + says[1:]
