from . import ofac_change_told, ofac_changes
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
    "ofac_change_told",
    "ofac_changes",
    "published_list",
    "read_list",
    "read_without",
    "source_of",
    "tells_its_day",
]
