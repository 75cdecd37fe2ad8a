"""What of a record is form: two writings of the same, of which nobody must decide anew.

Reach for :func:`same_but_for_form` to compare two records, :func:`beyond_form` to tell what one has that the
other has not. Form is how a text is written: blanks, capitals, which of Unicode's characters stand for one
letter, the shape of a quotation mark or a dash, the full stop at a remark's end; and the order and repeating
of values. Guarantee: any other letter or digit, and any value that came or left, is no form.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from ..model import Party

__all__ = ["beyond_form", "same_but_for_form"]

_SHAPES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032`\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
_PARTS = re.compile(r"[;\n]")
"""What parts the statements of a remark: OFAC's semicolons, and the lines that others are joined by."""


def same_but_for_form(before: Party, now: Party) -> bool:
    """Return whether two records of a party say the same."""
    return before == now or _plain(before.to_json_dict()) == _plain(now.to_json_dict())


def beyond_form(field: str, texts: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return those of a field's *texts* that *others* do not say; of remarks, the statements."""
    ours, theirs = _statements(field, texts), _statements(field, others)
    said = {_text(each, field) for each in theirs}
    return [each for each in ours if _text(each, field) not in said]


def _statements(field: str, texts: Sequence[str]) -> list[str]:
    return [part for text in texts for part in _parted(text)] if field == "remarks" else list(texts)


def _parted(remark: str) -> list[str]:
    return [part for each in _PARTS.split(remark) if (part := each.strip()).strip(".")]


def _plain(value: Any, field: str = "") -> Any:
    """Return a value of JSON types with nothing of its form left: sequences as sorted sets."""
    if isinstance(value, dict):
        return {key: _plain(part, key) for key, part in value.items()}
    if isinstance(value, list):
        return sorted({json.dumps(_plain(each), sort_keys=True) for each in value})
    if not isinstance(value, str):
        return value
    return sorted({_text(part, field) for part in _parted(value)}) if field == "remarks" else _text(value)


def _text(text: str, field: str = "") -> str:
    text = text.removesuffix(".") if field == "remarks" else text
    shaped = unicodedata.normalize("NFKC", text.translate(_SHAPES)).casefold()
    return " ".join(unicodedata.normalize("NFKC", shaped).split())
