"""Deadlines: what has to be so by when, and what it hangs on.

May import the rest of reading. Start at ``deadlines``.
"""
