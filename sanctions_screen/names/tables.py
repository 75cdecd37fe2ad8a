"""Read the tables of words: tab-separated facts whose first lines, begun with #, say where they come from.

Reach for this module from whatever needs a table in ``names/data``. Guarantee: a row with the wrong number
of columns is an error that names the file and the line, never a row left out.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

__all__ = ["read_table", "word_classes", "word_list"]


def read_table(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """Return the rows of table *name* (a file in names/data) as tuples of *columns* strings.

    Raises ValueError, naming file and line, for a row that has another number of columns.
    """
    path = resources.files("sanctions_screen") / "names" / "data" / name
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        row = tuple(field.strip() for field in line.split("\t"))
        if len(row) != columns:
            raise ValueError(f"{name}, line {number}: {len(row)} columns, not {columns}")
        rows.append(row)
    return tuple(rows)


@cache
def word_classes(name: str) -> dict[tuple[str, ...], str]:
    """Return a table of words as (the words of a phrase) → the one form that stands for it.

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
def word_list(name: str) -> frozenset[tuple[str, ...]]:
    """Return a list of words and phrases, separated by commas, as tuples of their words."""
    path = resources.files("sanctions_screen") / "names" / "data" / name
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return frozenset(tuple(phrase.split()) for line in lines for phrase in line.split(",") if phrase.strip())
