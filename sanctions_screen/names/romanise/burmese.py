"""Romanise names in Burmese script as Burmese people spell them.

Reach for this module when a name is in Myanmar script. There is no official romanisation of names; each
syllable has customary spellings (ဌေး is *Htay* or *Tay*), and a name comes out with a blank between its
syllables, words of several syllables (သန္တာ *Thandar*) written as one. Honorifics are romanised like any
other word; telling them from names is not this module's business, but for ဦး: *U* in front, *Oo* elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product, zip_longest

from ..languages.burmese_syllables import ends, initial_of, lexicon, part_table, parts_of, words
from . import Romanisation

__all__ = ["romanisations"]

_MOST = 12
_VOICED = "z"
_UNCLE = "ဦး"
"""In front of a name a form of address, U; behind it, or said twice, a name, Oo."""


def _is_voiced(head: str, known: dict[str, float]) -> bool:
    """Return whether a consonant is only said so behind a vowel, where a syllable's usual spellings have
    another: Soe is no Zo, which would be Zaw."""
    return head.startswith(_VOICED) and not any(spelling.startswith(_VOICED) for spelling in known)


@lru_cache(maxsize=8192)
def _spellings(word: str) -> dict[str, float]:
    """Return how a word or syllable is spelled in names, most usual first, with weights in (0, 1]."""
    known = lexicon().get(word, {})
    spans = ends(word)
    found = dict(known)
    if len(spans) == 1:
        initial, rhyme = parts_of(word)
        for (head, v), (tail, w) in product(
            initial_of(initial)[1].items(), part_table()["rhyme"][rhyme][1].items()
        ):
            if head + tail and not (known and _is_voiced(head, known)):
                found.setdefault(head + tail, v * w)
    elif not known:
        usual = [next(iter(_spellings(word[start:stop]))) for start, stop in spans]
        found["".join(usual)] = 1.0
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the likely Latin spellings of a name in Burmese script, most likely first, at most 12.

    The first has every word in its most usual spelling; the others change one word each, the likeliest
    change first. Where the text gives several spellings parted by ``၊``, each is romanised.
    """
    several = [found for part in re.split("[၊။,/;]", text) if (found := _variants(part))]
    ordered = dict.fromkeys(name for rank in zip_longest(*several) for name in rank if name)
    usual = {found[0] for found in several}
    standards = {name: "burmese" if name in usual else "burmese-variant" for name in [*ordered][:_MOST]}
    return tuple(Romanisation(name, standard) for name, standard in standards.items())


def _variants(text: str) -> list[str]:
    texts = [word.text for word in words(text)]
    choices = [[*islice(_spellings(one).items(), 4)] for one in texts]
    if len(texts) > 1 and texts[0] == _UNCLE != texts[1]:
        choices[0] = [("u", 1.0)]
    choices = [choice for choice in choices if choice]
    usual = [choice[0][0] for choice in choices]
    changes = sorted(
        (-choice[n][1], at, n) for at, choice in enumerate(choices) for n in range(1, len(choice))
    )
    found = [usual]
    found += [[*usual[:at], choices[at][n][0], *usual[at + 1 :]] for _, at, n in changes[: _MOST - 1]]
    return [" ".join(part[:1].upper() + part[1:] for part in parts) for parts in found] if choices else []
