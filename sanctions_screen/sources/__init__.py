"""Publishers' list files in, parties out: one module a format, a registry that tells them apart."""

from __future__ import annotations

from .base import ListBuilder, ParsedList, Source, UnreadPassage
from .files import ListFile
from .registry import SOURCES, read_list, source_of

__all__ = [
    "SOURCES",
    "ListBuilder",
    "ListFile",
    "ParsedList",
    "Source",
    "UnreadPassage",
    "read_list",
    "source_of",
]
