"""How does every screen look? Pictures of them on a made-up caseload, made without a display."""

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ui.app import DEMO_PEOPLE, DEMO_USER, make_app
from ui.background import Background
from ui.desk import Desk
from ui.look.dress import wear
from ui.opening import open_desk
from ui.settings import Settings
from ui.unlock.unlock_view import UnlockView
from ui.window import Window
from ui.young_person.sections import SECTIONS

Clock = Callable[[], datetime]

_PASSPHRASE = "made-up people only"
# What a laptop of 1366 by 768 shows, at 100 % and with everything twice as large.
_SIZE = QSize(1366, 768)
_LOOKED_AT = 25
_LOOKS = (("light", "light", 1), ("dark", "dark", 1), ("light-200", "light", 2))


def take_screenshots(out: Path, clock: Clock, people: int = DEMO_PEOPLE) -> list[str]:
    """Write every screen as PNG into the folder, light, dark and at 200 %; returns the names."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out.mkdir(parents=True, exist_ok=True)
    before = qInstallMessageHandler(_keep_quiet)
    try:
        with tempfile.TemporaryDirectory(prefix="carelink-pictures-") as folder:
            return _take_all(out, Path(folder), clock, people)
    finally:
        qInstallMessageHandler(before)


def _take_all(out: Path, folder: Path, clock: Clock, people: int) -> list[str]:
    settings = Settings(str(folder / "settings.ini"))
    app = make_app(settings)
    names: list[str] = []
    for store, prefix, many in (("roll.db", "", people), ("empty.db", "empty-", 0)):
        desk = _desk(folder / store, many, clock)
        for look, scheme, scale in _LOOKS if many else _LOOKS[:1]:
            wear(app, scheme)
            for screen, widget in _screens(app, desk, settings, scale, everything=bool(many)):
                name = f"{prefix}{screen}-{look}.png"
                _picture(widget, scale).save(str(out / name))
                names.append(name)
        desk.close()
    return names


def _desk(path: Path, people: int, clock: Clock) -> Desk:
    from db.made_up import make_demo_store

    day = clock().date()
    make_demo_store(path, people, 1, day, user=DEMO_USER, passphrase=_PASSPHRASE, clock=clock)
    desk = open_desk(path, DEMO_USER, _PASSPHRASE, clock)
    desk.read_all()
    return desk


def _screens(
    app: QApplication, desk: Desk, settings: Settings, scale: int, *, everything: bool
) -> Iterator[tuple[str, QWidget]]:
    background = Background()
    window = Window(desk, background, settings)
    window.resize(_SIZE / scale)
    window.show()
    _settle(app)
    yield "my-week", window
    if everything:
        yield from _of_a_person(app, window)
        yield from _of_the_team(app, window)
        yield from _of_the_desk(app, window)
        window.go_to("settings")
        _settle(app)
        yield "settings", window
        window.show_help()
        _settle(app)
        yield "help", window
        unlock = UnlockView("carelink.db", DEMO_USER)
        unlock.resize(_SIZE / scale)
        unlock.show()
        _settle(app)
        yield "unlock", unlock
        unlock.deleteLater()
    window.hide()
    background.close()
    window.deleteLater()
    # Gone now and not some time later: to dress the next window would dress this one too.
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _settle(app)


def _of_a_person(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    week = window.page("my_week")
    person_id = week.person_in_view()
    week.explain()
    _settle(app)
    yield "why", window
    week.step_back()
    window.go_to("people")
    _settle(app)
    yield "people", window
    person_id = _with_the_fullest_file(window.desk)
    window.open_person(person_id)
    _settle(app)
    yield "young-person", window
    yield from _of_the_file(app, window)
    window.show_brief()
    _settle(app)
    yield "brief", window
    window.share(person_id)
    _settle(app)
    yield "shared-view", window
    window.end_sharing()
    window.record_contact(person_id)
    _settle(app)
    yield "record-a-contact", window


def _with_the_fullest_file(desk: Desk) -> str:
    """Of the first few people, the one of whom most is known: their file shows the most."""

    def known_of(person_id: str) -> int:
        case = desk.case(person_id)
        return len(case.plan_actions) + len(case.health_items) + len(case.spending)

    return max([person.person_id for person in desk.people()[:_LOOKED_AT]], key=known_of)


def _of_the_file(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    """Every section of the file that is open, after the one that it opens with."""
    from ui.young_person.young_person_view import YoungPersonView

    view = window.page("young_person")
    assert isinstance(view, YoungPersonView)
    for name, _ in SECTIONS[1:]:
        view.show_section(name)
        _settle(app)
        yield f"file-{name.replace('_', '-')}", window


def _of_the_team(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    from ui.team.team_view import TeamView

    team = window.page("team")
    window.go_to("team")
    assert isinstance(team, TeamView)
    _settle(app)
    yield "team", window
    team.show_pane("duties")
    _settle(app)
    yield "team-added-up", window
    team.show_pane("to_agree")
    _settle(app)
    yield "team-to-agree", window
    yield from _of_the_pack(app, window)
    yield from _of_the_board(app, window)
    yield from _of_the_workload(app, window)
    yield from _of_what_is_to_come(app, window)
    yield from _of_the_meetings(app, window)


def _of_the_pack(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    from ui.release.pack_view import PackView

    page = window.page("board_pack")
    window.go_to("board_pack")
    assert isinstance(page, PackView)
    page.cut_off.freeze()
    _until(app, lambda: page.cut_off.at_rest)
    yield "board-pack", window
    for name, pane in (
        ("board-pack-not-known", page.quality),
        ("board-pack-preview", page.preview),
        ("board-pack-words", page.words),
        ("board-pack-approve", page.export),
    ):
        page.show_step(pane)
        _settle(app)
        yield name, window
    changes = page.changes
    assert changes is not None
    page.show_step(changes)
    _until(app, lambda: changes.at_rest)
    yield "board-pack-what-changed", window


def _of_the_board(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    from ui.board.board_view import BoardView

    board = window.page("board")
    window.go_to("board")
    assert isinstance(board, BoardView)
    _settle(app)
    yield "board", window
    if board.release is None:
        return
    board.show_theme(board.release.said["themes"][0]["id"])
    _settle(app)
    yield "board-theme", window
    drawn: list[bool] = []
    board.trend.chart.drawn.connect(lambda: drawn.append(True))
    board.show_trend()
    _until(app, lambda: bool(drawn))
    yield "board-over-time", window


def _of_the_workload(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    from ui.workload.workload_view import WorkloadView

    page = window.page("workload")
    window.go_to("workload")
    assert isinstance(page, WorkloadView)
    _until(app, lambda: page.load.rows.rowCount() > 0)
    yield "workload", window
    drawn: list[bool] = []
    page.chart.chart.drawn.connect(lambda: drawn.append(True))
    page.show_pane(page.chart)
    _until(app, lambda: bool(drawn))
    yield "workload-chart", window
    page.show_pane(page.continuity)
    _settle(app)
    yield "workload-continuity", window
    what_if = page.what_if
    assert what_if is not None
    page.show_pane(what_if)
    what_if.ask_for_the_first()
    _until(app, lambda: what_if.form.go.isEnabled())
    yield "what-if", window


def _of_what_is_to_come(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    from ui.ahead.ahead_view import AheadView

    ahead = window.page("ahead")
    window.go_to("ahead")
    assert isinstance(ahead, AheadView)
    _until(app, lambda: ahead.panes[0].sum != "")
    for name, pane in (
        ("ahead", ahead.panes[0]),
        ("ahead-forecast", ahead.panes[1]),
        ("ahead-homes", ahead.panes[2]),
        ("ahead-save-a-visit", ahead.panes[3]),
    ):
        ahead.show_pane(pane.word)
        _until(app, lambda: ahead.pane.at_rest)
        yield name, window


def _of_the_meetings(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    from ui.meetings.meetings_view import MeetingsView

    meetings = window.page("meetings")
    window.go_to("meetings")
    assert isinstance(meetings, MeetingsView)
    _settle(app)
    yield "meetings", window
    adviser = next(line.about for line in meetings.list.lines.rows() if line.about)
    for name, kind, worker_id in (
        ("meeting", "transitions", ""),
        ("supervision", "supervision", adviser),
    ):
        meetings.open_meeting(kind, worker_id)
        _until(app, lambda: meetings.pane is not None and meetings.pane.pack is not None)
        assert meetings.pane is not None
        meetings.pane.next_person()
        _settle(app)
        yield name, window
    meetings.close_meeting()


def _of_the_desk(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    from ui.duty_desk.desk_lists import AWAY
    from ui.duty_desk.duty_desk_view import DutyDeskView
    from ui.handovers.handovers_view import HandoversView

    duty = window.page("duty_desk")
    window.go_to("duty_desk")
    assert isinstance(duty, DutyDeskView)
    duty.lists.choose(AWAY)
    duty.call.show_person(_with_the_fullest_file(window.desk))
    _settle(app)
    yield "duty-desk", window
    handovers = window.page("handovers")
    window.go_to("handovers")
    assert isinstance(handovers, HandoversView)
    _settle(app)
    yield "handovers", window
    handovers.show_nobodys()
    _settle(app)
    yield "no-adviser", window
    handovers.show_closing()
    _settle(app)
    yield "close-a-worker", window


def _picture(widget: QWidget, scale: int) -> QPixmap:
    picture = QPixmap(widget.size() * scale)
    picture.setDevicePixelRatio(scale)
    widget.render(picture)
    return picture


def _until(app: QApplication, done: Callable[[], bool]) -> None:
    while not done():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    _settle(app)


def _settle(app: QApplication) -> None:
    """Layouts within layouts come to rest only after a turn of the loop for each."""
    for _ in range(6):
        app.processEvents()


def _keep_quiet(kind: QtMsgType, context: QMessageLogContext, says: str) -> None:
    """The offscreen platform remarks on what it cannot do; nobody needs to read that."""
