"""One name as its bearers, their neighbours and their friends spell it, and names it is not."""

from __future__ import annotations

import pytest

from sanctions_screen import ScreeningSettings, compare_names
from sanctions_screen.cells import read_cell

THRESHOLD = ScreeningSettings().threshold


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Shams-ur-Rahman Talukdar", "Talukdar, Shamsur Rahman"),
        ("Atiq ur Rehman", "RAHMAN, Atiqur"),
        ("Saif-ul-Islam", "ISLAM, Saiful"),
        ("Mahmood ul Hasan", "HASAN, Mahmoodul"),
        ("Anis uz Zaman", "ZAMAN, Anisuz"),
        ("Md. Nazm-ul-Haque", "HAQUE, Md. Nazmul"),
    ],
)
def test_an_article_written_with_the_given_name_in_front_of_a_comma_is_found_apart(
    written: str, listed: str
) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize("name", ["KHAN, Gul", "BERG, Paul", "RAHMAN, Nur", "OLSEN, Artur"])
def test_a_given_name_that_only_ends_so_has_no_article(name: str) -> None:
    assert not any(" ul " in one for one in read_cell(name, "person").names)


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Odiljon Tillaev", "TILLAEV, Odil"),
        ("Rustamjon Tillaev", "Rustam TILLAEV"),
        ("Shahrukh Tillaev", "TILLAYEV, Shohruh"),
        ("Alisher Sattarov", "SATTOROV, Alisher"),
        ("Botir Tashpulatov", "TOSHPOʻLATOV, Botir"),
        ("Oraz Khodzhamukhamedov", "HOJAMUHAMMEDOW, Oraz"),
        ("Saparmurad Orazov", "ORAZOW, Saparmyrat"),
    ],
)
def test_uzbek_and_turkmen_names_are_found_in_their_own_and_in_russian_spelling(
    written: str, listed: str
) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Bedros Garabedian", "KARAPETYAN, Petros"),
        ("Krikor Hagopian", "HAKOBYAN, Grigor"),
        ("Dikran Mardirossian", "MARTIROSYAN, Tigran"),
        ("Hagop Boghossian", "POGHOSYAN, Hakob"),
        ("Avedis Kevorkian", "GEVORGYAN, Avetis"),
        ("Арутюн Хачатурян", "KHATCHADOURIAN, Haroutioun"),
    ],
)
def test_armenian_names_are_found_in_the_spelling_of_the_east_and_of_the_west(
    written: str, listed: str
) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Petros Karapetyan", "Poghos Karapetyan"),
        ("Bedros Hagopian", "Boghos Hagopian"),
        ("Alisher Sattorov", "Alisher Sobirov"),
        ("Botir Toshmatov", "Botir Toshpulatov"),
        ("Seun Akinsola", "Segun Akinsola"),
        ("Rustamjon Tillaev", "Ravshanjon Tillaev"),
    ],
)
def test_names_that_share_such_spellings_with_none_stay_apart(first: str, second: str) -> None:
    assert compare_names(first, second, "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("ȘUȘ, Ion", "Ion Shush"),
        ("Ilie Buș", "BUSH, Ilie"),
        ("Vlad Moț", "MOTS, Vlad"),
    ],
)
def test_romanian_letters_are_found_by_their_sound_in_short_names_too(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Femi Akinsola", "AKINSOLA, Oluwafemi"),
        ("Tunde Akinsola", "AKINSOLA, Babatunde"),
        ("Lanre Akinsola", "AKINSOLA, Olanrewaju"),
        ("Emeka Umezuruike", "UMEZURUIKE, Chukwuemeka"),
        ("Ike Umezuruike", "UMEZURUIKE, Ikechukwu"),
        ("Nika Gelovani", "GELOVANI, Nikoloz"),
        ("Rezo Gelovani", "GELOVANI, Revaz"),
    ],
)
def test_short_forms_of_nigerian_and_georgian_names_are_known(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("غوث بخش مینگل", "MENGAL, Ghous Bux"),
        ("Gaus Bakhsh Mengal", "MENGAL, Ghaus Bukhsh"),
        ("Abdul Quader Talukdar", "TALUKDAR, Abdul Kader"),
        ("ওয়াহিদ রহমান", "RAHMAN, Wahid"),
    ],
)
def test_names_of_pakistan_and_bengal_are_found_as_they_are_written_there(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed", "same"),
    [
        ("Lv Wenhao", "LÜ, Wenhao", True),
        ("Lyu Wenhao", "吕文浩", True),
        ("Lv Wenhao", "呂文浩", True),
        ("Lv Wenhao", "LI, Wenhao", False),
        ("Lv Wenhao", "LIU, Wenhao", False),
    ],
)
def test_a_surname_whose_u_has_dots_may_be_typed_with_a_v(written: str, listed: str, same: bool) -> None:
    assert (compare_names(written, listed, "person").score >= THRESHOLD) is same
