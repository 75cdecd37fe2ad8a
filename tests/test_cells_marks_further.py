"""What stands behind further marks in a cell is a name, and no family name is taken for a label."""

from __future__ import annotations

import pytest

from sanctions_screen.cells import read_cell
from sanctions_screen.identifiers import labels


@pytest.mark.parametrize(
    "mark",
    [
        "born as", "online moniker", "new name", "proxy for", "executor for", "formerly of", "parent company",
        "für Rechnung", "wirtschaftlich Berechtigter", "Ehefrau von", "yeni adı", "ayant droit",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["Oda Brandt {} Velimir Kostrin", "Oda Brandt ({} Velimir Kostrin)"])
def test_a_name_behind_a_mark_is_one_by_itself(mark: str, form: str) -> None:
    assert "Velimir Kostrin" in read_cell(form.format(mark)).names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("김도윤 (본명 최성일)", "최성일"),
        ("김도윤 개명 전 최성일", "최성일"),
        ("王小明真名胡永安", "胡永安"),
        ("王小明, 曾用名: 胡永安", "胡永安"),
        ("احمد علی (نام واقعی رضا تقی پور)", "رضا تقی پور"),
        ("أحمد علي حاليا تمام الدرويش", "تمام الدرويش"),
        ("Oda Brandt (& Velimir Kostrin)", "Velimir Kostrin"),
    ],
)
def test_marks_in_other_scripts_are_no_part_of_the_name(text: str, name: str) -> None:
    assert name in read_cell(text).names


@pytest.mark.parametrize("label", sorted({*(label.split()[0] for label in labels()), "pob", "nationality"}))
@pytest.mark.parametrize("ending", ["lano", "akcic", "hashvili"])
def test_a_family_name_that_begins_with_the_letters_of_a_label_stays_one(label: str, ending: str) -> None:
    """Poblano was a place of birth, and BICHASHVILI a bank's code, where a cell had a mark."""
    word = label + ending
    if not word.isalpha():
        return
    for text in (f"Ivan {word.title()} a.k.a. Petar", f"IVAN {word.upper()} / PETAR KOSTRIN"):
        assert any(word in name.lower() and "ivan" in name.lower() for name in read_cell(text).names)
