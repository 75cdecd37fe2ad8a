"""Undo what programs did to a text on its way here, where there is one way to.

Reach for :func:`undamaged`. Undone are HTML's entities and tags, the %XX of addresses, the \\uXXXX of JSON,
and UTF-8 or Cyrillic bytes that were read as a western code page (``MÃ¼ller``). Guarantees: a text without
signs of damage stays; what has signs of damage that cannot be undone is said to have, never passed over.
"""

from __future__ import annotations

import html
import re
import unicodedata
from base64 import b64decode
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from typing import Final
from urllib.parse import unquote_to_bytes

from .._late_pattern import late
from ..names.tables import phrase_table
from ._code_pages import OF_HEBREW, SUSPECT, read_again
from ._forms import is_without_case
from ._still_damaged import BYTES, LEAD, RUN, WESTERN, what_is_wrong
from ._typeset import plain_of_typesetting

__all__ = ["undamaged", "without_terminal_codes"]

_ENTITY: Final = late(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_BREAK: Final = late(r"<(?:br|/?p|/?div|/?li|/?tr|/?td|/?h[1-6])(?:\s+[a-z-]+=[^<>]*)?\s*/?>", re.IGNORECASE)
_TAG: Final = late(
    r"</?(?:a|b|i|u|em|strong|span|font|small|big|sup|sub|ul|ol|table|tbody|html|body)(?:\s+[a-z-]+=[^<>]*)?\s*/?>",
    re.IGNORECASE,
)
_PERCENT: Final = late(r"(?:%[0-9A-Fa-f]{2})+")
_EQUALS: Final = late(r"(?:=[0-9A-F]{2})+")
"""Quoted-printable, where a byte of it is none of ASCII: MMSI=273418590 is a number."""
_ESCAPED: Final = late(
    r"\\u\{([0-9A-Fa-f]{1,6})\}|\\'[0-9A-Fa-f]{2}|(?:\\u[0-9A-Fa-f]{4})+|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}"
)
_IN_BRACES: Final = late(r"\\x\{([0-9A-Fa-f]{2,6})\}")
_NAMED: Final = late(r"\\N\{([A-Z][A-Z0-9 -]{2,80})\}")
"""As Python writes a character by its name."""
_OF_STYLE: Final = late(
    r"\\(0[0-9A-Fa-f]{5})|\\(?=0)([0-9A-Fa-f]{4,5})(?: |(?![0-9A-Fa-f]))|\\([1-5][0-9A-Fa-f]{2}) (?=[a-z])"
)
"""As style sheets write characters: six digits of a code point, or fewer and a blank."""
_ESCAPED_TWICE: Final = late(r"\\{2,}(?=[uUxN])")
_HEXADECIMAL: Final = late(r"(?:0x|\\x)?((?:[0-9A-Fa-f]{2}[ :-]?){6,})")
_UTF_16: Final = late("(?:[\x00-\x08\x0e-\x1a][^\x00]?|[^\x00][\x00-\x08\x0e-\x1a]){3}")
_BARE_U: Final = late(r"(?<![\\%])u(0[0-9a-f]{3}|[1-9a-d][0-9a-f]{3})")
"""The \\uXXXX of JSON whose backslash somebody took away: Bu0142au017cej."""
_BARE_NUMBER: Final = late(r"(?<!&)(?<!&amp;)#([0-9]{3,6});")
"""The &#322; of HTML without its sign."""
_FEWEST_BARE: Final = 2
_OF_PYTHON: Final = late(r"b(['\"])(.*\\x.*)\1")
_PERCENT_U: Final = late(r"%u([0-9A-Fa-f]{4})")
_CODE_POINT: Final = late(r"<U\+([0-9A-Fa-f]{4,6})>|U\+([0-9A-Fa-f]{4,6})")
_BASE_64: Final = late(r"(?=\S*[0-9=])(?:[A-Za-z0-9+/]{4}){2,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_OF_MAIL: Final = late(r"=\?[\w-]{1,30}\?[bBqQ]\?[^?\s]{1,200}\?=")
_OF_A_SHEET: Final = late(r"_x([0-9A-Fa-f]{4})_")
"""As workbooks write what XML cannot hold."""
_UTF_7: Final = late(r"\+[A-Za-z0-9+/]{3,}(?:-|(?=\s)|$)")
_OCTAL: Final = late(r"(?:\\[0-3][0-7]{2})+")
_WRITTEN_BREAK: Final = late(r"(?:\\r)?\\n(?![a-z])|\\t(?![a-z])")
_SPACED: Final = late(r"[^\W\d_](?: [^\W\d_])+(?: {2,}[^\W\d_](?: [^\W\d_])+)*")
_FEWEST_SPACED: Final = 6
_APART: Final = late(r"(?<!\S)[^\W\d_](?: [^\W\d_](?!\S)){3,}+")
"""Letters that stand apart; possessive, so that a long row of them is gone through once."""
_SMALL_ONES: Final = late("[a-zß-ÿа-яё]+")
_FEWEST_SMALL: Final = 3
_FEWEST_APART: Final = 6
_OF_A_WORD: Final = late(r"[^\W\d_]{2}")
_SMALL_DOTTED: Final = late(r"(?<![^\W_])[A-ZÀ-ÞА-Я](?:\.[a-zß-ÿа-я]){2,}(?!\.?[^\W_])\.?")
"""Initials are capitals: A.n.n.a is none; legal forms are written so: G.m.b.H., S.a.r.l."""
_DOTTED: Final = late(
    r"(?<![^\W_])[^\W\d_](?:(?P<sign>[._·*-])[^\W\d_])(?:(?P=sign)[^\W\d_]){3,}(?![^\W_])(?:(?P=sign)(?!\S))?"
)
"""Five letters and more with one sign between each two: D.a.r.i.a.n, but U.S.S.R."""
_UNENDED: Final = late(
    r"&(?:#(?:19[2-9]|[2-9][0-9]{2}|[1-9][0-9]{3,4})|[A-Za-z](?:uml|acute|grave|circ|tilde|cedil|ring|slash)|szlig|[Aa][Ee]lig|nbsp)(?![;0-9])"
)
"""Letters of HTML without the semicolon at their end, as browsers take them."""
_TERMINAL: Final = late(r"\x1b\[[0-?]*[ -/]*[@-~]")
_CONTROLS: Final = late(r"[\x80-\x84\x86-\x9f](?=[^\W\d_])|(?<=[^\W\d_])[\x80-\x84\x86-\x9f]")
"""Control characters beside letters: letters of Windows' page that were read as ISO 8859-1."""
_MOST_TIMES: Final = 3
"""A text may have been damaged again: &amp;amp;uuml;."""


def without_terminal_codes(text: str) -> str:
    """Return *text* without what steers a terminal, whole: of ``ESC[31m`` no ``[31m`` may stay in a name."""
    return _TERMINAL.sub("", text) if "\x1b" in text else text


def undamaged(text: str) -> tuple[str, str | None]:
    """Return *text* with known damage undone, and what is wrong with it still; None where nothing is."""
    for _ in range(_MOST_TIMES):
        before = text
        for undo in (_unspaced, _without_markup, _without_escapes, _read_again, _cyrillic_read_again):
            text = undo(text)
        if text == before:
            break
    if _CONTROLS.search(text) and not read_again(text):
        text = _CONTROLS.sub(lambda found: found[0].encode("latin-1").decode("cp1252", "replace"), text)
    return text, what_is_wrong(text)


def _without_markup(text: str) -> str:
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
        text = _UNENDED.sub(lambda found: html.unescape(found[0] + ";"), text)
    return text


def _entity(found: re.Match[str]) -> str:
    """Return the character of an entity, its name in capitals too: &OUML; is &Ouml;."""
    written = html.unescape(found[0])
    if written == found[0] and found[0].isupper():
        other = html.unescape(found[0][:2] + found[0][2:].lower())
        return other if other != found[0][:2] + found[0][2:].lower() else found[0]
    return written


def _without_escapes(text: str) -> str:
    if "%" in text:
        text = _PERCENT_U.sub(lambda found: _character(int(found[1], 16), found[0]), text)
        if _PERCENT.search(text):
            spaced = text if re.search(r"\s", text) else text.replace("+", " ")
            text = _PERCENT.sub(lambda found: _decoded(unquote_to_bytes(found[0]), found[0]), spaced)
    if "=" in text and not all(_unquoted(one).isascii() for one in _EQUALS.findall(text) if one != "=20"):
        text = _EQUALS.sub(lambda found: _decoded(_unquoted(found[0]), found[0]), text)
    if "U+" in text:
        text = _CODE_POINT.sub(lambda found: _character(int(found[1] or found[2], 16), found[0]), text)
    if "=?" in text:
        text = _OF_MAIL.sub(_of_mail, text)
    if _BASE_64.fullmatch(text):
        text = _of_base_64(text)
    if "+" in text:
        text = _UTF_7.sub(_of_utf_7, text)
    if "_x" in text:
        text = _OF_A_SHEET.sub(lambda found: _character(int(found[1], 16), found[0]), text)
    if whole := _HEXADECIMAL.fullmatch(text):
        text = _of_digits(whole)
    text = _without_bare_numbers(text)
    return _without_backslashes(text) if "\\" in text else text


def _without_bare_numbers(text: str) -> str:
    """Return *text* with letters for their numbers that lost the sign before them."""
    text = _BARE_NUMBER.sub(lambda found: _letter_of(int(found[1]), found[0]), text)
    letters = [_letter_of(int(code, 16), "") for code in _BARE_U.findall(text)]
    if len(letters) < _FEWEST_BARE or not all(letters):
        return text
    return _BARE_U.sub(lambda found: _letter_of(int(found[1], 16), found[0]), text)


def _without_backslashes(text: str) -> str:
    """Return *text* with what programming languages and style sheets write for a character as it."""
    text = plain_of_typesetting(_OF_PYTHON.sub(r"\2", _ESCAPED_TWICE.sub(r"\\", text)))
    text = _IN_BRACES.sub(lambda found: _character(int(found[1], 16), found[0]), text)
    text = _OF_STYLE.sub(lambda found: _character(int(found[1] or found[2] or found[3], 16), found[0]), text)
    text = _NAMED.sub(_called, text)
    text = _OCTAL.sub(_of_octal, _WRITTEN_BREAK.sub("\n", text))
    return _ESCAPED.sub(_unescaped, text)


def _unquoted(written: str) -> bytes:
    return bytes.fromhex(written.replace("=", ""))


def _character(code: int, otherwise: str) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else otherwise


def _letter_of(code: int, otherwise: str) -> str:
    """Return the letter of a number above those of ASCII; *otherwise* for what is none."""
    found = _character(code, otherwise)
    return found if found.isalpha() and not found.isascii() else otherwise


def _of_octal(found: re.Match[str]) -> str:
    return _decoded(bytes(int(one, 8) for one in found[0].split("\\")[1:]), found[0])


def _of_utf_7(found: re.Match[str]) -> str:
    """Return the letters of a run of UTF-7 (RFC 2152); +1234567- is a telephone's number and stays."""
    try:
        read = (found[0].removesuffix("-") + "-").encode().decode("utf-7")
    except UnicodeError:
        return found[0]
    return read if read.isalpha() and not read.isascii() else found[0]


def _of_base_64(text: str) -> str:
    """Return the name that a text is in base 64 (RFC 4648); the text itself where it is none."""
    try:
        read = b64decode(text, validate=True).decode("utf-8")
    except ValueError:
        return text
    whole = len(read.split()) > 1 or (not read.isascii() and is_without_case(read))
    return read if whole and _is_of_names(read) else text


def _called(found: re.Match[str]) -> str:
    """Return the character of a name that Unicode gives one."""
    try:
        return unicodedata.lookup(found[1])
    except KeyError:
        return found[0]


def _of_digits(found: re.Match[str]) -> str:
    """Return the name that a text is by its bytes in digits; the text itself where it is none."""
    try:
        read = bytes.fromhex(found[1].replace(":", "").replace("-", "")).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
    return read if _is_of_names(read) else found[0]


def _is_of_names(text: str) -> bool:
    """Return whether a text is of letters and what stands in names."""
    return any(map(str.isalpha, text)) and all(c.isalpha() or c in " ,.'-" for c in text)


def _of_mail(found: re.Match[str]) -> str:
    """Return the text of a word that mail has encoded (RFC 2047); as it is where it cannot be read."""
    try:
        return str(make_header(decode_header(found[0])))
    except (LookupError, UnicodeError, ValueError, HeaderParseError):
        return found[0]


def _unspaced(text: str) -> str:
    """Return a text whose letters stand apart (D A R I A N) with its words whole."""
    plain = _of_two_bytes(text).replace("\0", "")
    plain = "\n".join(map(_spelled, plain.split("\n")))
    plain = _SMALL_DOTTED.sub(_without_dots, plain)
    plain = _DOTTED.sub(lambda found: found[0].replace(found["sign"], ""), plain)
    if len(plain) < _FEWEST_SPACED * 2 or not _SPACED.fullmatch(plain):
        return plain
    return " ".join(word.replace(" ", "") for word in re.split(" {2,}", plain))


def _spelled(line: str) -> str:
    """Return a line with each word whose letters stand apart beside others whole: Anna B e r g."""
    if not _APART.search(line):
        return line
    last = max((found.start() for found in _OF_A_WORD.finditer(line)), default=0)
    return _APART.sub(lambda found: _joined(found, before_a_word=found.end() < last), line)


def _joined(found: re.Match[str], *, before_a_word: bool) -> str:
    """Return letters that stand apart as words, where a word stands before or behind them; four capitals are
    initials."""
    letters, words, at = found[0].replace(" ", ""), [], 0
    behind = found.string[max(0, found.start() - 3) : found.start()]
    may_begin = before_a_word or (behind.endswith(" ") and _OF_A_WORD.match(behind) is not None)
    while at < len(letters):
        small = _SMALL_ONES.match(letters, at + 1) if may_begin else None
        end = small.end() if small and small.end() > at + _FEWEST_SMALL else at + 1
        if may_begin and end == at + 1 and len(letters) - at >= _FEWEST_APART:
            end = len(letters)
        words.append(letters[at:end])
        at, may_begin = end, before_a_word
    return " ".join(words)


def _without_dots(found: re.Match[str]) -> str:
    letters = found[0].replace(".", "")
    return found[0] if (letters.lower(),) in phrase_table("legal_forms.tsv") else letters


def _of_two_bytes(text: str) -> str:
    """Return a text whose two bytes for each letter were read as two letters as it was meant."""
    if not _UTF_16.match(text):
        return text
    for order in ("utf-16-le", "utf-16-be"):
        try:
            read = text.encode("latin-1").decode(order)
        except UnicodeError:
            continue
        if _is_of_names(read):
            return read
    return text


def _decoded(raw: bytes, otherwise: str) -> str:
    """Return bytes as the UTF-8 they are; single bytes above ASCII are of a western code page."""
    try:
        found = raw.decode("utf-8")
    except UnicodeDecodeError:
        # What Windows' page leaves out is a control character of ISO 8859-1, which no name has.
        found = raw.decode("cp1252", "replace")
    return found if found.isprintable() else otherwise


def _unescaped(found: re.Match[str]) -> str:
    written = found[0]
    if written.startswith("\\u") and not found[1]:
        return bytes.fromhex(written.replace("\\u", "")).decode("utf-16-be", "replace")
    number = int("0" + (found[1] or written[2:]), 16)
    return _character(number, written)


def _read_again(text: str) -> str:
    """Return a text whose UTF-8 was read as a western code page as it was meant, run by run."""
    if text.isascii() or not LEAD.search(text):
        return text

    def again(found: re.Match[str]) -> str:
        try:
            return bytes(BYTES[character] for character in found[0]).decode("utf-8")
        except UnicodeDecodeError:
            return found[0]

    found = RUN.sub(again, text)
    # A page of central Europe has some of a western one's letters: one word read so would part the text.
    return text if found != text and SUSPECT.search(found) and read_again(text) else found


def _cyrillic_read_again(text: str) -> str:
    """Return words of accented letters alone as the Cyrillic that a western code page made them of.

    No language writes three accented letters and no other; of Cyrillic's code pages the one counts that gives
    words written as names are.
    """
    words = text.split()
    damaged = [word for word in words if WESTERN.fullmatch(word.strip(".,;-()'\""))]
    if not damaged or len(damaged) < len(words) or all(map(OF_HEBREW.fullmatch, words)):
        return text
    for page in ("cp1251", "koi8_r"):
        try:
            read = text.encode("latin-1").decode(page)
        except UnicodeError:
            continue
        if all(word.istitle() or word.isupper() for word in read.split()):
            return read
    return text
