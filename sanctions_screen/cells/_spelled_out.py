"""Write a name out where it is written short, or in a form that another language gives it.

Reach for :func:`spelled_out` with one name. Each answer is the name again, with one thing put as the other
side of a comparison would have it: Md as Mohammad, v/d as van der, Đ as Dj, Kamil oglu as Kamilovich,
ZELKOVALLC as ZELKOVA LLC, XIV Brigade as 14 Brigade. Guarantees: never the name itself; other words stay as
they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Final

from .._late_pattern import late, without_case
from ..model import PartyKind
from ..names.firms import has_legal_form
from ..names.tables import phrase_list, read_table
from ._firms_words import forms_of_words, may_have_other_words
from ._forms import plain_words

__all__ = [
    "ARTICLES",
    "BEHIND_AN_ARTICLE",
    "SMALL_WORDS",
    "may_be_short",
    "may_be_short_for",
    "may_have_a_short_form",
    "short_words",
    "spelled_out",
]

_DJ: Final = {ord("Đ"): "Dj", ord("đ"): "dj"}
_A_NAME: Final = 60
_OF_DJ: Final = late("dj(?=[aeiou])", re.IGNORECASE)
_VIETNAMESE: Final = late("[ăâêôơưĂÂÊÔƠƯ\u1ea0-\u1ef9]")
_SONS: Final = frozenset({
    "oglu", "oghlu", "ogly", "ogli", "ugli", "ughli", "o'g'li", "o‘g‘li", "oʻgʻli", "o’g’li", "uly", "uulu",
    "oğlu", "оглы", "огли", "угли", "улы", "уулу", "ўғли",
})  # fmt: skip
_DAUGHTERS: Final = frozenset(
    {"qizi", "kizi", "kyzy", "gizi", "gyzy", "qyzy", "kyzi", "qızı", "kızı", "кызы", "кизи", "гызы", "қизи"}
)
SMALL_WORDS: Final = _SONS | _DAUGHTERS
"""Words in small letters behind a father's name."""
_CHILD: Final = "|".join(sorted(map(re.escape, SMALL_WORDS), key=len, reverse=True))
_PATRONYMIC: Final = late(
    rf"(?<![^\W_])(?P<father>[^\W\d_]{{2,}})(?P<parted>[\s-]+)?(?P<child>{_CHILD})(?![^\W_])", re.IGNORECASE
)
_CYRILLIC: Final = late("[\u0400-\u04ff]")
_SHORTEST_FATHER: Final = 4
"""Of a patronymic written as one word: Doly, July and Paoli are none."""
ARTICLES: Final = "ul|uel|ur|us|un|ud|uz"
"""The Arabic article as it is said between two words, to the first of which it is written."""
BEHIND_AN_ARTICLE: Final = (
    r"ha(?:q{1,2}(?:ue?)?|kk?)|h[ou]q(?:ue?)?|huda|islam|hasan|hassan|hussain|alam|am[ie]+n|az[ie]+z|kar[ie]+m"
    r"|qad[ie]+r|wahab|mul[ou]?k|mal[ie]+k|bari|wad[ou]+d|maj[ie]+d|ghani|nab[iy]|ras[ou]+l|hadi|mat[ie]+n|qayy?[ou]+m|hak[ie]+m"
    r"|ra[ou]+f|basit|jabb?ar|satt?ar|salam|razz?aq|khaliq|ghaf+[ou]+r|samad|wahid|hame+d|latif|zaman|ar[ei]fi?n|anam"
    r"|r[ae]h?m[aeo]+n|r[ae]h[ie]+m|rash[ie]+d|razz?a[qk]|abe?di?e?n|kabir|mu?mi?ni?n|mursali?e?n"
    r"|bashar|mann?an|anwar|millah|dawlah?|a[iy]n"
)
"""What stands behind an Arabic article in a name of two words written as one or two: Ziaur Rahman."""
_ARABIC: Final = late(
    rf"(?<![^\W_])(?P<first>[a-z]{{3,}}?)(?P<before>\s?)(?P<article>{ARTICLES})(?P<gap>[\s-]?)"
    rf"(?P<second>{BEHIND_AN_ARTICLE})(?![^\W_])",
    re.IGNORECASE,
)
_OF: Final = late(r"(?<=[^\W\d_])-[ei]-(?=[^\W\d_]{3})")
"""Persian "of" between two names: Fazal-e-Rabbi is Fazle Rabbi."""
_FORMS: Final = {
    **dict.fromkeys((
        "pjsc", "ojsc", "cjsc", "jsc", "llc", "llp", "ooo", "oao", "zao", "pao", "gmbh", "ltd", "limited",
        "inc", "corp", "plc", "sarl", "fze", "fzco", "fzc", "srl", "dooel", "kft", "doo", "ооо", "оао", "зао",
        "пао", "тоо", "тов", "too", "corporation", "company", "incorporated", "dmcc", "eood", "ltda", "fgup",
        "fsue", "фгуп",
    )),
    "spzoo": "sp z oo", "fzllc": "fz llc",
    "sdnbhd": "sdn bhd", "pteltd": "pte ltd", "pvtltd": "pvt ltd", "ptyltd": "pty ltd", "coltd": "co ltd",
    "privatelimited": "private limited",
}  # fmt: skip
"""Legal forms, and how those of two words are written."""
_FORM: Final = "|".join(sorted(_FORMS, key=len, reverse=True))
_GLUED_BEHIND: Final = late(rf"(?<![^\W_])([^\W\d_]{{4,}}?)(co\.?,\s?ltd|{_FORM})(?=\.?$|,)", re.IGNORECASE)
_SHORT_IN_FRONT: Final = "AO|UAB|SIA|NPO|NPP|PT|АО|НПО|НПП"
_SHORT_FORMS: Final = (
    late(rf"({_SHORT_IN_FRONT})([^\W\d_]{{6,}})"),
    late("([^\\W\\d_]{6,}?)(SAS|SPA|SA|AG|BV|NV|AS|OY|AB|KG)"),
)
"""A firm's name of one word may begin or end with a form too short to be looked for among others."""
_LONG: Final = 8
_GLUED_DOTTED: Final = late(r"(?<![^\W_])([^\W\d_]{4,}?)((?:[A-Za-z]\.){2,}[A-Za-z]{0,2}\.?)$")
"""KIRMASHS.A., Kirmashd.o.o."""
_CAMEL_FORM: Final = late(r"(?<=[^\W\d_][a-z])\.?(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[a-z])\.(?=[A-Z])")
"""Where a capital begins another word: KirmashSA, AOKirmash, KirmashCo.Ltd; kIRMASH lTD is turned about."""
_GLUED_BEFORE: Final = late(rf"^(?!(?:{_FORM})\b)({_FORM})([^\W\d_]{{5,}})(?![^\W_])", re.IGNORECASE)
_ROMAN: Final = late(
    r"(?<![^\W_])(?=[XVI]{2}|[CLXVI]{3}|[XVI]\s+(?i:corps|brigade|division|army|regiment|battalion|fleet|корпус|бригад"
    r"|дивизи|арми|полк|батальон|флот))(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})(?=(?:st|nd|rd|th)?\s+[^\W\d_]{3})"
)
_ONES: Final = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_TENS: Final = {
    "": 0, "X": 10, "XX": 20, "XXX": 30, "XL": 40, "L": 50, "LX": 60, "LXX": 70, "LXXX": 80, "XC": 90,
}  # fmt: skip
_CHILD_OF: Final = late(r"(?<![^\W_])(?:[asd]/[olp]|anak (?:lelaki|perempuan))(?![^\W_])", re.IGNORECASE)
"""Son or daughter of, as Malaysia and Singapore write it: a/l is s/o there."""
_WORD: Final = late(
    r"(?<![^\W_])[^\W\d_]+(?:[/.][^\W\d_](?![^\W_])|-(?i:dr|др|дръ|мир|р)(?![^\W_]))?ª?(?:\.|(?![^\W_]))"
)
_ARTICLE: Final = late(r"^the\s+(?=\S)", re.IGNORECASE)
_APART: Final = late(r"(?<=[^\W\d_])\s+['’‘ʼʻ`´](?=[^\W\d_]{1,4}(?![^\W_]))")
"""A blank before an Arabic sign that stands within a word: Sho 'a Aviation."""
_LETTERS_APART: Final = late(
    r"^(?:(?![a-z])[^\W\d_](?:\.\s*|\s+)){2,7}(?:(?i:co)\.?(?![^\W_])|(?![a-z])[^\W\d_]\.?(?![^\W_]))?"
)
"""A firm's letters one by one: S. A. M. Trading; with Co they may be one word as well: E. S. Co. is ESCO."""
_BEFORE_NONE: Final = "bcdfgjkmnpqrstvwxz"
"""Letters before which no word begins with an l: lgor is Igor; Lhotse, Lyon and Spanish Ll are words."""
_SMALL_L: Final = late(
    r"(?<=[A-Z])l(?=[A-Z])|(?<=[A-Z]{2})l(?![^\W_])|(?<![^\W_])l(?=[A-Z][A-Zl])"
    rf"|(?<![^\W_])l(?=[{_BEFORE_NONE}][a-z])"
)
_CASE_TURNED: Final = late(r"(?<![^\W_])[a-km-z][A-Z]")
"""Small letters and capitals in each other's place, as with a key that was locked: lEO mARTIN is no Ieo."""
_OF_EAST_ASIA: Final = r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_TITLE_GLUED: Final = late(
    r"^(?:Mrs?|Ms|Dr|Mme|Mlle|Prof)\.?(?=[A-Z][a-z]+\s)|^(?:นางสาว|นาย|นาง|เด็กชาย|เด็กหญิง|คุณ)(?=[\u0e01-\u0e44]{3})"
)
_EXCELLENCY: Final = late(r"^H\.E\.\s+(?=[^\W\d_]{2,}$)")
"""Before one word the letters may be those of given names, too."""
_OF_A_TICKET: Final = late(r"(?<=/)([A-Z]{3,})(?:MR|MRS|MS|MISS|MSTR|CHD|DR)$")
"""As airlines write a traveller's title: BROWN/OKSANAMRS."""
_SHORT_CAMEL: Final = late(rf"^({_SHORT_IN_FRONT})(?=[A-ZА-Я][a-zа-я]{{3}})")
_CAMEL: Final = late(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
_DISGUISED: Final = late(
    r"(?<![^\s'-])(?=[0-9@$€!]*[a-z])(?=[a-z]*[0-9@$€!])[a-z0-9@$€!]{4,}(?![^\s,'-])", re.IGNORECASE
)
_ORDINAL: Final = late(r"[0-9]+(?:st|nd|rd|th)|[a-z]+[0-9]+", re.IGNORECASE)
"""Digits behind letters are a number, Ocean2; letters behind digits make an ordinal."""
_DIGITS: Final = "0134578@$€!"
_AS_LETTERS: Final = tuple(str.maketrans(_DIGITS, letters) for letters in ("oieastbasei", "oleastbasei"))
_AS_SOUNDS: Final = {
    ord(digit): sound for digit, sound in zip("2356789", ("", "", "kh", "t", "h", "gh", "q"), strict=True)
}
"""Digits that Arabs write for sounds Latin letters lack: Mo7ammed, 3ali."""
_CASED_HINT: Final = late(
    rf"[a-z]{{3}}[A-Z]|\b[A-Z]{{2,4}}[A-Z][a-z]{{3}}|[A-Z]l[A-Z]|[A-Z]{{2}}l\b|\bl[A-Z][A-Zl]|\bl[{_BEFORE_NONE}]"
)
_DOTTED_HINT: Final = late(r"[^\W\d_]{4}\.[^\W\d_]\.")
_OF_TRUTH: Final = tuple(f"h{o}q{u}" for o in "ou" for u in ("", "u", "ue"))
"""How a name behind an article ends that may be written to it: Ziaul Haque, Azizulhuq."""
_IN_ROMAN: Final = "[clxvi]{1,7}(?:st|nd|rd|th)?"
_HINT: Final = late(
    rf"^the\s|đ|dj|(?:{_CHILD}|{_FORM}|{'|'.join(_OF_TRUTH)})(?![^\W_])|^(?:{_FORM})|(?<![^\W_]){_IN_ROMAN}\s"
    rf"|(?:{ARTICLES})[\s-]?(?:{BEHIND_AN_ARTICLE})(?![^\W_])",
    re.IGNORECASE,
)
_SMALL_HINT: Final = late(_HINT.pattern, re.ASCII)
"""The same among small letters of ASCII."""
_BEHIND_AN_ARTICLE: Final = late(rf"(?:{ARTICLES})(?:{BEHIND_AN_ARTICLE})$")
_ROMAN_WORD: Final = late(_IN_ROMAN)
_FORMS_IN_SMALL: Final = tuple(_FORMS)
_ENDS: Final = (*_FORMS, *map(without_case, SMALL_WORDS), *_OF_TRUTH)
"""What a word that may be short ends in, in letters that differ by no case."""
_ENDS_BEHIND_AN_ARTICLE: Final = late(rf"(?:{BEHIND_AN_ARTICLE})(?![^\W_])", re.IGNORECASE)
_SMALL_ENDS_BEHIND_AN_ARTICLE: Final = late(_ENDS_BEHIND_AN_ARTICLE.pattern, re.ASCII)


@cache
def _short() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what each short form may mean and where."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for meant, where, spellings in read_table("name_abbreviations.tsv", 3):
        for spelling in spellings.split(","):
            key = spelling.strip()
            found[key] = (*found.get(key, ()), (meant, where))
    return found


@cache
def short_words() -> frozenset[str]:
    """Return every short form of one word, of those with a hyphen also what stands before it."""
    before = {word.partition("-")[0] for word in _short() if "-" in word}
    return frozenset(_short()) | {word for word in before if (word,) not in phrase_list("particles.txt")}


@cache
def _own_forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return legal forms in letters of other scripts, and the Latin form of each by its letters."""
    latin = {
        letters.replace(" ", ""): form for letters, form in read_table("legal_forms_in_own_script.tsv", 2)
    }
    either = "|".join(r"[.\s]*".join(letters) for letters in sorted(latin, key=len, reverse=True))
    return late(rf"(?<![^\W_])(?:{either})\.?(?![^\W_])"), latin


def _in_latin_form(text: str) -> str:
    """Return a firm's name with its legal form in Latin letters: فيلمونت ذ.م.م as فيلمونت LLC."""
    forms, latin = _own_forms()
    return forms.sub(lambda found: latin["".join(filter(str.isalpha, found[0]))], text)


@cache
def _titles_behind() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return the titles that East Asia writes behind a name, and one of them behind a name."""
    rows = [(least, title) for least, title in read_table("east_asian_titles.tsv", 2)]
    each = "|".join(rf"(?<={_OF_EAST_ASIA}{{{least}}})\s*{title}" for least, title in rows)
    return tuple(title for _, title in rows), late(f"(?:{each})$")


def may_be_short(text: str) -> bool:
    """Return whether a text has a sign of another form than that of a short word."""
    small = _SMALL_HINT.search(text.lower()) if text.isascii() else _HINT.search(text)
    if small is not None or _CASED_HINT.search(text) is not None or _TITLE_GLUED.match(text) is not None:
        return True
    if not text.isascii() and _own_forms()[0].search(text):
        return True
    if text.endswith(_titles_behind()[0]) or text.startswith("H.E.") or "-e-" in text or "-i-" in text:
        return True
    return "." in text and _DOTTED_HINT.search(text) is not None


def may_be_short_for(word: str) -> bool:
    """Return whether a name may be short for a word that stands in it among others: :func:`may_be_short` says
    no of a name for none of whose words it may be."""
    if not word.isalpha():
        if may_be_short(f"{word} "):
            return True
    elif _has_a_hint(word):
        return True
    if may_have_other_words(word):
        return True
    if word.isascii():
        return _SMALL_ENDS_BEHIND_AN_ARTICLE.match(word.lower()) is not None
    if word.endswith(_titles_behind()[0]) or _ENDS_BEHIND_AN_ARTICLE.match(word):
        return True
    return word in _letters_of_own_forms()


def _has_a_hint(word: str) -> bool:
    """Return whether :func:`may_be_short` may say yes of a name for a word of letters alone.

    The same signs, looked for where a single word may have them: its ends, before its patterns are tried.
    """
    low = without_case(word)
    if low.endswith(_ENDS) or low.startswith(_FORMS_IN_SMALL) or "dj" in low or "đ" in low:
        return True
    if low == "the" or ("u" in low and _BEHIND_AN_ARTICLE.search(low)):
        return True
    if low[0] in "clxvi" and _ROMAN_WORD.fullmatch(low):
        return True
    # A sign of capitals is one amid small letters, or a small l in front.
    mixed = word[0] == "l" or not (word[1:].islower() or word.isupper())
    if mixed and _CASED_HINT.search(f"{word} "):
        return True
    return (mixed or not word.isascii()) and _TITLE_GLUED.match(f"{word} ") is not None


@cache
def _letters_of_own_forms() -> str:
    """Return the letters of every legal form in another script, a line each: a word may be a piece of one."""
    return "\n".join(_own_forms()[1])


def may_have_a_short_form(text: str) -> bool:
    """Return whether a text is one long word in capitals, as a firm's with its form written against it."""
    return " " not in text and len(text) >= _LONG and text.isupper()


def spelled_out(text: str, kind: PartyKind | None) -> Iterator[str]:
    """Yield the forms of a name of *kind* that another may have written."""
    found = dict.fromkeys(_forms(text, kind))
    yield from (form for form in found if form != text)


def _forms(text: str, kind: PartyKind | None) -> Iterator[str]:
    yield _ARTICLE.sub("", text)
    yield _APART.sub("'", text)
    if not _CASE_TURNED.search(text):
        yield _SMALL_L.sub("I", text)
    if not _VIETNAMESE.search(text):
        yield text.translate(_DJ)
        if len(text) <= _A_NAME:
            yield _OF_DJ.sub("d", text)  # as a list without accents has it
    for letters in _AS_LETTERS:
        yield _DISGUISED.sub(partial(_undisguised, letters=letters), text)
    if kind in (None, "person"):
        yield _DISGUISED.sub(partial(_undisguised, letters=_AS_SOUNDS), text)
        yield _written_out(text)
        yield _PATRONYMIC.sub(_slavic, text)
        yield " ".join(_CHILD_OF.sub(" ", text).split()).replace(" ,", ",")
        yield _CAMEL.sub(" ", text)
        yield _titles_behind()[1].sub("", text)
        yield _TITLE_GLUED.sub("", text)
        yield _EXCELLENCY.sub("", text)
        yield _OF_A_TICKET.sub(r"\1", text)
        yield _ARABIC.sub(_parted, text)
        yield _OF.sub(" ", text)
    if kind in (None, "organisation"):
        yield from _forms_of_a_firm(text, kind)
    if kind != "person":
        yield _ROMAN.sub(_number, text)


def _forms_of_a_firm(text: str, kind: PartyKind | None) -> Iterator[str]:
    yield from forms_of_words(text, kind)
    if (joined := _LETTERS_APART.sub(_letters_together, text)) != text and (
        kind == "organisation" or has_legal_form(plain_words(text))
    ):
        yield " ".join(joined.split())
    yield _GLUED_BEHIND.sub(_with_form, text)
    yield _GLUED_DOTTED.sub(r"\1 \2", text)
    for most in (0, 1):  # all capitals, or the first alone: KirmashCo.Ltd, KirmashSpA
        cut = _CAMEL_FORM.sub(" ", text, count=most)
        if cut != text and has_legal_form(plain_words(cut)):
            yield cut
    yield _GLUED_BEFORE.sub(r"\1 \2", text)
    yield _SHORT_CAMEL.sub(r"\1 ", text)
    if not text.isascii():
        yield _in_latin_form(text)
    if may_have_a_short_form(text):
        yield from (" ".join(found.groups()) for form in _SHORT_FORMS if (found := form.fullmatch(text)))


def _letters_together(found: re.Match[str]) -> str:
    return "".join(filter(str.isalpha, found[0])) + " "


def _number(found: re.Match[str]) -> str:
    return str(100 * len(found[1]) + _TENS[found[2]] + _ONES[found[3]])


def _undisguised(found: re.Match[str], letters: Mapping[int, int | str]) -> str:
    """Return a word with the digits and signs that stand for letters as these."""
    return found[0] if _ORDINAL.fullmatch(found[0]) else found[0].translate(letters)


def _written_out(text: str) -> str:
    """Return a name with its short forms written out."""

    def out(found: re.Match[str]) -> str:
        word = found[0]
        before, behind = text[: found.start()].strip(), text[found.end() :].strip()
        for meant, where in _short().get(word.rstrip(".").casefold(), ()):
            fits = {
                "any": bool(before or behind),
                "of": behind.lower().startswith("de"),  # Ma del Carmen
                "before": bool(behind) and not behind.startswith(","),
                "amid": bool(before and behind),
                "dotted": word[-1] in ".ª" and bool(behind),
            }
            if fits[where]:
                return meant
        return word

    return _WORD.sub(out, text)


def _with_form(found: re.Match[str]) -> str:
    form = "".join(filter(str.isalpha, found[2]))
    return f"{found[1]} {_FORMS[without_case(form)] or form}"


def _slavic(found: re.Match[str]) -> str:
    father, child = found["father"], found["child"].casefold()
    if not found["parted"] and len(father) < _SHORTEST_FATHER:
        return found[0]
    hard = father[-1].casefold() not in "aeiouyаеиоуы"
    if _CYRILLIC.match(father):
        return father + (("ович", "овна") if hard else ("евич", "евна"))[child in _DAUGHTERS]
    return father + (("ovich", "ovna") if hard else ("evich", "evna"))[child in _DAUGHTERS]


def _parted(found: re.Match[str]) -> str:
    return f"{found['first']} ul {found['second']}"
