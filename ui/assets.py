"""Where are the fonts, the icons and the style sheet? Found by path in resources/."""

from functools import lru_cache
from pathlib import Path

from carelink.papers.blocks import Fonts

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def read_text(name: str) -> str:
    return (RESOURCES / name).read_text(encoding="utf-8")


def font_files() -> list[Path]:
    return sorted((RESOURCES / "fonts").glob("*.ttf"))


@lru_cache(maxsize=1)
def paper_fonts() -> Fonts:
    """The fonts that papers are printed with, read when the first paper is asked for."""
    regular = [path.read_bytes() for path in font_files() if path.stem.endswith("-Regular")]
    bold = [path.read_bytes() for path in font_files() if path.stem.endswith("-Bold")]
    return Fonts(tuple(regular), tuple(bold))


@lru_cache(maxsize=64)
def icon_svg(name: str, colour: str) -> bytes:
    """An icon's drawing in the colour asked for; the files say `currentColor`."""
    return read_text(f"icons/{name}.svg").replace("currentColor", colour).encode()
