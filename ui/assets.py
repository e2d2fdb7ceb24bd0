"""Where are the fonts, the icons and the style sheet? Found by path in resources/."""

from functools import lru_cache
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def read_text(name: str) -> str:
    return (RESOURCES / name).read_text(encoding="utf-8")


def font_files() -> list[Path]:
    return sorted((RESOURCES / "fonts").glob("*.ttf"))


@lru_cache(maxsize=64)
def icon_svg(name: str, colour: str) -> bytes:
    """An icon's drawing in the colour asked for; the files say `currentColor`."""
    return read_text(f"icons/{name}.svg").replace("currentColor", colour).encode()
