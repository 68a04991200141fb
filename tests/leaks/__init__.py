"""Pairs of cases that differ only in what an observer may not read, asked the same on every surface (D4).

Start at ``world`` (the pairs), then ``surfaces``, ``commands`` and ``web`` (what is asked); ``mutants`` plants leaks.
"""
