"""The syllables that Burmese names are made of, as written in Burmese script.

Reach for :func:`words` to cut a text into words and syllables, each with its keys: the same that ``burmese``
gives for Latin spellings. How the parts of a syllable are spelled is :func:`part_table`, words with
spellings of their own are in :func:`lexicon`. Guarantee: signs typed in another order make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from ..tables import read_table, spelling_weights

__all__ = ["Word", "ends", "initial_of", "lexicon", "part_table", "parts_of", "words"]

_CONSONANTS = "\u1000-\u102a\u103f"
_SYLLABLE = re.compile(
    rf"([{_CONSONANTS}])([\u103b-\u103e]*)([\u102b-\u1032\u1036]*\u103a?)((?:[{_CONSONANTS}]\u103a)*)([\u1037\u1038]*)"
)
_CREAKY = "\u1037"


@dataclass(frozen=True, slots=True)
class Word:
    """A syllable, or a word of several, as written; with its canonical keys, the likeliest first."""

    text: str
    keys: tuple[str, ...]


@lru_cache(maxsize=1)
def part_table() -> dict[str, dict[str, tuple[tuple[str, ...], dict[str, float]]]]:
    """Return part → letters → (keys, spellings); the parts are ``initial`` and ``rhyme``."""
    table: dict[str, dict[str, tuple[tuple[str, ...], dict[str, float]]]] = {"initial": {}, "rhyme": {}}
    for part, letters, keys, spelled in read_table("burmese_parts.tsv", 4):
        weights = {text.strip("_"): weight for text, weight in spelling_weights(spelled).items()}
        table[part][letters] = (tuple(key.strip("_") for key in keys.split(",")), weights)
    return table


@lru_cache(maxsize=1)
def lexicon() -> dict[str, dict[str, float]]:
    """Return words with customary spellings of their own, in this module's normal form → spellings."""
    return {
        _normal(text): spelling_weights(s.lstrip("~")) for text, s in read_table("burmese_syllables.tsv", 2)
    }


def _normal(text: str) -> str:
    """Put signs in one order, and write stacked consonants one after the other (န္တ as န်တ)."""
    text = (
        unicodedata.normalize("NFC", text).replace("\u102b", "\u102c").replace("\u1037\u103a", "\u103a\u1037")
    )
    text = text.replace("\u1025\u102e", "\u1026")
    text = text.replace("\u1025\u103a", "\u1009\u103a").replace("\u103a\u1039", "\u103a")
    text = text.replace("\u1039", "\u103a").replace("\u103f", "\u101e\u103a\u101e")
    text = text.replace("\u1040", "\u101d")  # the digit nought typed for the letter wa, a common slip
    return re.sub("[\u103b-\u103e]+", lambda run: "".join(sorted(set(run.group()))), text)


def _independent(text: str) -> str:
    """Write a vowel that stands alone as the letter a with its vowel sign."""
    for letter, sign in zip("ဣဤဥဦဧဩဪ", ("ိ", "ီ", "ု", "ူ", "ေ", "ော", "ော်"), strict=True):
        text = text.replace(letter, "အ" + sign)
    return text


def words(text: str) -> tuple[Word, ...]:
    """Cut Burmese text into words of the lexicon and syllables; what is no Burmese letter only parts them."""
    return tuple(word for piece in _normal(text).split() for word in _cut(piece))


def _cut(piece: str) -> Iterator[Word]:
    # ဉ and ဥ are one shape to many typists: ဥ before a final or a vowel sign is the consonant.
    piece = re.sub("\u1025(?=[\u102c\u103a])", "\u1009", piece)
    spans = ends(piece)
    at = 0
    while at < len(spans):
        start = spans[at][0]
        for size in (4, 3, 2, 1):
            stop = spans[min(at + size, len(spans)) - 1][1]
            run = piece[start:stop]
            if at + size <= len(spans) and (size == 1 or run in lexicon()):
                yield Word(run, _keys(run))
                at += size
                break


def ends(piece: str) -> list[tuple[int, int]]:
    """Return where each syllable starts and stops; letters that start none are passed over."""
    found = []
    at = 0
    while at < len(piece):
        match = _SYLLABLE.match(piece, at) or re.compile("[ဣဤဥဦဧဩဪ][\u1038]?").match(piece, at)
        if match:
            found.append((match.start(), match.end()))
        at = match.end() if match else at + 1
    return found


def parts_of(syllable: str) -> tuple[str, str]:
    """Return the letters of a syllable's initial and rhyme as the table of parts has them."""
    match = _SYLLABLE.fullmatch(_independent(syllable))
    if match is None:
        return "", ""
    consonant, medials, vowels, finals, tones = match.groups()
    medials = medials.replace("\u103c", "\u103b").replace("\u103b\u103b", "\u103b")
    creaky = "+" if _CREAKY in tones else ""
    rhymes = part_table()["rhyme"]
    for rhyme in (vowels + finals, vowels + finals[:2], finals[:2], vowels.rstrip("\u103a"), vowels[:1]):
        for wa in ("\u103d" if "\u103d" in medials else "", ""):
            for tone in (creaky, ""):
                if wa + rhyme + tone in rhymes:
                    rest = medials.replace("\u103d", "") if wa else medials
                    return consonant + rest, wa + rhyme + tone
    return consonant + medials, ""


def initial_of(letters: str) -> tuple[str, dict[str, float]]:
    """Return the key and the spellings of an initial, with *w* for its wa-swe."""
    table = part_table()["initial"]
    plain = letters.replace("\u103d", "")
    found = table.get(plain) or table.get(plain[:2]) or table.get(plain[:1]) or (("",), {"": 1.0})
    wa = "w" if "\u103d" in letters else ""
    return found[0][0] + wa, {spelling + wa: weight for spelling, weight in found[1].items()}


def _keys(run: str) -> tuple[str, ...]:
    each = [_syllable_keys(run[start:stop]) for start, stop in ends(run)]
    return tuple("-".join(keys) for keys in islice(product(*each), 8))


def _syllable_keys(syllable: str) -> tuple[str, ...]:
    initial, rhyme = parts_of(syllable)
    return tuple(f"{initial_of(initial)[0]}.{key}" for key in part_table()["rhyme"][rhyme][0])
