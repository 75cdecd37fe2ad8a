"""Read names with the compiled engine: parts and what they tell, in a tenth of the time that Python takes.

Reach for :func:`read_name` where ``matching`` asks for what reads names. Guarantee: the name is the one that
``matching.prepared`` gives; what only Python can read, Python reads.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from ..matching.prepared import PreparedName, PreparedReading, prepared
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
    return PreparedName(ComparableName(folded, kind, readings, script, compared_as), _prepared)


def _prepared(name: ComparableName) -> tuple[PreparedReading, ...]:
    rows = engine_matching().prepared(given_name(name))
    return tuple(
        PreparedReading.with_amounts(
            reading,
            tuple(told for _, _, told, _ in parts),
            tuple(left for _, _, _, left in parts),
            frozenset(cast("list[Language]", languages)),
        )
        for reading, (parts, languages, _, _) in zip(name.readings, rows, strict=True)
    )


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
