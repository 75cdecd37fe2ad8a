"""People in the syllables of East Asia, of whom nobody says that they are people, beside listed firms."""

from __future__ import annotations

import pytest
from store_parties import day, party, store_with

from sanctions_screen import Screener, ScreeningResult, Subject
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD, Name, PartyKind
from sanctions_screen.names import comparable_name


def _screened(name: str, firm: str, kind: PartyKind | None = None) -> ScreeningResult:
    listed = party(1, names=(Name(text=firm),), kind="organisation")
    return Screener(store_with((day(0), [listed]))).screen(Subject(name=name, kind=kind))


@pytest.mark.parametrize(
    ("name", "word"),
    [("이라온", "of"), ("김이안", "and"), ("ဦးဂျာ", "factory"), ("王理", "for"), ("郑娜", "on")],
)
def test_a_syllable_of_another_script_is_no_word_of_a_language_that_writes_it_so(
    name: str, word: str
) -> None:
    parts = {part for reading in comparable_name(name, "organisation").readings for part in reading.parts}
    assert word not in {part.text for part in parts}
    assert {part.role for part in parts} <= {"word", "initial"}


@pytest.mark.parametrize(
    ("name", "legal", "generic"),
    [("삼진전자 주식회사", "ltd", "electronic"), ("北京科技有限公司", "ltd", "technology")],
)
def test_words_of_firms_in_their_own_script_stay_words(name: str, legal: str, generic: str) -> None:
    parts = {
        (part.text, part.role)
        for reading in comparable_name(name, "organisation").readings
        for part in reading.parts
    }
    assert {(legal, "legal-form"), (generic, "generic")} <= parts


@pytest.mark.parametrize(
    ("person", "firm"),
    [
        ("소하", "SOHA"), ("谢霞", "SAHA"), ("이예서", "ESO"), ("吴玉", "OOK"), ("유리나", "RINA"),
        ("林畅", "MASNA"), ("ဦးဂျာ", "MASNA"), ("이라온", "IRA"),
    ],
)  # fmt: skip
def test_a_persons_syllables_are_no_firms_acronym(person: str, firm: str) -> None:
    assert _screened(person, firm).outcome == "clear"


@pytest.mark.parametrize(
    ("written", "listed"), [("금호", "KUMHO"), ("한빛", "HANBIT"), ("포스코", "POSEUKO")]
)
@pytest.mark.parametrize("kind", ["organisation", None])
def test_a_firm_in_its_own_script_meets_its_longer_brand_written_as_one(
    written: str, listed: str, kind: PartyKind | None
) -> None:
    assert _screened(written, listed, kind).outcome == "hit"


@pytest.mark.parametrize(
    ("parted", "one"), [("Tae Jin Trading", "Taejin Trading"), ("Ho Lee Co", "Holee Co")]
)
def test_a_firms_brand_parted_into_syllables_is_the_same_firm(parted: str, one: str) -> None:
    assert compare_names(parted, one, "organisation").score >= DEFAULT_THRESHOLD
