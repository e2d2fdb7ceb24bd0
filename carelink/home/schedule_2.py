"""What must be weighed before a home is called suitable? The lists of the Regulations, in order."""

from typing import NamedTuple

SOURCE = "Care Leavers (England) Regulations 2010, regulation 9(2) and Schedule 2"


class Factor(NamedTuple):
    """One matter of Schedule 2: the field of a judgement that holds what was found, and the words.

    `part` is 1 for the accommodation, 2 for the young person, as the Schedule is divided.
    """

    field: str
    part: int
    matter: str
    asks: str


class Limb(NamedTuple):
    """One limb of regulation 9(2): the field that holds yes or no, its letter, and the words."""

    field: str
    letter: str
    matter: str
    asks: str


# The list as the Schedule has it, paraphrased; a test holds it to the law's own list.
FACTORS: tuple[Factor, ...] = (
    Factor(
        "facilities",
        1,
        "facilities and services",
        "What does the home offer: kitchen, bathroom, heating, internet, services?",
    ),
    Factor("repair", 1, "state of repair", "Is it in good repair?"),
    Factor("safety", 1, "safety", "Is it safe: locks, alarms, the people in it, the street?"),
    Factor(
        "location",
        1,
        "location",
        "Where is it: near work, learning, family, friends, health care, transport?",
    ),
    Factor("support", 1, "support", "What support is there, and from whom?"),
    Factor("tenancy_status", 1, "tenancy status", "On what terms do they live there?"),
    Factor(
        "affordability",
        1,
        "financial commitments and affordability",
        "What does it cost them, and can they afford it?",
    ),
    Factor("views", 2, "their views about it", "What do they say about it? Use their own words"),
    Factor(
        "rights",
        2,
        "their understanding of rights and responsibilities",
        "What do they understand of their rights and responsibilities there?",
    ),
    Factor(
        "funding",
        2,
        "their understanding of funding arrangements",
        "What do they understand of how it is paid for?",
    ),
)
LIMBS: tuple[Limb, ...] = (
    Limb(
        "needs_met",
        "a",
        "suits their needs, health and any disability, as far as reasonably practicable",
        "Does it suit their needs, including health and any disability?",
    ),
    Limb(
        "landlord_suitable",
        "b",
        "the character and suitability of the landlord or provider",
        "Are we satisfied with the landlord or provider?",
    ),
    Limb(
        "wishes_considered",
        "c",
        "their wishes and feelings, and their work, learning and training, were considered",
        "Did we take account of their wishes, and of work, learning and training?",
    ),
)
