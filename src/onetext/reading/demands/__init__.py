"""Demands: what a party wants another to do or give.

May import the rest of reading. Start at ``demands``.
"""
