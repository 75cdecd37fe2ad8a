"""Cleaning, folding and cutting a name: total over any text, settled after one round, blind to disguises."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from name_strategies import ANY_TEXT, KINDS, LATIN_NAMES, NAMES

from sanctions_screen.model import PartyKind
from sanctions_screen.names import ComparableName, clean, comparable_name, fold
from sanctions_screen.names.languages import is_of_syllables
from sanctions_screen.names.writing.scripts import script_of, script_runs

_STORMS = {
    "one letter": "a" * 10_000,
    "words": "ab " * 3_300,
    "initials": "a. " * 3_300,
    "a combining storm": "a" + "\u0301" * 9_999,
    "marks of every sort": "e\u0300\u0489\u0323" * 2_500,
    "NULs": "\x00" * 10_000,
    "lone surrogates": "\ud800" * 10_000,
    "direction marks": "\u202eabc\u202c" * 2_000,
    "brackets": "(" * 10_000,
    "commas": "a," * 5_000,
    "apostrophes": "'" * 10_000,
    "fractions": "½" * 10_000,
    "digits": "1" * 10_000,
    "one sign that is eighteen letters": "\ufdfa" * 10_000,
    "Hangul": "김" * 10_000,
    "Han": "金錫" * 5_000,
    "Han and kana": "山カ" * 5_000,
    "Burmese": "သန်းရွှေ" * 1_200,
    "Arabic": "محمد " * 2_000,
    "Hebrew": "שלום " * 2_000,
    "Cyrillic": "ж" * 10_000,
    "Devanagari": "क्" * 5_000,
    "Thai": "ก" * 10_000,
    "Ethiopic": "ክ" * 10_000,
    "Tibetan, which has no table here": "ཀ" * 10_000,
    "pictures": "😀" * 10_000,
    "honorifics": "general " * 1_200,
    "Burmese honorifics": "maung " * 1_600,
    "halves of Arabic compounds": "abd al " * 1_400,
    "half a legal form": "limited liability " * 550,
}


def _words(name: ComparableName) -> list[tuple[str, ...]]:
    """Return the texts of the parts, reading by reading."""
    return [tuple(part.text for part in reading.parts) for reading in name.readings]


def _same(first: ComparableName, second: ComparableName) -> bool:
    return first.readings == second.readings and first.folded == second.folded


@settings(max_examples=200)
@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@settings(max_examples=200)
@given(ANY_TEXT)
def test_folding_twice_changes_nothing_and_cleaning_first_makes_no_difference(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(clean(text)) == fold(text)


@settings(max_examples=150)
@given(ANY_TEXT, KINDS)
def test_a_name_has_parts_or_a_reason_and_parts_are_plain_latin(text: str, kind: PartyKind | None) -> None:
    name = comparable_name(text, kind)
    assert (name.unscreenable_reason is None) == bool(name.readings)
    for reading in name.readings:
        assert reading.parts
        for part in reading.parts:
            assert part.text.isascii()
            assert part.text == part.text.lower() != ""
            assert " " not in part.text


@settings(max_examples=150)
@given(ANY_TEXT, KINDS)
def test_reading_the_text_of_a_reading_gives_the_same_parts(text: str, kind: PartyKind | None) -> None:
    name = comparable_name(text, kind)
    for reading in name.readings:
        if "*" in reading.text:  # a romaniser's mark for an unwritten vowel, which no written name has
            continue
        if name.compared_as == "organisation" and is_of_syllables(reading.standard):
            continue  # a syllable may be a word of some language once it is in Latin letters
        # Behind the name itself may stand its acronyms.
        again = comparable_name(reading.text, kind).readings[0]
        assert again.parts == reading.parts


@settings(max_examples=100)
@given(NAMES, KINDS)
def test_a_real_name_of_any_culture_and_kind_can_be_compared(text: str, kind: PartyKind | None) -> None:
    assert comparable_name(text, kind).readings


@given(ANY_TEXT)
def test_the_runs_of_a_text_joined_are_the_text_and_hold_one_script_each(text: str) -> None:
    runs = script_runs(text)
    assert "".join(run for _, run in runs) == text
    for script, run in runs:
        inside = {script_of(character) for character in run} - {"Common"}
        assert inside <= {script} or (script == "Kana" and inside <= {"Kana", "Han"})


@pytest.mark.parametrize("storm", _STORMS.values(), ids=_STORMS.keys())
def test_ten_thousand_characters_are_cut_and_read_in_bounded_time(storm: str) -> None:
    # Ample slack for a busy machine; what is quadratic in the length takes minutes.
    started = time.process_time()
    for kind in ("person", "organisation", "vessel"):
        assert comparable_name(storm, kind).unscreenable_reason != ""
    fold(storm)
    assert time.process_time() - started < 20.0  # coverage costs a few times, the square minutes


# -- disguises ---------------------------------------------------------------------------------------------

_UNSEEN = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
    "\u202a\u202e\u202c\u2066\u2069\u034f\ufe0f\u3164\U000e0101"
)


@settings(max_examples=100)
@given(NAMES, KINDS, st.data())
def test_what_cannot_be_seen_makes_no_difference(
    text: str, kind: PartyKind | None, data: st.DataObject
) -> None:
    hidden = text
    for unseen in data.draw(st.lists(st.sampled_from(_UNSEEN), min_size=1, max_size=4)):
        place = data.draw(st.integers(0, len(hidden)))
        hidden = hidden[:place] + unseen + hidden[place:]
    assert _same(comparable_name(hidden, kind), comparable_name(text, kind))


@settings(max_examples=100)
@given(NAMES, KINDS, st.sampled_from((str.upper, str.lower, str.title, str.swapcase)))
def test_case_makes_no_difference(text: str, kind: PartyKind | None, change: object) -> None:
    assert _same(comparable_name(change(text), kind), comparable_name(text, kind))  # type: ignore[operator]


@settings(max_examples=100)
@given(NAMES, KINDS, st.sampled_from(("NFC", "NFD", "NFKC", "NFKD")))
def test_the_normal_form_of_unicode_makes_no_difference(text: str, kind: PartyKind | None, form: str) -> None:
    other = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    assert _same(comparable_name(other, kind), comparable_name(text, kind))


@settings(max_examples=100)
@given(LATIN_NAMES, KINDS, st.data())
def test_accents_on_latin_letters_make_no_difference(
    text: str, kind: PartyKind | None, data: st.DataObject
) -> None:
    # No breve: over o and u it is the Korean vowel sign of McCune and Reischauer, which may be read.
    marks = st.sampled_from(("", "\u0300", "\u0301", "\u0302", "\u0304", "\u0328"))
    accented = "".join(c + data.draw(marks) if c.isalpha() else c for c in text)
    assert fold(accented) == fold(text)
    assert _words(comparable_name(accented, kind)) == _words(comparable_name(text, kind))


@settings(max_examples=100)
@given(LATIN_NAMES, KINDS)
def test_full_width_and_mathematical_letters_make_no_difference(text: str, kind: PartyKind | None) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    bold = "".join(chr(0x1D400 + ord(c) - ord("A")) if "A" <= c <= "Z" else c for c in text)
    for other in (wide, bold):
        assert _same(comparable_name(other, kind), comparable_name(text, kind))


_LOOKALIKE = {
    "a": "аα", "c": "сϲ", "e": "е", "i": "іι", "j": "ј", "o": "оο", "p": "рρ", "s": "ѕ", "x": "х", "y": "у",
    "A": "АΑ", "B": "ВΒ", "C": "С", "E": "ЕΕ", "H": "НΗ", "I": "ІΙ", "K": "КΚ", "M": "МΜ", "N": "Ν",
    "O": "ОΟ", "P": "РΡ", "T": "ТΤ", "X": "ХΧ", "Y": "Υ", "Z": "Ζ",
}  # fmt: skip
_BACK = {other: latin for latin, others in _LOOKALIKE.items() for other in others}


@settings(max_examples=150)
@given(LATIN_NAMES, KINDS, st.data())
def test_lookalike_letters_in_a_latin_name_make_no_difference(
    text: str, kind: PartyKind | None, data: st.DataObject
) -> None:
    places = [i for i, c in enumerate(text) if c in _LOOKALIKE]
    own = [i for i, c in enumerate(text) if c.isalpha() and c not in _LOOKALIKE]
    chosen = data.draw(st.sets(st.sampled_from(places), max_size=4)) if places and own else set()
    changed = list(text)
    for place in sorted(chosen):
        changed[place] = data.draw(st.sampled_from(_LOOKALIKE[text[place]]))
    assert _same(comparable_name("".join(changed), kind), comparable_name(text, kind))


_CYRILLIC = ("Сергей Шойгу", "Игорь Сечин", "Дмитрий Козак", "Юрий Борисов", "Пётр Фрадков", "Жанна Цой")


@settings(max_examples=100)
@given(st.sampled_from(_CYRILLIC), st.data())
def test_latin_lookalikes_in_a_cyrillic_word_make_no_difference(text: str, data: st.DataObject) -> None:
    changed = list(text)
    for word_start in (0, text.index(" ") + 1):
        word_end = text.find(" ", word_start) if word_start == 0 else len(text)
        places = [i for i in range(word_start, word_end) if text[i] in _BACK]
        # At most a third of a word: a word that is mostly Latin letters is a Latin word.
        most = (word_end - word_start) // 3
        for place in sorted(data.draw(st.sets(st.sampled_from(places), max_size=most))) if places else ():
            changed[place] = _BACK[text[place]]
    assert _same(comparable_name("".join(changed), "person"), comparable_name(text, "person"))


@settings(max_examples=150)
@given(LATIN_NAMES, KINDS, st.sampled_from("‐‑‒–—−－"), st.sampled_from("’‘ʼʻ´`′＇"))
def test_every_dash_and_every_apostrophe_is_the_same(
    text: str, kind: PartyKind | None, dash: str, apostrophe: str
) -> None:
    plain = text.replace(" ", "-", 1) + " O'Neill"
    other = plain.replace("-", dash).replace("'", apostrophe)
    assert _same(comparable_name(other, kind), comparable_name(plain, kind))
