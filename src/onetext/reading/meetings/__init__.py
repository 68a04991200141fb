"""Meetings: what a text says of each, joined to one contact with a history (R4).

May import the rest of reading. Start at ``contacts``.
"""
