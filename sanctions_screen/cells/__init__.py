"""What a cell of a customer's file, or a name field of a list's record, holds: names, numbers, remarks.

Reach for :func:`read_cell` before a text is taken for one name. A clerk writes several names into one field,
numbers beside them, and what only describes them; a program before ours may have damaged the text.
Guarantees: pure and total over strings; whatever of a text is in none of the names is told; a text that is
one plain name costs a look and stays as it is.
"""

from __future__ import annotations

from .cell import Cell, read_cell

__all__ = ["Cell", "read_cell"]
