"""In which format results are written: told, or by the name of the file.

Reach for :func:`format_of` before anybody is screened: what cannot be written is told then.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..errors import BatchError
from .render import OutputFormat
from .workbooks import check_extra

__all__ = ["format_of"]

_FORMATS: Final[dict[str, OutputFormat]] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".xlsx": "xlsx", ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip
_NOT_WRITTEN: Final = frozenset([".xls", ".ods", ".xlsm", ".xlsb", ".pdf", ".html", ".htm", ".doc", ".docx"])


def format_of(output: Path, told: OutputFormat | None = None) -> OutputFormat:
    """Return the format told, or that of a file's name.

    Raises BatchError for a name of what is not written, MissingExtraError where the format needs an extra.
    """
    ending = output.suffix.lower()
    if told is None and ending in _NOT_WRITTEN:
        raise BatchError(
            f"cannot write {output}: no {ending} is written, but .xlsx, .csv, .jsonl or .parquet"
        )
    wanted = told or _FORMATS.get(ending, "csv")
    check_extra(wanted)
    return wanted
