"""An acronym within a firm's name meets the words it stands for, and names nobody by itself."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names
from sanctions_screen.names.firms import acronyms_within
from sanctions_screen.names.parts import Part

_HIT = 0.8


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("LCR Bank", "Lake Ceramics Refining Bank Ltd"),
        ("TUV Meissenbrunn", "Technische Universität Velden Meissenbrunn"),
        ("CHR Valmoret", "Centre Hospitalier Régional de Valmoret"),
        ("UM Brackenridge", "University of Mirador at Brackenridge"),
        ("Physics Institute of the KAS", "Physics Institute of the Karelian Academy of Sciences"),
        ("OOO TPT Zvonarev", "Torgovo Promyshlennyi Tekhnopark Zvonarev"),
        ("Velmar NRC", "Velmar Nuclear Research Centre"),
    ],
)
def test_an_acronym_beside_a_name_is_the_words_it_stands_for(first: str, second: str) -> None:
    found = compare_names(first, second, kind="organisation")
    assert _HIT <= found.score < 1.0
    assert found.score == compare_names(second, first, kind="organisation").score
    (line,) = (line for line in found.lines if line.rule == "abbreviation")
    assert "is the other's acronym" in line.text


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("LCR Shipping", "Lake Ceramics Refining Bank", "only the acronym met"),
        ("LCR Zvonarev Group", "Lake Ceramics Refining Group", "another name stands beside it"),
        ("CRL Bank", "Lake Ceramics Refining Bank", "the letters stand in another order"),
        ("LCB Ostrava", "Lake Ceramics Refining Bank Ostrava", "a word between has no letter"),
        ("VON Ostrava", "Velmar Orsk Norlund Ostrava", "brands alone are not shortened"),
        ("LCR", "Lake Ceramics Refining", "three letters alone fit many names"),
        ("LCR Ltd", "Lake Ceramics Refining Ltd", "so they do with a legal form"),
    ],
)
def test_an_acronym_alone_names_nobody(first: str, second: str, why: str) -> None:
    assert compare_names(first, second, kind="organisation").score < _HIT, why


def test_no_part_of_a_persons_name_is_an_acronym() -> None:
    assert compare_names("MB Karimov", "Murod Bank Karimov", kind="person").score < 1.0
    lines = compare_names("UB Karimov", "Umar Bekzod Karimov", kind="person").lines
    assert "abbreviation" not in [line.rule for line in lines]


def test_what_may_be_shortened_stands_at_an_end_and_says_what_a_firm_does() -> None:
    parts = [
        Part("velmar", "word"),
        Part("bank", "generic", "banka"),
        Part("of", "particle"),
        Part("ostrava", "word"),
        Part("trust", "generic"),
        Part("ltd", "legal-form"),
    ]
    assert [tuple(one) for one in acronyms_within(parts)] == [
        (0, 2, "vb"),
        (0, 4, "vbo"),
        (0, 5, "vbot"),
        (1, 5, "bot"),
        (3, 5, "ot"),
    ]
    assert not list(acronyms_within([Part("velmar", "word"), Part("ostrava", "word")]))
