"""Arabic names in other languages' letters, with digits for sounds, and with the article written to them."""

from __future__ import annotations

import pytest

from sanctions_screen import ScreeningSettings, compare_names
from sanctions_screen.cells import read_cell

THRESHOLD = ScreeningSettings().threshold


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Fahd Alsharif", "AL-SHARIF, Fahd"),
        ("Muhammad Alshaikh", "AL-SHAYKH, Muhammad"),
        ("Nasser Alali", "AL-ALI, Nasser"),
        ("Salim Alqubb", "AL-QUBB, Salim"),
        ("Alrub, Hamad", "AL-RUB, Hamad"),
    ],
)
def test_an_article_written_to_a_name_is_parted_from_it(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    "name",
    ["Albert Smith", "Alisa Isaksson", "Alfredo Alvarez", "Almir Mirovic", "Alice Ali", "Aldo Moretti"],
)
def test_al_at_the_beginning_of_other_names_stays(name: str) -> None:
    assert all(one.split()[0].lower() != "al" for one in read_cell(name, "person").names)


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Cemal Haşimi", "HASHIMI, Jamal"),
        ("Dschaafar Chaschab", "KHASHAB, Jaafar"),
        ("Xəlil Əhmədov", "AHMADOV, Khalil"),
        ("Ḫalīl al-Ḥāǧǧ", "AL-HAJJ, Khalil"),
        ("Ǧamāl Ḏiyāb", "DHIYAB, Jamal"),
        ("Mo7ammad 3abbas", "ABBAS, Mohammad"),
        ("5aled A7med", "AHMED, Khaled"),
        ("Haysam Derwish", "DERWISH, Haytham"),
        ("Jasser Haddad", "HADDAD, Yasser"),
    ],
)
def test_arabic_names_in_other_languages_letters_are_theirs(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


def test_a_french_cedilla_is_no_sound_of_turkish() -> None:
    assert read_cell("François Gonçalves", "person").names == ("François Gonçalves",)


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("יחיא חמדאן", "HAMDAN, Yahya"),
        ("ואליד סאלח", "SALEH, Walid"),
        ("קאסם סולימאני", "SOLEIMANI, Qasem"),
        ("ג'יהאד נסראללה", "NASRALLAH, Jihad"),
        ("אוסאמה ברגותי", "BARGHOUTI, Osama"),
    ],
)
def test_arabic_and_persian_names_in_hebrew_letters_are_read_as_such(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"), [("Нгуен Ван Тиен", "NGUYEN, Van Chien"), ("Ле Ван Тинь", "LE, Van Chinh")]
)
def test_the_vietnamese_ch_is_a_t_in_russian(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD
