"""Which skills are asked, how did each side rate them, and what moved?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.errors import Refused, RulebookError
from carelink.facts import SkillRating
from carelink.skills.checklist import load_checklist, read_checklist
from carelink.skills.checks import check_skill_rating
from carelink.skills.ratings import (
    movement,
    say_side,
    say_tried,
    skills_of,
    still_to_rate,
)
from carelink.skills.words import BY, RATINGS
from tests.people import a_case

TODAY = date(2026, 11, 24)
SPRING, AUTUMN = date(2026, 4, 10), date(2026, 10, 9)


def rated(skill, by, on, rating="", **more):
    return {"skill": skill, "by": by, "on": on, "rating": rating, **more}


def known(case, skill, day=TODAY):
    return next(one for one in skills_of(case, load_checklist(), day) if one.skill.skill == skill)


def test_the_list_asks_what_the_task_group_asked_for():
    says = {skill.skill: skill.says for skill in load_checklist().asked()}
    assert 20 <= len(says) <= 30
    assert says["seven_meals"] == "I can cook seven simple, nutritious meals"
    assert {"gp", "budget", "laundry", "cleaning"} <= says.keys()
    assert all(said.startswith("I can ") and len(said.split()) <= 15 for said in says.values())


def test_every_group_has_skills_and_every_skill_something_to_try():
    checklist = load_checklist()
    assert {skill.group for skill in checklist.asked()} == set(checklist.groups)
    assert all(skill.together.endswith(".") for skill in checklist.asked())


def test_nothing_is_rated_before_anybody_was_asked():
    case = a_case()
    assert len(skills_of(case, load_checklist(), TODAY)) == len(load_checklist().asked())
    assert say_side(known(case, "laundry").worker, "worker") == "Worker: not rated yet"
    assert still_to_rate(case, load_checklist(), TODAY) == (
        "Young person: not asked yet. Worker: not asked yet."
    )


def test_both_sides_stand_side_by_side_and_may_differ():
    case = a_case(
        skill_ratings=[
            rated("laundry", "young_person", SPRING, "on_my_own"),
            rated("laundry", "worker", SPRING, "with_help"),
        ]
    )
    one = known(case, "laundry")
    assert one.differs
    assert say_side(one.young_person, "young_person") == (
        "Young person: on my own, since 10 April 2026"
    )
    assert say_side(one.worker, "worker") == "Worker: with help, since 10 April 2026"


def test_what_moved_is_said_by_name_with_what_it_was():
    case = a_case(
        skill_ratings=[
            rated("budget", "young_person", SPRING, "not_yet"),
            rated("laundry", "young_person", SPRING, "on_my_own"),
            rated("cleaning", "young_person", SPRING, "with_help"),
            rated("budget", "young_person", AUTUMN, "with_help"),
            rated("laundry", "young_person", AUTUMN, "with_help"),
            rated("cleaning", "young_person", AUTUMN, "with_help"),
        ]
    )
    assert say_side(known(case, "budget").young_person, "young_person") == (
        "Young person: with help; on 10 April 2026: not yet"
    )
    assert movement(case, load_checklist(), TODAY) == [
        (
            "Moved on",
            "I can make my money last until the next comes in",
            "Young person, 9 October 2026",
        ),
        ("Needs more help", "I can wash, dry and iron my clothes", "Young person, 9 October 2026"),
    ]
    assert movement(case, load_checklist(), date(2026, 10, 8)) == []


def test_what_moved_at_an_earlier_going_through_is_no_longer_news():
    case = a_case(
        skill_ratings=[
            rated("budget", "worker", SPRING, "not_yet"),
            rated("budget", "worker", AUTUMN, "with_help"),
            rated("gp", "worker", date(2026, 11, 1), "with_help"),
        ]
    )
    assert len(movement(case, load_checklist(), AUTUMN)) == 1
    assert movement(case, load_checklist(), TODAY) == []


def test_trying_counts_whether_or_not_it_went():
    case = a_case(
        skill_ratings=[
            rated("seven_meals", "worker", SPRING, tried=True, evidence="A stew, with a recipe"),
        ]
    )
    one = known(case, "seven_meals")
    assert one.worker.now is None
    assert [say_tried(rating) for rating in one.tried] == [
        "We tried it together, 10 April 2026: A stew, with a recipe"
    ]


def test_an_old_skill_keeps_its_history_and_is_asked_no_more():
    text = (
        '[groups]\nfood = "Food"\n[[skill]]\nskill = "bread"\ngroup = "food"\n'
        'says = "I can bake bread"\nasked = false\n'
        '[[skill]]\nskill = "soup"\ngroup = "food"\nsays = "I can make soup"\n'
    )
    checklist = read_checklist(text, "ours.toml")
    assert [skill.skill for skill in checklist.asked()] == ["soup"]
    assert checklist.words_of("bread") == "I can bake bread"
    assert checklist.words_of("sewing_on") == "sewing on"


def test_a_councils_own_list_takes_the_place_of_ours_and_keeps_the_words_of_what_was_rated():
    skill = '[[skill]]\nskill = "bread"\ngroup = "food"\nsays = "I bake"\n'
    checklist = load_checklist(f'\ufeff[groups]\nfood = "Food"\n{skill}')
    assert [skill.says for skill in checklist.asked()] == ["I bake"]
    assert checklist.words_of("laundry") == "I can wash, dry and iron my clothes"
    with pytest.raises(RulebookError) as wrong:
        load_checklist("[groups")
    assert str(wrong.value).startswith("The council's list of skills is not a TOML file")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[groups", "is not a TOML file"),
        ('[groups]\nfood = "Food"', "needs a table [groups] and a [[skill]]"),
        ('[groups]\nfood = 1\n[[skill]]\nskill = "a"', "needs a table [groups] and a [[skill]]"),
        ('skill = "Soup"', 'skill 1: "skill" is a name of small letters and _.'),
        ('skill = "soup"\ngroup = "tea"', 'skill 1 (soup): "group" is one of food.'),
        ('skill = "soup"\ngroup = "food"\nsays = "Soup"', '"says" is a sentence that begins with'),
        (
            'skill = "soup"\ngroup = "food"\nsays = "I can"\nscore = 4',
            'only "skill", "group", "says", "try" and "asked" may stand here.',
        ),
        (
            'skill = "soup"\ngroup = "food"\nsays = "I can"\nasked = "no"',
            '"try" is a sentence and "asked" true or false.',
        ),
        (
            'skill = "soup"\ngroup = "food"\nsays = "I can"\n'
            '[[skill]]\nskill = "soup"\ngroup = "food"\nsays = "I can"',
            "the name soup is given to two skills",
        ),
    ],
)
def test_a_list_that_would_mislead_is_not_taken(text, says):
    if not text.startswith("[groups"):
        text = f'[groups]\nfood = "Food"\n[[skill]]\n{text}'
    with pytest.raises(RulebookError) as wrong:
        read_checklist(text, "ours.toml")
    assert str(wrong.value).startswith("ours.toml")
    assert says in str(wrong.value)


def test_a_rating_says_what_who_and_how():
    rating = SkillRating("A1", "laundry", "worker", TODAY, "with_help")
    check_skill_rating(a_case(), rating, TODAY)
    check_skill_rating(a_case(), rating._replace(rating="", tried=True), TODAY)
    for wrong, fields in (
        ({"rating": ""}, ["rating"]),
        ({"rating": "7"}, ["rating"]),
        ({"by": ""}, ["by"]),
        ({"skill": " "}, ["skill"]),
        ({"on": date(2026, 11, 25)}, ["on"]),
        ({"evidence": "\x00"}, ["evidence"]),
    ):
        with pytest.raises(Refused) as refused:
            check_skill_rating(a_case(), rating._replace(**wrong), TODAY)
        assert [problem.field for problem in refused.value.problems] == fields


@given(st.lists(st.tuples(st.sampled_from(BY), st.sampled_from(RATINGS)), max_size=6))
def test_no_number_is_ever_made_of_ratings(given):
    case = a_case(
        skill_ratings=[
            rated("laundry", by, date(2026, 1, day), rating)
            for day, (by, rating) in enumerate(given, 1)
        ]
    )
    lines = movement(case, load_checklist(), date(2026, 2, 1))
    told = [line.about + line.says for line in lines] + [
        still_to_rate(case, load_checklist(), TODAY)
    ]
    assert not any(letter.isdigit() or letter == "%" for text in told for letter in text)
