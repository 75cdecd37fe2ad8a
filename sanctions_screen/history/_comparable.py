"""What differs between two records, told apart: what the party's publisher changed, and what its files did.

Two versions need not be read from files that tell the same: one of a list in another format, a set without
its file of aliases, or with a column that the publisher did not have before, differs from the next in every
party, and no party was amended. Reach for :func:`told_changes` to have each difference of some records with
its mark, :func:`changed_of_each` for all that is known to have changed of some parties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ..model import FieldChange, Party
from .columns import without_columns
from .differences import forms_apart
from .evidence import ListEvidence, Segment
from .turns import Gathered

__all__ = ["Changed", "Told", "changed_of_each", "new_columns", "told_changes"]

_FIELDS: Final = frozenset(Party.model_fields) - {"party_id"}
"""All that is compared of a record."""
_BY_EVERY_FORMAT: Final = frozenset({"kind", "programmes"})
"""Fields that every format of a list tells in the same words."""
_FEWEST: Final = 10
"""Parties that fill a column which the other version had for nobody: fewer may have been amended."""
_FEWEST_OF_FEW: Final = 3
"""The same where they are half of all parties."""
_HELD: Final = {
    "aliases": frozenset({"names"}),
    "addresses": frozenset({"addresses"}),
    "long remarks": frozenset({
        "remarks", "birth_dates", "birth_places", "nationalities", "citizenships", "gender",
        "identifiers", "linked_parties", "extra",
    }),
}  # fmt: skip
"""What stands in the files that a version may have been read without; what remarks tell is read from them."""


class Told(NamedTuple):
    """A party's records in two versions, given by their index."""

    evidence: ListEvidence
    one: int
    other: int
    records: tuple[Party, Party]


class Changed(NamedTuple):
    """Two stretches of versions with different content, and what differs that both tell in one way."""

    before: Segment
    after: Segment
    changes: tuple[FieldChange, ...]


class _Compared(NamedTuple):
    """Two stretches of versions that are compared in some fields."""

    before: Segment
    after: Segment
    fields: frozenset[str]


def changed_of_each(parties: Sequence[Gathered]) -> list[list[Changed]]:
    """Return of each of some parties the stretches of versions that differ, and in what.

    Two versions read from different files (names alone, say, and names with addresses) differ in what the
    files carry. Between them only what both tell the same way is compared; the rest with the last version
    that tells it so.
    """
    compared = [list(_compared(party)) for party in parties]
    told = iter(
        told_changes(
            [_told(party, each) for party, some in zip(parties, compared, strict=True) for each in some]
        )
    )
    return [[Changed(*each[:2], _within(next(told), each.fields)) for each in some] for some in compared]


def _told(party: Gathered, compared: _Compared) -> Told:
    before, after, _ = compared
    records = party.records[before.content.digest], party.records[after.content.digest]
    return Told(party.evidence, before.last, after.first, records)


def _within(changes: Iterable[FieldChange], fields: frozenset[str]) -> tuple[FieldChange, ...]:
    return tuple(change for change in changes if change.field in fields and not change.of_form)


def _compared(party: Gathered) -> Iterator[_Compared]:
    """Yield the stretches that are compared: neighbours, and those before them that tell more alike."""
    segments = party.known.segments
    for number, (before, after) in enumerate(pairwise(segments), start=1):
        if before.last + 1 != after.first:
            continue
        alike = _told_alike(party.evidence, before.last, after.first)
        yield _Compared(before, after, alike | {"names"})
        yield from _since_alike(party.evidence, segments[:number], after, _FIELDS - alike)


def _since_alike(
    evidence: ListEvidence, earlier: Sequence[Segment], after: Segment, fields: frozenset[str]
) -> Iterator[_Compared]:
    """Yield the last stretches before that tell some of *fields* as *after* does, no absence between."""
    following, tried = after.first, None
    for segment in reversed(earlier):
        if segment.last + 1 != following:
            return
        following = segment.first
        for index in range(segment.last, segment.first - 1, -1):
            version = evidence.versions[index]
            columns = frozenset(fields & evidence.filled[index].keys()) if evidence.filled else frozenset()
            files = version.format, len(version.files), evidence.lacking[index], columns
            alike = fields & _told_alike(evidence, index, after.first) if files != tried else None
            tried = files
            if alike:
                yield _Compared(Segment(segment.first, index, segment.content), after, alike)
                fields -= alike
            if not fields:
                return


def _told_alike(evidence: ListEvidence, one: int, other: int) -> frozenset[str]:
    """Return the fields of a record that two versions, given by their index, tell in the same way."""
    known = evidence.once.alike.get((one, other))
    if known is None:
        known = evidence.once.alike[one, other] = _alike(evidence, one, other)
    return known


def _alike(evidence: ListEvidence, one: int, other: int) -> frozenset[str]:
    first, second = evidence.versions[one], evidence.versions[other]
    if first.format != second.format:
        return _BY_EVERY_FORMAT
    columns = _new_columns(evidence, one, other)
    lacking = set(evidence.lacking[one]) ^ set(evidence.lacking[other])
    if not lacking and len(first.files) != len(second.files):
        return _BY_EVERY_FORMAT
    return _FIELDS.difference(columns, *(_HELD[each] for each in lacking))


def _new_columns(evidence: ListEvidence, one: int, other: int) -> frozenset[str]:
    known = evidence.once.new_columns.get((one, other))
    if known is None:
        columns = (
            new_columns(evidence.filled[one], evidence.filled[other]) if evidence.filled else frozenset()
        )
        known = evidence.once.new_columns[one, other] = columns
    return known


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


def told_changes(told: Sequence[Told]) -> list[list[FieldChange]]:
    """Return what differs between each two records; what only their files tell is marked."""
    columns = [_own_columns(each) for each in told]
    given = ((party, own) for each, own in zip(told, columns, strict=True) if own for party in each.records)
    bare = iter(without_columns(given))
    without = [(next(bare), next(bare)) if own else None for own in columns]
    found = forms_apart(zip((each.records for each in told), without, strict=True))
    return [
        [
            *(part for change in in_both for part in _parted(change, each, pair or each.records)),
            *(change.model_copy(update={"of_form": True}) for change in of_form),
        ]
        for each, pair, (in_both, of_form) in zip(told, without, found, strict=True)
    ]


def _own_columns(told: Told) -> frozenset[str]:
    """Return the columns of one version alone, of those fields in which the two records differ."""
    evidence, old, new = told.evidence, *told.records
    if len(_told_alike(evidence, told.one, told.other)) <= len(_BY_EVERY_FORMAT):
        return frozenset()
    columns = _new_columns(evidence, told.one, told.other)
    return frozenset(
        column for column in columns if getattr(old, field := column.partition(".")[0]) != getattr(new, field)
    )


def _parted(change: FieldChange, told: Told, records: tuple[Party, Party]) -> Iterator[FieldChange]:
    """Yield a change as it is where both files tell the field alike, else marked; of names by each name."""
    alike = _told_alike(told.evidence, told.one, told.other)
    if change.field in alike:
        yield change
        return
    if change.field != "names" or len(alike) <= len(_BY_EVERY_FORMAT):
        yield change.model_copy(update={"of_form": True})
        return
    # Without its aliases a party still has the name it is listed by.
    old, new = records
    names = (old.primary_name.text,), (new.primary_name.text,)
    if names[0] != names[1]:
        yield FieldChange(field="names", removed=names[0], added=names[1])
    rest = [
        tuple(value for value in values if names[0] == names[1] or value not in name)
        for values, name in zip((change.removed, change.added), names, strict=True)
    ]
    if any(rest):
        yield FieldChange(field="names", removed=rest[0], added=rest[1], of_form=True)
