"""Two usual spellings of one known name: Hussein, Husayn; Aleksandr, Oleksandr."""

from __future__ import annotations

from functools import lru_cache

from ..model import MatchRule
from ..names.sounds.known_names import families, is_of_a_woman, is_usual, originals, same_original
from ..names.sounds.likeness import stem
from ..weights import weights

__all__ = ["RULE", "alike", "families_apart", "keys", "known_apart", "may_be_mistyped", "of_man_and_woman"]

RULE: MatchRule = "romanisation"


@lru_cache(maxsize=1 << 14)
def keys(word: str) -> frozenset[str]:
    """Return the originals that *word*, or what is left of an Arabic compound, usually spells."""
    return frozenset(f"o:{original}" for spelling in (word, stem(word)) for original in originals(spelling))


def alike(first: str, second: str) -> int:
    """Return the likeness of two usual spellings of one original; 0 of any others."""
    return weights().rules.known if same_original(first, second) else 0


def known_apart(first: str, second: str) -> bool:
    """Return whether both are known, as spellings of different originals: Hasan and Husain do not meet."""
    return same_original(first, second) is False


def families_apart(first: str, second: str) -> bool:
    """Return whether both are names that many bear, or of different known fathers: Hale and Hall, Hasanov and
    Huseynov."""
    mine, theirs = families(first), families(second)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def of_man_and_woman(first: str, second: str) -> bool:
    """Return whether one is a man's name and the other the woman's made of it: Farhan, Farhana."""
    return is_of_a_woman(first, second) or is_of_a_woman(second, first)


def may_be_mistyped(first: str, second: str) -> bool:
    """Return whether one of two words only sounds like a known name: Nikolah is Nikolay rather than
    Nikola."""
    return not (is_usual(first) and is_usual(second))
