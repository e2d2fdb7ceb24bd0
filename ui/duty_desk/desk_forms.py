"""What is asked at the desk: that a message is done, that somebody is away, who stands in?"""

from collections.abc import Callable, Sequence
from datetime import date

from carelink.cover.words import ABSENCE_LABELS
from ui.fields import ChoiceField, DateField, Field, Option, TextField
from ui.small_form import SmallForm

Today = Callable[[], date]
_AHEAD = 'For example "today", "mon" or "4 1"'
_BACK = "The first day here again; leave it empty while nobody knows"
_KINDS = tuple(ABSENCE_LABELS.items())


def done_form(today: Today) -> SmallForm:
    """When a message was seen to, and what came of it."""
    return SmallForm(
        "The message is done",
        "Done",
        [
            TextField("done_words", "What came of it?", lines=2),
            DateField("done_on", "When?", today),
        ],
    )


def away_form(today: Today, workers: Sequence[Option]) -> SmallForm:
    """Who is away, why, from when until when, and who stands in meanwhile."""
    until = "The first day on which they no longer do; empty for the day back"
    return SmallForm(
        "Somebody is away",
        "Save",
        [
            *_absence(today, workers),
            ChoiceField("cover_id", "Who stands in?", [("", "Nobody yet"), *workers[1:]]),
            DateField("cover_until", "Until when?", today, ahead=True, hint=until),
        ],
    )


def absence_form(today: Today, workers: Sequence[Option]) -> SmallForm:
    """The same of an absence that is recorded already."""
    return SmallForm("Change the absence", "Save", _absence(today, workers))


def cover_form(today: Today, workers: Sequence[Option]) -> SmallForm:
    """Who stands in for whom, from when until when."""
    until = "It ends by itself on this day"
    return SmallForm(
        "Change who stands in",
        "Save",
        [
            ChoiceField("worker_id", "For whom?", workers),
            ChoiceField("cover_id", "Who stands in?", workers),
            DateField("first_on", "First day", today, ahead=True, hint=_AHEAD),
            DateField("back_on", "First day no longer", today, ahead=True, hint=until),
            TextField("reason", "Why?"),
        ],
    )


def _absence(today: Today, workers: Sequence[Option]) -> list[Field]:
    return [
        ChoiceField("worker_id", "Who is away?", workers),
        ChoiceField("kind", "Why?", _KINDS, across=4),
        DateField("first_on", "First day away", today, ahead=True, hint=_AHEAD),
        DateField("back_on", "Back on", today, ahead=True, hint=_BACK),
    ]
