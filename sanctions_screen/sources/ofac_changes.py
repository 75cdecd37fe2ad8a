"""OFAC's yearly change files: every addition to the SDN list, removal from it and change, from 1994 on.

Site: https://ofac.treasury.gov/specially-designated-nationals-list-sdn-list/archive-of-changes-to-the-sdn-list
(``sdnew94.txt`` and so on). Quirks, beside those of the typesetting (see :mod:`.ofac_change_text`): an entry is
repeated once for each spelling of the party's name; a change is written ``old -to- new``; a change that brings
new spellings has a second section, "resulting in the following new entries", which lists no new party; before
1997 some changes are told in prose.

Reach for :func:`read_changes`. Guarantee: every passage is a notice, a heading or in ``unread`` with its file,
line and reason; nothing is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ..model import NoticeKind, sha256_hex, SourceFile
from ..errors import MalformedFileError
from .base import UnreadPassage
from .ofac_change_entry import Entry, read_entry
from .ofac_change_text import Passage, decoded, is_entry, passages

__all__ = ["Change", "ChangeFile", "heading_kind", "read_changes"]

PARSER_VERSION = "1"

_TO = re.compile(r"[\s.]*-+\s*to\s*-+\s*", re.IGNORECASE)
_PREAMBLE = re.compile(r"(?:This publication of Treasury|The following changes have occurred with respect to)")
_NEW_ENTRIES = re.compile(r"\b(?:result(?:ed|ing) in|and) the (?:addition of the )?following (?:additional )?new\b|"
                          r"\bresult(?:ed|ing) in (?:the )?(?:addition of the )?following (?:new )?entr", re.I)  # fmt: skip
_PARTS_REMOVED = re.compile(
    r"\b(?:a\.?k\.?a|address|dob|descriptor|information|reference)\S*\s+(?:\w+\s+){0,3}?(?:has|have|were|was) been? ?(?:removed|deleted)",
    re.I,
)
_VERBS: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = (
    ("amended", re.compile(
        r"\b(?:chang(?:e|es|ed)|updat(?:e|es|ed)|revis(?:ed|ions?)|modif(?:ied|ications?)|amend(?:ed|ments?)|"
        r"expanded|correct(?:ed|ions?)|clarif\w+|additional (?:data|information|descriptor)|segregated|"
        r"broken out|replaced|additonal descriptor)\b", re.I)),
    ("delisted", re.compile(r"\b(?:removed|deleted|deletions?|delete|unblocked|dropped)\b", re.I)),
    ("listed", re.compile(
        r"\b(?:add(?:ed|s|itions?|itional)|named|designated|listed|included?|blocked|integrated|new|identified)\b", re.I)),
)  # fmt: skip


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
    new_spelling: bool = False
    """True for an entry that only files a changed party under a further spelling."""

    @property
    def entry(self) -> Entry:
        """The entry that tells most of the party on the day."""
        entry = self.after or self.before
        assert entry is not None
        return entry


@dataclass(frozen=True)
class ChangeFile:
    """A change file as read."""

    file: SourceFile
    changes: tuple[Change, ...] = field(repr=False)
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
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise MalformedFileError(f"us-ofac-sdn: {path.name}: cannot be read: {error.strerror}") from error
    reader = _Reader(path.name)
    for passage in _whole_changes(passages(decoded(raw))):
        reader.take(passage)
    if not reader.changes:
        raise MalformedFileError(f"us-ofac-sdn: {path.name}: not a change file: no dated entry in it")
    return ChangeFile(
        file=SourceFile(name=path.name, sha256=sha256_hex(raw), size=len(raw)),
        changes=tuple(reader.changes),
        unread=tuple(reader.unread),
        characters=reader.characters,
        read_characters=reader.characters - sum(_weight(passage.text) for passage in reader.unread),
    )


def heading_kind(text: str) -> NoticeKind | None:
    """Return what a heading says happened to the entries under it; None when it does not say.

    Of a paragraph only the last sentence counts: it is the one that leads to the entries.
    """
    body = re.sub(r"\[[^\]]*\]", "", text).strip()
    last = re.split(r"(?<=[a-z)\]\"*'])[.;]\s+(?=[A-Z\"])", body)[-1]
    for sentence in (last, body):
        if _NEW_ENTRIES.search(sentence) or _PARTS_REMOVED.search(sentence):
            return "amended"
        for kind, verb in _VERBS:
            if verb.search(sentence):
                return kind
    return None


def _whole_changes(found: Iterator[Passage]) -> Iterator[Passage]:
    """Put together a change whose two sides stand in different passages."""
    held: Passage | None = None
    for passage in found:
        if held is not None and not passage.opens_date:
            passage = replace(held, text=f"{held.text} {passage.text}")
        elif held is not None:
            yield held
        held = None
        if re.search(r"-+\s*to\s*-+\s*$", passage.text, re.IGNORECASE):
            held = passage
        else:
            yield passage
    if held is not None:
        yield held


class _Reader:
    """Reads passages in order, keeping the heading they stand under."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._kind: NoticeKind | None = None
        self._new_spellings = False
        self.changes: list[Change] = []
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
        else:
            self._enter(passage)

    def _is_heading(self, text: str) -> bool:
        if is_entry(text):
            return False
        return bool(re.search(r"(?:[:–-]|- ?\*?)\s*$", text)) and not _TO.search(text)

    def _head(self, passage: Passage) -> None:
        kind = heading_kind(passage.text)
        if kind is None:
            self._leave(passage, "a heading that does not say what happened")
            return
        self._new_spellings = bool(_NEW_ENTRIES.search(passage.text)) and self._kind == "amended"
        self._kind = kind

    def _enter(self, passage: Passage) -> None:
        sides = _TO.split(passage.text)
        entries = [read_entry(side) for side in sides]
        if passage.on is None or any(entry is None for entry in entries) or len(entries) > 2:
            self._leave(passage, "no entry of a party" if passage.on else "text before the first date")
        elif len(entries) == 2:
            self._add(passage, "amended", before=entries[0], after=entries[1])
        elif self._kind is None:
            self._leave(passage, "an entry under no heading")
        else:
            self._add(passage, self._kind, before=None, after=entries[0])

    def _add(self, passage: Passage, kind: NoticeKind, *, before: Entry | None, after: Entry | None) -> None:
        assert passage.on is not None
        self.changes.append(
            Change(kind, passage.on, passage.line, passage.text, before, after, self._new_spellings)
        )

    def _leave(self, passage: Passage, reason: str) -> None:
        self.unread.append(UnreadPassage(self._file, passage.line, passage.text, reason))


def _weight(text: str) -> int:
    return sum(len(word) for word in text.split())
