"""Who is the young person? Their names and words, how to reach them, and what returns ask."""

from collections.abc import Sequence
from typing import Any

from carelink.person.checks import check_details
from carelink.person.words import ETHNICITY_LABELS, PRONOUNS, SAFE_TO_REACH, SEX_LABELS
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.suggested_field import SuggestedField
from ui.young_person.fact_form import FactForm
from ui.young_person.field_values import YES_NO

_NOT_RECORDED = ("", "Not recorded")


class _PersonForm(FactForm):
    """Part of the person's own row; each part keeps its draft apart."""

    kind = "people"
    says_saved = "Saved. What was recorded before stays in the history."
    check = check_details
    part = ""

    def draft_name(self, fact: Any) -> str:
        return f"person {self.part}"


class WhoForm(_PersonForm):
    """The names they use and used, pronouns, gender, and how to be with them in their words."""

    title = title_of_change = "Who they are"
    part = "who"

    def make_fields(self) -> Sequence[Field]:
        return [
            TextField("known_as", "The name they use", "Shown first everywhere except in returns"),
            TextField("legal_name", "Their full legal name", "One name is enough, in any script"),
            TextField(
                "previous_names",
                "Names they no longer use",
                "They are found by it; it is shown nowhere but here and marked: do not use",
            ),
            SuggestedField("pronouns", "Pronouns", PRONOUNS, "In any words"),
            TextField("gender", "Gender", "In their own words, if they want to say"),
            TextField("about_me", "How to be with me", "In the young person's own words", lines=4),
        ]


class ReachForm(_PersonForm):
    """Their number, what makes it safe to use, and the language they would rather speak."""

    title = title_of_change = "How to reach them"
    part = "reach"

    def make_fields(self) -> Sequence[Field]:
        return [
            TextField("phone", "Phone number", "As they gave it"),
            SuggestedField(
                "safe_contact",
                "What makes it safe to reach them?",
                SAFE_TO_REACH,
                "Shown wherever a contact begins. The best way, safe times, what not to do",
                lines=3,
            ),
            TextField("language", "The language they would rather speak", "If it is not English"),
        ]


class ReturnsForm(_PersonForm):
    """What returns ask and duties are counted from."""

    title = title_of_change = "For returns and duties"
    part = "returns"

    def make_fields(self) -> Sequence[Field]:
        self._ethnicity = ChoiceField(
            "ethnicity",
            "Ethnicity, by the code of the return",
            [_NOT_RECORDED, *ETHNICITY_LABELS.items()],
            "Asked so that it can be seen whether we treat people alike; nobody has to say",
        )
        return [
            DateField(
                "date_of_birth",
                "Date of birth",
                self.today,
                hint="Every duty is counted from it. For example, 27 3 2007",
            ),
            ChoiceField(
                "sex",
                "Sex, as the return asks it",
                [*SEX_LABELS.items(), _NOT_RECORDED],
                "Apart from gender: the Department for Education asks for it",
                across=4,
            ),
            self._ethnicity,
            ChoiceField(
                "uasc", "Did they come to this country alone as a child?", YES_NO, across=3
            ),
            ChoiceField("disability", "Do they have a disability?", YES_NO, across=3),
            TextField("responsible_authority", "Which council last looked after them?"),
            DateField(
                "date_of_death",
                "If they have died: on which day?",
                self.today,
                hint="Nothing is due from that day on, and nothing will remind of it",
            ),
        ]

    def prepare(self) -> None:
        """A code from another system that we do not know stays as it is."""
        held = self.before.ethnicity if self.before else ""
        unknown = [(held, held)] if held and held not in ETHNICITY_LABELS else []
        self._ethnicity.set_options([_NOT_RECORDED, *ETHNICITY_LABELS.items(), *unknown])
