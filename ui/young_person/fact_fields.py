"""The fields of one fact together: how they began, what was typed, and what was changed since."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_type_hints

from carelink.facts import KINDS
from ui.fields import Field
from ui.young_person.field_values import in_words, show_value, typed_in_words, value_of
from ui.young_person.meanwhile import Difference

# Beside what was typed a draft keeps how the field began, to know what was changed meanwhile.
_WAS = "was "


class FactFields:
    """Each field bears the name of a field of the fact."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._fields = fields
        self._started: dict[str, str] = {}

    def values(self, kind: str) -> dict[str, Any]:
        """What the fields mean, by the fact's own field names and in its types."""
        hints = get_type_hints(KINDS[kind].fact)
        return {
            field.name: value_of(field, hints.get(field.name) == bool | None)
            for field in self._fields
        }

    def fill(self, fact: Any, usual: Callable[[str], Any]) -> None:
        """Begin with what the fact says, and with what is usual where it says nothing."""
        for field in self._fields:
            held = getattr(fact, field.name) if fact is not None else None
            show_value(field, usual(field.name) if held in (None, "") else held)

    def begin(self) -> None:
        """From here on what stands otherwise was typed."""
        self._started = {field.name: field.typed for field in self._fields}

    def typed(self) -> dict[str, str]:
        """What stands in the fields where it differs from how they began."""
        held = {field.name: field.typed for field in self._fields}
        return {name: typed for name, typed in held.items() if typed != self._started.get(name)}

    def to_keep(self, *, of_change: bool) -> dict[str, str]:
        """What a draft keeps: what was typed and, of a change, how those fields began."""
        typed = self.typed()
        began = {_WAS + name: self._started[name] for name in typed} if of_change else {}
        return {**typed, **began}

    def put_back(self, content: Mapping[str, str]) -> None:
        """Type again what a draft kept."""
        for field in self._fields:
            if field.name in content:
                field.set_typed(content[field.name])

    def changed_since(self, content: Mapping[str, str], fact: Any) -> list[Difference]:
        """What a draft says otherwise, where somebody wrote since the draft was begun."""
        return [
            _difference(field, getattr(fact, field.name))
            for field in self._fields
            if field.name in content
            and content.get(_WAS + field.name, self._started[field.name])
            != self._started[field.name]
        ]

    def take_in(self, was: Any, now: Any) -> list[Difference]:
        """Theirs comes in where we touched nothing; given back is where both wrote."""
        ours = self.typed()
        differences = []
        for field in self._fields:
            theirs = getattr(now, field.name)
            if theirs == getattr(was, field.name):
                continue
            if field.name in ours:
                differences.append(_difference(field, theirs))
            else:
                show_value(field, theirs)
        return differences

    def take(self, name: str, fact: Any) -> None:
        """Show in one field what the fact says."""
        field = next(field for field in self._fields if field.name == name)
        show_value(field, getattr(fact, name))


def _difference(field: Field, theirs: Any) -> Difference:
    return Difference(field.name, field.asks, in_words(field, theirs), typed_in_words(field))
