"""What one word of another language is called in English by one list is called otherwise by the next."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names

_OF_ONE_WORD = (
    ("bureau", "office"), ("broadcasting", "radio"), ("home", "house"), ("shop", "store"),
    ("typography", "printing"),
    ("gazette", "newspaper"), ("sea", "maritime"), ("construction", "building"), ("combine", "complex"),
    ("undertaking", "enterprise"), ("farming", "agricultural"), ("bread", "bakery"), ("garments", "clothing"),
    ("training", "education"), ("safety", "security"), ("exhibition", "expo"), ("procurement", "supply"),
    ("overhaul", "repair"), ("warehousing", "storage"), ("heat", "thermal"), ("lumber", "timber"),
    ("cereals", "grain"), ("movie", "film"), ("car", "automobile"), ("device", "instrument"),
    ("plane", "aircraft"),
    ("dockyard", "shipyard"), ("harbour", "port"), ("penitentiary", "prison"), ("commission", "committee"),
    ("board", "council"), ("bazaar", "market"), ("bourse", "exchange"), ("inn", "hotel"), ("loan", "credit"),
    ("prospecting", "exploration"), ("wine", "winery"), ("beer", "brewery"), ("milk", "dairy"),
    ("cattle", "livestock"), ("ecological", "environmental"), ("highway", "road"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), _OF_ONE_WORD)
def test_a_word_with_two_translations_is_one_word_beside_a_brand(one: str, other: str) -> None:
    found = compare_names(f"Veldora {one}", f"VELDORA {other}", kind="organisation")
    assert found.score > 0.95
    assert compare_names(f"{one} of Kelmar", f"Kelmar {other}", kind="organisation").score > 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("power", "energy"), ("guard", "protection"), ("hospital", "clinic"), ("department", "division"),
        ("federation", "union"), ("farm", "factory"), ("ministry", "directorate"), ("radio", "television"),
        ("hotel", "restaurant"), ("bank", "exchange"),
    ],
)  # fmt: skip
def test_words_that_no_language_has_one_word_for_stay_two(one: str, other: str) -> None:
    assert compare_names(f"Veldora {one}", f"Veldora {other}", kind="organisation").score < 0.9


@pytest.mark.parametrize("one", [one for one, _ in _OF_ONE_WORD])
def test_another_brand_beside_it_is_another_firm(one: str) -> None:
    assert compare_names(f"Veldora {one}", f"Kostrin {one}", kind="organisation").score < 0.8
