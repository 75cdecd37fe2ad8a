"""Usual words of firms and institutions in scripts of South Asia, the Caucasus and Central Asia."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names

_FIRMS = (
    ("वेलमोर शिपिंग कंपनी", "Velmor Shipping Company"),
    ("वेलमोर निर्माण निगम", "Velmor Construction Corporation"),
    ("வெல்மோர் வர்த்தக லிமிடெட்", "Velmor Trading Limited"), ("வெல்மோர் அறக்கட்டளை", "Velmor Foundation"),
    ("వెల్మోర్ ఇండస్ట్రీస్ లిమిటెడ్", "Velmor Industries Limited"), ("ವೆಲ್ಮೋರ್ ಬ್ಯಾಂಕ್", "Velmor Bank"),
    ("വെൽമോർ കമ്പനി ലിമിറ്റഡ്", "Velmor Company Limited"),
    ("વેલમોર ટ્રેડિંગ કંપની", "Velmor Trading Company"),
    ("ਵੇਲਮੋਰ ਫਾਊਂਡੇਸ਼ਨ", "Velmor Foundation"), ("මල්දම් සංවර්ධන බැංකුව", "Maldam Development Bank"),
    ("මල්දම් රක්ෂණ සමාගම", "Maldam Insurance Company"), ("ویلمور ٹیکسٹائل کمپنی", "Velmor Textile Company"),
    ("შპს ველმორ სამშენებლო კომპანია", "Velmor Construction Company LLC"),
    ("ველმორ სადაზღვევო კომპანია", "Velmor Insurance Company"),
    ("Վելմոր շինարարական ընկերություն", "Velmor Construction Company"),
    ("Велмор құрылыс компаниясы", "Velmor Construction Company"), ("Велмор осигурање", "Velmor Insurance"),
)  # fmt: skip


@pytest.mark.parametrize(("written", "english"), _FIRMS)
def test_a_firm_in_its_own_script_is_the_firm_in_english(written: str, english: str) -> None:
    assert compare_names(written, english, kind="organisation").score > 0.85


@pytest.mark.parametrize(("written", "english"), _FIRMS)
def test_a_firm_of_another_name_is_another(written: str, english: str) -> None:
    other = english.replace("Velmor", "Kostrin").replace("Maldam", "Kostrin")
    assert compare_names(written, other, kind="organisation").score < 0.8


@pytest.mark.parametrize(
    ("name", "latin"),
    [("විමල් පෙරේරා", "Vimal Perera"), ("முத்து குமார்", "Muthu Kumar"), ("రాజు నాయుడు", "Raju Naidu")],
)
def test_a_person_in_these_scripts_is_read_as_before(name: str, latin: str) -> None:
    assert compare_names(name, latin, kind="person").score > 0.8


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("Ка́мский вельдо́рный заво́д", "Kamsky Veldorny Plant"),
        ("Объединённая металлургическая компания", "United Metallurgical Company"),
        ("Новое восточное обозрение", "New Eastern Review"),
        ("Вельдорский банк реконструкции и развития", "Veldorsky Bank for Reconstruction and Development"),
        ("Национальный расчётный депозитарий", "National Settlement Depository"),
        ("Войсковая часть 48211", "Military Unit 48211"),
        ("الجماعة الإسلامية المسلحة", "Armed Islamic Group"),
    ],
)
def test_names_of_usual_words_are_read_with_stress_marks_and_in_every_case(
    written: str, english: str
) -> None:
    assert compare_names(written, english, kind="organisation").score > 0.8
