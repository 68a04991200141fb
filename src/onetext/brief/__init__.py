"""Handouts and speaking notes: one page for one reader, each line with its grounds.

May import ``desk`` and below; typst only here. Start at ``compose``.
"""
