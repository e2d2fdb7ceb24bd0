"""How does the desktop program start? Unlock, window, lock and back again, in one QApplication."""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.background import Background
from ui.look.dress import load_fonts, wear
from ui.messages import CrashNotice
from ui.settings import Settings
from ui.unlock.unlock_view import UnlockView

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.unlock.first_view import FirstView
    from ui.window import Window

Clock = Callable[[], datetime]

DEMO_PEOPLE = 166
DEMO_USER = "Sam Reed"
_DEMO_PASSPHRASE = "made-up people only"
_NO_DISPLAY = "There is no display here, so CareLink cannot open its window."


def run_app(store: Path, user: str, *, clock: Clock, demo: bool = False) -> int:
    """Open the desktop program on a store, or on a made-up caseload that is thrown away after.

    Returns the exit code. With no display the demo's screens are written as pictures instead.
    """
    if not _has_display():
        return _without_display(clock, demo=demo)
    settings = Settings()
    app = make_app(settings)
    notice = CrashNotice()
    notice.install()
    if not demo:
        program = Program(app, settings, store, user, clock)
        notice.troubled.connect(program.tell)
        return _run(app, program)
    import tempfile  # only the demo pays for it

    with tempfile.TemporaryDirectory(prefix="carelink-demo-") as folder:
        program = Program(app, settings, Path(folder) / "demo.db", DEMO_USER, clock)
        notice.troubled.connect(program.tell)
        program.make_up()
        return _run(app, program)


def make_app(settings: Settings) -> QApplication:
    """The QApplication in British English, with our fonts and look."""
    if settings.scale != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(settings.scale / 100))
    QLocale.setDefault(QLocale("en_GB"))
    held = QApplication.instance()
    app = held if isinstance(held, QApplication) else QApplication(["CareLink"])
    app.setApplicationName("CareLink")
    load_fonts(app)
    wear(app, settings.scheme)
    return app


class Program(QObject):
    """What is on screen now: the way in, or the window behind it."""

    def __init__(
        self, app: QApplication, settings: Settings, store: Path, user: str, clock: Clock
    ) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._store = store
        self._user = user
        self._clock = clock
        self._background = Background()
        self.unlock = UnlockView(store.name, user)
        self.unlock.asked.connect(self._on_passphrase)
        self._making_up = False
        self.first: FirstView | None = None
        self.window: Window | None = None
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    def start(self) -> None:
        """Show the way in."""
        if self._settings.window_place.size():
            self.unlock.restoreGeometry(self._settings.window_place)
        if self._store.exists() or self._making_up:
            self.unlock.show()
        else:
            self._begin()
        # Whoever types a passphrase gives us the time to get the window ready.
        QTimer.singleShot(0, self, _get_ready)

    def make_up(self) -> None:
        """Make the demo's store, then open it: nobody has to think of a passphrase for it."""
        self._making_up = True
        self.unlock.wait("Making up a caseload. None of these people is real.")
        self._background.run(self._made_up, self._on_made_up, self._on_trouble)

    def tell(self, says: str) -> None:
        """What the computer could not do, where it can be read now."""
        if self.window is not None:
            self.window.messages.say(says)
        else:
            self.unlock.say(says)

    def close(self) -> None:
        """The program ends: keep what is being typed, let go of the store."""
        if self.window is not None:
            self._let_go(self.window)
            self.window.deleteLater()
        self._background.close()

    def _begin(self) -> None:
        """No store yet: make one, its two ways in proved before the first person is entered."""
        from ui.unlock.first_view import FirstView

        self.first = FirstView(self._store.name, self._user)
        self.first.asked.connect(self._on_chosen)
        self.first.kept.connect(self._on_kept)
        self.first.show()

    def _on_chosen(self, passphrase: str) -> None:
        assert self.first is not None
        self.first.wait("Making the store…")
        self._background.run(lambda: self._made(passphrase), self.first.show_code, self._on_trouble)

    def _made(self, passphrase: str) -> str:
        from ui.opening import make_store

        return make_store(self._store, self._user, passphrase, self._clock)

    def _on_kept(self) -> None:
        first, self.first = self.first, None
        if first is not None:
            self.unlock.restoreGeometry(first.saveGeometry())
            self.unlock.show()
            self._on_passphrase(first.passphrase.value())
            first.hide()
            first.deleteLater()

    def _made_up(self) -> str:
        from db.made_up import make_demo_store

        today = self._clock().date()
        make_demo_store(
            self._store,
            DEMO_PEOPLE,
            1,
            today,
            user=self._user,
            passphrase=_DEMO_PASSPHRASE,
            clock=self._clock,
        )
        return _DEMO_PASSPHRASE

    def _on_made_up(self, passphrase: str) -> None:
        self._on_passphrase(passphrase)

    def _on_passphrase(self, passphrase: str) -> None:
        self.unlock.wait("Opening…")
        self._background.run(lambda: self._opened(passphrase), self._on_opened, self._on_trouble)

    def _opened(self, passphrase: str) -> "Desk":
        from ui.opening import open_desk

        return open_desk(self._store, self._user, passphrase, self._clock)

    def _on_trouble(self, trouble: Exception) -> None:
        from carelink.errors import Refused, RulebookError, StoreTrouble

        if isinstance(trouble, StoreTrouble | Refused | RulebookError):
            (self.first or self.unlock).say(str(trouble))
            return
        self.unlock.say("CareLink could not open this store.")
        raise trouble

    def _on_opened(self, desk: "Desk") -> None:

        self.window = _window_class()(desk, self._background, self._settings)
        self.window.lock_asked.connect(self._on_lock)
        self.window.show()
        self.unlock.hide()
        self.unlock.forget()
        self.window.reading.start()
        QTimer.singleShot(0, self.window, self.window.offer_drafts)

    def _on_lock(self) -> None:
        window, self.window = self.window, None
        if window is None:
            return
        self.unlock.restoreGeometry(window.saveGeometry())
        self.unlock.show()
        self._let_go(window)
        window.deleteLater()

    def _let_go(self, window: "Window") -> None:
        window.leave()
        window.reading.stop()
        window.hide()
        window.desk.close()

    def _on_system_scheme(self) -> None:
        if self._settings.scheme == "system":
            wear(self._app, "system")


def _get_ready() -> None:
    """Import the window and its first page, and draw the icons."""
    from ui.pages import fetch_first
    from ui.places import draw_icons

    draw_icons()
    fetch_first()
    _window_class()


def _window_class() -> "type[Window]":
    """The window, imported when it is first asked for."""
    from ui.window import Window

    return Window


def _run(app: QApplication, program: Program) -> int:
    program.start()
    code = app.exec()
    program.close()
    return code


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _without_display(clock: Clock, *, demo: bool) -> int:
    if not demo:
        sys.stderr.write(f"{_NO_DISPLAY} The command line works: carelink --help\n")
        return 1
    from ui.screenshots import take_screenshots

    folder = Path("screenshots")
    sys.stderr.write(f"{_NO_DISPLAY} Writing the screens to {folder} instead.\n")
    names = take_screenshots(folder, clock)
    sys.stderr.write(f"Wrote {len(names)} pictures.\n")
    return 0
