"""Every error this library raises on purpose.

::

    SanctionsScreenError
    ├── SourceError             a publisher's file cannot be read as what it says it is
    │   ├── UnknownFormatError      no reader recognises the content
    │   ├── MalformedFileError      recognised, but broken: list, record and line are named
    │   └── UnsafeFileError         a DOCTYPE, an oversized field, a bomb: refused before it is parsed
    ├── FetchError              a list could not be fetched from its publisher
    ├── StoreError              the list store
    │   ├── UnknownListError        no such list in this store
    │   ├── UnknownPartyError       no such party in this store
    │   ├── NoVersionError          the list has no version on or before that day
    │   ├── StoreFormatError        not a store, or written by a newer library
    │   ├── StoreReadOnlyError      this store can be read, not written
    │   └── IntegrityError          a digest or the chain of versions does not verify
    ├── EngineError             the engine asked for is not here
    ├── ArgumentError           an argument that is not what it should be
    │   ├── SettingsError           settings that contradict themselves or the store
    │   └── SubjectError            no subject can be made of it, or none that can be
    ├── BatchError              a batch that cannot start or go on (a row's fault goes to the errors file)
    │   └── WorkerError             a process that screened ended before its work
    ├── DecisionError           a log that is not as it was written, or a decision that says too little
    ├── ReportError             a file of results that cannot be shown as a page
    └── MissingExtraError       a feature whose optional dependency is not installed

A message says what was wrong, where, and what to do about it, in one line that can be shown to a user
as it is.
"""

from __future__ import annotations

__all__ = [
    "ArgumentError",
    "BatchError",
    "DecisionError",
    "EngineError",
    "FetchError",
    "IntegrityError",
    "MalformedFileError",
    "MissingExtraError",
    "NoVersionError",
    "ReportError",
    "SanctionsScreenError",
    "SettingsError",
    "SourceError",
    "StoreError",
    "StoreFormatError",
    "StoreReadOnlyError",
    "SubjectError",
    "UnknownFormatError",
    "UnknownListError",
    "UnknownPartyError",
    "UnsafeFileError",
    "WorkerError",
]


class SanctionsScreenError(Exception):
    """The root of every error raised on purpose by this library."""


class SourceError(SanctionsScreenError):
    """A publisher's file cannot be read as what it says it is."""


class UnknownFormatError(SourceError):
    """No reader recognises the content of the file."""


class MalformedFileError(SourceError):
    """The format is recognised but the file is broken; the message names list, record and line."""


class UnsafeFileError(SourceError):
    """The file does what no list needs to do (a DOCTYPE, a bomb) and was not parsed."""


class FetchError(SanctionsScreenError):
    """A list could not be fetched; the message names the URL and whether trying again may help."""


class StoreError(SanctionsScreenError):
    """Something about a list store."""


class UnknownListError(StoreError):
    """The store holds no list of that id."""


class UnknownPartyError(StoreError):
    """The store holds no party of that id."""


class NoVersionError(StoreError):
    """The list has no version, and no notice, on or before the day asked for."""


class StoreFormatError(StoreError):
    """The file is not a list store, or a newer library wrote it."""


class StoreReadOnlyError(StoreError):
    """The store can be read but not written (the embedded lists, say)."""


class IntegrityError(StoreError):
    """A recomputed digest, or the chain of versions, differs from what is stored."""


class EngineError(SanctionsScreenError):
    """The environment asks for an engine that was not built, or that there is none of."""


class ArgumentError(SanctionsScreenError, ValueError):
    """An argument that is not what it should be; the message says what it is, and what it should be."""


class SettingsError(ArgumentError):
    """Settings that contradict themselves, or ask for a list the store does not hold."""


class SubjectError(ArgumentError, TypeError):
    """No subject can be made of what was given, or it has what nobody can: a birth date that lies ahead."""


class BatchError(SanctionsScreenError):
    """A batch that cannot start or go on; a single row's fault goes to the errors file instead."""


class DecisionError(SanctionsScreenError):
    """A log of decisions that is not as it was written, or a decision that cannot be entered."""


class ReportError(SanctionsScreenError):
    """A file of results that cannot be shown; the message names file, line and what is wrong with it."""


class WorkerError(BatchError):
    """A process that screened ended before its work."""


class MissingExtraError(SanctionsScreenError, ImportError):
    """A feature whose optional dependency is not installed; the message names the extra."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs the extra '{extra}': pip install 'sanctions_screen[{extra}]'")
        self.extra = extra
