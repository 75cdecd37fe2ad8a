"""Numbers tell one firm or unit from the next, in whatever script and by whatever numerals."""

from __future__ import annotations

import pytest

from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD
from sanctions_screen.names.tables import read_table

_NAMES = [
    "Арсенал {}",
    "{}-й Арсенал",
    "Завод № {}",
    "مصنع الفارس {}",
    "کارخانه رز {}",
    "Εργοστάσιο Ρόδα {}",
    "Գործարան Վարդ {}",
    "ქარხანა ვარდი {}",
    "מפעל ורד {}",
    "कारखाना गुलाब {}",
    "โรงงานแดง {}",
    "စက်ရုံ နှင်းဆီ {}",
    "第{}工厂",
    "工厂{}",
    "제{}공장",
]


@pytest.mark.parametrize("name", _NAMES)
def test_another_number_is_another_firm_in_every_script(name: str) -> None:
    assert compare_names(name.format(37), name.format(37), kind="organisation").score == 1.0
    assert compare_names(name.format(37), name.format(38), kind="organisation").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize("digits", ["٣٧", "۳۷", "३७", "৩৭", "๓๗", "၃၇", "３７"])
def test_digits_of_every_script_are_digits(digits: str) -> None:
    assert compare_names(f"Арсенал {digits}", "Арсенал 37", kind="organisation").score == 1.0
    assert (
        compare_names(f"Roda Arsenal {digits}", "Roda Arsenal 38", kind="organisation").score
        < DEFAULT_THRESHOLD
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("37-й Арсенал", "37th Arsenal"),
        ("6-я армия", "6th Army"),
        ("Εργοστάσιο Ρόδα 4", "Roda Factory 4"),
        ("제37공장", "37 Factory"),
        ("XXXVII Rifle Regiment", "37th Rifle Regiment"),
        ("Tank Works LXI", "Tank Works 61"),
        ("LXXXVIII Bureau", "88 Bureau"),
        ("XII Brigade", "Twelfth Brigade"),
    ],
)
def test_one_number_written_otherwise_is_that_number(first: str, second: str) -> None:
    assert compare_names(first, second, kind="organisation").score >= 0.95


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("XXXVI Rifle Regiment", "37th Rifle Regiment"),
        ("XIV Bureau", "XVI Bureau"),
        ("LXI Works", "62 Works"),
        ("VIII Brigade", "VII Brigade"),
    ],
)
def test_another_roman_numeral_is_another_unit(first: str, second: str) -> None:
    assert compare_names(first, second, kind="organisation").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(("first", "second"), [("Liv Shipping", "54 Shipping"), ("Di Bureau", "501 Bureau")])
def test_words_that_could_be_numerals_are_words(first: str, second: str) -> None:
    assert compare_names(first, second, kind="organisation").score < DEFAULT_THRESHOLD


def test_a_year_beside_a_persons_name_counts_nothing_in_any_script() -> None:
    assert compare_names("Пётр Ломакин 1971", "Пётр Ломакин").score >= 0.99


@pytest.mark.parametrize(
    "table", ["arabic_names.tsv", "hebrew_names.tsv", "slavic_names.tsv", "somali_names.tsv"]
)
def test_spellings_of_known_names_are_of_letters_that_are_compared(table: str) -> None:
    assert [
        spelling for row in read_table(table, 3) for spelling in row[1].split() if not spelling.isascii()
    ] == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("Saad Haddad", "سعيد حداد"), ("Mer Haddad", "Omar Haddad"), ("Fayal Haddad", "Faisal Haddad")],
)
def test_a_name_is_no_other_that_lacks_a_letter(first: str, second: str) -> None:
    assert compare_names(first, second, kind="person").score < 0.95
