"""Read a text again that was read in the wrong code page: Дариан as Äŕđčŕí or дЮПХЮМ, Jörg as JГ¶rg or Jцrg.

Reach for :func:`read_again` and :func:`guessed` with a text that looks like none any language writes
(:data:`SUSPECT`). Several code pages may give a likely text, and a text may be right as it is: each answer is
one more way to read it, never in its place. Guarantees: pure; nothing for ASCII; an answer has letters of one
script in each word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from .._late_pattern import late
from ..names import clean
from ..names.tables import read_table
from ..names.writing.scripts import script_of

__all__ = ["OF_HEBREW", "SUSPECT", "guessed", "looks_wrong", "read_again"]

_OF_UTF_8: Final = (
    "cp1252", "latin-1", "iso8859-2", "cp1250", "cp1251", "koi8-r", "cp866", "cp437", "cp850", "cp1257",
    "mac_roman", "iso8859-15", "cp1254", "gbk", "big5", "euc_kr", "cp932", "cp874", "cp1253", "cp949",
)  # fmt: skip
"""Pages that UTF-8 is read in by mistake."""
_CYRILLIC: Final = ("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac_cyrillic")
_FROM_AFAR: Final = ("cp1253", "iso8859-7", "cp1255", "cp1256", "iso8859-6", "cp874")
"""Pages of Greek, Hebrew, Arabic and Thai."""
_READ_FROM_AFAR: Final = (
    "cp1252",
    "latin-1",
    "cp1251",
    "cp1250",
    "mac_roman",
    "cp437",
    "cp850",
    "koi8-r",
    "iso8859-6",
    "cp1256",
)
_LATIN_PAGES: Final = (
    ("cp1252", "mac_roman"), ("latin-1", "mac_roman"), ("mac_roman", "cp1252"), ("cp437", "mac_roman"),
    ("cp437", "cp1252"), ("cp437", "cp1250"), ("cp850", "cp1252"), ("cp1252", "cp850"), ("cp1252", "cp437"),
    ("mac_roman", "cp857"), ("mac_roman", "cp852"), ("mac_roman", "cp850"), ("cp1250", "mac_roman"),
    ("cp1252", "cp857"), ("cp1252", "cp852"), ("cp1250", "cp852"),
)  # fmt: skip
"""Pairs of pages of Latin letters that are taken for one another: the one a text was read in first."""
_LETTERS_OF_NAMES: Final = frozenset(
    "áàâäãåæąăāćčçďđéèêëęěēġğģíìîïīıķłľĺļñńňņóòôöõőøœōřŕśšşșßťţțúùûüűůūųýÿźžżþð"
)
"""Accented letters that languages of Europe have."""
_WESTERN: Final = ("cp1252", "latin-1", "cp1250", "cp437", "cp850", "mac_roman")
_OF_ONE_LETTER: Final = ("cp1252", "mac_roman", "cp850", "cp1250")
_MOST: Final = 5
_ARABIC_BACKWARDS: Final = "(?<=[ء-ي]{2})لا(?![ء-ي])|(?<![ء-ي])[ةى]"
SUSPECT: Final = late(
    "[\u00c0-\u02af]{3}"  # three accented letters
    "|[\u00c2-\u00f4][\u0160\u0152\u017d\u0161\u0153\u017e\u0178\u0192]"
    "|[ĂÄĹĆĐŃ][ąłľśšşťźžżĽŚŠŞŤŹŽŻ¶¼]"  # a byte of UTF-8 in a page of central Europe
    "|[а-яёґѕ][А-ЯЁІ]{2}|[а-яё][А-ЯЁІ][а-яё][А-ЯЁІ]"  # two Cyrillic pages exchanged
    "|[A-Za-z][а-яёЀ-ҁ]|[а-яёЀ-ҁ][A-Za-z]"  # two alphabets in a word
    "|[A-Za-z][\u0e01-\u0e5b\u3400-\u9fff\uac00-\ud7a3\uff61-\uff9f\u0386-\u03ce]"
    "|[\u4e00-\u9fff\uac00-\ud7a3][a-z]|[\u4e00-\u9fff]{5}"  # in a page of Asia
    "|[ÞþÐð]"  # Turkish in a western page
    "|[A-Za-z][\u05d0-\u05ea\u0621-\u064a]"
    f"|{_ARABIC_BACKWARDS}"  # Arabic from its end to its beginning
    "|[\ufb50-\ufdff\ufe70-\ufefc]"
    "|(?<![^\\W_])È[a-z]|[a-z]æ(?![a-z])|[A-Z]Æ(?![A-Z])"  # Č and ć in a western page
    "|[А-ЯЁ]{2}[а-яё]|[а-яёґ][А-ЯЁІЇЄҐЂЈЉЊЋЏЃЌЅ][а-яё]|[À-ɏ][а-яё]"
    "|[ЂЈЉЊЋЏЃЌЅђљњћџѓќ][^\n]*[ыэщъёґ]|[ыэщъёґ][^\n]*[ЂЉЊЋЏЃЌђљњћџѓќ]"  # no language has both
    "|[a-zß-öø-ÿ][À-ÖØ-ÞŸŠŽŒ]|[A-Z][À-ÖØ-ÞŸŠŽŒ][a-zß-ÿ]"  # a capital behind a small letter that is accented
    "|[đýţ][^\n]*[ğışöü][^\n]*|[\u0621-\u064a][\u064b-\u064d\u00c0-\u00ff][\u0621-\u064a]"
    "|[\u8b89-\u8ba0讬诇]{2}|[\u4e00-\u9fff][\u0370-\u052f]"  # Hebrew's UTF-8 in a page of China
)
_SIGNS: Final = "÷≤≥±∆∂√≈∞µ°£¶†‡ˆ˜¨¯¸¤¦§©®ªº€‚…‰‹›¢¥ƒ∑∏π∫Ω◊⁄•™¬¿¡×"
"""What pages of other letters show for letters."""
_ODD_CYRILLIC: Final = late(
    "[А-ЯЁІЇЄҐ]{2}[а-яёґѕ]|[а-яёґ][А-ЯЁІЇЄҐЂЈЉЊЋЏЃЌЅ][а-яё]|[ЂЈЉЊЋЏЃЌЅђљњћџѓќ][^\n]*[ыэщъёґ]"
    f"|[ыэщъёґ][^\n]*[ЂЉЊЋЏЃЌђљњћџѓќ]|(?<![^\\W_])[{_SIGNS}„‘’“—]+[а-яё]|[{_SIGNS}][А-ЯЁ]{{2}}|[А-яЁё][{_SIGNS}№][А-яЁё]"
)
"""Capitals before a small letter, letters of two languages together, and signs for letters."""
_ODD_LATIN: Final = late(
    "[a-zß-öø-ÿ][À-ÖØ-ÞŸŠŽŒ]|[A-Z][À-ÖØ-ÞŸŠŽŒ][a-zß-ÿ]|[A-Za-z][^\\w\\s'’‘`´.,&/()\"-][a-zß-ÿ]|[a-z][ªº¹²³ƒΘΩ](?![\u0370-\u03ff])"
)
_LETTER: Final = late(r"[^\W\d_¹²³]|[\u0900-\u0e7f]")
_ODD_ELSEWHERE: Final = late("[\u00c0-\u02af]{3}|[\u0621-\u064a][\u064b-\u064d\u00c0-\u00ff][\u0621-\u064a]")
_NO_NAME: Final = late(
    "[\u064b-\u0652]|[\u05b0-\u05c7]|[ฃฅฯ\u0e3a\u0e3f\u0e4e-\u0e5b]|(?<!\\S)[\u0e30-\u0e3a\u0e45-\u0e4e]"
)
"""Marks of vowels, which no name of Arabic or Hebrew letters is written with, and Thai signs and digits."""
_OF_TURKISH: Final = frozenset("đýţĐÝŢ")
"""ğ, ı and ş where a page of central Europe shows them; no language of it has two of these."""
_CENTRAL: Final = late(
    "(?<![^\\W_])[È®©¹¾£¯][a-z]|[a-z]æ(?![a-z])|[A-Z]Æ(?![A-Z])|[a-zó][®©¹¾³¶±¼][a-zó]|(?<![^\\W_])¯ó"
)
OF_HEBREW: Final = late("[à-ú]{2,}")
"""Hebrew's letters in a western page; in one of Cyrillic's these are capitals."""
_BACKWARDS: Final = late(_ARABIC_BACKWARDS)
_FORWARDS: Final = late("(?<![ء-ي])ال(?=[ء-ي]{2})|[ةى](?![ء-ي])")
_UNUSUAL: Final = late("[а-яёґѕ][А-ЯЁІ]{2}|[а-яё][А-ЯЁІ][а-яё][А-ЯЁІ]|[\u2500-\u259f]")
_RUSSIAN: Final = late("[А-яЁёІіЇїЄєҐґЎўЂђЈјЉљЊњЋћЏџЃѓЌќЅѕ]+")
_NO_WORD: Final = late("[аеёиоуыэюяйьъ][ьъ]|(?<![^\\W_])[ьъ]", re.IGNORECASE)
"""A soft sign stands behind a consonant."""
_OVERRIDE: Final = late("\u202e([^\u202c\u202e]*)\u202c?")
_BETWEEN_LETTERS: Final = late("[\u2500-\u259f\u0080-\u009f]")


def read_again(text: str) -> tuple[str, ...]:
    """Return what a text may have been before it was read in the wrong code page, the likeliest first."""
    if text.isascii() or not _LETTER.search(text):
        return ()
    ways = (_utf_8, _cyrillic, _hebrew, _latin, _of_central_europe, _turkish, _from_its_end, _overridden)
    return _all_of(ways, text)


def guessed(text: str) -> tuple[str, ...]:
    """Return what an odd text may have been in pages that are taken for others less often: each is a name
    more, and what is wrong with the text is told all the same."""
    return () if text.isascii() or not _LETTER.search(text) else _all_of((_of_one_alphabet, _from_afar), text)


def _all_of(ways: Iterable[Callable[[str], Iterator[str]]], text: str) -> tuple[str, ...]:
    found = dict.fromkeys(one for way in ways for one in way(text) if one != text)
    return tuple(found)[:_MOST]


def looks_wrong(text: str) -> bool:
    """Return whether a text has signs no name has: lines of a box and control characters."""
    return _BETWEEN_LETTERS.search(text) is not None


def _decoded(text: str, read_as: str, written_in: str) -> str | None:
    try:
        return text.encode(read_as).decode(written_in)
    except UnicodeError:
        return None


def _utf_8(text: str) -> Iterator[str]:
    if all(map(_is_plain, (word for word in text.split() if not word.isascii()))):
        return
    for page in _OF_UTF_8:
        found = _decoded(text, page, "utf-8")
        if found is not None and _is_name(found) and all(map(_is_of_one_script, _words(found))):
            yield found


def _is_plain(word: str) -> bool:
    """Return whether a word may well be right: capitals alone (MĂŞU), which no sign of case gives away."""
    letters = word.strip(".,;'-()")
    return letters.isalpha() and letters.isupper()


def _is_of_one_script(word: str) -> bool:
    return len({_script(character) for character in word}) == 1


def _cyrillic(text: str) -> Iterator[str]:
    if any(character.isascii() and character.isalpha() for character in text):
        return
    scripts = {_script(character) for character in text if character.isalpha()}
    if scripts == {"CYRILLIC"} and not (_UNUSUAL.search(text) or _ODD_CYRILLIC.search(text)):
        return
    for read_as in (*_WESTERN, *_CYRILLIC):
        for written_in in _CYRILLIC:
            found = None if read_as == written_in else _decoded(text, read_as, written_in)
            if found and _is_russian(found):
                yield found


def _is_russian(text: str) -> bool:
    """Return whether a text may be a name in Cyrillic letters, of one language."""
    odd = _NO_WORD.search(text) or _ODD_CYRILLIC.search(text)
    return not odd and _is_written_as_names_are(text) and all(map(_RUSSIAN.fullmatch, _words(text)))


def _latin(text: str) -> Iterator[str]:
    """Yield words of two alphabets with their Cyrillic letters as those of a western page.

    Not where each of these letters looks Latin: somebody took it for the same.
    """
    words = _words(text)
    mixed = [word for word in words if {"LATIN", "CYRILLIC"} <= {_script(c) for c in word}]
    others = {c for word in words for c in word if _script(c) == "CYRILLIC"}
    begins = {word[0] for word in words if _script(word[0]) == "CYRILLIC"}
    if not mixed or others <= _look_alikes() or not begins <= _look_alikes():
        return
    if all(script_of(character) == "Cyrillic" for word in mixed for character in clean(word)):
        return  # each Latin letter looks Cyrillic: KУЛEШOB
    for written_in in _OF_ONE_LETTER:
        found = _decoded(text, "cp1251", written_in)
        scripts = {_script(c) for word in _words(found or "") for c in word}
        if found and scripts == {"LATIN"} and _is_written_as_names_are(found):
            yield found


def _hebrew(text: str) -> Iterator[str]:
    """Yield words of small accented letters alone as the Hebrew that a western page made them of."""
    if all(map(OF_HEBREW.fullmatch, _words(text))) and (found := _decoded(text, "cp1252", "cp1255")):
        yield found


def _of_central_europe(text: str) -> Iterator[str]:
    """Yield a text with Č, č and ć where a western page shows È, è and æ: Živkoviæ."""
    if _CENTRAL.search(text):
        for read_as, written_in in (("cp1252", "cp1250"), ("latin-1", "iso8859-2")):
            found = _decoded(text, read_as, written_in)
            if found and _is_written_as_names_are(found):
                yield found


def _turkish(text: str) -> Iterator[str]:
    """Yield a text with ş, ğ and ı where a western page shows þ, ð and ý: Þahin.

    Icelanders have these letters, too.
    """
    plain = 2 * sum(map(str.isascii, text)) > len(text)
    if plain and re.search("[ÞþÐð]", text) and (found := _decoded(text, "cp1252", "cp1254")):
        yield found
    central = len(_OF_TURKISH.intersection(text.lower())) > 1
    if plain and central and (found := _decoded(text, "cp1250", "cp1254")):
        yield found


def _of_one_alphabet(text: str) -> Iterator[str]:
    """Yield Latin letters as another page of them shows them: JŸrgen, Gonz·lez."""
    if not _ODD_LATIN.search(text):
        return
    for read_as, written_in in _LATIN_PAGES:
        found = _decoded(text, read_as, written_in)
        if found and _is_written_as_names_are(found) and _has_usual_letters(found):
            yield found


def _has_usual_letters(text: str) -> bool:
    return all(letter.isascii() or letter.lower() in _LETTERS_OF_NAMES for letter in text if letter.isalpha())


def _from_afar(text: str) -> Iterator[str]:
    """Yield Greek, Hebrew, Arabic or Thai that a page of other letters shows."""
    odd = _ODD_CYRILLIC.search(text) or _UNUSUAL.search(text) or _ODD_ELSEWHERE.search(text)
    if not odd or any(character.isascii() and character.isalpha() for character in text):
        return
    for read_as in _READ_FROM_AFAR:
        for written_in in _FROM_AFAR:
            found = None if read_as == written_in else _decoded(text, read_as, written_in)
            if found and _is_of_names_afar(found):
                yield found


def _is_of_names_afar(text: str) -> bool:
    """Return whether a text is of one script of Greek, Hebrew, Arabic and Thai, written as names are."""
    words = text.split()
    letters = [character for character in text if not character.isspace()]
    scripts = {_script(character) for character in letters}
    if len(scripts) != 1 or not scripts <= {"GREEK", "HEBREW", "ARABIC", "THAI"}:
        return False
    return (
        not _NO_NAME.search(text)
        and all(len(word) > 1 and (not word.isascii()) for word in words)
        and ("GREEK" not in scripts or _is_written_as_names_are(text))
    )


def _from_its_end(text: str) -> Iterator[str]:
    """Yield Arabic that a printed page's text was taken from letter by letter, from its end: يبرحلا."""
    letters = unicodedata.normalize("NFKC", text)
    if _BACKWARDS.search(letters) and not _FORWARDS.search(letters):
        yield letters[::-1]


def _overridden(text: str) -> Iterator[str]:
    """Yield a text as it is shown where a sign turns what stands behind it round: niwdlaB giarC."""
    if "\u202e" in text:
        yield _OVERRIDE.sub(lambda found: found[1][::-1], text)


@cache
def _look_alikes() -> frozenset[str]:
    return frozenset(letter for letter, _ in read_table("lookalikes.tsv", 2))


def _script(character: str) -> str:
    return unicodedata.name(character, "?").split()[0]


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\W\d_]+", text) if word]


def _is_name(text: str) -> bool:
    """Return whether a text is of letters and what stands between those of names."""
    return any(map(str.isalpha, text)) and all(
        (character.isascii() and character.isprintable()) or character.isalpha() or character in "’–· "
        for character in text
    )


def _is_written_as_names_are(text: str) -> bool:
    return _is_name(text) and all(len(word) == 1 or word.istitle() or word.isupper() for word in _words(text))
