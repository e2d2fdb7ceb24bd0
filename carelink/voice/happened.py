"""What has happened with promises and with what they told us, each thing on its day?"""

from collections.abc import Iterator

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import Promise, Statement
from carelink.happened import Happened
from carelink.voice.words import SOURCE_LABELS, STATEMENT_LABELS

GROUP = "Promise"
VOICE = "What they told us"


def voice_happened(case: CaseFile) -> Iterator[Happened]:
    """Every step of every promise and statement, in any order."""
    for promise in case.promises:
        yield from _promise(case, promise)
    for statement in case.statements:
        yield from _statement(statement)


def _promise(case: CaseFile, promise: Promise) -> Iterator[Happened]:
    key = f"promise {promise.promise_id}"
    by = f", by {show(promise.due_on)}" if promise.due_on else ", no date set"
    where = SOURCE_LABELS.get(promise.source, "")
    where = f" ({where[:1].lower()}{where[1:]})" if where and promise.source != "note" else ""
    who = case.worker_name(promise.worker_id)
    said = f"They said: {promise.said}" if promise.said else ""
    made = f"We promised: {promise.what}{by}{where}"
    yield Happened(key, promise.made_on, GROUP, made, who, said)
    if promise.kept_on:
        kept = f"We kept our promise: {promise.what}"
        did = f"We did: {promise.did}" if promise.did else ""
        yield Happened(f"{key} kept", promise.kept_on, GROUP, kept, note=did)
    if promise.broken_on:
        broken = f"We said that we could not keep our promise: {promise.what}"
        instead = f"Instead: {promise.did}" if promise.did and not promise.kept_on else ""
        note = "\n".join(part for part in (promise.broken_why, instead) if part)
        yield Happened(f"{key} broken", promise.broken_on, GROUP, broken, note=note)
    if promise.told_on:
        told = f"They were told what came of it: {promise.what}"
        yield Happened(f"{key} told", promise.told_on, GROUP, told)


def _statement(statement: Statement) -> Iterator[Happened]:
    key = f"statement {statement.statement_id}"
    kind = STATEMENT_LABELS.get(statement.kind, "Statement")
    to = f", to {statement.to_whom}" if statement.to_whom else ""
    yield Happened(key, statement.on, VOICE, f"{kind}{to}", note=statement.words)
    if statement.answered_on:
        says = f"We answered: {kind[:1].lower()}{kind[1:]}"
        yield Happened(f"{key} answered", statement.answered_on, VOICE, says, note=statement.answer)
    if statement.told_on:
        yield Happened(f"{key} told", statement.told_on, VOICE, "They had our answer")
