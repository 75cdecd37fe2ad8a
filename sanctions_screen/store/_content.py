"""A record as bytes in the store: canonical JSON, deflated with a dictionary of the words records share.

Reach for this module to pack or unpack a stored record. Guarantee: unpacking gives back exactly the text that
was packed, so a record's digest can be recomputed from what is stored.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from ..errors import IntegrityError

__all__ = ["pack", "unpack", "unpack_each"]

MAX_BYTES = 50_000_000
"""The longest record unpacked: far beyond a real one, and small enough to be no bomb."""

# Part of the file format: stored bytes cannot be read without it, so it never changes within a schema
# version. Deflate reaches matches near the end of a dictionary most cheaply: the commonest words stand last.
_DICTIONARY = (
    b'"tonnage":"gross_registered_tonnage":"build_year":"former_flags":"owner":"model":"call-sign","mmsi"'
    b'"aircraft-serial","crypto-address","swift-bic","bank-account","residence-permit","travel-document"'
    b'"birth-certificate","driving-licence","military-id","website","email","phone","lei","imo"'
    b'"legal_bases":["death_dates":["delisted_on":"amended_on":["listed_on":"extra":[["'
    b'"vessel":{"flag":{"code":"PA","text":"Panama"},"type":"Crude Oil Tanker"}}'
    b'"note":"script":"Cyrl","Arab","Hani","Hang","language":"parts":[{"text":"","type":"family"},{"text":'
    b'"type":"given"},"patronymic","matronymic","maiden","nickname"'
    b'Democratic Republic of the Congo","Korea, North","Syria","Iraq","Cuba","Burma","Myanmar","Belarus"'
    b'"code":"MX","text":"Mexico"}"code":"CO","text":"Colombia"}"code":"CN","text":"China"}'
    b'"code":"UA","text":"Ukraine"}"code":"AE","text":"United Arab Emirates"}"code":"IR","text":"Iran"}'
    b'"code":"RU","text":"Russia"}"programmes":["SDGT"]["SDNTK"]["NPWMD","IFSR"]["IRAN"]["UKRAINE-EO13662"]'
    b'["RUSSIA-EO14024"]}"remarks":"DOB ; POB ; Additional Sanctions Information - Subject to Secondary '
    b"Sanctions; Gender Male; Passport ; National ID No. ; nationality ; citizen ; Linked To: "
    b"Identification Number ; Tax ID No. ; Organization Established Date ; Organization Type: ; "
    b"Registration Number ; Secondary sanctions risk: Registration ID (Russia); Cedula No. (Colombia); "
    b'C.U.R.P. (Mexico)."},"label":"national-id","passport","tax-id","registration","other",'
    b'"linked_parties":[{"name":"","relation":"Linked To"}],"positions":["titles":["gender":"male",'
    b'"kind":"vessel","kind":"organisation","names":[{"text":"","identifiers":[{"country":{"code":"","text":"'
    b'"},"type":"","value":""}],"addresses":[{"city":"","country":{"code":"","text":""},"postal_code":"",'
    b'"region":"","text":""},"birth_dates":["19"],"birth_places":["citizenships":[{"code":"","text":""}],'
    b'"nationalities":[{"kind":"person","names":[{"text":""},{"role":"weak","text":""},{"role":"strong",'
    b'"text":""}],"party_id":"us-ofac-sdn:"'
)


def pack(text: str) -> bytes:
    """Return *text* as stored bytes."""
    packer = zlib.compressobj(level=9, wbits=-15, zdict=_DICTIONARY)
    return packer.compress(text.encode("utf-8", "surrogatepass")) + packer.flush()


def unpack_each(packed: Iterable[bytes]) -> list[str]:
    """Return the texts that were packed; IntegrityError as for one."""
    return [unpack(data) for data in packed]


def unpack(data: bytes) -> str:
    """Return the text that was packed; IntegrityError when the bytes are not such a text."""
    try:
        packed = zlib.decompressobj(wbits=-15, zdict=_DICTIONARY)
        text = packed.decompress(data, MAX_BYTES).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise IntegrityError(f"a stored record cannot be unpacked ({error})") from error
    if not packed.eof or packed.unused_data:
        raise IntegrityError("a stored record cannot be unpacked (it is cut short, or goes on too long)")
    return text
