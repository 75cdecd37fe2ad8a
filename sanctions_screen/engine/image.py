"""Keep a compiled index in one read-only file, and take it up again in milliseconds.

Reach for :func:`image_key`, :func:`write_image` and :func:`open_image`. Guarantees: a file is written whole
or not at all; only one that is whole, of this version, of the same lists, settings, weights and tables, and
that nobody else may write to, is opened; any other is an :class:`ImageError` that says why, for the caller to
make the image anew.
"""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from .._code_digest import code_digest
from .._whole_file import write_whole
from ..errors import SanctionsScreenError
from ..model import ScreeningSettings
from ..weights import weights
from . import _engine
from .compiled import engine_matching

__all__ = [
    "ImageError",
    "earlier_index",
    "engine_digest",
    "image_key",
    "image_path",
    "images_of",
    "open_image",
    "write_image",
]


class ImageError(SanctionsScreenError):
    """A file is no image that can be used here; the message says why."""


_BASIS: Final = 16
"""Bytes of a key that tell weights, code and settings; the others tell the lists."""


def image_key(list_digests: Iterable[str], settings: ScreeningSettings) -> bytes:
    """Return what an image is known by: all that its content depends on.

    *list_digests*: the content digests of the lists it is made of, in whatever order. Of the settings only
    those count that decide which names are compared.
    """
    weak = f"weak aliases {settings.include_weak_aliases}"
    basis = _digest([weights().digest, code_digest(), engine_digest(), weak])
    return basis[:_BASIS] + _digest(sorted(list_digests))[:_BASIS]


def _digest(parts: Iterable[str]) -> bytes:
    return hashlib.sha256("\n".join(parts).encode()).digest()


def image_path(store: Path, key: bytes) -> Path:
    """Return where the image of that key is kept beside a store."""
    return store.with_name(f"{store.name}.{key[:4].hex()}{key[_BASIS:][:4].hex()}.image")


def images_of(store: Path) -> list[Path]:
    """Return the images beside a store, the newest first."""
    images = store.parent.glob(f"{glob.escape(store.name)}.*.image")
    return sorted(images, key=lambda path: path.stat().st_mtime, reverse=True)


def earlier_index(store: Path, key: bytes) -> _engine.Index | None:
    """Return the newest index kept beside a store that differs from that of *key* in its lists alone."""
    for path in images_of(store):
        found = _engine.Index.key(path)
        if found and found[:_BASIS] == key[:_BASIS]:
            with suppress(ImageError):
                return open_image(path, found)
    return None


@cache
def engine_digest() -> str:
    """Return the SHA-256 of the engine itself: what it makes of names is in the image."""
    return hashlib.sha256(Path(_engine.__file__).read_bytes()).hexdigest()


def write_image(index: _engine.Index, path: Path) -> None:
    """Write an index to a file that only its owner can write to; OSError when that fails."""
    write_whole(path, index.image())


def open_image(path: Path, key: bytes) -> _engine.Index:
    """Return the index in a file; ImageError when it cannot be used."""
    try:
        return _engine.Index.open(engine_matching(), path, key)
    except ValueError as error:
        raise ImageError(str(error)) from None
