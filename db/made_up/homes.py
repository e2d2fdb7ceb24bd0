"""Where did each made-up life live? Each home with its terms, and what is not known of it."""

from collections.abc import Mapping
from datetime import date, timedelta

from carelink.facts import Home
from carelink.words import NEVER_SUITABLE
from db.made_up.life import Life
from db.made_up.moves import NOWHERE, Move, moves_of
from db.made_up.twists import Plot, Twist

_DISTRICTS = ("ME21", "ME22", "ME23", "ME24", "ME25", "ME26", "ME27", "ME28", "CT31", "TN51")
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_PROVIDERS: Mapping[str, tuple[str, ...]] = {
    "U": ("Housing association", "Council housing", "Private landlord"),
    "D": ("Supported housing provider",),
    "E": ("Supported lodgings host",),
    "Z": ("Former foster carer",),
    "C": ("Children's home",),
    "": ("Foster carer",),
}


def tell_homes(life: Life) -> None:
    """Every home, oldest first; the last one goes on unless none is recorded now."""
    moves = moves_of(life)
    for place, move in enumerate(moves, start=1):
        end = moves[place].start if place < len(moves) else None
        life.facts["homes"].append(_home(life, move, end))
    _blur_the_last(life)
    _tell_staying_put(life)


def _home(life: Life, move: Move, end: date | None) -> Home:
    in_care = life.left_on is None or move.start < life.left_on
    kind = move.type
    suitable = "2" if kind in NEVER_SUITABLE or (kind in "RWV" and kind) else ""
    return Home(
        person_id=life.person_id,
        start=move.start,
        end=end,
        type=kind,
        suitable=suitable or ("1" if life.chance(0.96) else "2"),
        provided_by_authority=in_care or kind in ("D", "E", "W", "V"),
        postcode="" if kind in NOWHERE else _postcode(life),
        provider=life.rng.choice(_PROVIDERS.get(kind, ("",))),
        tenancy=move.tenancy,
        placement=move.placement,
        emergency=kind in ("V", "W"),
        row_id=life.new_id("homes"),
    )


def _postcode(life: Life) -> str:
    """An invented one: no such district, so no such door."""
    rng = life.rng
    return (
        f"{rng.choice(_DISTRICTS)} {rng.randint(1, 9)}{rng.choice(_LETTERS)}{rng.choice(_LETTERS)}"
    )


def _blur_the_last(life: Life) -> None:
    """Take away what the card says is not known of the home they live in."""
    homes = life.facts["homes"]
    if not homes:
        return
    if life.has(Twist.NO_HOME):
        homes[-1] = homes[-1]._replace(end=max(life.as_at - timedelta(days=40), homes[-1].start))
    if life.has(Twist.PROVIDED_NOT_KNOWN):
        homes[-1] = homes[-1]._replace(provided_by_authority=None)
    if life.has(Twist.HOME_START_NOT_KNOWN):
        known = homes[-1].start + timedelta(days=20)
        homes[-1] = homes[-1]._replace(start=None, known_on=min(known, life.last_day))


def _tell_staying_put(life: Life) -> None:
    if life.has(Twist.STAYING_PUT_MISSING) or life.card.plot is Plot.QUALIFYING:
        return
    for home in life.homes():
        if home.type == "Z":
            life.was_so("staying_put", home.start or home.known_on, home.end, "Former foster carer")
