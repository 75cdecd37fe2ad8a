"""Burmese names in Chinese characters, and names from abroad in Tamil, are read as what they stand for."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names
from sanctions_screen.names.romanise._burmese_in_han import burmese


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("敏昂莱", "HLAING, Min Aung"), ("敏昂萊", "Min Aung Hlaing"), ("登铁", "Thein Htay"),
        ("吴登盛", "Thein Sein"),
        ("梭温", "Soe Win"), ("钦钮", "Khin Nyunt"), ("佐敏吞", "Zaw Min Tun"), ("觉丁瑞", "Kyaw Tint Swe"),
        ("丁昂敏乌", "Tin Aung Myint Oo"), ("温纳貌伦", "Wunna Maung Lwin"), ("莫敏吞", "Moe Myint Tun"),
    ],
)  # fmt: skip
def test_a_burmese_name_in_characters_is_the_burmese_name(written: str, latin: str) -> None:
    assert compare_names(written, latin, kind="person").score > 0.9


@pytest.mark.parametrize(
    "written", ["李明", "王伟", "吴敏", "温家宝", "林丹", "丁俊晖", "苏明", "田中一郎", "杜月笙", "敏", ""]
)
def test_a_name_that_may_well_be_chinese_or_japanese_is_no_burmese_one(written: str) -> None:
    assert burmese(written) == ()


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("இம்ரான் கான்", "Imran Khan"), ("சல்மான் கான்", "Salman Khan"), ("இகோர் செச்சின்", "Igor Sechin"),
        ("சரவணன் முருகன்", "Saravanan Murugan"), ("செல்வம் குமார்", "Selvam Kumar"),
        ("காந்தி ராஜன்", "Gandhi Rajan"),
    ],
)  # fmt: skip
def test_tamil_letters_stand_for_kh_and_s_as_well(written: str, latin: str) -> None:
    assert compare_names(written, latin, kind="person").score > 0.9


@pytest.mark.parametrize(
    ("written", "latin"),
    [("پتروشیمی فجر", "Fajr Petrochemical"), ("شركة فجر للنقل", "Fajr Transport Company")],
)
def test_a_brand_beside_usual_words_in_arabic_letters_is_read_with_its_vowels(
    written: str, latin: str
) -> None:
    assert compare_names(written, latin, kind="organisation").score > 0.9
