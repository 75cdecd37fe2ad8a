"""Write a small file whole or not at all.

Reach for :func:`write_whole` for files that can be made again: an index, worked-out tables. Guarantees: only
its owner can write to the file; it takes its name once all of it is on the disk; nothing is left where that
fails.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path*, in place of what stood there; OSError when that fails."""
    # mkstemp's file is its owner's alone, and takes the name only once all of it is on the disk.
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
