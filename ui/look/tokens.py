"""Which sizes and colours may CareLink use? Everything drawn takes them from here."""

from collections.abc import Mapping
from dataclasses import dataclass

from carelink.words import State

# Space and type are in pixels at 100 %; Qt's scale factor enlarges all of it together.
SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32 = 4, 8, 12, 16, 24, 32
TYPE_SMALL, TYPE_BODY, TYPE_LARGE, TYPE_TITLE = 13, 15, 18, 24
RADIUS = 6
FOCUS_WIDTH = 2
TARGET = 32
LINE_HEIGHT = 60

# Noto, because one design covers every alphabet our young people's names are written in.
FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", "Noto Sans Symbols2")


@dataclass(frozen=True)
class Colours:
    """One scheme. Text is read on `paper`, `card`, `rail` or `chosen`; contrast is tested."""

    paper: str
    card: str
    rail: str
    chosen: str
    ink: str
    quiet: str
    edge: str
    line: str
    accent: str
    on_accent: str
    states: Mapping[State, str]


LIGHT = Colours(
    paper="#FAF8F3",
    card="#FFFFFF",
    rail="#F0ECE2",
    chosen="#E3EDF1",
    ink="#22262B",
    quiet="#555A61",
    edge="#85837B",
    line="#E2DDD1",
    accent="#1D5874",
    on_accent="#FFFFFF",
    states={
        State.NEVER: "#7A2752",
        State.OVERDUE: "#9B2C17",
        State.NO_DATE: "#3F5374",
        State.CANNOT_TELL: "#4B4A8F",
        State.DUE_SOON: "#7A5000",
        State.DECLINED: "#5C5470",
        State.ON_TRACK: "#24613A",
        State.NOT_REQUIRED: "#585C63",
    },
)

DARK = Colours(
    paper="#1D1E21",
    card="#26282C",
    rail="#17181A",
    chosen="#2A3A44",
    ink="#ECE9E2",
    quiet="#B3B4B8",
    edge="#82858C",
    line="#35383D",
    accent="#86BEDC",
    on_accent="#10222C",
    states={
        State.NEVER: "#F0A3C8",
        State.OVERDUE: "#FF9F88",
        State.NO_DATE: "#A9BFE6",
        State.CANNOT_TELL: "#BDB9F5",
        State.DUE_SOON: "#EBC06A",
        State.DECLINED: "#C6BCDD",
        State.ON_TRACK: "#8FD0A2",
        State.NOT_REQUIRED: "#B3B4B8",
    },
)


def contrast(one: str, other: str) -> float:
    """How many times lighter one colour is than the other. Source: WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
