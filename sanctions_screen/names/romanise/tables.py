"""Read the romanisers' tables: tab-separated facts whose first lines, begun with #, say where they come from.

Reach for this module from a romaniser that needs a table. Guarantee: a row with the wrong number of columns
is an error that names the file and the line, never a row left out.
"""

from __future__ import annotations

from importlib import resources

__all__ = ["read_table"]


def read_table(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """Return the rows of table *name* (a file in names/data/romanise) as tuples of *columns* strings.

    Raises ValueError, naming file and line, for a row that has another number of columns.
    """
    path = resources.files("sanctions_screen") / "names" / "data" / "romanise" / name
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        row = tuple(line.split("\t"))
        if len(row) != columns:
            raise ValueError(f"{name}, line {number}: {len(row)} columns, not {columns}")
        rows.append(row)
    return tuple(rows)
