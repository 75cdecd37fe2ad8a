"""Bring the parts of an Arabic, Persian or Urdu name in Latin letters into one form.

Reach for this module before two Latin spellings are compared word by word: ``Abd al-Rahman``, ``Abdul
Rahman``, ``Abdurrahman`` and ``Abderrahmane`` become one word each, ``Salah al-Din`` and ``Salaheddine`` too,
and the article, which is written, joined or left out at will, goes. Guarantees: total over tuples of words;
never empty unless given nothing; each resulting word is known by the positions of the words it was made from,
so that an explanation can point at what was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..sounds.known_names import is_arabic, originals

__all__ = ["ARTICLES", "JoinedPart", "canonical_word", "join_parts"]

_SERVANTS: Final = frozenset({"abd", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdu", "abdil", "abde"})
ARTICLES: Final = frozenset({"al", "el", "ul", "il", "ol"})
# The article before a sun letter takes that letter's sound: ar-Rahman, ad-Din, an-Nur, ash-Sham.
_SUN_ARTICLE: Final = re.compile(r"[aeiou](?P<sun>sh|ch|th|dh|[tdrsznl])$")
_FAITH: Final = re.compile(r"(?:[aeiou]?[ld])?[-]?d(?:i|ee|ie|y)ne?$")
_FAITHS: Final = frozenset({"din", "deen", "dine", "dien", "dyn"})
_GODS: Final = frozenset({"allah", "ullah", "ollah", "ellah", "alla", "ulla"})
_WOMEN: Final = frozenset({"alla", "ulla"})
"""These are women's names, too, behind what is no Arabic name: Ivanova Alla, Lindqvist Ulla."""
_FATHERS: Final = frozenset({"abu", "abou", "abo", "aboul", "aboel"})
_SERVANT_WORD: Final = re.compile(r"^(?:abd|hebd)(?:o|u|ou|e|a|i)(?P<rest>.{4,})$")
_FAITH_WORD: Final = re.compile(r"^(?P<stem>.{3,}?)(?:[aeou]+[ld]+|h?[aeou]d+)-?d?(?:i|ee|ie|y)ne?$")
_GOD_WORD: Final = re.compile(r"^(?P<stem>.{3,}?)(?:[aeou]l|[ou]l)+ah?$")
_ATTACHED_ARTICLE: Final = re.compile(r"^(?:al|el)-?(?P<rest>.{4,})$")
"""What is left is as long as a name told from the end of another: Elmer is no Mer, nor Almir a Mir."""
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class JoinedPart:
    """A word in the common form and the positions, in the words given, of those it was made from."""

    text: str
    positions: tuple[int, ...]


def _is_article(word: str, following: str) -> bool:
    if word in ARTICLES:
        return True
    sun = _SUN_ARTICLE.match(word)
    return bool(sun and following.startswith(sun["sun"]) and originals(following))


def _after_article(rest: str) -> str:
    """What follows ``abd`` + vowel in one word, its article taken off: lkarim, rrahman, shshakur."""
    for length in (2, 1):
        if rest[:length] and rest[:length] == rest[length : 2 * length]:
            return rest[length:]
    if rest.startswith("l") and len(rest) > _SHORTEST:
        return rest[1:]
    return rest


@lru_cache(maxsize=1 << 15)
def canonical_word(word: str) -> str:
    """Return one word (small Latin letters) in the common form: abderrahmane is ``abdulrahmane``."""
    if originals(word):
        # A known name is nobody's compound: Albert, Elias, Abdo, Abdullah.
        return word
    servant = _SERVANT_WORD.match(word)
    if servant:
        return "abdul" + _after_article(servant["rest"])
    god = _GOD_WORD.match(word)
    if god and originals(god["stem"]):
        return god["stem"] + "ullah"
    faith = _FAITH_WORD.match(word)
    if faith and originals(faith["stem"]):
        return faith["stem"] + "uddin"
    article = _ATTACHED_ARTICLE.match(word)
    if article and is_arabic(article["rest"]):
        return article["rest"]
    return word


def _take_compound(words: Sequence[str], start: int) -> tuple[str, int] | None:
    """A compound that begins at *start*: its common form and where it ends."""
    word, rest = words[start], words[start + 1 : start + 3]
    if not rest:
        return None
    skip = 1 if len(rest) > 1 and _is_article(rest[0], rest[1]) else 0
    second, end = rest[skip], start + 2 + skip
    if word in _SERVANTS:
        god = second in _GODS or second == "lah"
        return ("abdullah" if god else "abdul" + canonical_word(second)), end
    if second in _FAITHS and len(word) >= _SHORTEST:
        return word + "uddin", end
    if second in _GODS and len(word) >= _SHORTEST and (second not in _WOMEN or is_arabic(word)):
        return word + "ullah", end
    if not skip and len(word) >= _SHORTEST and second not in _FAITHS and _FAITH.fullmatch(second):
        return word + "uddin", end
    if word in _FATHERS and len(second) >= _SHORTEST:
        return "abu" + second, end
    return None


def join_parts(words: Sequence[str]) -> tuple[JoinedPart, ...]:
    """Return *words* (small Latin letters, as ordered) with compounds joined and articles left out."""
    parts: list[JoinedPart] = []
    start = 0
    while start < len(words):
        compound = _take_compound(words, start)
        if compound:
            text, end = compound
            parts.append(JoinedPart(canonical_word(text), tuple(range(start, end))))
        elif start + 1 < len(words) and _is_article(words[start], words[start + 1]):
            end = start + 1
        else:
            text, end = canonical_word(words[start]), start + 1
            parts.append(JoinedPart(text, (start,)))
        start = end
    return tuple(parts)
