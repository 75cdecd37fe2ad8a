"""What columns are called, in the languages customer files are headed in.

Reach for :func:`plain` to compare titles, and for the tables to know what one means. A word is here only
where it means one thing in every language that has it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = [
    "AT_BIRTH",
    "FAMILY",
    "FIELD_OF",
    "GIVEN",
    "IN_GENERAL",
    "MIDDLE",
    "NAME_BESIDE_GIVEN",
    "TYPE_OF",
    "WHOLE_WHEN_ALONE",
    "plain",
]

_LATIN: Final = re.compile("[a-z]")
_WITHOUT: Final = {ord("ł"): "l", ord("ı"): "i", ord("ø"): "o"}
_SPELT_OUT: Final = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}

_AT_BIRTH: Final = (
    "maidenname maiden née surnameatbirth birthsurname familynameatbirth lastnameatbirth nameatbirth "
    "birthname geburtsname nomdenaissance nomdejeunefille apellidodesoltera apellidosdesoltera "
    "cognomedanubile cognomedinascita nomedesolteira sobrenomedesolteira meisjesnaam "
    "nazwiskorodowe nazwiskopanieńskie rodnéjméno rodnépříjmení kızlıksoyadı "
    "девичьяфамилия фамилияприрождении дівочепрізвище 旧姓"
)
"""Titles of a column that holds a family name of before a marriage, which goes with the given name."""
_WORDS: Final = {
    "name": "name fullname customername clientname partyname subjectname entityname companyname legalname "
    "organisationname organizationname counterpartyname beneficiaryname accountname accountholder "
    "accountholdername vesselname payeename payername "
    "vollername vollständigername kundenname firmenname firma "  # German
    "nomcomplet nometprénom nomprénom prénomnom nomduclient raisonsociale dénominationsociale "  # French
    "nombrecompleto nombreyapellidos nombredelcliente razónsocial razonsocial "  # Spanish
    "nomecompleto nomecliente nomecognome cognomenome ragionesociale denominazione razãosocial "
    "volledigenaam klantnaam naam imięinazwisko nazwiskoiimię adsoyad adısoyadı "
    "фио полноеимя наименование 姓名 名称 氏名 성명 الاسم الاسمالكامل "
    "піб повнеімя прізвищетаімя триимена імяіпрізвище имеипрезиме имеифамилия атыжөні "  # Slavic, Kazakh
    "jménoapříjmení celéjméno menoapriezvisko celémeno imeiprezime imeinpriimek teljesnév név "
    "numecomplet numeșiprenume numeprenume vardasirpavardė vārdsuzvārds "
    "namn fulltnamn navn fuldenavn fulltnavn kokonimi nimi "  # Nordic, Estonian
    "nama namalengkap namapenuh họvàtên họtên tênđầyđủ têncôngty "  # South-East Asia
    "ονοματεπώνυμο επωνυμία שםמלא სახელიგვარი სახელიდაგვარი անունազգանուն "
    "نامونامخانوادگی نامکامل पूरानाम नाम নাম ชื่อนามสกุล ชื่อสกุล ชื่อและนามสกุล",
    "kind": "kind type partykind partytype customertype clienttype entitytype subjecttype subjectkind "
    "kundenart kundentyp personenart personentyp partnerart art typ typeclient typedeclient typedepersonne "
    "tipo tipocliente tipodecliente tipopersona tipodepersona tipodipersona tipodepessoa soort klantsoort "
    "rodzaj тип типклиента типлица 类型 類型 客户类型 種別 유형",
    "birth_date": "birthdate dob dateofbirth birthday born geburtsdatum geburtstag gebdatum gebdat "
    "datedenaissance naissance datanaissance fechadenacimiento fechanacimiento datadinascita datanascita "
    "datadenascimento geboortedatum dataurodzenia doğumtarihi датарождения "
    "出生日期 出生年月日 生年月日 誕生日 생년월일 تاريخالميلاد تاريخالولادة "
    "датанародження датанараждане датумрођења туғанкүні "
    "datumnarození dátumnarodenia datumrođenja datumrodjenja datumrojstva születésidátum születésiidő "
    "datanașterii gimimodata dzimšanasdatums doğumtarixi födelsedatum fødselsdato fødselsdag "
    "syntymäaika syntymäpäivä sünniaeg sünnikuupäev tanggallahir tarikhlahir ngàysinh "
    "ημερομηνίαγέννησης תאריךלידה დაბადებისთარიღი ծննդյանամսաթիվ تاریختولد تاریخپیدائش "
    "जन्मतिथि जन्मतारीख জন্মতারিখ วันเกิด วันเดือนปีเกิด",
    "countries": "country countries countrycode nationality nationalities citizenship countryofresidence "
    "residencecountry countryofbirth flag land nationalität staatsangehörigkeit wohnsitzland pays "
    "nationalité paysderésidence país pais nacionalidad paese nazionalità cittadinanza nacionalidade "
    "nationaliteit kraj "
    "obywatelstwo ülke uyruk страна гражданство 国家 国籍 國家 國籍 국적 الجنسية البلد "
    "країна громадянство държава држава држављанство země krajina státníobčanství štátneobčianstvo "
    "država državljanstvo ország állampolgárság țară cetățenie šalis pilietybė valsts pilsonība "
    "medborgarskap nationalitet nasjonalitet statsborgerskap kansalaisuus kodakondsus "
    "negara kewarganegaraan warganegara quốcgia quốctịch "
    "χώρα υπηκοότητα מדינה אזרחות ქვეყანა քաղաքացիություն երկիր کشور ملیت تابعیت देश राष्ट्रीयता দেশ "
    "ประเทศ สัญชาติ",
    "identifiers": "identifier identifiers ids identifications documentno documentnumber iddocument "
    "iddocumentno iddocumentnumber idcardno idcardnumber identitydocument identitycard",
    "aliases": "alias aliases aka akas alsoknownas othername othernames aliasname aliasnames alias1 alias2 "
    "alias3 aka1 aka2 aka3 formername formernames previousname previousnames exname fka formerlyknownas "
    "knownas nka nickname pseudonym tradename tradingname tradingas dba "
    "alternatename alternativename alternativenames secondaryname nativename namenative nameinoriginalscript "
    "originalscriptname localname doingbusinessas brandname "
    "frühername früherername ehemaligername aliasnamen handelsname künstlername "
    "autresnoms autrenom anciennom anciensnoms nomcommercial surnom "
    "otrosnombres otronombre nombreanterior nombrecomercial apodo altrinomi altronome nomeprecedente "
    "outrosnomes nomeanterior nomefantasia vroegerenaam handelsnaam innenazwy poprzednianazwa diğeradlar "
    "eskiadı псевдоним прежнееимя прежнееназвание другиеимена бывшееназвание 曾用名 别名 別名 旧名 "
    "旧社名 이명 الاسمالسابق " + _AT_BIRTH,
    "gender": "gender sex geschlecht sexe sexo sesso geslacht płeć cinsiyet пол 性别 性別 성별 الجنس "
    "стать pohlaví pohlavie spol kön køn kjønn sukupuoli jeniskelamin jantina giớitính φύλο جنسیت लिंग "
    "เพศ",
    "reference": "reference ref id customerid customerno customernumber clientid clientreference accountid "
    "accountnumber subjectid externalid internalid recordid kundennummer kundennr kundenid numéroclient "
    "numclient référence referencia númerodecliente numerocliente códigocliente klantnummer numerklienta "
    "müşterino номерклиента номерклієнта čísloklienta ügyfélszám kundnummer "
    "客户编号 客戶編號 顧客番号 고객번호",
}  # fmt: skip
_TYPED: Final = {
    "passport": "passport passportno passportnr passportnum passportnumber passports reisepass "
    "reisepassnummer passnummer passeport numérodepasseport "
    "pasaporte númerodepasaporte passaporto passaporte paspoort paszport pasaport паспорт "
    "номерпаспорта 护照 护照号码 護照號碼 旅券番号 여권번호 pasnummer hộchiếu דרכון گذرنامه",
    "national-id": "nationalid nationalidno nationalidnumber dni cédula cedula personalausweis codicefiscale "
    "pesel bsn",
    "tax-id": "taxid taxno taxnumber tin inn steuernummer steuerid nif инн",
    "registration": "registrationno registrationnumber companynumber handelsregisternummer siren siret огрн",
    "imo": "imo imono imonumber",
    "mmsi": "mmsi",
    "lei": "lei",
    "swift-bic": "bic swift swiftbic swiftcode",
    "bank-account": "iban",
    "crypto-address": "cryptoaddress wallet walletaddress",
    "email": "email emailaddress",
}


def plain(title: str) -> str:
    """Return a title without what tells no two titles apart: case, spaces, punctuation."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def _titles(words: str) -> frozenset[str]:
    """Return the titles, each also as keyboards without its letters write it: nationalite, nationalitaet."""
    written = [plain(word) for word in words.split()]
    bare = (
        unicodedata.normalize("NFKD", word.translate(_WITHOUT)) for word in written if _LATIN.search(word)
    )
    without = ("".join(char for char in word if not unicodedata.combining(char)) for word in bare)
    return frozenset((*written, *without, *(word.translate(_SPELT_OUT) for word in written)))


AT_BIRTH: Final = frozenset(_titles(_AT_BIRTH))
FIELD_OF: Final = {word: field for field, words in _WORDS.items() for word in _titles(words)}
"""Title, plain → the field of a subject."""
TYPE_OF: Final = {word: kind for kind, words in _TYPED.items() for word in _titles(words)}
"""Title, plain → the type of identifier."""


IN_GENERAL: Final = _titles("kind type typ art tipo soort rodzaj тип 类型 類型 種別 유형")
"""Words that may be of something else where a column beside them is called for the field itself."""
GIVEN: Final = _titles(
    "firstname givenname givennames forename forenames vorname vornamen prénom prénoms prenom nombre nombres "
    "nome prenome voornaam voornamen imię imiona ad adı имя 名 名字 이름 "
    "імя име аты jméno křestníjméno meno ime keresztnév utónév prenume vardas vārds förnamn fornavn etunimi "
    "eesnimi namadepan όνομα שםפרטי სახელი անուն نام الاسمالأول ชื่อ"
)
MIDDLE: Final = _titles("middlename middlenames secondname patronymic zweitername отчество побатькові")
FAMILY: Final = _titles(
    "lastname surname familyname nachname familienname nachnamen nom nomdefamille apellido apellidos cognome "
    "apelido sobrenome achternaam nazwisko soyad soyadı фамилия 姓 姓氏 성 "
    "прізвище презиме тегі příjmení priezvisko prezime priimek családinév vezetéknév nume pavardė uzvārds "
    "efternamn efternavn etternavn sukunimi perekonnanimi namabelakang επώνυμο שםמשפחה გვარი ազգանուն "
    "نامخانوادگی اسمالعائلة นามสกุล"
)
WHOLE_WHEN_ALONE: Final = _titles("nom nombre nome имя 이름 名 імя име ime nume نام ชื่อ անուն")
"""Words for a given or a family name that mean the whole name where no column has the other."""
NAME_BESIDE_GIVEN: Final = ({"name", "vorname"}, {"name", "vornamen"}, {"naam", "voornaam"})
"""Titles side by side of which the shorter means the family name."""
