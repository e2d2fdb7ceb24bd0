"""What every test stands on: a fixed day, no display, no modal window, settings of its own."""

import os
import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long examples take to make, or how many are thrown away, is no fault in the code under test.
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]
QUIET = {"deadline": None, "suppress_health_check": SLOW}
settings.register_profile("quick", max_examples=50, **QUIET)
settings.register_profile("ci", max_examples=100, derandomize=True, print_blob=True, **QUIET)
settings.load_profile("ci" if os.environ.get("CI") else "quick")


@pytest.fixture
def today():
    """The day of every test that needs one: nothing in CareLink reads the clock by itself."""
    return date(2026, 11, 24)


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory):
    """Keep tests out of the user's own settings and data folders."""
    own = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(own / name.lower()))
        for name in ("CARELINK_PASSPHRASE", "CARELINK_USER"):
            patch.delenv(name, raising=False)
        yield own


@pytest.fixture(autouse=True)
def widgets_go():
    """What a test's widgets were deleted for later goes now: no event loop comes to do it.

    Else every change of the look restyles the widgets of all tests before, tens of thousands.
    """
    yield
    if (core := sys.modules.get("PySide6.QtCore")) and core.QCoreApplication.instance():
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def qapp_cls(own_folders):
    """pytest-qt asks for this before it makes the application: British dates, no modal window."""
    from PySide6.QtCore import QLocale, QSettings
    from PySide6.QtWidgets import QApplication

    QLocale.setDefault(QLocale("en_GB"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    with pytest.MonkeyPatch.context() as patch:
        forbid_modals(patch)
        yield QApplication


def forbid_modals(patch):
    """Make whatever would wait for an answer fail instead: no test can give one."""
    from PySide6 import QtWidgets

    waits = {
        QtWidgets.QDialog: ["exec"],
        QtWidgets.QMenu: ["exec"],
        QtWidgets.QMessageBox: ["exec", "about", "critical", "information", "question", "warning"],
        QtWidgets.QInputDialog: ["getDouble", "getInt", "getItem", "getMultiLineText", "getText"],
        QtWidgets.QFileDialog: [
            "getExistingDirectory",
            "getOpenFileName",
            "getOpenFileNames",
            "getSaveFileName",
        ],
    }
    for widget, names in waits.items():
        for name in names:
            patch.setattr(widget, name, refusal(f"{widget.__name__}.{name}"))


def refusal(name):
    """A stand-in that says which modal window a test would have hung in."""

    def refuse(*args, **options):
        raise AssertionError(f"{name} waits for a person; show the form and let it answer later")

    return refuse


@pytest.fixture(autouse=True)
def own_settings(request):
    """Give each test that has an application its own empty settings."""
    if "qapp" not in request.fixturenames:
        return
    from PySide6.QtCore import QSettings

    folder = request.getfixturevalue("tmp_path") / "settings"
    for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(form, scope, str(folder))
