"""Make comparable names with the compiled engine, and with the reference where only it can.

Reach for :func:`comparable_names` with a batch: the border to the engine is crossed once. What is not in
Latin letters is cleaned, folded and romanised by the reference, and read by the engine. Guarantee: the same
names as ``names.comparable_name`` gives one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..model import PartyKind
from ..names import ComparableName, Part, Reading, comparable_name, fold
from ..names.comparable import first_script, in_latin
from ..names.scripts import COMMON, LATIN
from . import _engine
from .handed import everything
from .handed_firms import firm_data

__all__ = ["comparable_names", "engine_names"]


@cache
def engine_names() -> _engine.Names:
    """Return what the engine makes names with, made on first use."""
    return _engine.Names(**{**everything(), **firm_data()})


def comparable_names(texts: Sequence[str], kind: PartyKind | None = None) -> list[ComparableName]:
    """Return each text as a comparable name of a party of *kind*."""
    rows = engine_names().comparable(texts, kind)
    return [
        _romanised(text, kind) if row is None else _name(row, kind, LATIN if row[2] else COMMON)
        for text, row in zip(texts, rows, strict=True)
    ]


def _romanised(text: str, kind: PartyKind | None) -> ComparableName:
    folded, spelled, reason = in_latin(text, kind)
    if reason:
        return ComparableName(folded, kind, (), COMMON, kind or "person", reason)
    row = engine_names().read(folded, [(fold(latin), standard) for latin, standard in spelled], kind)
    return comparable_name(text, kind) if row is None else _name(row, kind, first_script(folded))


def _name(row: _engine.NameRow, kind: PartyKind | None, script: str) -> ComparableName:
    folded, compared_as, _, reason, readings = row
    made = tuple(Reading(tuple(Part(*part) for part in parts), standard) for standard, parts in readings)
    return ComparableName(folded, kind, made, script, compared_as, reason)
