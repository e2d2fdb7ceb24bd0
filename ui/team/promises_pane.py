"""Which promises and answers wait for us, whosever they are?"""

from ui.team.lines_pane import LinesPane
from ui.team.promise_lines import promise_lines, say_promises


class PromisesPane(LinesPane):
    """Late, due soon, or not yet told, the longest wait first; each opens their promises."""

    word = "Promises and answers late"
    named = "Promises and answers that wait, the longest wait first"
    section = "promises"

    def refresh(self) -> None:
        if self.desk.still_reading:
            return
        self.say()
        self.list.show_lines(promise_lines(self.desk.team().waiting))

    def say(self) -> None:
        if not self.desk.still_reading:
            self.word_said.emit(say_promises(self.desk.team().waiting))
