"""What comes with each made-up home, how was it judged, and which steps led to a home of their own?

Told from chances of their own, so that everything told before stays as it was.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random

from carelink.facts import Home, HousingStep, Suitability
from db.made_up.life import Life

_SUPPORT: Mapping[str, tuple[tuple[str, ...], tuple[float, ...]]] = {
    "D": (("standard", "enhanced", "intensive"), (3, 7, 21)),
    "E": (("standard", "enhanced"), (2, 5)),
    "T": (("standard", "enhanced"), (2, 4)),
    "U": (("standard",), (2,)),
}
_STREETS = ("Orchard Row", "Mill Lane", "Station Road", "Chapel Close", "Bakers Yard", "High View")
_WHY_MOVED = (
    "Wanted to be nearer to work",
    "The time agreed there was over",
    "Ready for more of their own",
    "Did not feel safe there",
    "The room was offered and they liked it",
)
_HOSTS = (
    ("Kent", "Leisure pass, and council tax relief by application"),
    ("Swale", ""),
    ("Bexley", "Council tax relief to 25"),
)
_NO_DOOR = frozenset("XSRGH")
_FOUND: Mapping[str, tuple[str, ...]] = {
    "facilities": ("Own room, shared kitchen, internet", "Everything needed, washing machine too"),
    "repair": ("Good, a drip in the bath reported", "Fresh paint, all in order"),
    "safety": ("Smoke alarm tested together", "Locks good; the stairs are dark at night"),
    "location": ("Bus to college from the corner", "Near their brother, far from work"),
    "support": ("Key worker twice a week", "Nobody on the spot; we visit"),
    "tenancy_status": ("Licence, read through together", "Assured shorthold, twelve months"),
    "affordability": ("Rent met by housing benefit", "Tight in the last week of a month"),
    "views": ("“I like that it is quiet.”", "“It is all right for now.”", "“I feel at home.”"),
    "rights": ("Knows about notice and repairs", "Went through what the rules of the house mean"),
    "funding": ("Knows what is paid by whom", "Was not sure what the service charge is"),
}
_WELL = ("Safe, affordable, and what they want now.", "It suits them and the landlord is known.")
_BADLY = ("Not a home to stay in; we look for another.", "No support there and not safe at night.")
# Of the ten matters, how often a made-up worker wrote something.
_WRITTEN = 0.85


def tell_housing(life: Life, seed: int) -> None:
    """The terms of every home, a judgement of the last checks, steps and what waits."""
    rng = Random(f"{seed}:housing:{life.number}")
    homes = life.facts["homes"]
    for place, home in enumerate(homes):
        homes[place] = _with_terms(life, home, place, rng)
    _judge(life, rng)
    if homes and life.happened(life.turns(17)) and life.is_leaver:
        _take_steps(life, homes[-1], rng)


def _with_terms(life: Life, home: Home, place: int, rng: Random) -> Home:
    levels, hours = _SUPPORT.get(home.type, ((), ()))
    now = home.end is None
    step = rng.randrange(len(levels)) if levels and rng.random() < 0.8 else None
    host, offer = rng.choice(_HOSTS) if rng.random() < 0.18 else ("", "")
    nowhere = home.type in _NO_DOOR
    release = life.as_at + timedelta(days=rng.randint(-6, 170))
    return home._replace(
        address="" if nowhere else f"{rng.randint(1, 88)} {rng.choice(_STREETS)}",
        protected=True if not nowhere and rng.random() < 0.05 else None,
        host_authority="" if nowhere else host,
        host_offer="" if nowhere else offer,
        support_level="" if step is None else levels[step],
        support_hours=None if step is None else float(hours[step]),
        support_until=_step_down(life, home, now, rng) if step is not None else None,
        trial=True if place and home.type in ("D", "E") and rng.random() < 0.06 else None,
        expected_end=release if home.type == "X" and now and rng.random() < 0.8 else None,
        moved_why=rng.choice(_WHY_MOVED) if place and not nowhere and rng.random() < 0.6 else "",
    )


def _step_down(life: Life, home: Home, now: bool, rng: Random) -> date | None:
    """Now and then nobody has set a day; of a home that is over, no day remains."""
    if not now or rng.random() < 0.2:
        return None
    first = home.start or home.known_on or life.as_at
    return max(first, life.as_at + timedelta(days=rng.randint(-25, 150)))


def _judge(life: Life, rng: Random) -> None:
    """A judgement for the last check that was made in each of the last two homes."""
    checks = [event for event in life.facts["events"] if event.kind == "suitability_check"]
    for home in list(life.homes())[-2:]:
        first, last = home.start or home.known_on or life.as_at, home.end or life.as_at
        made = [check for check in checks if check.on and first <= check.on < last]
        if not made or rng.random() < 0.12:
            continue
        check = max(made, key=lambda event: event.on or date.min)
        suitable = home.suitable == "1"
        said = {name: rng.choice(texts) for name, texts in _FOUND.items()}
        written = {name: text for name, text in said.items() if rng.random() < _WRITTEN}
        life.facts["suitability"].append(
            Suitability(
                person_id=life.person_id,
                home_id=home.row_id,
                on=check.on,
                worker_id=check.worker_id,
                needs_met=suitable or rng.random() < 0.4,
                landlord_suitable=True if suitable else None,
                wishes_considered=True,
                suitable=suitable,
                reasons=rng.choice(_WELL if suitable else _BADLY),
                oc3=home.suitable,
                row_id=life.new_id("suitability"),
                **written,
            )
        )


def _take_steps(life: Life, home: Home, rng: Random) -> None:
    """Preparation and choice for most; bidding for those who wait for a home of their own."""
    first = max(life.turns(17), life.as_at - timedelta(days=1100))
    for topic in rng.sample(_SESSIONS, rng.choice((0, 1, 1, 2, 3))):
        outcome = rng.choices(("took_part", "not_able", "not_wanted"), (80, 14, 6))[0]
        _step(life, rng, "tenancy_preparation", first, life.as_at, outcome, topic)
    began = home.start or home.known_on
    if began and home.type in ("U", "D", "E", "T") and rng.random() < 0.6:
        before = began - timedelta(days=60)
        what = rng.choice(("Room near the station", "Flat with a garden", "Shared house"))
        _step(life, rng, "option_offered", before, began, "liked", what)
        if rng.random() < 0.7:
            _step(life, rng, "option_visited", before, began, "liked", what)
    if home.type in ("D", "E", "T", "Z", "K", "V", "W", "S") and life.happened(life.turns_18):
        _bid(life, rng)
    if home.type == "X":
        agreed = rng.random() < 0.5
        began = began or life.turns_18
        where = "Supported home near their sister, key worker named"
        outcome = "agreed" if agreed else "begun"
        _step(life, rng, "release_plan", began, life.as_at, outcome, where)
    if home.tenancy in ("own", "joint") and began and rng.random() < 0.25:
        most = "Up to £900 a month, for the first year"
        _step(life, rng, "rent_guarantor", began - timedelta(days=30), began, "granted", most)


def _bid(life: Life, rng: Random) -> None:
    if rng.random() < 0.35:
        return
    first = max(life.turns_18, life.as_at - timedelta(days=500))
    _step(life, rng, "homechoice_registered", first, first + timedelta(days=40), "done", "")
    band = rng.choice(("Band B", "Band A, care leaver"))
    _step(life, rng, "homechoice_priority", first, first + timedelta(days=60), "granted", band)
    for number in range(rng.choice((0, 1, 2, 3))):
        outcome = rng.choices(("not_this_time", "waiting", "shortlisted"), (70, 20, 10))[0]
        what = f"One bedroom flat, {rng.choice(_STREETS)}, bid {number + 1}"
        _step(life, rng, "bid", first + timedelta(days=60), life.as_at, outcome, what)
    if rng.random() < 0.15:
        outcome = rng.choice(("waiting", "not_wanted", "withdrawn"))
        what = "One bedroom flat. They said it was too far from college."
        _step(life, rng, "offer", first + timedelta(days=90), life.as_at, outcome, what)


def _step(
    life: Life, rng: Random, kind: str, first: date, before: date, outcome: str, detail: str
) -> None:
    """A step on some day from `first` until `before`; none where no day lies between."""
    span = (min(before, life.as_at) - first).days
    if span <= 0:
        return
    day = first + timedelta(days=rng.randrange(span))
    life.facts["housing_steps"].append(
        HousingStep(
            life.person_id,
            kind,
            day,
            outcome,
            detail,
            life.worker_on(day),
            life.new_id("housing_steps"),
        )
    )


_SESSIONS: Sequence[str] = (
    "Reading a tenancy agreement",
    "What a home costs in a month",
    "Meters, bills and who to ring",
    "Repairs and rights",
    "Getting on with neighbours",
)
