"""What all of OFAC's formats share: identification labels, alias types, dates.

Reach for this module in a source for any of OFAC's files, so that one list reads alike in each of its
formats. Site: https://ofac.treasury.gov/sanctions-list-service
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from ..names.countries import country_code
from .draft import PartyDraft, country
from .labels import plain_label
from .ofac_dates import partial_date

__all__ = ["add_alias", "add_identification", "add_programmes", "cleaned_label", "identification_types",
           "is_fact", "is_identification", "list_of", "name_parts", "partial_date",
           "replace_flag"]  # fmt: skip


# Labels of OFAC's "identifications" that say something about the party instead of identifying it.
_PLACES_AND_PEOPLE = {
    "Gender", "Nationality of Registration", "Former Vessel Flag", "Other Vessel Flag", "Vessel Flag",
    "Vessel Type", "Other Vessel Type", "Vessel Year of Build", "Aircraft Model", "Aircraft Manufacture Date",
    "Aircraft Operator", "Vessel Owner",
}  # fmt: skip
SDN_ID = "us-ofac-sdn"
CONSOLIDATED_ID = "us-ofac-cons"
_CONSOLIDATED_MARKS = frozenset({"NS-PLC", "CMIC-EO13959"})
_WITH_COUNTRY = re.compile(r"(.+) \(([^()]+)\)")
_CRYPTO = re.compile(r"Digital Currency Address - \S+")


@cache
def identification_types() -> dict[str, tuple[str, bool]]:
    """Return label → (identifier type, whether the type says all that the label says)."""
    text = files(__package__).joinpath("data/ofac_identifiers.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {row[0]: (row[1], row[2:] == ["="]) for row in rows[1:]}


def cleaned_label(label: str) -> str:
    """Return a label without the colon or dash that some end in."""
    return label.strip().rstrip(":-").rstrip()


def is_fact(label: str) -> bool:
    """True when :func:`add_identification` knows the label."""
    return label in _PLACES_AND_PEOPLE or label in identification_types() or bool(_CRYPTO.fullmatch(label))


def is_identification(label: str) -> bool:
    """True when :func:`add_identification` knows the label, or the label says that a number follows."""
    plain = plain_label(label)
    return is_fact(label) or is_fact(plain) or bool(re.search(r"(?:No\.|#|Number|Code|\bID)$", plain))


def add_identification(
    draft: PartyDraft, label: str, value: str, place: str | None = None, note: str | None = None
) -> None:
    """Add what OFAC gives as an identification: a number, or a fact such as a gender or a former flag."""
    if label in _PLACES_AND_PEOPLE or plain_label(label) in _PLACES_AND_PEOPLE:
        _add_fact(draft, label if label in _PLACES_AND_PEOPLE else plain_label(label), value)
        return
    plain = plain_label(label)
    kind, said = identification_types().get(label) or (
        identification_types().get(plain, ("other", False))[0],
        False,
    )
    if _CRYPTO.fullmatch(label):
        kind = "crypto-address"
    if label == "Vessel Registration Identification" and value.startswith("IMO"):
        # "IMO 9187629" is a ship's IMO number; the company numbers written "IMO 5055293" are the owners'.
        kind, value = "imo", value.removeprefix("IMO").strip()
    if not place and (found := _WITH_COUNTRY.fullmatch(value)) and country_code(found[2]):
        value, place = found[1], found[2]
    draft.identifier(kind, value, country=country(place), label=None if said else label, note=note)


def _add_fact(draft: PartyDraft, label: str, value: str) -> None:
    if label == "Gender" and value in ("Male", "Female"):
        draft.gender = value.lower()
    elif label == "Former Vessel Flag":
        draft.vessel.setdefault("former_flags", []).append(country(value))
    elif label in ("Vessel Flag", "Other Vessel Flag") and "flag" not in draft.vessel:
        draft.vessel["flag"] = country(value)
    elif label == "Vessel Type" and "type" not in draft.vessel:
        draft.vessel["type"] = value
    elif label in ("Vessel Year of Build", "Aircraft Manufacture Date") and "build_year" not in draft.vessel:
        draft.vessel["build_year"] = value
    elif label == "Aircraft Model" and "model" not in draft.vessel:
        draft.vessel["model"] = value
    elif label == "Aircraft Operator":
        draft.link(value, label)
    elif label == "Vessel Owner" and "owner" not in draft.vessel:
        draft.vessel["owner"] = value
    else:
        draft.also(label, value)


def replace_flag(draft: PartyDraft, text: str) -> None:
    """Set a ship's flag; another that stood among its identifications is kept under its label."""
    earlier, draft.vessel["flag"] = draft.vessel.get("flag"), country(text)
    if earlier and earlier != draft.vessel["flag"]:
        draft.also("Other Vessel Flag", earlier["text"])


def add_programmes(draft: PartyDraft, text: str) -> None:
    """Add programmes written together, as in ``SDGT] [IFSR``."""
    draft.programmes += [part for part in (p.strip(" []") for p in re.split(r"\]\s*\[", text)) if part]


def list_of(programmes: Iterable[Iterable[str]]) -> str:
    """Tell OFAC's two lists apart by the programmes of their parties: the SDN list or the consolidated one.

    Members of the Palestinian Legislative Council (NS-PLC) and Chinese military companies (CMIC) are on the
    consolidated list by the nature of these programmes, and make up an eighth of it or more; of the SDN list
    not one in a hundred has either. Every other programme of the consolidated list stands in both.
    """
    marked = total = 0
    for of_party in programmes:
        total += 1
        marked += not _CONSOLIDATED_MARKS.isdisjoint(of_party)
    return CONSOLIDATED_ID if marked * 20 > total else SDN_ID


def add_alias(draft: PartyDraft, kind: str, text: str, *, weak: bool, note: str | None = None) -> bool:
    """Add an alternate name by OFAC's type (a.k.a., f.k.a., n.k.a.); False when the type is another."""
    short = kind.replace(".", "").casefold()
    if short not in ("aka", "fka", "nka"):
        return False
    role = "former" if short == "fka" else "weak" if weak else "strong"
    notes = ["nka"] * (short == "nka") + ["weak"] * (weak and role == "former") + ([note] if note else [])
    parts = name_parts(text) if draft.kind == "person" else []
    draft.name(text, role, parts=parts, note="; ".join(notes))
    return True


def name_parts(text: str) -> list[dict[str, str]]:
    """Return family and given name of a person written ``FAMILY, Given``; nothing when there is no comma."""
    family, comma, given = text.partition(",")
    if not comma or not family.strip() or not given.strip():
        return []
    return [{"type": "family", "text": family.strip()}, {"type": "given", "text": given.strip()}]
