"""Short words of Russian firms' names are read as what they are short for, in either alphabet."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names
from sanctions_screen.cells import read_cell

_PAIRS = (
    ("ПО Вельдор", "Production Association Veldor"), ("PO Veldor", "VELDOR PRODUCTION ASSOCIATION"),
    ("ТД Вельдор", "Trading House Veldor"), ("OOO TD Veldor", "Veldor Trading House LLC"),
    ("КБ Вельдор", "Commercial Bank Veldor"), ("KAB Veldor", "Commercial Joint Stock Bank Veldor"),
    ("ООО «СК Вельдор»", "Insurance Company Veldor"), ("АО СК Вельдор", "Construction Company Veldor"),
    ("ГК Вельдор", "Veldor Group of Companies"), ("УК Вельдор", "Management Company Veldor"),
    ("ПКФ Вельдор", "Production and Commercial Company Veldor"),
    ("Veldor PKF", "Veldor Production Commercial Firm"),
    ("НПФ Вельдор", "Research and Production Company Veldor"),
    ("NPF Veldor", "Scientific Production Firm Veldor"),
    ("ООО ТПК Вельдор", "Veldor Trade and Industrial Company"),
    ("ЧВК Вельдор", "Private Military Company Veldor"),
    ("ГЭС Вельдор", "Veldor Hydroelectric Power Plant"), ("АЭС Вельдор", "Veldor Nuclear Power Plant"),
    ("ЭМЗ Вельдор", "Veldor Electromechanical Plant"), ("МФО Вельдор", "Microfinance Organization Veldor"),
    ("ДСК Вельдор", "Veldor House Building Plant"), ("НПЗ Вельдор", "Veldor Oil Refinery"),
    ("ДЮСШ Вельдор", "Veldor Sports School of Children and Youth"),
    ("БФ Вельдор", "Veldor Charitable Foundation"),
)  # fmt: skip


@pytest.mark.parametrize(("short", "full"), _PAIRS)
def test_a_short_word_is_what_it_is_short_for(short: str, full: str) -> None:
    assert compare_names(short, full, kind="organisation").score > 0.9


@pytest.mark.parametrize(("short", "full"), _PAIRS)
def test_another_name_beside_it_is_another_firm(short: str, full: str) -> None:
    other = full.replace("Veldor", "Kostrin").replace("VELDOR", "KOSTRIN")
    assert compare_names(short, other, kind="organisation").score < 0.8


@pytest.mark.parametrize("name", ["Po Ling", "PO LING", "Ten Ges", "Anna Kb", "Tets Mariam"])
def test_a_person_of_no_told_kind_is_no_short_word(name: str) -> None:
    assert read_cell(name).names == read_cell(name, "person").names


@pytest.mark.parametrize("name", ["SK", "UK Steel", "SK Energy Holdings", "PK Foods", "MK Dons"])
def test_two_letters_of_a_country_or_a_brand_are_none_without_a_legal_form_before(name: str) -> None:
    assert read_cell(name, "organisation").names == (name,)
