"""Russian names in other languages' letters, what is said behind given names, and names that look so."""

from __future__ import annotations

import pytest

from sanctions_screen import ScreeningSettings, compare_names
from sanctions_screen.cells import read_cell

THRESHOLD = ScreeningSettings().threshold


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Michail Chomjakow", "KHOMYAKOV, Mikhail"),
        ("Wjatscheslaw Schachow", "SHAKHOV, Vyacheslav"),
        ("Irina Sacharenkowa", "ZAKHARENKOVA, Irina"),
        ("Alexander Jurjewitsch Pachtin", "PAKHTIN, Alexander Yuryevich"),
        ("Jelena Tschechowa", "CHEKHOVA, Yelena"),
        ("Siergiej Wachruszew", "VAKHRUSHEV, Sergei"),
        ("Michaił Pawłowicz Malachow", "MALAKHOV, Mikhail Pavlovich"),
        ("Andrzej Chodakowski", "KHODAKOVSKY, Andrzej"),
        ("Natalia Szelechowa", "SHELEKHOVA, Natalia"),
        ("Anatołij Pawłowicz Gusiew", "GUSEV, Anatoly Pavlovich"),
        ("Vyaçeslav Mihayloviç Çulkov", "CHULKOV, Vyacheslav Mikhailovich"),
        ("Yevgeniya Bezborodjıh Şçegoleva", "SHCHEGOLEVA, Yevgenia Bezborodzhykh"),
        ("Qalina Quryanova", "GURYANOVA, Galina"),
        ("Maksim Texmexov", "TEKHMEKHOV, Maksim"),
        ("Pavel Mihailovici Ciugunov", "CHUGUNOV, Pavel Mikhailovich"),
        ("Nicolai Macarovici Cernîșov", "CHERNYSHOV, Nikolai Makarovich"),
        ("Ûrij Âkovlevič Sâdov", "SYADOV, Yuri Yakovlevich"),
        ("Vladislav Tsjernysjov Michailovitsj", "CHERNYSHOV, Vladislav Mikhailovich"),
        ("Lidija Chachalova", "KHAKHALOVA, Lidia"),
        ("Lidija Hahalova", "KHAKHALOVA, Lidia"),
    ],
)
def test_russian_names_in_the_letters_of_other_languages_are_theirs(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    "name", ["Michael Bach", "Joachim Reich", "Heinrich Virch", "Rachel Cohen", "Hugh Haddad", "Yûko Satô"]
)
def test_letters_of_other_names_stay(name: str) -> None:
    assert read_cell(name, "person").names == (name,)


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Rameshbhai Solanki", "SOLANKI, Ramesh"),
        ("Hansaben Parmar", "PARMAR, Hansa"),
        ("VASANTBHAI CHAUHAN", "CHAUHAN, Vasant"),
        ("Dhirubhai Raval", "RAVAL, Dhiru"),
        ("Manjulabehn Vyas", "VYAS, Manjula"),
    ],
)
def test_brother_and_sister_behind_a_gujarati_name_are_left_out(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize("name", ["Ruben Garcia", "Reuben Klein", "Karim Ben Salah", "Steuben Albrecht"])
def test_ben_of_other_names_stays(name: str) -> None:
    assert all(len(one.split()[0]) >= len(name.split()[0]) for one in read_cell(name, "person").names)


@pytest.mark.parametrize(
    ("written", "listed"),
    [("Serhii Hryhorchuk", "GRIGORCHUK, Sergei"), ("Oksana Hryhorieva", "GRIGORIEVA, Oksana")],
)
def test_the_ukrainian_gregory_in_a_family_name_is_the_russian_one(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize("name", ["Amadou Barry", "Mamoudou Bah", "Hamidou Sylla"])
def test_ou_of_west_africa_is_no_belarusian_ending(name: str) -> None:
    assert read_cell(name, "person").names == (name,)


@pytest.mark.parametrize("name", ["Joe", "Joe Harlan", "Joel Tan", "Joelle Braun", "Joerg Meyer"])
def test_joe_is_no_dutch_yu(name: str) -> None:
    assert all("yu" not in one.lower() for one in read_cell(name, "person").names)


def test_two_people_of_west_africa_are_not_one_by_a_belarusian_ending() -> None:
    assert compare_names("Mamoudou Barry", "Mamadou Barry", "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("陈刚代理赵国栋", "赵国栋"),
        ("赵国栋代陈刚", "赵国栋"),
        ("陈刚转赵国栋", "赵国栋"),
        ("박성호대리최민수", "최민수"),
    ],
)
def test_who_acts_for_somebody_in_chinese_and_korean_is_beside_that_somebody(text: str, name: str) -> None:
    assert name in read_cell(text, "person").names


def test_a_firm_that_is_an_agency_stays_whole() -> None:
    assert "上海代理公司" in read_cell("上海代理公司").names


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("السيد سامر البيطار المحترم", "سامر البيطار"),
        ("سامر البيطار وشركاه", "سامر البيطار"),
        ("조영수 귀하", "조영수"),
        ("조영수 부장", "조영수"),
        ("周立波律师", "周立波"),
        ("Univ.-Prof. Dr. Anton Krenzelmayr", "KRENZELMAYR, Anton"),
        ("Bogyoke Tun Kyi", "TUN KYI"),
        ("Gpe. Villarreal", "VILLARREAL, Guadalupe"),
    ],
)
def test_titles_and_remarks_in_front_and_behind_say_nothing(text: str, listed: str) -> None:
    names = read_cell(text, "person").names
    assert max(compare_names(one, listed, "person").score for one in names) >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Igors Kestrins", "Igor Kestrin"),
        ("Igoris Kestrinas", "Igor Kestrin"),
        ("Vladimirs Gromeks", "Vladimir Gromek"),
        ("Viktoras Lapinas", "Viktor Lapin"),
        ("Aleksandrs Dubrenko", "Aleksandr Dubrenko"),
        ("Maslins, Olegs", "MASLIN, Oleg"),
        ("Sergejs Kučins", "Sergey Kuchin"),
    ],
)
def test_a_russian_name_with_baltic_endings_is_that_name(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= 0.9


@pytest.mark.parametrize(
    "name", ["James Peters", "Carlos Morales", "Boris Davis", "Denis Hughes", "Marcus Ellis"]
)
def test_a_name_that_ends_in_s_elsewhere_keeps_it(name: str) -> None:
    assert read_cell(name, "person").names == (name,)
