"""What writing did to a name, undone: Unicode's many ways, disguises, scans, dots, brackets.

``cleaning`` first, ``folding`` for a form without case and accents; ``scripts`` says which letters a text is
in; ``scanned_letters``, ``dotted_titles`` and ``brackets`` undo one thing each; ``words`` cuts.
"""
