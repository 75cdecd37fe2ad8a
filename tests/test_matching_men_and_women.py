"""A man's name is no woman's made of it, a family's none made of another, and a fund not its sister."""

from __future__ import annotations

import pytest

from sanctions_screen import ScreeningSettings, compare_names

THRESHOLD = ScreeningSettings().threshold


@pytest.mark.parametrize("family", ["Qureshi", "Haddad", "Siddiqui"])
@pytest.mark.parametrize(
    ("his", "hers"),
    [
        ("Rizwan", "Rizwana"), ("Tahir", "Tahirah"), ("Bashir", "Bashira"), ("Imran", "Imrana"),
        ("Salman", "Salmana"), ("Khalid", "Khalida"), ("Majid", "Majida"), ("Kabir", "Kabira"),
    ],
)  # fmt: skip
def test_a_womans_name_made_of_an_arabic_mans_is_another(his: str, hers: str, family: str) -> None:
    assert compare_names(f"{his} {family}", f"{family}, {hers}", "person").score < THRESHOLD
    assert compare_names(f"{hers} {family}", f"{family}, {his}", "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("his", "hers"),
    [
        ("Vimal", "Vimala"), ("Nirmal", "Nirmala"), ("Sumit", "Sumita"), ("Manzur", "Manzura"),
        ("Suparno", "Suparni"), ("Mulyadi", "Mulyati"), ("Delwar", "Delwara"), ("Sutrisno", "Sutrisni"),
    ],
)  # fmt: skip
def test_a_womans_name_of_india_bengal_and_java_is_another(his: str, hers: str) -> None:
    assert compare_names(f"{his} Gomes", f"GOMES, {hers}", "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ibrahima Balde", "BALDE, Ibrahim"), ("Haruna Bello", "BELLO, Harun"),
        ("Daouda Sarr", "SARR, Daoud"),
        ("Karimova Saida", "KARIMOV, Saida"), ("Hamza Belkadi", "BELKADI, Hamzah"),
    ],
)  # fmt: skip
def test_what_is_one_name_with_and_without_an_a_stays_one(one: str, other: str) -> None:
    assert compare_names(one, other, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Goran Bukvas", "Goran Bukvasevic"), ("Goran Bukvas", "Goran Bukvašević"),
        ("Ivan Holub", "Ivan Holubenko"),
        ("Nino Katsar", "Nino Katsardze"),
    ],
)  # fmt: skip
def test_a_family_name_made_of_another_is_not_that_one_cut_off(one: str, other: str) -> None:
    assert compare_names(one, other, "person").score < THRESHOLD


def test_a_word_that_a_field_cut_off_still_meets_the_whole() -> None:
    assert (
        compare_names("Taras Volodymyr Hrebenn", "HREBENNYKOV, Taras Volodymyr", "person").score >= THRESHOLD
    )


def test_a_bare_fathers_name_is_still_a_patronymic_cut() -> None:
    assert (
        compare_names("Ruslan Turpal Chersiev", "CHERSIEV, Ruslan Turpalovich", "person").score >= THRESHOLD
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Halvard Growth Fund I", "Halvard Growth Fund III", False),
        ("Halvard Growth Fund I LP", "Halvard Growth Fund IV LP", False),
        ("Halvard Growth Fund I", "Halvard Growth Fund 1", True),
        ("Halvard Growth Fund I", "Halvard Growth Fund", True),
        ("Halvard Partners I", "Halvard Partners II", False),
        ("Fond I Partnery Halvard", "Fond i Partnery Halvard", True),
    ],
)
def test_the_first_of_several_funds_is_told_from_the_others(one: str, other: str, *, same: bool) -> None:
    assert (compare_names(one, other, "organisation").score >= THRESHOLD) is same


@pytest.mark.parametrize(
    ("one", "other"), [("Hu Rongjian", "Wu Rongjian"), ("Hu Yongjie", "Wu Yongjie"), ("Hong Rui", "Kong Rui")]
)
def test_two_surnames_of_two_systems_are_two_beside_what_pinyin_alone_spells(one: str, other: str) -> None:
    assert compare_names(one, other, "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tran Thi Hung", "Tran Thi Huong"),
        ("Bui Van Lanh", "Bui Van Lam"),
        ("Dang Thi Lien", "Dang Thi Linh"),
    ],
)
def test_two_vietnamese_given_names_are_two(one: str, other: str) -> None:
    assert compare_names(one, other, "person").score < THRESHOLD
