"""How do the meetings, and the list of one of them, become lines?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from carelink.dates import show
from carelink.facts import Meeting, Worker
from carelink.meetings.pack import Carried, Group, Pack, Row
from carelink.meetings.rhythm import standing_of, standings_of
from carelink.meetings.words import MEETING_LABELS, SUPERVISION
from carelink.names import kept_apart
from carelink.oversight.managers import managers_on
from carelink.said import counted
from carelink.words import State
from ui.lines import ListLine
from ui.meetings.minutes import TypedMinutes

CARRIED, ROW, ACTIONS, HOLD = "carried", "row", "actions", "hold"
# The columns of a supervision that its lines tell.
_TOLD = ("What we are late with", "Decisions still open")
_ALL_IN_TIME = "Nothing is late and no decision is open."
_NOBODY_SUPERVISED = "Nobody is an adviser here, so no supervision is due."


def say_without_manager(workers: Mapping[str, Worker], day: date) -> str:
    """That nobody is recorded as managing the team; empty where somebody is."""
    return "" if managers_on(workers.values(), day) else "No team manager is recorded"


def meeting_lines(
    kinds: Iterable[str],
    meetings: Sequence[Meeting],
    advisers: Mapping[str, str],
    day: date,
) -> list[ListLine]:
    """Each meeting with when it was last held and is next due; then each adviser's supervision.

    Shape: `advisers` gives what each is called, told apart, by id.
    """
    wanted = [kind for kind in MEETING_LABELS if kind in frozenset(kinds)]
    stand = standings_of(meetings, advisers, day)
    rows = [ListLine("head meetings", "Meetings")]
    for kind in wanted:
        if kind != SUPERVISION:
            one = stand[kind]
            word = "When needed" if one.state is State.NOT_REQUIRED else ""
            rows.append(ListLine(kind, MEETING_LABELS[kind], one.sentence, one.state, word=word))
    if SUPERVISION not in wanted:
        return rows
    if not advisers:
        return [*rows, ListLine("head supervision", _NOBODY_SUPERVISED)]
    rows.append(ListLine("head supervision", f"Supervision: {stand[SUPERVISION].sentence}"))
    for worker_id, name in advisers.items():
        one = standing_of(SUPERVISION, meetings, day, worker_id)
        key = f"{SUPERVISION} {worker_id}"
        rows.append(ListLine(key, kept_apart(name), one.sentence, one.state, about=worker_id))
    return rows


def pack_lines(
    pack: Pack, typed: TypedMinutes, recorded: Mapping[str, str], marked: Mapping[str, str]
) -> list[ListLine]:
    """What is carried, then everybody on the list, then the meeting itself.

    Shape: `recorded` says by person what this meeting has on record already, `marked` by the key of
    a line what has just been recorded of it and is not yet in the pack.
    """
    rows = [_marked(line, marked) for line in _carried_lines(pack)]
    for place, group in enumerate(pack.groups):
        rows += _group_lines(pack, place, group, typed, recorded)
    if not pack.groups:
        rows.append(ListLine("head nobody", "Nobody is on the list."))
    rows.append(ListLine("head itself", "The meeting itself"))
    many = len(typed.all_actions)
    says = counted(many, "action") if many else "What the meeting asks for itself"
    title = "Actions about nobody in particular"
    state = State.ON_TRACK if many else State.NOT_REQUIRED
    rows.append(ListLine(ACTIONS, title, says, state, word="Written down" if many else "None yet"))
    rows.append(_hold_line(pack, typed, recorded))
    return rows


def say_how_many(pack: Pack, typed: TypedMinutes, recorded: Mapping[str, str]) -> str:
    """How the list adds up: 12 people = 3 decided + 9 not yet."""
    listed = set(pack.people)
    decided = {who for who in listed if typed.decided(who) or who in recorded}
    beside = sum(bool(typed.decided(who)) for who in typed.people if who not in listed)
    says = f"{len(listed):,} {'person' if len(listed) == 1 else 'people'}"
    says += f" = {len(decided):,} decided + {len(listed) - len(decided):,} not yet"
    return says + (f"; {beside:,} more, no longer on the list" if beside else "")


def _carried_lines(pack: Pack) -> Iterable[ListLine]:
    still = sum(not one.done for one in pack.carried)
    if pack.last is None and not pack.carried:
        yield ListLine("head carried", "Nothing is carried: no meeting before this is recorded.")
    elif not pack.carried:
        yield ListLine("head carried", "Nothing is carried: no action is open.")
    else:
        last = f"Actions of the meetings up to {show(pack.last)}" if pack.last else "Actions"
        yield ListLine("head carried", f"{last}: {still} open, {len(pack.carried) - still} done")
    for one in pack.carried:
        yield _carried_line(one, pack.as_at)


def _marked(line: ListLine, marked: Mapping[str, str]) -> ListLine:
    word = marked.get(line.key)
    return line._replace(state=State.ON_TRACK, word=word) if word else line


def _carried_line(one: Carried, day: date) -> ListLine:
    due_on = one.due_on
    if one.done:
        state, word = State.ON_TRACK, "Done"
    elif not isinstance(due_on, date):
        state, word = State.NO_DATE, "Open, no day"
    else:
        late = due_on < day
        state, word = (State.OVERDUE, "We are late") if late else (State.DUE_SOON, "Open")
    who = f"{kept_apart(one.name)}: " if one.name else ""
    key = f"{CARRIED} {one.item_id or one.action_id}"
    says = f"{one.by_whom}. {one.stands}"
    return ListLine(key, f"{who}{one.what}", says, state, about=one.person_id, word=word)


def _group_lines(
    pack: Pack, place: int, group: Group, typed: TypedMinutes, recorded: Mapping[str, str]
) -> Iterable[ListLine]:
    if not group.rows:
        empty = group.empty or "Nobody."
        yield ListLine(f"head {place}", f"{group.title} (0). {empty}")
        return
    yield ListLine(f"head {place}", f"{group.title} ({len(group.rows):,})")
    for row in group.rows:
        yield _row_line(place, row, _why(pack, row), typed, recorded)


def _why(pack: Pack, row: Row) -> str:
    """Why somebody is on the list; in supervision, where all are an adviser's, how it stands."""
    if pack.kind != SUPERVISION:
        return row.reason
    told = [str(row.cells[place]) for place, c in enumerate(pack.columns) if c.title in _TOLD]
    told = [says.removeprefix("Nothing.").strip() for says in told]
    return " ".join(says for says in told if says not in ("", "None")) or _ALL_IN_TIME


def _row_line(
    place: int, row: Row, why: str, typed: TypedMinutes, recorded: Mapping[str, str]
) -> ListLine:
    key, name = f"{ROW} {place} {row.person_id}", kept_apart(row.name)
    decided = typed.decided(row.person_id)
    if decided:
        return ListLine(key, name, decided, State.ON_TRACK, about=row.person_id, word="Decided")
    if row.person_id in recorded:
        says = recorded[row.person_id]
        return ListLine(key, name, says, State.ON_TRACK, about=row.person_id, word="Recorded")
    word = "Not discussed"
    return ListLine(key, name, why, State.NOT_REQUIRED, about=row.person_id, word=word)


def _hold_line(pack: Pack, typed: TypedMinutes, recorded: Mapping[str, str]) -> ListLine:
    says = say_how_many(pack, typed, recorded)
    state = State.DUE_SOON if typed.to_draft() else State.NOT_REQUIRED
    word = "Not recorded yet" if typed.to_draft() else "Nothing typed yet"
    return ListLine(HOLD, "Hold this meeting", says, state, word=word)
