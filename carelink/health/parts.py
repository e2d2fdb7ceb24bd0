"""Which parts has a health passport? Each with what it asks, in plain words, and why.

Source: statutory guidance 2015 (health of looked-after children); seeds, G1, G2, G6.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Part(NamedTuple):
    """One part: its title, what is asked of the young person, and why it is asked.

    `several`: more than one line may hold at once; `none_says` is "none" in whole words.
    """

    part: str
    group: str
    title: str
    asks: str
    why: str
    none_says: str
    several: bool = False


CARERS = "Who looks after my health"
ABOUT = "About my health"
FEELINGS = "How I feel"
DATES = "Dates and appointments"
RECORDS = "My records"
GROUPS = (CARERS, ABOUT, FEELINGS, DATES, RECORDS)

NHS_NUMBER, NURSE, ASSESSMENTS = "nhs_number", "nurse", "assessments"

PARTS: tuple[Part, ...] = (
    Part(
        "gp",
        CARERS,
        "GP surgery",
        "Which GP surgery are you registered with?",
        "So that there is a doctor to ring, and your notes follow you when you move.",
        "Not registered with a GP",
    ),
    Part(
        "dentist",
        CARERS,
        "Dentist",
        "Which dentist are you registered with, and when were you last there?",
        "Finding a dentist takes long; it is easier before it hurts.",
        "Not registered with a dentist",
    ),
    Part(
        "optician",
        CARERS,
        "Optician",
        "Which optician do you go to, and do you wear glasses or lenses?",
        "An eye test also finds other things early.",
        "No optician",
    ),
    Part(
        NURSE,
        CARERS,
        "Leaving-care nurse",
        "Who is your nurse?",
        "The nurse can help you until you are 19, and knows your health history.",
        "No nurse",
    ),
    Part(
        NHS_NUMBER,
        ABOUT,
        "NHS number",
        "What is your NHS number?",
        "With it a surgery or hospital finds your notes. You never need it to be seen.",
        "No NHS number yet",
    ),
    Part(
        "allergies",
        ABOUT,
        "Allergies",
        "Is there anything you are allergic to, and what happens then?",
        "In an emergency this is the first thing that somebody must know.",
        "No allergies",
        several=True,
    ),
    Part(
        "conditions",
        ABOUT,
        "Conditions",
        "Is there an illness, disability or condition that you live with?",
        "So that you get the care and the help that go with it.",
        "No conditions",
        several=True,
    ),
    Part(
        "medicines",
        ABOUT,
        "Medicines",
        "Which medicines do you take, how much and when?",
        "So that you do not run out, and nobody gives you what does not go with them.",
        "No medicines",
        several=True,
    ),
    Part(
        "immunisations",
        ABOUT,
        "Immunisations",
        "Which jabs have you had, and which are still to come?",
        "Some are given at school; whoever missed one can still have it.",
        "No immunisations",
        several=True,
    ),
    Part(
        "family_history",
        ABOUT,
        "Health in my family",
        "What do we know about illnesses in your birth family?",
        "Doctors ask, and you may not have anybody else to ask.",
        "Nothing that runs in the family",
        several=True,
    ),
    Part(
        "mental_health_now",
        FEELINGS,
        "Mental health support now",
        "Who helps you now with how you feel?",
        "So that you know whom to ring on a bad day.",
        "No support now",
        several=True,
    ),
    Part(
        "mental_health_after_18",
        FEELINGS,
        "Mental health support after 18",
        "Who will help you with how you feel once you are 18?",
        "Services for children stop at 18; what follows must be agreed before.",
        "No support asked for after 18",
        several=True,
    ),
    Part(
        ASSESSMENTS,
        DATES,
        "Assessments and checks",
        "Which health assessments and checks have you had, and when is the next?",
        "So that you know what was found and what was to be done.",
        "No assessments",
        several=True,
    ),
    Part(
        "appointments",
        DATES,
        "Appointments",
        "Which appointments do you have?",
        "So that none is missed, and we can come along if you like.",
        "No appointments",
        several=True,
    ),
    Part(
        "records",
        RECORDS,
        "How to get my records",
        "Do you know how to see your health records, and who can help you?",
        "They are yours to see. You can ask for them at any age.",
        "No way agreed",
    ),
)
PART: Mapping[str, Part] = {part.part: part for part in PARTS}
