"""Arabic script, Hebrew, Cyrillic, Greek, Armenian, Georgian and the scripts of India."""

from __future__ import annotations

import re

import pytest

from sanctions_screen.names.firms._by_sound import english_by_sound
from sanctions_screen.names.firms._own_script import english
from sanctions_screen.names.people._arabic_compounds import join_parts
from sanctions_screen.names.romanise import romanisations
from sanctions_screen.names.romanise._cyrillic_languages import languages
from sanctions_screen.names.sounds.known_names import originals, same_original
from sanctions_screen.names.sounds.likeness import (
    _ALL,
    romanised_similarity,
    similarity_bound,
)
from sanctions_screen.names.sounds.spelling import sounds
from sanctions_screen.names.tables import read_table

SAME = 0.9
DIFFERENT = 0.8


def texts(name: str, script: str) -> list[str]:
    return [found.text for found in romanisations(name, script)]


def joined(name: str) -> list[str]:
    return [part.text for part in join_parts(name.split())]


@pytest.mark.parametrize(
    ("name", "script", "spelling"),
    [
        ("عبد العزيز الحلبي", "Arabic", "abdul aziz al halabi"),
        ("شمس الدين", "Arabic", "shams uddin"),
        ("رحمت‌الله", "Arabic", "rahmat ullah"),
        ("محمدجواد كريمي", "Arabic", "muhammad jawad karimi"),
        ("Ольга Щукина", "Cyrillic", "olga shchukina"),
        ("Жуковський Андрій", "Cyrillic", "zhukovskyi andrii"),
        ("Аляксей Ўласаў", "Cyrillic", "aliaksei ulasau"),
        ("Ђорђе Његош", "Cyrillic", "đorđe njegoš"),
        ("Първан Стъклов", "Cyrillic", "parvan staklov"),
        ("Үсөнбаев", "Cyrillic", "usunbaev"),
        ("יצחק כהן", "Hebrew", "yitzhak cohen"),
        ("Παύλος Μπακογιάννης", "Greek", "pavlos bakogiannis"),
        ("Հակոբյան", "Armenian", "hakobyan"),
        ("მიხეილ ჭავჭავაძე", "Georgian", "mikheil chavchavadze"),
        ("राजेन्द्र कुमार", "Devanagari", "rajendra kumar"),
        ("রহমান", "Bengali", "rahman"),
    ],
)
def test_a_name_has_its_usual_spelling_among_its_romanisations(name: str, script: str, spelling: str) -> None:
    assert spelling in texts(name, script)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("حلبوس", "halbousi"), ("طرشوبي", "tarshoubi"), ("کلهرنیا", "kalhornia"), ("زعيتر", "zuaiter")],
)
def test_an_unknown_word_without_vowels_is_like_its_spelling_with_them(arabic: str, latin: str) -> None:
    assert max(romanised_similarity(text, latin) for text in texts(arabic, "Arabic")) > SAME


@pytest.mark.parametrize(
    ("hebrew", "latin"),
    [("קרשנינ", "kreshnin"), ("ברנשטיין", "bernstein"), ("צ'רנוב", "chernov"), ("ז׳אקלין", "jacqueline")],
)
def test_an_unknown_hebrew_word_is_like_its_spelling_with_vowels(hebrew: str, latin: str) -> None:
    likeness = max(romanised_similarity(text, latin) for text in texts(hebrew, "Hebrew"))
    assert likeness > DIFFERENT


@pytest.mark.parametrize(
    "forms",
    [("علي", "علی", "عَلِيّ"), ("فاطمة", "فاطمه"), ("أحمد", "احمد", "اَحمَد"), ("كاظم", "کاظم"), ("ﻣﺤﻤﺪ", "محمد")],
)
def test_forms_of_one_arabic_letter_make_no_difference(forms: tuple[str, ...]) -> None:
    assert len({romanisations(form, "Arabic") for form in forms}) == 1


def test_a_stress_mark_or_a_latin_look_alike_makes_no_difference_in_cyrillic() -> None:
    assert texts("Ива́нов", "Cyrillic") == texts("Иванов", "Cyrillic")
    assert texts("Пeтpoв", "Cyrillic") == texts("Петров", "Cyrillic")


def test_which_mark_is_written_for_a_geresh_makes_no_difference_in_hebrew() -> None:
    assert (
        texts("ג'ורג' צ'פלין", "Hebrew")
        == texts("ג׳ורג׳ צ׳פלין", "Hebrew")
        == texts("ג’ורג’ צ’פלין", "Hebrew")
    )
    assert texts("ג'ורג' צ'פלין", "Hebrew") != texts("גורג צפלין", "Hebrew")


def test_the_language_is_told_from_its_own_letters() -> None:
    assert languages("київ") == ("uk",)
    assert languages("ўладзімір") == ("be",)
    assert languages("милошевић") == ("sr",)
    assert languages("първанов") == ("bg",)
    assert languages("подъячев") == ("ru",)
    assert languages("қасымов") == ("kk",)
    assert languages("петров") == ("ru", "uk")


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
    "spellings",
    [
        "muhammad mohamed mohammed muhammed mohammad mehmet",
        "hussein husayn hossein hocine husain",
        "yuri yury iurii jurij youri",
        "aleksandr alexander oleksandr aliaksandr",
        "evgeny yevgeny evgenii evgeniy",
        "sergeevich sergeyevich",
        "petrosian petrosyan",
        "khrushchev khrouchtchev",
        "wahab ouahab",
        "djamel jamal gamal",
        "sharif cherif",
        "vorontsova vorontsov",
        "qasim kassem ghasem",
        "nguema nguema",
    ],
)
def test_spellings_of_one_original_are_alike(spellings: str) -> None:
    words = spellings.split()
    for first in words:
        for second in words:
            assert romanised_similarity(first, second) >= SAME, (first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("hassan", "hussein"),
        ("salih", "salim"),
        ("karim", "kamran"),
        ("terentiev", "avdeev"),
        ("chol", "chon"),
        ("ahmad", "hamad"),
        ("omar", "amir"),
        ("volkov", "kozlov"),
        ("abdulaziz", "abdulrahman"),
        ("nasruddin", "nuruddin"),
        ("mahmud", "muhammad"),
    ],
)
def test_different_names_are_kept_apart(first: str, second: str) -> None:
    assert romanised_similarity(first, second) < DIFFERENT


def test_half_of_a_compound_is_less_than_the_whole() -> None:
    whole = romanised_similarity("abdulrahman", "abdurahman")
    half = romanised_similarity("abdulrahman", "rahman")
    assert half < whole


def test_sounds_of_nothing_are_nothing() -> None:
    assert sounds("") == ""
    assert sounds("123 -") == ""


def test_known_names_say_nothing_of_unknown_words() -> None:
    assert originals("zzyzx") == frozenset()
    assert same_original("hassan", "zzyzx") is None
    assert same_original("hassan", "husain") is False
    assert same_original("yusuf", "youssef") is True


def test_spellings_that_are_read_aloud_alike_are_given_once() -> None:
    heard = [tuple(map(sounds, text.split())) for text in texts("Георгий Кротов", "Cyrillic")]
    assert len(set(heard)) == len(heard) > 1
    assert texts("Իվան", "Armenian") == ["ivan"]


def test_words_of_organisations_are_put_into_english() -> None:
    assert "university aleppo" not in texts("جامعة حلب", "Arabic")
    assert any(text.startswith("university ") for text in texts("جامعة حلب", "Arabic"))
    assert english("университета") == "university"
    assert english("والجامعة") == "university"
    assert english("петров") is None
    assert english_by_sound("gosudarstvennyi") == "state"
    assert english_by_sound("petrov") is None


def test_a_person_s_name_is_not_put_into_english() -> None:
    for name, script in (("محمد صالح", "Arabic"), ("Сергей Иванов", "Cyrillic"), ("משה כהן", "Hebrew")):
        assert all(found.standard != "translated" for found in romanisations(name, script))


def test_every_price_is_of_two_sounds_has_a_reason_and_stands_once() -> None:
    seen = set()
    for pair, cost, where, reason in read_table("sound_costs.tsv", 4):
        assert len(pair) == 2
        assert set(pair) <= set(_ALL) | {"-"}, pair
        assert 0.0 <= float(cost) <= 1.0
        assert where in ("any", "bare")
        assert reason
        key = (frozenset(pair), where)
        assert key not in seen, pair
        seen.add(key)


def test_every_reading_of_a_latin_spelling_is_made_of_known_sounds() -> None:
    for spelling, where, value, reason in read_table("latin_sounds.tsv", 4):
        assert set(value) <= set(_ALL), spelling
        assert where in ("any", "start", "end", "V", "C")
        assert reason


@pytest.mark.parametrize("table", ["arabic_names.tsv", "hebrew_names.tsv", "slavic_names.tsv"])
def test_every_known_name_has_spellings_and_stands_once(table: str) -> None:
    rows = read_table(table, 3)
    assert len({row[0] for row in rows}) == len(rows)
    for original, spellings, _note in rows:
        assert not re.search("[a-z]", original), original
        assert spellings.split(), original


def test_a_row_with_a_column_too_many_is_an_error_that_names_its_line() -> None:
    with pytest.raises(ValueError, match=r"greek_letters\.tsv, line \d+: 4 columns, not 3"):
        read_table("greek_letters.tsv", 3)


def test_the_bound_passes_over_most_pairs_of_unlike_words() -> None:
    assert similarity_bound("terentiev", "kholmogorov") < SAME
    assert similarity_bound("marlen", "kutub") < DIFFERENT
    assert similarity_bound("mehmet", "muhammad") == 1.0
