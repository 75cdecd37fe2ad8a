"""Every text of a file is in a party, reported as unread, or at a place its reader names as furniture.

A word no list has is put into a file in many ways: into a value, beside it, under another label, between two
tags. Wherever it is put, it must turn up again. In the test run each format is changed a few dozen times; the
full count::

    SOURCES_DAMAGES=2000 python -m pytest tests/test_sources_account.py
"""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

import pytest
from test_sources_damage import COUNT, DATA, FIXTURES

from sanctions_screen.errors import SourceError
from sanctions_screen.sources import ListFile, ParsedList, read_list, source_of
from sanctions_screen.sources.account import Furniture, any_text
from sanctions_screen.sources.table import column_key

MARK = "Qxzv7"
_TABLES = sorted(name for name in FIXTURES if name.endswith((".csv", ".txt")))
_XML = sorted(name for name in FIXTURES if name.endswith(".xml"))
_JSON = sorted(name for name in FIXTURES if name.endswith(".json"))

Change = Callable[[random.Random, Any], str]
"""Puts the mark into a file's content; returns the place, as its furniture calls it."""


def _furniture(name: str) -> Furniture:
    module: Any = source_of(ListFile(DATA / name))
    found = import_module(module.__name__)._FURNITURE
    assert isinstance(found, Furniture)
    return found


def _told(parsed: ParsedList) -> str:
    parties = "\n".join(party.canonical_json() for party in parsed.parties)
    return (parties + "\n".join(str(passage) for passage in parsed.unread)).casefold()


def _lost(path: Path, content: str, furniture: Furniture, place: str) -> bool:
    path.write_text(content, encoding="utf-8")
    try:
        parsed = read_list(path, list_id="changed")
    except SourceError:
        return False
    return MARK.casefold() not in _told(parsed) and furniture.rule(place) is not any_text


def _elements(root: Element) -> list[tuple[Element, Element]]:
    """Return (parent, child) of all below the root's own children."""
    return [(parent, child) for record in root for parent in record.iter() for child in parent]


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _furnished(parents: dict[Element, Element], element: Element) -> bool:
    """True inside a log of changes, a table of reference values, or a party that was delisted."""
    while element in parents:
        if _local(element.tag) in ("modification", "ReferenceValueSets") or _delisted(element):
            return True
        element = parents[element]
    return False


def _delisted(element: Element) -> bool:
    return any(change.get("modification-type") == "de-listed" for change in element.findall("modification"))


def _picked(rng: random.Random, root: Element) -> tuple[Element, Element]:
    parents = {child: parent for parent in root.iter() for child in parent}
    sound = [
        pair
        for pair in _elements(root)
        if not _furnished(parents, pair[1]) and (pair[1].text or "").strip() and not len(pair[1])
    ]
    return rng.choice(sound or _elements(root))


def _marked(rng: random.Random, root: Element) -> str:
    parent, child = _picked(rng, root)
    child.text = f"{child.text or ''} {MARK}"
    return f"{_local(parent.tag)}/{_local(child.tag)}"


def _repeated(rng: random.Random, root: Element) -> str:
    parent, child = _picked(rng, root)
    SubElement(parent, child.tag, dict(child.attrib)).text = MARK
    return f"{_local(parent.tag)}/{_local(child.tag)}"


def _repeated_before(rng: random.Random, root: Element) -> str:
    parent, child = _picked(rng, root)
    twin = Element(child.tag, dict(child.attrib))
    twin.text = MARK
    parent.insert(0, twin)
    return f"{_local(parent.tag)}/{_local(child.tag)}"


def _renamed(rng: random.Random, root: Element) -> str:
    _, child = _picked(rng, root)
    child.tag, child.text = f"{child.tag}New", MARK
    return "renamed"


def _untagged(rng: random.Random, root: Element) -> str:
    parent, child = _picked(rng, root)
    at = list(parent).index(child)
    parent.remove(child)
    if at:
        parent[at - 1].tail = f"{parent[at - 1].tail or ''}{MARK}{child.tail or ''}"
    else:
        parent.text = f"{parent.text or ''}{MARK}{child.tail or ''}"
    return "untagged"


def _with_attribute(rng: random.Random, root: Element) -> str:
    _, child = _picked(rng, root)
    child.set("new", MARK)
    return "attribute"


def _attribute_marked(rng: random.Random, root: Element) -> str:
    parents = {child: parent for parent in root.iter() for child in parent}
    sound = [
        (element, name)
        for _, element in _elements(root)
        if not _furnished(parents, element)
        for name, text in element.items()
        if text
    ]
    if not sound:
        return _marked(rng, root)
    element, name = rng.choice(sound)
    element.set(name, f"{element.get(name)} {MARK}")
    return f"{_local(element.tag)}/@{_local(name)}"


XML_CHANGES: tuple[Change, ...] = (
    _marked, _repeated, _repeated_before, _renamed, _untagged, _with_attribute, _attribute_marked,
)  # fmt: skip


@pytest.mark.parametrize("name", _XML)
def test_no_text_of_an_xml_file_vanishes_unsaid(tmp_path: Path, name: str) -> None:
    rng, furniture = random.Random(name), _furniture(name)
    for prefix, uri in (("xsi", "http://www.w3.org/2001/XMLSchema-instance"),):
        register_namespace(prefix, uri)
    lost = []
    for number in range(COUNT):
        root = fromstring((DATA / name).read_text("utf-8"))
        change = XML_CHANGES[number % len(XML_CHANGES)]
        place = change(rng, root)
        if _lost(tmp_path / name, tostring(root, encoding="unicode"), furniture, place):
            lost.append((change.__name__, place))
    assert lost == []


def _rows(name: str) -> list[list[str]]:
    text = (DATA / name).read_text("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t" if name.endswith(".txt") else ","))


def _cell_marked(rng: random.Random, rows: list[list[str]]) -> str:
    header = max(range(3), key=lambda at: len(rows[at]))
    sound = [(r, c) for r in range(header + 1, len(rows)) for c in range(len(rows[r]))]
    r, c = rng.choice(sound)
    rows[r][c] = f"{rows[r][c]} {MARK}".strip()
    return column_key(rows[header][c])


def _column_renamed(rng: random.Random, rows: list[list[str]]) -> str:
    header = max(range(3), key=lambda at: len(rows[at]))
    place = _cell_marked(rng, rows)
    at = [column_key(cell) for cell in rows[header]].index(place)
    rows[header][at] = f"New {rows[header][at]}"
    return "renamed"


def _column_added(rng: random.Random, rows: list[list[str]]) -> str:
    header = max(range(3), key=lambda at: len(rows[at]))
    for at, row in enumerate(rows[header:]):
        row.append(MARK if at else "New")
    return "added"


TABLE_CHANGES: tuple[Change, ...] = (_cell_marked, _column_renamed, _cell_marked, _column_added)


@pytest.mark.parametrize("name", _TABLES)
def test_no_cell_of_a_table_vanishes_unsaid(tmp_path: Path, name: str) -> None:
    rng, furniture, lost = random.Random(name), _furniture(name), []
    for number in range(COUNT):
        rows, out = _rows(name), io.StringIO(newline="")
        change = TABLE_CHANGES[number % len(TABLE_CHANGES)]
        place = change(rng, rows)
        csv.writer(out, delimiter="\t" if name.endswith(".txt") else ",").writerows(rows)
        if _lost(tmp_path / name, out.getvalue(), furniture, place):
            lost.append((change.__name__, place))
    assert lost == []


def _leaves(value: Any, place: str = "") -> Iterator[tuple[Any, Any, str]]:
    """Yield (container, key or index, place) of every text."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        where = f"{place}/{key}".lstrip("/") if isinstance(value, dict) else place
        if isinstance(part, (dict, list)):
            yield from _leaves(part, where)
        elif isinstance(part, str):
            yield value, key, where


def _json_changed(rng: random.Random, record: Any, number: int) -> str:
    container, key, place = rng.choice(list(_leaves(record)))
    if number % 3 == 0 or isinstance(container, list):
        container[key] = f"{container[key]} {MARK}"
        return place
    if number % 3 == 1:
        container[f"new{key}"] = MARK
        return "added"
    container[f"new{key}"] = f"{container.pop(key)} {MARK}"
    return "renamed"


@pytest.mark.parametrize("name", _JSON)
def test_no_text_of_a_json_file_vanishes_unsaid(tmp_path: Path, name: str) -> None:
    rng, furniture, lost = random.Random(name), _furniture(name), []
    text = (DATA / name).read_text("utf-8")
    for number in range(COUNT):
        if name.endswith(".ftm.json"):
            records = [json.loads(line) for line in text.splitlines() if line.strip()]
            place = _json_changed(rng, rng.choice(records), number)
            changed = "\n".join(json.dumps(record) for record in records)
        else:
            whole = json.loads(text)
            place = _json_changed(rng, rng.choice(whole["results"]), number)
            changed = json.dumps(whole)
        if _lost(tmp_path / name, changed, furniture, place):
            lost.append((number % 3, place))
    assert lost == []
