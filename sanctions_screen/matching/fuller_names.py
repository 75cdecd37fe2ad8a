"""Say when a fuller name of a party contradicts a subject that one of its shorter names fits.

Reach for :func:`contradiction`. A party listed as ORLOV, Pavel and as ORLOV, Pavel Ivanovich is not Pavel
Orlov Borisov: the shorter name alone would say that Borisov was only left out. Guarantees: it only ever
lowers a score, by what the three names say and nothing else; a name that leaves nothing over is never
contradicted.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ..model import PartyKind
from . import score as weights
from .comparison import NameScore, name_score
from .prepared import PreparedName, prepared

__all__ = ["Contradiction", "contradiction"]


class Contradiction(NamedTuple):
    """What a fuller name of a party says against a subject."""

    effect: float
    """What it adds to the score: less than 0."""
    more: tuple[str, ...]
    """What the subject's name has more than the party's shorter name."""
    fuller: str
    """The party's name that has something else there."""


def contradiction(
    mine: PreparedName, found: NameScore, matched: str, names: Iterable[str], kind: PartyKind
) -> Contradiction | None:
    """Return what the party's fuller names say against a subject's name; None when nothing.

    *found* is how the subject's name *mine* compares with the name *matched* of a party of *kind*, one of its
    *names*. Only people's names are completed by their bearers' other names.
    """
    more, less = found.left
    if kind != "person" or not more or less:
        return None
    worst: Contradiction | None = None
    for fuller in names:
        if fuller == matched or not _is_fuller(matched, fuller, kind):
            continue
        against = name_score(mine, prepared(fuller, kind))
        effect = round(weights.FULLER_NAME * (against.score - found.score), 6)
        if all(against.left) and effect < (worst.effect if worst else 0.0):
            worst = Contradiction(effect, more, fuller)
    return worst


@lru_cache(maxsize=1 << 14)
def _is_fuller(short: str, full: str, kind: PartyKind) -> bool:
    """Return whether *full* has all that *short* has, and a word more."""
    found = name_score(prepared(short, kind), prepared(full, kind))
    mine, theirs = found.left
    return found.score >= weights.NAME_FIRST and not mine and bool(theirs)
