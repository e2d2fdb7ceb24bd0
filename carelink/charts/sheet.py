"""On what is a chart drawn? A sheet of the caller's colours and fonts, given back as SVG.

The same chart is the same bytes: no date, no chance in its names. Text stays text, so that it is
sharp at any size and can be read out.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager, get_font

from carelink.charts.chart import Look

# SVG of this library has 72 dots an inch: a point is then a pixel.
_DOTS = 72
_EDGE = 6 / _DOTS
_NO_NAMES = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_SQUARE = "\u25a1"


class Sheet:
    """One drawing area with quiet edges. `text` makes any text fit to be drawn."""

    def __init__(self, look: Look, height: int) -> None:
        self.look = look
        self._families, self._covered = _fonts(look.fonts)
        with self.pen():
            self._figure = Figure(figsize=(look.width / _DOTS, height / _DOTS), dpi=_DOTS)
            self._figure.set_layout_engine("constrained", w_pad=_EDGE, h_pad=_EDGE)
            FigureCanvasSVG(self._figure)
            self.axes: Axes = self._figure.add_subplot()
        for side in ("top", "right"):
            self.axes.spines[side].set_visible(False)
        self.axes.set_axisbelow(True)

    @contextmanager
    def pen(self) -> Iterator[None]:
        """Our colours and fonts in force: what is drawn within has them, and nothing outside."""
        with matplotlib.rc_context(self._settings()):
            yield

    def say_only(self, says: str) -> None:
        """Words in place of a drawing, where there is nothing to draw."""
        self.axes.set_axis_off()
        self.axes.text(0, 1, self.text(says), verticalalignment="top", wrap=True)

    def text(self, says: str) -> str:
        """The text, with a square for a character that none of the fonts has."""
        if not self._covered:
            return says
        return "".join(
            one if ord(one) in self._covered or one.isspace() else _SQUARE for one in says
        )

    def legend(self) -> None:
        """What each mark stands for, above the drawing where it covers nothing."""
        handles, names = self.axes.get_legend_handles_labels()
        if not handles:
            return
        widest = 60 + max(len(name) for name in names) * self.look.size * 0.58
        self._figure.legend(
            handles,
            names,
            loc="outside upper left",
            ncols=max(1, min(len(names), int(self.look.width / widest))),
            frameon=False,
            handlelength=3.2,
        )

    def scale_from_nought(self, values: Sequence[float], least: float = 1) -> None:
        """A scale along the bottom from nought to a little past the greatest value."""
        self.axes.set_xlim(0, max([*values, least]) * 1.12)

    def svg(self, title: str, alt: str) -> bytes:
        """The picture, with its title and description inside for who reads the file alone."""
        out = io.BytesIO()
        with self.pen():
            self._figure.savefig(out, format="svg", metadata=_NO_NAMES)
        head, mark, rest = out.getvalue().decode().partition(' version="1.1">')
        names = f"\n <title>{escape(title)}</title>\n <desc>{escape(alt)}</desc>"
        return f'{head} role="img"{mark}{names}{rest}'.encode()

    def _settings(self) -> dict[Any, Any]:
        look = self.look
        return {
            "svg.fonttype": "none",
            "svg.hashsalt": "carelink",
            "font.family": list(self._families) or ["sans-serif"],
            "font.size": look.size,
            "legend.fontsize": look.size,
            "text.parse_math": False,
            "text.color": look.ink,
            "figure.facecolor": look.paper,
            "savefig.facecolor": look.paper,
            "axes.facecolor": look.paper,
            "axes.edgecolor": look.quiet,
            "axes.labelcolor": look.ink,
            "axes.labelsize": look.size,
            "xtick.color": look.quiet,
            "xtick.labelcolor": look.ink,
            "xtick.labelsize": look.size,
            "ytick.color": look.quiet,
            "ytick.labelcolor": look.ink,
            "ytick.labelsize": look.size,
            "hatch.linewidth": 1.0,
        }


@lru_cache(maxsize=4)
def _fonts(files: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[int]]:
    """The families of these font files, known to the library from now on, and what they cover."""
    families: list[str] = []
    covered: set[int] = set()
    for file in files:
        font = get_font(file)
        fontManager.addfont(file)
        families.append(font.family_name)
        covered.update(font.get_charmap())
    return tuple(dict.fromkeys(families)), frozenset(covered)
