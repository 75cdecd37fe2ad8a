"""Titles that are names too, and letters before one word that may be a title."""

from __future__ import annotations

from datetime import date

import pytest

from sanctions_screen import ListStore, Party, Screener, Subject
from sanctions_screen.model import Name

DAY = date(2024, 1, 1)


def outcome(listed: str, asked: str, kind: str = "person") -> str:
    with ListStore.in_memory() as store:
        party = Party(party_id="mine:1", kind=kind, names=(Name(text=listed),))
        store.add_snapshot("mine", [party], published_on=DAY)
        return Screener(store, as_of=DAY).screen(Subject(name=asked, kind=kind)).outcome


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("Mohammad Eshaq Akhunzada", "Akhunzada, Mohammad Eshaq"),
        ("Zaki Mansur Mufti", "Mufti, Zaki Mansur"),
        ("Farid Jalal Qazi", "QAZI, Farid Jalal"),
        ("Ahmad Rauf Sheikh", "Sheikh, Ahmad Rauf"),
        ("Maung Maung Soe", "Maung, Maung Soe"),
        ("Ko Ko Naing", "Ko, Ko Naing"),
        ("Rehmatullah", "H.E. Rehmatullah"),
        ("Zorawar", "H.E. Zorawar"),
    ],
)
def test_a_title_that_is_a_name_too_is_found_wherever_it_stands(listed: str, asked: str) -> None:
    assert outcome(listed, asked) == "hit"


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("Mohammad Eshaq Akhunzada", "Akhunzada, Mohammad Karim"),
        ("Maung Maung Soe", "Maung, Maung Lwin"),
        ("Rehmatullah", "H.E. Zorawar"),
    ],
)
def test_another_name_beside_the_title_is_another_person(listed: str, asked: str) -> None:
    assert outcome(listed, asked) == "clear"


def test_a_state_company_may_be_written_short() -> None:
    listed = "STATE COMPANY FOR MARKETING TYRES"
    assert outcome(listed, "State Co. for Marketing Tyres", "organisation") == "hit"


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("AKHUNDZADA, Idris Wahid", "Wahid Akhundzada Idris"),
        ("AKHUNDZADA, Wahid Idris", "Wahid Akhundzada Idris"),
        ("MUFTI, Zaki Mansur", "Zaki Mufti Mansur"),
        ("MAULAVI, Nasrat Wardak", "Nasrat Wardak Maulavi"),
        ("A/L KUPPUSAMY, Selvam", "Selvam s/o Kuppusamy"),
        ("A/P KUPPUSAMY, Selvi", "Selvi d/o Kuppusamy"),
        ("SELVAM S/O KUPPUSAMY", "Selvam anak lelaki Kuppusamy"),
    ],
)
def test_a_title_amid_a_name_is_one_and_a_child_s_mark_is_any_other(listed: str, asked: str) -> None:
    assert outcome(listed, asked) == "hit"


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("AKHUNDZADA, Idris Wahid", "Farid Akhundzada Idris"),
        ("MUFTI, Zaki Mansur", "Zaki Mufti Hassan"),
        ("HAFIZ, Muhammad", "Mohamed Abdel Hafiz"),
        ("SELVAM A/L KUPPUSAMY", "Devi a/p Kuppusamy"),
        ("SELVAM A/L KUPPUSAMY", "Selvam a/l Ramasamy"),
    ],
)
def test_another_name_with_the_same_title_or_mark_stays_another(listed: str, asked: str) -> None:
    assert outcome(listed, asked) == "clear"
