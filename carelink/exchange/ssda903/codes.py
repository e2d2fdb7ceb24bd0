"""Which codes may an SSDA903 return hold, and in which years?

Source: DfE SSDA903 guide, by way of the published validation rules 131, 132, 133, 153, 344, 345.
"""

from carelink.person.words import ETHNICITY_LABELS
from carelink.words import HOME_LABELS, NEVER_SUITABLE

IN_TOUCH = ("YES", "NO", "DIED", "REFU", "NREQ", "RHOM")
ACCOM = frozenset(
    {letter + suitable for letter in HOME_LABELS for suitable in "12"}
    - {letter + "1" for letter in NEVER_SUITABLE}
    | {"0"}
)
_ALWAYS = ("F1", "P1", "F2", "P2", "G4", "G5", "G6", "0")
_BEFORE_2022 = ("F3", "P3")
_SINCE_2022 = ("F4", "P4", "F5", "P5")
ETHNIC = frozenset(ETHNICITY_LABELS)
# Until 2023/24 sex was a digit. Source: rule 101.
SEX = {"1": "M", "2": "F", "M": "M", "F": "F", "U": "U"}
CARE_ORDERS = frozenset({"C1", "C2"})
SHORT_BREAKS = frozenset({"V3", "V4"})
CONTINUES = "X1"
DIED_IN_CARE = "E2"
CARE_TAKEN_ON = "E3"


def activities(year_ending: int) -> tuple[str, ...]:
    """The ACTIV codes of the year to 31 March of this one."""
    return _ALWAYS + (_SINCE_2022 if year_ending >= 2022 else _BEFORE_2022)


def broken_rules(in_touch: str, activ: str, accom: str, year_ending: int) -> list[str]:
    """What is wrong with the three codes of a care-leaver row, in words."""
    if not (in_touch and activ and accom):
        return ["IN_TOUCH, ACTIV and ACCOM must all be filled in, or all left empty (rule 153)."]
    says = []
    if in_touch not in IN_TOUCH:
        says.append(f"IN_TOUCH is {in_touch}; use one of {', '.join(IN_TOUCH)} (rule 131).")
    if activ not in activities(year_ending):
        year = f"the year to 31 March {year_ending}"
        says.append(f"ACTIV is {activ}, not a code of {year}; correct it (rule 132).")
    if accom not in ACCOM:
        says.append(f"ACCOM is {accom}; use a letter with 1 or 2, S2, X2 or 0 (rule 133).")
    if in_touch in ("DIED", "RHOM") and not activ == accom == "0":
        says.append(f"IN_TOUCH is {in_touch}, so ACTIV and ACCOM must both be 0 (rule 344).")
    if in_touch == "YES" and "0" in (activ, accom):
        says.append("IN_TOUCH is YES, so neither ACTIV nor ACCOM may be 0 (rule 345).")
    return says
