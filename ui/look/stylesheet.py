"""What is the style sheet of a scheme? resources/carelink.qss with the tokens filled in."""

from string import Template

from carelink.words import State
from ui.assets import RESOURCES, read_text
from ui.look import tokens
from ui.look.tokens import Colours


def stylesheet_of(colours: Colours) -> str:
    return Template(read_text("carelink.qss")).substitute(
        _sizes(),
        paper=colours.paper,
        card=colours.card,
        rail=colours.rail,
        chosen=colours.chosen,
        ink=colours.ink,
        quiet=colours.quiet,
        edge=colours.edge,
        line=colours.line,
        accent=colours.accent,
        on_accent=colours.on_accent,
        arrow=(RESOURCES / "icons" / "arrow-down.svg").as_posix(),
        overdue=colours.states[State.OVERDUE],
    )


def _sizes() -> dict[str, int]:
    return {
        "space_4": tokens.SPACE_4,
        "space_8": tokens.SPACE_8,
        "space_12": tokens.SPACE_12,
        "space_16": tokens.SPACE_16,
        "space_24": tokens.SPACE_24,
        "type_small": tokens.TYPE_SMALL,
        "type_body": tokens.TYPE_BODY,
        "type_large": tokens.TYPE_LARGE,
        "type_title": tokens.TYPE_TITLE,
        "radius": tokens.RADIUS,
        "focus": tokens.FOCUS_WIDTH,
        "target": tokens.TARGET,
    }
