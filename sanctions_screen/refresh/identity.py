"""Whether a file is the list it was fetched as, and about as large as that list is known to be.

Reach for this module before anything of a list is in use to compare with: at the first fetch, and whenever
another reader than yesterday's recognised the file. Guarantee: a file that another publisher's reader
recognised, or that has less than half of what the list held in the table, is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..model import Party
from ..sources import SOURCES, published_list
from ..sources.ofac import CONSOLIDATED_ID, SDN_ID, list_of

__all__ = ["identity_reasons", "size_reasons"]


def identity_reasons(
    list_id: str, format_name: str, parties: Collection[Party], current_format: str = ""
) -> Iterator[str]:
    """Yield why a file read by *format_name* is not the list *list_id*."""
    if not format_name:
        return
    publisher = published_list(list_id).publisher
    reads = _publisher_of(format_name)
    if publisher and reads != publisher:
        yield f"it is no file of {publisher}, but of {reads or 'a user'} ({format_name})"
    elif not publisher and current_format and current_format != format_name:
        yield f"it is a file of another kind ({format_name}) than the version in use ({current_format})"
    if list_id in {SDN_ID, CONSOLIDATED_ID} and format_name.startswith("ofac-") and len(parties) > _FEW:
        told = list_of(party.programmes for party in parties)
        if told != list_id:
            yield f"its programmes are those of another list, {told}"


_FEW = 20
"""Of fewer parties the programmes do not tell OFAC's two lists apart."""


def _publisher_of(format_name: str) -> str:
    """Return the publisher whose files this reader reads; "" for one that reads anybody's."""
    own = next((source.LIST_ID for source in SOURCES if format_name == source.FORMAT), "")
    return published_list(own).publisher if own else ""


def size_reasons(list_id: str, count: int) -> Iterator[str]:
    """Yield why a list's first version is too small to be the list."""
    known = published_list(list_id).parties
    if count * 2 < known:
        yield f"it holds {count:,} parties, where the list is known to hold about {known:,}"
