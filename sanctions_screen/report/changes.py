"""What changed in one field of a party, for people: only the part of a long text that differs.

Reach for :func:`change_parts` wherever an amendment is shown. Records and JSON keep the whole texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..model import FieldChange

__all__ = ["change_parts"]

_NEIGHBOURS = 4
"""Words shown beside a difference, so that a reader knows where in the text it stands."""


def change_parts(change: FieldChange) -> tuple[list[str], list[str]]:
    """Return what left the field and what came, as short as they can be told apart.

    Remarks are one text of facts parted by semicolons, of which an amendment touches one or two.
    """
    if len(change.removed) == len(change.added) == 1:
        old, new = (_facts(values[0]) for values in (change.removed, change.added))
        gone, come = _without(old, new), _without(new, old)
        if gone and come:
            return _cut("; ".join(gone), "; ".join(come))
        if gone or come:
            return _joined(gone), _joined(come)
    return list(change.removed), list(change.added)


def _cut(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return two texts without the words that both begin or end with, but for a few of them."""
    old_words, new_words = old.split(" "), new.split(" ")
    shorter = min(len(old_words), len(new_words))
    same_first = _alike(zip(old_words, new_words, strict=False), shorter)
    same_last = _alike(zip(old_words[::-1], new_words[::-1], strict=False), shorter - same_first)
    return [_middle(old_words, same_first, same_last)], [_middle(new_words, same_first, same_last)]


def _alike(pairs: Iterable[tuple[str, str]], most: int) -> int:
    count = 0
    for one, other in pairs:
        if one != other or count == most:
            break
        count += 1
    return count


def _middle(words: list[str], same_first: int, same_last: int) -> str:
    """Return the words between, with the neighbours that tell where they stand; what is left out shows."""
    first = same_first - _NEIGHBOURS if same_first > 2 * _NEIGHBOURS else 0
    last = len(words) - (same_last - _NEIGHBOURS if same_last > 2 * _NEIGHBOURS else 0)
    return ("… " if first else "") + " ".join(words[first:last]) + (" …" if last < len(words) else "")


def _facts(text: str) -> list[str]:
    """Return the facts of a text; the full stop behind the last is none of it."""
    return [fact.strip() for fact in text.strip().removesuffix(".").split(";")]


def _without(facts: Iterable[str], others: Iterable[str]) -> list[str]:
    left = Counter(others)
    rest = []
    for fact in facts:
        if left[fact]:
            left[fact] -= 1
        else:
            rest.append(fact)
    return rest


def _joined(facts: list[str]) -> list[str]:
    return ["; ".join(facts)] if facts else []
