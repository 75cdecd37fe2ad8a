"""The Denied Persons List of the United States' Bureau of Industry and Security, as a table of texts.

Found from https://www.bis.gov/denied-persons-list, since 2026 a CSV whose name has its day
(dpl_04142026.csv); before, tab-delimited, https://www.bis.doc.gov/dpl/dpl.txt. Quirks:

- The separator is the one of the header, whatever the file is called.
- A denied person has no number: name and the day the denial took effect are the reference. Rows that share
  both are one party with several addresses.
- The list does not say who is a person and who a firm: see :mod:`.kinds` for how that is told.
- Days are month before day, except Last_Update, which is ISO. Expired denials stay for a while.
"""

from __future__ import annotations

import re

from .account import Furniture, spelt
from .base import ListBuilder, ParsedList
from .dates import day_of, month_first
from .draft import PartyDraft, country, squeezed
from .files import ListFile
from .gathering import Gathered
from .kinds import kind_by_name
from .table import Row, column_key, rows_under_header
from .text import csv_rows, decoded

FORMAT = "us-bis-dpl"
PARSER_VERSION = "1"
LIST_ID = "us-bis-dpl"
DAY_MARKS: tuple[str, ...] = ()

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_NEEDED = ("name", "effectivedate", "frcitation")
_EXTRA = {"expirationdate": "Expiration_Date", "standardorder": "Standard_Order", "action": "Action"}
_KNOWN = ("streetaddress", "city", "state", "country", "postalcode", "lastupdate", *_EXTRA)

_FURNITURE = Furniture({"name": spelt})


def recognises(file: ListFile, /) -> bool:
    """True for the header with FR_Citation and Effective_Date."""
    keys = {column_key(cell) for cell in re.split("[\t,]", file.head_text.partition("\n")[0])}
    return keys.issuperset(_NEEDED)


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    parties = Gathered(build)
    text = decoded(file)
    rows = csv_rows(file, text, "\t" if "\t" in text.partition("\n")[0] else ",")
    for row in rows_under_header(build, rows, _NEEDED, _KNOWN):
        name, listed = squeezed(row["name"]), month_first(row["effectivedate"])
        if not name or listed is None:
            build.fail(f"a row with the name {name!r} and the day {row['effectivedate']!r}", line=row.line)
        draft = parties.draft(f"{name} {listed.isoformat()}", kind_by_name(name), row.line, row.heard)
        draft.name(name)
        draft.also("kind", "not stated by the publisher; told from the name")
        draft.listed_on = listed
        _read_row(build, draft, row)
    parties.add_all()
    return build.finish()


def _read_row(build: ListBuilder, draft: PartyDraft, row: Row) -> None:
    draft.address(
        text=row["streetaddress"],
        city=row["city"],
        region=row["state"],
        postal_code=row["postalcode"],
        country=country(row["country"]),
    )
    draft.programmes.append("DPL")
    draft.legal_bases += [row["frcitation"]] if row["frcitation"] else []
    for key, label in _EXTRA.items():
        draft.also(label, row[key])
    updated = day_of(row["lastupdate"])
    if updated is not None:
        draft.amended_on.append(updated)
    elif row["lastupdate"]:
        build.unread(f"Last_Update {row['lastupdate']}", "not a day", line=row.line)
