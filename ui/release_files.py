"""How are the files of a release written to a folder? All of them, or none; the same each time."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelink.errors import Problem, Refused

if TYPE_CHECKING:
    from carelink.release import Release
    from ui.desk import Desk


def write_release_to(
    folder: Path, desk: "Desk", release: "Release", commentary: Mapping[str, Any]
) -> None:
    """Write every file of a release into a new or empty folder.

    Raises: Refused where the folder holds anything else, or cannot be written.
    """
    from ui.commands.printing import write_folder

    try:
        write_folder(folder, files_of(release, commentary))
    except OSError:
        says = f"The folder {folder.name} could not be written. Choose another one."
        raise Refused(Problem("out", says)) from None


def files_of(release: "Release", commentary: Mapping[str, Any]) -> dict[str, bytes]:
    """The files by their names."""
    return {
        "figures.csv": release.figures.encode(),
        "figures.meta.json": release.meta.encode(),
        "release.json": release.about.encode(),
    }
