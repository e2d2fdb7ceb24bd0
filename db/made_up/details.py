"""How are made-up people to be reached and met, and who is around them? In their own words."""

from random import Random

from carelink.facts import Supporter
from db.made_up.leave import FROM_ABROAD
from db.made_up.life import Life
from db.made_up.names import a_name

# The numbers that Ofcom keeps for drama: 07700 900000 to 900999.
_DRAMA = 900_000
_SAFE = (
    "Best by message after 4pm. Do not leave voicemail.",
    "Ring, not message. Mornings are bad.",
    "The phone may be shared with my sister. Do not say where you ring from.",
    "Messages are fine at any time. No letters to the house, please.",
    "Only ring between 10am and midday.",
    "Do not leave voicemail. If somebody else answers, ring off.",
)
_ABOUT = (
    "Walk with me rather than sit across a table. I talk more then.",
    "Say what the meeting is for before we start, and let me see what you write.",
    "I need a day to think. If I say I do not know, ask me again on Friday.",
    "Do not tidy up my words. If I swear, write it down or ask me.",
    "I read slowly. Read it to me and then give it to me.",
    "I am always on time, so please be on time too.",
    "Ask me about football first.",
    "If I go quiet I am not angry. Give me ten minutes.",
)
_LANGUAGES = ("Arabic", "Tigrinya", "Kurdish (Sorani)", "Vietnamese", "Albanian", "Pashto")
_AROUND = (
    ("Nan", "My flat key is with her", None),
    ("Older sister", "By phone", True),
    ("Former foster carer", "Rings on Sundays", True),
    ("Best friend", "Lives round the corner", True),
    ("Uncle", "By phone, evenings", False),
    ("Football coach", "Thursdays at the ground", True),
    ("Neighbour", "Flat 4", None),
    ("Brother", "By message", True),
    ("Mum", "They write to each other", False),
)


def tell_details(life: Life, seed: int) -> None:
    """How to reach them and be with them, and who is around them; not everyone has been asked.

    A stream of random numbers of its own.
    """
    rng = Random(f"{seed}:details:{life.number}")
    (person,) = life.facts["people"]
    abroad = life.has(*FROM_ABROAD)
    former = a_name(Random(f"{seed}:former name:{life.number}")).legal
    life.facts["people"] = [
        person._replace(
            phone=f"07700 {_DRAMA + rng.randrange(1000)}" if rng.random() < 0.9 else "",
            safe_contact=rng.choice(_SAFE) if rng.random() < 0.4 else "",
            language=rng.choice(_LANGUAGES) if abroad and rng.random() < 0.8 else "",
            about_me=rng.choice(_ABOUT) if rng.random() < 0.5 else "",
            previous_names=former if rng.random() < 0.03 else "",
        )
    ]
    for relationship, reach, in_copy in rng.sample(_AROUND, rng.choice((0, 1, 1, 2, 2, 3))):
        number = len(life.facts["supporters"])
        name = a_name(Random(f"{seed}:supporter:{life.number}:{number}")).known_as
        supporter = Supporter(life.person_id, name, relationship, reach, in_copy)
        life.facts["supporters"].append(supporter._replace(row_id=life.new_id("supporters")))
