"""A party's record on a day nobody saw it: what was announced in between taken back, or made.

Reach for this module to turn a record of one day into that of another. A change is two records as a notice
writes them, the old and the new; what the one has and the other has not is what was changed. A notice prints
a value otherwise than the list does, so values are compared by what does not vary with printing, and those
that no notice speaks of stay exactly as the list has them. Remarks stay as they were seen.

Guarantees: a change that is made and taken back leaves the record as it was, and no value that it does not
speak of is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ..model import Address, Country, Identifier, Name, Notice, Party
from ..names.keys import name_key

__all__ = ["REMADE_FIELDS", "remade"]

Key = Callable[[Any], object]


def _country_key(country: Country) -> object:
    return country.code or name_key(country.text)


def _address_key(address: Address) -> object:
    country = address.country.text if address.country else None
    parts = (address.text, address.city, address.region, address.postal_code, country)
    return name_key(" ".join(part for part in parts if part))


def _number_key(item: Identifier) -> object:
    return item.type, "".join(char for char in item.value.casefold() if char.isalnum())


_KEYS: Mapping[str, Key] = {
    "birth_dates": lambda born: born,
    "birth_places": name_key,
    "nationalities": _country_key,
    "citizenships": _country_key,
    "addresses": _address_key,
    "identifiers": _number_key,
}

REMADE_FIELDS = ("names", *_KEYS, "programmes")
"""The fields that announced changes are taken back in."""


class _Step(NamedTuple):
    """One change to make: values that go, and values that come in their place."""

    goes: tuple[Any, ...]
    comes: tuple[Any, ...]


def remade(record: Party, notices: Sequence[Notice], *, backwards: bool) -> Party:
    """Return *record* with the changes of *notices*, given oldest first, made, or taken back newest first.

    A notice that writes both sides of its change decides every field of :data:`REMADE_FIELDS`; one that only
    says what changed, its programmes. *record* itself is returned when nothing in it changes.
    """
    fields: dict[str, tuple[Any, ...]] = {}
    for notice in reversed(notices) if backwards else notices:
        old, new = notice.party_before, notice.party
        if old is not None and new is not None:
            if backwards:
                old, new = new, old
            now = fields.get("names", record.names)
            fields["names"] = _renamed(now, old, new)
            for field, key in _KEYS.items():
                step = _difference(getattr(old, field), getattr(new, field), key)
                fields[field] = _applied(fields.get(field, getattr(record, field)), step, key)
        for change in notice.changes:
            if change.field == "programmes":
                step = _Step(change.added, change.removed) if backwards else _Step(
                    change.removed, change.added
                )  # fmt: skip
                now = fields.get("programmes", record.programmes)
                fields["programmes"] = _applied(now, step, lambda programme: programme)
    changed = {field: values for field, values in fields.items() if values != getattr(record, field)}
    return record.model_copy(update=changed) if changed else record


def _difference(old: Iterable[Any], new: Iterable[Any], key: Key) -> _Step:
    old, new = tuple(old), tuple(new)
    before, after = {key(value) for value in old}, {key(value) for value in new}
    return _Step(
        tuple(value for value in old if key(value) not in after),
        tuple(value for value in new if key(value) not in before),
    )


def _applied(values: tuple[Any, ...], step: _Step, key: Key) -> tuple[Any, ...]:
    gone = {key(value) for value in step.goes}
    kept = [value for value in values if key(value) not in gone]
    held = {key(value) for value in kept}
    return (*kept, *(value for value in step.comes if key(value) not in held))


def _name_key(name: Name) -> object:
    return name_key(name.text)


def _renamed(names: tuple[Name, ...], old: Party, new: Party) -> tuple[Name, ...]:
    """Return the names after a change; the name an entry is filed under keeps its place when corrected."""
    step = _difference(old.names, new.names, _name_key)
    filed, corrected = old.primary_name, new.primary_name
    if filed in step.goes and corrected in step.comes:
        names = tuple(
            corrected.model_copy(update={"role": name.role}) if _name_key(name) == _name_key(filed) else name
            for name in names
        )
    after = _applied(names, step, _name_key) or names
    if not any(name.role == "primary" for name in after):
        after = (after[0].model_copy(update={"role": "primary"}), *after[1:])
    return after
