"""What differs between two records, told apart: what the party's publisher changed, and what its files did.

Two versions need not be read from files that tell the same: one of a list in another format, a set without
its file of aliases, or with a column that the publisher did not have before, differs from the next in every
party, and no party was amended. Reach for
:func:`told_changes` to have each difference with its mark, :func:`told_alike` for the fields that two
versions tell in one way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import FieldChange, Party
from .columns import new_columns, without_columns
from .differences import field_changes, untold
from .evidence import ListEvidence

__all__ = ["FIELDS", "told_alike", "told_changes"]

FIELDS: Final = frozenset(Party.model_fields) - {"party_id"}
"""All that is compared of a record."""
_BY_EVERY_FORMAT: Final = frozenset({"kind", "programmes"})
"""Fields that every format of a list tells in the same words."""
_HELD: Final = {
    "aliases": frozenset({"names"}),
    "addresses": frozenset({"addresses"}),
    "long remarks": frozenset({
        "remarks", "birth_dates", "birth_places", "nationalities", "citizenships", "gender",
        "identifiers", "linked_parties", "extra",
    }),
}  # fmt: skip
"""What stands in the files that a version may have been read without; what remarks tell is read from them."""


def told_alike(evidence: ListEvidence, one: int, other: int) -> frozenset[str]:
    """Return the fields of a record that two versions, given by their index, tell in the same way."""
    known = evidence.alike.get((one, other))
    if known is None:
        known = evidence.alike[one, other] = _alike(evidence, one, other)
    return known


def _alike(evidence: ListEvidence, one: int, other: int) -> frozenset[str]:
    first, second = evidence.versions[one], evidence.versions[other]
    if first.format != second.format:
        return _BY_EVERY_FORMAT
    columns = _new_columns(evidence, one, other)
    lacking = set(evidence.lacking[one]) ^ set(evidence.lacking[other])
    if not lacking and len(first.files) != len(second.files):
        return _BY_EVERY_FORMAT
    return FIELDS.difference(columns, *(_HELD[each] for each in lacking))


def _new_columns(evidence: ListEvidence, one: int, other: int) -> frozenset[str]:
    known = evidence.new_columns.get((one, other))
    if known is None:
        columns = (
            new_columns(evidence.filled[one], evidence.filled[other]) if evidence.filled else frozenset()
        )
        known = evidence.new_columns[one, other] = columns
    return known


def told_changes(evidence: ListEvidence, one: int, old: Party, other: int, new: Party) -> list[FieldChange]:
    """Return what differs between a party's records in two versions; what only their files tell is marked."""
    alike = told_alike(evidence, one, other)
    same_format = len(alike) > len(_BY_EVERY_FORMAT)
    changes = field_changes(old, new)
    columns = _new_columns(evidence, one, other) if same_format and changes else frozenset()
    changed = {change.field for change in changes}
    columns = frozenset(column for column in columns if column.partition(".")[0] in changed)
    in_both: tuple[FieldChange, ...] = changes
    if columns:
        old, new = without_columns(old, columns), without_columns(new, columns)
        in_both = field_changes(old, new)
    told = [part for change in in_both for part in _parted(change, old, new, alike, same_format=same_format)]
    of_form = untold(changes, in_both) if columns else ()
    return [*told, *(change.model_copy(update={"of_form": True}) for change in of_form)]


def _parted(
    change: FieldChange, old: Party, new: Party, alike: frozenset[str], *, same_format: bool
) -> Iterator[FieldChange]:
    if change.field in alike:
        yield change
        return
    if change.field != "names" or not same_format:
        yield change.model_copy(update={"of_form": True})
        return
    # Without its aliases a party still has the name it is listed by.
    names = (old.primary_name.text,), (new.primary_name.text,)
    if names[0] != names[1]:
        yield FieldChange(field="names", removed=names[0], added=names[1])
    rest = [
        tuple(value for value in values if names[0] == names[1] or value not in name)
        for values, name in zip((change.removed, change.added), names, strict=True)
    ]
    if any(rest):
        yield FieldChange(field="names", removed=rest[0], added=rest[1], of_form=True)
