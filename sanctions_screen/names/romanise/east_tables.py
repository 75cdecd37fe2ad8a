"""Read the two kinds of field that the East Asian romanisers' tables add to plain rows.

Reach for this module for a table that is a list of words, or for a field that lists spellings with weights.
A table's first lines say where its facts come from; ``tables.read_table`` does the reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from .tables import read_table

__all__ = ["spelling_weights", "words"]


def words(table: str) -> Iterator[str]:
    """Yield each word of a table that is a plain list, whatever its lines."""
    for (line,) in read_table(table, 1):
        yield from line.split()


def spelling_weights(field: str) -> dict[str, float]:
    """Read ``spelling`` and ``spelling:weight`` words; a weight lies in (0, 1] and is 1 when left out."""
    found: dict[str, float] = {}
    for word in field.split():
        spelling, _, weight = word.partition(":")
        found[spelling] = float(weight) if weight else 1.0
    return found
