"""Names in Burmese script meet those they spell, and neither other people nor words of other languages."""

from __future__ import annotations

import pytest

from sanctions_screen import ScreeningSettings, compare_names
from sanctions_screen.names.romanise.burmese import romanisations

THRESHOLD = ScreeningSettings().threshold


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("ဦးဝင်းဝင်း", "Win Win Oo"),
        ("ဦးသန်းဝင်း", "OO, Than Win"),
        ("ဦးမြ", "Mya Oo"),
        ("ဦးဇော်ထွန်း", "Zaw Tun Oo"),
    ],
)
def test_u_in_front_of_a_name_is_no_oo_behind_it(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("ဦးမျိုးမျိုး", "U Myo Myo"),
        ("မျိုးမျိုးဦး", "Myo Myo Oo"),
        ("ဦးဦးမြ", "Oo Oo Mya"),
        ("ဦးသန်းဦး", "U Than Oo"),
    ],
)
def test_u_and_oo_are_read_where_they_stand(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


def test_a_consonant_is_not_written_as_it_is_said_behind_a_vowel() -> None:
    assert not any(" Zo" in one.text for one in romanisations("ထွန်းစိုးဝင်း"))
    assert compare_names("ထွန်းစိုးဝင်း", "Tun Zaw Win", "person").score < THRESHOLD


@pytest.mark.parametrize(("written", "listed"), [("စိန်ရီ", "SANEI"), ("မိုးအေး", "MOAYYE"), ("우전", "UJUN")])
def test_syllables_written_as_one_are_no_foreign_word_that_only_sounds_so(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score < 1.0
    assert compare_names(written, f"{listed}, Abu", "person").score < THRESHOLD


def test_a_name_written_as_one_word_still_meets_its_syllables() -> None:
    assert compare_names("ထွန်းထွန်းဝင်း", "TUNTUNWIN", "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("mistyped", "listed"),
    [("Thien Nyunt", "NYUNT, Thein"), ("Soe Hliang", "SOE HLAING"), ("Zaw Myitn", "MYINT, Zaw")],
)
def test_two_neighbours_swapped_make_no_other_syllable_of_a_long_one(mistyped: str, listed: str) -> None:
    assert compare_names(mistyped, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"), [("Thien Nyunt", "Thein Naing"), ("Soe Hliang", "Soe Hlian Oo"), ("Nya Win", "Nay Win")]
)
def test_other_syllables_are_other_names_mistyped_or_not(one: str, other: str) -> None:
    assert compare_names(one, other, "person").score < THRESHOLD
