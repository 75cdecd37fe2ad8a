"""Know the forms of address that only a Burmese name carries: U, Daw, Saw, Thura.

Reach for :func:`address_marked` with the parts of a person's name. Guarantee: a name keeps two other parts at
least, most of them Burmese; a Korean's or a Chinese's surname of the same letters stays a word.
"""

from __future__ import annotations

from ..languages import burmese, chinese, korean
from ..parts import Part
from ..tables import phrase_list

__all__ = ["address_marked"]

_NEVER_SURNAMES = frozenset({"u", "daw", "maung", "mg", "thura", "sayadaw", "bohmu"})
"""Burmese forms of address that are no surname in Korean or Chinese."""
_NEVER_NAMES = frozenset({"u", "daw", "thura", "sayadaw", "bohmu"})
"""Those that a name's own parts do not look like: Maung is a form of address in front, a name elsewhere."""


def address_marked(parts: list[Part], before_comma: int) -> list[Part]:
    """Mark U, Daw, Saw, Thura… as honorifics where they stand first in a Burmese name of enough parts.

    Those that are never a name's own part are marked between two others, too: MYINT U Htay.
    """
    body = [i for i, part in enumerate(parts) if part.role != "honorific"]
    heads = body[:1]
    if before_comma:  # MANN, U Shwe: the address stands behind the comma, perhaps behind a title
        heads += [i for i in body if i >= before_comma][:1]
    heads += [i for i in range(1, len(parts) - 1) if parts[i].text in _NEVER_NAMES]
    marked = list(parts)
    for head in heads:
        while head < len(marked) and (marked[head].text,) in phrase_list("burmese_honorifics.txt"):
            others = [p.text for i, p in enumerate(marked) if i != head and p.role in ("word", "particle")]
            # Not every part need be a spelling the tables know (Mann); most must.
            whole = (marked[head].text, *others)
            surname = marked[head].text not in _NEVER_SURNAMES
            if surname and (korean.looks(whole) or chinese.looks(whole)):
                break  # Ko Sung-un, Ma Ying-jeou
            if marked[head + 1 : head + 2] == [marked[head]]:
                break  # said twice it is a name: Ko Ko Gyi, Mi Mi Khin
            if len(others) < 2 or 2 * sum(burmese.looks((text,)) for text in others) < len(others):
                break
            marked[head] = Part(marked[head].text, "honorific")
            head += 1
    return marked
