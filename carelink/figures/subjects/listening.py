"""Did they take part in reviews of their plan, and did we keep what we promised?"""

from carelink.figures.contract import Indicator, contract, table_of
from carelink.figures.dividing import IN, OUT, Category, Division, base_of
from carelink.figures.gatherings import ROLL, Member
from carelink.figures.populations import LEFT_CARE
from carelink.figures.subjects.people import LEFT
from carelink.figures.themes import LISTENING
from carelink.plan.words import CHOSE_NOT_TO
from carelink.voice.promises import promise_of
from carelink.voice.words import Stands

PART, PROMISES = "review_part", "promises"
PART_BASE, PROMISES_BASE = f"{PART}_base", f"{PROMISES}_base"
_KEPT = frozenset({Stands.DONE, Stands.DONE_LATE})
DIVISIONS = (
    Division(
        PART,
        "Part in the last plan review",
        (
            Category("took_part", "Took part"),
            Category("chose_not", "Chose not to"),
            Category("not_recorded", "Not recorded"),
        ),
        total="All whose plan was reviewed",
    ),
    base_of(PART, "Plan reviewed in the last twelve months", "Reviewed", "Not reviewed"),
    Division(
        PROMISES,
        "Promises due in the last twelve months",
        (
            Category("all_kept", "All kept"),
            Category(
                "not_all_kept",
                "Not all kept",
                (Category("some_kept", "Some kept"), Category("none_kept", "None kept")),
            ),
            Category("no_date", "Promised without a day, not kept yet"),
        ),
        total="All to whom something was promised",
    ),
    base_of(
        PROMISES,
        "Something promised them for the last twelve months",
        "Promised",
        "Nothing promised",
    ),
)
TABLES = (
    table_of(
        PART_BASE,
        "Care leavers whose plan was reviewed in the last twelve months",
        LISTENING,
        ROLL,
        (PART_BASE,),
        status=LEFT,
    ),
    table_of(
        PART,
        "Young people's part in their last plan review",
        LISTENING,
        ROLL,
        (PART,),
        status=LEFT,
        review_part_base=IN,
    ),
    table_of(
        PROMISES_BASE,
        "Care leavers to whom something was promised for the last twelve months",
        LISTENING,
        ROLL,
        (PROMISES_BASE,),
        status=LEFT,
    ),
    table_of(
        PROMISES, "Promises kept", LISTENING, ROLL, (PROMISES,), status=LEFT, promises_base=IN
    ),
)
INDICATORS = (
    Indicator(
        PART,
        1,
        "Took part in their last plan review",
        LISTENING,
        PART,
        (PART, "took_part"),
        contract(
            "those who took part in their last review, in person, by telephone or video, in "
            "writing or through an advocate",
            base="those whose plan was reviewed in the twelve months to the day",
            chose_not="they stay in the base, in a category of their own",
            not_required="those whose plan was not reviewed are left out of the base",
            not_known="those of whose part nothing is recorded stay in the base",
        ),
        "higher",
    ),
    Indicator(
        "promises_kept",
        1,
        "Every promise kept",
        LISTENING,
        PROMISES,
        (PROMISES, "all_kept"),
        contract(
            "those to whom we kept everything promised for the twelve months to the day, in time "
            "or late",
            base="those to whom something was promised for a day in those twelve months, or, "
            "without a day, in those twelve months",
            not_required="those to whom nothing was promised are left out of the base",
            not_known="those with nothing but promises without a day, not kept yet, stay in the "
            "base",
        ),
        "higher",
    ),
)


def answers(one: Member) -> dict[str, str]:
    """Where one person stands in these."""
    if one.population != ROLL or one.status not in LEFT_CARE:
        return {}
    part, promises = _part(one), _promises(one)
    return {
        PART_BASE: IN if part else OUT,
        **({PART: part} if part else {}),
        PROMISES_BASE: IN if promises else OUT,
        **({PROMISES: promises} if promises else {}),
    }


def _part(one: Member) -> str:
    held = [
        review
        for review in one.case.plan_reviews
        if review.held_on and one.year_from <= review.held_on <= one.day
    ]
    if not held:
        return ""
    last = max(held, key=lambda review: (review.held_on, review.review_id))
    said = {v.took_part for v in one.case.plan_versions if v.review_id == last.review_id} - {""}
    if said - {CHOSE_NOT_TO}:
        return "took_part"
    return "chose_not" if said else "not_recorded"


def _promises(one: Member) -> str:
    kept, open_dated, undated = 0, 0, 0
    for promise in one.case.promises:
        by = promise.due_on or promise.made_on
        if by is None or not one.year_from <= by <= one.day:
            continue
        stands = promise_of(promise, one.day).stands
        kept += stands in _KEPT
        undated += stands is Stands.NO_DATE
        open_dated += stands is not Stands.NO_DATE and stands not in _KEPT
    if open_dated:
        return "some_kept" if kept else "none_kept"
    if undated:
        return "no_date"
    return "all_kept" if kept else ""
