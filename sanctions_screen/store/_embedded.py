"""The lists that travel with the library, and where they are.

Reach for this module to find the folder of embedded lists: inside an installed package it is ``_lists``, in a
checkout the folder ``lists`` beside the package.
"""

from __future__ import annotations

from pathlib import Path

from ..errors import StoreError

__all__ = ["embedded_folder"]


def embedded_folder() -> Path:
    """Return the folder of the embedded lists; StoreError when the installation lacks it."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_lists", package.parent / "lists"):
        if folder.is_dir():
            return folder
    raise StoreError(f"the embedded lists are missing beside {package}; reinstall sanctions_screen")
