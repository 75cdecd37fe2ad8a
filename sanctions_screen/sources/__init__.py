"""Publishers' list files in, parties out: one module a format, a registry that tells them apart."""

from __future__ import annotations

from .base import ListBuilder, ParsedList, Source, UnreadPassage
from .completeness import newly_without, read_without
from .files import ListFile
from .publishers import PublishedList, fetchable_lists, files_of, published_list
from .registry import SOURCES, read_list, source_of, tells_its_day

__all__ = [
    "SOURCES",
    "ListBuilder",
    "ListFile",
    "ParsedList",
    "PublishedList",
    "Source",
    "UnreadPassage",
    "fetchable_lists",
    "files_of",
    "newly_without",
    "published_list",
    "read_list",
    "read_without",
    "source_of",
    "tells_its_day",
]
