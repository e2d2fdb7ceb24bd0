"""Which matters must a pathway plan deal with? The law's own lists, each asked as a question."""

from typing import NamedTuple

from carelink.words import Status

ADVISER = "adviser"


class Matter(NamedTuple):
    """One matter: its key, the question it is asked as, the law's paragraph, and what to ask.

    `law` is the matter in the law's sense; `source` names the schedule and paragraph.
    """

    key: str
    question: str
    law: str
    source: str
    prompts: tuple[str, ...] = ()


_QUESTIONS = {
    ADVISER: "Who is my personal adviser?",
    "support": "Who will be there for me?",
    "education_training": "What will I learn?",
    "employment": "What work will I do?",
    "contingency": "What if the plan stops working?",
    "accommodation": "Where will I live?",
    "relationships": "Who matters to me?",
    "skills": "What can I do for myself?",
    "finance": "How will I manage my money?",
    "health": "How will I stay well?",
    "identity": "Who am I?",
}
_PROMPTS = {
    ADVISER: (
        "Have you met, and how do you get on?",
        "What should they know about you?",
    ),
    "support": (
        "How would you like us to keep in touch, and how often?",
        "Who else do you turn to?",
        "What helps when things are hard?",
    ),
    "education_training": (
        "What do you enjoy learning?",
        "What is in the way: time, money, travel, something else?",
        "Whose help would make a difference?",
    ),
    "employment": (
        "What would you like to be doing in a year?",
        "What have you tried, and what did you learn from it?",
        "What would help: clothes, fares, a reference, practice?",
    ),
    "contingency": (
        "What could go wrong, and how would we notice?",
        "Whom would you ring first?",
        "Where could you stay for a night?",
    ),
    "accommodation": (
        "What do you like about where you live, and what not?",
        "Is it safe, warm, affordable and near to what you need?",
        "Where would you like to live next, and when?",
    ),
    "relationships": (
        "Whom would you like to see more of, or less of?",
        "Is there anyone you have lost touch with?",
        "What do you do with friends?",
    ),
    "skills": (
        "What do you do well at home?",
        "What would you like to practise?",
        "Who could show you?",
    ),
    "finance": (
        "Does the money last to the end of the month?",
        "Do you know everything that you may have?",
        "Is there a debt or a bill that worries you?",
    ),
    "health": (
        "How are you, in body and in mind?",
        "Are you with a doctor, a dentist and an optician?",
        "What helps you to feel well?",
    ),
    "identity": (
        "What should people know about who you are?",
        "Are faith, language, culture and background given their place?",
        "Are your papers in order: birth certificate, passport, leave to remain?",
    ),
}
# Care Leavers (England) Regulations 2010, Schedule 1: relevant and former relevant.
_SCHEDULE_1 = (
    ("support", "The nature and level of contact and personal support, and by whom"),
    ("education_training", "A detailed plan for education or training"),
    ("employment", "How we will help with work or another purposeful occupation"),
    ("contingency", "What will be done if the plan ceases to be effective"),
    ("accommodation", "The home, whether it is suitable, and what was considered (Schedule 2)"),
    ("relationships", "Support with family and social relationships"),
    ("skills", "A programme for the practical and other skills of living independently"),
    ("finance", "Financial support, with the home and maintenance in particular"),
    ("health", "Health needs, mental health among them, and how they will be met"),
    ("identity", "Needs of identity: faith, racial origin, culture and language"),
)
# Care Planning, Placement and Case Review (England) Regulations 2010, Schedule 8: eligible.
_SCHEDULE_8 = (
    (ADVISER, "The name of the personal adviser"),
    ("support", "The nature and level of contact and personal support, and by whom"),
    ("accommodation", "The home they will have when they are no longer looked after"),
    ("education_training", "The plan for continuing education or training"),
    ("employment", "How we will help with work or another purposeful occupation"),
    ("relationships", "Support with family and social relationships"),
    ("skills", "A programme for the practical and other skills of living independently"),
    ("finance", "Financial support with the home and maintenance"),
    ("health", "Health care needs, physical, emotional and mental, and how they will be met"),
    ("contingency", "What will be done if the plan ceases to be effective"),
)


def _listed(schedule: str, matters: tuple[tuple[str, str], ...]) -> tuple[Matter, ...]:
    return tuple(
        Matter(key, _QUESTIONS[key], law, f"{schedule}, paragraph {number}", _PROMPTS[key])
        for number, (key, law) in enumerate(matters, 1)
    )


SCHEDULE_1 = _listed("Care Leavers (England) Regulations 2010, Schedule 1", _SCHEDULE_1)
SCHEDULE_8 = _listed("Care Planning Regulations 2010, Schedule 8", _SCHEDULE_8)
MATTERS = {matter.key: matter for matter in (*SCHEDULE_8, *SCHEDULE_1)}
_LOOKED_AFTER = frozenset({Status.ELIGIBLE, Status.NOT_YET_ELIGIBLE, Status.PRE_16})


def schedule_for(status: Status) -> tuple[Matter, ...]:
    """The matters a plan begun with this status deals with; Schedule 8 while looked after."""
    return SCHEDULE_8 if status in _LOOKED_AFTER else SCHEDULE_1


def placed(matter: str, schedule: tuple[Matter, ...]) -> str:
    """Where in this schedule something of a matter belongs, whose own it may not have."""
    return matter if any(matter == held.key for held in schedule) else "support"
