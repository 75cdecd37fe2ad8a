"""Keep what is worked out from the package's own files, where Python keeps its compiled modules.

Reach for :func:`kept` for tables that take longer to work out than to read. Guarantees: what is kept is taken
up only by the very code that made it; a file that is damaged, or cannot be written, is done without.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from ._code_digest import code_digest
from ._whole_file import write_whole

__all__ = ["kept"]

T = TypeVar("T")

_FOLDER = Path(__file__).resolve().parent / "__pycache__"


def kept(name: str, make: Callable[[], T], folder: Path | None = None, *, of: str = "") -> T:
    """Return what *make* gives, worked out once for each state of the package's files, and of *of*.

    Args:
        name: What it is called, unique in the package; a file's name.
        make: Gives plain values alone (dicts, lists, tuples, sets, text, bytes, numbers), which depend on
            the package's files, on what *of* tells and on nothing else.
        folder: Where it is kept; None means where Python keeps the package's compiled modules.
        of: A digest of what it is worked out from besides.
    """
    state = hashlib.sha256(f"{code_digest()} {of}".encode()).hexdigest()
    folder = folder or _FOLDER
    path = folder / f"{name}.{state[:16]}.kept"
    with suppress(OSError, ValueError, EOFError, TypeError):
        found: T = _read(path)
        return found
    made = make()
    with suppress(OSError):
        _write(path, made)
        for older in set(folder.glob(f"{name}.*.kept")) - {path}:
            older.unlink(missing_ok=True)
    return made


def _read(path: Path) -> Any:
    content = path.read_bytes()
    size = hashlib.sha256().digest_size
    if hashlib.sha256(content[size:]).digest() != content[:size]:
        raise ValueError(f"{path} is damaged")
    return marshal.loads(content[size:])  # noqa: S302 - beside the package's modules, which are read likewise


def _write(path: Path, value: Any) -> None:
    content = marshal.dumps(value)
    path.parent.mkdir(exist_ok=True)
    write_whole(path, hashlib.sha256(content).digest() + content)
