"""One entry of OFAC's change files: a party as the list prints it, read into the fields of a record.

``NAME (a.k.a. OTHER; f.k.a. "NICKNAME"), address; address; DOB 07 Sep 1955; POB Taunggyi, Burma (individual)
[BURMA] (Linked To: SOMEBODY).`` Reach for this module to read such text; the printed list of those years has
the same form. Guarantee: what is not read as a field stands verbatim in the record's remarks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from ..model import Party, PartyKind
from .draft import PartyDraft, country
from .ofac import add_alias, name_parts
from .ofac_change_ships import add_ship_facts, ship_name
from .ofac_remarks import read_remarks

__all__ = ["Entry", "read_entry", "told_kind"]

# "(Bank is headquartered in Novi Sad, Vojvodina [Serbia]) [FRYK]" names a place and a programme.
_PROGRAMME = re.compile(r"\[(?![A-Z][a-z ]+\]\))([A-Z][A-Za-z0-9&_ -]*)\.?\]['\"”]?[*¤]*")
_KIND = re.compile(r"\((individual|vessel|aircraft|entity)s?\)", re.IGNORECASE)
_KINDS: dict[str, PartyKind] = {"individual": "person", "vessel": "vessel", "aircraft": "aircraft"}
_PERSON = re.compile(r"[A-Z'. -]{3,}, [A-Z][a-z]+[^,;(\d]*[,;(]")
_PERSONAL = re.compile(r"[;,] (?:DOB|Cedula No|citizen|nationality)\b")
_ALIASES = re.compile(r"\s*,?\s*\(\s*(?=(?:[afn]\s*\.?\s*k\s*\.?\s*a\b|nee\b))", re.IGNORECASE)
_ALIAS = re.compile(
    r"\s*(?:alt\.?\s+)?([afn])\s*\.?\s*k\s*\.?\s*a\s*\.?s?[:\s]\s*(.+)", re.IGNORECASE | re.DOTALL
)
_LINKED = re.compile(r"(?<=\])\s*\(?Linked To:(.*)$", re.DOTALL | re.IGNORECASE)
# Words that begin a fact of the remarks; before the first of them stand addresses and positions.
_FACT = re.compile(
    r"(?:alt\.? )?(?:DOB|POB|nationality|citizen|Passport|Cedula|NIT|Matricula|R\.?F\.?C|C\.?U\.?R\.?P|"
    r"Website|Email|E-mail|Tele|Phone|Fax|Registration|National|Identification|Driver|SSN|Tax|RUC|RUT|"
    r"Additional Sanctions|Gender|Vessel|Former Vessel|Other Vessel|Aircraft|IMO|MMSI|"
    r"SWIFT|Linked To|Business|Company|Commercial|Folio|"
    r"Personal ID|Trade License|Position|Title|Credencial|Numero|D-U-N-S|V\.A\.T|US FEIN|U\.S\. FEIN)\b",
    re.IGNORECASE,
)
_BORN = re.compile(r"(?:alt\.? )?DOB (.+)")
# What may follow a comma within the name of a firm, however it is written.
_LEGAL_FORM = re.compile(
    r"S\.? ?A\.?|S\.A\.\S*|S\.? ?A\.? DE C\.? ?V\.?|S\.? DE R\.? ?L\.?.*|S\.? ?R\.? ?L\.?|S\.? EN C\.?.*|"
    r"L\.?L\.?C\.?|L\.?L\.?P\.?|P\.?L\.?C\.?|LTDA?\.?|LIMITED|LIMITADA|INC\.?|INCORPORATED|CORP\.?|"
    r"CORPORATION|CO\.?|COMPANY|CO\. LTD\.?|C\.? ?A\.?|A\.? ?G\.?|A\.? ?S\.?|B\.? ?V\.?|N\.? ?V\.?|"
    r"E\.? ?U\.?|GMBH|G\.?M\.?B\.?H\.?|FZE|FZCO|FZ-LLC|U\.S\.A\.|SOCIEDAD CIVIL.*|"
    r".+ S\.?A\.? DE C\.?V\.?|S\.P\.R\..*|.+ Y CIA\.?.*|.+ & (?:CO|SONS)\.?.*",
    re.IGNORECASE,
)
# What follows a comma in capitals and belongs to the name: words, or letters with full stops ("S.C."), not a
# state's two letters, a room or another's address.
_IN_CAPITALS = re.compile(r"(?!C/O\b|RM\b)(?=.*(?:[^\W\d_]{3}|\w\.\w))[^a-z\d]+")


@dataclass(frozen=True)
class Entry:
    """A party as written in one entry."""

    text: str
    name: str
    names: tuple[tuple[str, str], ...]
    """(type, spelling) of every name beside the first: ``a.k.a.``, ``f.k.a.`` or ``n.k.a.``."""
    kind: PartyKind
    programmes: tuple[str, ...]
    body: tuple[str, ...] = field(repr=False)
    """What stands between the names and the programme, cut at semicolons."""
    linked: tuple[str, ...] = ()

    @cached_property
    def all_names(self) -> tuple[str, ...]:
        """Every spelling, the first one first."""
        return tuple(dict.fromkeys([self.name, *(text for _, text in self.names)]))

    @cached_property
    def born(self) -> frozenset[str]:
        """The birth dates told, as written."""
        return frozenset(found[1].strip() for part in self.body if (found := _BORN.match(part)))

    def draft(self, party_id: str) -> PartyDraft:
        """Return the record's fields, gathered under an id."""
        draft = PartyDraft(party_id, self.kind)
        parts = name_parts(self.name) if self.kind == "person" else []
        draft.name(_unquoted(self.name), "primary", **({"parts": parts} if parts else {}))
        for kind, text in self.names:
            add_alias(draft, kind, _unquoted(text), weak=text.startswith(('"', "'")))
        draft.programmes += self.programmes
        for other in self.linked:
            draft.link(other, "Linked To")
        remarks: list[str] = []
        for number, part in enumerate(self.body):
            if _FACT.match(part) or (number and remarks):
                remarks.append(part)
            elif number or self.kind != "vessel" or not add_ship_facts(draft, part):
                _add_place(draft, part)
        if remarks:
            read_remarks(draft, "; ".join(remarks))
        return draft

    def party(self, party_id: str) -> Party:
        """Return the party as written, under an id."""
        return Party.model_validate(self.draft(party_id).fields())


def told_kind(text: str) -> PartyKind | None:
    """Return the kind an entry marks its party with, ``(vessel)`` say; None when it has no mark.

    Some entries of persons lack theirs: they have what persons alone have, and a family name in capitals.
    """
    marked = _KIND.search(text)
    if marked:
        return _KINDS.get(marked[1].lower(), "organisation")
    return "person" if _PERSON.match(text) and _PERSONAL.search(text) else None


def read_entry(text: str, unmarked: PartyKind = "organisation") -> Entry | None:
    """Return the party that an entry tells of; None when no name and programme, or kind, can be read.

    *unmarked* is the kind of an entry that does not mark it: a firm's entries never do.
    """
    programmes = tuple(dict.fromkeys(found.strip() for found in _PROGRAMME.findall(text)))
    marked = _KIND.search(text)
    if not programmes and not marked:
        return None
    tail = _PROGRAMME.search(text)
    linked = _LINKED.search(text)
    front = text[: min([m.start() for m in (tail, marked, linked) if m] or [len(text)])].strip()
    after = text[tail.end() : linked.start() if linked else None] if tail else ""
    kind = told_kind(text) or unmarked
    head, aliases, rest = _parts(front, kind)
    if not _unquoted(head):
        return None
    extra = _PROGRAMME.sub(" ", _KIND.sub(" ", after)).split(";")
    body = [_tidy(part) for part in (*_at_semicolons(rest), *extra)]
    return Entry(
        text=text,
        name=head,
        names=aliases,
        kind=kind,
        programmes=programmes,
        body=tuple(part for part in body if part),
        linked=tuple(_linked_names(linked[1])) if linked else (),
    )


def _parts(front: str, kind: PartyKind) -> tuple[str, tuple[tuple[str, str], ...], str]:
    """Return the name, the aliases and what follows them."""
    opened = _ALIASES.search(front)
    if opened and _balanced(front[: opened.start()]):
        close = _closing(front, opened.end() - 1)
        inner, rest = front[opened.end() : close], front[close + 1 :]
        head = _tidy(front[: opened.start()])
        if ";" in head or (kind == "person" and head.count(",") > 1):
            # The aliases stand behind the address: "NAME, address (a.k.a. OTHER)".
            head, between = _name_before_address(head, kind)
            rest = f"{between}; {rest}"
        return head, tuple(_alias_names(inner)), rest.lstrip(" ,;")
    head, rest = _name_before_address(front, kind)
    return head, (), rest


def _closing(text: str, opening: int) -> int:
    """Return the place of the bracket that closes the one at *opening*; the end when none does."""
    depth = 0
    for place in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return len(text)


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")")


def _alias_names(inner: str) -> list[tuple[str, str]]:
    """Return (type, spelling) of each alias in the bracket after a name."""
    found: list[tuple[str, str]] = []
    kind = "a.k.a."
    for part in re.split(
        r"[;,]\s*(?=(?:alt\.?\s+)?[afn]\s*\.?\s*k\s*\.?\s*a\b)|;", inner, flags=re.IGNORECASE
    ):
        matched = _ALIAS.fullmatch(part.strip())
        if matched:
            kind = f"{matched[1].lower()}.k.a."
        text = _tidy(matched[2] if matched else re.sub(r"^nee\s+", "", part.strip()))
        if text:
            found.append((kind, text))
    return found


def _name_before_address(front: str, kind: PartyKind) -> tuple[str, str]:
    """Cut a name from the address after it, where no bracket of aliases stands between.

    A person is ``FAMILY, Given``. Any other name is written in capitals, and the address is not.
    """
    head, semicolon, rest = front.partition(";")
    if kind == "aircraft":
        return _tidy(head), rest
    if kind == "vessel":
        name, rest = ship_name(front)
        return _tidy(name), rest
    parts = head.split(",")
    if kind == "person":
        count = 2 if len(parts) > 1 and _capital_share(parts[0]) > 0.5 else 1
        if len(parts) > count and re.fullmatch(r"\s*(?:Jr|Sr|II|III|IV|Dr)\.?", parts[count]):
            count += 1
    else:
        count = _parts_of_firm(parts)
    place = ",".join(parts[count:])
    return _tidy(",".join(parts[:count])), f"{place}{semicolon}{rest}".strip(" ,;")


def _parts_of_firm(parts: list[str]) -> int:
    """Return how many parts between commas are the name of a firm: those in capitals, and a legal form.

    ``LA RIVIERA, PANAMA, S.A., Panama`` and ``HOTEL CASA GRANDE - ULCINJ, MONTENEGRO, Donji Stoj B.B.``: a
    place in capitals is in the name, unless it is all the address there is.
    """
    count = 1
    for number, part in enumerate(map(str.strip, parts[1:4]), start=1):
        if _LEGAL_FORM.fullmatch(part):
            count = number + 1
        elif not _IN_CAPITALS.fullmatch(part) or (number == len(parts) - 1 and _is_country(part)):
            break
        else:
            count = number + 1
    return count


def _is_country(text: str) -> bool:
    where = country(text)
    return bool(where and where.get("code"))


def _capital_share(text: str) -> float:
    letters = [char for char in text if char.isalpha()]
    return sum(char.isupper() for char in letters) / len(letters) if letters else 0.0


def _at_semicolons(text: str) -> list[str]:
    """Cut at semicolons outside quotation marks."""
    return re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", text)


def _linked_names(text: str) -> list[str]:
    """Return the names in ``A; Linked To: B).``, without the bracket that closes them."""
    text = re.sub(r"\)?\s*\.?\s*$", "", text) if text.count(")") > text.count("(") else text
    return [name for part in re.split(r";\s*Linked To:", text, flags=re.IGNORECASE) if (name := _tidy(part))]


def _tidy(text: str) -> str:
    text = " ".join(text.split()).strip(" ,;")
    # A full stop ends the sentence, unless it ends an abbreviation: "S.A.", "Ltd.", "Jr."
    if text.endswith(".") and not re.search(r"(?:\b\w{1,6}|\.\w{1,2})\.$", text):
        text = text[:-1]
    return text


def _unquoted(text: str) -> str:
    return (
        text.strip().strip('"“”').strip(" ,;")
        if text.count('"') <= 2 and text.startswith('"')
        else text.strip()
    )


def _add_place(draft: PartyDraft, part: str) -> None:
    """Add an address, or what stands in its place: an office held."""
    last = part.rpartition(",")[2].strip()
    where = country(last)
    if where and where.get("code"):
        draft.address(text=part[: -len(last)].rstrip(" ,") or None, country=where)
    elif draft.kind == "person" and not re.search(r"\d", part):
        draft.positions.append(part)
    else:
        draft.address(text=part)
