"""OFAC's yearly change files: every addition to the SDN list, removal from it and change, from 1994 on.

Site: https://ofac.treasury.gov/specially-designated-nationals-list-sdn-list (archive of changes:
``sdnew94.txt`` and so on). Quirks, beside those of the typesetting (see :mod:`.ofac_change_text`): an entry
is repeated once for each spelling of the party's name; a change is written ``old -to- new``, in 1997 also
``old to new -and- its further spelling``; a change that brings new spellings has a second section,
"resulting in the following new entries", which lists no new party; before 1997 some changes are told in
prose.

Reach for :func:`read_changes`. Guarantee: every passage is a notice, a heading or in ``unread`` with its
file, line and reason; nothing is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ..errors import MalformedFileError
from ..model import NoticeKind, PartyKind, SourceFile, sha256_hex
from .base import UnreadPassage
from .ofac_change_entry import Entry, read_entry, told_kind
from .ofac_change_text import Passage, bounded, decoded, is_entry, passages

__all__ = ["Change", "ChangeFile", "Sweep", "bytes_of", "changes_in", "heading_kind", "read_changes"]

PARSER_VERSION = "2"

_TO = re.compile(r"[\s.]*-+\s*(?i:to)\s*-+\s*|(?<=\])\s+to\s+(?=[A-Z\"])")
_AND = re.compile(r"(?<=\])\s*-+\s*and\s*-+\s*")
# "has removed appendices covering "[FRYK]," "[FRY S&M]," and "[SRBH]" entries": no entry is named.
_SWEPT = re.compile(r"\bha(?:s|ve) removed \w+ covering ((?:\W*(?:and )?\W*\[[^\[\]]+\][,\"”]*)+) entries\b")
_KIND_MARK = re.compile(r"\((?:individual|vessel|aircraft|entity)\)\.?$")
_LINKED_BEHIND = re.compile(r"\[[A-Z][^\[\]]*\]\s*\(?Linked To:", re.IGNORECASE)
_PREAMBLE = re.compile(
    r"(?:This publication of Treasury|The following changes have occurred with respect to)"
)
_SPELLINGS_OF_A_CHANGE = re.compile(
    r"(?:This has |This |and |have )?"
    r"(?:result(?:ed|ing)(?: also)? in|leaving|with|and removal of|and)(?: the)?"
    r"(?: addition of| removal of)?(?: the)? following|entries:$|"
    r"The following .*\bbased on (?:the fact that they are )?new \W?a\.?k\.?a",
    re.IGNORECASE,
)
_PARTS_REMOVED = re.compile(
    r"\b(?:[af]\.?k\.?a|address|dob|birthdate|number|descriptor|information|reference)\S*\s+(?:\S+\s+){0,8}?"
    r"(?:has|have|were|was)(?: been)? (?:removed|deleted)",
    re.IGNORECASE,
)
_AMENDED = (
    "chang(?:e|es|ed)|updat(?:e|es|ed)|revis(?:ed|ions?)|modif(?:ied|ications?)|expanded|correct(?:ed|ions?)|"
    "(?<!as )amend(?:ed|ments?)|clarif[a-z]+|addition?al (?:data|information|descriptor)|segregated|"
    "broken out|replaced"
)
_WORDS: tuple[tuple[NoticeKind, str], ...] = (
    ("amended", _AMENDED),
    ("delisted", "removed|deleted|deletions?|delete|unblocked|dropped"),
    (
        "listed",
        "add(?:ed|s|itions?|itional)|named|designated|listed|included?|blocked|integrated|new|identified",
    ),
)
_VERBS: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _WORDS
)


@dataclass(frozen=True)
class Change:
    """One entry of a change file: what happened to a party, as written."""

    kind: NoticeKind
    on: date
    line: int
    text: str
    before: Entry | None = None
    """A changed entry as it was."""
    after: Entry | None = None
    """The entry as it is from then on; for a removal, as it was removed."""
    section: int = 0
    """Number of the heading it stands under, in the file; a changed party's further spellings share it."""
    new_spelling: bool = False
    """True for an entry that only files a changed party under a further spelling."""

    @property
    def entry(self) -> Entry:
        """The entry that tells most of the party on the day."""
        entry = self.after or self.before
        assert entry is not None
        return entry


@dataclass(frozen=True)
class Sweep:
    """Every entry of some programmes taken off the list at once, told in prose without naming them."""

    on: date
    line: int
    text: str
    programmes: tuple[str, ...]


@dataclass(frozen=True)
class ChangeFile:
    """A change file as read."""

    file: SourceFile
    changes: tuple[Change, ...] = field(repr=False)
    sweeps: tuple[Sweep, ...]
    unread: tuple[UnreadPassage, ...]
    characters: int
    """Characters of text in the file, white space and preamble left out."""
    read_characters: int
    """Those that belong to an entry, or to a heading that was understood."""

    @property
    def share_read(self) -> float:
        """The share of the text that was understood, in [0, 1]."""
        return self.read_characters / self.characters if self.characters else 1.0


def read_changes(path: Path) -> ChangeFile:
    """Read one change file; MalformedFileError when it holds no dated entry at all."""
    return changes_in(path.name, bytes_of(path))


def bytes_of(path: Path) -> bytes:
    """Return a change file's content; MalformedFileError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise MalformedFileError(f"us-ofac-sdn: {path.name}: cannot be read: {error.strerror}") from error


def changes_in(name: str, raw: bytes) -> ChangeFile:
    """Read the content of a change file, as :func:`read_changes` does."""
    reader = _Reader(name)
    try:
        for passage in _whole_changes(passages(decoded(raw))):
            reader.take(passage)
    except MalformedFileError as error:
        raise MalformedFileError(f"us-ofac-sdn: {name}, {error}") from error
    if not reader.changes:
        raise MalformedFileError(f"us-ofac-sdn: {name}: not a change file: no dated entry in it")
    return ChangeFile(
        file=SourceFile(name=name, sha256=sha256_hex(raw), size=len(raw)),
        changes=tuple(reader.changes),
        sweeps=tuple(reader.sweeps),
        unread=tuple(reader.unread),
        characters=reader.characters,
        read_characters=reader.characters - sum(_weight(passage.text) for passage in reader.unread),
    )


def heading_kind(text: str) -> NoticeKind | None:
    """Return what a heading says happened to the entries under it; None when it does not say.

    Of a paragraph the sentence that speaks of the following entries counts, else the last one.
    """
    # The list's own name holds two of the verbs: "Specially Designated Nationals and Blocked Persons".
    body = re.sub(r"\[[^\]]*\]|Specially Designated \w+(?: and Blocked Persons)?", "", text).strip()
    sentences = re.split(r"(?<=[a-z)\"*'][.;])\s+(?=[A-Z\"])", body)
    leading = [sentence for sentence in sentences if re.search(r"\bfollowing\b", sentence, re.IGNORECASE)]
    for sentence in (*leading[-1:], sentences[-1], body):
        if _SPELLINGS_OF_A_CHANGE.match(sentence) or _PARTS_REMOVED.search(sentence):
            return "amended"
        # What is said of the following entries stands behind the word, nearly always.
        for part in (sentence.partition("following")[2], sentence):
            for kind, verb in _VERBS:
                if verb.search(part):
                    return kind
    return None


def _whole_changes(found: Iterator[Passage]) -> Iterator[Passage]:
    """Put together a change whose two sides stand in different passages."""
    held: Passage | None = None
    for passage in _whole_entries(found):
        if held is not None and not passage.opens_date:
            passage = replace(held, text=bounded(f"{held.text} {passage.text}", held.line))
        elif held is not None:
            yield held
        held = None
        if re.search(r"-+\s*to\s*-+\s*$", passage.text, re.IGNORECASE):
            held = passage
        else:
            yield passage
    if held is not None:
        yield held


def _whole_entries(found: Iterator[Passage]) -> Iterator[Passage]:
    """Put links that were broken off behind the entry they belong to."""
    last: Passage | None = None
    for passage in found:
        if last is not None and passage.text.startswith("Linked To:") and not passage.opens_date:
            last = replace(last, text=bounded(f"{last.text} {passage.text}", last.line))
            continue
        if last is not None:
            yield last
        last = passage
    if last is not None:
        yield last


def _completed(entry: Entry | None, other: Entry | None = None) -> Entry | None:
    """Return one side of a change with the programmes of the other where it tells none."""
    if entry is None or other is None or entry.programmes:
        return entry
    return replace(entry, programmes=other.programmes)


def _run_together(sides: Sequence[str]) -> list[tuple[str, str]]:
    """Return the changes in a text that holds several without a break; nothing when they cannot be parted.

    Between two changes stand the new side of the one and the old side of the next.
    """
    parted = [sides[0]]
    for middle in sides[1:-1]:
        cuts = [found.end() for found in re.finditer(r"(?<=\])[.\s]+(?=[A-Z\"])", middle)]
        cut = next((c for c in cuts if is_entry(middle[:c])), None)
        if cut is None:
            return []
        parted += [middle[:cut].strip(), middle[cut:].strip()]
    parted.append(sides[-1])
    return list(zip(parted[::2], parted[1::2], strict=True))


class _Reader:
    """Reads passages in order, keeping the heading they stand under."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._kind: NoticeKind | None = None
        self._new_spellings = False
        self._section = 0
        self.changes: list[Change] = []
        self.sweeps: list[Sweep] = []
        self.unread: list[UnreadPassage] = []
        self.characters = 0

    def take(self, passage: Passage) -> None:
        """Read one passage."""
        if passage.on is None and _PREAMBLE.match(passage.text):
            return
        self.characters += _weight(passage.text)
        if passage.opens_date:
            self._kind, self._new_spellings = None, False
        if not passage.text:
            return
        if self._is_heading(passage.text):
            self._head(passage)
        elif passage.on is not None and (swept := _SWEPT.search(passage.text)):
            programmes = tuple(dict.fromkeys(re.findall(r"\[([^\[\]]+)\]", swept[1])))
            self.sweeps.append(Sweep(passage.on, passage.line, passage.text, programmes))
        elif self._is_prose(passage.text):
            self._kind = heading_kind(passage.text) or self._kind
            self._leave(passage, "told in prose")
        else:
            self._enter(passage)

    def _is_prose(self, text: str) -> bool:
        """Return whether a paragraph tells rather than lists: what follows it stands under its last words."""
        return not (
            is_entry(text) or _TO.search(text) or _KIND_MARK.search(text) or _LINKED_BEHIND.search(text)
        )

    def _is_heading(self, text: str) -> bool:
        if is_entry(text):
            return False
        leads = re.search(r"[:–-]['\"”)*]*\s*$", text) or re.search(r"\bfollowing\b", text)
        return bool(leads) and not _TO.search(text)

    def _head(self, passage: Passage) -> None:
        if re.fullmatch(r"entries:", passage.text.strip(), re.IGNORECASE) and self._kind:
            return  # the end of a heading that was broken in two
        kind = heading_kind(passage.text)
        if kind is None:
            self._leave(passage, "a heading that does not say what happened")
            return
        self._new_spellings = bool(_SPELLINGS_OF_A_CHANGE.match(passage.text)) and (self._kind == "amended")
        self._kind = kind
        self._section += not self._new_spellings

    def _enter(self, passage: Passage) -> None:
        whole, *further = _AND.split(passage.text)
        if further:
            self._enter(replace(passage, text=whole))
            for text in further:
                if _TO.search(text):
                    self._enter(replace(passage, text=text))
                else:
                    self._enter_further(replace(passage, text=text), new_spelling=bool(_TO.search(whole)))
            return
        sides = _TO.split(passage.text)
        if len(sides) > 2 and (changes := _run_together(sides)):
            for old, new in changes:
                self._enter(replace(passage, text=f"{old} -to- {new}"))
            return
        # A side of a change that leaves out the kind or the programme has those of the other.
        kind: PartyKind = next((told for side in sides if (told := told_kind(side))), "organisation")
        entries = [read_entry(side, kind) for side in sides]
        if passage.on is None or any(entry is None for entry in entries) or len(entries) > 2:
            self._leave(passage, "no entry of a party" if passage.on else "text before the first date")
        elif len(entries) == 2:
            self._add(passage, "amended", before=_completed(*entries), after=_completed(*entries[::-1]))
        elif self._kind is None:
            self._leave(passage, "an entry under no heading")
        else:
            self._add(passage, self._kind, before=None, after=entries[0])

    def _enter_further(self, passage: Passage, *, new_spelling: bool) -> None:
        """Read an entry put behind another with "-and-": a changed party's under a further spelling."""
        entry = read_entry(passage.text)
        if entry is None or self._kind is None or passage.on is None:
            self._leave(passage, "no entry of a party behind an -and-")
            return
        kind = "amended" if new_spelling else self._kind
        self._add(passage, kind, before=None, after=entry, new_spelling=new_spelling)

    def _add(
        self,
        passage: Passage,
        kind: NoticeKind,
        *,
        before: Entry | None,
        after: Entry | None,
        new_spelling: bool = False,
    ) -> None:
        assert passage.on is not None
        self.changes.append(
            Change(
                kind,
                passage.on,
                passage.line,
                passage.text,
                before,
                after,
                self._section,
                self._new_spellings or new_spelling,
            )
        )

    def _leave(self, passage: Passage, reason: str) -> None:
        self.unread.append(UnreadPassage(self._file, passage.line, passage.text, reason))


def _weight(text: str) -> int:
    return sum(len(word) for word in text.split())
