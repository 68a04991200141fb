"""Cues of statements by the order of tagged words alone: all there is without a parse, and what the parse adds to.

May import the words, clauses and tables of reading, and ``cue`` and ``said``. Start at ``cues``.
"""
