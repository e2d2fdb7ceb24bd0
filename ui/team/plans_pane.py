"""Which plans wait for a manager to read them? Known before all of the roll is read."""

from ui.team.lines_pane import LinesPane
from ui.team.waiting_plans import plan_lines, say_plans


class PlansPane(LinesPane):
    """The plans that were sent, the longest waiting first; each opens where it is read."""

    word = say_plans(0)
    named = "Plans to read and approve, the longest waiting first"
    section = "plan"

    def refresh(self) -> None:
        if self.desk.still_reading and self.list.lines.rowCount():
            return
        waiting = self.desk.plans_waiting()
        self.word_said.emit(say_plans(len(waiting)))
        self.list.show_lines(plan_lines(waiting, self.desk.day))
