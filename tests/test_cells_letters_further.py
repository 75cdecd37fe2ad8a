"""Greek letters, English ones of Serbian names, letters one by one and signs apart are read as meant."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names
from sanctions_screen.cells import read_cell


@pytest.mark.parametrize(
    ("greek", "russian"),
    [
        ("Sergkei Mouratof", "MURATOV, Sergey"), ("Ntenis Mportnikof", "BORTNIKOV, Denis"),
        ("Igkor Mpezler", "BEZLER, Igor"), ("Vlantimir Kononof", "KONONOV, Vladimir"),
        ("Ntmitri Kantenkof", "KADENKOV, Dmitry"), ("Evgkeni Prigkozin", "PRIGOZHIN, Yevgeny"),
        ("Gkennanti Panin", "PANIN, Gennady"), ("Mporis Rotenmpergk", "ROTENBERG, Boris"),
    ],
)  # fmt: skip
def test_two_greek_letters_for_b_d_and_g_are_read_as_these(greek: str, russian: str) -> None:
    assert compare_names(greek, russian, kind="person").score > 0.85


@pytest.mark.parametrize("name", ["Anton Valentinov", "Grant Trent", "Santos Campos", "Songkran Kampong"])
def test_these_letters_in_other_names_stay(name: str) -> None:
    assert read_cell(name, "person").names[0] == name
    assert all(len(one.split()) != 2 or one == name for one in read_cell(name, "person").names)


@pytest.mark.parametrize(
    ("english", "serbian"),
    [
        ("Zoran Yovanovich", "JOVANOVIĆ, Zoran"), ("Yelena Yankovich", "JANKOVIC, Jelena"),
        ("Yovan Yovich", "JOVIC, Jovan"), ("Dragoye Stoyanovich", "STOJANOVIC, Dragoje"),
        ("Miodrag Yokich", "JOKIC, Miodrag"),
    ],
)  # fmt: skip
def test_serbian_names_in_english_spelling_are_found(english: str, serbian: str) -> None:
    assert compare_names(english, serbian, kind="person").score > 0.9


@pytest.mark.parametrize(
    ("apart", "joined"),
    [
        ("S. A. M. Trading", "SAM Trading"), ("E. S. Co.", "ESCO"), ("E S C O", "ESCO"),
        ("K L M N Lines", "KLMN Lines"),
        ("A. B. Co. Ltd.", "ABCO Ltd"), ("T. R. C. d.o.o.", "TRC d.o.o."),
        ("Sho 'a' Aviation", "Shoa Aviation"),
        ("Ka 'aba Steel", "Kaaba Steel"),
    ],
)  # fmt: skip
def test_letters_and_signs_written_apart_are_one_word_of_a_firm(apart: str, joined: str) -> None:
    assert compare_names(apart, joined, kind="organisation").score > 0.95


@pytest.mark.parametrize("name", ["J. K. Rowling", "A. P. J. Abdul Kalam", "B. R. Ambedkar"])
def test_a_persons_initials_stay_apart(name: str) -> None:
    for kind in ("person", None):
        joined = "".join(letter for letter in name.split()[:2] for letter in letter if letter.isalpha())
        assert all(joined not in one for one in read_cell(name, kind).names)
