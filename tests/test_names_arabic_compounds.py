"""Compounds and articles of Arabic names in Latin letters come to one form."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names
from sanctions_screen.names.people._arabic_compounds import join_parts
from sanctions_screen.names.sounds.likeness import romanised_similarity

SAME = 900_000


def joined(name: str) -> list[str]:
    return [part.text for part in join_parts(name.split())]


@pytest.mark.parametrize(
    "spellings",
    [
        "abd al rahman|abdul rahman|abdurrahman|abdulrahman|abd ar rahman|abd el rahman",
        "abd al aziz|abdul aziz|abdulaziz|abdelaziz|abdel aziz",
        "nur al din|nur uddin|nuruddin|nureddin|nur ed din",
        "nasr allah|nasrullah|nasrallah",
        "al masri|masri|almasri|el masri",
        "abu bakr|abubakr",
    ],
)
def test_arabic_compounds_and_articles_come_to_one_form(spellings: str) -> None:
    forms = [joined(spelling) for spelling in spellings.split("|")]
    first = forms[0]
    assert all(len(form) == 1 for form in forms)
    assert all(romanised_similarity(first[0], form[0]) > SAME for form in forms)


def test_a_name_that_only_looks_like_an_arabic_compound_is_left_alone() -> None:
    for name in ("albert einstein", "elena alekseeva", "aldo moro", "allende"):
        assert joined(name) == name.split()


def test_a_joined_part_tells_which_words_it_was_made_from() -> None:
    parts = join_parts(["hasan", "abd", "al", "karim", "al", "masri"])
    assert [part.positions for part in parts] == [(0,), (1, 2, 3), (5,)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Velmorova Alla", "Alla VELMOROVA"),
        ("Вельморова Алла Викторовна", "Alla Viktorovna VELMOROVA"),
        ("Lindqvist Ulla", "Ulla LINDQVIST"),
        ("Fazl Alla", "Fazlullah"),
        ("Nasr Ulla Khan", "Nasrullah Khan"),
        ("Abd Alla", "Abdullah"),
    ],
)
def test_alla_is_a_woman_behind_what_is_no_arabic_name(one: str, other: str) -> None:
    assert compare_names(one, other, kind="person").score > 0.95


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("ناصر الالباني", "Nasser Al-Albani"),
        ("محمود الالوسي", "Mahmud al-Alusi"),
        ("سيف الألماني", "Sayf al-Almani"),
        ("عبد الله الالفي", "Abdullah El Alfi"),
        ("عبد الاله الخطيب", "Abdul Ilah al-Khatib"),
    ],
)
def test_an_arabic_word_loses_one_article_and_not_two(written: str, latin: str) -> None:
    assert compare_names(written, latin, kind="person").score > 0.93
    assert compare_names("محمد الالباني", "Muhammad Bani", kind="person").score < 0.8
