"""Write a file whole or not at all.

Reach for :func:`write_whole` for small files that can be made again (an index, worked-out tables), for
:func:`whole_file` for one that is written bit by bit, and for :func:`naming` where an error is to say which
file it was. Guarantees: only its owner can write to the file; it
takes its name once all of it is on the disk; nothing is left where that fails.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

__all__ = ["naming", "whole_file", "write_whole"]


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let an OSError of what is written inside name the file, which that of a full disk does not."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path*, in place of what stood there; OSError when that fails."""
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to, which takes the place of *path* at the end; OSError when that fails."""
    # mkstemp's file is its owner's alone, and takes the name only once all of it is on the disk.
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
