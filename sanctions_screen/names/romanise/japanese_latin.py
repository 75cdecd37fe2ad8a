"""Give Latin spellings of one Japanese name one form, whatever they do with long vowels.

Reach for this module when both names are in Latin letters: *Kōjirō*, *Koujirou*, *Kohjiroh* and *Kojiro*,
*Shimpei* and *Shinpei*, *Zyunko* and *Junko* have one key each. A word that cannot be Japanese has none.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["agreement", "equivalents", "key"]

# Kunrei and older spellings into Hepburn, then what tells long vowels from short ones away.
_TO_HEPBURN = (
    (r"sy(?=[auo])", "sh"), (r"si", "shi"), (r"ty(?=[auo])|c(?=ya|yu|yo)", "ch"), (r"ti", "chi"),
    (r"(?<![sc])hu", "fu"), (r"tu", "tsu"), (r"[zdj]y(?=[auo])", "j"), (r"[zd]i", "ji"), (r"du|dzu", "zu"),
    (r"chy", "ch"), (r"shy", "sh"), (r"tch", "cch"), (r"m(?=[bpm])", "n"), (r"n'", "n"),
)  # fmt: skip
_LONG = ((r"oh(?![aiueoy])", "o"), (r"o[ou]+", "o"), (r"uh(?![aiueoy])", "u"), (r"([aiue])\1+", r"\1"))
_SYLLABLES = re.compile(
    r"(?:(?:([kstpgzbdjfr])\1|cch|ss?h|t?ch|ts|[kgsztdnhbpmyrwjfv]|[kgnhbpmr]y|sh)?[aiueo]|n(?![aiueoy]))+"
)


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str | None:
    """Return the one form of a Japanese word in Latin letters; None when it cannot be one."""
    plain = unicodedata.normalize("NFKD", word).casefold().replace("\u2019", "'").replace("-", "")
    plain = plain.replace("\u0304", "").replace("\u0302", "")
    for pattern, sound in _TO_HEPBURN:
        plain = re.sub(pattern, sound, plain)
    for pattern, sound in _LONG:
        plain = re.sub(pattern, sound, plain)
    return plain if _SYLLABLES.fullmatch(plain) else None


def equivalents(token: str) -> frozenset[str]:
    """Return the key of *token* as a set: empty when it cannot be Japanese."""
    found = key(token)
    return frozenset() if found is None else frozenset((found,))


def agreement(first: str, second: str) -> float:
    """Return 1 when two words are spellings of one Japanese word, else 0; symmetric."""
    found = key(first)
    return 1.0 if found is not None and found == key(second) else 0.0
