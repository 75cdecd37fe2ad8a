"""Each rule of likeness, and all together: symmetric, in range, and complete by their keys."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_index_bounds import SPOKEN, WORDS, respelled

from sanctions_screen.likeness import (
    DIFFERENT,
    FULL,
    _known,
    _nicknames,
    _scanned,
    _shorthand,
    _slips,
    _spelling,
    _syllables,
    likeness,
)
from sanctions_screen.names.languages import Language
from sanctions_screen.names.sounds.likeness import sound_similarity, stem
from sanctions_screen.names.sounds.spelling import WILD_VOWEL, sounds
from sanctions_screen.weights import weights

RULES: dict[str, ModuleType] = {
    "known": _known,
    "nicknames": _nicknames,
    "scanned": _scanned,
    "shorthand": _shorthand,
    "slips": _slips,
    "spelling": _spelling,
}
Keys = Callable[[str], frozenset[str]]
PAIRS = respelled() | st.tuples(WORDS, WORDS)


def _every_key(word: str, languages: frozenset[Language]) -> frozenset[str]:
    found = _syllables.keys(word, languages) if languages else frozenset()
    return found.union(*(rule.keys(word) for rule in RULES.values()))


def _alike_in_every_sound(first: str, second: str) -> bool:
    """Return whether nothing that is heard of two words differs; a vowel that is not written is any."""
    heard = [(sounds(first), sounds(second)), (sounds(stem(first)), sounds(stem(second)))]
    return any(
        a == b or (WILD_VOWEL in a + b and sound_similarity(a, b) == FULL) for a, b in heard
    )  # fmt: skip


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
@settings(max_examples=120)
@given(PAIRS)
def test_a_rule_is_symmetric_and_in_range(rule: ModuleType, pair: tuple[str, str]) -> None:
    first, second = pair
    amount = rule.alike(first, second)
    assert isinstance(amount, int)
    assert amount == rule.alike(second, first)
    assert 0 <= amount <= FULL
    if amount == FULL:
        assert first == second or _alike_in_every_sound(first, second)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
@settings(max_examples=120)
@given(PAIRS)
def test_two_words_alike_by_a_rule_share_one_of_its_keys(rule: ModuleType, pair: tuple[str, str]) -> None:
    first, second = pair
    if rule.alike(first, second):
        assert not rule.keys(first).isdisjoint(rule.keys(second))


@settings(max_examples=150)
@given(PAIRS, SPOKEN)
def test_syllables_are_symmetric_in_range_and_share_a_key(
    pair: tuple[str, str], languages: frozenset[Language]
) -> None:
    first, second = pair
    amount = _syllables.alike(first, second, languages)
    assert amount == _syllables.alike(second, first, languages)
    assert 0 <= amount <= FULL
    if amount:
        assert not _syllables.keys(first, languages).isdisjoint(_syllables.keys(second, languages))


@given(st.integers(0, FULL), st.integers(0, FULL))
def test_letters_are_worth_less_across_syllables_and_the_more_the_more_alike(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert 0 <= _syllables.at_most(low) <= _syllables.at_most(high) <= high


@settings(max_examples=200)
@given(PAIRS, SPOKEN)
def test_likeness_is_symmetric_in_range_and_found_by_keys(
    pair: tuple[str, str], languages: frozenset[Language]
) -> None:
    first, second = pair
    found = likeness(first, second, languages)
    assert found == likeness(second, first, languages)
    assert found.amount == 0 or weights().rules.floor <= found.amount <= FULL
    assert (found.rule == "same") == (first == second)
    if first == second:
        assert found.amount == FULL
    elif found != DIFFERENT:
        assert not _every_key(first, languages).isdisjoint(_every_key(second, languages))
    if found.amount == FULL and not languages:
        assert first == second or _alike_in_every_sound(first, second)


@settings(max_examples=150)
@given(PAIRS)
def test_without_languages_the_likeliest_rule_wins_but_for_known_names(pair: tuple[str, str]) -> None:
    first, second = pair
    found = likeness(first, second).amount
    by_rule = {name: rule.alike(first, second) for name, rule in RULES.items()}
    if first == second:
        return
    if by_rule["known"] or by_rule["nicknames"]:
        assert found == (by_rule["known"] or by_rule["nicknames"])
    elif _known.known_apart(first, second):
        assert found == 0
    else:
        best = max(by_rule.values())
        assert found == (best if best >= weights().rules.floor else 0)


@settings(max_examples=150)
@given(PAIRS, SPOKEN)
def test_in_syllables_two_words_are_no_liker_than_as_syllables_or_as_letters(
    pair: tuple[str, str], languages: frozenset[Language]
) -> None:
    first, second = pair
    if first != second and languages:
        letters = _syllables.at_most(likeness(first, second).amount)
        assert likeness(first, second, languages).amount <= max(
            letters, _syllables.alike(first, second, languages)
        )
