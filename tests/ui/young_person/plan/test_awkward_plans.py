"""Awkward texts in the plan: kept as typed, read back, compared and shown as text, never markup."""

import pytest

from carelink.plan.compare import words_apart
from carelink.plan.version import versions_of
from carelink.plan.words import MATTER_FIELDS
from db.approving import return_with_comment
from db.trail import amend
from tests.awkward import AWKWARD
from tests.desks import AMAL, made_desk
from tests.plans import a_few_with_a_plan
from ui.desk_signals import DeskSignals
from ui.fields import TextField
from ui.young_person.plan.difference_text import DifferenceText
from ui.young_person.young_person_view import YoungPersonView

TEXTS = list(AWKWARD.values())


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, facts=a_few_with_a_plan())
    yield made
    made.store.close()


@pytest.fixture
def view(desk, qtbot, dressed):
    made = YoungPersonView(desk, DeskSignals(desk))
    qtbot.addWidget(made)
    made.show()
    made.show_person(AMAL)
    made.show_section("plan")
    made.file.section.write()
    return made


def as_a_field_gives_it(text):
    """What a text box makes of it, as every form of CareLink takes it."""
    field = TextField("any", "Any", lines=2)
    field.set_value(text)
    return field.value()


def test_every_awkward_text_is_kept_as_it_was_typed(view, desk, qtbot):
    editor = view.file.section.editor
    for first in range(0, len(TEXTS), len(MATTER_FIELDS)):
        typed = dict(zip(MATTER_FIELDS, TEXTS[first : first + len(MATTER_FIELDS)], strict=False))
        for field in editor.matter.fields:
            field.set_value(typed.get(field.name, "x"))
        stood = {field.name: field.typed for field in editor.matter.fields}
        assert editor.keep(), stood
        row = versions_of(desk.case(AMAL))[-1].matters.get("support")
        kept = {name: getattr(row, name) for name in MATTER_FIELDS}
        assert kept == stood
        editor._turn_to(0)
    assert stood["words"] == as_a_field_gives_it(typed["words"])


def test_a_difference_is_text_and_never_markup(qtbot, dressed):
    for text in ("<b>bold</b> & <script>", "=1+1", "a\nb", "سلام لكم", "\u202eturned"):
        shown = DifferenceText("Any", words_apart("before", text))
        qtbot.addWidget(shown)
        assert shown.toPlainText() == f"before{text}"


def test_a_comment_full_of_markup_is_read_as_it_was_written(view, desk):
    editor = view.file.section.editor
    says = "<img src=x> & “who pays?”"
    version_id = editor.open.version_id

    def sent_and_returned(writing):
        amend(writing, "plan_versions", version_id, {"sent_on": writing.today, "sent_by": "W1"})
        return_with_comment(writing, version_id, says)

    desk.do(sent_and_returned, about=AMAL)
    assert says in editor.steps._stands.text()
