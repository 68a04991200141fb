"""Amendments of a draft against their plain twin, and proofs beyond three changes."""
