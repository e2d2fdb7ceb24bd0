"""Where do they live, and is it suitable?"""

from carelink.figures.contract import Indicator, contract, table_of
from carelink.figures.dividing import Category, Division
from carelink.figures.gatherings import ROLL, Member
from carelink.figures.populations import BIRTHDAY_COHORT, LEFT_CARE
from carelink.figures.subjects.people import AGE, BIRTHDAY_AGE, LEFT
from carelink.figures.subjects.work import BIRTHDAY
from carelink.figures.themes import HOMES
from carelink.words import NEVER_SUITABLE

HOME, SUITABLE, JUDGED, NOT_JUDGED = "home", "suitable", "judged", "not_judged"
_LEAVES = {
    "U": "independent",
    "D": "semi_independent",
    "E": "supported_lodgings",
    "K": "ordinary_lodgings",
    "T": "foyer",
    "C": "residential",
    "B": "family",
    "Z": "former_foster_carer",
    "V": "emergency",
    "W": "bed_and_breakfast",
    "S": "no_fixed_home",
    "X": "custody",
    "Y": "other",
    "G": "gone_abroad",
    "H": "deported",
    "R": "address_not_known",
}
ABROAD = frozenset({"gone_abroad", "deported", "address_not_known"})
_SUITABLE = {"1": "suitable", "2": "not_suitable"}
DIVISIONS = (
    Division(
        HOME,
        "Home",
        (
            Category(
                JUDGED,
                "Homes that are judged",
                (
                    Category("independent", "Own home (tenancy, university or shared flat)"),
                    Category(
                        "with_support",
                        "With support, or lodgings",
                        (
                            Category("semi_independent", "Semi-independent home with support"),
                            Category("supported_lodgings", "Supported lodgings"),
                            Category("ordinary_lodgings", "Ordinary lodgings"),
                            Category("foyer", "Foyer or similar"),
                            Category("residential", "Children's home or other residential care"),
                        ),
                    ),
                    Category(
                        "with_family",
                        "With family or a former foster carer",
                        (
                            Category("family", "With parents or relatives"),
                            Category("former_foster_carer", "With former foster carer"),
                        ),
                    ),
                    Category(
                        "not_settled",
                        "Emergency, no fixed home, or custody",
                        (
                            Category("emergency", "Emergency accommodation"),
                            Category("bed_and_breakfast", "Bed and breakfast"),
                            Category("no_fixed_home", "No fixed home"),
                            Category("custody", "In custody"),
                        ),
                    ),
                    Category("other", "Somewhere else"),
                    Category("not_recorded", "Not recorded"),
                ),
            ),
            Category(
                NOT_JUDGED,
                "Gone abroad, or address not known",
                (
                    Category("gone_abroad", "Gone abroad"),
                    Category("deported", "Deported"),
                    Category("address_not_known", "Address not known"),
                ),
            ),
        ),
        sensitive=True,
        harmless=(JUDGED,),
    ),
    Division(
        SUITABLE,
        "Suitability of the home",
        (
            Category("suitable", "Suitable"),
            Category("not_suitable", "Not suitable"),
            Category("not_known", "Not known"),
        ),
        sensitive=True,
        total="Every home that is judged",
    ),
)
_AROUND = " around their birthday"
TABLES = (
    table_of(HOME, "Homes, by age", HOMES, ROLL, (HOME, AGE), True, status=LEFT),
    table_of(
        SUITABLE,
        "Whether the home is suitable, by age",
        HOMES,
        ROLL,
        (SUITABLE, AGE),
        True,
        status=LEFT,
        home=JUDGED,
    ),
    table_of(
        HOME + BIRTHDAY, f"Homes{_AROUND}", HOMES, BIRTHDAY_COHORT, (HOME, BIRTHDAY_AGE), True
    ),
    table_of(
        SUITABLE + BIRTHDAY,
        f"Whether the home is suitable{_AROUND}",
        HOMES,
        BIRTHDAY_COHORT,
        (SUITABLE, BIRTHDAY_AGE),
        True,
        home=JUDGED,
    ),
)
_BASE = "those whose home is judged: the yearly return judges none of those gone abroad, deported, "
_POINTS = {
    "base": f"{_BASE}or whose address is recorded as not known",
    "not_known": "those whose home or its suitability is not recorded stay in the base",
    "abroad": "those gone abroad or deported, or whose address is recorded as not known, are left "
    "out of the base",
}


def _suitability(birthday: str) -> tuple[Indicator, ...]:
    said = f",{_AROUND}" if birthday else ""
    return (
        Indicator(
            f"suitable_accommodation{birthday}",
            1,
            f"In suitable accommodation{said}",
            HOMES,
            SUITABLE + birthday,
            (SUITABLE, "suitable"),
            contract(
                "those whose home on {around} was judged suitable; no fixed home and custody "
                "never are",
                **_POINTS,
            ),
            "higher",
        ),
        Indicator(
            f"unsuitable_accommodation{birthday}",
            1,
            f"In accommodation that is not suitable{said}",
            HOMES,
            SUITABLE + birthday,
            (SUITABLE, "not_suitable"),
            contract(
                "those whose home on {around} was judged not suitable, and all with no fixed home "
                "or in custody",
                **_POINTS,
            ),
            "lower",
        ),
    )


# Each kind of home that is an indicator by itself, and which way is better.
_KINDS = (
    ("home_independent", "independent", "In a home of their own", ""),
    ("home_semi_independent", "semi_independent", "In a semi-independent home", ""),
    ("home_supported_lodgings", "supported_lodgings", "In supported lodgings", ""),
    ("home_foyer", "foyer", "In a foyer or similar", ""),
    ("home_community", "residential", "In residential care", ""),
    ("home_parents_or_relatives", "family", "With parents or relatives", ""),
    ("home_former_foster_carer", "former_foster_carer", "With a former foster carer", ""),
    ("home_emergency", "emergency", "In emergency accommodation", "lower"),
    ("home_bed_and_breakfast", "bed_and_breakfast", "In bed and breakfast", "lower"),
    ("home_no_fixed_abode", "no_fixed_home", "With no fixed home", "lower"),
    ("home_custody", "custody", "In custody", "lower"),
)
INDICATORS = (
    *_suitability(""),
    *_suitability(BIRTHDAY),
    *(
        Indicator(
            name,
            1,
            title,
            HOMES,
            HOME,
            (HOME, node),
            contract(
                "those for whom this kind of home is recorded on {around}",
                not_known="those whose home is not recorded stay in the base",
                abroad="stays in the base, in a category of their own",
            ),
            better,
        )
        for name, node, title, better in _KINDS
    ),
)


def answers(one: Member) -> dict[str, str]:
    """Where one person stands in these."""
    if one.population != BIRTHDAY_COHORT and not (
        one.population == ROLL and one.status in LEFT_CARE
    ):
        return {}
    home = home_of(one)
    return {HOME: home} if home in ABROAD else {HOME: home, SUITABLE: _judged(one)}


def home_of(one: Member) -> str:
    """The kind of home on the day."""
    home = one.counted.home
    return _LEAVES.get(home.type, "not_recorded") if home else "not_recorded"


def _judged(one: Member) -> str:
    home = one.counted.home
    if home is None:
        return "not_known"
    if home.type in NEVER_SUITABLE:
        return "not_suitable"
    return _SUITABLE.get(home.suitable, "not_known")
