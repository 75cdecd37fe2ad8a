"""Read the tables of facts: tab-separated files whose first lines, begun with #, say where they come from.

Reach for this module from whatever needs a file of ``names/data``: one reader, one folder. Guarantee: a row
with the wrong number of columns is an error that names the file and the line, never a row left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

__all__ = ["phrase_list", "phrase_table", "read_table", "spelling_weights", "spellings", "words"]


def _lines(name: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of file *name* that hold facts, each with its number."""
    for number, line in enumerate(_text(name).splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _text(name: str) -> str:
    return (resources.files(__package__) / "data" / name).read_text(encoding="utf-8")


def read_table(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """Return the rows of table *name* as tuples of *columns* strings.

    Raises ValueError, naming file and line, for a row that has another number of columns.
    """
    # Tables have tens of thousands of rows, and are read before the first name of their script is: lines are
    # counted only where one is wrong.
    facts = [line for line in _text(name).splitlines() if line[:1] != "#" and line.strip()]
    rows = tuple([tuple(map(str.strip, line.split("\t"))) for line in facts])
    if {*map(len, rows)} <= {columns}:
        return rows
    wrong = ((number, line.count("\t") + 1) for number, line in _lines(name))
    number, found = next((number, found) for number, found in wrong if found != columns)
    raise ValueError(f"{name}, line {number}: {found} columns, not {columns}")


@cache
def spellings(name: str) -> dict[str, tuple[str, ...]]:
    """Return a table of two columns as (what is written) → its spellings, which blanks part."""
    return {written: tuple(some.split()) for written, some in read_table(name, 2)}


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
