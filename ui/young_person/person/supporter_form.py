"""Who is around the young person that is not a worker, and may they be named in the copy?"""

from collections.abc import Sequence

from carelink.facts import Supporter
from carelink.person.checks import check_supporter
from carelink.person.reach import say_consent, say_supporter
from carelink.words import State
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.young_person.fact_form import FactForm
from ui.young_person.field_values import YES_NO
from ui.young_person.ledger_card import Act, RowWords

CHANGE = Act("change", "Change…", "Change who they are or whether they may be named", quiet=True)
_STATES = {True: State.ON_TRACK, False: State.DECLINED, None: State.CANNOT_TELL}


class SupporterForm(FactForm):
    """Somebody in their life: the name, who they are to them, and consent to name them."""

    kind = "supporters"
    title = "Add someone in their life"
    title_of_change = "Someone in their life"
    save_word = "Save"
    check = check_supporter

    def make_fields(self) -> Sequence[Field]:
        return [
            TextField("name", "Their name", "As the young person says it"),
            TextField("relationship", "Who are they to the young person?", "Nan, friend, coach"),
            TextField("how_to_reach", "How are they reached?", "If the young person wants us to"),
            ChoiceField(
                "in_copy",
                "May they be named in the young person's copy of the plan?",
                YES_NO,
                "Ask the young person; the copy may be read by others",
                across=3,
            ),
            DateField("end", "Since when are they no longer there?", self.today),
        ]


def supporter_words(supporter: Supporter) -> RowWords:
    """One person as the row of a card says it."""
    reach = f"How to reach them: {supporter.how_to_reach}" if supporter.how_to_reach else ""
    return RowWords(
        supporter.row_id,
        say_supporter(supporter),
        say_consent(supporter),
        _STATES[supporter.in_copy],
        (reach,),
        (CHANGE,),
        supporter,
    )
