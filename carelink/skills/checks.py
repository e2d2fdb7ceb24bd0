"""What must hold before a rating of a skill may be recorded?"""

from datetime import date

from carelink.case import CaseFile
from carelink.errors import Problem
from carelink.facts import SkillRating
from carelink.problems import day_that_has_been, one_of, refuse_if, text_problems
from carelink.skills.words import BY, RATINGS


def check_skill_rating(case: CaseFile, rating: SkillRating, today: date) -> None:
    """A skill, who rated it, and a rating; or that we tried it, with what shows it."""
    problems = day_that_has_been("on", rating.on, today, "rating")
    if not rating.skill.strip():
        problems.append(Problem("skill", "Choose which skill it is."))
    problems += one_of("by", rating.by, BY, "Choose who says so.")
    if rating.rating or not (rating.tried or rating.evidence.strip()):
        problems += one_of("rating", rating.rating, RATINGS, "Choose how it goes.")
    problems += text_problems("evidence", rating.evidence)
    refuse_if(problems)
