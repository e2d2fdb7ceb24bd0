"""How does a picture stand on a page of a PDF? As one strip, in the greys of the house."""

from carelink.papers import blocks
from carelink.papers.strips import Fill, Mark, Strip, Stroke, Words
from carelink.papers.style import ACCENT, HAIR, INK, QUIET, RULE
from carelink.papers.worded import Setting, gap, one_line, worded

_COLOURS = {
    blocks.Ink.OURS: ACCENT,
    blocks.Ink.TEXT: INK,
    blocks.Ink.QUIET: QUIET,
    blocks.Ink.RULE: HAIR,
}


def set_picture(setting: Setting, block: blocks.Picture) -> list[Strip]:
    """The picture with its caption; what it says stands in the paper's own words beside it."""
    style = setting.style
    scale = style.width / blocks.PICTURE_WIDTH
    marks = tuple(_mark(setting, shape, scale) for shape in block.shapes)
    above = worded(setting, block.caption, style.body, bold=True) if block.caption else []
    glued = [strip._replace(glued=True) for strip in above]
    return [*glued, Strip(block.height * scale, marks), gap(style.gap * 1.3)]


def _mark(
    setting: Setting, shape: blocks.Bar | blocks.Stretch | blocks.Label, scale: float
) -> Mark:
    x, down, colour = shape.x * scale, shape.down * scale, _COLOURS[shape.ink]
    if isinstance(shape, blocks.Bar):
        colour = RULE if shape.ink is blocks.Ink.QUIET else colour
        return Fill(x, down, shape.width * scale, shape.height * scale, colour)
    if isinstance(shape, blocks.Stretch):
        end = (shape.to_x * scale, shape.to_down * scale)
        return Stroke(x, down, *end, shape.thick * scale, colour)
    size = blocks.PICTURE_LETTERS * scale
    line = one_line(setting, shape.text, size, setting.style.width)
    over = {"end": 1.0, "middle": 0.5}.get(shape.anchor, 0.0) * line.width * size / 1000
    return Words(line, size, x - over, down, colour)
