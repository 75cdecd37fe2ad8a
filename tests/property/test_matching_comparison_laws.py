"""Comparing two names: symmetric, in [0, 1], explained in full, blind to disguises, the same on every run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from random import Random

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from name_strategies import ANY_TEXT, KINDS, related_names

from sanctions_screen.cells import read_cell
from sanctions_screen.matching import compare_names
from sanctions_screen.model import PartyKind
from sanctions_screen.names import comparable_name, fold
from sanctions_screen.names.languages import languages
from sanctions_screen.testing import MUST_SURVIVE, Perturbation, organisation_names, person_names

PAIRS = related_names() | st.tuples(ANY_TEXT, ANY_TEXT)


def _shown(name: str, kind: PartyKind | None) -> list[list[str]]:
    """Return the parts of each reading of a name, sorted."""
    return [sorted(part.text for part in reading.parts) for reading in comparable_name(name, kind).readings]


@settings(max_examples=120)
@given(PAIRS, KINDS)
def test_two_names_without_a_line_score_nothing(pair: tuple[str, str], kind: PartyKind | None) -> None:
    comparison = compare_names(*pair, kind)
    assert bool(comparison.lines) == bool(comparison.speaks_for) == bool(comparison.score)
    if [] in (_shown(pair[0], kind), _shown(pair[1], kind)):
        assert comparison.lines == ()


@settings(max_examples=120)
@given(related_names(), st.sampled_from(("person", "organisation", "vessel")))
@example(("kimm sokchol", "kimm sokhc0l"), "organisation")
def test_every_part_of_both_names_stands_in_a_line_where_anything_met(
    pair: tuple[str, str], kind: PartyKind
) -> None:
    comparison = compare_names(*pair, kind)
    if not comparison.lines:
        return
    for side, name in enumerate(pair):
        told = {text for line in comparison.lines for text in (line.subject, line.listed)[side]}
        # Sokhc0l is compared as Sokhcol, too.
        forms = dict.fromkeys((name, *read_cell(name, kind).names))
        readings = [reading.parts for form in forms for reading in comparable_name(form, kind).readings]
        # As compared, or as written where a word was read as another: marine, ocean.
        assert any(all({part.text, part.joined_as} & told for part in parts) for parts in readings)
        assert told <= {text for parts in readings for part in parts for text in (part.text, part.joined_as)}


@settings(max_examples=120)
@given(related_names(), st.sampled_from(("person", "organisation", "vessel")))
def test_no_part_meets_twice(pair: tuple[str, str], kind: PartyKind) -> None:
    comparison = compare_names(*pair, kind)
    for side, name in enumerate(pair):
        met = Counter(
            text
            for line in comparison.lines
            if line.side == "for"
            for text in (line.subject, line.listed)[side]
        )
        readings = comparable_name(name, kind).readings
        assert not met or any(met <= Counter(part.joined_as for part in one.parts) for one in readings)


@settings(max_examples=120)
@given(ANY_TEXT, KINDS)
def test_names_equal_once_folded_score_1_and_what_cannot_be_compared_0(
    text: str, kind: PartyKind | None
) -> None:
    expected = float(bool(comparable_name(text, kind).readings))
    for other in (text, fold(text), f" {text}\u200b"):
        assert compare_names(text, other, kind).score == expected


@settings(max_examples=80)
@given(PAIRS, KINDS)
def test_asking_again_gives_the_same_bytes(pair: tuple[str, str], kind: PartyKind | None) -> None:
    asked = compare_names(*pair, kind).canonical_json()
    compare_names(pair[1], "Kim Sok Chol", kind)
    assert compare_names(*pair, kind).canonical_json() == asked


_NAMES = (
    "Kim Sŏk-ch'ŏl", "KIM, Sok Chol", "김석철", "金錫鐵", "Ким Сок Чхоль", "Thein Htay", "သိန်းဌေး",
    "Abd al-Rahman bin Yusuf", "عبد الرحمن يوسف", "Serge Kuznetsov", "Sergei I. Kuznetsow", "Bill O'Neil Jr",
    "Golden Star Trading Co., Ltd.", "OOO Zolotaya Zvezda", "Arsenal 103", "M/V Ocean Star", "山田太郎", "?!",
)  # fmt: skip
_ASK = """
import json, sys
from sanctions_screen.matching import compare_names
names = json.loads(sys.argv[1])
out = open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False)
for kind in ("person", None):
    for a in names:
        for b in names:
            print(compare_names(a, b, kind).canonical_json(), file=out)
"""


def test_comparisons_are_byte_identical_under_different_hash_seeds() -> None:
    def answers(hash_seed: str) -> bytes:
        command = [sys.executable, "-c", _ASK, json.dumps(_NAMES)]
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        return subprocess.run(command, capture_output=True, env=environment, check=True).stdout

    first, second = [answers(hash_seed) for hash_seed in ("1", "424242")]
    assert first.count(b"\n") == 2 * len(_NAMES) ** 2
    assert second == first


# -- disguises ---------------------------------------------------------------------------------------------

_NOT_DISGUISES = ("title-added", "legal-form", "order", "comma-order")
_DISGUISES = [change for change in MUST_SURVIVE if change.name not in _NOT_DISGUISES]


@pytest.mark.parametrize("change", _DISGUISES, ids=lambda change: change.name)
@settings(max_examples=30)
@given(related_names(), st.integers(0, 2**16), st.sampled_from((None, "person", "organisation")))
def test_a_disguised_name_compares_like_the_plain_one(
    change: Perturbation, pair: tuple[str, str], seed: int, kind: PartyKind | None
) -> None:
    first, second = pair
    disguised = change.apply(first, seed)
    assert compare_names(disguised, first, kind).score == pytest.approx(1.0)
    plain, hidden = (compare_names(name, second, kind).score for name in (first, disguised))
    # Names equal once folded are 1 by definition, and a hyphen is no blank there.
    assume(1.0 not in (plain, hidden))
    assert hidden == plain


@settings(max_examples=80)
@given(person_names(script="Latn"), st.integers(0, 2**16))
def test_the_order_of_the_parts_costs_a_person_nothing(name: str, seed: int) -> None:
    words = name.split()
    if languages(tuple(part.text for part in comparable_name(name, "person").parts)):
        turn = seed % len(words)  # of syllables only the surname may move (tests/test_matching_order.py)
        words = [*words[turn:], *words[:turn]]
    else:
        Random(seed).shuffle(words)
    for turned in (" ".join(words), f"{words[0]}, {' '.join(words[1:])}"):
        # Not where a part is a title, or half of a compound, in one place and a name in another.
        if _shown(name, "person") == _shown(turned, "person"):
            assert compare_names(name, turned, "person").score == pytest.approx(1.0)


_TITLES = ("Mr", "Mrs.", "Dr.", "Professor", "General", "Lt. Gen.", "Sheikh", "Haji", "Maulavi", "Sir")
_NO_FAMILY = tuple(title for title in _TITLES if title not in ("Sheikh", "Maulavi"))
"""Those two are families' names, too, which a customer's cell may have in front."""


@settings(max_examples=60)
@given(person_names(script="Latn"), st.sampled_from(_TITLES))
def test_an_honorific_added_costs_nothing(name: str, title: str) -> None:
    assume(len(comparable_name(name, "person").parts) > 1)
    assert compare_names(f"{title} {name}", name, "person").score == pytest.approx(1.0)


@settings(max_examples=60)
@given(person_names(script="Latn"), person_names(script="Latn"), st.sampled_from(_NO_FAMILY))
def test_an_honorific_that_both_have_makes_nobody_more_alike(first: str, second: str, title: str) -> None:
    plain = compare_names(first, second, "person").score
    titled = compare_names(f"{title} {first}", f"{title} {second}", "person").score
    assert titled == pytest.approx(plain)


@settings(max_examples=60)
@given(organisation_names(), st.sampled_from(("Ltd", "LLC", "GmbH", "OOO", "S.A.", "Inc.", "JSC")))
def test_a_legal_form_added_costs_an_organisation_little(name: str, form: str) -> None:
    assert compare_names(f"{name} {form}", name, "organisation").score >= 0.9


_STORMS = {
    "words": "ab " * 3_300,
    "one word": "a" * 10_000,
    "syllables without blanks": "maung" * 2_000,
    "Arabic": "محمد" * 2_500,
    "Cyrillic": "ж" * 10_000,
    "kana": "カ" * 10_000,
    "NULs between letters": "K\x00i\x00m\x00 " * 1_400,
    "a combining storm": "a" + "\u0301" * 9_999,
    "Burmese": "မ" * 10_000,
    "Burmese words": "သန်းရွှေ" * 1_200,
    "Han": "金" * 10_000,
    "Hangul": "김" * 10_000,
    "one sign that is eighteen letters": "\ufdfa" * 10_000,
    "initials": "a " * 5_000,
}


@pytest.mark.parametrize("storm", _STORMS.values(), ids=_STORMS.keys())
def test_ten_thousand_characters_are_compared_in_bounded_time(storm: str) -> None:
    started = time.process_time()
    assert 0.0 <= compare_names(storm, storm + " b", "person").score <= 1.0
    compare_names(storm, "Kim Sok Chol", "organisation")
    assert time.process_time() - started < 20.0  # coverage costs a few times, the square minutes
