import re

import pytest

from carelink.words import State
from ui.assets import RESOURCES, font_files, read_text
from ui.look.stylesheet import stylesheet_of
from ui.look.tokens import DARK, FAMILIES, LIGHT, contrast

SCHEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
GROUNDS = ("paper", "card", "rail", "chosen")


@pytest.mark.parametrize("colours", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(colours, ground):
    under = getattr(colours, ground)
    for name in ("ink", "quiet", "accent"):
        assert contrast(getattr(colours, name), under) >= 4.5, name
    for state, colour in colours.states.items():
        assert contrast(colour, under) >= 4.5, state


@pytest.mark.parametrize("colours", SCHEMES)
def test_words_on_the_accent_can_be_read(colours):
    assert contrast(colours.on_accent, colours.accent) >= 4.5


@pytest.mark.parametrize("colours", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_and_focus_can_be_seen(colours, ground):
    under = getattr(colours, ground)
    assert contrast(colours.accent, under) >= 3
    assert contrast(colours.edge, under) >= 3


@pytest.mark.parametrize("colours", SCHEMES)
def test_each_state_has_a_colour(colours):
    assert set(colours.states) == set(State)


@pytest.mark.parametrize("colours", SCHEMES)
def test_the_style_sheet_knows_only_the_tokens(colours):
    written = re.sub(r"/\*.*?\*/", "", read_text("carelink.qss"), flags=re.DOTALL)
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b", written), "a colour that is no token"
    assert "$" not in re.sub(r"/\*.*?\*/", "", stylesheet_of(colours), flags=re.DOTALL)


def test_contrast_is_the_known_ratio():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_fonts_are_here_with_their_licence_and_cover_the_names_we_meet(qapp):
    from PySide6.QtGui import QFontDatabase, QFontMetrics

    from ui.look.dress import load_fonts

    load_fonts(qapp)
    assert len(font_files()) == 7
    assert set(FAMILIES) <= set(QFontDatabase.families())
    assert "OPEN FONT LICENSE" in (RESOURCES / "licences" / "noto-fonts-OFL.txt").read_text()
    metrics = QFontMetrics(qapp.font())
    for letter in "Aéựłپڵێሐ▲✓◇":
        assert metrics.inFontUcs4(ord(letter)) or _in_a_fallback(letter), letter


def _in_a_fallback(letter):
    from PySide6.QtGui import QFont, QFontMetrics

    return any(QFontMetrics(QFont(family)).inFontUcs4(ord(letter)) for family in FAMILIES)


def test_an_icon_is_drawn_in_the_colour_worn(qapp):
    from ui.look.dress import icon, wear

    wear(qapp, "dark")
    dark = icon("lock").pixmap(20, 20).toImage()
    wear(qapp, "light")
    light = icon("lock").pixmap(20, 20).toImage()
    assert dark != light
    assert qapp.palette().window().color().name().upper() == LIGHT.paper
