"""Who could be seen on one journey? Those late or due soon, by postcode district."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.dates import show
from carelink.pace.clocks import Clock
from carelink.pace.journeys import Call, Journey, journeys_of, say_sum, undated_of
from carelink.said import counted, worker_told_apart
from carelink.words import State
from ui.ahead.pane import AheadPane
from ui.ahead.taken import Taken
from ui.background import Background
from ui.desk import Desk
from ui.lines import LinesView, ListLine
from ui.look.tokens import SPACE_16


class JourneysPane(AheadPane):
    """One list, a heading for each district; a line opens its person."""

    word = "Save a visit"

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(desk, background, parent)
        self.journeys: tuple[Journey, ...] = ()
        self.list = LinesView("Whom to see, by postcode district")
        held = QWidget()
        held.setObjectName("clear")
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.addWidget(self.list)
        self.setWidget(held)
        self.list.activated.connect(self._open_chosen)
        self.setFocusProxy(self.list)

    def show_taken(self, taken: Mapping[str, Taken]) -> None:
        self.journeys = journeys_of(held.call for held in taken.values() if held.call)
        lines = [line for journey in self.journeys for line in self._lines(journey)]
        undated = undated_of(held.seat for held in taken.values() if held.call is None)
        if undated:
            lines.append(ListLine("undated", f"We cannot tell by which day: {len(undated):,}"))
            lines += [self._undated(clock) for clock in undated]
        self.list.show_lines(lines or [ListLine("nobody", say_sum(()))])
        self.say_sum(say_sum(self.journeys, len(undated)))

    def _lines(self, journey: Journey) -> list[ListLine]:
        many = counted(len(journey.calls), "visit")
        heading = ListLine(f"place:{journey.place}", f"{journey.place}: {many}")
        return [heading, *(self._line(call) for call in journey.calls)]

    def _line(self, call: Call) -> ListLine:
        late = (self.desk.day - call.due_on).days
        if late > 0:
            says = f"We are {counted(late, 'day')} late with a visit, due {show(call.due_on)}"
        else:
            says = f"A visit is due by {show(call.due_on)}"
        return ListLine(
            call.person_id,
            call.name,
            f"{says}. {call.before_going}" if call.before_going else says,
            State.OVERDUE if late > 0 else State.DUE_SOON,
            self._adviser(call.worker_id),
            about=call.person_id,
        )

    def _undated(self, clock: Clock) -> ListLine:
        says = "A visit is owed, and what is recorded does not tell when"
        adviser = self._adviser(clock.worker_id)
        about = clock.person_id
        return ListLine(about, clock.name, says, State.CANNOT_TELL, adviser, about=about)

    def _adviser(self, worker_id: str) -> str:
        return worker_told_apart(worker_id, self.desk.workers()) or "No adviser"

    def _open_chosen(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None and chosen.about:
            self.person_opened.emit(chosen.about)
