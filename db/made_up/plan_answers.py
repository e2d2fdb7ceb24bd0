"""What stands in each made-up version: answers that last or change, actions done or carried on."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from carelink.facts import Person, PlanAction, PlanMatter, PlanVersion
from carelink.plan.matters import SCHEDULE_1, SCHEDULE_8, Matter, placed
from carelink.plan.review import must_change
from carelink.plan.words import CHANGED, DONE, DROPPED, NEW, REWORDED, UNCHANGED
from db.made_up.life import Life

_SAID: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("plan_words.toml").read_text(encoding="utf-8")
)
_DONE_WORDS = ("", "", "Done together.", "Went well.", "It took two tries.")
_DROPPED_WHY = "They would rather leave this for now."


class Answers:
    """One life's answers as they are told, each version leaning on the one before."""

    def __init__(self, life: Life, rng: Random, adviser: str) -> None:
        self._life = life
        self._rng = rng
        person: Person = life.facts["people"][0]
        me = person.known_as or person.legal_name or "The young person"
        pa = adviser or "The personal adviser"
        self._who = {"me": me, "pa": pa, "both": f"{me} and {pa}"}
        self._matters: dict[str, PlanMatter] = {}
        self._actions: list[PlanAction] = []
        self._told: set[str] = set()

    def tell(self, version: PlanVersion, unwritten: int = 0) -> None:
        """One version's answers and actions; the last `unwritten` matters are still blank."""
        assert version.begun_on is not None
        schedule = _schedule(self._life, version.begun_on)
        written = schedule[: len(schedule) - unwritten]
        across = self._settle(version, schedule, {matter.key for matter in written})
        was, self._matters = self._matters, {}
        self._actions = across
        for matter in written:
            self._answer(version, matter, was.get(matter.key))
        self._life.facts["plan_matters"] += self._matters.values()

    def finish(self) -> None:
        """The actions of the last version, some of them done since."""
        self._life.facts["plan_actions"] += [self._done_since(a) for a in self._actions]

    def _settle(
        self, version: PlanVersion, schedule: tuple[Matter, ...], written: set[str]
    ) -> list[PlanAction]:
        """What became of the last version's actions; those that go on, in this version."""
        across = []
        for action in self._actions:
            settled, following = self._one_settled(action, version, schedule)
            if following is not None and following.matter in written:
                across.append(following)
            elif following is not None:
                settled = action
            self._life.facts["plan_actions"].append(settled)
        return across

    def _one_settled(
        self, action: PlanAction, version: PlanVersion, schedule: tuple[Matter, ...]
    ) -> tuple[PlanAction, PlanAction | None]:
        drawn, on = self._rng.random(), version.begun_on
        if drawn < 0.6:
            words = self._rng.choice(_DONE_WORDS)
            return action._replace(outcome=DONE, outcome_on=on, outcome_words=words), None
        if drawn < 0.68:
            dropped = action._replace(outcome=DROPPED, outcome_on=on)
            return dropped._replace(outcome_words=_DROPPED_WHY), None
        following = action._replace(
            action_id=self._life.new_id("plan_actions"),
            version_id=version.version_id,
            matter=placed(action.matter, schedule),
            due_on=self._by(version),
            carried=(action.carried or 0) + 1,
            from_action=action.action_id,
        )
        if must_change(action):
            what = f"Start again, in smaller steps: {action.what[0].lower()}{action.what[1:]}"
            following = following._replace(what=what, carried=None)
            return action._replace(outcome=REWORDED, outcome_on=on), following
        return action, following

    def _answer(self, version: PlanVersion, matter: Matter, last: PlanMatter | None) -> None:
        here = [action for action in self._actions if action.matter == matter.key]
        said = self._rng.choice(_SAID[matter.key])
        stands = NEW if last is None else CHANGED
        if last is not None and (self._rng.random() < 0.65 or last.need == said["need"]):
            said = next(s for s in _SAID[matter.key] if s["need"] == last.need)
            stands = UNCHANGED
        self._matters[matter.key] = PlanMatter(
            self._life.person_id,
            version.version_id,
            matter.key,
            need=said["need"],
            words=said["words"],
            goal=said["goal"],
            no_action_why=said.get("no_action_why", ""),
            stands=stands,
            row_id=self._life.new_id("plan_matters"),
        )
        if not here and said["actions"]:
            self._act(version, matter, said["actions"])

    def _act(self, version: PlanVersion, matter: Matter, sayings: list[str]) -> None:
        """One or all of the answer's actions, else another's: what is done is not begun again."""
        others = [saying for said in _SAID[matter.key] for saying in said["actions"]]
        new = [saying for saying in (*sayings, *others) if saying not in self._told] or others
        chosen = [s for s in new if s in sayings] if self._rng.random() < 0.25 else new[:1]
        for saying in chosen or new[:1]:
            self._told.add(saying)
            who, _, what = saying.partition(": ")
            self._actions.append(
                PlanAction(
                    self._life.new_id("plan_actions"),
                    self._life.person_id,
                    version.version_id,
                    matter.key,
                    what,
                    self._who[who],
                    self._by(version),
                )
            )

    def _by(self, version: PlanVersion) -> date:
        assert version.begun_on is not None
        return version.begun_on + timedelta(days=self._rng.randint(14, 165))

    def _done_since(self, action: PlanAction) -> PlanAction:
        due = action.due_on
        done = due is not None and due <= self._life.last_day and self._rng.random() < 0.75
        return action._replace(outcome=DONE, outcome_on=due) if done else action


def _schedule(life: Life, day: date) -> tuple[Matter, ...]:
    """Schedule 8 while they are looked after, else Schedule 1."""
    left = min(life.left_on or life.turns_18, life.turns_18)
    return SCHEDULE_8 if day < left and life.eligible_on else SCHEDULE_1
