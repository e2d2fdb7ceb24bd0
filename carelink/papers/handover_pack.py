"""Handover pack: what the next worker has to know of one young person before they first meet.

It is for a worker of ours. A protected address is not printed even so: it is read in the file.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from carelink.case import CaseFile, has_died
from carelink.dates import show
from carelink.duties import duties_of
from carelink.facts import Handover, Worker
from carelink.handover.steps import progress_of, say_progress, say_told, say_visit
from carelink.home.now import home_now
from carelink.known import people_around, say_continuity, say_no_contact
from carelink.money.catalogue import Catalogue
from carelink.money.ledger import ledgers_of
from carelink.money.unclaimed import unclaimed_of
from carelink.money.words import pounds
from carelink.papers.blocks import Block, Bullets, Heading, Lines, Paper, Para, ParaKind
from carelink.person.reach import say_supporter, supporters_on
from carelink.rulebook import Rulebook
from carelink.safety.flags import FlagState, flag_label, flag_state, flags_of, say_flag_state
from carelink.safety.words import say_level
from carelink.said import Line, counted, say_contact, worker_told_apart
from carelink.voice.promises import ledger_of, say_standing
from carelink.week import sentence_of
from carelink.words import LATE, RUNG_LABELS, Rung, State

_POINTS = 11.0
_DATES = 3
_TRIES = 12
_WORRY_DAYS = 183
_PLACE = {rung: place for place, rung in enumerate(reversed(Rung))}


def handover_pack(
    case: CaseFile,
    handover: Handover | None,
    rulebook: Rulebook,
    catalogue: Catalogue,
    day: date,
) -> Paper:
    """What goes with a young person; without a handover, what would be said of them today."""
    person = case.person
    blocks: list[Block] = []
    if has_died(person):
        blocks.append(Para("They have died. Nothing is due.", ParaKind.LEAD))
    blocks.append(Heading("How to be with me"))
    if person.about_me:
        blocks.append(Para(person.about_me, ParaKind.QUOTE, by="Their own words"))
    else:
        blocks.append(Para("They have not been asked yet. Ask them when you first meet."))
    if handover is not None:
        blocks += [Heading("This handover"), Lines(tuple(_handover(case, handover, day)))]
    blocks += [Heading("What works to reach them"), Lines(tuple(_reaching(case, day)))]
    for title, says, empty in (
        ("What we promised", _promised(case, day), "No promise of ours is open."),
        ("The next dates", _dates(case, handover, rulebook, day), "No date is set."),
        ("What we are late with", _late(case, rulebook, day), "We are late with nothing."),
        ("What gives worry", _worries(case, day), "No flag and no worry of the last six months."),
    ):
        held = tuple(says)
        blocks += [Heading(title), Bullets(held) if held else Para(empty)]
    blocks += [Heading("The people around them"), *_people(case, day)]
    blocks += [Heading("Home"), _lines(home_now(case, day), "No home is recorded now.")]
    blocks += [Heading("Money"), Bullets(tuple(_money(case, catalogue, day)))]
    return Paper(
        "Handover pack",
        day,
        tuple(blocks),
        person_name=person.name,
        born=person.date_of_birth,
        reference=person.person_id,
        points=_POINTS,
    )


def _handover(case: CaseFile, handover: Handover, day: date) -> Iterator[tuple[str, str]]:
    workers: Mapping[str, Worker] = case.workers
    nobody = "Nobody"
    yield "From", worker_told_apart(handover.from_worker, workers) or nobody
    yield "To", worker_told_apart(handover.to_worker, workers) or f"{nobody} yet"
    yield "Where it stands", say_progress(progress_of(handover, day))
    yield "Visit together", say_visit(handover, case, day)
    yield "Do they know", say_told(handover, worker_told_apart(handover.told_by, workers))
    if handover.reason:
        yield "Why", handover.reason


def _reaching(case: CaseFile, day: date) -> Iterator[tuple[str, str]]:
    person = case.person
    yield "Pronouns", person.pronouns or "Not recorded. Ask them"
    yield "Telephone", person.phone or "Not recorded"
    yield "Safe to reach", person.safe_contact or "Not recorded. Ask before leaving a message"
    if person.language:
        yield "Language", person.language
    yield "Last tries", _tries(case) or say_no_contact(case, day)
    if case.contacts:
        last = case.contacts[-1]
        on = show(last.on) if last.on else "Day not known"
        yield "Last in touch", f"{on}, {say_contact(last)}"
    began = sum(c.begun_by == "young_person" for c in case.contacts[-_TRIES:])
    if began:
        yield "They began it", f"{counted(began, 'time')} of the last {_last(case)}"


def _tries(case: CaseFile) -> str:
    """How the last tries came out, the furthest first: Of the last 12: 5 seen, 4 spoke."""
    rungs = Counter(Rung(contact.rung) for contact in case.contacts[-_TRIES:])
    said = [
        f"{rungs[rung]} {RUNG_LABELS[rung].lower()}"
        for rung in sorted(rungs, key=_PLACE.__getitem__)
    ]
    return f"Of the last {_last(case)}: {', '.join(said)}" if said else ""


def _last(case: CaseFile) -> int:
    return min(len(case.contacts), _TRIES)


def _promised(case: CaseFile, day: date) -> Iterator[str]:
    for standing in ledger_of(case, day).standings:
        if standing.open:
            yield f"{standing.promise.what}. {say_standing(standing)}."


def _dates(
    case: CaseFile, handover: Handover | None, rulebook: Rulebook, day: date
) -> Iterator[str]:
    """The first few that lie ahead: what is due, what was planned, the visit together."""
    ahead = {
        (duty.due_on, rulebook.rule(duty.duty).title)
        for duty in duties_of(case, rulebook, day)
        if duty.due_on and duty.due_on >= day and duty.state is not State.NOT_REQUIRED
    }
    ahead |= {(c.next_on, "Next contact, as planned") for c in case.contacts if c.next_on}
    if handover is not None and handover.joint_visit_on:
        ahead.add((handover.joint_visit_on, "Visit together"))
    coming = sorted((on, what) for on, what in ahead if on >= day)
    for on, what in coming[:_DATES]:
        yield f"{on:%A} {show(on)}: {what}"


def _late(case: CaseFile, rulebook: Rulebook, day: date) -> Iterator[str]:
    late = [duty for duty in duties_of(case, rulebook, day) if duty.state in LATE]
    late.sort(key=lambda duty: duty.due_on or date.min)
    # Several duties may be late for one reason, which is then said once.
    yield from dict.fromkeys(sentence_of(case, d, rulebook.rule(d.duty), day) for d in late)


def _worries(case: CaseFile, day: date) -> Iterator[str]:
    for flag in flags_of(case, day):
        if flag_state(flag, day) is not FlagState.ENDED:
            yield f"{flag_label(flag)}. {say_level(flag.level)}. {say_flag_state(flag, day)}."
    for contact in reversed(case.contacts):
        if contact.worry and contact.on and (day - contact.on).days <= _WORRY_DAYS:
            yield f"{show(contact.on)}: {contact.worry}"


def _people(case: CaseFile, day: date) -> Iterator[Block]:
    yield _lines(people_around(case, day), "Nobody works with them.")
    continuity = say_continuity(case, day)
    if continuity:
        yield Para(continuity)
    around = supporters_on(case.supporters, day)
    said = tuple(
        say_supporter(one) + (f": {one.how_to_reach}" if one.how_to_reach else "") for one in around
    )
    yield Bullets(said) if said else Para("No one of their own is recorded. Ask who matters.")


def _money(case: CaseFile, catalogue: Catalogue, day: date) -> Iterator[str]:
    for ledger in ledgers_of(case, day, catalogue):
        awarded = pounds(ledger.awarded_pence)
        yield f"{ledger.title}: {pounds(ledger.balance_pence)} left of {awarded}"
    yield unclaimed_of(case, day, catalogue).said


def _lines(lines: list[Line], empty: str) -> Block:
    rows = tuple((line.about, _with_beneath(line)) for line in lines)
    return Lines(rows) if rows else Para(empty)


def _with_beneath(line: Line) -> str:
    """What is said and the quieter word, as one text."""
    if not line.beneath:
        return line.says
    between = ", " if line.beneath[0].islower() else ". "
    return f"{line.says}{between}{line.beneath}"
