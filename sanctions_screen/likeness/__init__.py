"""Say how alike two words of names are, and by which rule.

Reach for :func:`likeness` to compare one word with another; whole names are ``matching``'s work. There is one
rule a module, all of one shape: its name in results, the keys by which words that it may bring together are
found, and how alike two words are by it. The likeliest rule wins. Guarantees: symmetric; whole millionths,
from 0 to FULL; FULL for equal words and no others; two words meet only where they share a key of some rule,
so that an index of keys is complete; it depends on the two texts, the languages both names look to be of, the
tables and the weights alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ..model import MatchRule
from ..names.languages import Language
from ..weights import FULL, weights
from . import _cut, _known, _nicknames, _scanned, _shorthand, _slips, _spelling, _syllables

__all__ = ["DIFFERENT", "FULL", "Likeness", "likeness"]


class Likeness(NamedTuple):
    """How alike two words are, in millionths, and the rule that says so."""

    amount: int
    rule: MatchRule


DIFFERENT = Likeness(0, "spelling")
"""Two words that do not meet; by which rule means nothing."""
_SAME = Likeness(FULL, "same")
_BY_LETTERS = (_scanned, _shorthand, _slips, _spelling)


@lru_cache(maxsize=1 << 17)
def _of_words(first: str, second: str) -> Likeness:
    """Return the likeness of two words as words of any language."""
    if known := _known.alike(first, second):
        return Likeness(known, _known.RULE)
    if nickname := _nicknames.alike(first, second):
        return Likeness(nickname, _nicknames.RULE)
    if _known.families_apart(first, second) or _known.of_man_and_woman(first, second):
        return DIFFERENT
    if _known.known_apart(first, second):
        slipped = _slips.alike(first, second) if _known.may_be_mistyped(first, second) else 0
        return Likeness(slipped, _spelling.RULE) if slipped >= weights().rules.floor else DIFFERENT
    best = max(rule.alike(first, second) for rule in _BY_LETTERS)
    if best >= weights().rules.floor:
        return Likeness(best, _spelling.RULE)
    cut = _cut.alike(first, second)
    return Likeness(cut, _cut.RULE) if cut else DIFFERENT


def _of_syllables(first: str, second: str, languages: frozenset[Language]) -> Likeness:
    """Return the likeness of two words of names that are both of syllables."""
    best = Likeness(_syllables.alike(first, second, languages), _syllables.RULE)
    letters = _of_words(first, second)
    # Syllables are short and full of y and w: that they share these is no sign of vowels left out, nor is one
    # that begins another a sign of anything.
    apart = letters.rule == _cut.RULE or _shorthand.alike(first, second)
    across = 0 if apart else _syllables.at_most(letters.amount)
    return Likeness(across, letters.rule) if across > best.amount else best


@lru_cache(maxsize=1 << 18)
def likeness(first: str, second: str, languages: frozenset[Language] = frozenset()) -> Likeness:
    """Return the likeness of two words of names.

    *languages* are the languages of syllables that both names look to be in: then words that may be the same
    syllables meet, and little else.
    """
    if first == second:
        return _SAME
    if second < first:
        first, second = second, first
    found = _of_syllables(first, second, languages) if languages else _of_words(first, second)
    return found if found.amount >= weights().rules.floor else DIFFERENT
