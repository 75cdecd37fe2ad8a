"""Two Latin spellings of one Korean, Chinese or Burmese name meet; those of two names do not."""

from __future__ import annotations

import pytest

from sanctions_screen.names.romanise import burmese_latin, chinese_latin, korean_latin
from sanctions_screen.names.romanise.syllables import SyllableTable


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
    assert korean_latin.GIVEN.agreement(first, second) >= 0.8


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
    assert not korean_latin.equivalents(first) & korean_latin.equivalents(second)


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
    assert korean_latin.SURNAME.agreement(first, second) >= 0.8


def test_a_korean_name_is_told_from_others() -> None:
    assert korean_latin.looks_korean(["Kim", "Sok", "Chol"])
    assert korean_latin.looks_korean(["Sokchol", "Kim"])
    assert not korean_latin.looks_korean(["John", "Kerry"])
    assert not korean_latin.looks_korean(["Kim"])


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
    assert chinese_latin.GIVEN.agreement(first, second) >= 0.8


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
    assert chinese_latin.SURNAME.agreement(first, second) >= 0.8


def test_two_chinese_syllables_share_no_key() -> None:
    assert not chinese_latin.equivalents("Xiaoming") & chinese_latin.equivalents("Xiaoping")
    assert not chinese_latin.SURNAME.equivalents("Wang") & chinese_latin.SURNAME.equivalents("Zheng")


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
    assert burmese_latin.agreement(first, second) >= 0.7


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
    assert not burmese_latin.equivalents(first) & burmese_latin.equivalents(second)


def test_a_burmese_name_is_told_from_others() -> None:
    assert burmese_latin.looks_burmese(["Min", "Aung", "Hlaing"])
    assert not burmese_latin.looks_burmese(["Barack", "Obama"])


def test_a_break_in_a_word_is_never_read_across() -> None:
    table = SyllableTable(
        lambda: {"an": {"an": 1.0}, "ga": {"ga": 1.0}, "ang": {"ang": 1.0}, "a": {"a": 1.0}}
    )
    assert table.equivalents("anga") == {"an-ga", "ang-a"}
    assert table.equivalents("an-ga") == {"an-ga"}
    assert table.equivalents("ang a") == {"ang-a"}


def test_an_endless_word_has_no_reading() -> None:
    assert korean_latin.given_readings("chol" * 5000) == ()
