"""What a firm's words mean is known in its own script, romanised and in other languages; names stay names."""

from __future__ import annotations

import pytest

from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD
from sanctions_screen.names.romanise import romanisations


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("ราชภัฏเวลโก มหาวิทยาลัย", "Rajabhat Welko University"),
        ("სამხრეთის კვლევითი ცენტრი", "Samkhretis Research Center"),
        ("Վելմոնտ ազգային ինստիտուտ", "Velmont National Institute"),
        ("भारतीय कृषि अनुसंधान परिषद", "Indian Agricultural Research Council"),
        ("വേലൻ മെഡിക്കൽ സർവകലാശാല", "Velan Medical University"),
        ("ਵੇਲਾ ਵਿਗਿਆਨ ਅਤੇ ਤਕਨਾਲੋਜੀ ਸੰਸਥਾ", "Vela Institute of Science and Technology"),
        ("ナガノケン ノウギョウ シケンジョウ", "Nagano Prefectural Agricultural Experiment Station"),
        ("株式会社ベルモント塗料", "Berumonto Paint Co., Ltd."),
        ("ООО Вельмонт угольные технологии", "Velmont Coal Technologies LLC"),
        ("Velmont ugolnye tekhnologii, OOO", "Velmont Coal Technologies LLC"),
        ("Velmont Inzhiniringovye Resheniia, OOO", "Velmont Engineering Solutions LLC"),
        ("Norges Velmont Institutt", "Velmont Institute of Norway"),
        ("Velmontska Institutet, Sveriges", "Velmontska Institute of Sweden"),
        ("Yayasan Velmonto", "Velmonto Foundation"),
        ("Benh Vien Velmonto", "Velmonto Hospital"),
        ("GOK Velmontskiy AO", "Mining Processing Combine Velmontskiy JSC"),
        ("St. Ansgard Klinikum", "Saint Ansgard Hospital"),
        ("US Velmont Laboratory", "United States Velmont Laboratory"),
        ("شركة فيلمونت للمنسوجات", "Velmont Textiles Company"),
        ("Velmont Bharatiya Krishi Anusandhan", "Velmont Indian Agricultural Research"),
        ("Velmont Gardeshgari Bank", "Velmont Tourism Bank"),
        ("Velmont Xintuo", "Velmont Trust"),
        ("Zelko Byoin", "Zelko Hospital"),
        ("Zelko Forstliche Versuchsanstalt", "Zelko Forest Experimental Station"),
        ("Velmont Society", "Velmont Association"),
        ("丸吉産業(株)", "Maruyoshi Sangyo KK"),
        ("㈱丸吉産業", "Maruyoshi Industry Co., Ltd."),
        ("벨몬전자(주)", "Belmon Electronics Co., Ltd."),
        ("ООО СК Вельмонт", "Velmont Insurance Company LLC"),
        ("فيلمونت للتجارة ذ.م.م", "Velmont Trading LLC"),
        ("شركة فيلمونت ش م ل", "Velmont SAL"),
        ("შპს ველმონტი", "Velmonti LLC"),
        ("ΒΕΛΜΟΝΤ Α.Ε.", "Velmont SA"),
        ("بانک تجارت ولمونت", "BANK TEJARAT VELMONT"),
        ("سازمان منطقه آزاد ولمونت", "Velmont Free Zone Organization"),
        ("Sherkat Foolad Velmont", "Velmont Steel Company"),
        ("Velmont Suisan", "Velmont Fisheries"),
        ("Velmont Jixie Chang", "Velmont Machinery Factory"),
        ("ChVK Velmont", "Velmont Private Military Company"),
        ("Velmont Liteynyy Zavod", "Velmont Foundry"),
        ("Fanavaran Ertebatat Velmont", "Velmont Communications Technologists"),
        ("Velmont Tekhnolodzhi Grupp", "Velmont Technology Group"),
        ("RV-Razvitie Biznesa Velmont", "RV Business Development Velmont"),
        ("Velmont Avtozavod OAO", "Velmont Automobile Factory JSC"),
        ("Kiberdrošības Velmont", "Cyber Velmont"),
        ("Sýrska Velmont", "Syrian Velmont"),
        ("Velmont Sahkari Bank", "Velmont Cooperative Bank"),
    ],
)
def test_the_words_of_a_firm_are_found_in_english(written: str, listed: str) -> None:
    assert compare_names(written, listed, "organisation").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Verga Genomics", "Zelkov Genomics and Hematology Center"),
        ("Velmont Institute of Applied Physics", "Zelkov Institute of Applied Physics"),
        ("General Electric", "Zelkov General Electricity Company"),
        ("Velmont Prefectural Fisheries Centre", "Zelkov Prefectural Fisheries Centre"),
        ("Velmont Joint Stock Commercial Bank", "Joint Stock Commercial Bank Zelkov"),
        ("Saint Ansgard School of Nursing", "Saint Velmar School of Nursing"),
    ],
)
def test_a_field_of_study_or_trade_names_no_firm(one: str, other: str) -> None:
    assert compare_names(one, other, "organisation").score < DEFAULT_THRESHOLD - 0.1


@pytest.mark.parametrize(("name", "script"), [("สมชาย วงศ์สุวรรณ", "Thai"), ("നളിനി വർമ", "Malayalam")])
def test_a_persons_name_has_no_reading_in_english(name: str, script: str) -> None:
    assert all(reading.standard != "translated" for reading in romanisations(name, script))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("P.AG Ltd", "SPA OOO", False),  # legal forms alone are no name in common
        ("SPA OOO", "SPA LLC", True),
        ("SPA OOO", "SPA Limited", True),
    ],
)
def test_a_short_legal_form_names_a_firm_that_has_no_other_name(one: str, other: str, found: bool) -> None:
    assert (compare_names(one, other, "organisation").score >= DEFAULT_THRESHOLD) is found


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Velmontskiy Radiozavod", "Velmontskiy Radio Factory"),
        ("Khlebozavod Velmont", "Velmont Bakery"),
        ("Pticefabrika Velmont", "Velmont Poultry"),
        ("Velmont Entesharat", "Velmont Publishing"),
        ("Khabargozari Velmont", "Velmont News Agency"),
        ("Velmont Fudosan", "Velmont Real Estate"),
        ("Velmont Boseki", "Velmont Textile"),
        ("Velmont Shuini", "Velmont Cement"),
        ("Velmont Meikuang", "Velmont Coal"),
        ("Velmont Mudranalaya", "Velmont Printing Press"),
        ("Velmont Loha Karkhana", "Velmont Iron Factory"),
        ("Masnaa Velmont", "Velmont Factory"),
        ("Velmont Yayincilik", "Velmont Publishing"),
    ],
)
def test_a_romanised_word_of_trade_is_its_english(written: str, listed: str) -> None:
    assert compare_names(written, listed, "organisation").score >= 0.95


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("株式会社KDXデータ", "KDX Data Co., Ltd."),
        ("一般財団法人ABCエンジニアリング", "ABC Engineering Foundation"),
        ("TRL集团股份有限公司", "TRL Group Co., Ltd."),
    ],
)
def test_latin_letters_amid_an_east_asian_firms_words_part_them_not(name: str, english: str) -> None:
    assert compare_names(name, english, kind="organisation").score >= 0.95


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("福建省地质勘查局", "Fujian Provincial Geological Exploration Bureau"),
        (
            "青岛市知识产权和认证管理局",
            "Qingdao Municipal Intellectual Property and Certification Management Bureau",
        ),
        ("热带水稻基因国家重点实验室", "State Key Laboratory of Tropical Rice Gene"),
        ("南雲女子短期大学", "Nagumo Women's Junior College"),
        ("Velmontsche Maschinenbau Forschungszentrum", "Velmontsche Mechanical Engineering Research Center"),
        ("Escola de Engenharia Velmont", "Velmont School of Engineering"),
        ("Inzhenernaya firma Velkom", "Velkom Engineering Firm"),
        ("Istituto Velmont per la Salute", "Velmont Institute for Health"),
        ("Velmont Chuo Sogo Hospital", "Velmont Central General Hospital"),
        ("Towarzystwo Fizyki Velmont", "Velmont Society of Physics"),
        ("Instituto Velmont de Ciencias Aplicadas", "Velmont Institute of Applied Sciences"),
        ("Laboratoire Velmont des Systèmes Atmosphériques", "Velmont Laboratory of Atmospheric Systems"),
        ("Velmontská Lékařská Fakulta", "Velmontska Medical Faculty"),
        ("Instituto Morvik de Hidrología", "Morvik Institute of Hydrology"),
        ("Morvik Institut für Angewandte Seismologie", "Morvik Institute of Applied Seismology"),
        ("Laboratoire Morvik de Psychiatrie", "Morvik Laboratory of Psychiatry"),
        ("Istituto Morvik per le Energie Rinnovabili", "Morvik Institute for Renewable Energy"),
        ("Instytut Geologiczny Tarsen", "Tarsen Geological Institute"),
        ("Universidade Rural de Tarsen", "Tarsen Rural University"),
        ("Velmont Metalurji ve Madencilik Sanayi", "Velmont Metallurgy and Mining Industry"),
        ("Velmont Mimarlık ve Reklamcılık", "Velmont Architecture and Advertising"),
        ("青岛交叉学科研究院", "Qingdao Institute of Interdisciplinary Research"),
        ("青岛市计划生育委员会", "Qingdao City Family Planning Committee"),
        ("한라기후연구소", "Halla Climate Institute"),
        ("ケーエムティー技術開発株式会社", "KMT Technology Development Co., Ltd."),
        ("المعهد الوطني لعلوم المواد", "National Institute of Materials Science"),
        ("Velmont Senter", "Velmont Center"),
    ],
)
def test_words_of_institutions_are_known_in_the_languages_of_registers(name: str, english: str) -> None:
    assert compare_names(name, english, kind="organisation").score >= 0.9


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Velmont Junior College", "Selkirk Junior College"),
        ("Velmont Powder Plant", "Selkirk Powder Plant"),
        ("Velmont Konfeksiyon", "Selkirk Konfeksiyon"),
    ],
)
def test_words_that_say_what_a_firm_does_name_nobody(first: str, second: str) -> None:
    assert compare_names(first, second, kind="organisation").score < 0.6


@pytest.mark.parametrize(
    ("own", "english"),
    [
        ("Institut for Kvantefysik og Fysik Morvik", "Morvik Institute of Quantum Physics and Physics"),
        ("Ústav půdní biologie Tarsen", "Tarsen Institute of Soil Biology"),
        ("Instytut Zdrowia Zwierząt Morvik", "Morvik Institute of Animal Health"),
        ("Institut für Energie und Umwelt Tarsen", "Tarsen Institute for Energy and Environment"),
        ("Velgor Maatalous ja Metsän Instituutti", "Velgor Institute of Agriculture and Forest"),
        ("墨维复杂系统理论研究所", "Mowei Institute of Complex Systems Theory"),
        ("墨维大气与气候中心", "Mowei Atmospheric and Climate Center"),
    ],
)
def test_what_an_institute_studies_is_translated(own: str, english: str) -> None:
    assert compare_names(own, english, "organisation").score >= 0.7
