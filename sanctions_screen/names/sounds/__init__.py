"""How a Latin spelling sounds, and how alike two spellings sound.

``spelling`` reads a word as sounds, ``known_names`` knows the usual spellings of common names, ``likeness``
compares two words. Each is imported by itself: only ``likeness`` needs arrays.
"""
