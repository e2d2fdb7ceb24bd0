"""A council's own list of kinder words lies beside its store, and comes before ours."""

import pytest

from carelink.errors import RulebookError
from tests.desks import made_desk
from tests.stores import PASSPHRASE, TODAY, USER, clock_at
from ui.opening import open_desk
from ui.standards import wording_beside

OWN = '[[instead]]\navoid = ["unit"]\nuse = "my place"\n'


def test_without_a_list_of_its_own_a_council_has_ours(tmp_path):
    assert wording_beside(tmp_path / "a.store").say("a placement").startswith("You could also say")


def test_a_councils_own_words_are_offered_at_its_desk(tmp_path):
    store = made_desk(tmp_path).store
    store.close()
    store.path.with_name(f"{store.path.name}.words.toml").write_text(OWN, encoding="utf-8")
    desk = open_desk(store.path, USER, PASSPHRASE, clock_at(TODAY))
    assert "my place" in desk.wording.say("the unit")
    desk.close()


def test_a_list_that_cannot_be_used_is_said_by_its_entry(tmp_path):
    beside = tmp_path / "a.store.words.toml"
    beside.write_text("[[instead]]\navoid = 3\n", encoding="utf-8")
    with pytest.raises(RulebookError, match="entry 1"):
        wording_beside(tmp_path / "a.store")
