"""Was this home judged suitable, by whom, and what was weighed? In law, and for the return."""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import Home, Suitability
from carelink.home.schedule_2 import FACTORS, LIMBS
from carelink.home.words import OC3_LABELS
from carelink.said import Line

_ANSWERS = {True: "Yes", False: "No", None: "Not answered"}


def judgements_of(case: CaseFile, home: Home) -> list[Suitability]:
    """The judgements of this home, the latest first."""
    held = [judged for judged in case.suitability if judged.home_id == home.row_id]
    return sorted(held, key=lambda judged: (judged.on or date.min, judged.row_id), reverse=True)


def latest_judgement(case: CaseFile, home: Home) -> Suitability | None:
    """The judgement that stands; None when it was never judged."""
    return next(iter(judgements_of(case, home)), None)


def not_weighed(judged: Suitability) -> list[str]:
    """The matters of Schedule 2 that this judgement says nothing of."""
    return [factor.matter for factor in FACTORS if not getattr(judged, factor.field).strip()]


def say_judgement(case: CaseFile, home: Home) -> list[Line]:
    """The judgement that stands, or that there is none; what was not weighed is said."""
    judged = latest_judgement(case, home)
    if judged is None:
        return [
            Line("In law", "Not judged yet", "Nothing is recorded under Schedule 2."),
            Line("For the return", say_oc3(home, None)),
        ]
    who = case.worker_name(judged.worker_id)
    when = f"on {show(judged.on)}" if judged.on else "day not recorded"
    by = f"{when}, by {who}" if who else when
    lines = [Line("In law", _in_law(judged), by), Line("Why", judged.reasons or "No reasons given")]
    lines += [
        Line(f"Limb ({one.letter})", _ANSWERS[getattr(judged, one.field)], one.matter.capitalize())
        for one in LIMBS
    ]
    missing = not_weighed(judged)
    weighed = f"{len(FACTORS) - len(missing)} of {len(FACTORS)} matters"
    lines.append(Line("Weighed", weighed, f"Not yet: {', '.join(missing)}" if missing else ""))
    lines.append(Line("For the return", say_oc3(home, judged), judged.oc3_reasons))
    return lines


def say_judged(judged: Suitability) -> str:
    """The judgement in one line: The home was judged suitable."""
    in_law = _in_law(judged).lower()
    if judged.suitable is None or not judged.oc3 or judged.suitable == (judged.oc3 == "1"):
        return f"The home was judged: {in_law}"
    return f"The home was judged: {in_law} in law; for the return, {OC3_LABELS[judged.oc3]}"


def say_factors(judged: Suitability) -> list[Line]:
    """Each matter of Schedule 2 with what was found, the missing ones said."""
    return [
        Line(one.matter.capitalize(), getattr(judged, one.field) or "Not weighed")
        for one in FACTORS
    ]


def say_oc3(home: Home, judged: Suitability | None) -> str:
    """The return's own digit in words, and that it differs from the judgement in law if it does."""
    digit = home.suitable
    if not digit:
        return "Not recorded"
    said = OC3_LABELS.get(digit, digit).capitalize()
    if judged is None or judged.suitable is None or judged.suitable == (digit == "1"):
        return said
    return f"{said}, otherwise than in law"


def _in_law(judged: Suitability) -> str:
    return {True: "Suitable", False: "Not suitable", None: "Not decided"}[judged.suitable]
