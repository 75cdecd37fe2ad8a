"""Where each list is fetched from: the publisher's own address, or a mirror the user sets.

Reach for this module to learn or change an address. A mirror is set by the environment variable
``SANCTIONS_SCREEN_URL_<LIST>`` (``SANCTIONS_SCREEN_URL_UN_SC``), or by ``urls`` where a function takes it;
for a list of several files it is the folder they stand in. The addresses are data: ``publishers.tsv``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..errors import UnknownListError

__all__ = ["PublishedFile", "fetchable_lists", "files_of"]


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One file of a list: the name it is kept under and where it comes from."""

    name: str
    url: str


@cache
def _table() -> dict[str, tuple[PublishedFile, ...]]:
    text = files(__package__).joinpath("publishers.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    table: dict[str, tuple[PublishedFile, ...]] = {}
    for list_id, name, url in rows[1:]:
        table[list_id] = (*table.get(list_id, ()), PublishedFile(name, url))
    return table


def fetchable_lists() -> tuple[str, ...]:
    """Return the ids of the lists whose address is known, in the table's order."""
    return tuple(_table())


def files_of(list_id: str, urls: Mapping[str, str] | None = None) -> tuple[PublishedFile, ...]:
    """Return the files of a list, from the mirror in *urls* or the environment where there is one.

    Raises UnknownListError when nothing tells where the list is published.
    """
    published = _table().get(list_id, ())
    mirror = (urls or {}).get(list_id) or os.environ.get(_variable(list_id))
    if mirror and len(published) <= 1:
        name = published[0].name if published else mirror.rstrip("/").rpartition("/")[2]
        return (PublishedFile(name, mirror),)
    if mirror:
        return tuple(PublishedFile(file.name, f"{mirror.rstrip('/')}/{file.name}") for file in published)
    if not published:
        raise UnknownListError(
            f"no address is known for the list {list_id}; set {_variable(list_id)} or name one of: "
            + ", ".join(fetchable_lists())
        )
    return published


def _variable(list_id: str) -> str:
    return "SANCTIONS_SCREEN_URL_" + list_id.upper().replace("-", "_")
