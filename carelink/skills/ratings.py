"""How did each side rate a skill, what moved, and what did we try? In words, never a grade."""

from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import SkillRating
from carelink.said import Line
from carelink.skills.checklist import Checklist, Skill
from carelink.skills.words import BY, BY_LABELS, RATING_LABELS, RATINGS, WORKER, YOUNG_PERSON

NOT_RATED = "Not rated yet"


class Side(NamedTuple):
    """One side's rating of a skill now, and the one before it that was another."""

    now: SkillRating | None
    before: SkillRating | None


class SkillAsKnown(NamedTuple):
    """One skill with both sides, and what was tried or shown, newest first."""

    skill: Skill
    young_person: Side
    worker: Side
    tried: tuple[SkillRating, ...]

    @property
    def differs(self) -> bool:
        """Whether both sides rated it, and not alike."""
        mine, theirs = self.young_person.now, self.worker.now
        return bool(mine and theirs and mine.rating != theirs.rating)


def skills_of(case: CaseFile, checklist: Checklist, day: date) -> list[SkillAsKnown]:
    """Every skill that is asked, in the order of the list, rated or not."""
    held: dict[str, list[SkillRating]] = {}
    for rating in case.skill_ratings:
        if rating.on is None or rating.on <= day:
            held.setdefault(rating.skill, []).append(rating)
    return [_as_known(skill, held.get(skill.skill, [])) for skill in checklist.asked()]


def say_side(side: Side, by: str) -> str:
    """One side's rating, since when, and what it was before."""
    if side.now is None:
        return f"{BY_LABELS[by]}: {NOT_RATED.lower()}"
    said = f"{BY_LABELS[by]}: {say_rating(side.now.rating)}"
    if side.before and side.before.on:
        was = say_rating(side.before.rating)
        return f"{said}; on {show(side.before.on)}: {was}"
    return said + (f", since {show(side.now.on)}" if side.now.on else "")


def say_rating(rating: str) -> str:
    """A rating within a sentence."""
    return RATING_LABELS.get(rating, rating).lower()


def movement(case: CaseFile, checklist: Checklist, day: date) -> list[Line]:
    """What changed at the latest going-through, beside the one before: by name, never counted up.

    A going-through is a day on which a side rated skills.
    """
    lines = []
    for by in BY:
        moved = [(known, _side(known, by)) for known in skills_of(case, checklist, day)]
        on = _last_rated(case, by, day)
        fresh = [(k, s) for k, s in moved if s.now and s.before and s.now.on == on]
        for about, names in (
            ("Moved on", [k.skill.says for k, s in fresh if _step(s) > 0]),
            ("Needs more help", [k.skill.says for k, s in fresh if _step(s) < 0]),
        ):
            if names and on:
                lines.append(Line(about, "; ".join(names), f"{BY_LABELS[by]}, {show(on)}"))
    return lines


def still_to_rate(case: CaseFile, checklist: Checklist, day: date) -> str:
    """Who has rated nothing, or not all; empty when both sides have rated every skill."""
    known = skills_of(case, checklist, day)
    said = []
    for by in BY:
        missing = [one for one in known if _side(one, by).now is None]
        if len(missing) == len(known):
            said.append(f"{BY_LABELS[by]}: not asked yet.")
        elif missing:
            said.append(f"{BY_LABELS[by]}: some are not rated yet.")
    return " ".join(said)


def say_tried(rating: SkillRating) -> str:
    """What shows it and that we tried, with the day."""
    when = show(rating.on) if rating.on else "no day recorded"
    did = "We tried it together" if rating.tried else "What shows it"
    return f"{did}, {when}: {rating.evidence}" if rating.evidence else f"{did}, {when}"


def _as_known(skill: Skill, ratings: list[SkillRating]) -> SkillAsKnown:
    ordered = sorted(ratings, key=lambda rating: rating.on or date.min)
    tried = tuple(rating for rating in reversed(ordered) if rating.tried or rating.evidence)
    return SkillAsKnown(skill, _side_of(ordered, YOUNG_PERSON), _side_of(ordered, WORKER), tried)


def _side_of(ordered: list[SkillRating], by: str) -> Side:
    rated = [rating for rating in ordered if rating.by == by and rating.rating]
    if not rated:
        return Side(None, None)
    now = rated[-1]
    others = [rating for rating in rated if rating.rating != now.rating]
    return Side(now, others[-1] if others else None)


def _side(known: SkillAsKnown, by: str) -> Side:
    return known.young_person if by == YOUNG_PERSON else known.worker


def _step(side: Side) -> int:
    """Which way it went; 0 where one of the two is no rating of ours."""
    ratings = [held.rating for held in side if held and held.rating in RATINGS]
    return RATINGS.index(ratings[0]) - RATINGS.index(ratings[1]) if len(ratings) == 2 else 0


def _last_rated(case: CaseFile, by: str, day: date) -> date | None:
    days = [
        rating.on
        for rating in case.skill_ratings
        if rating.by == by and rating.rating and rating.on and rating.on <= day
    ]
    return max(days, default=None)
