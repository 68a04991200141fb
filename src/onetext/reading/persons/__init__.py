"""Persons: who is named, described or referred to, in what role, and whose they are (R3).

May import the rest of reading. Start at ``people``.
"""
