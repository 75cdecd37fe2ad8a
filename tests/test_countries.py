"""Country names and codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.names.countries import _table, country_code


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
