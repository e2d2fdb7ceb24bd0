"""Which flag is set, reviewed or ended, and when were they missing? The forms of safety."""

from collections.abc import Sequence
from typing import Any

from carelink.safety.checks import check_end, check_episode, check_flag
from carelink.safety.times import with_kept_times
from carelink.safety.words import FLAG_LABELS, levels_on, say_level
from db.safety import (
    change_flag,
    change_missing,
    end_flag,
    put_flag_back,
    put_missing_back,
    record_missing,
    set_flag,
    take_flag_back,
)
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.young_person.fact_form import FactForm
from ui.young_person.gesture import Gesture, undo_of_change

_KINDS = [("", "Choose"), *FLAG_LABELS.items()]
_TIME = 'For example "21:40" or "9.40pm"; leave it empty if only the day is known'


class FlagForm(FactForm):
    """A flag set or reviewed: after the tool, with a plan, a review and a day it runs out."""

    kind = "safety_flags"
    title = "Set a flag"
    title_of_change = "Review or change a flag"
    save_word = "Save the flag"
    says_saved = "The flag is saved."
    check = check_flag

    def make_fields(self) -> Sequence[Field]:
        self.level = ChoiceField("level", "Level, by the council's own words", [("", "Choose")])
        return [
            ChoiceField("kind", "What is it about?", _KINDS),
            TextField(
                "concerns", "What gives concern?", "What happened, not who they are", lines=2
            ),
            TextField("tool", "Which tool was used?", "A flag comes after it"),
            DateField("tool_on", "On which day was it used?", self.today),
            self.level,
            DateField("set_on", "From which day does the flag stand?", self.today),
            DateField("plan_on", "Day of the safety plan", self.today, hint=_NO_PLAN),
            DateField("review_on", "When is it reviewed?", self.today, ahead=True),
            DateField("expires_on", "When does it run out?", self.today, ahead=True),
        ]

    def prepare(self) -> None:
        """The levels in use, and beside them the one that this flag was set with."""
        options = {code: say_level(code) for code in levels_on(self.desk.day)}
        if self.before is not None and self.before.level:
            options.setdefault(self.before.level, say_level(self.before.level))
        self.level.set_options([("", "Choose"), *options.items()])

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "set_on" and self.before is None else None

    def gesture(self, values: dict[str, Any]) -> Gesture:
        if self.before is None:
            who = self.desk.user.worker_id or self.desk.user.name
            flag = self.new_fact({**values, "set_by": who})
            return Gesture(set_flag, (flag,), self.says_saved, take_flag_back)
        args = (self.before, self.before._replace(**values))
        return Gesture(change_flag, args, self.says_saved, undo_of_change(put_flag_back, *args))


_NO_PLAN = "Leave it empty if there is none yet: the flag then says so"


class EndFlagForm(FactForm):
    """The end of a flag, and why."""

    kind = "safety_flags"
    title = title_of_change = "End a flag"
    save_word = "End the flag"
    says_saved = "The flag is ended."
    check = check_end

    def make_fields(self) -> Sequence[Field]:
        return [
            TextField("ended_why", "Why does it end?", lines=2),
            DateField("ended_on", "On which day?", self.today),
        ]

    def draft_name(self, fact: Any) -> str:
        return f"end {fact.flag_id}"

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "ended_on" else None

    def gesture(self, values: dict[str, Any]) -> Gesture:
        undo = undo_of_change(put_flag_back, self.before, self.before._replace(**values))
        args = (self.before, values["ended_on"], values["ended_why"])
        return Gesture(end_flag, args, self.says_saved, undo)


class MissingForm(FactForm):
    """A time missing: since when, back when, and the return home interview."""

    kind = "missing_episodes"
    title = "Record a time missing"
    title_of_change = "Change a time missing"
    save_word = "Save"
    says_saved = "The time missing is saved."
    check = check_episode

    def make_fields(self) -> Sequence[Field]:
        return [
            DateField("missing_on", "Since which day?", self.today),
            TextField("missing_time", "At what time?", _TIME),
            DateField("found_on", "On which day did they come back?", self.today, hint=_NOT_BACK),
            TextField("found_time", "At what time did they come back?", _TIME),
            DateField("interview_offered_on", "When was an interview offered?", self.today),
            DateField("interviewed_on", "When was the interview held?", self.today),
            TextField("interviewed_time", "At what time was it held?", _TIME),
            TextField("interviewed_by", "Who held it?", "Somebody who is independent"),
            TextField("detail", "What is known of it?", "What happened, in their words", lines=2),
        ]

    def gesture(self, values: dict[str, Any]) -> Gesture:
        if self.before is None:
            made = super().gesture(values)
            return made._replace(verb=record_missing, args=(self.new_fact(values),))
        args = (self.before, with_kept_times(self.before._replace(**values)))
        undo = undo_of_change(put_missing_back, *args)
        return Gesture(change_missing, args, self.says_saved, undo)


_NOT_BACK = "Leave it empty while they are not back"
