"""Who is each made-up young person? Their row, whose name is drawn apart from all the rest."""

from random import Random

from carelink.facts import Person
from db.made_up.leave import FROM_ABROAD
from db.made_up.life import Life
from db.made_up.names import a_name
from db.made_up.twists import Twist

_ETHNICITIES = {
    "WBRI": 64,
    "WOTH": 6,
    "WROM": 2,
    "MWBC": 4,
    "MWBA": 3,
    "MOTH": 3,
    "AIND": 2,
    "APKN": 2,
    "ABAN": 1,
    "BCRB": 3,
    "BAFR": 6,
    "OOTH": 3,
    "NOBT": 1,
}
_ARRIVED = {"BAFR": 45, "AOTH": 25, "OOTH": 25, "WOTH": 5}
_GENDERS = {"M": ("man", "he/him"), "F": ("woman", "she/her")}
_FIRST_TEST_NUMBER = 999_000_000


def tell_person(life: Life, seed: int) -> None:
    """The person's own row. The name comes from a stream of random numbers of its own."""
    name = a_name(Random(f"{seed}:name:{life.number}"))
    rng = life.rng
    abroad = life.has(*FROM_ABROAD)
    sex = rng.choices("MF", (90, 10) if abroad else (56, 44))[0]
    ethnicities = _ARRIVED if abroad else _ETHNICITIES
    gender, pronouns = _gender(life, sex)
    life.facts["people"].append(
        Person(
            person_id=life.person_id,
            known_as=name.known_as,
            legal_name=name.legal,
            date_of_birth=None if life.has(Twist.NO_DATE_OF_BIRTH) else life.born,
            date_of_death=life.date_of_death,
            sex=sex,
            gender=gender,
            pronouns=pronouns,
            ethnicity=rng.choices(list(ethnicities), list(ethnicities.values()))[0],
            uasc=None if life.has(Twist.LEAVE_NOT_KNOWN) else abroad,
            disability=rng.random() < 0.13,
            nhs_number=_nhs_number(life.number) if rng.random() < 0.9 else "",
            responsible_authority="Medway",
            care_order_now=_has_a_care_order(life),
            died=True if life.has(Twist.DAY_OF_DEATH_NOT_KNOWN) else None,
            recorded_status="Former relevant child" if life.has(Twist.NO_HISTORY) else "",
        )
    )


def _gender(life: Life, sex: str) -> tuple[str, str]:
    """In their own words where we asked; not everyone has been asked."""
    drawn = life.rng.random()
    if drawn < 0.02:
        return "non-binary", "they/them"
    gender, pronouns = _GENDERS["MF".replace(sex, "") if drawn < 0.03 else sex]
    return gender, pronouns if drawn < 0.8 else ""


def _has_a_care_order(life: Life) -> bool:
    last = life.facts["care_periods"][-1:]
    return bool(last) and last[0].end is None and last[0].legal_status == "C2"


def _nhs_number(number: int) -> str:
    """A number from the range kept for tests, its last digit the check digit (modulus 11)."""
    for digits in range(_FIRST_TEST_NUMBER + number * 11, _FIRST_TEST_NUMBER + number * 11 + 11):
        total = sum(int(digit) * (10 - place) for place, digit in enumerate(str(digits)))
        check = (11 - total % 11) % 11
        if check < 10:
            return f"{digits}{check}"
    raise AssertionError("one in eleven has no check digit, never eleven in a row")
