"""Names in one language's spelling, written short or against one another, are found in another's."""

from __future__ import annotations

import pytest

from sanctions_screen.cells import read_cell
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Anželika Rachmanovič", "RAKHMANOVICH, Anzhelika"),
        ("Sergej Šojsin", "SHOYSIN, Sergey"),
        ("Michail Chodčenko", "KHODCHENKO, Mikhail"),
        ("Jevgenij Zacharčuk", "ZAKHARCHUK, Yevgeniy"),
        ("Dmitrij Csernigov", "CHERNIGOV, Dmitry"),
        ("Nyikita Zsdanov", "ZHDANOV, Nikita"),
        ("Nikita Jromov", "KHROMOV, Nikita"),
        ("Pavel Timoshkov", "TSIMASHKOU, Pavel"),
        ("Dzmitry Tsishkou", "TISHKOV, Dmitry"),
        ("Jaamac Faarax", "JAMA, Farah"),
        ("Saiful Mulk Tanoli", "TANOLI, Saif-ul-Mulk"),
        ("Zahurul Majid Chaklader", "CHAKLADER, Zahur ul Majeed"),
        ("Aboul Fotouh Shaheen", "أبو الفتوح شاهين"),
        ("Marc St Clouds", "SAINT-CLOUDS, Marc"),
        ("Marc St-Clouds", "Marc Saint Clouds"),
    ],
)
def test_a_person_is_found_in_another_languages_spelling(text: str, listed: str) -> None:
    assert compare_names(text, listed, kind="person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Marko Jurič", "ZHURIN, Marko"),
        ("Pavel Tsimashkou", "MASHKOV, Pavel"),
        ("Igor Jrushkin Jr", "Igor Jrushkin Sr"),
    ],
)
def test_another_name_stays_another(text: str, listed: str) -> None:
    assert compare_names(text, listed, kind="person").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "text", ["Petra Malá", "John Smith", "Ali Hassan", "Jean Dujardin", "Francisco Jiménez"]
)
def test_a_name_without_another_languages_letters_has_no_other_spelling(text: str) -> None:
    assert read_cell(text, "person", listed=True).names == (text,)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("ZELTEKHS.A.", "Zeltekh S.A."),
        ("Zeltekhd.o.o.", "Zeltekh d.o.o."),
        ("ZELTEKHLTD.", "Zeltekh Ltd"),
        ("ZELTEKHPTELTD", "Zeltekh Pte Ltd"),
        ("ZELTEKHSDNBHD", "Zeltekh Sdn Bhd"),
        ("ZeltekhPvtLtd", "Zeltekh Pvt Ltd"),
        ("ZeltekhCo.Ltd", "Zeltekh Co Ltd"),
        ("ZeltekhSA", "Zeltekh SA"),
        ("ZELTEKHSA", "Zeltekh SA"),
        ("ZELTEKHAG", "Zeltekh AG"),
        ("UABZELTEKH", "UAB Zeltekh"),
        ("АОЗЕЛЬТЕХ", "АО Зельтех"),
        ("ZELTEKHCORPORATION", "Zeltekh Corporation"),
        ("ZELTEKHCO.,LTD", "Zeltekh Co., Ltd."),
        ("ZELTEKHFZLLC", "Zeltekh FZ-LLC"),
        ("ZELTEKHSPZOO", "Zeltekh Sp. z o.o."),
        ("ZELT TEKHLLC", "Zelt Tekh LLC"),
        ("ZELTEKH INSCE BRKRS", "Zeltekh Insurance Brokers"),
        ("ZELTEKH AVN MAINT", "Zeltekh Aviation Maintenance"),
        ("ZELTEKH CHEMS INDL", "Zeltekh Chemicals Industrial"),
        ("ZELTEKH FRT FWDG", "Zeltekh Freight Forwarding"),
        ("ZELTEKH COML BK", "Zeltekh Commercial Bank"),
        ("GOSNII ZELTEKH", "Zeltekh State Research Institute"),
        ("ZELTEKH AGRIC EXP", "Zeltekh Agricultural Export"),
        ("ZELTEKH MKTG CTR", "Zeltekh Marketing Centre"),
        ("ZELTEKH BLDG CONTRS", "Zeltekh Building Contractors"),
        ("ZELTEKH FINCL SECS EXCH", "Zeltekh Financial Securities Exchange"),
        ("ZELTEKH ENRGY RSRCS", "Zeltekh Energy Resources"),
    ],
)
def test_a_firm_is_found_whose_form_is_glued_or_words_are_short(text: str, listed: str) -> None:
    assert compare_names(text, listed, kind="organisation").score >= 0.95


@pytest.mark.parametrize(
    ("text", "listed"), [("ROSACORPUS", "Rosa Corp"), ("McDonald", "Mc Donald Ltd"), ("Expo", "Export")]
)
def test_a_firms_word_that_only_ends_like_a_form_is_a_word(text: str, listed: str) -> None:
    assert compare_names(text, listed, kind="organisation").score < 1.0
