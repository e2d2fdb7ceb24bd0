"""Made-up young people with believable years of history: for demonstrations, tests and benches.

Nobody in them is real. The same number of people, seed and day make the same roll, and a person
is the same whatever the number of people: only their place in the roll and the seed decide.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from carelink.facts import KINDS
from db.made_up.activities import tell_activities
from db.made_up.approvals import tell_approvals
from db.made_up.contacts import tell_contacts
from db.made_up.cover import tell_absences, tell_covers, tell_handovers, tell_messages
from db.made_up.decisions import tell_decisions
from db.made_up.deck import shuffled_deck
from db.made_up.details import tell_details
from db.made_up.grants import tell_grants
from db.made_up.health import tell_declined, tell_health
from db.made_up.homes import tell_homes
from db.made_up.housing import tell_housing
from db.made_up.learning import tell_learning
from db.made_up.leave import tell_leave
from db.made_up.life import Life
from db.made_up.lives import a_life
from db.made_up.loose_ends import tell_loose_ends
from db.made_up.meetings import tell_meeting_actions, tell_meeting_items, tell_meetings
from db.made_up.milestones import tell_milestones
from db.made_up.money import tell_money
from db.made_up.packs import A_TEAM, tell_packs
from db.made_up.people import tell_person
from db.made_up.plan_versions import tell_plan_versions
from db.made_up.plans import tell_plans
from db.made_up.recorded import ORIGIN, recorded
from db.made_up.safety import tell_safety
from db.made_up.slips import slip
from db.made_up.team import FIRST_MANAGER, tell_allocations, tell_workers
from db.made_up.voice import tell_voice
from db.made_up.workload import tell_pins, where_they_work
from db.recording import link_user
from db.store import Store, create_store
from db.trail import Writing, add

__all__ = ["ORIGIN", "made_up_roll", "make_demo_store", "recorded"]

_AT_A_TIME = 300


def made_up_roll(people: int, seed: int, as_at: date) -> dict[str, list[Any]]:
    """A whole roll up to the eve of the day. Shape: the facts of each kind, by person."""
    roll: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for part in _parts(people, seed, as_at):
        for kind, facts in part.items():
            roll[kind] += facts
    return roll


def make_demo_store(
    path: Path,
    people: int,
    seed: int,
    as_at: date,
    *,
    user: str,
    passphrase: str,
    clock: Callable[[], datetime],
) -> str:
    """Make a store of made-up people whose first user is a team manager; the recovery code.

    Raises: Refused or StoreTrouble as `create_store` does; then there is no store.
    """

    def fill(store: Store) -> None:
        with store.writing(ORIGIN) as writing:
            _write(writing, people, seed, as_at)
            if people <= A_TEAM:
                tell_packs(writing, seed, as_at)

    return create_store(
        path, user=user, role="team_manager", passphrase=passphrase, clock=clock, fill=fill
    )


def _write(writing: Writing, people: int, seed: int, as_at: date) -> None:
    """Write the roll, and say which manager of the team the user is."""
    for part in _parts(people, seed, as_at):
        said = recorded(part, as_at)
        for kind, facts in part.items():
            add(writing, kind, facts, said[kind])
    link_user(writing, FIRST_MANAGER)


def _parts(people: int, seed: int, as_at: date) -> Iterator[dict[str, list[Any]]]:
    """The roll a few hundred people at a time, so that it never lies in memory whole."""
    deck = shuffled_deck(seed)
    for first in range(0, max(people, 1), _AT_A_TIME):
        part: dict[str, list[Any]] = {kind: [] for kind in KINDS}
        if first == 0:
            workers = tell_workers(people, seed, as_at)
            part["workers"] = [where_they_work(worker, seed) for worker in workers]
            part["absences"] = list(tell_absences(people, seed, as_at))
            part["covers"] = list(tell_covers(people, seed, as_at))
            part["meetings"] = list(tell_meetings(people, seed, as_at))
            part["meeting_actions"] = list(tell_meeting_actions(seed, as_at))
        for number in range(first + 1, min(first + _AT_A_TIME, people) + 1):
            life = a_life(number, deck[(number - 1) % len(deck)], seed, as_at)
            _tell(life, seed)
            for kind, facts in life.facts.items():
                part[kind] += facts
        yield part


def _tell(life: Life, seed: int) -> None:
    """Everything known of one life; what is told later leans on what was told before."""
    tell_person(life, seed)
    tell_allocations(life, seed)
    tell_homes(life)
    tell_activities(life)
    tell_contacts(life)
    tell_plans(life)
    tell_milestones(life)
    tell_leave(life)
    tell_money(life)
    tell_loose_ends(life)
    tell_details(life, seed)
    tell_voice(life, seed)
    slip(life)
    tell_health(life, seed)
    tell_declined(life, seed)
    tell_learning(life, seed)
    tell_plan_versions(life, seed)
    tell_grants(life, seed)
    tell_housing(life, seed)
    tell_safety(life, seed)
    tell_approvals(life, seed)
    tell_meeting_items(life, seed)
    tell_messages(life, seed)
    tell_handovers(life, seed)
    tell_pins(life, seed)
    tell_decisions(life, seed)
