"""Is everything that the Regulations list in a judgement of a home, and nothing else?"""

from carelink.facts import Suitability
from carelink.home.schedule_2 import FACTORS, LIMBS

# Care Leavers (England) Regulations 2010, Schedule 2, paragraph by paragraph, paraphrased.
PARAGRAPH_1 = [
    "facilities and services",
    "state of repair",
    "safety",
    "location",
    "support",
    "tenancy status",
    "financial commitments and affordability",
]
PARAGRAPH_2 = [
    "their views about it",
    "their understanding of rights and responsibilities",
    "their understanding of funding arrangements",
]
NOT_FROM_THE_SCHEDULE = {
    *("person_id", "home_id", "on", "worker_id", "row_id"),
    *("suitable", "reasons", "oc3", "oc3_reasons"),
}


def test_the_schedule_is_there_whole_and_in_its_order():
    assert [factor.matter for factor in FACTORS if factor.part == 1] == PARAGRAPH_1
    assert [factor.matter for factor in FACTORS if factor.part == 2] == PARAGRAPH_2
    assert len(FACTORS) == len(PARAGRAPH_1) + len(PARAGRAPH_2)


def test_regulation_9_has_three_limbs():
    assert [limb.letter for limb in LIMBS] == ["a", "b", "c"]


def test_every_matter_has_its_field_in_a_judgement_and_every_field_its_matter():
    fields = [factor.field for factor in FACTORS] + [limb.field for limb in LIMBS]
    assert len(set(fields)) == len(fields)
    assert set(fields) | NOT_FROM_THE_SCHEDULE == set(Suitability._fields)


def test_every_matter_is_asked_in_a_question_of_its_own():
    asks = [one.asks for one in (*FACTORS, *LIMBS)]
    assert len(set(asks)) == len(asks)
