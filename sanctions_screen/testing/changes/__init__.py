"""The functions behind the perturbations: a name and a source of randomness in, the changed name out.

Reach for :mod:`..perturbations` to use them. All have one shape; each returns the name as it is when there is
nothing it can change.
"""
