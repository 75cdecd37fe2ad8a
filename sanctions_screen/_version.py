"""The library's version, in one place; it stands in every result's provenance."""

__version__ = "0.1.0"
