"""The compiled engine reads firms' and ships' names as the reference does, step by step and whole."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from itertools import islice, product
from pathlib import Path
from typing import Literal

import pytest
from engine_words import ANY_WORD, engine_words
from hypothesis import example, given, settings
from hypothesis import strategies as st
from name_strategies import LATIN_NAMES

from sanctions_screen import engine
from sanctions_screen.names import fold
from sanctions_screen.names.acronyms import acronyms
from sanctions_screen.names.firm_words import english, placed_abbreviation
from sanctions_screen.names.organisations import has_legal_form, organisation_parts, without_legal_forms
from sanctions_screen.names.phrases import longest_phrase
from sanctions_screen.names.romanise.letter_rules import spell, standards
from sanctions_screen.names.romanise.organisation_words import english_from_latin
from sanctions_screen.names.romanise.tables import read_table as read_romanisers_table
from sanctions_screen.names.tables import read_table, word_classes, word_list

pytestmark = pytest.mark.skipif(not engine.available(), reason="the compiled engine was not built")

Kind = Literal["organisation", "vessel", "aircraft"]
Name = Sequence[str]
KINDS: tuple[Kind, ...] = ("organisation", "vessel", "aircraft")
_CLASSES = ("legal_forms.tsv", "organisation_words.tsv", "ordinals.tsv", "roman_numerals.tsv",
            "british_american.tsv", "suffixes.tsv")  # fmt: skip
_LISTS = ("vessel_prefixes.txt", "honorifics.txt", "ordinal_endings.txt", "small_words.txt", "particles.txt")

# Where reading a firm's or a ship's name takes a turn.
_HARD = (
    # legal forms: whole, alone, in front, behind, within, in English as in Russian
    "ltd", "limited liability company", "ltd ltd", "zelkova ltd", "ltd zelkova", "ooo zelkova llc",
    "otkrytoe aktsionernoe obshchestvo zelkova", "otkritoye akcionernoje obshestvo",
    "zelkova open joint stock",
    "obshchestvo s organichennoi otvetstvennostyu zelkova", "adkrytae aktsyianernae tavarystva veras",
    "spolka z ograniczona odpowiedzialnoscia zelkova", "nordbau gesellschaft mit beschrankter haftung",
    "federalnoe gosudarstvennoe bjudzhetnoe obrazovatelnoe uchrezhdenie vysshego obrazovaniya zelkova",
    "sociedad anonima de capital variable", "zelkova s de r l de c v", "zelkova s a l off shore",
    "kim ran", "nguyen eu", "a b", "zelkova a c", "company limited zelkova company", "state company",
    # abbreviations that are ones only where they stand
    "uk zelkova trading ltd", "zelkova uk ltd", "uk zelkova", "ooo uk zelkova", "uk ltd", "ltd uk",
    "uk uk ltd",
    "zelkova ic ticaret limited sirketi", "llc ic zelkova", "td zelkova ooo", "zelkova sc",
    "zelkova ran", "ran",
    "zelkova rl", "rl zelkova", "ooo mc mc", "tk ooo td", "zelkova eu", "eu ltd", "sc ltd zelkova ras",
    "nii zelkova ao", "tsnii zelkova", "dprk zelkova shipping", "zelkova it", "it it", "hq zelkova hq",
    # words of other languages, slips, words that are English already
    "ministerstvo oborony zelkovii", "zelkovan puolustusministerio", "velitelstvi raketoveho vojska zelkova",
    "forschungsinstitut zelkova", "zelkova oro pajegos", "bonyad e zelkova", "tsifrovye tekhnologii zelkova",
    "moskovskiy mashinostroitelniy zavod zelkova", "remontnyi zavod zelkova", "tyumenskii zavod",
    "siman zelkova",
    "aktsionernoye aktsioneroe akcyjanernaje", "bank banka banken bankov", "grodno grozny",
    # small words and letters that are none
    "bank of the east", "grupo w", "s and d", "e on", "w and co", "and", "of the", "y zelkova", "zelkova y",
    "a y b", "zelkova y compania", "zelkova e hijos", "i and i",
    # numbers: figures, ordinals, endings, Roman numerals
    "103 arsenal", "factory no 12", "2 oi zavod", "140 y zavod", "140 y", "zavod 140 y", "3 ii zavod",
    "12th unit",
    "2nd", "2nd 3rd", "nd", "1st ltd", "first zelkova", "twenty first", "twenty zelkova",
    "zelkova second bank",
    "zelkova xi", "xi zelkova", "xi", "zelkova iii ltd", "5 5 5", "5 ya", "5 h", "5 h 5",
    "otdel vtoroi zelkova",
    # ships and aircraft
    "m v ocean star", "mv ocean star", "m v", "ocean m v star", "the", "the ship", "ocean star i",
    "ocean star one",
    "i", "one", "star one", "ocean star a", "a ocean star", "ocean pearl 3", "oil tanker zelkova", "ep gom",
    "zelkova harbor", "harbor of labor", "color ltd", "theater center",
    # the wild vowel of a romaniser, letters and digits together
    "m*hmd b*nk", "*", "g4s", "m1x ltd", "k7b4 3rdx", "x" * 60, "agro phen", "agrophen",
)  # fmt: skip


def _phrases(table: str) -> list[str]:
    found = word_classes(table) if table.endswith(".tsv") else word_list(table)
    return sorted(" ".join(phrase) for phrase in found)


_STEMS = tuple(
    word.strip().removesuffix("*")
    for _, _, words in read_table("organisation_stems.tsv", 3)
    for word in words.split(",")
)
_ENDINGS = tuple(
    sorted(
        {ending.strip() for _, listed in read_table("word_endings.tsv", 2) for ending in listed.split(",")}
    )
)
_SHORTS = tuple(
    short.strip() for _, _, shorts in read_table("firm_abbreviations.tsv", 3) for short in shorts.split(",")
)
_PHRASES = tuple(phrase for table in (*_CLASSES, *_LISTS) for phrase in _phrases(table))


def _cyrillic_spelled() -> list[str]:
    """Return the Cyrillic words of the tables in every standard of Russian, whole and with an ending."""
    rows = [
        row for table in ("words", "places") for row in read_romanisers_table(f"organisation_{table}.tsv", 3)
    ]
    words = [row[0].removesuffix("*") for row in rows if re.match("[\u0400-\u04ff]", row[0])]
    spelled = [
        spell(word, "cyrillic.tsv", "ru", standard)
        for word in words
        for standard in standards("cyrillic.tsv", "ru")
    ]
    return [re.sub("[^a-z]", "", fold(word)) for word in spelled]


def _words_alike(words: Iterable[str]) -> None:
    words = list(dict.fromkeys(words))
    for word, found in zip(words, engine_words().english(words), strict=True):
        assert tuple(found) == english(word), word
    assert engine_words().english_from_latin(words) == [english_from_latin(word) for word in words]


def _names_alike(names: Iterable[Name], kinds: Sequence[Kind] = KINDS) -> None:
    names = [list(words) for words in names]
    for kind in kinds:
        for words, parts in zip(names, engine_words().organisation_parts(names, kind), strict=True):
            expected = [(part.text, part.role, part.written) for part in organisation_parts(words, kind)]
            assert parts == expected, (words, kind)
    assert engine_words().has_legal_form(names) == [has_legal_form(words) for words in names]
    named = [without_legal_forms(words) for words in names]
    assert engine_words().without_legal_forms(names) == [list(words) for words in named]
    expected = [list(acronyms(words, some)) for words, some in zip(names, named, strict=True)]
    assert engine_words().acronyms(names) == expected


def _written(names: Iterable[str]) -> list[Name]:
    return [words for name in dict.fromkeys(names) if (words := re.findall("[a-z0-9]+", fold(name)))]


def test_names_that_are_hard_to_read_are_read_alike() -> None:
    _names_alike(name.split() for name in _HARD)


def test_each_word_more_or_less_of_a_hard_name_is_read_alike() -> None:
    names = [name.split() for name in _HARD]
    _names_alike(words[:end] for words in names for end in range(1, len(words)))
    _names_alike(words[start:] for words in names for start in range(1, len(words)))


def test_no_words_are_no_parts() -> None:
    _names_alike([[]])


def test_every_phrase_of_the_tables_is_read_alike_by_itself_in_front_and_behind() -> None:
    phrases = [phrase.split() for phrase in (*_PHRASES, *_STEMS, *_SHORTS)]
    _names_alike(phrases)
    _names_alike((["zelkova", *phrase] for phrase in phrases), ("organisation",))
    _names_alike(([*phrase, "zelkova"] for phrase in phrases), ("organisation",))
    _names_alike(([*phrase, "zelkova", "ltd"] for phrase in phrases), ("organisation",))
    _names_alike((["mv", *phrase] for phrase in phrases), ("vessel",))


def test_every_phrase_is_read_alike_with_its_words_in_other_languages() -> None:
    foreign: dict[tuple[str, ...], list[str]] = {}
    for word in dict.fromkeys((*_STEMS, *_SHORTS, *" ".join(_PHRASES).split())):
        foreign.setdefault(english(word), []).append(word)
    choices = [[[word, *foreign.get((word,), [])[:3]] for word in phrase.split()] for phrase in _PHRASES]
    names = [list(words) for some in choices for words in islice(product(*some), 1, 20)]
    assert len(names) > 1000
    _names_alike(names, ("organisation",))
    _names_alike((["zelkova", *words] for words in names), ("organisation",))


def test_every_stem_is_put_into_english_alike_with_any_ending() -> None:
    _words_alike(_STEMS)
    _words_alike(
        f"{stem}{ending}" for at, stem in enumerate(_STEMS) for ending in islice(_ENDINGS, at % 23, None, 23)
    )


def test_words_that_sound_like_cyrillic_ones_are_put_into_english_alike_and_so_are_slips() -> None:
    words = _cyrillic_spelled()
    _words_alike(words)
    _words_alike(word + ending for word, ending in zip(words, _ENDINGS * len(words), strict=False))
    places = [(word, at % (len(word) or 1)) for at, word in enumerate(words)]
    _words_alike(word[:at] + word[at + 1 :] for word, at in places)
    _words_alike(word[:at] + "r" + word[at:] for word, at in places)
    _words_alike(
        word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :] for word, at in places
    )


_PIECES = st.sampled_from(_PHRASES) | st.sampled_from(_SHORTS) | st.sampled_from(_STEMS)
_INFLECTED = st.builds(str.__add__, st.sampled_from(_STEMS), st.sampled_from(_ENDINGS))
_LETTERS = st.sampled_from(
    ("a", "b", "y", "i", "e", "s", "1", "2", "12", "3rd", "zelkova", "of", "and", "uk", "ltd")
)
_NAMES = st.lists(_PIECES | _INFLECTED | _LETTERS | ANY_WORD, max_size=6).map(
    lambda some: " ".join(some).split()
)


@settings(max_examples=1000)
@given(_NAMES)
@example(["uk", "ltd", "uk"])
def test_any_name_is_read_alike(words: list[str]) -> None:
    _names_alike([words])


@settings(max_examples=500)
@given(LATIN_NAMES)
def test_names_as_lists_have_them_are_read_alike(name: str) -> None:
    _names_alike(_written([name]))


@settings(max_examples=500)
@given(ANY_WORD | _INFLECTED)
def test_any_word_is_put_into_english_alike(word: str) -> None:
    _words_alike([word])


@given(st.sampled_from(_SHORTS) | ANY_WORD, st.booleans(), st.booleans())
def test_an_abbreviation_means_the_same_where_it_stands(word: str, first: bool, last: bool) -> None:
    found = engine_words().placed_abbreviation(word, first, last)
    assert tuple(found) == placed_abbreviation(word, first=first, last=last)


@settings(max_examples=300)
@given(st.lists(_PIECES | ANY_WORD, min_size=1, max_size=4), st.sampled_from((*_CLASSES, *_LISTS)), st.data())
def test_the_longest_phrase_is_found_alike(pieces: list[str], table: str, data: st.DataObject) -> None:
    words = [*" ".join(pieces).split(), " ".join(pieces)]  # the last may be a phrase written as if one word
    start = data.draw(st.integers(0, len(words) - 1))
    assert engine_words().longest_phrase(words, start, table) == longest_phrase(words, start, table)


def test_firms_and_ships_on_lists_are_read_alike(shared_dir: Path) -> None:
    folder = shared_dir / "data" / "us-ofac-sdn"
    with (folder / "2024-07-02" / "SDN.CSV").open(encoding="utf-8", errors="replace") as file:
        rows = [row for row in csv.reader(file) if len(row) > 2]
    listed = {
        kind: [row[1] for row in rows if row[2].strip() == kind] for kind in ("-0-", "vessel", "aircraft")
    }
    firms = {row[0].strip() for row in rows if row[2].strip() == "-0-"}
    with (folder / "2021-07-07" / "ALT.CSV").open(encoding="utf-8", errors="replace") as file:
        aliases = [row[3] for row in csv.reader(file) if len(row) > 3 and row[0].strip() in firms]
    assert min(len(listed["-0-"]), len(aliases)) > 3000
    _names_alike(_written((*listed["-0-"], *aliases)), ("organisation",))
    _names_alike(_written((*listed["vessel"], *listed["aircraft"])), ("vessel", "aircraft"))


def test_names_in_the_languages_of_the_european_union_are_read_alike(shared_dir: Path) -> None:
    text = (shared_dir / "data" / "eu-fsf" / "2021-03-02" / "fsf.xml").read_text(encoding="utf-8")
    names = re.findall('wholeName="([^"]+)"', text)
    assert len(names) > 9000
    _names_alike(_written(names), ("organisation",))


def test_words_of_institutions_are_put_into_english_alike(shared_dir: Path) -> None:
    with (shared_dir / "eval" / "pairs.csv").open(encoding="utf-8") as file:
        pairs = [row for row in csv.DictReader(file) if row["kind"] == "org"]
    names = _written(row[side] for row in pairs for side in ("name_a", "name_b"))
    words = sorted({word for name in names for word in name})
    assert len(words) > 5000
    _words_alike(words)
