"""Is a source opened as the files it consists of, or refused in one sentence?"""

import zipfile
from pathlib import Path

import pytest

from carelink.errors import Refused
from db.sources import open_source


def says(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        open_source(path)
    return str(refused.value)


def test_a_file_is_a_source_of_one(tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"x")

    assert open_source(tmp_path / "list.xlsx") == {"list.xlsx": b"x"}


def test_a_folder_is_its_files_and_what_cannot_hold_rows_is_named_and_not_opened(
    tmp_path: Path,
) -> None:
    (tmp_path / "people.csv").write_bytes(b"person_id\n")
    (tmp_path / "film.mp4").write_bytes(b"x" * 1000)
    (tmp_path / "old").mkdir()
    (tmp_path / "old.csv").mkdir()

    assert dict(open_source(tmp_path)) == {
        "people.csv": b"person_id\n",
        "film.mp4": b"",
        "old/": b"",
        "old.csv/": b"",
    }


def test_a_zip_is_the_files_in_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bundle.zip", "w") as archive:
        archive.writestr("bundle/people.csv", "person_id\n")

    assert open_source(tmp_path / "bundle.zip") == {"people.csv": b"person_id\n"}


def test_what_is_not_there_is_refused_by_name_alone(tmp_path: Path) -> None:
    assert says(tmp_path / "nowhere") == (
        "There is no file or folder named nowhere here; check the name."
    )


def test_a_name_that_no_disk_can_hold_is_refused(tmp_path: Path) -> None:
    assert says(tmp_path / ("x" * 5000)).endswith(" cannot be opened: check that you may read it.")


def test_a_source_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.sources.LARGEST", 10)
    (tmp_path / "a.csv").write_bytes(b"123456")
    (tmp_path / "b.csv").write_bytes(b"123456")

    assert says(tmp_path) == f"{tmp_path.name} is too large: a source may hold 0 MiB in all."
    (tmp_path / "c.csv").write_bytes(b"12345678901")
    assert says(tmp_path / "c.csv").startswith("c.csv is too large")


def test_a_file_that_goes_meanwhile_is_refused_when_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    files = open_source(tmp_path)
    (tmp_path / "a.csv").unlink()

    with pytest.raises(Refused, match=r"a\.csv cannot be opened"):
        files["a.csv"]


def test_a_folder_of_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.sources.MOST_FILES", 1)
    (tmp_path / "a.csv").touch()
    (tmp_path / "b.csv").touch()

    assert "holds over 1 files" in says(tmp_path)
