"""What differs between two records of a party, field by field.

Reach for :func:`field_changes` to tell an amendment, for :func:`forms_apart` with many whose files may differ
in form. A value that only moved within its field is no change; a value that was corrected shows as one
removed and one added. Values are given as text a person can read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ..model import (
    Address,
    Country,
    FieldChange,
    Identifier,
    LinkedParty,
    Name,
    Party,
    Vessel,
)

__all__ = ["Records", "field_changes", "forms_apart", "untold", "value_text"]

Records = tuple[Party, Party]
"""What a party's record was, and what it became."""

_FIELDS = tuple(name for name in Party.model_fields if name != "party_id")


def field_changes(before: Party, after: Party) -> tuple[FieldChange, ...]:
    """Return what left and what came, for each field that differs, in the order of the record's fields.

    Empty when the two differ in nothing but the order of values that carries no meaning.
    """
    changes: list[FieldChange] = []
    for field in _FIELDS:
        old, new = getattr(before, field), getattr(after, field)
        if old == new:
            continue
        removed, added = _moved(_texts(field, old), _texts(field, new))
        if removed or added:
            changes.append(FieldChange(field=field, removed=removed, added=added))
    return tuple(changes)


def forms_apart(
    pairs: Iterable[tuple[Records, Records | None]],
) -> list[tuple[tuple[FieldChange, ...], tuple[FieldChange, ...]]]:
    """Return of each two records what differs in what both files tell, and what only their form does.

    With each two come the same without what only one of the files could tell; None where that is nothing.
    """
    found: list[tuple[tuple[FieldChange, ...], tuple[FieldChange, ...]]] = []
    for whole, bare in pairs:
        changes = field_changes(*whole)
        fields = {change.field for change in changes}
        in_both = tuple(change for change in field_changes(*bare) if change.field in fields) if bare else ()
        found.append((in_both, untold(changes, in_both)) if bare else (changes, ()))
    return found


def untold(changes: Iterable[FieldChange], told: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    """Return what *changes* say beyond *told*: records far apart differ in all that was told in between."""
    known: dict[str, tuple[Counter[str], Counter[str]]] = {}
    for one in told:
        removed, added = known.setdefault(one.field, (Counter(), Counter()))
        removed.update(one.removed)
        added.update(one.added)
    left = []
    for change in changes:
        removed, added = known.get(change.field, (Counter(), Counter()))
        gone, came = _without(change.removed, removed), _without(change.added, added)
        if gone or came:
            left.append(FieldChange(field=change.field, removed=gone, added=came))
    return tuple(left)


def _moved(old: list[str], new: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the values gone and the values come, each in its own order; repeats are counted."""
    return _without(old, Counter(new)), _without(new, Counter(old))


def _without(values: Iterable[str], others: Counter[str]) -> tuple[str, ...]:
    rest: list[str] = []
    for value in values:
        if others[value]:
            others[value] -= 1
        else:
            rest.append(value)
    return tuple(rest)


def _texts(field: str, value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, tuple):
        if field == "extra":
            return [f"{name}: {text}" for name, text in value]
        return [value_text(item) for item in value]
    return [value_text(value)]


def value_text(value: Any) -> str:
    """Return one value of a party's field as text for people."""
    match value:
        case Name():
            return _joined(value.text, _marked(value.role if value.role != "primary" else None), value.note,
                           _marked(value.script), _marked(value.language))  # fmt: skip
        case Country():
            return value.text
        case Identifier():
            return _joined(f"{value.label or value.type} {value.value}", _country(value.country),
                           value.note)  # fmt: skip
        case Address():
            return _joined(value.text, value.city, value.region, value.postal_code,
                           _country(value.country), value.note)  # fmt: skip
        case LinkedParty():
            return _joined(f"{value.relation}: {value.name}", value.party_id)
        case Vessel():
            facts = value.to_json_dict()
            return "; ".join(f"{name} {_fact(fact)}" for name, fact in facts.items())
        case _:
            return str(value)


def _country(country: Country | None) -> str | None:
    return country.text if country else None


def _fact(fact: Any) -> str:
    if isinstance(fact, dict):
        return str(fact["text"])
    if isinstance(fact, list):
        return ", ".join(_fact(item) for item in fact)
    return str(fact)


def _marked(text: str | None) -> str | None:
    return f"({text})" if text else None


def _joined(*parts: str | None) -> str:
    present = [part for part in parts if part]
    text = ""
    for part in present:
        text += part if not text else f" {part}" if part.startswith("(") else f", {part}"
    return text
