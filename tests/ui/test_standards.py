"""What a council lays beside its store is what counts there, and what cannot be read is said."""

import pytest

from carelink.errors import RulebookError
from carelink.skills.checklist import load_checklist
from tests.carelink.money.offers import LAUNDRY_CARD
from tests.desks import AMAL, made_desk
from tests.stores import PASSPHRASE, TODAY, USER, clock_at
from ui.opening import open_desk
from ui.standards import catalogue_beside, checklist_beside, known_totals_beside, wording_beside
from ui.young_person.skills.skills_section import SkillsSection

OWN = '[groups]\nfood = "Food"\n[[skill]]\nskill = "bread"\ngroup = "food"\nsays = "I can bake"\n'


def test_without_a_list_of_its_own_a_council_has_ours(tmp_path):
    assert checklist_beside(tmp_path / "a.store") == load_checklist()


def test_a_councils_own_skills_are_asked_on_the_page(tmp_path, qtbot, dressed):
    store = made_desk(tmp_path).store
    store.close()
    store.path.with_name(f"{store.path.name}.skills.toml").write_text(OWN, encoding="utf-8")
    desk = open_desk(store.path, USER, PASSPHRASE, clock_at(TODAY))
    section = SkillsSection(desk)
    qtbot.addWidget(section)
    section.show_known(desk.known(AMAL))
    assert list(section.rows) == ["bread"]
    desk.close()


def test_a_list_that_cannot_be_used_is_said_before_the_store_is_opened(tmp_path):
    store = made_desk(tmp_path).store
    store.close()
    beside = store.path.with_name(f"{store.path.name}.skills.toml")
    beside.write_text(OWN.replace("I can bake", "Baking"), encoding="utf-8")
    with pytest.raises(RulebookError, match="begins with"):
        open_desk(store.path, USER, PASSPHRASE, clock_at(TODAY))


def test_a_councils_own_words_are_offered_first(tmp_path):
    store = tmp_path / "a.store"
    assert wording_beside(store).say("a placement").startswith("You could also say")
    beside = store.with_name("a.store.words.toml")
    beside.write_text('[[instead]]\navoid = ["unit"]\nuse = "my place"\n', encoding="utf-8")
    assert "my place" in wording_beside(store).say("the unit")
    beside.write_text("[[instead]]\navoid = 3\n", encoding="utf-8")
    with pytest.raises(RulebookError):
        wording_beside(store)


def test_without_an_offer_of_its_own_a_council_has_medways(tmp_path):
    assert catalogue_beside(tmp_path / "a.store").council == "Medway"


def test_a_councils_own_offer_is_what_its_people_may_have(tmp_path):
    store = made_desk(tmp_path).store
    store.close()
    beside = store.path.with_name(f"{store.path.name}.offer.toml")
    beside.write_text(LAUNDRY_CARD, encoding="utf-8")
    desk = open_desk(store.path, USER, PASSPHRASE, clock_at(TODAY))
    assert desk.catalogue.council == "Elsewhere"
    assert desk.catalogue.entry("laundry_card") is not None
    assert desk.catalogue.entry("leaving_care_nurse") is None
    desk.close()


@pytest.mark.parametrize("offer", [b"council = ", "[laundry_cärd]".encode("latin-1")])
def test_an_offer_that_cannot_be_read_is_refused(tmp_path, offer):
    (tmp_path / "a.store.offer.toml").write_bytes(offer)
    with pytest.raises(RulebookError, match="offer"):
        catalogue_beside(tmp_path / "a.store")


def test_a_councils_own_weights_count_in_the_load(tmp_path):
    store = made_desk(tmp_path).store
    store.close()
    beside = store.path.with_name(f"{store.path.name}.workload.toml")
    beside.write_text("[weights.base]\nadds = 2\n", encoding="utf-8")
    desk = open_desk(store.path, USER, PASSPHRASE, clock_at(TODAY))
    desk.read_all()
    assert min(one.weighed.weight for one in desk.workload().advisers[0].people) >= 2
    desk.close()
    beside.write_text("[weights.base]\nadd = 2\n", encoding="utf-8")
    with pytest.raises(RulebookError, match='"add" is not known here'):
        open_desk(store.path, USER, PASSPHRASE, clock_at(TODAY))


def test_a_council_sets_within_how_many_days_a_new_adviser_is_to_meet_them(tmp_path):
    store = made_desk(tmp_path).store
    store.close()
    beside = store.path.with_name(f"{store.path.name}.handover.toml")
    beside.write_text("first_meeting_days = 5\n", encoding="utf-8")
    desk = open_desk(store.path, USER, PASSPHRASE, clock_at(TODAY))
    assert (desk.terms.first_meeting_days, desk.terms.soon_days) == (5, 7)
    desk.close()
    beside.write_text("first_meeting = 5\n", encoding="utf-8")
    with pytest.raises(RulebookError, match="which it cannot set"):
        open_desk(store.path, USER, PASSPHRASE, clock_at(TODAY))


def test_what_others_print_of_us_is_known_and_a_council_adds_its_own(tmp_path):
    store = tmp_path / "a.store"
    ours = known_totals_beside(store)
    assert max(one.year for one in ours) == 2025
    beside = store.with_name("a.store.known.csv")
    header = "year,indicator,age_band,number,of,source\n"
    beside.write_text(header + "2026,eet,17-18,44,70,DfE CLA 2026 release\n", encoding="utf-8")
    assert {one.count for one in known_totals_beside(store) if one.year == 2026} == {44, 70}
    beside.write_text(header + "2026,eet,17-18,80,70,DfE\n", encoding="utf-8")
    with pytest.raises(RulebookError, match="line 2"):
        known_totals_beside(store)
