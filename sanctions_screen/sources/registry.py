"""Which source reads a file: the one place where sources are named.

Reach for this module to read a list without knowing its format. The content decides, never the file's
name. Adding a source is one module of the shape in :mod:`.base` and one line in :data:`SOURCES`.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import SourceError, UnknownFormatError
from . import (
    au_dfat,
    ca_sema,
    ch_seco,
    eu_fsf,
    eu_fsf_2016,
    gb_fcdo,
    gb_ofsi,
    ofac_advanced,
    ofac_delimited,
    ofac_enhanced,
    ofac_fixed,
    ofac_xml,
    opensanctions,
    un_xml,
    us_bis_dpl,
    us_csl,
    user_csv,
)
from .base import ParsedList, Source
from .files import ListFile

__all__ = ["SOURCES", "read_list", "source_of"]

# Asked in this order; the user's own CSV comes last because its columns are the least particular.
SOURCES: tuple[Source, ...] = (
    ofac_delimited,
    ofac_fixed,
    ofac_xml,
    ofac_advanced,
    ofac_enhanced,
    un_xml,
    eu_fsf,
    eu_fsf_2016,
    gb_ofsi,
    gb_fcdo,
    ca_sema,
    au_dfat,
    ch_seco,
    us_csl,
    us_bis_dpl,
    opensanctions,
    user_csv,
)

_LIST_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")


def source_of(file: ListFile) -> Source:
    """Return the source that reads *file*; UnknownFormatError when none does."""
    for source in SOURCES:
        if source.recognises(file):
            return source
    start = file.head_text[:60].splitlines()[0] if file.head_text.strip() else "nothing"
    raise UnknownFormatError(
        f"{file.name}: no reader recognises this content (it begins with {start!r}); "
        f"readers: {', '.join(source.FORMAT for source in SOURCES)}"
    )


def read_list(path: str | Path, *, list_id: str | None = None) -> ParsedList:
    """Read a publisher's or a user's list; the format is told from the content, siblings are read along.

    *list_id* names the list where the user wants another id than the format's own, and must be given for a
    user's own CSV. Raises SourceError: UnknownFormatError, MalformedFileError or UnsafeFileError.
    """
    if list_id is not None and not _LIST_ID.fullmatch(list_id):
        raise SourceError(f"{list_id!r} is no list id: use lower-case letters, digits, '-', '_' and '.'")
    file = ListFile(path)
    return source_of(file).parse(file, list_id)
