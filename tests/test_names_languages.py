"""Two Latin spellings of one Korean, Chinese or Burmese name meet; those of two names do not."""

from __future__ import annotations

import pytest

from sanctions_screen.names.languages import burmese, chinese, korean
from sanctions_screen.names.languages._syllables import SyllableTable


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sok-chol", "Seok-cheol"),
        ("Sok-chol", "Suk Chul"),
        ("SOKCHOL", "Sŏk-ch'ŏl"),
        ("Yong", "Young"),
        ("Hyon", "Hyun"),
        ("Jong-il", "Chong-il"),
        ("Thae", "Tae"),
        ("Ryong-hae", "Yong-hae"),
        ("Hui", "Hee"),
    ],
)
def test_spellings_of_one_korean_given_name_agree(first: str, second: str) -> None:
    assert korean.GIVEN.agreement(first, second) >= 0.8


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Chol", "Chon"),
        ("Sok", "Song"),
        ("Nam", "Man"),
        ("Kwang", "Kyong"),
        ("Seong", "Seok"),
        ("Il", "Ik"),
    ],
)
def test_two_korean_syllables_share_no_key(first: str, second: str) -> None:
    assert not korean.keys(first) & korean.keys(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lee", "Yi"),
        ("Lee", "Ri"),
        ("Rhee", "Yi"),
        ("Park", "Pak"),
        ("Choe", "Choi"),
        ("Roh", "No"),
        ("Lim", "Im"),
    ],
)
def test_spellings_of_one_korean_surname_agree(first: str, second: str) -> None:
    assert korean.SURNAME.agreement(first, second) >= 0.8


def test_a_korean_name_is_told_from_others() -> None:
    assert korean.looks(["Kim", "Sok", "Chol"])
    assert korean.looks(["Sokchol", "Kim"])
    assert not korean.looks(["John", "Kerry"])
    assert not korean.looks(["Kim"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Xiaolong", "Hsiao-lung"),
        ("Zedong", "Tse-tung"),
        ("Guoqiang", "Kwok-keung"),
        ("Jingguo", "Ching-kuo"),
    ],
)
def test_spellings_of_one_chinese_given_name_agree(first: str, second: str) -> None:
    assert chinese.GIVEN.agreement(first, second) >= 0.8


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zhang", "Cheung"),
        ("Chen", "Tan"),
        ("Huang", "Wong"),
        ("Wang", "Wong"),
        ("Wu", "Ng"),
        ("Xu", "Hsu"),
        ("Lü", "Lu"),
    ],
)
def test_spellings_of_one_chinese_surname_agree(first: str, second: str) -> None:
    assert chinese.SURNAME.agreement(first, second) >= 0.8


def test_two_chinese_syllables_share_no_key() -> None:
    assert not chinese.keys("Xiaoming") & chinese.keys("Xiaoping")
    assert not chinese.SURNAME.keys("Wang") & chinese.SURNAME.keys("Zheng")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Htay", "Tay"),
        ("Kyaw", "Kyo"),
        ("Maung", "Mg"),
        ("Tun", "Htun"),
        ("Zeyar", "Zeya"),
        ("Soe", "So"),
        ("Hlaing", "Hline"),
    ],
)
def test_spellings_of_one_burmese_word_agree(first: str, second: str) -> None:
    assert burmese.agreement(first, second) >= 0.7


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nwe", "Shwe"),
        ("Htay", "Sein"),
        ("Kyaw", "Kyi"),
        ("Yi", "Kyi"),
    ],
)
def test_two_burmese_words_share_no_key(first: str, second: str) -> None:
    assert not burmese.keys(first) & burmese.keys(second)


def test_a_burmese_name_is_told_from_others() -> None:
    assert burmese.looks(["Min", "Aung", "Hlaing"])
    assert not burmese.looks(["Barack", "Obama"])


def test_a_break_in_a_word_is_never_read_across() -> None:
    table = SyllableTable(
        lambda: {"an": {"an": 1.0}, "ga": {"ga": 1.0}, "ang": {"ang": 1.0}, "a": {"a": 1.0}}
    )
    assert table.keys("anga") == {"an-ga", "ang-a"}
    assert table.keys("an-ga") == {"an-ga"}
    assert table.keys("ang a") == {"ang-a"}


def test_an_endless_word_has_no_reading() -> None:
    assert korean.given_readings("chol" * 5000) == ()
