"""Japanese names in Cyrillic are read by Polivanov's system, and Russian ones are not."""

from __future__ import annotations

import pytest

from sanctions_screen.matching import compare_names
from sanctions_screen.names.romanise import romanisations


def _polivanov(text: str) -> list[str]:
    return [found.text for found in romanisations(text, "Cyrillic") if found.standard == "polivanov"]


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Танака Кэндзи", "tanaka kenji"),
        ("Сидзука Ямамото", "shizuka yamamoto"),
        ("Симидзу Кэнъити", "shimizu kenichi"),
        ("Хаттори Ясуси", "hattori yasushi"),
        ("Цутия Хироси", "tsuchiya hiroshi"),
        ("Симада Тайдзо", "shimada taizo"),
        ("Хонда Дзюмпэй", "honda jumpei"),
    ],
)
def test_a_name_of_morae_with_a_japanese_surname_is_read_in_hepburn(cyrillic: str, latin: str) -> None:
    assert _polivanov(cyrillic) == [latin]
    assert compare_names(cyrillic, latin, "person").score > 0.98


@pytest.mark.parametrize(
    "name",
    [
        "Сидорова Нина",
        "Никита Титов",
        "Иванова Марина",
        "Тихонова Зоя",
        "Кузина Дина",
        "Танака",
        "Симона Ода Ито Эра",
    ],
)
def test_a_russian_name_and_a_single_word_are_not(name: str) -> None:
    assert _polivanov(name) == []
