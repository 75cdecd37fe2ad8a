"""The base of every record: frozen, closed to unknown fields, with one canonical JSON form and digest.

Reach for this module to define a new kind of record or to ask for a record's digest. Guarantee: equal
records have equal canonical JSON, on any machine and under any hash seed; a field that has its default
value is left out, so adding an optional field later does not change the digest of what is stored.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pydantic import BaseModel, ConfigDict

__all__ = ["Record", "canonical_json", "sha256_hex"]


def canonical_json(value: Any) -> str:
    """Return *value* (JSON types only) as JSON text with sorted keys, no spaces and no escapes.

    Floats keep Python's shortest round-trip form, which is the same on every platform CPython supports.
    """
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def sha256_hex(data: str | bytes) -> str:
    """Return the SHA-256 of *data* (text is taken as UTF-8) as 64 lower-case hexadecimal digits."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return hashlib.sha256(raw).hexdigest()


class Record(BaseModel):
    """An immutable record: fields cannot be set, unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    def to_json_dict(self) -> dict[str, Any]:
        """Return the record as JSON types, fields at their default left out."""
        return self.model_dump(mode="json", exclude_defaults=True)

    def canonical_json(self) -> str:
        """Return the one canonical JSON text of this record."""
        return canonical_json(self.to_json_dict())

    def content_digest(self) -> str:
        """Return the SHA-256 of the canonical JSON, 64 hexadecimal digits."""
        return sha256_hex(self.canonical_json())
