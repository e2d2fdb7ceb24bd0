from pathlib import Path

import pytest

from carelink.errors import StoreTrouble
from db.place import check_place

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/homes {folder}/share nfs4 rw 0 0
//server/team {folder}/team\\040files cifs rw 0 0
/dev/sdb1 {folder}/share/local ext4 rw 0 0
me@host:/ {folder}/far fuse.sshfs rw 0 0
{folder}/share {folder}/mended ext4 rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS.format(folder=tmp_path))
    return table


@pytest.mark.parametrize("place", ["share/S", "share/deep/down/S", "team files/S", "far/S"])
def test_a_network_folder_is_refused(tmp_path: Path, mounts: Path, place: str) -> None:
    with pytest.raises(StoreTrouble, match="network folder"):
        check_place(tmp_path / place, mounts)


@pytest.mark.parametrize("place", ["S", "shared/S", "share/local/S", "mended/S", "team/S"])
def test_a_folder_of_this_computer_is_taken(tmp_path: Path, mounts: Path, place: str) -> None:
    check_place(tmp_path / place, mounts)


def test_a_link_to_a_network_folder_is_followed(tmp_path: Path, mounts: Path) -> None:
    (tmp_path / "here").symlink_to(tmp_path / "share")
    with pytest.raises(StoreTrouble, match="network folder"):
        check_place(tmp_path / "here" / "S", mounts)


@pytest.mark.parametrize("folder", ["OneDrive - The Council", "Dropbox", "iCloudDrive"])
def test_a_folder_copied_to_and_fro_is_refused(tmp_path: Path, mounts: Path, folder: str) -> None:
    with pytest.raises(StoreTrouble, match="copied to and fro"):
        check_place(tmp_path / folder / "cases" / "S", mounts)


def test_where_no_table_of_mounts_exists_the_name_alone_is_looked_at(tmp_path: Path) -> None:
    check_place(tmp_path / "S", tmp_path / "no table")
