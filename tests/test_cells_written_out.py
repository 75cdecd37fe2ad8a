"""A name written short, in another language's form or run together meets the name written out."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names
from sanctions_screen.cells import read_cell
from sanctions_screen.model import DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Md. Zahirul Kabir", "KABIR, Mohammad Zahirul"),
        ("Mohd Faizal Zulkepli", "ZULKEPLI, Mohammad Faizal"),
        ("Ma. Luisa Ocampo", "OCAMPO, Maria Luisa"),
        ("Fdo. Quiroga Salas", "QUIROGA SALAS, Fernando"),
        ("Ana Rguez Salas", "RODRIGUEZ SALAS, Ana"),
        ("Luis Hdez Quiroga", "HERNANDEZ QUIROGA, Luis"),
        ("Wm Thackeray", "THACKERAY, William"),
        ("Chas. Thackeray", "THACKERAY, Charles"),
        ("Pieter v.d. Kolk", "VAN DER KOLK, Pieter"),
        ("Pieter v/d Kolk", "VAN DER KOLK, Pieter"),
        ("Salleh b. Zulkepli", "ZULKEPLI, Salleh bin"),
        ("Aminah bt Zulkepli", "ZULKEPLI, Aminah binti"),
        ("Anto. Quiroga Salas", "QUIROGA SALAS, Antonio"),
        ("Ziaul Huq Chowdhury", "CHOWDHURY, Zia-ul-Huq"),
        ("Anwarulhaq Chowdhury", "CHOWDHURY, Anwar ul Haq"),
        ("Đuro Anđelković", "ANDJELKOVIC, Djuro"),
        ("Tural Nazim oglu Guliyev", "GULIYEV, Tural Nazimovich"),
        ("Aynur Nazim qizi Guliyeva", "GULIYEVA, Aynur Nazimovna"),
        ("Serik Maratuly Zhaksylykov", "ZHAKSYLYKOV, Serik Maratovich"),
        ("Bekzod Tohir o'g'li Yoldoshev", "YOLDOSHEV, Bekzod Tohirovich"),
        ("VladimirZelkovsky", "ZELKOVSKY, Vladimir"),
        ("ALl REZA ZELKOVl", "Ali Reza ZELKOVI"),
        ("lrek Zelkovsky", "ZELKOVSKY, Irek"),
        ("lbrahim lmran Zelkova", "ZELKOVA, Ibrahim Imran"),
        ("Sh. Salleh Zulkepli", "ZULKEPLI, Sheikh Salleh"),
        ("S3r1k Zh4k5ylyk0v", "ZHAKSYLYKOV, Serik"),
        ("The Liwa Zelkova", "Liwa Zelkova"),
        ("Ustaz Serik Zhaksylykov", "ZHAKSYLYKOV, Serik"),
        ("Petro Olehovych Zelko", "ZELKO, Petr Olegovich"),
        ("Olha Ihorivna Zelko", "ZELKO, Olga Igorevna"),
        ("Tatsiana Mikhailauna Zelko", "ZELKO, Tatyana Mikhailovna"),
        ("Djindja Medjedovic", "MEDEDOVIC, Dinda"),
        ("Bekzod Tohir o‘g‘li Yoldoshev", "YOLDOSHEV, Bekzod Tohirovich"),
        ("Айнур Назим кызы Гулиева", "GULIYEVA, Aynur Nazimovna"),
        ("Бекзод Тохир угли Йулдошев", "YULDOSHEV, Bekzod Tokhirovich"),
        ("Ma del Pilar Quiroga", "QUIROGA, Maria del Pilar"),
        ("Benj Thackeray", "THACKERAY, Benjamin"),
        ("Archd. Thackeray", "THACKERAY, Archibald"),
        ("Ana Sta Quiroga", "SANTA QUIROGA, Ana"),
        ("Habibur Rahman Chowdhury", "CHOWDHURY, Habib-ur-Rehman"),
        ("Waliur Rehman Chowdhury", "CHOWDHURY, Wali ur-Rahman"),
        ("Niazuz Zaman Chowdhury", "CHOWDHURY, Niaz-uz-Zaman"),
        ("Bishop Agnes", "BISHOP, Agnes"),
        ("Agnes Bishop", "BISHOP, Agnes"),
        ("Fazle Rabbani Zelko", "ZELKO, Fazal-e-Rabbani"),
        ("Nurul Ain Zelko", "ZELKO, Noor-ul-Ain"),
        ("Sk. Anwar Zelko", "SHAIKH, Anwar Zelko"),
        ("Jas Thackeray", "THACKERAY, James"),
        ("Guill. Quiroga Salas", "QUIROGA SALAS, Guillermo"),
    ],
)
def test_a_person_written_short_is_the_person_written_out(short: str, long: str) -> None:
    assert compare_names(short, long, "person").score >= DEFAULT_THRESHOLD
    assert compare_names(long, short, "person").score == compare_names(short, long, "person").score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tural Nazim oglu Guliyev", "GULIYEV, Tural Tahirovich"),
        ("Petro Olehovych Zelko", "ZELKO, Petr Igorevich"),
        ("Peter Thackeray MD", "THACKERAY, Mohammad"),
        ("Ma Ling", "LING, Maria"),
        ("Marko Duric", "JURIC, Marko"),
    ],
)
def test_another_father_a_degree_and_a_surname_are_nobodys_short_form(one: str, other: str) -> None:
    assert compare_names(one, other, "person").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ZELKOVALLC", "ZELKOVA LLC"),
        ("OJSCZELKOVA", "OJSC ZELKOVA"),
        ("Zelkovagmbh", "ZELKOVA GMBH"),
        ("ZelkovaSpA", "ZELKOVA SPA"),
        ("Z3LK0VA TRADING", "ZELKOVA TRADING"),
        ("AOZelkova", "ZELKOVA AO"),
        ("XVI Armoured Division", "16th ARMOURED DIVISION"),
        ("IX Corps Zelkova", "9th CORPS ZELKOVA"),
        ("ZELKOVA MARINE SVCS LTD", "Zelkova Marine Services Limited"),
        ("ZELKOVA HLDG CO", "Zelkova Holdings Company"),
        ("ZELKOVA ENGG & CONSTR INC", "Zelkova Engineering and Construction Inc"),
        ("ZELKOVA INTNL MGT", "Zelkova International Management"),
    ],
)
def test_a_firm_written_short_or_run_together_is_the_firm(one: str, other: str) -> None:
    assert compare_names(one, other, "organisation").score >= 0.95


def test_a_plain_name_stays_one_name() -> None:
    for name in ("Hollywood", "Rasul Guliyev", "Xi Jinping", "Paoli Doly", "Eastwood Clint"):
        assert read_cell(name).names == (name,)


@pytest.mark.parametrize(
    ("thai", "latin"),
    [("ธนกร", "Thanakon"), ("อมร", "Amon"), ("จันทร์เพ็ญ", "Chanphen"),
     ("สุรศักดิ์ จันทร์โอภาส", "Surasak Chanophat")],
)  # fmt: skip
def test_vowels_that_thai_does_not_write_are_read(thai: str, latin: str) -> None:
    assert compare_names(thai, latin, "person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("山田太郎様", "山田太郎"),
        ("นายวิชัย พรหมมา", "วิชัย พรหมมา"),
        ("นางสาววิไล พรหมมา", "วิไล พรหมมา"),
        ("山田太郎さん", "YAMADA, Taro"),
        ("王小明先生", "王小明"),
        ("李晓娜女士", "LI, Xiaona"),
        ("김정호님", "김정호"),
        ("김정호 씨", "KIM, Jung-ho"),
        ("MrAzad Barzinji", "BARZINJI, Azad"),
        ("Dr.Azad Barzinji", "BARZINJI, Azad"),
        ("髙橋誠", "高橋誠"),
        ("山﨑太郎", "YAMAZAKI, Taro"),
        ("濵田健", "浜田健"),
    ],
)
def test_a_form_of_address_against_a_name_and_a_registers_form_of_a_character_hide_nobody(
    text: str, listed: str
) -> None:
    assert compare_names(text, listed, kind="person").score >= 0.95


@pytest.mark.parametrize("text", ["Msgr Brown", "Drake Hall", "Mrkva Jan", "Professor Kim"])
def test_a_word_that_begins_like_a_title_stays_whole(text: str) -> None:
    assert read_cell(text, "person", listed=True).names == (text,)
