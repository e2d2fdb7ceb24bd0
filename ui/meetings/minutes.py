"""What has been typed of a meeting so far, and what does it mean? Plain Python, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from carelink.dates import show
from carelink.errors import Problem, Refused
from carelink.facts import Meeting, MeetingAction, MeetingItem
from carelink.meetings.outcomes import say_answer
from db.meeting import Minutes
from ui.typed_dates import understood

Typed = dict[str, str]
_TEXTS = ("answer", "service", "lead", "words", "action", "by_whom")
# What is put in by itself when an action is begun: alone it says nothing.
_PUT_IN = frozenset({"by_whom", "due_on"})


@dataclass
class TypedMinutes:
    """Everything typed of one meeting: about each person, the meeting's own actions, its head.

    Shape: `people` by person; `adding` is the action being typed, not yet in `actions`.
    """

    people: dict[str, Typed] = field(default_factory=dict)
    actions: list[Typed] = field(default_factory=list)
    adding: Typed = field(default_factory=dict)
    head: Typed = field(default_factory=dict)

    @classmethod
    def from_draft(cls, content: Mapping[str, Any]) -> "TypedMinutes":
        """What a draft kept."""
        return cls(
            {who: dict(said) for who, said in content.get("people", {}).items()},
            [dict(said) for said in content.get("actions", ())],
            dict(content.get("adding", {})),
            dict(content.get("head", {})),
        )

    def to_draft(self) -> dict[str, Any]:
        """What a draft keeps; nothing when nothing has been typed."""
        held = {
            "people": {who: said for who, said in self.people.items() if said},
            "actions": self.actions,
            "adding": self.adding,
            "head": self.head,
        }
        return {name: value for name, value in held.items() if value}

    def say_about(self, person_id: str, typed: Typed) -> None:
        """Keep what is typed about somebody; nothing left is as if nothing had been typed."""
        said = {name: value for name, value in typed.items() if value}
        if said:
            self.people[person_id] = said
        else:
            self.people.pop(person_id, None)

    def about(self, person_id: str) -> Typed:
        """What is typed about somebody so far."""
        return self.people.get(person_id, {})

    def decided(self, person_id: str) -> str:
        """What has been decided about somebody, in a line; empty while nothing has."""
        said = self.about(person_id)
        if not set(said) - _PUT_IN:
            return ""
        parts = [say_answer(said["answer"])] if said.get("answer") else []
        parts += [said[name] for name in ("service", "words") if said.get(name)]
        parts += [f"To do: {said['action']}"] if said.get("action") else []
        return ". ".join(part.rstrip(". ") for part in parts) or f"Led by {said['lead']}"

    def add_action(self, typed: Typed) -> None:
        """One more action of the meeting itself."""
        self.actions.append({name: value for name, value in typed.items() if value})
        self.adding = {}

    @property
    def all_actions(self) -> list[Typed]:
        """The meeting's own actions, the one being typed among them."""
        return [*self.actions, *([self.adding] if self.adding.get("what") else [])]

    def minutes(self, meeting: Meeting, today: date) -> Minutes:
        """What was typed, as facts.

        Raises: Refused for days that mean nothing, named as the verbs name theirs.
        """
        problems: list[Problem] = []
        items = []
        for person_id in self.people:
            if self.decided(person_id):
                said = self.about(person_id)
                due_on = _day(said, "due_on", person_id, today, problems)
                items.append(_item(person_id, said)._replace(due_on=due_on))
        actions = [
            MeetingAction(
                "",
                what=said.get("what", ""),
                by_whom=said.get("by_whom", ""),
                due_on=_day(said, "due_on", str(place), today, problems),
            )
            for place, said in enumerate(self.all_actions)
        ]
        if problems:
            raise Refused(*problems)
        return Minutes(meeting, tuple(items), tuple(actions))


def say_action(typed: Typed, today: date) -> str:
    """An action of the meeting in a line."""
    due_on = understood(typed.get("due_on", ""), today, ahead=True)
    by = f"by {show(due_on)}" if due_on else typed.get("due_on", "")
    return ", ".join(part for part in (typed.get("what", ""), typed.get("by_whom", ""), by) if part)


def _item(person_id: str, said: Typed) -> MeetingItem:
    """What was decided about somebody, all but the day."""
    answer, service, lead, words, action, by_whom = (said.get(name, "") for name in _TEXTS)
    return MeetingItem("", person_id, "", None, answer, service, lead, words, action, by_whom)


def _day(said: Typed, name: str, group: str, today: date, problems: list[Problem]) -> date | None:
    text = said.get(name, "")
    day = understood(text, today, ahead=True) if text else None
    if text and day is None:
        says = f'"{text}" is not a date we understand. Try, say, 27 3 2027.'
        problems.append(Problem(f"{group}.{name}", says))
    return day
