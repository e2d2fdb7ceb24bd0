"""What is asked at each step of a handover? One small form a step, for one person or several."""

from collections.abc import Callable, Sequence
from datetime import date

from ui.fields import ChoiceField, DateField, Field, Option, TextField
from ui.small_form import SmallForm

Today = Callable[[], date]
_AHEAD = 'For example "fri", "+7" or "3 12"'


def pack_form(today: Today) -> SmallForm:
    """The day on which the packs are given; where they are saved is asked after."""
    return SmallForm(
        "Give the pack",
        "Save the packs…",
        [DateField("pack_on", "When is it given to the new worker?", today)],
    )


def visit_form(today: Today) -> SmallForm:
    """The day of the visit together."""
    asks = DateField("joint_visit_on", "Visit together on", today, ahead=True, hint=_AHEAD)
    return SmallForm("Book the visit together", "Save the visit", [asks])


def told_form(today: Today, workers: Sequence[Option]) -> SmallForm:
    """Who told them, when, and what they said."""
    return SmallForm("They have been told", "Save", _told(today, workers))


def through_form(today: Today, workers: Sequence[Option]) -> SmallForm:
    """The visit and the telling of one person; then comes the next."""
    visit = DateField("joint_visit_on", "Visit together on", today, ahead=True, hint=_AHEAD)
    fields = [visit, *_told(today, workers)]
    return SmallForm("One after another", "Save, and on to the next", fields)


def accept_form(today: Today) -> SmallForm:
    """The day of acceptance, and another first day where the one asked for does not fit."""
    hint = 'Leave it empty for the day that was asked for; "today", "+7" or "3 12"'
    return SmallForm(
        "Accept",
        "Accept",
        [
            DateField("accepted_on", "Accepted on", today),
            DateField("starts_on", "First day with the new worker", today, ahead=True, hint=hint),
        ],
    )


def withdraw_form(today: Today) -> SmallForm:
    """Why it is not to be."""
    return SmallForm(
        "Withdraw",
        "Withdraw",
        [TextField("withdrawn_why", "Why is it withdrawn?", "They stay with whom they are with")],
    )


def ask_form(today: Today, workers: Sequence[Option]) -> SmallForm:
    """To whom, from when and why."""
    fields: list[Field] = [
        ChoiceField("to_worker", "Who takes over?", workers),
        DateField("starts_on", "First day with the new worker", today, ahead=True, hint=_AHEAD),
        TextField("reason", "Why?", "Kept with the handover, and printed in the pack"),
    ]
    return SmallForm("Ask for a handover", "Ask for it", fields)


def _told(today: Today, workers: Sequence[Option]) -> list[Field]:
    return [
        DateField("told_on", "When were they told?", today),
        ChoiceField("told_by", "Who told them?", workers),
        TextField("view_words", "What did they say?", "In their own words", lines=3),
    ]
