"""Which steps were taken towards a home of their own, and which wait for an answer?"""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import HousingStep
from carelink.home.words import OUTCOME_LABELS, STEPS, WAITING
from carelink.said import Line, counted, words_of


def steps_of(case: CaseFile) -> list[HousingStep]:
    """Every step, the newest first; one without a day stands at the end."""
    return sorted(case.housing_steps, key=lambda s: (s.on or date.min, s.row_id), reverse=True)


def step_label(step: HousingStep) -> str:
    """What the step is called; a kind we do not know is made readable."""
    return STEPS[step.kind].label if step.kind in STEPS else words_of(step.kind)


def say_step(step: HousingStep) -> str:
    """The step, how it came out, and what was kept of it."""
    outcome = OUTCOME_LABELS.get(step.outcome, step.outcome)
    said = f"{step_label(step)}: {outcome}" if outcome else step_label(step)
    return f"{said}. {step.detail}" if step.detail else said


def waiting_steps(case: CaseFile, day: date) -> list[Line]:
    """What waits for an answer: the last of each kind that has not come out yet."""
    lines = []
    for kind in STEPS:
        last = _last(case, kind)
        if last is not None and last.outcome in WAITING and last.on:
            ago = counted((day - last.on).days, "day")
            label = OUTCOME_LABELS[last.outcome].capitalize()
            lines.append(Line(label, step_label(last), f"since {show(last.on)}, {ago}"))
    return lines


def say_bidding(case: CaseFile) -> list[Line]:
    """Registration, priority, bids and offers in a few lines; what was never done is said."""
    registered, band = _last(case, "homechoice_registered"), _last(case, "homechoice_priority")
    bids = [step for step in case.housing_steps if step.kind == "bid"]
    offers = [step for step in case.housing_steps if step.kind == "offer"]
    if not (registered or band or bids or offers):
        return [Line("Homechoice", "Not registered, as far as we know")]
    first = "Registration not recorded"
    if registered:
        done = registered.outcome == "done"
        first = "Registered" if done else f"Registration: {_came_of(registered)}"
    made = f"{counted(len(bids), 'bid')}, {counted(len(offers), 'offer')}"
    return [
        Line("Homechoice", first, _when(registered)),
        Line("Priority", _came_of(band) if band else "Not recorded", _when(band)),
        Line("Bids and offers", made),
    ]


def say_preparation(case: CaseFile) -> list[Line]:
    """What preparation, choice and guarantee they have had; what they have not had is said."""
    guarantor = _last(case, "rent_guarantor")
    return [
        _sessions(case),
        _homes(case, "option_offered", "Choice", "offered", "No choice of home recorded"),
        _homes(
            case, "option_visited", "Visited before", "visited", "No visit before a move recorded"
        ),
        Line(
            "Rent guarantor",
            _came_of(guarantor) if guarantor else "Not asked for",
            _when(guarantor),
        ),
    ]


def _sessions(case: CaseFile) -> Line:
    """Only those they took part in count as had."""
    held = [step for step in steps_of(case) if step.kind == "tenancy_preparation"]
    if not held:
        return Line("Preparation", "No tenancy preparation recorded")
    taken = sum(step.outcome == "took_part" for step in held)
    said = f"Took part in {taken} of {counted(len(held), 'session')}"
    return Line("Preparation", said, f"last: {_came_of(held[0])}")


def _homes(case: CaseFile, kind: str, about: str, done: str, none: str) -> Line:
    taken = [step for step in steps_of(case) if step.kind == kind]
    if not taken:
        return Line(about, none)
    return Line(about, f"{counted(len(taken), 'home')} {done}", f"last: {_came_of(taken[0])}")


def _came_of(step: HousingStep) -> str:
    """How it came out, and what was kept of it."""
    outcome = OUTCOME_LABELS.get(step.outcome, step.outcome) or "outcome not known yet"
    said = outcome[:1].upper() + outcome[1:]
    return f"{said}. {step.detail}" if step.detail else said


def _when(step: HousingStep | None) -> str:
    return show(step.on) if step and step.on else ""


def _last(case: CaseFile, kind: str) -> HousingStep | None:
    return next((step for step in steps_of(case) if step.kind == kind), None)
