"""Which sections has a young person's file? Each is made when it is first chosen."""

from ui.desk import Desk
from ui.young_person.section import Section

# By name, in the order they stand in; the first is what a file opens with.
SECTIONS: tuple[tuple[str, str], ...] = (
    ("overview", "Overview"),
    ("promises", "Promises"),
)


def make_section(name: str, desk: Desk) -> Section:
    """The section of this name; raises KeyError for one there is not."""
    if name == "overview":
        from ui.young_person.overview import Overview

        return Overview(desk)
    if name == "promises":
        from ui.young_person.promises.promises_section import PromisesSection

        return PromisesSection(desk)
    raise KeyError(name)
