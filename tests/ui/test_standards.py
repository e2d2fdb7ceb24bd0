"""What a council lays beside its store is what counts there, and what cannot be read is said."""

import pytest

from carelink.errors import RulebookError
from carelink.skills.checklist import load_checklist
from tests.desks import AMAL, made_desk
from tests.stores import PASSPHRASE, TODAY, USER, clock_at
from ui.opening import open_desk
from ui.standards import checklist_beside, wording_beside
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
