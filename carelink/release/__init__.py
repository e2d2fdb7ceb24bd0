"""A release for the Board: protected, attacked, and written out from what was published alone."""

from carelink.release.release import Release
from carelink.release.rows import Row, read_rows, write_rows

__all__ = ["Release", "Row", "read_rows", "write_rows"]
