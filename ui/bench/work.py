"""What the desk does all day, measured on one roll: My week, duties, a note, an import."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

from carelink.case import CaseFile
from carelink.facts import Contact
from ui.bench.ahead import ahead_on
from ui.bench.oversee import oversight_on
from ui.bench.papers import papers_on
from ui.bench.release import releases_on
from ui.bench.stage import Stage
from ui.bench.timing import Timed, timed
from ui.desk import Desk

MY_WEEK = "my_week"
WHOLE_ROLL = "whole_roll"
DUTIES = "duties"
REASONS = "duties_with_reasons"
GIVEN = "duties_status_given"
LIMIT = "limit"
NOTE = "note"
FILE = "file_opened"
IMPORT = "import"
# A note is quick, so that many are measured: the disk has its moods.
_NOTES = 10
# Files opened one after another, the longest histories of the roll; more than the desk keeps.
_FILES = 20


def work_on(stage: Stage, times: int) -> Iterator[Timed]:
    """Everything measured on one roll, in the order it is told."""
    yield timed(MY_WEEK, stage.people, lambda _: _my_week(stage), times=times, after=_close)
    yield timed(WHOLE_ROLL, stage.people, lambda _: _everyone(stage), times=times, after=_close)
    desk = _everyone(stage)
    try:
        cases = desk.read([person.person_id for person in desk.people()])
        yield from _duties(stage, desk, cases, times)
        on_roll = [case.person.person_id for case in cases if not case.person.date_of_death]
        cases.sort(key=lambda case: len(case.contacts), reverse=True)
        longest = [case.person.person_id for case in cases[:_FILES]]
        del cases
        yield _files(stage, desk, longest, times)
        yield from papers_on(stage, desk, longest, times)
        yield from ahead_on(stage, desk, times)
        yield _notes(stage, desk, on_roll, times)
        yield from oversight_on(stage, desk, times)
        yield from releases_on(stage, desk)
    finally:
        desk.close()
    yield _imports(stage, times)


def _my_week(stage: Stage) -> Desk:
    desk = stage.desk()
    desk.week(desk.user.worker_id or None)
    return desk


def _everyone(stage: Stage) -> Desk:
    desk = stage.desk()
    desk.read_all()
    return desk


def _close(desk: Desk) -> None:
    desk.close()


def _duties(stage: Stage, desk: Desk, cases: list[CaseFile], times: int) -> Iterator[Timed]:
    from carelink.as_at import up_to
    from carelink.duties import duties_of
    from carelink.status import status_of
    from ui.bench.limit import frames_of, states_of

    cases = desk.read([person.person_id for person in desk.people()])
    day, book = stage.day, desk.rulebook

    def afresh() -> list[CaseFile]:
        """The same facts with nothing worked out about them yet."""
        return [replace(case, worked_out={}) for case in cases]

    def without_reasons(files: list[CaseFile]) -> object:
        return [duties_of(case, book, day) for case in files]

    def with_reasons(files: list[CaseFile]) -> object:
        return [[duty.reason for duty in duties_of(case, book, day)] for case in files]

    def with_status() -> list[CaseFile]:
        """The same, with the status of every day known beforehand, as the limit is given it."""
        files = afresh()
        for case in files:
            status_of(up_to(case, day), day)
        return files

    frames = frames_of(cases, day)
    people = stage.people
    yield timed(DUTIES, people, without_reasons, times=times, ready=afresh)
    yield timed(REASONS, people, with_reasons, times=times, ready=afresh)
    yield timed(GIVEN, people, without_reasons, times=times, ready=with_status)
    yield timed(LIMIT, people, lambda _: states_of(frames, book, day), times=times)


def _notes(stage: Stage, desk: Desk, on_roll: list[str], times: int) -> Timed:
    """Each note about another person, so that nobody's case grows under the measurement."""
    from db.recording import Note, record_note

    on_roll = [line.person_id for line in desk.week().lines]
    others = cycle(on_roll)

    def note() -> Any:
        contact = Contact("", next(others), desk.user.worker_id, stage.day, "seen", "worker")
        return Note(contact._replace(note="Made up for the benchmark."))

    def record(written: Any) -> object:
        return desk.do(record_note, written, about=written.contact.person_id)

    return timed(NOTE, stage.people, record, times=_NOTES * times, ready=note)


def _files(stage: Stage, desk: Desk, longest: list[str], times: int) -> Timed:
    """Each file another's, so that none is at hand: read whole and worked out."""
    others = cycle(longest)
    return timed(FILE, stage.people, desk.known, times=_FILES * times, ready=lambda: next(others))


def _imports(stage: Stage, times: int) -> Timed:
    from carelink.exchange import read_source
    from db.intake import open_source, take_in

    source = _bundle(stage)
    numbers = iter(range(times))

    def take(desk: Desk) -> Desk:
        reading = read_source(open_source(source), "bundle", stage.day)
        with desk.store.writing("benchmark") as writing:
            take_in(writing, reading)
        return desk

    def ready() -> Desk:
        return stage.empty(f"taken-{next(numbers)}.db")

    few = min(times, 3)
    return timed(IMPORT, stage.people, take, times=few, ready=ready, after=_close)


def _bundle(stage: Stage) -> Path:
    """The roll written out as an open bundle."""
    from carelink.exchange import write_bundle
    from db.intake import read_bundle_rows

    desk = stage.desk()
    try:
        with desk.store.reading() as connection:
            files = write_bundle(read_bundle_rows(connection))
    finally:
        desk.close()
    folder = stage.folder / "bundle"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder
