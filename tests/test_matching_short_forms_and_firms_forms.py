"""Pet names of many countries, and legal forms that registers write, in other letters, too."""

from __future__ import annotations

import pytest

from sanctions_screen import ScreeningSettings, compare_names

THRESHOLD = ScreeningSettings().threshold


@pytest.mark.parametrize(
    ("pet", "name"),
    [
        ("Wojtek", "Wojciech"), ("Gosia", "Małgorzata"), ("Zbyszek", "Zbigniew"), ("Mirek", "Miroslav"),
        ("Jirka", "Jiří"), ("Pista", "István"), ("Laci", "László"), ("Manolis", "Emmanouil"),
        ("Thodoris", "Theodoros"), ("Gio", "Giorgi"), ("Koka", "Nikoloz"), ("Kiko", "Francisco"),
        ("Javi", "Javier"), ("Lucho", "Luis"), ("Andoni", "Antonio"), ("Dudu", "Eduardo"),
        ("Pantelis", "Panteleimon"), ("Volodia", "Volodymyr"), ("Ibo", "İbrahim"), ("Zina", "Zinaida"),
    ],
)  # fmt: skip
def test_a_pet_name_stands_for_the_name(pet: str, name: str) -> None:
    assert compare_names(f"{pet} Quernholt", f"QUERNHOLT, {name}", "person").score >= 0.9


@pytest.mark.parametrize(
    ("pet", "other"),
    [("Wojtek", "Witold"), ("Gosia", "Agnieszka"), ("Laci", "Lajos"), ("Gio", "Gela"), ("Kiko", "Enrique")],
)
def test_a_pet_name_stands_for_no_other_name(pet: str, other: str) -> None:
    assert compare_names(f"{pet} Quernholt", f"QUERNHOLT, {other}", "person").score < THRESHOLD


@pytest.mark.parametrize(
    "name",
    [
        "Ostravela ehf.", "Ostravela Sh.p.k.", "Ostravela GbR", "Ostravela SELARL", "Ostravela SUARL",
        "Ostravela S.A.U.", "Ostravela PCL", "Ostravela VOF", "Ostravela JLLC", "Ostravela EPE",
        "ТОО «Остравела»", "ЖШС «Остравела»", "ТзОВ «Остравела»", "«Остравела» МЧЖ", "«Остравела» ХХК",
        "ЧТУП «Остравела»", "ҶДММ «Остравела»",
    ],
)  # fmt: skip
def test_a_firms_legal_form_costs_next_to_nothing(name: str) -> None:
    assert compare_names(name, "OSTRAVELA LLC", "organisation").score >= 0.9


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Samjiho Haeun", "SAMJIHO SHIPPING"), ("Samjiho Hwahak", "SAMJIHO CHEMICAL"),
        ("Samjiho Cholgang", "SAMJIHO STEEL"), ("Samjiho Kigye Muyok", "SAMJIHO MACHINERY TRADING"),
        ("Ostravela Tic. Ltd. Şti.", "OSTRAVELA TICARET"),
    ],
)  # fmt: skip
def test_what_a_firm_does_is_known_in_korean_and_as_turkish_registers_shorten_it(
    written: str, listed: str
) -> None:
    assert compare_names(written, listed, "organisation").score >= 0.9
