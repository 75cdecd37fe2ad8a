"""Aliases counted within the list they were taken off.

One bearer stands on several lists under different spellings. Where two of them share no name, the entry of
the other list counts as another party: an alias that finds it first is counted as found wrongly, though it is
the bearer. Within its own list an alias has one right answer and the parties of that list to beat.
"""

from __future__ import annotations

from collections.abc import Sequence

from accuracy_lists import Alias, Answer
from accuracy_measures import share_above
from accuracy_report import Table

__all__ = ["own_list_table"]


def own_list_table(aliases: Sequence[Alias], found: Sequence[Answer], cuts: tuple[float, float]) -> Table:
    """Return what is found at *cuts*, those of all lists together, and who comes first in the own list."""
    asked = list(zip(aliases, found, strict=True))
    rows = []
    for title, left_out in (("all", None), ("without those of another name altogether", "far")):
        some = [answer for alias, answer in asked if alias.band != left_out]
        rows.append(
            (
                title,
                len(some),
                *(share_above([answer.own for answer in some], cut) for cut in cuts),
                *(share_above([answer.right for answer in some], cut) for cut in cuts),
                sum(0 < answer.own >= answer.best_of_own_list for answer in some) / len(some),
                sum(0 < answer.right >= answer.best_of_own_list for answer in some) / len(some),
                sum(answer.first for answer in some) / len(some),
            )
        )
    return Table(
        "Aliases counted within their own list",
        (
            "aliases",
            "asked",
            "own party at 1 %",
            "at 0.1 %",
            "any entry of the bearer at 1 %",
            "at 0.1 %",
            "own party first in its list",
            "an entry of the bearer above all others of that list",
            "above those of all lists",
        ),
        rows,
        "An entry of the bearer is one that shares a name with the party; one that shares none is another "
        "party's where all lists count, though it may be the bearer's. accuracy_own_list.py says more.",
    )
