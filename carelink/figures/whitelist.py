"""Which tables may be published? This list and no other: one-way or two-way, none by adviser."""

from functools import lru_cache

from carelink.figures.contract import FigureTable
from carelink.figures.levels import Level
from carelink.figures.subjects.listed import SUBJECTS
from carelink.figures.themes import THEMES

__all__ = ["TABLES", "THEMES", "FigureTable", "tables_at"]

TABLES: tuple[FigureTable, ...] = tuple(table for subject in SUBJECTS for table in subject.TABLES)


@lru_cache(maxsize=len(Level))
def tables_at(level: Level) -> tuple[FigureTable, ...]:
    """The tables of a level, theme by theme in the Board's order."""
    themes = list(THEMES)
    listed = (one for one in TABLES if one.headline or level is not Level.HEADLINE)
    return tuple(sorted(listed, key=lambda table: themes.index(table.theme)))
