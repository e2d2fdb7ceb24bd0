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


def say_steps(case: CaseFile) -> list[Line]:
    """Each step with its day and who took it, the newest first."""
    return [
        Line(
            show(step.on) if step.on else "Day not known",
            say_step(step),
            case.worker_name(step.worker_id),
        )
        for step in steps_of(case)
    ]


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
    first = say_step(registered) if registered else "Registration not recorded"
    lines = [
        Line("Homechoice", first),
        Line("Priority", say_step(band) if band else "Not recorded"),
    ]
    made = f"{counted(len(bids), 'bid')}, {counted(len(offers), 'offer')}"
    return [*lines, Line("Bids and offers", made)]


def say_preparation(case: CaseFile) -> list[Line]:
    """What preparation, choice and guarantee they have had; what they have not had is said."""
    counts = (
        ("tenancy_preparation", "Tenancy preparation", "session", "None recorded"),
        ("option_offered", "Choice", "home offered", "No choice of home recorded"),
        ("option_visited", "Visited before", "home visited", "No visit before a move recorded"),
    )
    lines = [_counted_line(case, *said) for said in counts]
    guarantor = _last(case, "rent_guarantor")
    lines.append(Line("Rent guarantor", say_step(guarantor) if guarantor else "Not asked for"))
    return lines


def _counted_line(case: CaseFile, kind: str, about: str, unit: str, none: str) -> Line:
    taken = [step for step in steps_of(case) if step.kind == kind]
    if not taken:
        return Line(about, none)
    number = f"{len(taken)} {_plural(unit) if len(taken) > 1 else unit}"
    return Line(about, number, f"last: {say_step(taken[0])}")


def _plural(unit: str) -> str:
    """Session, sessions; home offered, homes offered."""
    first, _, rest = unit.partition(" ")
    return f"{first}s {rest}".strip()


def _last(case: CaseFile, kind: str) -> HousingStep | None:
    return next((step for step in steps_of(case) if step.kind == kind), None)
