"""Say what two texts leave uncompared: what stands behind so many words or letters, or beside a window.

Reach for :func:`uncompared_lines` once two names met. Guarantees: symmetric; none where all of both was
compared, nor between texts equal once folded; where there is one, the score is less than 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ..model import PartyKind
from ..names import fold, is_compared_whole
from ..weights import weights
from .ledger import Line

__all__ = ["Held", "is_of_few_words", "uncompared_lines"]

Held = tuple[str, str | None]
"""A name, and the longer text that it is only some words of; None where it is a name by itself."""
_FEW_WORDS: Final = 4
"""So many words are in any two texts: the beginnings of two contracts, the same greeting."""


def is_of_few_words(first: Held, second: Held) -> bool:
    """Return whether two names are pieces of longer texts, and one has few words: that they agree says
    nothing."""
    pieces = first[1] is not None and second[1] is not None
    return pieces and min(len(text.split()) for text, _ in (first, second)) <= _FEW_WORDS


def uncompared_lines(first: Held, second: Held, kind: PartyKind) -> Iterator[Line]:
    """Yield the doubt that the rest of two names of *kind* is not the same, where there is a rest.

    A window of the one beside a whole name of the other leaves nothing of that uncompared. The more of their
    words are not the other's, as far as letters tell, the greater it is.
    """
    (mine, my_text), (theirs, their_text) = first, second
    pieces = my_text is not None and their_text is not None
    if not pieces and is_compared_whole(mine, kind) and is_compared_whole(theirs, kind):
        return
    a, b = (fold(my_text or mine), fold(their_text or theirs)) if pieces else (fold(mine), fold(theirs))
    if a == b:
        return
    chance = weights().chance
    doubt = chance.not_compared
    if a.isascii() and b.isascii():
        ours, others = Counter(a.split()), Counter(b.split())
        apart = (ours - others).total() + (others - ours).total()
        doubt += chance.words_not_compared * apart // (ours.total() + others.total())
    yield Line("doubt", "not-compared", (), (), doubt)
