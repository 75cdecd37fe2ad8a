"""Chinese names of one system are compared by it, and words that firms are named by are no slips."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names
from sanctions_screen.names.languages import agreement, common_languages, languages
from sanctions_screen.names.tables import phrase_list

THRESHOLD = 0.80


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zhang Xiaoping", "Zhang Xiaobing"),
        ("Zhang Xiao Ping", "Zhang Xiao Bing"),
        ("Zheng Guodong", "Zheng Guotong"),
        ("Zhu Jiabao", "Zhu Jiapao"),
        ("Xie Jingbo", "Xie Qingbo"),
        ("Zhao Deqing", "Zhao Tejing"),
        ("Qin Gang", "Qin Kang"),
        ("Xu Dezhu", "Xu Techu"),
        ("张小平", "Zhang Xiaobing"),
        ("Чжан Сяопин", "Zhang Xiaobing"),
    ],
)
def test_two_names_in_pinyin_are_not_read_as_if_one_were_in_another_system(first: str, second: str) -> None:
    assert compare_names(first, second, kind="person").score < THRESHOLD
    assert compare_names(second, first, kind="person").score < THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Chang Hsiao-p'ing", "Zhang Xiaoping"),
        ("Chang Hsiao-ping", "Zhang Xiaoping"),
        ("Cheung Siu Ping", "Zhang Xiaoping"),
        ("张小平", "Zhang Xiaoping"),
        ("張曉萍", "Chang Hsiao-p'ing"),
        ("Чжан Сяопин", "Zhang Xiaoping"),
        ("Lyu Guangming", "Lü Guangming"),
        ("Teng Kuo-ch'ing", "Deng Guoqing"),
        ("Hsu Chih-chien", "Xu Zhijian"),
        ("Deng Hsiao-p'ing", "Deng Xiaoping"),
    ],
)
def test_a_name_in_two_systems_is_one(first: str, second: str) -> None:
    assert compare_names(first, second, kind="person").score >= THRESHOLD


def test_in_which_system_a_name_is_spelled_is_told_by_its_letters_or_its_romaniser() -> None:
    assert "pinyin" in languages(("zhang", "xiaoping"))
    assert "pinyin" not in languages(("chang", "hsiaoping"))
    assert "pinyin" not in languages(("li", "ping"))
    assert "pinyin" in languages(("li", "ping"), "pinyin")
    assert "not-pinyin" in languages(("li", "ping"), "wade-giles")


def test_who_is_in_pinyin_is_not_compared_with_what_a_romaniser_spelled_otherwise() -> None:
    pinyin, other = languages(("zhang", "xiaobing")), languages(("chang", "hsiaoping"), "wade-giles")
    common = common_languages(pinyin, other)
    assert common == common_languages(other, pinyin)
    assert agreement("xiaobing", "hsiaoping", common) == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Heritage Oil Ltd", "Hermitage Oil Ltd"),
        ("Silver Mining LLC", "Sliver Mining LLC"),
        ("Century Investments Ltd", "Centaury Investments Ltd"),
        ("Stellar Logistics LLC", "Stella Logistics LLC"),
        ("Castle Holdings", "Cattle Holdings"),
        ("Flamingo Shipping", "Flamenco Shipping"),
        ("Canyon Trading LLC", "Cannon Trading LLC"),
        ("Vertex Energy LLC", "Vortex Energy LLC"),
        ("Legion Security", "Region Security"),
        ("Leopard Transport", "Leonard Transport"),
    ],
)
def test_another_word_is_another_firm(first: str, second: str) -> None:
    assert compare_names(first, second, kind="organisation").score < THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Hermitage Oil Ltd", "Hermitge Oil Limited"),
        ("Vector Trading LLC", "Vektor Trading LLC"),
        ("Atlantic Shipping", "Atlantik Shipping"),
        ("Velmont Trading LLC", "Velmont Tradng LLC"),
        ("Velmont Heritage LLC", "Velmont Heritge LLC"),
        ("Velmont Aerospace Systems", "VELMONT AEROSP SYS"),
        ("Velmont Properties", "VELMONT PPTYS"),
        ("Velmont Co Ltd", "Velmont COLTD"),
        ("Velmont Sdn Bhd", "Velmont SDNBHD"),
    ],
)
def test_a_slip_or_another_language_s_spelling_is_the_same_firm(first: str, second: str) -> None:
    assert compare_names(first, second, kind="organisation").score >= THRESHOLD


def test_no_word_that_firms_are_named_by_stands_in_two_families_of_which_one_is_written_otherwise() -> None:
    rows = phrase_list("usual_names.txt")
    assert ("heritage",) in rows
    assert ("vector", "vektor") in rows
    assert not [row for row in rows if len(row) != len(set(row))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ehsan Ulhaq Khan", "KHAN, Ehsan-ul-Haq"),
        ("Minhaj Uddin Khan", "KHAN, Minhaj-ud-Din"),
        ("Иванов Ал-др", "IVANOV, Aleksandr"),
        ("Велмонтов Алекс-др", "VELMONTOV, Aleksandr"),
        ("Mª Tª Velmont", "VELMONT, Maria Teresa"),
        ("Margt Velmont", "VELMONT, Margaret"),
        ("Son Excellence Monsieur Yapi Velmont", "VELMONT, Yapi"),
        ("Su Excelencia Yapi Velmont", "VELMONT, Yapi"),
    ],
)
def test_an_article_written_to_the_second_name_and_short_forms_are_written_out(
    first: str, second: str
) -> None:
    assert compare_names(first, second, kind="person").score >= THRESHOLD


def test_an_article_is_parted_in_no_name_that_only_ends_so() -> None:
    assert compare_names("Ehsan Ulhaq Khan", "KHAN, Ihsan-ud-Din", kind="person").score < THRESHOLD
    assert compare_names("Ehsan Faruq Khan", "KHAN, Ehsan-ul-Haq", kind="person").score < THRESHOLD
