"""Columns are known by their titles in the languages that files are headed in, each for one thing."""

from __future__ import annotations

import pytest

from sanctions_screen.errors import BatchError
from sanctions_screen.screening import headings
from sanctions_screen.screening.columns import plan_columns


@pytest.mark.parametrize(
    ("name", "birth_date", "country"),
    [
        ("ПІБ", "Дата народження", "Громадянство"), ("Име и презиме", "Датум рођења", "Држава"),
        ("Jméno a příjmení", "Datum narození", "Státní občanství"),
        ("Meno a priezvisko", "Dátum narodenia", "Krajina"),
        ("Ime i prezime", "Datum rođenja", "Država"), ("Név", "Születési dátum", "Állampolgárság"),
        ("Nume", "Data nașterii", "Țară"), ("Namn", "Födelsedatum", "Medborgarskap"),
        ("Navn", "Fødselsdato", "Land"),
        ("Nimi", "Syntymäaika", "Kansalaisuus"), ("Nama lengkap", "Tanggal lahir", "Kewarganegaraan"),
        ("Họ và tên", "Ngày sinh", "Quốc tịch"), ("Ονοματεπώνυμο", "Ημερομηνία γέννησης", "Υπηκοότητα"),
        ("שם מלא", "תאריך לידה", "אזרחות"), ("نام و نام خانوادگی", "تاریخ تولد", "ملیت"),
        ("नाम", "जन्म तिथि", "देश"),
        ("নাম", "জন্ম তারিখ", "দেশ"), ("ชื่อ-นามสกุล", "วันเกิด", "สัญชาติ"), ("ชื่อ", "วัน/เดือน/ปีเกิด", "ประเทศ"),
        ("სახელი, გვარი", "დაბადების თარიღი", "ქვეყანა"), ("Անուն Ազգանուն", "Ծննդյան ամսաթիվ", "Երկիր"),
    ],
)  # fmt: skip
def test_titles_in_other_languages_are_known(name: str, birth_date: str, country: str) -> None:
    fields = dict(plan_columns(["№", name, birth_date, country]).fields)
    assert (fields["name"], fields["birth_date"], fields["countries"]) == ((1,), (2,), (3,))


@pytest.mark.parametrize(
    ("given", "family"),
    [
        ("Ім'я", "Прізвище"), ("Jméno", "Příjmení"), ("Meno", "Priezvisko"), ("Ime", "Prezime"),
        ("Keresztnév", "Vezetéknév"), ("Prenume", "Nume"), ("Förnamn", "Efternamn"), ("Fornavn", "Etternavn"),
        ("Etunimi", "Sukunimi"), ("Nama depan", "Nama belakang"), ("Όνομα", "Επώνυμο"),
        ("שם פרטי", "שם משפחה"),
        ("نام", "نام خانوادگی"), ("الاسم الأول", "اسم العائلة"), ("ชื่อ", "นามสกุล"), ("სახელი", "გვარი"),
    ],
)  # fmt: skip
def test_given_and_family_name_are_joined_in_other_languages(given: str, family: str) -> None:
    assert dict(plan_columns([family, given]).fields)["name"] == (1, 0)


def test_no_title_means_two_fields() -> None:
    meant: dict[str, set[str]] = {}
    for field, words in (*headings._WORDS.items(), *headings._TYPED.items()):
        for title in headings._titles(words):
            meant.setdefault(title, set()).add(field)
    for part in ("GIVEN", "MIDDLE", "FAMILY"):
        for title in getattr(headings, part):
            meant.setdefault(title, set()).add(part)
    assert {title: fields for title, fields in meant.items() if len(fields) > 1} == {}
    assert "" not in meant


def test_a_title_that_is_not_known_is_asked_for() -> None:
    with pytest.raises(BatchError, match="no column holds the name"):
        plan_columns(["Qqqq", "Zzzz"])
