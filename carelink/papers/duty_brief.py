"""One page for whoever answers the telephone: who rings, how to be with them, what is open."""

from collections.abc import Iterator
from datetime import date

from carelink.case import CaseFile, has_died
from carelink.dates import show
from carelink.duties import duties_of
from carelink.known import say_adviser, say_no_contact
from carelink.money.catalogue import Catalogue
from carelink.money.ledger import ledgers_of
from carelink.money.unclaimed import unclaimed_of
from carelink.money.words import pounds
from carelink.papers.blocks import Block, Bullets, Heading, Lines, Paper, Para, ParaKind
from carelink.rulebook import Rulebook
from carelink.safety.flags import FlagState, flag_label, flag_state, flags_of, say_flag_state
from carelink.safety.words import say_level
from carelink.said import counted, say_contact, say_kind
from carelink.voice.promises import ledger_of, say_standing
from carelink.week import sentence_of
from carelink.words import LATE

# It is one page: the latest of each, and long texts to their first words.
_LATEST = 3
_LONGEST = 240
_DESK_POINTS = 10.5
# How long a worry stays on the brief without another, in days.
_WORRY_DAYS = 183


def duty_brief(case: CaseFile, rulebook: Rulebook, catalogue: Catalogue, day: date) -> Paper:
    """What the duty desk needs to know of somebody whose own adviser is not there."""
    person = case.person
    blocks: list[Block] = []
    if has_died(person):
        blocks.append(Para("They have died. Nothing is due.", ParaKind.LEAD))
    if person.about_me:
        blocks.append(Para(_cut(person.about_me), ParaKind.QUOTE, by="How to be with me"))
    blocks.append(Lines(tuple(_reaching(case, day))))
    for title, says, empty in (
        ("What gives worry", tuple(_worries(case, day)), "No worry is noted in the last 6 months."),
        ("What we promised", tuple(_promised(case, day)), "No promise of ours is open."),
        ("What we are late with", tuple(_late(case, rulebook, day)), "We are late with nothing."),
        ("Money", tuple(_money(case, catalogue, day)), "Nothing is noted."),
        ("Last in touch", tuple(_touch(case)), say_no_contact(case, day)),
    ):
        blocks.append(Heading(title))
        blocks.append(Bullets(says) if says else Para(empty))
    return Paper(
        "Brief for the duty desk",
        day,
        tuple(blocks),
        person_name=person.name,
        born=person.date_of_birth,
        reference=person.person_id,
        points=_DESK_POINTS,
    )


def _reaching(case: CaseFile, day: date) -> Iterator[tuple[str, str]]:
    person = case.person
    yield "Pronouns", person.pronouns or "Not recorded. Ask them"
    yield "Telephone", person.phone or "Not recorded"
    yield "Safe to reach", _cut(person.safe_contact) or "Not recorded. Ask before leaving a message"
    if person.language:
        yield "Language", person.language
    yield "Personal adviser", say_adviser(case, day)
    home = case.home_on(day)
    if home is None:
        yield "Home", "No home is recorded now"
        return
    kind = say_kind(home)
    since = f", since {show(home.start)}" if home.start else ""
    yield "Home", kind + since + ("; the address is protected" if home.protected else "")


def _worries(case: CaseFile, day: date) -> Iterator[str]:
    for flag in flags_of(case, day):
        if flag_state(flag, day) is not FlagState.ENDED:
            yield f"{flag_label(flag)}. {say_level(flag.level)}. {say_flag_state(flag, day)}."
    noted = [c for c in case.contacts if c.worry and c.on and (day - c.on).days <= _WORRY_DAYS]
    for contact in reversed(noted[-_LATEST:]):
        yield f"{show(contact.on or day)}: {_cut(contact.worry)}"


def _promised(case: CaseFile, day: date) -> Iterator[str]:
    owed = [standing for standing in ledger_of(case, day).standings if standing.open]
    for standing in owed[:_LATEST]:
        yield f"{_cut(standing.promise.what)}. {say_standing(standing)}."
    if len(owed) > _LATEST:
        yield f"And {counted(len(owed) - _LATEST, 'more promise')}."


def _late(case: CaseFile, rulebook: Rulebook, day: date) -> Iterator[str]:
    late = [duty for duty in duties_of(case, rulebook, day) if duty.state in LATE]
    late.sort(key=lambda duty: duty.due_on or date.min)
    # Several duties may be late for one reason, which is then said once.
    said = dict.fromkeys(sentence_of(case, d, rulebook.rule(d.duty), day) for d in late)
    yield from list(said)[:_LATEST]
    if len(said) > _LATEST:
        yield f"And with {len(said) - _LATEST} more."


def _money(case: CaseFile, catalogue: Catalogue, day: date) -> Iterator[str]:
    for ledger in ledgers_of(case, day, catalogue):
        awarded = pounds(ledger.awarded_pence)
        yield f"{ledger.title}: {pounds(ledger.balance_pence)} left of {awarded}"
    yield unclaimed_of(case, day, catalogue).said


def _touch(case: CaseFile) -> Iterator[str]:
    for contact in reversed(case.contacts[-_LATEST:]):
        on = show(contact.on) if contact.on else "Day not known"
        note = f": {_cut(contact.note)}" if contact.note else ""
        yield f"{on}, {say_contact(contact)}{note}"
    planned = [c.next_on for c in case.contacts if c.next_on]
    if planned:
        yield f"Next contact planned for {show(planned[-1])}"


def _cut(text: str) -> str:
    """The first words of a long text, with a mark that there is more in the file."""
    said = " ".join(text.split())
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].strip()} … (more in the file)"
