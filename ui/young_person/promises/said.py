"""What does each row of the promises say, and what can be done about it as it stands?"""

from collections.abc import Sequence

from carelink.case import CaseFile
from carelink.dates import show
from carelink.said import Line
from carelink.voice.promises import Standing, say_standing, say_told
from carelink.voice.said_and_did import SaidAndDid
from carelink.voice.statements import Heard, say_heard, say_heard_told
from carelink.voice.words import (
    SOURCE_LABELS,
    STAGE_LABELS,
    STANDS_AS,
    STATEMENT_LABELS,
    THEME_LABELS,
    Stands,
)
from ui.young_person.ledger_card import Act, RowWords

KEPT = Act("kept", "Kept", "We have done this; today's date is kept with it")
KEPT_HOW = Act("kept_how", "Kept, and how…", "Say what we did, on which day, and whether they know")
BROKEN = Act("broken", "Cannot keep…", "Say why we cannot, and what we do instead")
TOLD = Act("told", "They know", "They were told today what came of it")
CHANGE = Act("change", "Change…", "Change what was promised or by when", quiet=True)
ANSWER = Act("answer", "Answer…", "Write the answer, and whether they have it")
ANSWERED = Act("answer", "Change the answer…", "Write the answer anew", quiet=True)
HAVE_IT = Act("told", "They have it", "They had the answer today")
PROMISE = Act("promise", "Promise…", "Promise something on it, with a day")
CHANGE_WORDS = Act("change", "Change…", "Change what they told us or by when we answer", quiet=True)


def promise_words(standing: Standing, case: CaseFile) -> RowWords:
    """One promise as its row says it."""
    promise = standing.promise
    acts = [KEPT, KEPT_HOW, BROKEN] if standing.open else []
    acts += [TOLD] if standing.to_tell else []
    acts += [KEPT_HOW] if standing.stands is Stands.BROKEN else []
    acts.append(CHANGE)
    beneath = (_quoted(promise.said), *_what_came(standing), _made(standing, case))
    return _row(standing, beneath, acts)


def open_words(standing: Standing) -> RowWords:
    """One promise that waits for us, in few words and with what one press does."""
    acts = [KEPT] if standing.open else [TOLD]
    return _row(standing, (), acts)


def say_open(waiting: Sequence[Standing]) -> str:
    """What an empty list means, and how many wait only for being told."""
    still_open = sum(standing.open for standing in waiting)
    says = "" if still_open else "No promise of ours is open."
    return " ".join(filter(None, (says, say_to_tell(len(waiting) - still_open))))


def statement_words(heard: Heard, case: CaseFile) -> RowWords:
    """One thing they told us as its row says it."""
    said = heard.statement
    acts = [ANSWER] if heard.open or heard.stands is Stands.NOT_NEEDED else [ANSWERED]
    acts += [HAVE_IT] if heard.to_tell else []
    acts += [PROMISE, CHANGE_WORDS]
    return RowWords(
        said.statement_id,
        _quoted(said.words) or "Their words are not recorded",
        ". ".join(part for part in (say_heard(heard), say_heard_told(heard)) if part),
        STANDS_AS[heard.stands],
        (_about(heard), f"Our answer: {said.answer}" if said.answer else ""),
        acts,
        said,
    )


def came_of_it(row: SaidAndDid) -> Line:
    """What they said, what we did, and whether they know."""
    did = f"We could not: {row.did}" if row.could_not else f"We did: {row.did}"
    told = f"They were told on {show(row.told_on)}" if row.told_on else "They have not been told"
    return Line(show(row.on) if row.on else "", f"{_quoted(row.said)}\n{did}", told)


def say_to_tell(many: int) -> str:
    """How many have come out without their being told; empty for none."""
    if not many:
        return ""
    return f"{many:,} of them {'has' if many == 1 else 'have'} come out without their being told."


def _row(standing: Standing, beneath: Sequence[str], acts: Sequence[Act]) -> RowWords:
    promise = standing.promise
    stands = ". ".join(part for part in (say_standing(standing), say_told(standing)) if part)
    state = STANDS_AS[standing.stands]
    return RowWords(promise.promise_id, promise.what, stands, state, beneath, acts, promise)


def _made(standing: Standing, case: CaseFile) -> str:
    promise = standing.promise
    where = SOURCE_LABELS.get(promise.source, "")
    parts = [f"Made on {show(promise.made_on)}" if promise.made_on else "Day it was made not known"]
    parts += [where[:1].lower() + where[1:]] if where else []
    parts += [f"by {case.worker_name(promise.worker_id)}"] if promise.worker_id else []
    return ", ".join(parts)


def _what_came(standing: Standing) -> list[str]:
    promise = standing.promise
    if standing.stands is Stands.BROKEN:
        instead = f"Instead: {promise.did}" if promise.did else ""
        return [f"Why: {promise.broken_why}" if promise.broken_why else "", instead]
    return [f"We did: {promise.did}" if promise.did and standing.ended_on else ""]


def _about(heard: Heard) -> str:
    said = heard.statement
    parts = [STATEMENT_LABELS.get(said.kind, said.kind or "Kind not recorded")]
    parts += [STAGE_LABELS[said.stage]] if said.stage in STAGE_LABELS else []
    parts += [show(said.on) if said.on else "day not known"]
    parts += [f"to {said.to_whom}"] if said.to_whom else []
    parts += [f"about: {THEME_LABELS[said.theme]}"] if said.theme in THEME_LABELS else []
    return ", ".join(parts)


def _quoted(words: str) -> str:
    return f"“{words}”" if words.strip() else ""
