"""How have they lived in the last year, with whom, and how far away?"""

from collections.abc import Mapping

from carelink.dates import age_on
from carelink.figures.contract import Indicator, contract, table_of
from carelink.figures.dividing import IN, OUT, Category, Division, base_of
from carelink.figures.gatherings import ROLL, Member
from carelink.figures.populations import LEFT_CARE
from carelink.figures.subjects.homes import ABROAD, JUDGED, home_of
from carelink.figures.subjects.people import LEFT
from carelink.figures.themes import HOMES
from carelink.home.history import begun, gaps
from carelink.home.nights import BED_AND_BREAKFAST, EMERGENCY, nights_between

NIGHTS, STAYING_PUT, AREA = "nights", "staying_put", "area"
STAYING_PUT_BASE = f"{STAYING_PUT}_base"
_AGES = range(18, 21)
# The most nights of each band.
_BANDS = ((0, "none"), (7, "up_to_7"), (28, "from_8_to_28"))
DIVISIONS = (
    Division(
        NIGHTS,
        "Nights in bed and breakfast or emergency homes, last twelve months",
        (
            Category("none", "None"),
            Category(
                "some",
                "Any",
                (
                    Category("up_to_7", "1 to 7 nights"),
                    Category("from_8_to_28", "8 to 28 nights"),
                    Category("over_28", "29 nights or more"),
                ),
            ),
            Category("not_known", "Not known: no home is recorded for part of the year"),
        ),
        sensitive=True,
    ),
    Division(
        STAYING_PUT,
        "Staying put",
        (
            Category("yes", "With their former foster carer"),
            Category("no", "In another home"),
            Category("not_known", "Home not recorded"),
        ),
        total="All of 18 to 20",
    ),
    base_of(STAYING_PUT, "Of an age to stay put", "18 to 20", "Younger or older"),
    Division(
        AREA,
        "Where they live",
        (
            Category("in_area", "In our area"),
            Category("out_of_area", "In another council's area"),
            Category("not_known", "Not recorded"),
        ),
        total="Every home that is judged",
    ),
)
TABLES = (
    table_of(
        NIGHTS,
        "Nights in bed and breakfast or emergency homes in the last twelve months",
        HOMES,
        ROLL,
        (NIGHTS,),
        status=LEFT,
    ),
    table_of(
        STAYING_PUT_BASE,
        "Care leavers of 18 to 20",
        HOMES,
        ROLL,
        (STAYING_PUT_BASE,),
        status=LEFT,
    ),
    table_of(
        STAYING_PUT,
        "Staying put with a former foster carer at 18 to 20",
        HOMES,
        ROLL,
        (STAYING_PUT,),
        status=LEFT,
        staying_put_base=IN,
    ),
    table_of(AREA, "Living in our area", HOMES, ROLL, (AREA,), status=LEFT, home=JUDGED),
)
INDICATORS = (
    Indicator(
        "nights_not_settled",
        1,
        "Any night in bed and breakfast or an emergency home",
        HOMES,
        NIGHTS,
        (NIGHTS, "some"),
        contract(
            "those with a night or more in bed and breakfast or an emergency home in the twelve "
            "months to the day; a night is counted on waking",
            not_known="those with no home recorded for part of the year, and no such night on "
            "record, stay in the base",
            abroad="stays in the base, by the homes on record",
        ),
        "lower",
    ),
    Indicator(
        STAYING_PUT,
        1,
        "Staying put at 18 to 20",
        HOMES,
        STAYING_PUT,
        (STAYING_PUT, "yes"),
        contract(
            "those of 18 to 20 who live with a former foster carer on the day, whether or not the "
            "arrangement is recorded",
            base="care leavers of 18, 19 or 20 on the day, whether or not they were in foster care",
            not_known="those whose home is not recorded stay in the base",
        ),
        "higher",
    ),
    Indicator(
        "out_of_area",
        1,
        "Living in another council's area",
        HOMES,
        AREA,
        (AREA, "out_of_area"),
        contract(
            "those whose home on the day is recorded as in another council's area",
            base="those whose home is judged",
            not_known="those whose home is not recorded, or has neither an address nor another "
            "council on record, stay in the base",
            abroad="is left out of the base",
        ),
    ),
)


def answers(one: Member) -> dict[str, str]:
    """Where one person stands in these."""
    if one.population != ROLL or one.status not in LEFT_CARE:
        return {}
    home = home_of(one)
    answer = {NIGHTS: _nights(one), **_staying_put(one, home)}
    return answer if home in ABROAD else {**answer, AREA: _area(one)}


def _nights(one: Member) -> str:
    kinds = (BED_AND_BREAKFAST, EMERGENCY)
    nights = nights_between(one.case, kinds, one.year_from, one.day)
    if not nights and _part_not_known(one):
        return "not_known"
    return next((band for most, band in _BANDS if nights <= most), "over_28")


def _part_not_known(one: Member) -> bool:
    """Whether no home is recorded for part of the twelve months."""
    if not one.case.homes or all(begun(home) > one.year_from for home in one.case.homes):
        return True
    missing = gaps(one.case, one.day)
    return any(gap.end is None or gap.end > one.year_from for gap in missing)


def _staying_put(one: Member, home: str) -> Mapping[str, str]:
    born = one.case.person.date_of_birth
    if born is None or age_on(born, one.day) not in _AGES:
        return {STAYING_PUT_BASE: OUT}
    stays = {"former_foster_carer": "yes", "not_recorded": "not_known"}.get(home, "no")
    return {STAYING_PUT_BASE: IN, STAYING_PUT: stays}


def _area(one: Member) -> str:
    home = one.counted.home
    if home is not None and home.host_authority.strip():
        return "out_of_area"
    written = home is not None and (home.postcode.strip() or home.address.strip())
    return "in_area" if written else "not_known"
