"""Eyes and hands for the tests of a young person's page: what it says, its form, the way back."""

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.desks import AMAL
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.fields import Field
from ui.young_person.section import Section
from ui.young_person.young_person_view import YoungPersonView


def a_page(desk: Desk, qtbot, section: str = "", person_id: str = AMAL) -> YoungPersonView:
    """The page in sight, opened for somebody at a section; `told` and `offers` keep what it says.

    Shape: without a person nobody is shown yet. An offer is (what is said, its word, what it does).
    """
    made = YoungPersonView(desk, DeskSignals(desk))
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    made.told, made.offers = [], []
    made.said.connect(made.told.append)
    made.offered.connect(lambda *offer: made.offers.append(offer))
    if person_id:
        made.show_person(person_id)
    if section:
        made.show_section(section)
    return made


def section(view: YoungPersonView) -> Section:
    """The section in view."""
    return view.file.section


def field(view: YoungPersonView, name: str) -> Field:
    """A field of the form that stands open on the page."""
    return field_of(view.file.form, name)


def field_of(form: QWidget, name: str) -> Field:
    """A field of this form."""
    return next(field for field in form.fields if field.name == name)


def undo(view: YoungPersonView) -> None:
    """Press the last Undo that was offered."""
    view.offers[-1][2]()


def read(widget: QWidget) -> list[str]:
    """What is to be read on it once the screen has come to rest, without what is hidden."""
    QApplication.processEvents()
    said = [found.text() for found in widget.findChildren(QLabel) if found.isVisibleTo(widget)]
    return [words for words in said if words]


def words_on(widget: QWidget) -> str:
    """The same as one text, to look for a few words in."""
    return " ".join(read(widget))
