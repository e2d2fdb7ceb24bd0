"""How do they and their adviser stand? First meeting, handover under way, messages that wait."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QPushButton, QWidget

from carelink.case import has_died
from carelink.cover.messages import say_message, waiting
from carelink.handover.first_meeting import FirstMeeting, first_meeting_of, say_first_meeting
from carelink.handover.steps import open_on, say_progress, say_told, say_visit
from carelink.handover.words import Stands
from carelink.names import kept_apart
from carelink.said import worker_told_apart
from carelink.words import State
from ui.desk import Desk
from ui.held import Known
from ui.young_person.ledger_card import LedgerCard, RowWords

_NEWS = timedelta(days=183)
_NOTHING = "No handover is under way, and no message waits."


class AdviserCard(LedgerCard):
    """Shown with every file; `hand_over` asks for a handover."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("With their adviser", parent=parent)
        self._desk = desk
        self.hand_over = QPushButton("Hand over to another…")
        self.add_button(self.hand_over)

    def show_known(self, known: Known) -> None:
        """What is to be said of this person's adviser today."""
        rows = [
            *_first_meeting(known, self._desk),
            *_handovers(known, self._desk),
            *_messages(known, self._desk),
        ]
        self.show_rows(rows, "" if rows else _NOTHING)
        self.hand_over.setVisible(not has_died(known.case.person))


def _first_meeting(known: Known, desk: Desk) -> Iterator[RowWords]:
    meeting = first_meeting_of(known.case, known.day, desk.terms)
    if meeting is None or _is_long_ago(meeting, known):
        return
    name = kept_apart(worker_told_apart(meeting.worker_id, desk.workers()))
    stands = say_first_meeting(meeting, known.day)
    title = f"First meeting with {name}"
    yield RowWords("first meeting", title, stands, meeting.state, (), (), meeting)


def _is_long_ago(meeting: FirstMeeting, known: Known) -> bool:
    """Whether they met, and the adviser has been theirs so long that it is no news any more."""
    started = meeting.started_on
    return meeting.met_on is not None and (started is None or known.day - started > _NEWS)


def _handovers(known: Known, desk: Desk) -> Iterator[RowWords]:
    workers = desk.workers()
    for progress in open_on(known.case, known.day):
        one = progress.handover
        taker = kept_apart(worker_told_apart(one.to_worker, workers)) or "nobody yet"
        stuck = progress.stands is Stands.STUCK
        late = State.OVERDUE if progress.late or stuck else State.DUE_SOON
        yield RowWords(
            one.handover_id,
            f"Handover to {taker}",
            say_progress(progress),
            State.ON_TRACK if progress.stands is Stands.AHEAD else late,
            (
                f"Visit together: {say_visit(one, known.case, known.day)}",
                say_told(one, worker_told_apart(one.told_by, workers)),
            ),
            (),
            one,
        )


def _messages(known: Known, desk: Desk) -> Iterator[RowWords]:
    for one in waiting(known.case.messages, known.day):
        asked = worker_told_apart(one.worker_id, desk.workers()) or "whoever is their adviser"
        yield RowWords(
            one.message_id,
            f"Message for {kept_apart(asked)}",
            say_message(one, known.day),
            State.OVERDUE if one.urgent else State.DUE_SOON,
            ("It is answered at the duty desk (Ctrl 8).",),
            (),
            one,
        )
