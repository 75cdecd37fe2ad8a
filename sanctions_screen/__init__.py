"""Sanctions screening you can defend: transliterated names against versioned lists, with their history."""
