"""Read a cell: first what damaged it is undone, then numbers are taken out, then names are told apart.

Reach for :func:`read_cell`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import normalize

from .._late_pattern import late
from ..identifiers import tails
from ..model import Identifier, PartyKind, SubjectNote
from ..model.result import NoteSort
from ..names.firms import has_legal_form
from ._amid import behind_small_words, may_hold_more, names_amid
from ._brackets import unbracketed, without_nickname
from ._code_pages import SUSPECT, guessed, read_again
from ._cut_off import cut_off
from ._damage import undamaged, without_terminal_codes
from ._edges import may_have_edges, without_edges
from ._fields import may_have_fields, names_in_fields
from ._firms_words import may_have_other_words
from ._forms import compact, plain_words, with_whole_forms
from ._machine_zone import zone_read, zones_within
from ._marks import cut_at_marks, has_unspaced_mark
from ._numbers import without_numbers
from ._orthographies import respelled, turned
from ._placeholders import beside_a_filler, single_name, without_placeholders
from ._run_together import parted
from ._ships import ship_forms
from ._spelled_out import may_be_short, may_have_a_short_form, spelled_out
from ._still import (
    ALL,
    BESIDE,
    LETTERS,
    MOST_BESIDE_A_COMMA,
    NONE,
    PARTED,
    PARTED_AT,
    PLAIN,
    RESPELLED,
    SIGNS,
    SPELLED_OUT,
    TURNED,
    is_one_for,
    signs,
    steps_for,
)
from ._together import IN_THE_EAST, SMALL_CONJUNCTION, is_title, joins_by_a_letter, separate_names, together
from ._unread import readable_signs, signs_alone, unread
from ._windows import few_words, windows_of

__all__ = ["Cell", "read_cell"]

MOST_NAMES: Final = 60
"""Of one cell; what is behind is told as not compared, to bound the time."""
_FEWEST_PARTED: Final = 4
"""Dots or hyphens of a word whose letters may stand apart."""
_FEWEST_OF_TWO_WORDS: Final = 11
"""Letters of one word that may be a person's two names though nobody says that it is a person's."""
_MOST_WRAPPED: Final = 4
"""Lines of a cell that may be one name; more are a list."""
_MOST_OF_A_NAME: Final = 12
"""Words of a person's name, particles among them; a line of a payment's purpose has more."""
_LONGEST_WORD: Final = 60
"""What ``names`` compares of one name; no list has one half as long."""
_SHOWN: Final = 120
_ASCII: Final = late(r"[A-Za-z'. -]*(?:,[A-Za-z'. -]*)?")
_READ: Final = late(rf"(?!.*\d)[{LETTERS}'. -]*(?:,[{LETTERS}'. -]*)?")
"""Letters of scripts that are read, with one comma."""
_HYPHENATED: Final = late("(?<=[^\\W\\d_A-Z])[-\u00ad]\\s*\\n\\s*(?=[^\\W\\d_A-Z])")
"""A word that was parted at a line's end."""
_OF_A_ZONE: Final = late("[<＜‹«]")
_FROM_ABROAD: Final = late("[\u4e00-\u9fff][·•‧∙][\u4e00-\u9fff]")
"""A dot parts the names of foreigners in Chinese: 尤里·列文."""


class Cell(NamedTuple):
    """What one field held. All names in it are names of one subject, or of several: the best counts."""

    names: tuple[str, ...]
    """Each a name by itself, as written; the first is the likeliest. Empty only where nothing could be a
    name."""
    identifiers: tuple[Identifier, ...] = ()
    notes: tuple[SubjectNote, ...] = ()
    pieces: tuple[tuple[str, str], ...] = ()
    """Of names that are only some words of a longer text, each with that text."""


def read_cell(text: str, kind: PartyKind | None = None, *, listed: bool = False) -> Cell:
    """Return what a cell of *text* holds, of a subject of *kind* or, where *listed*, of a record on a
    list."""
    steps = steps_for(text)
    if listed:
        steps &= ~BESIDE
    elif (kind == "vessel" and may_hold_more(text, kind)) or (kind == "aircraft" and tails(text.upper())):
        steps = ALL | BESIDE
    if steps != NONE or (kind == "vessel" and not listed):
        return _read(text, kind, steps, listed=listed)
    if not listed and kind in (None, "person") and (cut := cut_off(text)):
        return Cell((text, cut))
    return Cell((text,))


@lru_cache(maxsize=1 << 13)
def _read(text: str, kind: PartyKind | None, steps: int, *, listed: bool) -> Cell:
    """Return what a cell holds, by all *steps* that may do something to it."""
    if steps == ALL and _is_one_name(text) and (listed or not _may_have_more(text)):
        steps = PLAIN
    if steps < ALL and is_one_for(text, kind, steps):
        return Cell(tuple(dict.fromkeys((text, *_plain_forms(text, kind, steps, listed=listed)))))
    reading = _Reading(kind, listed=listed)
    # An accent written apart, E and U+0301, would leave a mark's word behind: CRE\u0301DIT ("dit").
    reading.read(with_whole_forms(normalize("NFC", text)))
    pieces = tuple((name, whole) for name, whole in reading.names.items() if whole is not None)
    return Cell(tuple(reading.names), tuple(dict.fromkeys(reading.identifiers)), tuple(reading.notes), pieces)


def _may_have_more(text: str) -> bool:
    """Return whether something may stand in a text beside a name that no mark tells."""
    return may_hold_more(text) or may_have_edges(text.split())


def _is_one_name(text: str) -> bool:
    """Return whether a text is plainly one name: letters of scripts that are read, and no word of a
    mark's."""
    # A nickname stands between two quotes, and what stands behind a dash may be another name.
    if len(text) > _LONGEST_WORD or "  " in text or " -" in text or text.count("'") > 1:
        return False
    if text.count(".") + text.count("-") >= _FEWEST_PARTED or SMALL_CONJUNCTION.search(text):
        return False
    apart = SUSPECT.search(text) or has_unspaced_mark(text) or IN_THE_EAST.search(text)
    if apart or not (_ASCII if text.isascii() else _READ).fullmatch(text):
        return False
    words = text.lower().translate(PARTED_AT).split()
    if any(map(joins_by_a_letter, words)):
        return False
    one = signs().isdisjoint(words) and (len(words) != 2 or words[0] != words[1])
    return one and len(words) <= _MOST_OF_A_NAME and (len(words) <= MOST_BESIDE_A_COMMA or "," not in text)


def _plain_forms(text: str, kind: PartyKind | None, steps: int, *, listed: bool) -> Iterator[str]:
    """Yield what a name without any sign may be written for."""
    if kind == "vessel" and not listed:
        yield from ship_forms(text)
    short = steps & SPELLED_OUT and (may_be_short(text) or may_have_other_words(text))
    if steps & SIGNS or short or (kind in (None, "organisation") and may_have_a_short_form(text)):
        yield from _written_out(text, kind, listed=listed)
    yield from _other_forms(text, kind, steps, listed=listed)


def _written_out(text: str, kind: PartyKind | None, *, listed: bool) -> Iterator[str]:
    """Yield the forms of a name that is written short; of a customer's also turned: Sk Omar, Sheikh, Omar."""
    for form in spelled_out(text, kind):
        yield form
        if not listed and kind in (None, "person") and (backwards := turned(form)):
            yield backwards


def _other_forms(text: str, kind: PartyKind | None, steps: int, *, listed: bool) -> Iterator[str]:
    """Yield a person's name in other languages' letters; of a customer's also in two, cut off, or turned.

    Of an unknown kind one word of no great length is one: Hollywood.
    """
    of_a_person = kind in (None, "person")
    if of_a_person and steps & RESPELLED:
        yield from respelled(text)
    if listed:
        return
    long = kind is None and (" " in text or len(text) >= _FEWEST_OF_TWO_WORDS)
    if steps & PARTED and (kind == "person" or long):
        yield from parted(text)
    if of_a_person:
        yield from filter(None, (cut_off(text), turned(text) if steps & TURNED else None))


@dataclass(slots=True)
class _Reading:
    """What has been found so far in one cell."""

    kind: PartyKind | None
    listed: bool
    names: dict[str, str | None] = field(default_factory=dict)
    """Each with the text that it is only a few words of, or with None."""
    identifiers: list[Identifier] = field(default_factory=list)
    notes: dict[SubjectNote, None] = field(default_factory=dict)

    def note(self, sort: NoteSort, text: str, says: str) -> None:
        """Tell what became of a part of the text."""
        shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        self.notes.setdefault(SubjectNote(sort=sort, text=shown, says=says))

    def read(self, text: str) -> None:
        """Read a whole cell."""
        whole, wrong = undamaged(readable_signs(without_terminal_codes(text)))
        if whole != text:
            self.note("undone", text, f"read as {whole[:_SHOWN]!r}")
        others = () if self.listed else read_again(whole)
        if wrong and not others:
            self.note("not-compared", text, wrong)
        for other in (*others, *(() if self.listed else guessed(whole))):
            self.note("undone", text, f"read as {other[:_SHOWN]!r}, too")
            self._lines(other)
        self._lines(whole)
        if not self.listed:
            self._fields(whole)
        if not self.names and not self.notes:
            self.names[text] = None  # nothing to compare, which the name itself will say

    def _fields(self, whole: str) -> None:
        """Read a form, or a record of a program's, for the names that stand in it."""
        if not may_have_fields(whole):
            return
        fields = names_in_fields(compact(whole))
        for name in fields.names:
            self._piece(name)
        for other in fields.others:
            self.note("put-aside", other, "stands behind a label of what is no name")

    def _lines(self, whole: str) -> None:
        lines = compact(whole).split("\n")
        if not self.listed and _HYPHENATED.search(whole):
            lines.append(compact(_HYPHENATED.sub("", whole)).split("\n")[0])
        for line in lines:
            self._line(line)
        if not self.listed and 1 < len(lines) <= _MOST_WRAPPED and not any(map(zone_read, lines)):
            self._wrapped(" ".join(lines))

    def _wrapped(self, text: str) -> None:
        """Read the lines of a cell as one name, too: a spreadsheet's cell is broken where it is narrow."""
        for piece in separate_names(without_numbers(text, self.kind).text):
            self._piece(piece)

    def _line(self, line: str) -> None:
        zones, rest = zones_within(line) if " " in line and _OF_A_ZONE.search(line) else ((), line)
        if not zones and (zone := zone_read(line)):
            self.identifiers += zone.identifiers
            self.note("undone", line, "read as a line of a passport's machine-readable zone")
            for name in filter(None, (zone.name, zone.short)):
                self._name(name)
            return
        for one in zones:
            self._line(one)
        if zones and not any(map(str.isalnum, rest)):
            return
        numbers = without_numbers(rest, self.kind)
        self.identifiers += numbers.identifiers
        for told in numbers.told:
            self.note(
                "identifier" if numbers.identifiers else "put-aside", told, "taken as no part of a name"
            )
        for sign in signs_alone(numbers.text):
            self.note("put-aside", sign, "signs that are no letters")
        pieces = separate_names(numbers.text)
        for piece in (*pieces, *numbers.front):
            self._piece(piece)
        cells_of_a_row = "\t" in numbers.text or not any(" " in piece for piece in pieces)  # Petrov;Ivan
        if len(pieces) == 2 and " " not in pieces[0] and not self.listed and self.kind in (None, "person"):
            self._piece(f"{pieces[0]} {pieces[1].split()[-1]}")  # Chidi / Ngozi Okafor
        if 1 < len(pieces) <= _MOST_WRAPPED and cells_of_a_row:
            self._piece(" ".join(pieces))

    def _piece(self, piece: str) -> None:
        """Read a text between separators: brackets first, for marks stand in them too."""
        found = unbracketed(piece, self.kind, listed=self.listed)
        for remark in found.remarks:
            self.note("put-aside", remark, "taken for a remark, not a name")
        self._marked(found.outer)
        for text in found.others:
            self._marked(text.lstrip("&+ "), beside=found.outer)  # Anna Doe (& Murat Berg)

    def _marked(self, text: str, *, beside: str = "") -> None:
        """Read a text with marks, or one in brackets *beside* another."""
        cut = cut_at_marks(text, beside=bool(beside), listed=self.listed)
        for piece in (text, *cut.pieces) if cut.doubtful and not (cut.maiden or beside) else cut.pieces:
            self._name(piece)
        if beside and not self.listed and (name := behind_small_words(text)):
            self._name(name)
        if cut.maiden and self.kind in (None, "person"):
            first = beside or cut.pieces[0]
            words = [word for word in first.split() if not is_title(word)]  # Mme Brown née Berg
            given = first.partition(",")[2].split() or words[:-1] or words
            self._name(cut.maiden if len(cut.maiden.split()) > 1 else " ".join([*given, cut.maiden]))
        if cut.maiden and cut.doubtful and not beside:
            self._name(text)

    def _name(self, text: str) -> None:
        rest, placeholders = text, tuple[str, ...]()
        if self.kind in (None, "person"):
            rest, placeholders = without_placeholders(text)
            if placeholders and has_legal_form(plain_words(text)):
                rest, placeholders = text, ()
        if placeholders and (rest or not self.listed):
            for word in placeholders:
                self.note("put-aside", word, "stands for no name")
            text = rest
        for one in self._variants(text):
            self._take(one)

    def _variants(self, text: str) -> Iterator[str]:
        """Yield a name and what else it may be written for."""
        if not text:
            return
        yield text
        if self.kind in (None, "person"):
            if (shorter := without_nickname(text)) is not None:
                yield shorter
            if (single := single_name(text)) is not None:
                yield single
            if (rest := beside_a_filler(text)) is not None:
                yield rest
        if self.kind == "vessel" and not self.listed:
            yield from ship_forms(text)
        for piece in together(text, self.kind):
            yield piece
            yield from self._without_edges(piece)
        if not self.listed:
            yield from names_amid(text, self.kind)
            for form in self._without_edges(text):
                yield form
                yield from together(form, self.kind)
        yield from _written_out(text, self.kind, listed=self.listed)
        yield from _other_forms(text, self.kind, ALL, listed=self.listed)

    def _without_edges(self, text: str) -> Iterator[str]:
        """Yield a customer's name without what stands at its ends, if it may be a person's."""
        if self.listed or self.kind not in (None, "person"):
            return
        if self.kind == "person" or not has_legal_form(plain_words(text)):
            yield from without_edges(text, self.kind)

    def _take(self, text: str) -> None:
        if lost := unread(text):
            self.note("not-compared", " ".join(lost), "it is in letters that cannot be read here")
        if not self.listed and _FROM_ABROAD.search(text):
            self.note(
                "not-compared",
                text,
                "of a foreign name in Chinese only the sound of its characters is compared",
            )
        windows = list(windows_of(text, in_running_text=not self.listed))
        if len(windows) == 1 and self._may_be_running_text(text):
            windows += few_words(text.split())
        elif len(windows) > 1 and not self.listed:
            says = "it is longer than any name and compared a few words at a time: a name in it may be missed"
            self.note("not-compared", text, says)
        for name in windows:
            whole = None if name == text else self.names.get(name, text)  # a name by itself stays one
            if name in self.names or len(self.names) < MOST_NAMES:
                self.names[name] = whole
            elif name not in self.names:
                self.note("not-compared", name, f"the text holds more than {MOST_NAMES} names")
                break  # what stands behind it is told with it
        if any(len(word) > _LONGEST_WORD for word in text.split()):
            self.note("not-compared", text, f"of a word only the first {_LONGEST_WORD} letters are compared")

    def _may_be_running_text(self, text: str) -> bool:
        """Return whether a text has more words than a person's name."""
        of_a_person = self.kind in (None, "person") and not self.listed
        return of_a_person and len(text.split()) > _MOST_OF_A_NAME and not has_legal_form(plain_words(text))
