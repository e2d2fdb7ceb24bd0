"""How does a value of a fact stand in its field, and what does a field mean for its fact?"""

from datetime import date
from typing import Any

from carelink.dates import show
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.number_fields import MoneyField, NumberField

YES_NO = (("yes", "Yes"), ("no", "No"), ("", "Not known"))
_CODES = {True: "yes", False: "no", None: ""}
_MEANT = {code: value for value, code in _CODES.items()}


def value_of(field: Field, yes_no: bool) -> Any:
    """What a field means; where its fact holds yes or no, True, False or None."""
    if isinstance(field, ChoiceField):
        return _MEANT[field.value()] if yes_no else field.value()
    if isinstance(field, (DateField, MoneyField, NumberField, TextField)):
        return field.value()
    raise TypeError(type(field))


def show_value(field: Field, value: Any) -> None:
    """Put a fact's own value in a field; None is: not known."""
    if isinstance(field, ChoiceField):
        field.set_value(str(_CODES.get(value, value)))
    elif isinstance(field, TextField):
        field.set_value(value or "")
    elif isinstance(field, (DateField, MoneyField, NumberField)):
        field.set_value(value)


def in_words(field: Field, value: Any) -> str:
    """A value of a fact as its field says it: the word of an option, never its code."""
    if isinstance(field, ChoiceField):
        return field.word_of(_CODES.get(value, value))
    if isinstance(value, date):
        return show(value)
    if isinstance(field, MoneyField) and value is not None:
        return f"£{value // 100}.{value % 100:02d}"
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def typed_in_words(field: Field) -> str:
    """What stands in a field as it is read there."""
    return field.word_of(field.value()) if isinstance(field, ChoiceField) else field.typed
