"""The base of every record: frozen, closed to unknown fields, with one canonical JSON form and digest.

Reach for this module to define a new kind of record or to ask for a record's digest. Guarantee: equal
records have equal canonical JSON, on any machine and under any hash seed; a field that has its default
value is left out, so adding an optional field later does not change the digest of what is stored.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticSerializationError

from ..errors import ArgumentError
from .dates import PartialDate

# pydantic gives its metaclass no public name; a running program gets it from the class that has it.
if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass
else:
    ModelMetaclass = type(BaseModel)

__all__ = ["Argument", "Record", "canonical_json", "sha256_hex", "unchecked"]

R = TypeVar("R", bound="Record")


def canonical_json(value: Any) -> str:
    """Return *value* (JSON types only) as JSON text with sorted keys, no spaces and no escapes.

    Floats keep Python's shortest round-trip form, which is the same on every platform CPython supports.
    """
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def sha256_hex(data: str | bytes) -> str:
    """Return the SHA-256 of *data* (text is taken as UTF-8) as 64 lower-case hexadecimal digits."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return hashlib.sha256(raw).hexdigest()


class _Told(ModelMetaclass):
    """What is wrong with a record that a caller makes is told in one line, as an ArgumentError.

    Only where its class is called: records inside others, and those read from a file, are checked as ever.
    """

    if not TYPE_CHECKING:  # the fields' own types are what a type checker should see

        def __call__(self, *unnamed: Any, **values: Any) -> Any:
            try:
                return super().__call__(*unnamed, **values)
            except ValidationError as error:
                raise self.wrong(problems_of(self, error)) from None


class Record(BaseModel, metaclass=_Told):
    """An immutable record: fields cannot be set, unknown fields are refused."""

    wrong: ClassVar[type[Exception]] = ArgumentError

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    def to_json_dict(self) -> dict[str, Any]:
        """Return the record as JSON types, fields at their default left out."""
        return self.model_dump(mode="json", exclude_defaults=True)

    def canonical_json(self) -> str:
        """Return the one canonical JSON text of this record."""
        return canonical_json(self.to_json_dict())

    def model_dump_json(self, *args: Any, **options: Any) -> str:
        """Return the record as pydantic writes it; half of a pair of surrogates, which it cannot, escaped."""
        try:
            return super().model_dump_json(*args, **options)
        except PydanticSerializationError:
            indent = options.pop("indent", None)
            options.pop("ensure_ascii", None)
            values = self.model_dump(mode="json", **options)
            return json.dumps(values, indent=indent, separators=None if indent else (",", ":"))

    def content_digest(self) -> str:
        """Return the SHA-256 of the canonical JSON, 64 hexadecimal digits."""
        return sha256_hex(self.canonical_json())


class Argument(Record):
    """A record that users make, of which a field given without its name is told, too."""

    if not TYPE_CHECKING:

        def __init__(self, /, *unnamed: Any, **values: Any) -> None:
            if unnamed:
                first = next(iter(type(self).model_fields))
                raise self.wrong(
                    f"write {type(self).__name__}({first}={unnamed[0]!r:.100}): fields are named"
                )
            try:
                super().__init__(**values)
            except ValidationError as error:
                raise self.wrong(problems_of(type(self), error)) from None


def unchecked(kind: type[R], values: dict[str, Any]) -> R:
    """Return the record that *kind* makes of *values*, where they are known to be such as it would leave.

    Nothing is looked at again, which takes a tenth of the time: for what is made once a subject, of values
    that were checked when they were made, and of none that somebody else gave.
    """
    made = kind.__new__(kind)
    _set(made, "__dict__", {**_defaults(kind), **values})
    _set(made, "__pydantic_fields_set__", set(values))
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


_set = object.__setattr__


@cache
def _defaults(kind: type[Record]) -> dict[str, Any]:
    """Return every field, in order, with the value that it has where none is given; None where there is
    none."""
    return {name: None if field.is_required() else field.default for name, field in kind.model_fields.items()}


def problems_of(record: type[Record], error: ValidationError) -> str:
    """Return all that is wrong with a record in one line."""
    return "; ".join(_problem(record, item) for item in error.errors())


def _problem(record: type[Record], item: Any) -> str:
    """Return one of pydantic's errors in words: which field, what it says, what was given."""
    field = ".".join(map(str, item["loc"])) or record.__name__
    if item["type"] == "extra_forbidden":
        return f"{record.__name__} has no {field}; it has {', '.join(record.model_fields)}"
    if item["type"] == "missing":
        return f"{record.__name__} needs a {field}"
    said = item["msg"].removeprefix("Value error, ")
    return f"{field}: {said[:1].lower()}{said[1:]}, not {_as_given(item['input'])!r:.100}"


def _as_given(value: Any) -> Any:
    """Return a value as a user writes it: a date known in part by its text, not by its fields."""
    return str(value) if isinstance(value, PartialDate) else value
