"""What is in hand at this desk, and how does a gesture reach the store? Plain Python, no Qt.

The one door from the screens to the store. It holds what follows from every case read so far on
the day: standing, duties, line. `read` and `hold` may run on another thread; `take`, `do` and the
questions belong to the thread that owns the screens.
"""

import gc
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from carelink.case import CaseFile
from carelink.errors import StoreTrouble
from carelink.facts import Person, Worker
from ui.plans_waiting import PlansWaiting
from ui.standards_held import Standards

# What works cases out is imported where it is used: the store can then be opened first, and the
# screens be fetched while the passphrase is being proved.
if TYPE_CHECKING:
    from carelink.approvals.limits import Limits
    from carelink.approvals.waiting import Waiting as ToAgree
    from carelink.duties import Duty
    from carelink.handover.terms import Terms
    from carelink.meetings.asked import Asked
    from carelink.money.catalogue import Catalogue
    from carelink.money.unclaimed import Unclaimed
    from carelink.oversight.alarms import Alarm
    from carelink.rulebook import Rule, Rulebook
    from carelink.skills.checklist import Checklist
    from carelink.status import Standing
    from carelink.team import InState, Team
    from carelink.week import Week
    from carelink.wording import Wording
    from carelink.words import State
    from carelink.workload.load import Workload
    from carelink.workload.weights import Weights
    from db.approving import Waiting
    from db.drafts import Draft
    from db.releases import Recorded
    from db.store import Store
    from ui.added_up import AddedUp
    from ui.held import Held, Known

READ_AT_ONCE = 250
# One worker, several, or (None) everybody.
Whose = str | frozenset[str] | None
# Whole cases kept at hand: those a worker goes to and fro between.
_AT_HAND = 6


class Desk(Standards):
    """The cases in hand; `do` writes, `on_change` tells, everything else answers."""

    def __init__(
        self,
        store: "Store",
        rulebook: "Rulebook",
        today: Callable[[], date],
        catalogue: "Catalogue | None" = None,
        checklist: "Checklist | None" = None,
        wording: "Wording | None" = None,
        limits: "Limits | None" = None,
        weights: "Weights | None" = None,
        terms: "Terms | None" = None,
    ) -> None:
        super().__init__(catalogue, checklist, wording, limits, weights, terms)
        self.store = store
        self.rulebook = rulebook
        self.user = store.user
        self._today = today
        self.day = today()
        self._names: dict[str, Person] | None = None
        self._workers: dict[str, Worker] = {}
        self._held: dict[str, Held] = {}
        self._aged: set[str] = set()
        self._plans = PlansWaiting(self.ask)
        self._together: AddedUp | None = None
        self._at_hand: dict[str, Known] = {}
        self._rewritten: set[str] = set()
        self._of_the_team: dict[str, list[Any]] = {}
        self._listeners: list[Callable[[str], None]] = []

    # Reading

    def names(self) -> tuple[dict[str, Person], dict[str, Worker]]:
        """Who there is, and who works here; touches nothing on the desk, any thread."""
        from db.reading import read_people, read_workers

        with self.store.reading() as connection:
            people = {person.person_id: person for person in read_people(connection)}
            return people, dict(read_workers(connection))

    def take_names(self, names: tuple[dict[str, Person], dict[str, Worker]]) -> None:
        """From now on anyone can be found, whether their case is read or not."""
        self._names, self._workers = names

    def read(self, person_ids: Collection[str], also: Collection[str] = ()) -> list[CaseFile]:
        """Read these people's cases, `also` with these kinds of fact; any thread."""
        from db.reading import read_cases

        with self.store.reading() as connection:
            return read_cases(connection, person_ids, also)

    def hold(self, case: CaseFile) -> "tuple[str, Held]":
        """What is kept of a case on the desk's day, by its person; about a millisecond."""
        from ui.held import held_of, work_out

        known = work_out(case, self.rulebook, self.day, self.terms, self.limits)
        return case.person.person_id, held_of(known, *self._measures)

    def take(self, worked_out: "Iterable[tuple[str, Held]]") -> None:
        """Put what was worked out on the desk, unless it was rewritten or has aged since."""
        for person_id, held in worked_out:
            if held.day == self.day and person_id not in self._rewritten:
                self._keep(person_id, held)

    def read_all(self) -> None:
        """The whole roll, for the command line and for tests."""
        self.take_names(self.names())
        waiting = self.unread()
        for first in range(0, len(waiting), READ_AT_ONCE):
            self.take(map(self.hold, self.read(waiting[first : first + READ_AT_ONCE])))

    def unread(self) -> list[str]:
        """Whose cases are not yet on the desk for its day, our own caseload first."""
        waiting = [person_id for person_id in self._names or () if self.held(person_id) is None]
        if waiting:
            ours = set(self.caseload())
            waiting.sort(key=lambda person_id: person_id not in ours)
        return waiting

    def caseload(self) -> list[str]:
        """Whom this worker is allocated to today; nobody for one who has no caseload."""
        from db.reading import read_caseload

        if not self.user.worker_id:
            return []
        with self.store.reading() as connection:
            return list(read_caseload(connection, self.user.worker_id, self.day))

    def counted(self) -> tuple[int, int]:
        """How many cases are on the desk, of how many people; one more until they are counted."""
        held = len(self._held) - len(self._aged)
        return held, held + 1 if self._names is None else len(self._names)

    @property
    def still_reading(self) -> str:
        """How far the roll is read, for the lists that wait for it; empty when all of it is."""
        held, everyone = self.counted()
        if self._names is None:
            return "reading the roll"
        return f"reading the roll: {held:,} of {everyone:,}" if held < everyone else ""

    def turn_day(self) -> bool:
        """Whether a new day has begun; the cases must then be read again."""
        if self._today() == self.day:
            return False
        self.day = self._today()
        self._aged = set(self._held)
        self._plans.forget()
        self._rewritten.clear()
        self._at_hand.clear()
        self.take_over()
        return True

    # Gestures

    def take_over(self) -> list[str]:
        """Begin every accepted handover whose first day has come; whom it was about.

        At each start and on each new day. What the store cannot do now is tried at the next.
        """
        from db.handing_over import read_due, take_effect

        try:
            if not self.ask(read_due, self.day):
                return []
            with self.store.writing() as writing:
                begun: list[str] = take_effect(writing)
        except StoreTrouble:
            return []
        for person_id in begun:
            self._keep(person_id, None)
        return begun

    def do(
        self,
        verb: Callable[..., Any],
        *args: Any,
        about: str | Collection[str] = "",
        team: bool = False,
    ) -> Any:
        """One gesture, one transaction; then whoever it is about is read and told anew.

        `team` says that it changed facts about the team: they are read anew, and the listeners
        hear "", for what follows from them shows in nobody's file.
        """
        with self.store.writing() as writing:
            answer = verb(writing, *args)
        changed = [about] if isinstance(about, str) else list(about)
        changed = [person_id for person_id in changed if person_id]
        for person_id in changed:
            self._rewritten.add(person_id)
            self._plans.look_again(self._read_again(person_id))
        if team:
            self._plans.forget()
            self._of_the_team.clear()
            self._workers = {worker.worker_id: worker for worker in self.of_the_team("workers")}
        for person_id in [*changed, ""] if team else changed:
            for listener in tuple(self._listeners):
                listener(person_id)
        return answer

    def close(self) -> None:
        """Let go of the store and of everything read from it."""
        self._held.clear()
        self._aged.clear()
        self._together = None
        self._at_hand.clear()
        self._names = None
        gc.unfreeze()
        self.store.close()

    def on_change(self, callback: Callable[[str], None]) -> None:
        """Call this with the person's id after each change to them."""
        self._listeners.append(callback)

    # Questions

    def people(self) -> list[Person]:
        return list((self._names or {}).values())

    def workers(self) -> dict[str, Worker]:
        return self._workers

    def of_the_team(self, kind: str) -> list[Any]:
        """Every fact of a kind that is about no young person, such as `absences`; workers too."""
        if kind not in self._of_the_team:
            from db.reading import read_of_the_team

            with self.store.reading() as connection:
                self._of_the_team[kind] = read_of_the_team(connection, kind)
        return self._of_the_team[kind]

    def known(self, person_id: str) -> "Known":
        """The person's case and all that follows from it; read now unless it is at hand."""
        if person_id not in self._at_hand:
            self._read_again(person_id)
        return self._at_hand[person_id]

    def held(self, person_id: str) -> "Held | None":
        """What is on the desk about this person for this day; reads nothing."""
        held = self._held.get(person_id)
        return held if held and held.day == self.day else None

    def case(self, person_id: str) -> CaseFile:
        return self.known(person_id).case

    def duties(self, person_id: str) -> "tuple[Duty, ...]":
        return self.known(person_id).duties

    def standing(self, person_id: str) -> "Standing":
        return self.known(person_id).standing

    def to_agree(self) -> "list[ToAgree]":
        """What waits for a manager beside plans, whoever it is about, the longest wait first."""
        return list(self._added_up.waiting)

    def alarms(self) -> "tuple[list[Alarm], int]":
        """What a manager must decide on, in order, and how many things are decided already."""
        return list(self._added_up.alarms), self._added_up.decided

    def unclaimed(self, whose: Whose = None) -> "Unclaimed":
        """What one worker's young people, several workers', or everybody may have and have not."""
        from carelink.money.unclaimed import added

        if whose is None:
            return self._added_up.unclaimed
        return added(held.unclaimed for held in self._lines_of(whose))

    def rule(self, duty_id: str) -> "Rule":
        return self.rulebook.rule(duty_id)

    def week(self, whose: Whose = None) -> "Week":
        """The lines of one worker's caseload, of several workers', or of everybody."""
        from carelink.week import week_of

        return week_of(held.line for held in self._lines_of(whose) if held.line)

    def _lines_of(self, whose: Whose) -> "list[Held]":
        wanted = {whose} if isinstance(whose, str) else whose
        return [
            held
            for held in tuple(self._held.values())
            if held.line and (wanted is None or not wanted.isdisjoint(held.line.worker_ids))
        ]

    def team(self) -> "Team":
        """What the whole team owes: kept up to date with every case that comes to the desk."""
        return self._added_up.sums.team()

    def people_in(self, duty: str, state: "State") -> "list[InState]":
        """Who is in this state for this duty."""
        return self._added_up.sums.people_in(duty, state)

    def workload(self) -> "Workload":
        """What every adviser carries; adds up everything on the desk, any thread."""
        from carelink.workload.load import workload_of

        borne = [held.borne for held in tuple(self._held.values()) if held.borne]
        workers = {worker.worker_id: worker for worker in self.of_the_team("workers")}
        away, cover = self.of_the_team("absences"), self.of_the_team("covers")
        return workload_of(borne, workers, self.day, self.weights, away, cover)

    def plans_waiting(self) -> "list[Waiting]":
        """The plans that wait for a manager, whoever they are about, the longest first."""
        return self._plans.all()

    def asked(self, kinds: Collection[str], as_at: date) -> "Asked":
        """What the packs of these meetings are worked out from; reads the roll, any thread."""
        from db.packs import read_for_packs

        with self.store.reading() as connection:
            return read_for_packs(connection, kinds, self.rulebook, self.catalogue, as_at)

    def all_held(self) -> "list[Held]":
        """What is on the desk about everybody read so far, for its day."""
        return [held for held in tuple(self._held.values()) if held.day == self.day]

    def ask(self, question: Callable[..., Any], *args: Any) -> Any:
        """One question of db to the store, as it is now."""
        with self.store.reading() as connection:
            return question(connection, *args)

    def releases(self) -> "list[Recorded]":
        """Every release prepared for the Board, the newest last."""
        from db.releases import read_releases

        with self.store.reading() as connection:
            return read_releases(connection)

    def drafts(self) -> "list[Draft]":
        from db.drafts import read_drafts

        with self.store.reading() as connection:
            return list(read_drafts(connection, self.user.user_id))

    @property
    def _added_up(self) -> "AddedUp":
        if self._together is None:
            from ui.added_up import AddedUp

            self._together = AddedUp(self._held.items())
        return self._together

    def _keep(self, person_id: str, held: "Held | None") -> None:
        """From now on this is what the desk holds of a person; None for nothing."""
        self._aged.discard(person_id)
        self._added_up.put(person_id, held)
        if held is None:
            self._held.pop(person_id, None)
        else:
            self._held[person_id] = held

    @property
    def _measures(self) -> "tuple[Rulebook, Catalogue, Limits, Weights, Terms]":
        """What every case is measured by at this desk."""
        return self.rulebook, self.catalogue, self.limits, self.weights, self.terms

    def _read_again(self, person_id: str) -> CaseFile:
        from db.reading import read_case
        from ui.held import held_of, work_out

        with self.store.reading() as connection:
            case = read_case(connection, person_id)
        known = work_out(case, self.rulebook, self.day, self.terms, self.limits)
        self._at_hand.pop(person_id, None)
        self._at_hand[person_id] = known
        if len(self._at_hand) > _AT_HAND:
            del self._at_hand[next(iter(self._at_hand))]
        self._keep(person_id, held_of(known, *self._measures))
        if self._names is not None:
            self._names[person_id] = case.person
        return case
