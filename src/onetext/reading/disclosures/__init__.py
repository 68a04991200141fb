"""Disclosures: who lets whom know of what, and whether it was done.

May import the rest of reading. Start at ``disclosures``.
"""
