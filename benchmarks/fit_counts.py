"""Count, for pairs of names, what the weights are multiplied by, so that many weights are tried in a second.

A row is one way to read two names: what their lines amount to when every weight of a kind is 1. The readings
are aligned by the weights as they are, which the fit leaves alone; what it moves is what the lines cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sanctions_screen import Party, ScreeningSettings, Subject
from sanctions_screen.matching._lines import NameLines, name_lines
from sanctions_screen.matching.comparison import is_comparable, order_of
from sanctions_screen.matching.party import is_fuller
from sanctions_screen.matching.prepared import PreparedName, PreparedReading, prepared
from sanctions_screen.matching.sides import Asked, listed
from sanctions_screen.model import PartyKind
from sanctions_screen.weights import FULL, Kind, weights

__all__ = ["AGAINST", "COLUMNS", "DOUBTS", "Rows", "count_names", "count_parties"]

AGAINST: Final = ("unlike", "conflict", "conflict_syllables", "missing", "missing_syllables")
"""What is weighed against what speaks for."""
DOUBTS: Final = (
    "contradiction", "other_number", "only_generic", "both_named", "all_generic", "one_word", "one_brand",
    "other_trade",
)  # fmt: skip
"""What is doubted whatever speaks for."""
COLUMNS: Final = (
    "for", *AGAINST, *DOUBTS, "few_readings", "many_readings", "acronym", "fuller_name",
)  # fmt: skip
_GENERIC: Final = {FULL: "only_generic", 10 * FULL: "all_generic", 100 * FULL: "both_named"}
_UNIT: Final = {
    **dict.fromkeys((*AGAINST, *DOUBTS, "fuller_name"), FULL),
    **{name: amount for amount, name in _GENERIC.items()},
}
"""Every weight 1; one line tells three of them, which only its amount tells apart; a fifth stands."""


@dataclass(frozen=True)
class Rows:
    """Counts of many readings: whose they are, by which kind they are weighed, and of which party."""

    owners: NDArray[np.int64]
    counts: NDArray[np.float64]
    kinds: NDArray[np.str_]
    parties: NDArray[np.str_]

    @classmethod
    def of(cls, rows: Iterable[tuple[int, list[int], str, str]]) -> Rows:
        """Gather rows of owner, counts in millionths, kind and party."""
        owners, counts, kinds, parties = zip(*rows, strict=True)
        return cls(np.array(owners), np.array(counts) / FULL, np.array(kinds), np.array(parties))


def _unit(kind: PartyKind) -> Kind:
    return weights().kind(kind).model_copy(update=_UNIT)


def _readings(first: PreparedName, second: PreparedName) -> Iterable[tuple[list[int], NameLines]]:
    kinds = {first.name.compared_as, second.name.compared_as}
    parts_as: PartyKind = kinds.pop() if len(kinds) == 1 else "organisation"
    equal = first.name.folded == second.name.folded
    choices = 1 if equal else max(first.choices, second.choices)
    for mine in first.readings:
        for theirs in second.readings:
            if is_comparable(mine, theirs, parts_as):
                swapped = order_of(theirs) < order_of(mine)
                found = name_lines(mine, theirs, parts_as, _unit(parts_as), swapped=swapped)
                if found.lines and found.lines[0].side == "for":
                    yield _counted(found, mine, theirs, choices), found


def _counted(found: NameLines, mine: PreparedReading, theirs: PreparedReading, choices: int) -> list[int]:
    counts = dict.fromkeys(COLUMNS, 0)
    behind = "_syllables" if mine.languages & theirs.languages else ""
    for line in found.lines:
        if line.side == "for":
            counts["for"] += line.amount
        elif line.rule == "unlike":
            counts["unlike"] += line.amount
        elif line.rule == "missing":
            counts[f"missing{behind}"] += line.amount
        elif line.rule in ("conflict", "order"):
            counts[f"conflict{behind}" if line.side == "against" else "contradiction"] += line.amount
        elif line.rule == "only-generic":
            whole = next(amount for amount in _GENERIC if line.amount <= amount)
            counts[_GENERIC[whole]] = line.amount * FULL // whole
        elif line.rule in ("other-number", "one-word", "one-brand", "other-trade"):
            counts[line.rule.replace("-", "_")] += line.amount
        elif line.rule == "acronym":
            counts["acronym"] = line.amount
    if choices > 1:
        counts["few_readings" if choices < weights().chance.many else "many_readings"] = FULL
    return list(counts.values())


def count_names(
    number: int, first: str, second: str, kind: PartyKind
) -> list[tuple[int, list[int], str, str]]:
    """Count two names, pair *number*, compared by ``compare_names``."""
    a, b = prepared(first, kind), prepared(second, kind)
    return [(number, counts, kind, "") for counts, _ in _readings(a, b)]


def count_parties(
    number: int, subject: Subject, parties: Sequence[Party]
) -> list[tuple[int, list[int], str, str]]:
    """Count a subject's name, query *number*, beside every name of *parties*."""
    ready = Asked(subject)
    rows: list[tuple[int, list[int], str, str]] = []
    for one in (listed(party, ScreeningSettings()) for party in parties):
        mine = ready.names(one.party.kind)[0]
        names = [name.prepared for name in one.names]
        for name in names:
            for counts, found in _readings(mine.prepared, name):
                if one.party.kind == "person" and found.left[0] and not found.left[1]:
                    counts[-1] = _fuller(mine.prepared, name, names)
                rows.append((number, counts, mine.weighed_as, one.party.party_id))
    return rows


def _fuller(mine: PreparedName, name: PreparedName, names: Sequence[PreparedName]) -> int:
    """Return the most that is left over on both sides of one of the party's fuller names."""
    fuller = (other for other in names if other is not name and is_fuller(name, other))
    left = (found.lesser_left for other in fuller for _, found in _readings(mine, other) if all(found.left))
    return max(left, default=0)
