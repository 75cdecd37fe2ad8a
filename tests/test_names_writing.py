"""What writing did to a name is undone, one thing at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from name_strategies import ANY_TEXT

from sanctions_screen.names.writing._look_alikes import in_one_script
from sanctions_screen.names.writing.brackets import without_brackets
from sanctions_screen.names.writing.scripts import COMMON, script_of
from sanctions_screen.names.writing.words import segments

LETTERS = set("abcdefghijklmnopqrstuvwxyz0123456789*")
CYRILLIC = st.text(st.characters(min_codepoint=0x0410, max_codepoint=0x044F) | st.just(" "), max_size=20)
LATIN = st.text(st.characters(min_codepoint=0x61, max_codepoint=0x7A) | st.just(" "), max_size=20)


@pytest.mark.parametrize(
    ("text", "left"),
    [("Ali (alias)", "Ali  "), ("[x] Ali {y}", "  Ali  "), ("(Ali)", "(Ali)"), ("Ali (open", "Ali (open")],
)
def test_what_stands_in_brackets_goes_unless_it_is_all_there_is(text: str, left: str) -> None:
    assert without_brackets(text) == left


@given(CYRILLIC | LATIN)
def test_a_text_in_one_script_stays_as_it_is(text: str) -> None:
    assert in_one_script(text) == text


def test_a_letter_that_only_looks_like_those_of_its_word_is_put_into_their_script() -> None:
    latin = in_one_script("Sm\u0456th")
    assert latin == "Smith"
    assert {script_of(letter) for letter in latin} - {COMMON} == {"Latin"}


def test_small_capitals_are_latin_letters_in_a_word_that_is_mostly_latin_alone() -> None:
    assert in_one_script("Vasilкovsкi") == "Vasilkovski"
    assert in_one_script("Anna Tihoмirova") == "Anna Tihomirova"
    assert in_one_script("Aркадий") == "Аркадий"  # one Latin letter in a Russian word


@given(ANY_TEXT, st.booleans())
def test_words_are_of_small_letters_and_digits_and_no_more_than_a_name_has(text: str, titles: bool) -> None:
    words = [word for segment in segments(text, titles=titles) for word in segment]
    assert len(words) <= 40
    assert all(0 < len(word) <= 60 and set(word) <= LETTERS for word in words)


def test_a_comma_parts_words_and_dots_are_a_title_or_initials() -> None:
    assert segments("Smith, John", titles=True) == (("smith",), ("john",))
    assert segments("A.B.C. Ltd", titles=False) == (("abc", "ltd"),)
    assert segments("John Smith, Ph.D.", titles=True)[0] == ("john", "smith")
