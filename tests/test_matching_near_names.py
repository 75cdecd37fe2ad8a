"""Names of one country that differ by a letter or two are two people; another country's spelling is one."""

from __future__ import annotations

import pytest

from sanctions_screen import ScreeningSettings, compare_names
from sanctions_screen.likeness._known import families_apart

THRESHOLD = ScreeningSettings().threshold


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Baranov", "Barinov"), ("Kuzin", "Kuzmin"), ("Merkulov", "Merkushev"), ("Zotov", "Zykov"),
        ("Panchenko", "Yanchenko"), ("Ostapenko", "Stepanenko"), ("Kosenko", "Kostenko"),
        ("Minchev", "Milchev"), ("Tsonev", "Tsenov"), ("Milutinovic", "Milinkovic"), ("Ristic", "Rosic"),
        ("Hudec", "Hudecek"), ("Klimes", "Klimek"), ("Osinski", "Osowski"), ("Wilczek", "Walczak"),
        ("Karakus", "Karakoc"), ("Bozdag", "Bozkurt"), ("Melkonyan", "Melkumyan"), ("Loria", "Lomia"),
        ("Rahmani", "Rahimi"), ("Khalidi", "Khalili"), ("Zubaidi", "Zubairi"), ("Shahrani", "Shahri"),
        ("Georgiadis", "Grigoriadis"), ("Stanescu", "Stefanescu"), ("Kertesz", "Kerekes"),
    ],
)  # fmt: skip
def test_two_family_names_of_one_country_are_two(first: str, second: str) -> None:
    assert compare_names(f"Osvin {first}", f"{second.upper()}, Osvin", "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kenichi", "Kenji"), ("Masahiro", "Masahiko"), ("Noriko", "Naoko"), ("Shunsuke", "Shinsuke"),
        ("Serkan", "Serhat"), ("Nihat", "Nevzat"), ("Rashad", "Rovshan"), ("Vugar", "Vagif"),
        ("Otabek", "Oybek"), ("Aslan", "Askar"), ("Vardan", "Vahan"), ("Tamaz", "Ramaz"),
        ("Farzad", "Farzin"), ("Mahnaz", "Shahnaz"), ("Shahid", "Shahzad"), ("Hendro", "Hendri"),
        ("Gilson", "Gerson"), ("Eliane", "Elaine"), ("Leandro", "Leonardo"), ("Melvin", "Marvin"),
        ("Carla", "Clara"), ("Marcel", "Martial"), ("Alexios", "Alexandros"), ("Fedot", "Fedor"),
    ],
)  # fmt: skip
def test_two_given_names_of_one_country_are_two(first: str, second: str) -> None:
    assert compare_names(f"{first} Quernholt", f"QUERNHOLT, {second}", "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Rustem", "Rustam"), ("Muzaffer", "Muzaffar"), ("Ruben", "Reuben"), ("Rodolphe", "Rudolph"),
        ("Cihan", "Jihan"), ("Sergio", "Sergei"), ("Kirill", "Cyril"),
        ("Hamideh", "Hamid"), ("Thiago", "Tiago"), ("Vartan", "Vardan"),
        ("Shouichi", "Shoichi"), ("Zyunko", "Junko"), ("Yousaf", "Yusuf"),
    ],
)  # fmt: skip
def test_a_name_is_not_told_apart_from_its_spelling_of_elsewhere(first: str, second: str) -> None:
    assert not families_apart(first.lower(), second.lower())
    assert compare_names(f"{first} Quernholt", f"QUERNHOLT, {second}", "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Schewtschenko", "SHEVCHENKO"), ("Gritsenko", "HRYTSENKO"), ("Kolesnik", "KOLISNYK"),
        ("Seleznyov", "SELEZNEV"), ("Chtchoukine", "SHCHUKIN"), ("Pokrovskij", "POKROVSKY"),
        ("Kovalyov", "KOVALEV"), ("Vinogradova", "VINOGRADOV"), ("Zhuravleva", "ZHURAVLEV"),
    ],
)  # fmt: skip
def test_a_family_name_in_other_letters_or_a_womans_is_the_same(written: str, listed: str) -> None:
    assert compare_names(f"Osvin {written}", f"{listed}, Osvin", "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Vinogradova", "VINOKUROV"),
        ("Sakharova", "ZAKHAROV"),
        ("Volkova", "VOLKHOV"),
        ("Baranova", "BARINOV"),
    ],
)
def test_a_womans_family_name_is_told_apart_as_a_mans_is(written: str, listed: str) -> None:
    assert compare_names(f"Osvin {written}", f"{listed}, Osvin", "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [("Baranvo", "BARANOV"), ("Merkullov", "MERKULOV"), ("Ostapneko", "OSTAPENKO"), ("Wilczekk", "WILCZEK")],
)
def test_a_slip_that_makes_no_other_name_costs_little(written: str, listed: str) -> None:
    assert compare_names(f"Osvin {written}", f"{listed}, Osvin", "person").score >= THRESHOLD
