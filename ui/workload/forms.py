"""What is asked beside the load: a worker's facts, a pin and its end, who stands in."""

from collections.abc import Callable, Sequence
from datetime import date

from ui.fields import ChoiceField, DateField, Option, TextField
from ui.number_fields import NumberField
from ui.small_form import SmallForm


def worker_form() -> SmallForm:
    """Hours, languages and district of a worker."""
    return SmallForm(
        "Hours, languages, district",
        "Save",
        [
            NumberField("fte", "Part of a full week (FTE)", "1 is full time, 0.6 three days"),
            TextField("languages", "Languages beside English", "With commas between them"),
            TextField("district", "Postcode district they work from", "For example ME4"),
        ],
    )


def pin_form() -> SmallForm:
    """Why a pair is to stay together."""
    asks = TextField("reason", "Why are they to stay together?", lines=2)
    return SmallForm("Pin to their adviser", "Pin", [asks])


def unpin_form() -> SmallForm:
    """Why a pair need no longer stay together."""
    asks = TextField("ended_why", "Why need they no longer stay together?", lines=2)
    return SmallForm("Let the pin go", "Let it go", [asks])


def cover_form(options: Sequence[Option], today: Callable[[], date]) -> SmallForm:
    """Who stands in for whoever is away, and until when."""
    return SmallForm(
        "Stand in instead",
        "Save the cover",
        [
            ChoiceField("cover_id", "Who stands in?", [("", "Choose an adviser"), *options]),
            DateField("back_on", "First day they no longer do", today, ahead=True),
        ],
    )
