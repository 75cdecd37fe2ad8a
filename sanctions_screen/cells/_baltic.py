"""Leave out the endings that Latvian and Lithuanian give every man's name: Sergejs Kupcovs, Igoris Sečinas.

Reach for :func:`without_baltic_endings` with a person's name, and for :func:`may_be_baltic` with a word of
one. Guarantee: a name without a sign of them stays: a Russian family's or father's ending before one, or a
Russian given name with one where all words have such, or end in a vowel.
"""

from __future__ import annotations

import re
from typing import Final

from .._late_pattern import late
from ..names.sounds.known_names import is_usual, originals

__all__ = ["ENDING", "may_be_baltic", "without_baltic_endings"]

ENDING: Final = "[bdgjklmnprtvzšžč](?:[ai]?s|us)(?![a-z])"
"""What a man's name in these languages ends in, in small letters."""
_ENDING: Final = late(r"(?<=[^\W\d_]{2}[bdgjklmnprtvzšžč])(?:[ai]?s|us)$", re.IGNORECASE)
_VOWELS: Final = frozenset("aeiouāēīūėų")
"""A name that ends in one has no other ending: Aleksandrs Lukašenko."""
_BALTIC: Final = late(r"(?<=[a-z]{2}[bdgjklmnprtvzšž])(?:a?s|us)(?![a-z])", re.IGNORECASE)
_OF_BALTS: Final = late(r"[oe]va?s(?![a-z])|vi[cč](?:iu)?s(?![a-z])", re.IGNORECASE)
_BALTIC_SON: Final = late(r"(?<=[a-z]vi)(?:čs|cs|čius|cius)(?![a-z])", re.IGNORECASE)
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")


def may_be_baltic(word: str) -> bool:
    """Return whether a word is a Russian given name with a Baltic ending, and no name as it stands: Igors."""
    low = word.strip(",").lower()
    stem = _ENDING.sub("", low)
    return stem != low and not is_usual(low) and any(map(_CYRILLIC.match, originals(stem)))


def without_baltic_endings(text: str) -> str:
    """Return a name without these endings, if it has a sign of them."""
    if _OF_BALTS.search(text):
        return _BALTIC.sub("", _BALTIC_SON.sub("č", text))
    words = text.split()
    bare = [_ENDING.sub("", word.rstrip(",")) + "," * word.endswith(",") for word in words]
    pairs = zip(bare, words, strict=True)
    every = all(one != word or word.rstrip(",")[-1:].lower() in _VOWELS for one, word in pairs)
    return " ".join(bare) if len(words) > 1 and every and any(map(may_be_baltic, words)) else text
