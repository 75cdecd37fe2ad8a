"""Say which acronyms an organisation's name is likely to be shortened to.

Reach for :func:`acronyms` with the folded Latin words of a name: GLBC for Great Lakes Bank of Commerce. An
acronym fits many names: ``matching`` makes less of it than of a spelling. Guarantees: pure; at most two, each
of :data:`FEWEST_LETTERS` to :data:`MOST_LETTERS` letters; none for a name of fewer words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from ..tables import phrase_list
from ._parts import without_legal_forms

__all__ = ["FEWEST_LETTERS", "MOST_LETTERS", "acronyms"]

FEWEST_LETTERS: Final = 3
"""Every second list has some name to any two letters."""
FEWEST_WITH_COMPANY: Final = 5
"""Letters of an acronym whose last one stands for a legal form: every firm has that one; it tells nothing."""
MOST_LETTERS: Final = 8
_LONGEST_MARK: Final = 3
_SHORT_FOR_COMPANY: Final = "co"


@cache
def _small_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrase_list("acronym_small_words.txt"))


def acronyms(words: Sequence[str]) -> tuple[str, ...]:
    """Return the acronyms of a name: of its *words* without the legal form, and with it if it is a word."""
    named = without_legal_forms(words)
    # Of a legal form what is a word counts too, Company: not the letters of Ltd, or of S.A. de C.V.
    wordy = [w for w in words if w in named or len(w) > _LONGEST_MARK or w == _SHORT_FOR_COMPANY]
    with_company = FEWEST_WITH_COMPANY if wordy[-1:] != list(named[-1:]) else FEWEST_LETTERS
    fewest = {_initials(wordy): with_company} | {_initials(named): FEWEST_LETTERS}
    found = (text for text in dict.fromkeys(map(_initials, (named, wordy))) if text.isalpha())
    return tuple(text for text in found if fewest[text] <= len(text) <= MOST_LETTERS)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in _small_words())
