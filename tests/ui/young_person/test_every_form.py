"""Every form of the file: awkward texts come back as typed; saving ends in a sentence or a fact."""

import importlib
import pkgutil
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

import ui.young_person
from carelink.facts import (
    KINDS,
    Activity,
    HealthItem,
    Home,
    Opportunity,
    Plan,
    PlanAction,
    PlanVersion,
    Promise,
    SafetyFlag,
    Statement,
    StatusOverride,
)
from carelink.health.parts import PART
from carelink.health.words import PREPARED
from carelink.words import UNPRINTABLE
from tests.awkward import AWKWARD
from tests.desks import A_FEW, AMAL, made_desk
from ui.fields import ChoiceField, DateField, TextField
from ui.number_fields import MoneyField, NumberField
from ui.young_person.fact_form import FactForm

# A text editor keeps these for itself: a mark of byte order, and what is no character at all.
_QT_KEEPS = {"\ufeff", *map(chr, range(0xFDD0, 0xFDF0))}
TEXTS = [text for text in AWKWARD.values() if not _QT_KEEPS & set(text)]
# Some of each sort are saved; every one is typed.
_SAVED = TEXTS[::29]
DAY = date(2026, 11, 2)
_ABOUT_A_FACT = {
    *("EndForm", "AnswerForm", "KeptForm", "BrokenForm", "StartedForm", "DropForm", "CopyForm"),
    *("ReturnForm", "ChangeHomeForm", "EndFlagForm", "IntervalForm", "EndStatusForm"),
}
# What those forms are made with that have no title of their own.
HOME = Home(AMAL, date(2025, 7, 1), None, "U", "1", True, "ME4 4TR", row_id="H1")
_MADE_WITH = {
    "JudgeForm": {"home": HOME},
    "HealthLineForm": {"part": PART["gp"]},
    "PassportStepForm": {"step": PREPARED},
    "LevelForm": {"subject": "maths"},
    "EducationPlanForm": {"plan": "ehcp"},
    "TriedForm": {"skill": "gp", "says": "I can register with a GP", "by": "worker"},
}
# For the forms that are about a fact which stands already.
A_FACT = {
    "plans": [Plan("P1", AMAL, date(2024, 1, 5), date(2024, 2, 1))],
    "promises": [Promise("PR1", AMAL, what="Ring the bank", made_on=DAY, due_on=DAY)],
    "statements": [Statement("ST1", AMAL, "complaint", DAY, words="Nobody rang.")],
    "plan_versions": [PlanVersion("V1", AMAL, "P1", begun_on=DAY)],
    "plan_actions": [PlanAction("PA1", AMAL, "V1", "health", "See the GP")],
    "opportunities": [Opportunity(AMAL, "job", "Kitchen hand", DAY, row_id="OP1")],
    "activities": [Activity(AMAL, DAY, None, "F2", row_id="AC1")],
    "homes": [HOME],
    "safety_flags": [SafetyFlag("SF1", AMAL, "online", set_on=DAY)],
    "status_overrides": [
        StatusOverride(AMAL, "qualifying", DAY, None, "So it was", "A letter", DAY, "W1", "SO1")
    ],
    "health_items": [HealthItem(AMAL, "gp", "recorded", "Elm Surgery", DAY, row_id="HI1")],
}


def every_form():
    for found in pkgutil.walk_packages(ui.young_person.__path__, "ui.young_person."):
        importlib.import_module(found.name)
    waiting, forms = [FactForm], []
    while waiting:
        for form in waiting.pop().__subclasses__():
            waiting.append(form)
            forms.append(form)
    return sorted(
        {
            form
            for form in forms
            if form.__module__.startswith("ui.")
            and form.kind
            and (form.title or form.__name__ in _MADE_WITH)
        },
        key=lambda form: form.__qualname__,
    )


FORMS = every_form()


@pytest.fixture(params=FORMS, ids=lambda form: form.__name__)
def form(request, tmp_path, qtbot):
    desk = made_desk(tmp_path, facts={**A_FEW, **A_FACT})
    made = request.param(desk, **_MADE_WITH.get(request.param.__name__, {}))
    qtbot.addWidget(made)
    begin(made)
    yield made
    desk.store.close()


def begin(form):
    """Start it for something new; for a form that is only ever about a fact, with that fact."""
    known = form.desk.known(AMAL)
    if type(form).__name__ not in _ABOUT_A_FACT:
        form.start(known)
        return
    key = KINDS[form.kind].key
    held = {getattr(fact, key): fact for fact in getattr(known.case, form.kind)}
    (fact,) = A_FACT[form.kind]
    form.start(known, held.get(getattr(fact, key), fact))


def texts_of(form):
    return [field for field in form.fields if isinstance(field, TextField)]


def one_line(text):
    """What an input of one line makes of a text: Qt turns each end of a line into a blank."""
    for end in ("\r\n", "\n", "\r", "\u2028", "\u2029"):
        text = text.replace(end, " ")
    return text


def test_there_are_forms():
    assert len(FORMS) > 15


def test_what_is_typed_is_what_the_form_holds(form):
    for text in TEXTS:
        for field in texts_of(form):
            field.set_value(text)
            kept = UNPRINTABLE.sub("", text).strip()
            if isinstance(field.input, QLineEdit):
                assert one_line(field.value()).split() == one_line(kept)[:32767].split(), text
            else:
                assert field.value().split() == kept.split(), text


def test_saving_ends_in_a_fact_or_in_a_sentence(form, qtbot):
    said = []
    form.said.connect(said.append)
    form.saved.connect(lambda says, undo: said.append(says))
    for text in _SAVED:
        begin(form)
        said.clear()
        for field in form.fields:
            if isinstance(field, (DateField, MoneyField, NumberField)):
                field.set_typed(text[:200])
            elif isinstance(field, ChoiceField):
                continue
            else:
                field.set_typed(text)
        form.save()
        problems = [field.problem for field in form.fields if field.problem]
        assert said or problems or form.general.text(), text


def test_every_field_is_named_and_none_reads_markup(form):
    for field in form.fields:
        assert field.asks
        assert field.focusProxy().accessibleName(), field.name
    for shown in form.findChildren(QLabel):
        assert shown.textFormat().name == "PlainText", shown.text()
