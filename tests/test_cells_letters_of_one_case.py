"""Labels, marks and endings are known in every letter that capitals may have: ADI for adı, GİVEN, FİVE, ſ."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions_screen.cells import read_cell
from sanctions_screen.identifiers import labels
from sanctions_screen.matching import compare_names
from sanctions_screen.model import PartyKind
from sanctions_screen.names.tables import read_table

LABELS = sorted(
    label.strip() for _, labels in read_table("field_labels.tsv", 2) for label in labels.split(",") if label
)
OTHERS = [
    "tsch", "sch", "zsuzsa", "csaba", "sj", "gkolias", "mpakas", "srl", "spa", "ltd", "gmbh", "five", "six",
    "xii", "née", "alias", "bin", "kizi", "oglu", "unknown", "c/o", "signed by", "lj", "štefanović", "jr",
]  # fmt: skip
"""Words that a step of reading a cell looks for."""
WAYS = (
    str.upper,
    str.title,
    lambda word: word.upper().replace("I", "İ"),
    lambda word: word.replace("i", "ı"),
    lambda word: word.replace("ı", "i"),
    lambda word: word.replace("s", "ſ"),
    lambda word: word.replace("k", "\u212a"),
    lambda word: word.replace(" ", "_"),
)


@pytest.mark.parametrize("way", WAYS)
def test_a_label_is_read_whichever_letters_its_capitals_have(way) -> None:  # type: ignore[no-untyped-def]
    for label in LABELS:
        read_cell(f"{way(label)} Demir {way('surname')} Mehmet")
        read_cell(f"{way(label)}: Demir, {way('given names')}: Mehmet")


@pytest.mark.parametrize("way", WAYS)
def test_a_number_is_taken_behind_its_label_in_any_capitals(way) -> None:  # type: ignore[no-untyped-def]
    for label in labels():
        read_cell(f"Anna Demir, {way(label)} 9187629")
        read_cell(f"SEA PEARL {way(label)}: 9187629", "vessel")


@pytest.mark.parametrize("label", ["ımo", "İMO", "IMO No"])
def test_a_ship_is_known_by_its_number_whichever_i_its_label_has(label: str) -> None:
    found = read_cell(f"SEA PEARL {label} 9187629", "vessel")
    assert [(one.type, one.value) for one in found.identifiers] == [("imo", "9187629")]
    assert "SEA PEARL" in found.names


@settings(max_examples=500)
@given(
    st.lists(
        st.tuples(st.sampled_from(LABELS + OTHERS + list(labels())), st.sampled_from(WAYS)).map(
            lambda one: one[1](one[0])
        )
        | st.sampled_from(["Demir", "Olew", ":", ",", "SEA PEARL", "/", "9187629"]),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["person", "organisation", "vessel", None]),
    st.sampled_from([" ", "", ": "]),
)
def test_no_word_that_is_looked_for_is_an_error_in_other_capitals(
    words: list[str], kind: PartyKind | None, between: str
) -> None:
    found = read_cell(between.join(words), kind)
    assert found.names or found.notes


@pytest.mark.parametrize(
    "text",
    [
        "ADI: Mehmet SOYADI: Demir", "Adı: Mehmet Soyadı: Demir", "SOYADI Demir ADI Mehmet",
        "SURNAME Demir GİVEN NAMES Mehmet", "surname Demir given_names Mehmet",
    ],
)  # fmt: skip
def test_the_name_of_a_form_in_turkish_capitals_or_with_low_lines_is_found(text: str) -> None:
    assert "Demir, Mehmet" in read_cell(text).names


@pytest.mark.parametrize(("number", "digit"), [("FİVE", "5"), ("nıne", "9"), ("ſix", "6")])
def test_a_sister_ship_has_its_number_in_any_capitals(number: str, digit: str) -> None:
    assert compare_names(f"SEA PEARL {number}", f"SEA PEARL {digit}", "vessel").score >= 0.95


@pytest.mark.parametrize("name", ["lEO mARTIN", "lOGISTICS vELMONT", "lARA oLTAN"])
def test_where_the_wrong_key_was_locked_a_small_l_is_one(name: str) -> None:
    assert not any(form.startswith("I") for form in read_cell(name).names)


@pytest.mark.parametrize(("name", "meant"), [("lVAN OLTAN", "IVAN OLTAN"), ("lgor Velmont", "Igor Velmont")])
def test_a_small_l_stands_for_a_capital_i_amid_capitals_and_where_no_word_begins_so(
    name: str, meant: str
) -> None:
    assert meant in read_cell(name).names
