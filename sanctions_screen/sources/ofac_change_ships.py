"""A ship in OFAC's change files: its name, and the line of facts behind it.

``IRAN FAHIM (EPCD) Oil Tanker 34,900DWT 20,811GRT Iran flag (IRISL)``: call sign, type, deadweight and gross
registered tonnage, flag and owner, each of them left out now and then. Reach for this module to read such a
line; what is not one is left to the caller.
"""

from __future__ import annotations

import re

from .draft import PartyDraft, country

__all__ = ["add_ship_facts", "ship_name"]

_SIGN = re.compile(r"\(([A-Z0-9][A-Z0-9 -]{2,7}|N/A)\)(?= |;|,|$)")
_SIGNED = re.compile(r"([^;a-z]+?) " + _SIGN.pattern)
_NAME = re.compile(r"(?:[^\sa-z;]+ ?)+?(?=L[NP]G Tanker|[A-Z][a-z]|[\d,]+ ?(?:DWT|GT|GRT)\b|;|$)")
_OWNER = re.compile(r"\s*\((.+)\)$")
_TONS = re.compile(r"\s*(?:([\d,]+) ?(DWT|GRT|GT)\b|(?:DWT|GRT|GT) N/A)\s*")
_FLAG = re.compile(r"\s*\bflag$", re.IGNORECASE)
# Words a type ends in: a flag may follow without a tonnage between, "Crude Oil Tanker Tanzania flag".
_TYPE = re.compile(
    r".*\b(?:Tanker|Carrier|Cargo|Ship|Vessel|Tug|Dredger|Barge|Service|Launch|Ferry|Boat|Yacht|Craft|Research|"
    r"RO/RO|Reefer|type)(?= |$)",
    re.IGNORECASE,
)


def ship_name(front: str) -> tuple[str, str]:
    """Cut a ship's name from the facts behind it, where no bracket of aliases stands between."""
    signed = _SIGNED.match(front)
    if signed:
        return signed[1], front[signed.end(1) :].strip(" ,;")
    capitals = _NAME.match(front)
    # "TULIP ISLANDS (Pocho Navigation Co., Cyprus)": an owner in brackets is not in capitals.
    name = (capitals[0] if capitals else front.partition(";")[0]).rstrip("( ")
    return name, front[len(name) :].strip(" ,;")


def add_ship_facts(draft: PartyDraft, part: str) -> bool:
    """Add what a line of facts tells of a ship; False when the text is no such line."""
    sign = _SIGN.match(part)
    rest = part[sign.end() :].strip() if sign else part
    owner = _OWNER.search(rest)
    rest = rest[: owner.start()] if owner else rest
    tons = {unit: number for number, unit in _TONS.findall(rest) if unit}
    kind, flag = _kind_and_flag(rest)
    told = sign or tons or kind or _FLAG.search(rest) or (owner and not rest)
    if not told or any(char in f"{kind}{flag}" for char in ";,()"):
        return False
    if sign and sign[1] != "N/A":
        draft.identifier("call-sign", sign[1])
    given = {
        "type": kind,
        "tonnage": tons.get("DWT", "").replace(",", ""),
        "gross_registered_tonnage": (tons.get("GRT") or tons.get("GT", "")).replace(",", ""),
        "flag": country(flag),
        "owner": owner[1] if owner else None,
    }
    draft.vessel.update({key: value for key, value in given.items() if value})
    return True


def _kind_and_flag(text: str) -> tuple[str, str]:
    """Return the type, which stands before the tonnages, and the flag, which stands behind them."""
    before = _TONS.split(text, maxsplit=1)[0].strip()
    behind = _FLAG.sub("", text[[m.end() for m in _TONS.finditer(text)][-1] :] if _TONS.search(text) else "")
    if _TONS.search(text) and not _FLAG.search(before):
        return before, behind.strip()
    typed = _TYPE.match(before)
    kind = typed[0] if typed else ""
    return kind, _FLAG.sub("", before[len(kind) :]).strip()
