"""What numbers and codes are compared by, whatever stands beside them and however they were written.

Reach for :func:`compared_values` for what an identifier is found by, for :func:`same_identifier` to know
whether two settle who is meant, for :func:`same_contact` for telephones and addresses, which settle nothing,
for :func:`tails` for the tail numbers among words.
Guarantees: pure and total; what same_identifier joins shares a value, so that an index of values finds it; a
filler (0000000) settles nothing.
"""

from __future__ import annotations

from ._aircraft import tails
from ._labels import label_type, labels
from ._same import same_contact, same_identifier
from ._values import compared_values

__all__ = ["compared_values", "label_type", "labels", "same_contact", "same_identifier", "tails"]
