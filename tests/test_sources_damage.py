"""Damaged files: every format, damaged in many ways, gives the parties or one error, never fewer in silence.

In the test run each format is damaged a few dozen times. The full count::

    SOURCES_DAMAGES=2000 python -m pytest tests/test_sources_damage.py

Where the real lists stand beside the project, pieces of them are damaged too. What no reader can notice is
not promised: a record cut out whole from a format that neither counts its records nor refers to them.
"""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sanctions_screen.errors import SourceError
from sanctions_screen.model import Party
from sanctions_screen.sources import ParsedList, read_list

COUNT = int(os.environ.get("SOURCES_DAMAGES", "40"))
SECONDS = 20.0
DATA = Path(__file__).parent / "data/sources"
FIXTURES = sorted(path.name for path in DATA.iterdir() if path.is_file())
REAL = {
    "us-ofac-sdn/2021-07-07/SDN.CSV", "us-ofac-sdn/2016-10-11/SDN.PIP", "us-ofac-sdn/2016-10-11/SDN.DEL",
    "us-ofac-cons/2018-04-06/cons_prim.ff", "gb-ofsi/2014-04-02/sanctionsconlist.csv",
    "gb-ofsi/2018-04-13/sanctionsconlist.csv", "us-bis-dpl/2022-09/dpl.txt",
}  # fmt: skip
LINES = 40

Damage = Callable[[random.Random, bytes], bytes]


def _flip(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]


def _overwrite(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    junk = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 20)))
    return data[:at] + junk + data[at + len(junk) :]


def _insert(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    return (
        data[:at]
        + rng.choice([b'"', b"'", b"<", b">", b"&", b",", b"\n", b"\0", b"\xe9", b"]]>"])
        + data[at:]
    )


def _cut_out(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.randrange(1, 400) :]


def _truncate(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(1, len(data))]


def _drop_line(rng: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    del lines[rng.randrange(len(lines))]
    return b"\n".join(lines)


def _repeat_line(rng: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = rng.randrange(len(lines))
    return b"\n".join([*lines[:at], lines[at], *lines[at:]])


def _swap_lines(rng: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def _drop_tag(rng: random.Random, data: bytes) -> bytes:
    tags = list(re.finditer(rb"<[^>]*>", data)) or list(re.finditer(rb"[,\t|@;]", data))
    found = rng.choice(tags) if tags else None
    return data[: found.start()] + data[found.end() :] if found else data[1:]


def _rename_tag(rng: random.Random, data: bytes) -> bytes:
    words = list(re.finditer(rb"[A-Za-z_]{4,}", data))
    found = rng.choice(words)
    return data[: found.start()] + found[0][::-1] + data[found.end() :]


DAMAGES: tuple[Damage, ...] = (
    _flip, _overwrite, _insert, _cut_out, _truncate, _drop_line, _repeat_line, _swap_lines, _drop_tag,
    _rename_tag,
)  # fmt: skip


def _word(party: Party) -> bytes:
    """Return the longest word of a party's name: it stands in the file wherever the party does."""
    words = [str(word) for word in re.findall(r"[A-Za-z]{3,}", party.primary_name.text)]
    return max(words or [party.reference], key=len).encode()


def _marks(parsed: ParsedList, content: bytes) -> dict[bytes, dict[bytes, int]]:
    """Return for each party's word how often the word, and the party's reference, stand in the file."""
    marks: dict[bytes, dict[bytes, int]] = {}
    for party in parsed.parties:
        word, reference = _word(party), party.reference.encode()
        marks.setdefault(word, {}).update({mark: content.count(mark) for mark in (word, reference)})
    return marks


def _check(
    path: Path, damaged: bytes, content: bytes, original: ParsedList, marks: dict[bytes, dict[bytes, int]]
) -> None:
    path.write_bytes(damaged)
    began = time.monotonic()
    try:
        parsed = read_list(path, list_id=original.list_id)
    except SourceError:
        return
    finally:
        assert time.monotonic() - began < SECONDS
    # Whose name and reference are all still in the file must still be a party, or the loss be reported.
    intact = [word for word, counts in marks.items() if all(damaged.count(m) >= n for m, n in counts.items())]
    told = [text for p in parsed.parties for text in (p.reference, *(name.text for name in p.names))]
    named = "\n".join(told).encode()
    lost = [word for word in intact if word not in named]
    assert not lost or len(parsed.parties) >= len(original.parties) or _told(parsed, original)
    gone = _facts_gone(damaged, parsed, original, content)
    assert not gone or _told(parsed, original), gone


def _facts(parsed: ParsedList) -> dict[str, set[str]]:
    """Return what identifies the parties of a list: names and numbers."""
    parties = parsed.parties
    return {
        "name": {name.text for party in parties for name in party.names},
        "number": {each.value for party in parties for each in party.identifiers},
    }


def _facts_gone(
    damaged: bytes, parsed: ParsedList, original: ParsedList, content: bytes
) -> list[tuple[str, str]]:
    """Return the facts that stand in the damaged file as often as in the sound one, and in no party."""
    found, known = _facts(parsed), _facts(original)
    return [
        (kind, text)
        for kind, texts in known.items()
        for text in sorted(texts - found[kind])
        if not any(text in longer for longer in found[kind])  # the damage made it part of a longer one
        if 0 < content.count(text.encode()) <= damaged.count(text.encode())
    ]


def _told(parsed: ParsedList, original: ParsedList) -> bool:
    return len(parsed.unread) > len(original.unread)


def _damage_all(path: Path, content: bytes, seed: str) -> None:
    path.write_bytes(content)
    original = read_list(path, list_id="damaged")
    marks = _marks(original, content)
    rng = random.Random(seed)
    for number in range(COUNT):
        damage = DAMAGES[number % len(DAMAGES)]
        _check(path, damage(rng, content), content, original, marks)


@pytest.mark.parametrize("name", FIXTURES)
def test_a_damaged_file_is_refused_or_read_and_never_smaller_in_silence(tmp_path: Path, name: str) -> None:
    _damage_all(tmp_path / name, (DATA / name).read_bytes(), name)


@pytest.mark.parametrize("name", sorted(REAL))
def test_a_damaged_piece_of_a_real_file_is_read_or_refused(
    tmp_path: Path, shared_dir: Path, name: str
) -> None:
    lines = (shared_dir / "data" / name).read_bytes().split(b"\n")
    _damage_all(tmp_path / Path(name).name, b"\n".join(lines[:LINES]) + b"\n", name)


@pytest.mark.parametrize(
    "name", ["un-sc/2026-08-01/consolidated.xml", "us-ofac-cons/2026-01-08/CONSOLIDATED.XML"]
)
def test_a_real_file_cut_anywhere_is_refused(tmp_path: Path, shared_dir: Path, name: str) -> None:
    content = (shared_dir / "data" / name).read_bytes()
    rng = random.Random(name)
    for _ in range(max(3, COUNT // 20)):
        (tmp_path / "cut.xml").write_bytes(content[: rng.randrange(1, len(content) - 20)])
        with pytest.raises(SourceError):
            read_list(tmp_path / "cut.xml")
