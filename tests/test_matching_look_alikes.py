"""Names that look alike and are not one: what must not alert anybody, by the class of the fault."""

from __future__ import annotations

import pytest

from sanctions_screen import ScreeningSettings, compare_names
from sanctions_screen.model import PartyKind
from sanctions_screen.names import clean, fold
from sanctions_screen.names.characters import other_characters

THRESHOLD = ScreeningSettings().threshold


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("최성훈", "최승훈"),
        ("박영철", "박용철"),
        ("김미경", "김미정"),
        ("李伟", "李威"),
        ("王芳", "王方"),
        ("陈国强", "陈国祥"),
        ("佐藤裕子", "佐藤優子"),
    ],
)
def test_one_character_that_is_another_makes_another_name_however_it_is_read(first: str, second: str) -> None:
    found = compare_names(first, second, "person")
    assert found.score < THRESHOLD
    assert any(line.rule == "characters" and line.side == "doubt" for line in found.lines)


@pytest.mark.parametrize(
    ("first", "second"),
    [("張偉", "张伟"), ("廣田弘毅", "広田弘毅"), ("림영길", "임영길"), ("김 정호", "김정호")],
)
def test_forms_of_one_character_are_no_other_character(first: str, second: str) -> None:
    assert other_characters(fold(first), fold(second)) == 0
    assert compare_names(first, second, "person").score >= 0.95


def test_characters_of_two_scripts_say_nothing_of_each_other() -> None:
    assert other_characters("金哲民", "김철민") == other_characters("李伟", "li wei") == 0
    assert other_characters("김철", "김철민") == 0


@pytest.mark.parametrize(
    ("written", "crossed", "kept"),
    [
        ("金哲民", "MIN, Kim Chol", "KIM, Chol Min"),
        ("김철민", "Min Kim-chol", "Chol-min Kim"),
        ("朴英洙", "SU, Pak Yong", "PAK, Yong Su"),
    ],
)
def test_a_surname_written_in_front_is_no_given_name(written: str, crossed: str, kept: str) -> None:
    assert compare_names(written, crossed, "person").score < THRESHOLD
    assert compare_names(written, kept, "person").score >= 0.95


def test_a_korean_surname_of_one_letter_is_no_initial() -> None:
    assert compare_names("O Kwang-chol", "OTTO, Kwang Chol", "person").score < THRESHOLD
    assert compare_names("O Kwang-chol", "O, Kwang Chol", "person").score >= 0.95
    assert compare_names("O. Jong Kim", "Oscar Jong Kim", "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Chile Copper", "CHILE"),
        ("Oman Cables", "OMAN"),
        ("Universal Robots", "UNIVERSAL"),
        ("Second Trust Bank", "SECOND CREDIT BANK"),
        ("Pacific Gas and Electric", "PACIFIC GAS COMPANY"),
        ("Saudi Steel Pipe", "SAUDI STEEL COMPANY"),
        ("Hong Kong Wah Fung Electronics Technology", "HONG KONG ELECTRONICS"),
        ("Ningbo Yongda Digital Technology Co., Ltd.", "DIGITAL TECHNOLOGIES LLC"),
    ],
)
def test_a_kind_a_place_and_a_number_are_no_firm_s_name(first: str, second: str) -> None:
    assert compare_names(first, second, "organisation").score < THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("National Gas", "NATIONAL GAS COMPANY"),
        ("Ministry of Defence", "MINISTRY OF DEFENSE"),
        ("Hong Kong Electronics Co., Limited", "HONG KONG ELECTRONICS"),
        ("Plant No 47", "FACTORY 47"),
    ],
)
def test_a_name_of_such_words_alone_is_found_by_all_of_them(first: str, second: str) -> None:
    assert compare_names(first, second, "organisation").score >= THRESHOLD


@pytest.mark.parametrize(
    ("acronym", "name", "kind"),
    [
        ("CSSC", "Corporativo Sosval, S.A. de C.V.", "organisation"),
        ("CASEC", "Cano Agudelo S en C", "organisation"),
    ],
)
def test_the_letters_of_a_legal_form_make_no_acronym(acronym: str, name: str, kind: PartyKind) -> None:
    assert compare_names(acronym, name, kind).score < 0.5
    assert compare_names("ZMOTC", "Zelkova Mining Oil Trading Company", kind).score >= THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("FEDOTOV, Aleksandr Vladimirovich", "KURBSKIY, Alexander Vladimirovich"),
        ("Yelena Sergeyevna Zimina", "Elena Sergeevna Rybakova"),
        ("MAKSIMENKO, Igor Borisovich", "ZHDANKO, Igor Borisovich"),
    ],
)
def test_a_given_name_and_a_patronymic_are_those_of_thousands(first: str, second: str) -> None:
    assert compare_names(first, second, "person").score < 0.62


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("دريد عموري", "DURAD AMARI"),
        ("سليم الراشد", "SALAM, Al-Rashad"),
        ("ربيطة كنوج", "RABUTA KANIJ"),
    ],
)
def test_a_long_vowel_that_arabic_writes_is_no_other(written: str, other: str) -> None:
    assert compare_names(written, other, "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("بلوط شهاب", "BALLUT SHIHAB"),
        ("دريد عموري", "DURAYD AMMOURI"),
        ("שמעון כץ", "SHIMON KATZ"),
        ("ישראל שגב", "ISRAEL SEGEV"),
    ],
)
def test_the_vowels_that_are_written_find_their_name(written: str, name: str) -> None:
    assert compare_names(written, name, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("Володимир Андрійович ЗЕМЛЯНI", "Volodymyr Andriyovych ZEMLIANI"),
        ("Уладзiмiр Сцяпанавiч КАРАНIК", "Uladzimir Stsiapanavich KARANIK"),
        ("Анатоль Аляксандравiч СIВАК", "Anatol Aliaksandravich SIVAK"),
        ("Пëтр Семëнов АВЕН", "Pyotr Semyonov AVEN"),
        ("Катерина НОВОТНА-СIКОРА", "Kateryna NOVOTNA-SIKORA"),
    ],
)
def test_a_latin_letter_in_a_cyrillic_name_makes_no_latin_word_of_its_capitals(
    written: str, latin: str
) -> None:
    assert compare_names(written, latin, kind="person").score > 0.85


@pytest.mark.parametrize(("written", "kept"), [("КIM Sok", "KIM Sok"), ("СОК ХО Bank", "COK XO Bank")])
def test_capitals_beside_a_word_in_latin_are_latin(written: str, kept: str) -> None:
    assert clean(written) == kept
