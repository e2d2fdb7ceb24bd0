"""The Board's first figures: counted by published definitions, protected, and written out."""

from carelink.figures.files import write_release
from carelink.figures.lines import FigureLine
from carelink.figures.populations import MEASURES_SAID
from carelink.figures.release import Release, headline_release

__all__ = ["MEASURES_SAID", "FigureLine", "Release", "headline_release", "write_release"]
