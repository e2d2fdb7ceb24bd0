"""A young person's page on a store of a test's own facts."""

import pytest

from tests.desks import A_FEW, made_desk
from tests.pages import a_page


@pytest.fixture
def page_on(tmp_path, qtbot, dressed):
    """Called with a section and facts, in place of those of the few or beside them: the page."""
    desks = []

    def made(section="", facts=None, **who):
        desks.append(made_desk(tmp_path, facts={**A_FEW, **(facts or {})}))
        return a_page(desks[-1], qtbot, section, **who)

    yield made
    for desk in desks:
        desk.store.close()
