"""Who is 18, or soon will be, and has no health passport?"""

from ui.team.lines_pane import LinesPane
from ui.team.team_lines import passport_lines_of, person_of, say_passports


class PassportsPane(LinesPane):
    """Everybody without one, the longest waiting first; each opens their health section."""

    word = "18 and no health passport"
    named = "Who has no health passport, the longest waiting first"
    section = "health"

    def refresh(self) -> None:
        if self.desk.still_reading:
            return
        self.say()
        self.list.show_lines(passport_lines_of(self.desk.team()))

    def say(self) -> None:
        if not self.desk.still_reading:
            self.word_said.emit(say_passports(self.desk.team()))

    def person_in_view(self) -> str:
        chosen = self.list.chosen()
        return person_of(chosen) if chosen else ""
