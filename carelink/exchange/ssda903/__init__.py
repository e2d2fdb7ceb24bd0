"""What does an SSDA903 return say of the young people in it?"""

from datetime import date

from carelink.exchange.reading import Reading, Row, Source
from carelink.exchange.ssda903.care_leavers import add_care_leavers
from carelink.exchange.ssda903.children import Children
from carelink.exchange.ssda903.episodes import add_care, read_episodes
from carelink.exchange.ssda903.files import read_files


def read_ssda903(files: Source, today: date) -> Reading:
    """Every child of a return, whatever their age, with their care, homes and activities.

    Raises: Refused when a file cannot be read at all.
    """
    reading = Reading("ssda903")
    said = read_files(files, reading)
    children = Children(reading, today)
    children.read(said)
    care = read_episodes(said.episodes, children, reading, today)
    # Who they are comes first; what is known of them is complete only at the end.
    people: list[Row] = []
    reading.rows["people"] = people
    add_care(reading, children, care, today)
    add_care_leavers(said.oc3, said.episodes, children, reading, today)
    people += (Row(child.person(), child.file, child.line) for child in children.known.values())
    return reading
