"""How long does a manager wait? The team added up, packs, the what-if, and what changed.

Each stands beside a limit: the same sum made the plainest way over data that is ready for it.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from heapq import heapify, heapreplace
from itertools import cycle
from time import perf_counter
from typing import TYPE_CHECKING

from carelink.changes import Comparison
from carelink.errors import Refused
from carelink.facts import Contact
from db.recording import Note, record_note
from ui.bench.stage import Stage
from ui.bench.timing import Timed, timed, told
from ui.comparing import Since, compare
from ui.desk import Desk

if TYPE_CHECKING:
    from carelink.figures.counting import Counting
    from carelink.meetings.pack import Pack
    from carelink.workload.load import AdviserLoad, Workload

TEAM = "team_added_up"
TEAM_AGAIN = "team_after_a_note"
TEAM_LIMIT = "team_limit"
LISTS = "pack_lists"
PACK = "pack_slowest"
PACKS = "packs_all"
PACKS_LIMIT = "packs_limit"
WHAT_IF = "what_if"
WHAT_IF_LIMIT = "what_if_limit"
CHANGED = "what_changed"
CHANGED_LIMIT = "what_changed_limit"
SAYS = {
    TEAM: "The team board the first time: sums, and all there is to decide on",
    TEAM_AGAIN: "  the same after a note",
    TEAM_LIMIT: "  the limit: the states counted by Polars, each known before",
    LISTS: "The list of every meeting, supervision for each adviser, from the store",
    PACK: "  the slowest pack, from the store to PDF, page and spreadsheet",
    PACKS: "  a pack of each of the nine meetings, one after another",
    PACKS_LIMIT: "  the limit: the roll read, and nothing made of it",
    WHAT_IF: "What if the adviser with most people leaves: the team divided anew",
    WHAT_IF_LIMIT: "  the limit: each of theirs to whoever has fewest, by one pass",
    CHANGED: "What changed since a pack: store read, two days worked out",
    CHANGED_LIMIT: "  the limit: the figures of one day counted from the store",
}
# The pack that is compared with speaks of a day so long ago; so many facts are put right since.
_SINCE = timedelta(days=59)
_PUT_RIGHT = 20
_NOTES = 10
# A larger roll has the packs of many teams; each team asks for its own.
_PACKS_UP_TO = 500
_OTHER = {"1": "2", "2": "1", "": "1"}


def oversight_on(stage: Stage, desk: Desk, times: int) -> Iterator[Timed]:
    """Everything a manager asks of the whole team."""
    few = min(times, 2)
    people = stage.people
    yield from _team_on(stage, desk, times)
    if people <= _PACKS_UP_TO:
        yield from _packs_on(stage, desk, few)
    load = desk.workload()
    if busiest := _busiest(load):
        leaver = busiest.worker.worker_id
        yield timed(WHAT_IF, people, partial(_what_if, load, desk, leaver), times=1)
        yield timed(WHAT_IF_LIMIT, people, partial(_in_one_pass, load, leaver), times=times)
    yield timed(CHANGED, people, partial(_changed, desk, _pack_before(desk)), times=few)
    yield timed(CHANGED_LIMIT, people, partial(_counted, desk), times=few)


def _team_on(stage: Stage, desk: Desk, times: int) -> Iterator[Timed]:
    """The first time on a desk that has just been read, then after one note each time."""
    people = stage.people
    yield timed(TEAM, people, _board, times=1, ready=lambda: _read_anew(stage), after=_close)
    others = cycle([person.person_id for person in desk.people()])

    def a_note() -> Desk:
        who = next(others)
        note = Note(Contact("", who, desk.user.worker_id, stage.day, "seen", "worker"))
        with suppress(Refused):  # of the few who have died, and of whom nothing more is recorded
            desk.do(record_note, note, about=who)
        return desk

    yield timed(TEAM_AGAIN, people, _board, times=_NOTES, ready=a_note)
    yield _team_limit(stage, desk, times)


def _read_anew(stage: Stage) -> Desk:
    desk = stage.desk()
    desk.read_all()
    return desk


def _close(desk: Desk) -> None:
    desk.close()


def _counted(desk: Desk, _: object) -> "Counting":
    from ui.releasing import count_for

    return count_for(desk.ask, desk.store.path, desk.day)


def _board(desk: Desk) -> Desk:
    """What the page of the team is made from; gives the desk back to be closed."""
    desk.team()
    desk.alarms()
    desk.plans_waiting()
    desk.to_agree()
    return desk


def _team_limit(stage: Stage, desk: Desk, times: int) -> Timed:
    from ui.bench.limit import frames_of, states_of

    cases = desk.read([person.person_id for person in desk.people()])
    states = states_of(frames_of(cases, stage.day), desk.rulebook, stage.day)
    return timed(
        TEAM_LIMIT,
        stage.people,
        lambda _: states.group_by("duty", "state").len(),
        times=times,
    )


def _kinds() -> tuple[str, ...]:
    from carelink.meetings.words import MEETING_LABELS

    return tuple(MEETING_LABELS)


def _packs_on(stage: Stage, desk: Desk, times: int) -> Iterator[Timed]:
    people = stage.people
    yield timed(PACKS_LIMIT, people, lambda _: desk.asked(_kinds(), desk.day), times=times)
    yield timed(LISTS, people, lambda _: [_packs(desk, kind) for kind in _kinds()], times=times)
    took = [[_seconds(desk, kind) for kind in _kinds()] for _ in range(times)]
    yield told(PACK, people, [max(each) for each in took])
    yield told(PACKS, people, [sum(each) for each in took])


def _packs(desk: Desk, kind: str) -> list["Pack"]:
    """The pack of one meeting, from the store; supervision has one for each adviser."""
    from carelink.meetings.packs import pack_of
    from carelink.meetings.supervision import advisers_of
    from carelink.meetings.words import SUPERVISION

    asked = desk.asked([kind], desk.day)
    if kind != SUPERVISION:
        return [pack_of(kind, asked)]
    return [pack_of(kind, asked, "team", worker_id) for worker_id in advisers_of(asked)]


def _seconds(desk: Desk, kind: str) -> float:
    """How long one meeting's pack takes, to its three files; of supervision, one adviser's."""
    begun = perf_counter()
    packs = _packs(desk, kind)
    for pack in packs:
        _write(pack)
    return (perf_counter() - begun) / max(1, len(packs))


def _write(pack: "Pack") -> None:
    from carelink.exchange.pack_workbook import write_workbook
    from carelink.papers.html import write_html
    from carelink.papers.meeting_pack import meeting_pack
    from carelink.papers.pdf import write_pdf
    from ui.assets import paper_fonts

    paper = meeting_pack(pack)
    write_pdf(paper, paper_fonts())
    write_html(paper)
    write_workbook(pack)


def _busiest(load: "Workload") -> "AdviserLoad | None":
    """The adviser with most people; None where nobody has any, or nobody else has hours."""
    with_people = [one for one in load.advisers if one.people]
    busiest = max(with_people, key=lambda one: len(one.people), default=None)
    others = any(one.fte for one in load.advisers if one is not busiest)
    return busiest if others else None


def _what_if(load: "Workload", desk: Desk, worker_id: str, _: object) -> object:
    """Everybody may move, so that the whole team is divided anew."""
    from carelink.reallocation.proposing import propose
    from carelink.reallocation.scenario import Leaver

    leaver = Leaver(worker_id, desk.day + timedelta(days=28))
    return propose(load, leaver, desk.weights, even_out=True)


def _in_one_pass(load: "Workload", worker_id: str, _: object) -> object:
    """Each person of the leaver to whoever has fewest by then."""
    heap = [(len(one.people), one.worker.worker_id) for one in load.advisers]
    heap = [held for held in heap if held[1] != worker_id]
    leaving = next(one.people for one in load.advisers if one.worker.worker_id == worker_id)
    heapify(heap)
    given = {}
    for person in leaving if heap else ():
        people, to_worker = heap[0]
        given[person.person_id] = to_worker
        heapreplace(heap, (people + 1, to_worker))
    return given


def _pack_before(desk: Desk) -> Since:
    """A pack of two months ago, kept now; then a few homes are put right and people seen."""
    from db.trail import amend

    since = _kept(desk, desk.day - _SINCE)
    people = [person.person_id for person in desk.people()]
    for case in desk.read(people[:_PUT_RIGHT]):
        if case.homes:
            home, who = case.homes[-1], case.person.person_id
            desk.do(amend, "homes", home.row_id, {"suitable": _OTHER[home.suitable]}, about=who)
    return since


def _kept(desk: Desk, day: date) -> Since:
    """Headlines alone, for what is timed comes after; the day by itself where too few are counted.

    They are then compared with what was known when that day ended.
    """
    from carelink.figures.levels import Level
    from db.releases import record_release
    from ui.releasing import Wish, count_for, prepare

    counting = count_for(desk.ask, desk.store.path, day)
    try:
        made = prepare(desk.ask, desk.store.path, counting, Wish(day, level=Level.HEADLINE))
    except Refused:
        return Since(day)
    if made.release is None:
        return Since(day)
    desk.do(partial(record_release, level=made.level, seats=made.seats), made.release)
    return Since(day, made.release.hash)


def _changed(desk: Desk, since: Since, _: object) -> Comparison:
    *_, found = compare(desk, since, desk.day)
    assert isinstance(found, Comparison)
    return found
