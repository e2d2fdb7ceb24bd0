from PySide6.QtGui import QImage

from tests.desks import TODAY
from tests.stores import clock_at
from ui.screenshots import take_screenshots
from ui.young_person.sections import SECTIONS

SCREENS = {
    "my-week",
    "why",
    "people",
    "young-person",
    "brief",
    "shared-view",
    *(f"file-{name.replace('_', '-')}" for name, _ in SECTIONS[1:]),
    "record-a-contact",
    "team",
    "team-added-up",
    "team-to-agree",
    *(
        f"board-pack{pane}"
        for pane in ("", "-not-known", "-preview", "-words", "-approve", "-what-changed")
    ),
    *(f"board{pane}" for pane in ("", "-theme", "-over-time")),
    *(f"workload{pane}" for pane in ("", "-chart", "-continuity")),
    "what-if",
    *(f"ahead{pane}" for pane in ("", "-forecast", "-homes", "-save-a-visit")),
    "meetings",
    "meeting",
    "supervision",
    "duty-desk",
    "handovers",
    "no-adviser",
    "close-a-worker",
    "settings",
    "help",
    "unlock",
}


def test_every_screen_is_written_light_dark_and_at_200_per_cent(qapp, tmp_path):
    names = take_screenshots(tmp_path, clock_at(TODAY), people=12)
    looks = ("light", "dark", "light-200")
    assert set(names) == {f"{screen}-{look}.png" for screen in SCREENS for look in looks} | {
        "empty-my-week-light.png"
    }
    for name in names:
        picture = QImage(str(tmp_path / name))
        assert (picture.width(), picture.height()) == (1366, 768), name
    corner = (700, 20)
    light = QImage(str(tmp_path / "my-week-light.png")).pixelColor(*corner)
    dark = QImage(str(tmp_path / "my-week-dark.png")).pixelColor(*corner)
    assert light.lightness() > 200 > 80 > dark.lightness()
