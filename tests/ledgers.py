"""A ledger for the tests of screens: releases in a real store, prepared and approved by people."""

from functools import partial

from db.releases import approve_release, record_release
from db.store import User
from db.tables import USERS
from db.trail import keep
from tests.stores import clock_at
from ui.releasing import Wish, count_for, prepare

TOM = User("u-tom", "Tom Ode", "team_manager")
JO = User("u-jo", "Jo Marsh", "board_viewer")


def seated(desk, user):
    """From now on this user is at the desk; a user of the store like any other."""
    if user.user_id != desk.user.user_id:
        with desk.store.writing() as writing:
            keep(writing, USERS, user.user_id, user._asdict())
    desk.user = desk.store.user = user


def prepared(desk, release, *, level="full", on=None, seats=None, **more):
    """Keep a release as the user at the desk prepares it, on its own day or another."""
    was, desk.store._clock = desk.store._clock, clock_at(on or release.as_at)
    recorded = partial(record_release, level=level, seats=seats or {}, **more)
    desk.do(recorded, release, team=True)
    desk.store._clock = was
    return release.hash


def approved(desk, hash, by=TOM):
    """Approve it as this user, and give the desk back to whoever had it."""
    before = desk.user
    seated(desk, by)
    desk.do(approve_release, hash, team=True)
    desk.user = desk.store.user = before


def released(desk, as_at):
    """Count everybody as at a day, make it safe and keep it as prepared on that day."""
    counting = count_for(desk.ask, desk.store.path, as_at)
    made = prepare(desk.ask, desk.store.path, counting, Wish(as_at))
    return prepared(desk, made.release, level=made.level.value, seats=made.seats)
