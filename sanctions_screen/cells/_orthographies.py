"""Write a person's name as the languages of lists do, where another language's letters give it.

Reach for :func:`respelled` with one name. Each answer is the name again: Somali x and c as h and nothing
(Xasan Cali, Hasan Ali), Swedish and old Malay sj and tj as sh and ch, Czech, Croatian and Baltic č, ch and j
as ch, kh and y (Šojgin Michal), Hungarian cs, s and sz as ch, sh and s, Spanish j before r or l as kh,
Turkmen ý and w as y and v, German s and z as z and ts, lj and nj as ly and ny, c before an ending as ts
(Kupcov), Uzbek x as kh, Baltic endings left out (Sergejs Kupcovs), Greek Mp-, Nt- and Gk- as B-, D- and G-,
Kurdish x and ş as kh and sh, the syo, tyu and zya of Japan's own standard as sho, chu and ja,
Belarusian -ou and -au as -ov and Tsi- as Ti-, an Arabic father's name bare (Karim for Karimovich), Tajik
-zoda, Uzbek names without -jon, Romanian ș and ț as sh and ts, Armenian -i and Georgian -is dze as -ov and
-ovich, and a servant of God whose name stands in front of a comma put together (FATTAH, Juma Abdul), as is
one whose article stands behind it (RAHMAN, Ziaur). :func:`turned` is for customers' names alone.
Guarantee: never the name itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from typing import Final, NamedTuple

from .._late_pattern import late, without_case
from ..names.people import SURNAMES_TOO
from ..names.sounds.known_names import families, is_arabic, is_usual, originals
from ..names.tables import phrase_list
from ._attached_article import article_apart
from ._baltic import ENDING, may_be_baltic, without_baltic_endings
from ._dear_words import DEAR_PIECES, without_dear_words
from ._letters import ABROAD, written_but_known, written_with
from ._spelled_out import ARTICLES, BEHIND_AN_ARTICLE

__all__ = ["is_servant_behind", "may_be_respelled_for", "may_be_turned_for", "respelled", "turned"]

_WORD: Final = late(r"[A-Za-z]+")
_SOMALI: Final = late(r"x|(?<![A-Za-z])c(?=[aeiou])|(?<=[aeiou])c(?=[aeiou]|(?![A-Za-z]))", re.IGNORECASE)
_OF_SOMALIA: Final = late("x|c[aeiou]", re.IGNORECASE)
"""A c behind a vowel is one of theirs only beside another: Luc, Isaac."""
_LONG: Final = late(r"([aeiou])\1", re.IGNORECASE)
_LONG_AMID: Final = late("(?:aa|ee|ii|oo|uu)[b-df-hj-np-tv-z]", re.IGNORECASE)
_LONGEST: Final = 120
"""No name is longer; a text that is, is compared a few words at a time."""
_SIBILANTS: Final = {
    "sjtsj": "shch", "sjtj": "shch", "dzj": "dzh", "tsj": "ch", "sj": "sh", "tj": "ch", "zj": "zh",
    "joe": "yu", "oe": "u", "ch": "kh",
}  # fmt: skip
"""Swedish and Dutch; oe is Dutch, where one of the others stands in the name."""
_SIBILANT: Final = late(  # Joe is no Yu
    "|".join(sorted(_SIBILANTS, key=len, reverse=True)).replace("joe", "joe(?=[a-z]{2})"), re.IGNORECASE
)
_BELARUSIAN: Final = late(r"(?<![A-Za-z])(h?)([a-z]{3,}?)(?:[ijy]?(e)|(o)|a)u(?![A-Za-z])", re.IGNORECASE)
_SERVANT: Final = late(
    r"^(?P<family>[^,]+),\s*(?P<given>[^,]*(?<![^\W_])(?:abd|abdul|abdel|abdal|abdol|abd[\s-](?:al|el|ul))-?)$",
    re.IGNORECASE,
)
_ARTICLE: Final = late(
    rf"^(?P<family>{BEHIND_AN_ARTICLE}),\s*(?P<given>(?:[^,]*\s)?[a-z]{{3,}}?)(?:{ARTICLES})$",
    re.IGNORECASE,
)
"""A father's or God's name behind its article in front of a comma: RAHMAN, Ziaur, of Zia-ur-Rahman."""
_OF_ROMANIA: Final = {"ș": "sh", "ş": "sh", "ț": "ts", "ţ": "ts"}
_MOST_GIVEN: Final = 2
_IN_FRONT_OF_NAMES: Final = ("abdul", "abdel", "abdal", "abdol", "abu")
"""Servant or father of somebody: the name behind belongs to it."""
_BACKWARDS: Final = late(
    rf"(?P<second>[^\W\d_][^\s,]+)\s+(?P<first>{'|'.join(_IN_FRONT_OF_NAMES)})\s+(?P<family>[^\s,]{{3,}}),?",
    re.IGNORECASE,
)
_OF_CARONS: Final = {
    "ch": "kh", "č": "ch", "ć": "ch", "c": "ts", "š": "sh", "ś": "sh", "ž": "zh", "ź": "zh", "ě": "ye",
    "ř": "r", "ď": "d", "ť": "t", "ň": "n", "ů": "u", "j": "y",
}  # fmt: skip
_OF_HUNGARY: Final = {
    "ssz": "ss",
    "cs": "ch",
    "zs": "zh",
    "sz": "s",
    "gy": "d",
    "ny": "n",
    "s": "sh",
    "j": "y",
    "c": "ts",
}
_OF_TURKMEN: Final = {"ý": "y", "ň": "n", "ž": "zh", "ç": "ch", "w": "v", "j": "dzh", "ş": "sh", "ä": "a"}
_OF_KURDS: Final = {"x": "kh", "ş": "sh", "ç": "ch", "c": "j", "ê": "e", "î": "i", "û": "u"}
_OF_JAPAN: Final = {
    "sy": "sh", "ty": "ch", "zy": "j", "si": "shi", "ti": "chi", "tu": "tsu", "zi": "ji", "hu": "fu",
    "ô": "o", "û": "u", "â": "a", "î": "i", "ê": "e",
}  # fmt: skip
_JAPANESE: Final = late(r"(?:(?:[kgsztdnhbpmr]?y?|w)[aiueoâîûêôāīūēō]|n|[\s,-])+", re.IGNORECASE)
"""A name in these syllables alone: no language of Europe has but them in a whole name."""
_SOFTENED: Final = late("(?:(?<=l)|(?<![aeiou]n)(?<=n))j(?=[aeou])", re.IGNORECASE)
_WITH_A_FATHER: Final = 3
_FATHER: Final = late(r"(?<![A-Za-z])([A-Za-z]{3,}?)(?:[oe]vich|[oe]vna)(?![A-Za-z])", re.IGNORECASE)
_SPANISH: Final = late(r"(?<![a-z])j(?=[rl][aeiou])", re.IGNORECASE)
_OF_SLAVS: Final = late(
    r"(?<=[a-zņļ])c(?=(?:ev|ov)a?(?![a-z])|k(?:y|i|yi|ij|iy|aya|aja)(?![a-z]))", re.IGNORECASE
)
"""Kupcov, Donecky: c for ts, where only the ending shows it."""
_OF_ASIA: Final = late(r"(?:[oe]va?|[oe]vich|ovna|zoda|bek|jon|xon)(?![a-z])", re.IGNORECASE)
_X: Final = late(r"[^\W\d_]*x[^\W\d_'ʻ’‘]+", re.IGNORECASE)
_GREEK: Final = late(r"(?<![a-z])(mp|nt|gk)(?=[aeiour][a-z]*(?:s|ou)(?![a-z]))", re.IGNORECASE)
_OF_GREECE: Final = {"mp": "b", "nt": "d", "gk": "g"}
_TAJIK: Final = late(r"(?<=[a-z]{3})zoda(?![a-z])", re.IGNORECASE)
_OF_BELARUS: Final = late(
    r"\byau[a-z]|\bhr[a-z]*(?:ava|[ae]nka)\b|[ae]u[a-z]+(?:ava|[ae]nka)\b", re.IGNORECASE
)
_BELARUSIAN_WORD: Final = (
    (late(r"(?<![a-z])h(?=r)", re.IGNORECASE), "g"),
    (late(r"(?<![a-z])ya(?=u[a-z])", re.IGNORECASE), "ye"),
    (late(r"(?<=[ae])u(?=[^aeiouy\W])", re.IGNORECASE), "v"),
    (late(r"(?<=[a-z]{2})ava(?![a-z])", re.IGNORECASE), "ova"),
    (late(r"(?<=[a-z]{2})[ae]nka(?![a-z])", re.IGNORECASE), "enko"),
)
"""What Belarusian writes as it is said, where the Russian form has another letter: Krauchanka, Kravchenko."""
_ARMENIAN: Final = late(
    r"(?<=[a-z]\s)(?P<father>[a-z]{3,}[^aeiouy\W])i(?=\s+[a-z]+yan$)|(?<=yan,\s)(?P<given>[a-z]+\s+)(?P<behind>[a-z]{3,}[^aeiouy\W])i$",
    re.IGNORECASE,
)
_GEORGIAN: Final = late(
    r"(?<![a-z])(?P<father>[a-z]{3,})is[\s-]+(?P<child>dze|asuli)(?![a-z])", re.IGNORECASE
)
_HRYHOR: Final = late("(?<![a-z])hryhor(?=[a-z])", re.IGNORECASE)
"""The Ukrainian form of Gregory, of which family names are made: Hryhorenko, Grigorenko."""
_SOFT: Final = late(r"(?<![a-z])(?:ts|dz)(?=i[a-z]{3,})", re.IGNORECASE)
"""Belarusian ts and dz before i: t and d of Russian and Ukrainian."""


def respelled(text: str) -> Iterator[str]:
    """Yield the forms of a person's name in the letters of other languages."""
    small = f" {text.lower()}"
    if len(text) > _LONGEST:
        return
    ways = [way for sign, way, _ in _ways() if sign.search(small)] if _signs().search(small) else []
    if _pieces().search(small):
        ways += [way for pieces, way in _ways_of_pieces() if any(piece in small for piece in pieces)]
    found = {text}
    for form in (way(text) for way in ways):
        if form not in found:
            found.add(form)
            yield form


def may_be_respelled_for(word: str) -> bool:
    """Return whether a name may be written otherwise for a word that stands in it among others:
    :func:`respelled` gives nothing for a name without a comma for none of whose words it may be."""
    small = f" {word.lower()} "
    if _signs().search(small) and any(sign.search(small) and may(word) for sign, _, may in _ways()):
        return True
    # Another word may have the x, or the c, that goes with long vowels.
    return bool(_pieces().search(small) or _LONG_AMID.search(small) or small.startswith(_behind_a_blank()))


@cache
def _behind_a_blank() -> tuple[str, ...]:
    """Return what stands behind a blank, and the blank, in pieces of two words."""
    pieces = (piece.strip().partition(" ") for some, _ in _ways_of_pieces() for piece in some)
    return tuple(f" {behind}" for _, blank, behind in pieces if blank)


def is_servant_behind(text: str) -> bool:
    """Return whether :func:`respelled` puts a servant of God together whose name a comma parts."""
    return _SERVANT.match(text) is not None or _ARTICLE.match(text) is not None


def may_be_turned_for(word: str) -> bool:
    """The same of :func:`turned`."""
    low = word.lower()
    return low in SURNAMES_TOO or (low,) in phrase_list("burmese_honorifics.txt") or low in _IN_FRONT_OF_NAMES


class _Way(NamedTuple):
    """A way to write a name otherwise."""

    sign: re.Pattern[str]
    """What a name needs for it, in small letters."""
    write: Callable[[str], str]
    may: Callable[[str], bool]
    """Tells whether a word with the sign is one for which it may do something."""


@cache
def _ways() -> tuple[_Way, ...]:
    """Return each way to write a name otherwise behind what it needs."""
    only_for: dict[Callable[[str], str], Callable[[str], bool]] = {
        _somali: _may_be_somali,
        _fathers_name: _has_arabic_father,
        _baltic: may_be_baltic,
    }
    ways: tuple[tuple[str, Callable[[str], str]], ...] = (
        (_OF_SOMALIA.pattern, _somali),
        (r"[stz]j|joe(?:ri|[^\Wlrs][a-z])", partial(_SIBILANT.sub, _sibilant)),
        ("[aeo]u(?![a-z])", _belarusian),
        (r"\b(?:ts|dz)i", _soft),
        (",.*abd", _servant),
        ("^ [^,]+,.*[^,]u[dlnrsz]$", _behind_an_article),
        ("[șşțţ]", partial(written_with, _OF_ROMANIA)),
        ("[čšžěřďťň]", partial(written_with, _OF_CARONS)),
        ("(?<![a-z])cs|[a-z]cs(?=[aeiou])|zs(?=[aeiou])", partial(written_with, _OF_HUNGARY)),
        (r"\bj[rl][aeiou]", partial(_SPANISH.sub, "kh")),
        ("x.*[êîû]|[êîû].*[xş]|ş.*[êîû]", partial(written_with, _OF_KURDS)),
        ("[szt]y[aouôûōū]", _japanese),
        ("[ýň]|ž.*owa?(?![a-z])", partial(written_with, _OF_TURKMEN)),
        ("lj[aeou]|(?<![aeiou])nj[aeou]", partial(_SOFTENED.sub, "y")),
        *((sign, partial(written_but_known, letters)) for sign, letters in ABROAD),
        ("[oe]v(?:ich|na)(?![a-z])", _fathers_name),
        (ENDING, _baltic),
    )
    return tuple(_Way(late(sign), write, only_for.get(write, bool)) for sign, write in ways)


@cache
def _ways_of_pieces() -> tuple[tuple[tuple[str, ...], Callable[[str], str]], ...]:
    """Return each further way behind pieces of words of which it needs one: they are sought in no time."""
    return (
        (("cov", "cev", "ck"), partial(_OF_SLAVS.sub, "ts")),
        (("ovs", "evs", "ovas", "evas", "vičs", "vics", "vičius", "vicius"), _baltic),
        (("x",), _uzbek),
        ((" mp", " nt", " gk"), partial(_GREEK.sub, lambda found: _OF_GREECE[without_case(found[0])])),
        (DEAR_PIECES, without_dear_words),
        (("zoda",), partial(_TAJIK.sub, "ov")),
        ((" yau", "ava", "nka"), _belarusian_word),
        (("yan",), partial(_ARMENIAN.sub, _of_armenia)),
        ((" al", "-al"), article_apart),
        ((" hryhor",), partial(_HRYHOR.sub, "Grigor")),
        (("is dze", "is-dze", "is asuli", "is-asuli"), partial(_GEORGIAN.sub, _of_georgia)),
    )


@cache
def _pieces() -> re.Pattern[str]:
    """Return any of these pieces: nearly all names have none."""
    return late("|".join(re.escape(piece) for pieces, _ in _ways_of_pieces() for piece in pieces))


@cache
def _signs() -> re.Pattern[str]:
    """Return what most names have none of."""
    return late("|".join(way.sign.pattern for way in _ways()))


def _somali(text: str) -> str:
    """Return a name without Somali x and c; as it is, where no word of it becomes an Arabic name, nor has the
    long vowels that Somalis write."""
    if not _SOMALI.search(text) or not (
        _LONG_AMID.search(text) or any(map(_becomes_arabic, _WORD.findall(text)))
    ):
        return text
    return _WORD.sub(lambda found: found[0] if _is_somali_alone(found[0].lower()) else _plain(found[0]), text)


def _may_be_somali(word: str) -> bool:
    """Return whether for a word of it, that has no long vowel, :func:`_somali` may write a name otherwise."""
    return any(map(_becomes_arabic, _WORD.findall(word)))


def _is_somali_alone(word: str) -> bool:
    """Return whether a word is known as Somalis write it, and would not be without x and c: Siciid."""
    return is_usual(word) and not is_usual(_plain(word))


@lru_cache(maxsize=1 << 13)
def _becomes_arabic(word: str) -> bool:
    return _OF_SOMALIA.search(word) is not None and is_arabic(_plain(word).lower())


def _plain(word: str) -> str:
    return _LONG.sub(r"\1", _SOMALI.sub(lambda found: "h" if found[0] in "xX" else "", word))


def _sibilant(found: re.Match[str]) -> str:
    return _SIBILANTS[without_case(found[0])]


def _japanese(text: str) -> str:
    """Return a name in the syllables of Japan's own standard as Hepburn writes it: Tuzimoto Syohei."""
    return written_with(_OF_JAPAN, text) if _JAPANESE.fullmatch(text) else text


def _belarusian(text: str) -> str:
    def russian(found: re.Match[str]) -> str:
        head, stem, soft, hard = found.groups()
        if originals(found[0].lower()) or families(found[0].lower()):  # Mamadou, Moreau
            return found[0]
        stem = re.sub("^ryh", "rig" if head else "grig", stem, flags=re.IGNORECASE)
        return f"{'G' if head else ''}{stem}{'iev' if soft and not hard else 'ov'}"

    return _BELARUSIAN.sub(russian, text)


def _fathers_name(text: str) -> str:
    """Return a name with the father's bare where it is an Arabic one, as Tajiks and Azeris have it now.

    Of two words the last is a family's name: David Davidovich.
    """
    if len(text.split()) < _WITH_A_FATHER:
        return text

    def bare(found: re.Match[str]) -> str:
        return found[1] if is_arabic(found[1].lower()) else found[0]

    return _FATHER.sub(bare, text)


def _has_arabic_father(word: str) -> bool:
    """Return whether for a word of it :func:`_fathers_name` may write a name otherwise."""
    return any(is_arabic(found[1].lower()) for found in _FATHER.finditer(word))


def _baltic(text: str) -> str:
    bare = without_baltic_endings(text)
    return written_with(_OF_CARONS, bare) if bare != text else text


def _uzbek(text: str) -> str:
    """Return a name of central Asia with x as kh, but for known names that have one: Maxim, Oxana."""
    if not _OF_ASIA.search(text):
        return text

    def kh(found: re.Match[str]) -> str:
        word = found[0]
        return word if originals(word.lower()) else re.sub("x", "kh", word, flags=re.IGNORECASE)

    return _X.sub(kh, text)


def _belarusian_word(text: str) -> str:
    """Return a name in Belarusian letters as Russian has it, where a word has a sign of them."""
    if not _OF_BELARUS.search(text):
        return text
    for written, russian in _BELARUSIAN_WORD:
        text = written.sub(russian, text)
    return text


def _of_armenia(found: re.Match[str]) -> str:
    """Return the father's name that Armenian puts in the genitive, Ashoti, as Ashotovich."""
    return f"{found['given'] or ''}{found['father'] or found['behind']}ovich"


def _of_georgia(found: re.Match[str]) -> str:
    return f"{found['father']}{'ovich' if found['child'].lower() == 'dze' else 'ovna'}"


def _soft(text: str) -> str:
    """Return a name in Belarusian letters as Russian has it: Tsimakhou, Timakhov."""
    return _SOFT.sub(lambda found: found[0][0], _belarusian(text))


def _servant(text: str) -> str:
    found = _SERVANT.match(text)
    return f"{found['given']} {found['family']}" if found else text


def _behind_an_article(text: str) -> str:
    found = _ARTICLE.match(text)
    return f"{found['given']} ul {found['family']}" if found else text


def _with_a_title_amid_or_behind(text: str) -> str | None:
    """Return "Akhunzada, Eshaq Mohammad" of "Eshaq Akhunzada Mohammad" and of "Eshaq Mohammad Akhunzada"."""
    words = text.split(" ")
    if "," in text or len(words) > _MOST_GIVEN + 1 or not all(word[:1].isalpha() for word in words):
        return None
    at = next((at for at, word in enumerate(words[1:], 1) if word.lower() in SURNAMES_TOO), 0)
    whole = words[at - 1].lower() in _IN_FRONT_OF_NAMES  # Abdel Hafiz is one name
    return f"{words[at]}, {' '.join((*words[:at], *words[at + 1 :]))}" if at and not whole else None


def turned(text: str) -> str | None:
    """Return a name as one written backwards: of three words with the servant or father of somebody amid
    them, or of two or three with a title that many bear as a family name.

    Qadeer Abdul KHAN is KHAN, Abdul Qadeer, whose given name is one of two words; Bishop Anne is BISHOP,
    Anne; Mufti, Omar Karim is Omar Karim Mufti. No comma stands in what Burmese say twice: Maung, Maung Soe.
    """
    family, comma, names = text.partition(", ")
    if comma and "," not in names and names.count(" ") < _MOST_GIVEN:
        if family.lower() in SURNAMES_TOO:
            return f"{names} {family}"
        said_twice = names.lower().startswith(f"{family.lower()} ")
        if said_twice and (family.lower(),) in phrase_list("burmese_honorifics.txt"):
            return f"{family} {names}"
    title, _, given = text.partition(" ")
    plain = "," not in text and given[:1].isalpha() and given.count(" ") < _MOST_GIVEN
    if plain and title.lower() in SURNAMES_TOO:
        return f"{title}, {given}"
    if backwards := _with_a_title_amid_or_behind(text):
        return backwards
    found = _BACKWARDS.fullmatch(text)
    return f"{found['first']} {found['second']} {found['family']}" if found else None
