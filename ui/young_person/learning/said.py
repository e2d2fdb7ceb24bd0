"""What does each row of work and learning say, and what can be done about it?"""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import Opportunity
from carelink.learning.history import Spell, say_barrier
from carelink.learning.levels import (
    level_in,
    level_lines,
    opportunity_lines,
    plan_lines,
    plan_of,
    say_opportunity,
)
from carelink.learning.words import PLAN_LABELS, SUBJECT_LABELS
from carelink.said import say_activity, say_from_to
from carelink.words import State
from ui.young_person.ledger_card import Act, RowWords

CHANGE = Act("change", "Change…", "Put right what is recorded, or add to it", quiet=True)
FILL = Act("fill", "Fill the gap…", "Record what they did in this time")
RECORD = Act("record", "Record…", "Record the level, or a new one")
PLAN = Act("record", "Record…", "Record when it was held and when it is next")
CAME = Act("change", "What came of it…", "Say whether they applied and what came of it")
STARTED = Act("started", "They started…", "It becomes what they do now, typed once")

_OPEN = frozenset({"", "waiting", "interview", "offered"})
_OUTCOME_STATES = {
    "": State.CANNOT_TELL,
    "waiting": State.DUE_SOON,
    "interview": State.DUE_SOON,
    "offered": State.DUE_SOON,
    "started": State.ON_TRACK,
    "sustained": State.ON_TRACK,
    "not_for_me": State.DECLINED,
}


def spell_words(spell: Spell) -> RowWords:
    """A time with one activity, or a gap."""
    activity = spell.activity
    if activity is None:
        when = say_from_to(spell.start, spell.end)
        return RowWords(
            f"gap {spell.start}",
            "Gap",
            f"Nothing recorded {when}",
            State.NO_DATE,
            (),
            [FILL],
            spell,
        )
    stands = say_from_to(activity.start, activity.end, activity.known_on)
    way = say_barrier(activity)
    beneath = [activity.detail, activity.evidence, f"What stood in the way: {way}" if way else ""]
    hours = f"{activity.hours:g} hours a week" if activity.hours else ""
    return RowWords(
        activity.row_id,
        say_activity(activity),
        stands[:1].upper() + stands[1:],
        State.NOT_REQUIRED,
        [*beneath[:1], hours, *beneath[1:]],
        [CHANGE],
        spell,
    )


def level_words(case: CaseFile, day: date) -> list[RowWords]:
    """English, maths and digital skills: each a row, known or not."""
    rows = []
    for (subject, title), line in zip(SUBJECT_LABELS.items(), level_lines(case, day), strict=True):
        level = level_in(case, subject, day)
        state = State.NEVER if level is None else State.ON_TRACK
        acts = [RECORD] if level is None else [RECORD, CHANGE]
        rows.append(
            RowWords(subject, title, line.says, state, [line.beneath], acts, (subject, level))
        )
    return rows


def plan_words(case: CaseFile, day: date) -> list[RowWords]:
    """Each kind of education plan: a row, there or not."""
    rows = []
    for (kind, title), line in zip(PLAN_LABELS.items(), plan_lines(case, day), strict=True):
        plan = plan_of(case, kind, day)
        late = plan is not None and plan.next_on is not None and plan.next_on < day
        state = State.NEVER if plan is None else State.DUE_SOON if late else State.ON_TRACK
        acts = [PLAN] if plan is None else [PLAN, CHANGE]
        rows.append(RowWords(kind, title, line.says, state, [line.beneath], acts, (kind, plan)))
    return rows


def opportunity_words(case: CaseFile, day: date) -> list[RowWords]:
    """What they were told about: what is still open first."""
    return [
        RowWords(
            one.row_id,
            say_opportunity(one),
            line.about,
            _OUTCOME_STATES.get(one.outcome, State.NOT_REQUIRED),
            [line.beneath],
            _acts_of(one),
            one,
        )
        for one, line in opportunity_lines(case, day)
    ]


def say_now_since(case: CaseFile, day: date) -> str:
    """The day the last of them ended, where nothing is recorded now."""
    ends = [one.end for one in case.activities if one.end and one.end <= day]
    return f"Nothing is recorded since {show(max(ends))}." if ends else ""


def _acts_of(one: Opportunity) -> list[Act]:
    return [STARTED, CAME] if one.outcome in _OPEN else [CAME]
