"""Which columns of its publisher a list's records fill: a new one is a change of form, not of every party.

Reach for :func:`columns_of` to count a version's, :func:`without_columns` to compare two records by what both
versions tell. A column is a field of a record, a part of one (a name's language, an address's city), a grade
of a name, or a field of the publisher's own among ``extra``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from ..model import Party

__all__ = ["columns_of", "without_columns"]

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


def without_columns(records: Iterable[tuple[Party, Collection[str]]]) -> list[Party]:
    """Return records without what each has in some columns; a grade of a name becomes the usual one."""
    return [_without(party, columns) for party, columns in records]


def _without(party: Party, columns: Collection[str]) -> Party:
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
