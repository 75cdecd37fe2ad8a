"""Country names and codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.names.countries import _abroad, _key, _table, country_called, country_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Korea, North", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Democratic People’s Republic of Korea", "KP"),
        ("Korea, South", "KR"),
        ("Republic of Korea", "KR"),
        ("Burma", "MM"),
        ("Myanmar (Burma)", "MM"),
        ("Kosovo", "XK"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Congo, Republic of the", "CG"),
        ("Zaire", "CD"),
        ("Iran (Islamic Republic of)", "IR"),
        ("RUSSIAN FEDERATION", "RU"),
        ("U.S.A.", "US"),
        ("uk", "GB"),
        ("prk", "KP"),
        ("AND", "AD"),
        ("St. Kitts & Nevis", "KN"),
        ("Palestinian", "PS"),
        ("German Democratic Republic", "DE"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Democratic People's Republic of Korea (North Korea)", "KP"),
    ],
)
def test_a_country_is_known_by_its_names_and_codes(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize("text", ["USSR", "former Soviet Union", "Yugoslavia", "Czechoslovakia", "Korea"])
def test_a_name_that_does_not_tell_one_state_has_no_code(text: str) -> None:
    assert country_code(text) is None


@pytest.mark.parametrize("text", ["", " ", "-", "Unknown", "none identified", "Delaware", "the"])
def test_what_is_no_country_has_no_code(text: str) -> None:
    assert country_code(text) is None


@given(st.sampled_from(sorted(_table())), st.randoms(use_true_random=False))
def test_case_and_word_order_make_no_difference(name: str, random: object) -> None:
    words = name.split()
    random.shuffle(words)  # type: ignore[attr-defined]
    assert country_code(", ".join(words).upper()) == _table()[name]


@given(st.text(max_size=40))
def test_any_text_gets_a_code_of_two_letters_or_none(text: str) -> None:
    code = country_code(text)
    assert code is None or (len(code) == 2 and code.isascii() and code.isupper())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Schweiz", "CH"), ("Suisse", "CH"), ("SVIZZERA", "CH"), ("Швейцария", "CH"), ("瑞士", "CH"),
        ("Österreich", "AT"), ("OESTERREICH", "AT"), ("Grossbritannien", "GB"), ("Danemark", "DK"),
        ("Daenemark", "DK"), ("Corée du Nord", "KP"), ("Suedkorea", "KR"), ("Północna Korea", "KP"),
        ("Weissrussland", "BY"), ("Белоруссия", "BY"), ("Birmânia", "MM"), ("EE. UU.", "US"), ("США", "US"),
        ("Etats-Unis", "US"), ("Iran (Islamische Republik)", "IR"), ("Costa do Marfim", "CI"),
        ("República Democrática do Congo", "CD"), ("Kongo-Kinshasa", "CD"), ("Paesi Bassi", "NL"),
        ("الإمارات العربية المتحدة", "AE"), ("대한민국", "KR"), ("日本", "JP"), ("Burma", "MM"), ("DE", "DE"),
        ("Birma (Myanmar)", "MM"),
    ],
)  # fmt: skip
def test_a_country_as_a_customer_s_file_writes_it_has_its_code(text: str, code: str) -> None:
    assert country_called(text) == code


@pytest.mark.parametrize(
    "text", ["Korea", "Kongo", "СССР", "USSR", "Atlantis", "Europa", "Виргинские о-ва", ""]
)
def test_a_name_that_tells_no_one_country_has_none_in_any_language(text: str) -> None:
    assert country_called(text) is None


@given(st.sampled_from(sorted(_table())) | st.text(max_size=12))
def test_what_english_means_by_a_name_is_what_it_means(text: str) -> None:
    if _key(text) in _table():
        assert country_called(text) == country_code(text)


def test_the_names_in_other_languages_are_read_whole_and_repeat_no_english_one() -> None:
    assert len(_abroad()) > 7_000
    assert set(_abroad().values()) <= {code for code in _table().values() if code}
    assert not [key for key in _abroad() if key in _table() and _table()[key] is None]
