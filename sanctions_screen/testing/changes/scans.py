"""What scanners, narrow fields and short writing do to a name."""

from __future__ import annotations

from random import Random

from .parts import WORD

__all__ = ["cut_at_a_field", "misread", "vowels_lost"]

# What optical readers take for each other, either way round; compiled by hand from common misreadings.
_MISREAD = (
    ("rn", "m"), ("cl", "d"), ("vv", "w"), ("ri", "n"), ("li", "h"), ("l", "1"), ("I", "l"), ("O", "0"),
    ("o", "0"), ("S", "5"), ("B", "8"), ("Z", "2"), ("G", "6"), ("e", "c"), ("h", "b"), ("g", "q"),
    ("U", "V"), ("E", "F"), ("D", "O"), ("RN", "M"),
)  # fmt: skip


def misread(name: str, random: Random) -> str:
    """A scan read wrongly in one place."""
    places = [
        (place, one, other)
        for pair in _MISREAD
        for one, other in (pair, pair[::-1])
        for place in range(len(name))
        if name.startswith(one, place) and place + len(one) <= len(name)
    ]
    if not places:
        return name
    place, one, other = random.choice(places)
    return name[:place] + other + name[place + len(one) :]


_FIELDS = (20, 25, 30, 35, 40)
"""Characters of a field: embossed cards hold 20 to 26, a line of a SWIFT MT message 35."""


def cut_at_a_field(name: str, random: Random) -> str:
    """A name cut at the length of a field, which leaves three quarters of it at least."""
    lengths = [length for length in _FIELDS if 3 * len(name) <= 4 * length < 4 * len(name)]
    return name[: random.choice(lengths)].rstrip() if lengths else name


def vowels_lost(name: str, random: Random) -> str:
    """A part written without its inner vowels."""
    words = [word for word in WORD.finditer(name) if len(word[0]) >= 5 and word[0].isalpha()]
    if not words:
        return name
    word = random.choice(words)
    kept = word[0][0] + "".join(letter for letter in word[0][1:] if letter not in "aeiouAEIOU")
    return name[: word.start()] + kept + name[word.end() :] if len(kept) > 2 else name
