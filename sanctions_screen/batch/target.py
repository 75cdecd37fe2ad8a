"""Where to write when a user names a file: links are followed, and only regular files are ever replaced.

Reach for :func:`written_file` before a file is made under another name and renamed to its own. A rename puts
a file in the place of whatever bears the name, be it a link or a device; here that is found out first.
Nothing is opened.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ..errors import BatchError

__all__ = ["check_working_file", "written_file"]

_OF_THE_SYSTEM = ("dev", "proc", "sys")
"""Folders of Unix whose names are the system's own, such as /dev/stdout; only /dev/shm holds users' files."""
_MOST_LINKS = 40
"""Links in a row that Linux follows."""


def written_file(path: Path) -> Path:
    """Return the file to write for *path*: itself, or what it leads to when it is a link.

    That file need not be there, and its folder is not looked at. A name that is no link is returned as it is.

    Raises BatchError for a device, a pipe or a socket, for what lies in the system's own folders or is a link
    that leads through them, and for links in a circle. A folder is left to the caller.
    """
    try:
        mode = _mode(path)
        here = Path(os.path.realpath(path.parent)) / path.name
        _check_place(path, here)
        for _ in range(_MOST_LINKS):
            if not here.is_symlink():
                break
            told = here.parent / here.readlink()
            here = Path(os.path.realpath(told.parent)) / told.name
            # Each step, not only the last: /dev/stdout leads to a regular file where a shell sent it to one.
            _check_place(path, here)
        linked = path.is_symlink()
    except OSError as error:
        raise BatchError(f"cannot write {path}: {error.strerror}") from error
    if mode is not None and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise _refused(path, here)
    return here if linked else path


def check_working_file(path: Path) -> None:
    """Raise BatchError when a link, a folder or a device has the name of a file used while writing."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise BatchError(f"cannot write {path}: {error.strerror}") from error
    if not stat.S_ISREG(mode):  # a link would have its file emptied, and a pipe would be waited for
        raise BatchError(
            f"cannot write {path}: it is there and not a regular file; remove it, or name another file"
        )


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _check_place(path: Path, here: Path) -> None:
    root, *folders = here.parts
    if root == "/" and folders[:1] and folders[0] in _OF_THE_SYSTEM and folders[:2] != ["dev", "shm"]:
        raise _refused(path, here)


def _refused(path: Path, here: Path) -> BatchError:
    it = "it is" if path == here else f"it leads to {here}, which is"
    return BatchError(
        f"cannot write {path}: {it} a device, a pipe or a place of the system's own; "
        "name a regular file, or one that is not there yet"
    )
