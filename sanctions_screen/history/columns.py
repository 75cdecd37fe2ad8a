"""Which columns of its publisher a list's records fill: a new one is a change of form, not of every party.

Reach for :func:`columns_of` to count a version's, :func:`new_columns` to have those that one of two versions
has and the other has not at all, :func:`without_columns` to compare two records by what both versions tell. A
column is a field of a record, a part of one (a name's language, an address's city), a grade of a name, or a
field of the publisher's own among ``extra``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from ..model import Party

__all__ = ["columns_of", "new_columns", "without_columns"]

_FEWEST: Final = 10
"""Parties that fill a column which the other version had for nobody: fewer may have been amended."""
_FEWEST_OF_FEW: Final = 3
"""The same where they are half of all parties."""
_ALIASES: Final = "names.alias"


def columns_of(record: Mapping[str, Any]) -> frozenset[str]:
    """Return the columns that a record, as JSON has it, fills."""
    return frozenset(_columns(record))


def _columns(record: Mapping[str, Any]) -> Iterator[str]:
    for field, value in record.items():
        yield field
        for item in value if isinstance(value, list) else [value]:
            if field == "extra":
                yield f"extra.{item[0]}"
            elif isinstance(item, dict):
                for part, told in item.items():
                    yield f"{field}.role {told}" if part == "role" else f"{field}.{part}"
                if field == "names" and "role" in item:  # the primary name has the default
                    yield _ALIASES


def new_columns(one: Mapping[str, int], other: Mapping[str, int]) -> frozenset[str]:
    """Return the columns that many parties of one version fill and none of the other, by their counts."""
    if not one or not other:
        return frozenset()  # a version of nobody has no columns to tell
    return frozenset(
        column for column in one.keys() ^ other.keys() if _are_many(one if column in one else other, column)
    )


def _are_many(counts: Mapping[str, int], column: str) -> bool:
    count = counts[column]
    return count >= _FEWEST or (count >= _FEWEST_OF_FEW and 2 * count >= counts["party_id"])


def without_columns(party: Party, columns: Collection[str]) -> Party:
    """Return a record without what it has in some columns; a grade of a name becomes the usual one."""
    record = party.to_json_dict()
    for column in sorted(columns):  # a field before its parts
        field, _, part = column.partition(".")
        if field not in record:
            continue
        if not part:
            del record[field]
        elif column == _ALIASES:
            record[field] = [name for name in record[field] if "role" not in name] or record[field][:1]
        elif field == "extra":
            record[field] = [pair for pair in record[field] if pair[0] != part]
        else:
            items = record[field] if isinstance(record[field], list) else [record[field]]
            for item in items:
                _clear(item, part)
    return Party.model_validate(record)


def _clear(item: dict[str, Any], part: str) -> None:
    if not part.startswith("role "):
        item.pop(part, None)
    elif item.get("role") == part.removeprefix("role "):
        item["role"] = "strong"
