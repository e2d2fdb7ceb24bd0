"""A form on a real store, shown, its signals heard."""

import pytest

from tests.desks import made_desk


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def form(desk, qtbot):
    from ui.contacts.contact_form import ContactForm
    from ui.desk_signals import DeskSignals

    made = ContactForm(desk, DeskSignals(desk))
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    return made
