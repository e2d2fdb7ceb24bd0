"""A note's form on a real store, shown."""

import pytest


@pytest.fixture
def form(desk, qtbot):
    from ui.contacts.contact_form import ContactForm
    from ui.desk_signals import DeskSignals

    made = ContactForm(desk, DeskSignals(desk))
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    return made
