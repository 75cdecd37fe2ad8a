"""Words for a subject's kind and gender, in the languages of customer files.

Reach for :func:`kind_called` and :func:`gender_called` wherever a user's word has to be one of ours. Case,
accents, blanks and punctuation make no difference. A word is here only where it means one thing in every
language that has it: ``V`` is a woman in the Netherlands and a man in Spain, so it is neither.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from .party import PartyKind

__all__ = ["KIND_WORDS", "gender_called", "kind_called"]

Gender = Literal["male", "female"]

KIND_WORDS: dict[str, PartyKind] = {
    "person": "person", "individual": "person", "natural person": "person", "p": "person", "i": "person",
    "organisation": "organisation", "organization": "organisation", "entity": "organisation",
    "company": "organisation", "org": "organisation", "legal person": "organisation",
    "vessel": "vessel", "ship": "vessel", "aircraft": "aircraft", "plane": "aircraft",
}  # fmt: skip
"""Every English word for a subject's kind, in small letters: the same in files, on the command line and in
Python. Those of other languages are known, too."""

_KINDS: Final[Mapping[PartyKind, str]] = {
    "person": "physical person, natural, private person, private individual, "
    "natürliche Person, Privatperson, Einzelperson, Privatkunde, Mensch, "
    "personne, personne physique, particulier, individu, "
    "persona, persona física, persona fisica, persona natural, individuo, particular, privato, "
    "pessoa, pessoa física, pessoa singular, indivíduo, "
    "persoon, natuurlijk persoon, natuurlijke persoon, "
    "osoba, osoba fizyczna, fyzická osoba, fyzikum, fysisk person, "
    "физическое лицо, физлицо, физ лицо, человек, лицо, фізична особа, особа, "
    "gerçek kişi, kişi, şahıs, birey, "
    "个人, 個人, 自然人, 개인, 자연인, فرد, شخص, شخص طبيعي",
    "organisation": "corporate, corporation, firm, business, legal entity, juridical person, enterprise, "
    "legal, "
    "juristische Person, Firma, Unternehmen, Gesellschaft, Firmenkunde, Geschäftskunde, Körperschaft, "
    "personne morale, société, entreprise, entité, compagnie, "
    "persona jurídica, persona giuridica, empresa, sociedad, entidad, organización, compañía, "
    "società, azienda, impresa, ente, organizzazione, "
    "pessoa jurídica, pessoa coletiva, sociedade, entidade, organização, companhia, "
    "rechtspersoon, bedrijf, onderneming, organisatie, vennootschap, "
    "osoba prawna, spółka, podmiot, organizacja, przedsiębiorstwo, právnická osoba, společnost, "
    "juridisk person, företag, bolag, virksomhed, selskab, selskap, "
    "юридическое лицо, юрлицо, юр лицо, организация, компания, предприятие, фирма, "
    "юридична особа, організація, компанія, підприємство, "
    "tüzel kişi, şirket, kurum, kuruluş, işletme, "
    "企业, 企業, 公司, 机构, 機構, 法人, 组织, 組織, 会社, 団体, 법인, 회사, 기업, 단체, "
    "شركة, كيان, مؤسسة, منظمة, شخص اعتباري",
    "vessel": "Schiff, Wasserfahrzeug, navire, bateau, buque, barco, embarcación, nave, imbarcazione, navio, "
    "embarcação, schip, vaartuig, statek, loď, fartyg, skib, skip, судно, корабль, корабель, gemi, "
    "船, 船舶, 船只, 船隻, 선박, سفينة",
    "aircraft": "airplane, aeroplane, Flugzeug, Luftfahrzeug, avion, aéronef, aeronave, avión, aereo, "
    "aeromobile, "
    "velivolo, avião, vliegtuig, samolot, letadlo, flygplan, самолет, воздушное судно, літак, uçak, "
    "飞机, 飛機, 航空器, 航空機, 항공기, طائرة",
}
_GENDERS: Final[Mapping[Gender, str]] = {
    "male": "m, male, man, boy, masculine, mr, h, männlich, Mann, Herr, masculin, homme, masculino, "
    "hombre, varón, "
    "maschio, maschile, uomo, homem, mannelijk, mężczyzna, męska, muž, erkek, мужской, мужчина, муж, м, "
    "чоловіча, чоловік, 男, 男性, 남, 남성, 남자, ذكر",
    "female": "f, female, woman, girl, feminine, mrs, ms, miss, w, weiblich, Frau, féminin, femme, "
    "femenino, mujer, k, "
    "femmina, femminile, donna, feminino, mulher, vrouw, vrouwelijk, kobieta, żeńska, žena, kadın, "
    "женский, женщина, жен, ж, жіноча, жінка, 女, 女性, 여, 여성, 여자, أنثى",
}  # fmt: skip
_BEGINNINGS: Final[Mapping[str, Gender]] = {"masc": "male", "male": "male", "fem": "female"}


def kind_called(text: str) -> PartyKind | None:
    """Return the kind that a word stands for; None for any other word."""
    return KIND_WORDS.get(text.strip().lower()) or _kinds().get(_plain(text))


def gender_called(text: str) -> Gender | None:
    """Return the gender that a word stands for; None for any other word."""
    word = _plain(text)
    found = _genders().get(word)
    return found or next((each for begun, each in _BEGINNINGS.items() if word.startswith(begun)), None)


@cache
def _kinds() -> dict[str, PartyKind]:
    return {key: kind for kind, words in _KINDS.items() for key in _keys(words)}


@cache
def _genders() -> dict[str, Gender]:
    return {key: gender for gender, words in _GENDERS.items() for key in _keys(words)}


def _keys(words: str) -> list[str]:
    written = [word.strip() for word in words.split(",")]
    spelt_out = [_spelt_out(word) for word in written]
    return [_plain(word) for word in (*written, *spelt_out)]


def _spelt_out(word: str) -> str:
    """Return a word as keyboards without its letters write it: ``maennlich``."""
    return word.lower().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue"})


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in folded if letter.isalnum())
