"""What the index takes a likeness to be is that likeness, and no word that is alike is passed over."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions_screen.engine._vocabulary import Vocabulary
from sanctions_screen.likeness import FULL, likeness
from sanctions_screen.matching.alignment import JOIN_LENGTHS_APART
from sanctions_screen.names import comparable_name
from sanctions_screen.names.languages import Language, common_languages
from sanctions_screen.names.sounds.likeness import (
    has_half,
    romanised_similarity,
    similarity_bound,
    sound_classes,
    sound_similarity,
    sound_weight,
)
from sanctions_screen.names.sounds.of_many import bounds, sound_similarities
from sanctions_screen.names.sounds.spelling import sounds
from sanctions_screen.testing import person_names
from sanctions_screen.weights import weights

JOINED_FLOOR = weights().rules.joined_floor
# Spellings that meet by every rule there is: slips, sounds, known originals, nicknames, halves, syllables.
FAMILIES = (
    ("mohammed", "muhammad", "mehmet", "m*hmd", "mohamad", "muhamad"),
    ("abdulaziz", "abdulrahman", "abdelaziz", "aziz", "abdalaziz", "bdlzyz", "*bd*l*z*z"),
    ("hasan", "husain", "hussein", "hassan", "h*s*n", "hsyn"),
    ("nasruddin", "shamsuddin", "nasr", "shams", "nasrullah", "ullah", "abuullah", "abuuddin"),
    ("seok", "sok", "suk", "seog", "chol", "cheol", "chul", "chon", "kim", "gim", "wang", "wong", "huang"),
    ("htay", "tay", "kyaw", "kyo", "maung", "mg", "shwe", "nwe"),
    ("william", "bill", "robert", "bob", "alexander", "sasha", "aleksandr", "iskander"),
    ("yekaterina", "ekaterina", "katerina", "yekatirena", "ecaterina"),
    ("shcherbakov", "schtscherbakow", "szczerbakow", "shtsherbakoff", "cherbakova"),
    ("a", "", "y", "hy", "ii", "3rd", "103", "aeiou"),
)
SOUNDS_LIKE = st.text("aeiouyhwkgxqstzcjbpdvfmnlr*", max_size=12)
LATIN_WORDS = st.sampled_from([word for family in FAMILIES for word in family])
NAMED = person_names().flatmap(
    lambda name: st.sampled_from(
        [part.text for reading in comparable_name(name, "person").readings for part in reading.parts] or ["x"]
    )
)
WORDS = LATIN_WORDS | SOUNDS_LIKE | NAMED
SPOKEN: st.SearchStrategy[frozenset[Language]] = st.frozensets(
    st.sampled_from(("burmese", "chinese", "korean")), max_size=3
)


@st.composite
def respelled(draw: st.DrawFn) -> tuple[str, str]:
    """Draw two words that are often one, spelled in two ways or with a slip."""
    first = draw(WORDS)
    if draw(st.booleans()):
        return first, draw(st.sampled_from(draw(st.sampled_from(FAMILIES))))
    second = draw(st.just(first) | WORDS)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(second)))
        second = second[:at] + draw(st.sampled_from("aeiouyhkstn*") | st.just("")) + second[at + 1 :]
    return first, second


@settings(max_examples=150)
@given(respelled(), SPOKEN, SPOKEN)
def test_a_word_held_is_found_with_its_likeness_whatever_languages_the_names_share(
    pair: tuple[str, str], mine: frozenset[Language], theirs: frozenset[Language]
) -> None:
    text, held = pair
    vocabulary = Vocabulary()
    number = vocabulary.add(held, theirs, exact=False)
    vocabulary.freeze()
    found = dict(zip(*(column.tolist() for column in vocabulary.alike(text, mine, 0)), strict=True))
    assert found.get(number, 0) >= likeness(text, held, common_languages(mine, theirs)).amount


@settings(max_examples=150)
@given(respelled())
def test_without_languages_the_likeness_is_the_very_one_the_comparison_finds(pair: tuple[str, str]) -> None:
    text, held = pair
    vocabulary = Vocabulary()
    vocabulary.add(held, frozenset(), exact=False)
    vocabulary.freeze()
    _, alike = vocabulary.alike(text, frozenset(), 0)
    amount = likeness(text, held).amount
    assert alike.tolist() == ([amount] if amount else [])


@settings(max_examples=100)
@given(respelled(), st.lists(WORDS, max_size=6))
def test_joined_words_are_found_when_they_are_near_in_length_and_close(
    pair: tuple[str, str], others: list[str]
) -> None:
    text, held = pair
    vocabulary = Vocabulary()
    for other in others:
        vocabulary.add(other, frozenset(), exact=False)
    number = vocabulary.add(held, frozenset(), exact=False)
    vocabulary.freeze()
    numbers, _ = vocabulary.alike(text, frozenset(), JOINED_FLOOR, JOIN_LENGTHS_APART)
    near = abs(len(text) - len(held)) <= JOIN_LENGTHS_APART
    if near and likeness(text, held).amount >= JOINED_FLOOR:
        assert number in numbers.tolist()
    lengths = [len([*dict.fromkeys([*others, held])][n]) for n in numbers.tolist()]
    assert all(abs(len(text) - length) <= JOIN_LENGTHS_APART for length in lengths)


@given(WORDS, SPOKEN)
def test_a_word_met_only_by_its_equal_is_found_by_its_equal(word: str, spoken: frozenset[Language]) -> None:
    vocabulary = Vocabulary()
    vocabulary.add(word, spoken, exact=True)
    vocabulary.freeze()
    numbers, alike = vocabulary.alike(word, frozenset(), 0)
    assert (numbers.tolist(), alike.tolist()) == ([0], [FULL])
    assert not len(vocabulary.alike(word + "x", frozenset(), 0)[0])


@settings(max_examples=100)
@given(WORDS, st.lists(WORDS | SOUNDS_LIKE, min_size=1, max_size=8))
def test_many_likenesses_of_sounds_at_once_are_those_found_one_by_one(first: str, others: list[str]) -> None:
    mine = sounds(first)
    heard = [sounds(other) for other in others]
    for bare in (False, True):
        some = [word for word in heard if ("*" in mine or "*" in word) == bare]
        weights = np.array([sound_weight(word) for word in some], dtype=np.int64)
        found = sound_similarities(mine, some, weights, bare=bare)
        expected = [sound_similarity(mine, word) for word in some]
        assert found.tolist() == expected


@settings(max_examples=100)
@given(WORDS, st.lists(WORDS, min_size=1, max_size=8))
def test_many_bounds_at_once_are_those_found_one_by_one_and_bound_the_likeness(
    first: str, others: list[str]
) -> None:
    for bare in (False, True):
        some = [w for w in others if ("*" in first or "*" in w) == bare and not has_half(first + w)]
        some = [w for w in some if not has_half(first) and not has_half(w)]
        classes = [sound_classes(sounds(word), bare=bare) for word in some]
        weights = np.array([sound_weight(sounds(word)) for word in some], dtype=np.int64)
        levels = [[word[i] for word in classes] for i in range(len(sound_classes("", bare=bare)))]
        found = bounds(sounds(first), levels, weights, bare=bare)
        for word, bound in zip(some, found.tolist(), strict=True):
            exact = similarity_bound(first, word)
            assert exact in (FULL, bound)  # FULL: a known original
            assert exact >= romanised_similarity(first, word)
