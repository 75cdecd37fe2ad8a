"""Read the tables of facts: tab-separated files whose first lines, begun with #, say where they come from.

Reach for this module from whatever needs a file of ``names/data``: one reader, one folder. Guarantee: a row
with the wrong number of columns is an error that names the file and the line, never a row left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

__all__ = ["phrase_list", "phrase_table", "read_table", "spelling_weights", "words"]


def _lines(name: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of file *name* that hold facts, each with its number."""
    path = resources.files(__package__) / "data" / name
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def read_table(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """Return the rows of table *name* as tuples of *columns* strings.

    Raises ValueError, naming file and line, for a row that has another number of columns.
    """
    rows = []
    for number, line in _lines(name):
        row = tuple(field.strip() for field in line.split("\t"))
        if len(row) != columns:
            raise ValueError(f"{name}, line {number}: {len(row)} columns, not {columns}")
        rows.append(row)
    return tuple(rows)


@cache
def phrase_table(name: str) -> dict[tuple[str, ...], str]:
    """Return a table of phrases as (the words of a phrase) → the one form that stands for it.

    Each row is the standing form, a tab, then its spellings separated by commas; the standing form need not
    be repeated, and where it is a phrase its words may be written as one.
    """
    found: dict[tuple[str, ...], str] = {}
    for standing, spellings in read_table(name, 2):
        for spelling in (standing, standing.replace(" ", ""), *spellings.split(",")):
            if phrase := tuple(spelling.split()):
                found.setdefault(phrase, standing)
    return found


@cache
def phrase_list(name: str) -> frozenset[tuple[str, ...]]:
    """Return a list of words and phrases, separated by commas, as tuples of their words."""
    phrases = (phrase for _, line in _lines(name) for phrase in line.split(","))
    return frozenset(tuple(phrase.split()) for phrase in phrases if phrase.strip())


def words(name: str) -> Iterator[str]:
    """Yield each word of a file that is a plain list of words parted by blanks, whatever its lines."""
    for (line,) in read_table(name, 1):
        yield from line.split()


def spelling_weights(field: str) -> dict[str, float]:
    """Read ``spelling`` and ``spelling:weight`` words; a weight lies in (0, 1] and is 1 when left out."""
    found: dict[str, float] = {}
    for word in field.split():
        spelling, _, weight = word.partition(":")
        found[spelling] = float(weight) if weight else 1.0
    return found
