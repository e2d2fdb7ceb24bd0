"""Who turned 21 and comes back for support: what they ask for, and may they?"""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.errors import Problem
from carelink.facts import Circumstance
from carelink.problems import day_that_has_been, refuse_if, text_problems
from carelink.status import status_of
from carelink.words import STATUS_LABELS, Status

# What somebody from 21 to 25 may ask for. Source: Children Act 1989, ss 23CZB and 23CA.
REQUEST_LABELS = {
    "support_request": "Support (section 23CZB)",
    "education_request": "Support in education or training (section 23CA)",
}


def may_ask(case: CaseFile, day: date) -> bool:
    """Whether the offer of support stands, so that asking takes it up."""
    return status_of(case, day).status is Status.OFFER_21_TO_25


def check_request(case: CaseFile, request: Circumstance, today: date) -> None:
    """What they ask for, since when, and why now; the offer of support stands on that day.

    Raises: Refused with every problem at once.
    """
    problems = day_that_has_been("start", request.start, today, "request")
    if request.kind not in REQUEST_LABELS:
        problems.append(Problem("kind", "Choose what they ask for."))
    if not request.detail.strip():
        problems.append(Problem("detail", "Say why they come back, in their words if you can."))
    problems += text_problems("detail", request.detail)
    if request.start is not None and request.start <= today and not may_ask(case, request.start):
        standing = status_of(case, request.start)
        label = STATUS_LABELS[standing.status].lower()
        says = f"On {show(request.start)} the offer to those from 21 to 25 does not stand: {label}."
        problems.append(Problem("start", f"{says} {standing.reason}"))
    refuse_if(problems)
