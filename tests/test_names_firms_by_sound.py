"""Words of firms' names in their own script, and in any romanisation of Russian, Ukrainian and Belarusian."""

from __future__ import annotations

import pytest

from sanctions_screen.names.firms._by_sound import english_by_sound
from sanctions_screen.names.firms._own_script import english
from sanctions_screen.names.romanise import romanisations


@pytest.mark.parametrize(
    ("meaning", "spellings"),
    [
        ("joint stock", "aktsionernoe aktsionernoye akcionernoe aktsionernogo aktsyianernae aktsyyanernaye"),
        ("company", "obshchestvo obschestvo obshestvo obscestvo tovarystvo tavarystva"),
        ("limited", "ogranichennoi ogranichennoj ogranichennoy abmezhavanay"),
        ("liability", "otvetstvennostyu otvetstvennostju otvetstvennostiu vidpovidalnistiu adkaznastsyu"),
        ("budgetary", "byudzhetnoe bjudzhetnoe biudzhetnoye"),
        ("enterprise", "predpriyatie predpriiatie predpriyatiya pidpryiemstvo pradpryemstva"),
        ("space", "kosmicheskii kosmicheskikh kosmicheskoj"),
        ("yaroslavl", "yaroslavskii iaroslavskiy jaroslavskaja"),
    ],
)
def test_a_russian_word_is_heard_in_every_romanisation_and_case(meaning: str, spellings: str) -> None:
    assert {english_by_sound(spelling) for spelling in spellings.split()} == {meaning}


def test_a_long_word_is_found_with_one_slip_and_a_place_or_a_short_word_is_not() -> None:
    assert english_by_sound("otvestvennostyu") == "liability"
    assert english_by_sound("organichennoi") == "limited"
    assert english_by_sound("grodnenskii") == "grodno"
    assert english_by_sound("grodmenskii") is None  # Grodno is no slip for Grozny
    assert english_by_sound("otkritka") is None


@pytest.mark.parametrize("word", ["campania", "kompaniets", "general", "zelkova", "vladimirsky", "a", ""])
def test_a_name_or_a_word_of_another_language_is_not_heard_as_russian(word: str) -> None:
    assert english_by_sound(word) is None


def test_greek_names_of_institutions_are_put_into_english_beside_their_spelling() -> None:
    found = {spelling.text for spelling in romanisations("Μέτωπο Ζελκόβα", "Greek")}
    assert {"metopo zelkova", "front zelkova"} <= found
    assert english("Τράπεζα") == english("ΤΡΑΠΕΖΑ") == "bank"


def test_words_of_organisations_are_put_into_english_whatever_their_case_or_article() -> None:
    found = [spelling.text for spelling in romanisations("جامعة حلب", "Arabic")]
    assert "university aleppo" not in found
    assert any(text.startswith("university ") for text in found)
    assert english("университета") == "university"
    assert english("والجامعة") == "university"
    assert english("петров") is None
    assert english_by_sound("gosudarstvennyi") == "state"
    assert english_by_sound("petrov") is None
