"""The compiled engine hears words, and knows names by their sounds, as the reference does."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from engine_words import ANY_WORD, engine_words
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions_screen import engine
from sanctions_screen.names import fold
from sanctions_screen.names.romanise.known_names import originals, same_original
from sanctions_screen.names.romanise.latin_sounds import sounds
from sanctions_screen.names.romanise.tables import read_table

pytestmark = pytest.mark.skipif(not engine.available(), reason="the compiled engine was not built")

# Where a rule gives way to another: each place, doubled letters, the German w, and what is no letter.
_HARD = (
    "", "a", "*", "**", "a*a", "***a", "h", "hh", "hhh", "y", "yy", "yyy",
    # doubled letters and digraphs, whole and half
    "mohammed", "mohamed", "abbassh", "wadddhah", "mokhkhtar", "rassheed", "shsh", "shshsh", "shshh", "sshsh",
    "khkhkh", "kkhkh", "phph", "zhzh", "zzh", "pph", "chch", "cch", "thth", "tth", "tthth", "dhdhdh", "gghgh",
    "ssh", "sssh", "shssh", "xx", "qq", "ww", "yyov", "aabb", "aaa",
    # w as in German and Polish
    "lawrow", "wow", "wowa", "wew", "wewa", "owwa", "kowalow", "wiktorowa", "wiktorew", "w*ow", "wo*w", "ow",
    "owow", "awowaa", "wwow", "ewa", "owa", "wowowa",
    # endings and beginnings
    "skaya", "skaia", "iskaya", "novskaja", "ska", "iska", "ova", "nova", "eva", "ieva", "yeva", "ina",
    "mina",
    "off", "ivanoff", "eff", "ine", "nadine", "yevich", "fyevich", "yevna", "ah", "bah", "eh", "oh", "ih",
    "e", "ee", "ye", "ie", "je", "yo", "io", "you", "yoo", "yevgeny", "ieva", "jean", "oj", "ojoj", "uj",
    # vowels before vowels and consonants
    "daoud", "dawood", "dawud", "aoua", "awoo", "awooa", "aouad", "ouou", "ouououa", "oui", "looa", "iya",
    "iyad", "iyya", "ayi", "ayia", "aye", "ayesha", "zayed", "moammar", "muammar", "guevara", "gue", "gui",
    "guia", "qu", "que", "quq", "eau", "beaux", "ayev", "ayeva", "eyev", "aiev", "ajev",
    # long groups and their beginnings
    "schtsch", "schtschi", "chtch", "shtsh", "szcz", "shch", "sch", "dsch", "tsch", "tch", "tsh", "tz", "ts",
    "tss", "dzh", "dzs", "ck", "cq", "cks", "xksk", "jjj", "c", "cc", "acca",
    # what is no small letter
    "ABC", "O'Neill", "al-din", "sm1th", "123", "é", "skaïa", "naïve", "a b", "ß", "š",
    "\x00", "日本", "a\nb",
)  # fmt: skip
_HEARD = st.text("aeiouywhskdtgcpzjvnbqxlmr*", max_size=14)
_HABITS = tuple(row[0] for row in read_table("latin_sounds.tsv", 4))
# Spellings that rules are for, one after the other: where they meet, one gives way.
_MET = st.lists(st.sampled_from(_HABITS) | st.text("abehw*", max_size=2), max_size=5).map("".join)
_TABLES = ("arabic_names.tsv", "hebrew_names.tsv", "slavic_names.tsv")


def _known() -> list[str]:
    return [word for name in _TABLES for row in read_table(name, 3) for word in row[1].split()]


def _heard_alike(words: Iterable[str]) -> None:
    words = list(words)
    assert engine_words().sounds(words) == [sounds(word) for word in words]


def _known_alike(words: Iterable[str]) -> None:
    words = list(words)
    found = engine_words().originals(words)
    for word, texts in zip(words, found, strict=True):
        assert len(texts) == len(set(texts))
        assert set(texts) == originals(word), word
    assert engine_words().is_known(words) == [bool(originals(word)) for word in words]


def test_words_that_are_hard_to_hear_are_heard_alike() -> None:
    _heard_alike(_HARD)


def test_every_rule_is_followed_alike_wherever_it_stands() -> None:
    _heard_alike(
        before + habit + behind
        for habit in _HABITS
        for before in ("", "a", "b")
        for behind in ("", "a", "b", "w")
    )


@settings(max_examples=1000)
@given(_HEARD | _MET | ANY_WORD)
def test_any_word_is_heard_alike(word: str) -> None:
    _heard_alike([word])


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_any_text_is_heard_alike(text: str) -> None:
    _heard_alike([text])
    _known_alike([text])


def test_known_names_are_known_alike_and_so_are_their_neighbours() -> None:
    words = _known()
    _heard_alike(words)
    _known_alike(words)
    _known_alike(word.replace("y", "j") for word in words)
    _known_alike(word[:-1] for word in words)
    _known_alike(f"{word[:-1]}e{word[-1]}" for word in words)
    _known_alike(word[1:] + word[:1] for word in words[::7])


def test_words_too_short_or_with_a_wild_vowel_are_known_alike() -> None:
    _known_alike(
        (*_HARD, "al", "ali", "*ali", "jahja", "jjj", "adl", "adel", "bakr", "baker", "nasr", "nasser")
    )


@settings(max_examples=500)
@given(_MET | st.sampled_from(_known()), _MET | st.sampled_from(_known()))
def test_two_words_are_of_one_original_alike(first: str, second: str) -> None:
    _known_alike([first, second])
    assert engine_words().same_original(first, second) == same_original(first, second)


def test_words_of_real_names_are_heard_and_known_alike(shared_dir: Path) -> None:
    with (shared_dir / "eval" / "background.csv").open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    words = sorted({word for name in names for word in re.findall("[a-z]+", fold(name))})
    assert len(words) > 20_000
    _heard_alike(words)
    _known_alike(words[::3])
