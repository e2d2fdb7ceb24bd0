"""Where do they live from now on, and what is to be changed of a home? Its two forms."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from carelink.facts import Home
from carelink.home.checks import check_home
from carelink.home.codes import says_not_taken
from carelink.home.history import ends_of_change, ends_of_move, say_ends
from carelink.home.postcode import normalised
from carelink.home.words import SUPPORT_LABELS
from carelink.receipt import receipt_of
from carelink.said import TENANCY_LABELS
from carelink.words import HOME_LABELS
from db.housing import change_home, put_home_back, record_move, undo_move
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.number_fields import NumberField
from ui.young_person.fact_form import FactForm
from ui.young_person.field_values import YES_NO
from ui.young_person.gesture import Gesture, undo_of_change
from ui.young_person.home.said import say_move

# What stands on no screen of a protected home until somebody asks to see it.
GIVES_AWAY = frozenset({"address", "postcode", "provider", "host_authority", "host_offer"})
_TENANCIES = [
    *((code, said.capitalize()) for code, said in TENANCY_LABELS.items()),
    ("", "Not known"),
]
_SUITABLE = [("1", "Suitable"), ("2", "Not suitable"), ("", "Not judged yet")]
_SUPPORT = [*SUPPORT_LABELS.items(), ("", "None, or not known")]


class _HomeForm(FactForm):
    """What both forms of a home ask."""

    kind = "homes"
    check = check_home

    def make_fields(self) -> Sequence[Field]:
        return [*self._what_it_is(), *self._where_it_is(), *self._what_comes_with_it()]

    def _what_it_is(self) -> list[Field]:
        return [
            DateField("start", "Since when do they live there?", self.today),
            ChoiceField("type", "Kind of home", [("", "Choose"), *HOME_LABELS.items()]),
            TextField("moved_why", "Why did they move there?"),
            ChoiceField("provided_by_authority", "Provided by us?", YES_NO, across=3),
            TextField("provider", "Who provides it?", "Landlord, provider or carer"),
            ChoiceField("tenancy", "On what terms?", _TENANCIES),
            ChoiceField("suitable", "Suitable, for the return?", _SUITABLE, across=3),
        ]

    def _where_it_is(self) -> list[Field]:
        return [
            TextField("address", "Address, without the postcode"),
            TextField("postcode", "Postcode", "Any spacing will do. None for no fixed home"),
            ChoiceField("protected", "Is the address protected?", YES_NO, _PROTECTED, across=3),
            TextField("host_authority", "Which council's area, if not ours?"),
            TextField("host_offer", "What does that council offer them?", lines=2),
        ]

    def _what_comes_with_it(self) -> list[Field]:
        return [
            ChoiceField("support_level", "Support package", _SUPPORT),
            NumberField("support_hours", "Hours of support a week"),
            DateField("support_until", "When is it to be stepped down?", self.today, ahead=True),
            ChoiceField("emergency", "Found in an emergency?", YES_NO, across=3),
            ChoiceField("trial", "Is it a trial stay?", YES_NO, across=3),
            DateField(
                "expected_end",
                "When are they expected to leave?",
                self.today,
                hint=_LEAVE,
                ahead=True,
            ),
            DateField("end", "When did they leave?", self.today, hint=_LEFT, ahead=True),
        ]


_HIDDEN = "Its address is not shown. Press Show the address first to change that"
_PROTECTED = "A protected address is hidden on screens and stands on no paper"
_LEAVE = "The day of release, the end of a term, or of a stay agreed for a time"
_LEFT = "Only for a home that is over; moving on from one ends it by itself"


class MoveForm(_HomeForm):
    """A move: where they live from a day on. What it opened and ended is said on saving."""

    title = "Record a move"
    save_word = "Save the move"

    def make_fields(self) -> Sequence[Field]:
        carer = TextField("carer", "Staying put: who is the carer?", _CARER)
        return [*super().make_fields(), carer]

    def gesture(self, values: dict[str, Any]) -> Gesture:
        assert self.known is not None
        carer = values.pop("carer")
        home = self.new_fact(values)
        undo = partial(undo_move, before=self.known.case)
        return Gesture(record_move, (home, carer), self.says_saved, undo)

    def says_after(self, answer: Any) -> str:
        """What the move opened and ended, and what the return will not take of it."""
        assert self.known is not None
        before, after = self.known, self.desk.known(self.person_id)
        home = next(held for held in after.case.homes if held.row_id == answer)
        doubt = says_not_taken(home, after.case.person.date_of_birth, self.desk.day)
        receipt = receipt_of(before.duties, after.duties)
        titles = {rule.duty: rule.title for rule in self.desk.rulebook.rules}
        ends = say_ends(before.case, ends_of_move(before.case, home))
        return " ".join([say_move(receipt, titles), *ends, *([doubt] if doubt else [])])


_CARER = "Only for someone of 18 or over who stays with their former foster carer"


class ChangeHomeForm(_HomeForm):
    """What is recorded of a home, changed; another first day moves the end of the one before.

    What gives a protected address away is not among the fields unless it was asked to be shown.
    """

    title = title_of_change = "Change this home"
    save_word = "Save the change"
    says_saved = "The home is changed."

    def __init__(self, desk: Desk, *, hides: bool = False, parent: QWidget | None = None) -> None:
        self._hides = hides
        super().__init__(desk, parent)

    def make_fields(self) -> Sequence[Field]:
        asked = super().make_fields()
        return [field for field in asked if not (self._hides and field.name in GIVES_AWAY)]

    def prepare(self) -> None:
        if self._hides:
            protected = next(field for field in self.fields if field.name == "protected")
            protected.show_hint(_HIDDEN)

    def gesture(self, values: dict[str, Any]) -> Gesture:
        assert self.known is not None
        before: Home = self.before
        after = before._replace(**values)
        after = after._replace(postcode=normalised(after.postcode))
        ends = say_ends(self.known.case, ends_of_change(self.known.case, before, after))
        says = " ".join([self.says_saved, *ends])
        undo = undo_of_change(put_home_back, before, after)
        return Gesture(change_home, (before, after), says, undo)
