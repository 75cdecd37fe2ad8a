"""What the accuracy report counts: cuts, ties, halves."""

from __future__ import annotations

import sys
from math import isinf, isnan
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"

if not (BENCHMARKS / "accuracy_measures.py").is_file():
    pytest.skip("the benchmarks are not here", allow_module_level=True)
sys.path.insert(0, str(BENCHMARKS))

from accuracy_data import (  # noqa: E402 -- found beside the tests
    Background,
    SplitByName,
    listed_people,
    read_background,
    sampled,
    script_of,
)
from accuracy_lists import Alias, Answer  # noqa: E402
from accuracy_measures import area, cut_for, share_above  # noqa: E402
from accuracy_own_list import own_list_table  # noqa: E402
from accuracy_people import lone_words, mononyms  # noqa: E402

from sanctions_screen.model import Name, Party, PartyId  # noqa: E402

scores = st.lists(st.sampled_from([0.0, 0.2, 0.5, 0.8, 1.0]), min_size=1, max_size=60)
shares = st.sampled_from([0.0, 0.001, 0.01, 0.1, 0.5, 0.999])


@given(scores, shares)
def test_no_more_than_the_allowed_share_passes_a_cut(non_matches: list[float], share: float) -> None:
    assert share_above(non_matches, cut_for(non_matches, share)) <= share


@given(scores, shares)
def test_a_lower_cut_would_pass_more_than_the_allowed_share(non_matches: list[float], share: float) -> None:
    cut = cut_for(non_matches, share)
    assert share_above(non_matches, cut - 0.01) > share


def test_one_score_for_everything_passes_nothing_and_tells_nothing_apart() -> None:
    assert share_above([0.7] * 5, cut_for([0.7] * 9, 0.1)) == 0.0
    assert area([0.7] * 5, [0.7] * 9) == 0.5


def test_nothing_passes_a_cut_that_no_non_match_has_set() -> None:
    assert isinf(cut_for([], 0.01))
    assert isnan(share_above([], 0.5))
    assert isnan(area([], [0.1]))


@given(scores, scores)
def test_the_area_is_the_share_of_pairs_put_in_the_right_order(
    matches: list[float], others: list[float]
) -> None:
    won = sum((m > o) + (m == o) / 2 for m in matches for o in others)
    assert area(matches, others) == pytest.approx(won / len(matches) / len(others))


@given(st.lists(st.tuples(st.text("abcdef", min_size=1), st.text("abcdef", min_size=1)), max_size=20))
def test_names_joined_by_pairs_are_in_one_half(joined: list[tuple[str, str]]) -> None:
    split = SplitByName(joined)
    for first, second in joined:
        assert split(first) == split(second)
        assert split(first) == SplitByName(reversed(joined))(first)


def test_a_name_in_another_order_or_case_is_in_the_same_half() -> None:
    split = SplitByName([("Kim Sok-chol", "Kim Sŏk Ch'ŏl")])
    assert split("KIM, Sok Chol") == split("sok chol kim") == split("Kim Sŏk Ch'ŏl")
    assert split.knows("Chol Sok Kim")
    assert split("Thein Htay") in ("tune", "held-out")
    assert not split.knows("Thein Htay")


def test_a_sample_holds_each_culture_in_its_share_and_is_always_the_same() -> None:
    names = [Background(f"many {i}", "MANY") for i in range(90)] + [
        Background(f"few {i}", "FEW") for i in range(10)
    ]
    some = sampled(names, 20)
    assert sorted(name.culture for name in some) == ["FEW"] * 2 + ["MANY"] * 18
    assert {name.text for name in some} == {name.text for name in sampled(names[::-1], 20)}


@pytest.mark.parametrize(
    ("texts", "script"),
    [
        (("Kim Sok-chol", "KIM, Sok Chol"), "Latin"),
        (("김석철", "Kim Sok-chol"), "Hangul"),
        (("金錫鐵", "Kim Sok-chol"), "Han"),
        (("Ким Сок Чхоль", "Kim"), "Cyrillic"),
        (("သိန်းဌေး", "Thein Htay"), "Burmese"),
        (("キム", "Kim"), "Kana"),
    ],
)
def test_the_script_of_a_pair_is_the_one_that_is_not_latin(texts: tuple[str, ...], script: str) -> None:
    assert script_of(*texts) == script


def test_who_is_listed_is_not_among_those_on_no_list(tmp_path: Path) -> None:
    listed = sorted(listed_people())
    rows = "".join(f'"{name}",Latin,somewhere\n' for name in [*listed, "Jane Brown"])
    (tmp_path / "background.csv").write_text(f"name,script,culture\n{rows}", encoding="utf-8")
    assert listed
    assert [one.text for one in read_background(tmp_path, "both")] == ["Jane Brown"]


def test_a_name_of_one_word_is_one_only_where_words_are_parted_by_blanks() -> None:
    names = [
        Background("Suharta", "ID (Latin)"),
        Background("王小龙", "CN (Cjk)"),
        Background("A B", "US (Latin)"),
    ]
    assert [name.text for name in mononyms(names)] == ["Suharta"]


def test_the_longest_word_of_a_name_stands_for_it() -> None:
    names = [
        Background("Jo van Velden", "NL (Latin)"),
        Background("Li A", "CN (Latin)"),
        Background("Su", "MM (Latin)"),
    ]
    assert [name.text for name in lone_words(names)] == ["Velden"]


def test_an_alias_that_finds_its_bearer_on_another_list_is_first_within_its_own() -> None:
    bearer = Party(party_id="mine:1", kind="person", names=(Name(text="Tarik Velmor"),))
    alias = Alias("Tariq Welmor", "strong", bearer, frozenset({PartyId("mine:1")}), "Latin", "near")
    answer = Answer(best=0.99, right=0.97, own=0.97, best_of_own_list=0.97)

    row = own_list_table([alias], [answer], (0.8, 0.98)).rows[0]

    assert row[2:] == (1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0)
