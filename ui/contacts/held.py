"""What do we hold that a contact can find to be so still, and when was it last asked?"""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.said import CONFIRMED_LABELS, say_activity, say_kind


def still_true(case: CaseFile, day: date) -> dict[str, str]:
    """What is held of each subject, in a line. Shape: by subject, in the order they are asked."""
    home, activity = case.home_on(day), case.activity_on(day)
    kind = say_kind(home) if home else "No home is recorded"
    doing = say_activity(activity) if activity else "Nothing is recorded"
    return {
        "home": _line(kind, home.start if home else None, _last_asked(case, "home")),
        "activity": _line(
            doing, activity.start if activity else None, _last_asked(case, "activity")
        ),
        "money": _last_asked(case, "money") or "Not asked before",
        "health": _last_asked(case, "health") or "Not asked before",
    }


def can_be_same(case: CaseFile, day: date) -> frozenset[str]:
    """The subjects that can be found the same: of home and activity, only what is recorded."""
    held = {"home": case.home_on(day), "activity": case.activity_on(day)}
    return frozenset({"money", "health", *(subject for subject, fact in held.items() if fact)})


def _line(held: str, since: date | None, asked: str) -> str:
    began = f", since {show(since)}" if since else ""
    return f"{held}{began}. {asked}" if asked else held + began


def _last_asked(case: CaseFile, subject: str) -> str:
    """The newest answer that is one: not having asked is none."""
    days = {contact.contact_id: contact.on for contact in case.contacts}
    asked = [
        (day, said.answer)
        for said in case.confirmations
        if said.subject == subject
        and said.answer != "not_asked"
        and (day := days.get(said.contact_id))
    ]
    if not asked:
        return ""
    day, answer = max(asked)
    return f"{CONFIRMED_LABELS.get(answer, answer).capitalize()} on {show(day)}"
