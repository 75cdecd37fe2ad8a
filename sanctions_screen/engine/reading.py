"""Read names with the compiled engine: parts and what they tell, in a tenth of the time that Python takes.

Reach for :func:`read_name` where ``matching`` asks for what reads names. Guarantee: the name is the one that
``matching.prepared`` gives; what only Python can read, Python reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, cast

from ..matching.prepared import MetParts, PreparedName, PreparedReading, prepared
from ..model import PartyKind
from ..names import ACRONYM, ComparableName, Part, Reading
from ..names.writing.scripts import COMMON, script_of
from . import _engine
from .handed_matching import matching_data
from .texts import given_texts

if TYPE_CHECKING:
    from ..names.languages import Language

__all__ = ["engine_matching", "given_name", "read_name"]


@cache
def engine_matching() -> _engine.Matching:
    """Return what the engine compares with, made on first use."""
    return _engine.Matching(**matching_data())


@lru_cache(maxsize=1 << 14)
def read_name(text: str, kind: PartyKind | None) -> PreparedName:
    """Return a name as written, ready to be compared as one of *kind*."""
    matching = engine_matching()
    try:
        ((folded, compared_as, _, reason, rows),) = matching.comparable(given_texts(matching, [text]), kind)
    except ValueError:
        return prepared(text, kind)
    if reason or not rows:  # why there is nothing to compare, Python says
        return prepared(text, kind)
    readings = tuple(Reading(tuple(Part(*part) for part in parts), standard) for standard, parts in rows)
    script = next((found for found in map(script_of, folded) if found != COMMON), COMMON)
    return _ReadName(ComparableName(folded, kind, readings, script, compared_as))


class _ReadName(PreparedName):
    """A name that the engine prepares, and compares with another such."""

    @cached_property
    def compiled(self) -> _engine.ReadName:
        """The same in the engine."""
        return engine_matching().prepared(given_name(self.name))

    def _met(self, number: int) -> PreparedReading:
        """Return a reading of which it is known what meets: no run of its parts is looked for any more."""
        amounts = _amounts(self.compiled.readings()[number])
        return PreparedReading.with_amounts(self.name.readings[number], *amounts, met=True)

    @cached_property
    def readings(self) -> tuple[PreparedReading, ...]:
        """The readings, prepared."""
        rows = map(_amounts, self.compiled.readings())
        pairs = zip(self.name.readings, rows, strict=True)
        return tuple(PreparedReading.with_amounts(reading, *row) for reading, row in pairs)

    def beside(
        self, other: PreparedName, parts_as: PartyKind, weighed_as: PartyKind
    ) -> Iterable[tuple[PreparedReading, PreparedReading, Sequence[MetParts] | None]]:
        """Yield the two readings that agree best, with what of them meets, where both are the engine's."""
        if not isinstance(other, _ReadName):
            return super().beside(other, parts_as, weighed_as)
        best = engine_matching().met(self.compiled, other.compiled, parts_as, weighed_as)
        if best is None:
            return ()
        mine, theirs, rows = best
        met = [MetParts((a, b), (c, d), alike, rule, tells) for a, b, c, d, alike, rule, tells in rows]
        return ((self._met(mine), other._met(theirs), met),)


def _amounts(row: _engine.ReadingRow) -> tuple[tuple[int, ...], tuple[int, ...], frozenset[Language]]:
    """Return what each part of a reading tells, and costs left over, and its languages."""
    parts, languages, _, _ = row
    told, left = tuple(told for _, _, told, _ in parts), tuple(left for _, _, _, left in parts)
    return told, left, frozenset(cast("list[Language]", languages))


def given_name(name: ComparableName) -> _engine.GivenName:
    """Return a name that is read already as the engine takes it over."""
    readings = [
        (
            reading.standard,
            reading.standard == ACRONYM,
            [(part.text, part.role, part.written) for part in reading.parts],
        )
        for reading in name.readings
    ]
    return name.folded, readings
