"""People's names that a field, a hurry or an evasion shortened, and names that only begin alike."""

from __future__ import annotations

import pytest
from ledgers import line_by

from sanctions_screen.likeness import likeness
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD


def _score(first: str, second: str) -> float:
    return compare_names(first, second, "person").score


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("Vasil Hrabovets", "HRABOVETSKYI, Vasil"),
        ("Teodor Mavrokor", "MAVROKORDATOS, Teodor"),
        ("ZUBELDIA ITURRI, Edm", "ZUBELDIA ITURRI, Edmundo"),
        ("Muhammad Yusupdz", "YUSUPDZHANOV, Muhammad"),
        ("Honorat Ndikuma", "NDIKUMANA, Honorat"),
        ("Svyatos Hrabov", "HRABOVETSKYI, Svyatoslav"),  # each word
        ("Василь Грабовець", "ГРАБОВЕЦЬКИЙ, Василь"),
    ],
)
def test_a_name_cut_off_by_a_field_is_found(cut: str, whole: str) -> None:
    assert _score(cut, whole) >= DEFAULT_THRESHOLD
    assert _score(whole, cut) == _score(cut, whole)


def test_no_more_is_told_by_a_beginning_than_its_letters_tell() -> None:
    fewer, more = (compare_names(f"Vasil {cut}", "Vasil Hrabovetskyi", "person") for cut in ("Hra", "Hrabov"))
    assert line_by(fewer, "cut").amount < line_by(more, "cut").amount


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("rahim", "rahimi"),  # a name of its own
        ("victor", "victorino"),
        ("hrabovetskyi", "hrabar"),  # no beginning
        ("zu", "zubeldia"),  # too few letters
        ("zub3", "zub3ldia"),
    ],
)
def test_a_word_that_is_no_beginning_of_another_is_not_taken_for_one(first: str, second: str) -> None:
    assert likeness(first, second).rule != "cut"


def test_a_firm_is_not_another_that_begins_so() -> None:
    assert compare_names("Zub", "Zubeldia", "organisation").score == 0.0


def test_a_syllable_is_not_another_that_begins_so() -> None:
    assert _score("Kim Chun-gyo", "Kim Chun-gyong") < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("bare", "whole"),
    [
        ("Zbld Itrr, Edmnd", "ZUBELDIA ITURRIA, Edmundo"),
        ("Lz Brrr, Rl", "LEZA BARRERA, Raul"),  # two letters, and letters over and over
        ("Njjr, Mstfa", "NAJJAR, Mustafa"),
        ("Hrrr Mndz, Glbrto", "HERRERA MENDEZ, Gilberto"),
        ("Grbvtsky, Vsl", "GRABOVETSKY, Vasil"),
    ],
)
def test_a_name_without_its_vowels_is_found(bare: str, whole: str) -> None:
    assert _score(bare, whole) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(("two", "word"), [("ng", "naga"), ("oz", "ozala"), ("sh", "shah"), ("hr", "haro")])
def test_two_letters_that_are_a_name_or_hardly_heard_stand_for_no_longer_word(two: str, word: str) -> None:
    assert likeness(two, word).amount == 0


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Joost v d Velde", "VAN DE VELDE, Joost"),
        ("Joost v. d. Heuvel", "VAN DEN HEUVEL, Joost"),
        ("Konrad v. d. Lippe", "VON DER LIPPE, Konrad"),
        ("Inés d. l. Peña", "DE LA PEÑA, Inés"),
        ("Inés dl Peña Salas", "DE LA PEÑA SALAS, Inés"),
        ("Tiago d. Anjos Reis", "DOS ANJOS REIS, Tiago"),
        ("Inés Sz. Salas", "SANCHEZ SALAS, Inés"),
        ("Inés Lz. Salas", "LOPEZ SALAS, Inés"),
        ("Gh. Haider Bugti", "BUGTI, Ghulam Haider"),
        ("Kh. Tanvir Bugti", "BUGTI, Khawaja Tanvir"),
        ("Moh. Rusdi Harahap", "HARAHAP, Mohammad Rusdi"),
        ("Hjh. Aminah Harahap", "HARAHAP, Aminah"),
        ("Alex. Drenkov", "DRENKOV, Aleksandar"),
        ("Дм. Дренков", "DRENKOV, Dmitry"),
        ("Xtopher Adewole", "ADEWOLE, Christopher"),
        ("Dani Portela", "PORTELA, Daniel"),
    ],
)
def test_a_particle_or_name_written_short_is_found(written: str, listed: str) -> None:
    assert _score(written, listed) >= 0.9


@pytest.mark.parametrize(("scanned", "meant"), [("ornar", "omar"), ("irnad", "imad"), ("aclam", "adam")])
def test_a_short_word_is_read_as_the_name_it_may_be(scanned: str, meant: str) -> None:
    assert likeness(scanned, meant).amount >= 900_000


@pytest.mark.parametrize(("name", "other"), [("clara", "dara"), ("marne", "mame"), ("clem", "dem")])
def test_two_short_names_are_not_read_as_one(name: str, other: str) -> None:
    assert likeness(name, other).amount < 900_000
