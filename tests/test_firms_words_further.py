"""Firms written short in Turkey, and in Arabic, Persian and Korean, are found as lists have them."""

from __future__ import annotations

import pytest

from sanctions_screen import ScreeningSettings, compare_names
from sanctions_screen.names.firms._own_script import english

THRESHOLD = ScreeningSettings().threshold


@pytest.mark.parametrize(
    ("short", "listed"),
    [
        ("Ardaş İnş. Taah. San. ve Tic. Ltd. Şti.", "ARDAS INSAAT TAAHHUT SANAYI VE TICARET LIMITED SIRKETI"),
        ("VELKOR MAK. MUH. TIC. A.S.", "VELKOR MAKINA MUHENDISLIK TICARET ANONIM SIRKETI"),
        ("Sözen Teks. Konf. San. Tic. A.Ş.", "SOZEN TEKSTIL KONFEKSIYON SANAYI TICARET ANONIM SIRKETI"),
        (
            "Portakal Tur. Sey. Org. Tic. Ltd. Şti.",
            "PORTAKAL TURIZM SEYAHAT ORGANIZASYON TICARET LIMITED SIRKETI",
        ),
        (
            "Bolvar Elk. Bilg. Paz. Tic. Ltd. Sti.",
            "BOLVAR ELEKTRIK BILGISAYAR PAZARLAMA TICARET LIMITED SIRKETI",
        ),
    ],
)
def test_short_words_of_turkish_firms_are_written_out(short: str, listed: str) -> None:
    assert compare_names(short, listed, "organisation").score >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ardas Tic. Ltd. Şti.", "VELKOR TICARET LIMITED SIRKETI"),
        ("Kim San Tic Company", "KIM SANAYI TICARET LIMITED SIRKETI"),
    ],
)
def test_two_turkish_firms_are_two_though_both_trade(one: str, other: str) -> None:
    assert compare_names(one, other, "organisation").score < 1.0
    assert compare_names("Dan San", "DANISMANLIK SANAYI", "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("مؤسسة النهضة", "AL-NAHDA FOUNDATION"),
        ("المنار للخدمات البحرية", "AL-MANAR MARITIME SERVICES"),
        ("شركة البرق للطيران", "AL-BARQ AIRLINES"),
        ("قرارگاه سازندگی نوح", "NOOH CONSTRUCTION HEADQUARTERS"),
        ("고려은행", "KORYO BANK"),
        ("대성은행", "TAESONG BANK"),
        ("고려항공", "AIR KORYO"),
        ("조선백호련합회사", "KOREA PAEKHO UNITED CORPORATION"),
        ("원양해운관리회사", "OCEAN MARITIME MANAGEMENT COMPANY"),
    ],
)
def test_firms_in_arabic_persian_and_korean_are_put_into_english(written: str, listed: str) -> None:
    assert compare_names(written, listed, "organisation").score >= THRESHOLD


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("مؤسسة", "foundation"), ("المؤسسة", "foundation"), ("مؤسسه", "institute"), ("موسسه", "institute"),
        ("بحرية", "marine"), ("القومية", "national"), ("نفطية", "oil"), ("قاطرجية", None),
    ],
)  # fmt: skip
def test_words_of_two_languages_are_told_by_their_letters_and_adjectives_have_a_feminine(
    word: str, meaning: str | None
) -> None:
    assert english(word) == meaning


@pytest.mark.parametrize(
    ("one", "other"),
    [("VEGA AIR", "Vega Airlines"), ("Vega Airways", "VEGA AIRLINES"), ("Air Vega", "VEGA AIRLINES LTD")],
)
def test_an_airline_is_one_by_whatever_word(one: str, other: str) -> None:
    assert compare_names(one, other, "organisation").score >= THRESHOLD


def test_a_firm_with_its_indonesian_form_written_to_it_is_found() -> None:
    assert compare_names("PTSELARAS", "PT SELARAS", "organisation").score >= THRESHOLD
