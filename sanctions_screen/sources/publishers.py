"""Who publishes each list, what it is called, and where it is fetched from.

Reach for this module for a list's title or address. A mirror is set by the environment variable
``SANCTIONS_SCREEN_URL_<LIST>`` (``SANCTIONS_SCREEN_URL_UN_SC``), or by ``urls`` where a function takes it;
for a list of several files it is the folder they stand in. The facts are data: ``publishers.tsv``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..errors import UnknownListError

__all__ = ["PublishedFile", "PublishedList", "fetchable_lists", "files_of", "published_list"]


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One file of a list: the name it is kept under and where it comes from."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class PublishedList:
    """A list as its publisher calls it; no files when it is no longer published."""

    list_id: str
    title: str
    publisher: str
    files: tuple[PublishedFile, ...] = ()
    parties: int = 0
    """About how many parties it is known to hold; 0 where that is not known."""
    redirects: tuple[str, ...] = ()
    """Hosts of another name that its address may lead to."""
    page: str = ""
    """Where a person finds it, of a list that has another address with each version."""


@cache
def _table() -> dict[str, PublishedList]:
    text = files(__package__).joinpath("publishers.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    table: dict[str, PublishedList] = {}
    for list_id, title, publisher, name, url, parties, redirects, page in rows[1:]:
        earlier = table[list_id].files if list_id in table else ()
        found = (*earlier, PublishedFile(name, url)) if url else earlier
        table[list_id] = PublishedList(
            list_id, title, publisher, found, int(parties or 0), tuple(redirects.split()), page
        )
    return table


def published_list(list_id: str) -> PublishedList:
    """Return what is known of a list; for a user's own, its id and empty fields."""
    return _table().get(list_id) or PublishedList(list_id, "", "")


def fetchable_lists() -> tuple[str, ...]:
    """Return the ids of the lists whose address is known, in the table's order."""
    return tuple(list_id for list_id, known in _table().items() if known.files)


def files_of(list_id: str, urls: Mapping[str, str] | None = None) -> tuple[PublishedFile, ...]:
    """Return the files of a list, from the mirror in *urls* or the environment where there is one.

    Raises UnknownListError when nothing tells where the list is published.
    """
    published = published_list(list_id).files
    mirror = (urls or {}).get(list_id) or os.environ.get(_variable(list_id))
    if mirror and len(published) <= 1:
        name = published[0].name if published else mirror.rstrip("/").rpartition("/")[2]
        return (PublishedFile(name, mirror),)
    if mirror:
        return tuple(PublishedFile(file.name, f"{mirror.rstrip('/')}/{file.name}") for file in published)
    if not published:
        raise UnknownListError(f"no address is known for the list {list_id}; {_what_to_do(list_id)}")
    return published


def _what_to_do(list_id: str) -> str:
    page = published_list(list_id).page
    if page:
        return f"each version has its own: take it from {page} and give --url {list_id}=ADDRESS"
    return f"set {_variable(list_id)} or name one of: {', '.join(fetchable_lists())}"


def _variable(list_id: str) -> str:
    return "SANCTIONS_SCREEN_URL_" + list_id.upper().replace("-", "_")
