"""What the words of firms' and institutions' names mean, in whatever language and script they are written.

Reach for :func:`firm_parts` with a name in Latin letters; for :func:`translated` (alphabets) and
:func:`translated_east_asian` from a romaniser, since lists translate 大学 and общество and romanise the rest;
for :func:`acronyms` and :func:`acronyms_within` for what a name, or parts of it, are shortened to, and
:func:`without_own_acronym` for a name that has it beside it; for :func:`trades` for what a word says a firm
deals in, :func:`subjects` for what an institution studies too. Guarantee: a word that no table knows stays
as written.

The words are held in tables by what they are: legal forms (``legal_forms``), words that say what a firm does
in several spellings (``firm_generic_words``), their stems in many languages (``firm_word_stems``,
``firm_word_endings``), abbreviations (``firm_abbreviations``), and the same words in their own scripts
(``firm_words_in_own_script``, ``firm_places_in_own_script``, ``firm_words_of_east_asia``).
"""

from __future__ import annotations

from ._acronyms import FEWEST_LETTERS, acronyms, acronyms_within, without_own_acronym
from ._east_asia import names_organisation as names_east_asian_firm
from ._east_asia import translated as translated_east_asian
from ._english import subjects, trades
from ._own_script import translated, words_in_own_script
from ._parts import SMALL_WORDS, firm_parts, has_legal_form, without_legal_forms
from ._slips import glued, is_usual, mistyped, usual_words

__all__ = [
    "FEWEST_LETTERS", "SMALL_WORDS", "acronyms", "acronyms_within", "firm_parts", "glued", "has_legal_form",
    "is_usual", "mistyped", "names_east_asian_firm", "subjects", "trades", "translated",
    "translated_east_asian", "usual_words", "without_legal_forms", "without_own_acronym",
    "words_in_own_script",
]  # fmt: skip
