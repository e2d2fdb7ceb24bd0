"""Is this an NHS number, and if it is not, what is wrong with it?"""

import re

_APART = re.compile(r"[\s‐‑–-]")
_TEN = re.compile("[0-9]{10}")
_NATIONAL_INSURANCE = re.compile("[A-Za-z]{2}[0-9]{6}[A-Da-d]?")
# The example of forms and manuals: it fits no check digit and is nobody's. Source: wording, 5.2.
_SPECIMEN = "9991234567"


def bare(typed: str) -> str:
    """What was typed without the spaces and dashes that people write between the digits."""
    return _APART.sub("", typed)


def is_nhs_number(typed: str) -> bool:
    """Whether these are ten digits that may be somebody's NHS number."""
    return not wrong_with(typed)


def wrong_with(typed: str) -> str:
    """One sentence that says what to put right; empty when nothing is wrong."""
    digits = bare(typed)
    if _NATIONAL_INSURANCE.fullmatch(digits):
        return "That is a National Insurance number. An NHS number has 10 digits and no letters."
    other = re.sub("[0-9]", "", digits)
    if other:
        return f'An NHS number has digits only; "{other[0]}" is none.'
    if not _TEN.fullmatch(digits):
        return f"An NHS number has 10 digits; this has {len(digits)}."
    if digits == _SPECIMEN:
        return "999 123 4567 is the example printed on forms, and nobody's number."
    if len(set(digits)) == 1:
        return "Ten times the same digit is nobody's number; leave it empty until it is known."
    if _check_digit(digits) != int(digits[9]):
        return "One of the digits is wrong: the last does not fit the others. Compare each."
    return ""


def shown(typed: str) -> str:
    """The number as it is read, 943 476 5919; what is no number stays as it stands."""
    digits = bare(typed)
    if not _TEN.fullmatch(digits):
        return typed
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"


def _check_digit(digits: str) -> int:
    """By modulus 11, weights 10 to 2; 10 fits no digit. Source: NHS data dictionary."""
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    return (11 - total % 11) % 11
