"""Is this a place where a store is safe? On this computer's own disk, and really a store."""

import sys
from pathlib import Path, PurePosixPath

from carelink.errors import NotWhole, StoreTrouble

# SQLite's locks cannot be relied on over a network and its log needs memory shared on one machine.
_NETWORK = (
    *("nfs", "cifs", "smb", "ncpfs", "afs", "afpfs", "webdav", "davfs", "ceph", "lustre"),
    *("glusterfs", "sshfs", "rclone", "gvfsd-fuse", "curlftpfs", "s3fs"),
)
# A program that copies files to and fro takes the store and its log at different moments.
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud drive", "iclouddrive")
_PLAIN = b"SQLite format 3\x00"
_REMOTE_DRIVE = 4


def check_file(path: Path) -> None:
    """Refuse what is no encrypted store, before a byte of it is touched.

    Raises: StoreTrouble when it is missing or not encrypted; NotWhole when it is empty.
    """
    if not path.is_file():
        raise StoreTrouble(f"There is no store at {path}. Check the name, or make one with init.")
    with path.open("rb") as file:
        beginning = file.read(len(_PLAIN))
    if not beginning:
        raise NotWhole(f"The store {path.name} is empty: its content is lost. Put back a backup.")
    if beginning == _PLAIN:
        raise StoreTrouble(f"{path.name} is not encrypted, so CareLink does not open it.")


def check_place(path: Path, mounts: Path = Path("/proc/self/mounts")) -> None:
    """Refuse a network share or a folder that is copied to and fro by another program.

    Linux is asked for the kind of file system, Windows for the kind of drive; on other systems only
    the folder's name is looked at.
    """
    whole = path.absolute().resolve()
    for folder in whole.parts[:-1]:
        if folder.casefold().startswith(_SYNCED):
            raise StoreTrouble(
                f'"{folder}" is copied to and fro by another program, which damages a store. '
                "Keep it in a folder of this computer alone."
            )
    if _is_remote_drive(whole) or (mounts.exists() and _is_shared(whole, mounts.read_text())):
        raise StoreTrouble(
            "This is a network folder, where a store is soon damaged. Keep it on this computer's "
            "own disk; a team shares a server instead."
        )


def _is_shared(path: Path, mounts: str) -> bool:
    """Whether the file system that the path lies on is a network's, by the table of mounts."""
    longest, kind = -1, ""
    for _, where, this_kind, *_ in (line.split(" ") for line in mounts.splitlines()):
        at = PurePosixPath(where.replace("\\040", " "))
        if path.is_relative_to(at) and len(at.parts) >= longest:
            longest, kind = len(at.parts), this_kind
    return kind.removeprefix("fuse.").startswith(_NETWORK)


def _is_remote_drive(path: Path) -> bool:
    """Whether Windows calls it a network drive; elsewhere never."""
    if sys.platform != "win32":
        return False
    import ctypes

    drive = path.drive
    return drive.startswith("\\\\") or (
        ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _REMOTE_DRIVE
    )
