"""Sanctions screening you can defend: transliterated names against versioned lists, with their history."""

from __future__ import annotations

from ._version import __version__

__all__ = ["__version__"]
