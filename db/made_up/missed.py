"""Which contacts fell short? The slips that leave a made-up young person unseen or unreached."""

from collections.abc import Collection
from datetime import date, timedelta

from carelink.facts import Contact
from carelink.words import Rung
from db.made_up.life import Life
from db.made_up.notes import a_note

AT_HOME = (Rung.SEEN_AT_HOME,)
_SEEN = (Rung.SEEN, Rung.SEEN_AT_HOME)
_TRIED = (Rung.ATTEMPTED,)
_ANY = (*_SEEN, Rung.SPOKE, Rung.MESSAGE_ANSWERED)


def fell_short(
    life: Life, first: date, until: date, rungs: Collection[Rung], instead: Collection[Rung]
) -> None:
    """Contacts on these rungs, from the first day until the last, got no further than others."""
    life.facts["contacts"] = [
        _on_a_rung(life, contact, life.rng.choice(list(instead)))
        if contact.rung in rungs and first <= contact.on < until
        else contact
        for contact in life.facts["contacts"]
    ]


def _on_a_rung(life: Life, contact: Contact, rung: Rung) -> Contact:
    return contact._replace(
        rung=rung,
        note=a_note(life.rng, rung),
        alone=contact.alone if rung in _SEEN else None,
        begun_by="worker" if rung is Rung.ATTEMPTED else contact.begun_by,
        worry=contact.worry if rung in _SEEN else "",
        next_on=None,
    )


def contact_late(life: Life) -> None:
    """Not seen for more than eight weeks; rung and written to instead."""
    quiet = life.as_at - life.days(60, 100)
    fell_short(life, quiet, life.as_at, _SEEN, (Rung.SPOKE, Rung.MESSAGE_ANSWERED))


def out_of_touch(life: Life) -> None:
    """Nothing answered for more than two months."""
    fell_short(life, life.as_at - life.days(75, 140), life.as_at, _ANY, _TRIED)


def visit_late(life: Life) -> None:
    """Seen, but not at home, for more than two months."""
    fell_short(life, life.as_at - timedelta(days=64), life.as_at, AT_HOME, (Rung.SEEN,))


def move_not_visited(life: Life) -> None:
    """Seen since the move, but not in the new home."""
    moved = life.facts["homes"][-1].start
    fell_short(life, moved, life.as_at, AT_HOME, (Rung.SEEN,))


def birthday_contact_late(life: Life) -> None:
    """No answer in the months around the last birthday."""
    turned = life.turns((life.as_at - life.born).days // 365)
    around = timedelta(days=125)
    fell_short(life, turned - around, turned + timedelta(days=32), _ANY, _TRIED)
